/// safety_section.h: the part of Settings on copies of the progress, the way back, and the PIN.
#pragma once
#include "ui/models/learner.h"
#include "ui/models/safekeeping.h"
#include "ui/widgets/dialog_service.h"
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace nodewise::widgets {
class AbstainsStrip;
class Button;
class ComboBox;
}  // namespace nodewise::widgets

namespace nodewise::shell {

class SafetySection final : public QWidget {
    Q_OBJECT
public:
    SafetySection(models::Safekeeping& safekeeping, models::Learner& learner,
                  widgets::DialogService& dialogs, QWidget* parent = nullptr);
    void refresh();

Q_SIGNALS:
    void problem(const nodewise::Error& error);

private:
    void buildCopies(QVBoxLayout* column);
    void buildPin(QVBoxLayout* column);
    void askRestore();
    void askPin();
    void removePin();
    void tellMisfit();

    models::Safekeeping& m_safekeeping;
    models::Learner& m_learner;
    widgets::DialogService& m_dialogs;
    widgets::AbstainsStrip* m_warning;
    widgets::ComboBox* m_copies = nullptr;
    widgets::Button *m_restore = nullptr, *m_copy = nullptr, *m_pin = nullptr, *m_noPin = nullptr;
    QLabel *m_standing = nullptr, *m_pinNote = nullptr;
    std::vector<models::CopyRow> m_rows;
};

}  // namespace nodewise::shell
