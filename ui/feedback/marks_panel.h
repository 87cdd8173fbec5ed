/// marks_panel.h: six marks, the rule, the evidence, TNM, remedy cards.
#pragma once
#include "ui/models/reading_services.h"
#include "ui/widgets/mark_row.h"
#include <QFrame>
#include <array>

class QLabel;
class QVBoxLayout;

namespace nodewise::widgets {
class Button;
}
namespace nodewise::remedies {
class RemedyPictures;
}

namespace nodewise::feedback_screen {

/// 456 wide, scrolls inside. objectName: marksPanel; rows mark_detection … mark_n_category.
class MarksPanel final : public QFrame {
    Q_OBJECT
public:
    explicit MarksPanel(QWidget* parent = nullptr);
    void setGraded(const models::GradedCall& graded);
    /// Cards have pictures from now on; null takes them away. The pictures outlive the panel.
    void setPictures(remedies::RemedyPictures* pictures) { m_pictures = pictures; }
    [[nodiscard]] QWidget* firstRow() const { return m_rows.front(); }

private:
    QWidget* buildMarks();
    QWidget* buildRule();
    void showMarks(const models::GradedCall& graded);
    void showRule(const models::GradedCall& graded);
    void addSupport(QVBoxLayout* column);
    void showEvidence(const models::GradedCall& graded);
    void showPathology(const models::GradedCall& graded);
    void showTnm(const models::GradedCall& graded);
    void showTeaching(const models::GradedCall& graded);
    void showCards(const models::GradedCall& graded);
    [[nodiscard]] QVBoxLayout* refill(QWidget* section) const;

    std::array<widgets::MarkRow*, 6> m_rows{};
    QWidget *m_content = nullptr, *m_evidence = nullptr, *m_pathology = nullptr, *m_tnm = nullptr,
            *m_teaching = nullptr, *m_cards = nullptr;
    remedies::RemedyPictures* m_pictures = nullptr;
    QLabel *m_ruleTag = nullptr, *m_ruleSentence = nullptr, *m_ruleNote = nullptr,
           *m_trace = nullptr;
    widgets::Button* m_traceButton = nullptr;
};

}  // namespace nodewise::feedback_screen
