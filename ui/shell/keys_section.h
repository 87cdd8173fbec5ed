/// keys_section.h: the part of Settings on mouse and keys.
#pragma once
#include "ui/models/settings_model.h"
#include "ui/viewer/key_editor.h"
#include "ui/viewer/key_sheet.h"
#include "ui/widgets/dialog_service.h"
#include <QWidget>

class QPainter;

namespace nodewise::widgets {
class ComboBox;
}

namespace nodewise::shell {

/// Fills ViewerHabits from the settings and keeps what is changed there, from wherever.
/// objectName: keysSection.
class KeysSection final : public QWidget {
    Q_OBJECT
public:
    KeysSection(models::SettingsModel& settings, widgets::DialogService& dialogs,
                QWidget* parent = nullptr);

Q_SIGNALS:
    void problem(const nodewise::Error& error);
    void saved(const QString& file);

private:
    void takeSettings();
    void keep();
    void savePdf();

    models::SettingsModel& m_settings;
    widgets::DialogService& m_dialogs;
    widgets::ComboBox* m_mouse;
    viewer::KeyEditor* m_editor;
    bool m_taking = false;  ///< The settings are being taken: nothing is new.
};

/// The keys of the program, a column each: Read, Measure, the pictures.
[[nodiscard]] QList<viewer::KeyGroup> keyGroups();
/// One page, in points of 1/72 inch, A4 upright.
void paintKeyPage(QPainter& painter, const QList<viewer::KeyGroup>& groups);

}  // namespace nodewise::shell
