/// marks_panel.h: six marks, the rule, the evidence, TNM, remedy cards.
#pragma once
#include "ui/models/reading_services.h"
#include "ui/widgets/mark_row.h"
#include <QFrame>
#include <array>
#include <string_view>

class QLabel;
class QVBoxLayout;

namespace nodewise::widgets {
class Button;
}

namespace nodewise::feedback_screen {

/// 456 wide, scrolls inside. objectName: marksPanel; rows mark_detection … mark_n_category.
class MarksPanel final : public QFrame {
    Q_OBJECT
public:
    explicit MarksPanel(QWidget* parent = nullptr);
    void setGraded(const models::GradedCall& graded);
    [[nodiscard]] QWidget* firstRow() const { return m_rows.front(); }

private:
    QWidget* buildMarks();
    QWidget* buildRule();
    void showMarks(const models::GradedCall& graded);
    void showRule(const models::GradedCall& graded);
    void showEvidence(const models::GradedCall& graded);
    void showPathology(const models::GradedCall& graded);
    void showTnm(const models::GradedCall& graded);
    void showCards(const models::GradedCall& graded);
    void addCardText(std::string_view code, QVBoxLayout* column);
    [[nodiscard]] QVBoxLayout* refill(QWidget* section) const;

    std::array<widgets::MarkRow*, 6> m_rows{};
    QWidget *m_content = nullptr, *m_evidence = nullptr, *m_pathology = nullptr, *m_tnm = nullptr,
            *m_cards = nullptr;
    QLabel *m_ruleTag = nullptr, *m_ruleSentence = nullptr, *m_ruleNote = nullptr,
           *m_trace = nullptr;
    widgets::Button* m_traceButton = nullptr;
};

}  // namespace nodewise::feedback_screen
