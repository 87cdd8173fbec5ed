/// call_panel.h: the call on one node in one column: a row a question, the key beside each choice.
#pragma once
#include "ui/models/reading_model.h"
#include "ui/read/call_keys.h"
#include <QFrame>
#include <array>
#include <functional>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace nodewise::widgets {
class CheckRow;
class ComboBox;
class ProbabilityScale;
class ReasonToggle;
class SegmentedChoice;
}  // namespace nodewise::widgets

namespace nodewise::read {

class CallFoot;
class SizeField;

/// Shows the model's draft and writes every answer back to it. Holds no state of its own.
class CallPanel final : public QFrame {
    Q_OBJECT
public:
    explicit CallPanel(models::ReadingModel& model, QWidget* parent = nullptr);

    /// Heights of a small window; the next step is then asked with the last node only.
    void setCompact(bool compact);
    /// Answers the question as its key does.
    void answer(const CallKey& key);
    [[nodiscard]] CallFoot* foot() const { return m_foot; }
    /// First stop of the panel, for F6.
    [[nodiscard]] QWidget* firstControl() const;

private:
    void buildHead(QVBoxLayout* column);
    void buildPathology(QVBoxLayout* column);
    void buildFeatures(QVBoxLayout* column);
    void buildAlso(QVBoxLayout* column);
    void buildSize(QVBoxLayout* column);
    void buildCase(QVBoxLayout* column);
    [[nodiscard]] widgets::SegmentedChoice* addChoice(QVBoxLayout* column, const QString& name,
                                                      const QString& label);
    void watchReason(widgets::ReasonToggle* toggle, std::vector<Feature> features);

    void showKeys();
    void showCase();
    void showNode();
    void showDraft();
    void showState();
    void showReasons(const NodeCall& call);
    void fillLevels();
    void fillStructures();

    void takeLevel();
    void takeFeatures();
    void takeContact();
    void takeAlso();
    void takeSizes();
    void takeCaseAnswer();
    void change(const std::function<void(NodeCall&)>& how);

    models::ReadingModel& m_model;
    bool m_compact = false, m_showing = false;
    QVBoxLayout* m_column = nullptr;
    QWidget* m_questions = nullptr;
    QLabel* m_title = nullptr;
    QLabel *m_nextStepLabel = nullptr, *m_sizeKey = nullptr;
    widgets::ComboBox *m_level = nullptr, *m_structure = nullptr, *m_nCategory = nullptr;
    widgets::ProbabilityScale *m_probability = nullptr, *m_pathology = nullptr;
    widgets::SegmentedChoice *m_grade = nullptr, *m_margin = nullptr, *m_fat = nullptr,
                             *m_contact = nullptr, *m_quality = nullptr;
    std::array<widgets::CheckRow*, 4> m_also{};  ///< Coalescence, necrosis, cystic, hilum.
    widgets::ReasonToggle *m_alsoReason = nullptr, *m_sizeReason = nullptr;
    SizeField *m_short = nullptr, *m_long = nullptr;
    QLineEdit* m_nextStep = nullptr;
    CallFoot* m_foot = nullptr;
};

}  // namespace nodewise::read
