/// settings_screen.h: appearance, language, reader, and what this program is.
#pragma once
#include "ui/models/learner.h"
#include "ui/models/settings_model.h"
#include <QWidget>

class QLabel;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace nodewise::widgets {
class CheckRow;
class ComboBox;
class SegmentedChoice;
}  // namespace nodewise::widgets

namespace nodewise::shell {

/// What stands under About. Plain texts from the composition root.
struct AboutFacts {
    QString version;
    QString dataFolder;
    QString graphics;  ///< The renderer, or why there is no 3-D.
};

/// Every change is kept at once; there is no "Apply".
class SettingsScreen final : public QWidget {
    Q_OBJECT
public:
    SettingsScreen(models::SettingsModel& settings, models::Learner& learner,
                   const AboutFacts& facts, QWidget* parent = nullptr);
    /// Adds a section at the head of the right column ("Safety of your progress").
    void addSection(const QString& title, QWidget* section);
    /// Adds a section below both columns, as wide as both.
    void addWideSection(const QString& title, QWidget* section);

Q_SIGNALS:
    /// A setting could not be kept.
    void problem(const nodewise::Error& error);

private:
    void buildAppearance(QVBoxLayout* column);
    void buildReader(QVBoxLayout* column);
    void buildAbout(QVBoxLayout* column, const AboutFacts& facts);
    void refresh();
    void keep(const models::Settings& settings);

    models::SettingsModel& m_settings;
    models::Learner& m_learner;
    widgets::SegmentedChoice* m_theme = nullptr;
    widgets::SegmentedChoice* m_edition = nullptr;
    widgets::ComboBox* m_language = nullptr;
    widgets::CheckRow* m_no3d = nullptr;
    widgets::CheckRow* m_stillness = nullptr;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_exam = nullptr;
    QSpinBox* m_dailyCap = nullptr;
    QVBoxLayout *m_right = nullptr, *m_page = nullptr;
    int m_sections = 0;
    QLabel* m_restart = nullptr;
};

}  // namespace nodewise::shell
