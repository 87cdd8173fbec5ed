#include "ui/shell/keys_section.h"
#include "ui/dashboard/report.h"
#include "ui/measure/measure_screen.h"
#include "ui/read/call_keys.h"
#include "ui/viewer/viewer_habits.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/combo_box.h"
#include "ui/widgets/wrap_label.h"
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace nodewise::shell {

using viewer::ViewerHabits;
using widgets::Button;
using widgets::ButtonKind;
using widgets::TextStyle;
using widgets::TextTone;

namespace {

/// Keys of the whole window, whatever is on screen.
bool isWindowKey(const QKeyEvent& event) {
    if (event.key() == Qt::Key_Tab || event.key() == Qt::Key_Backtab || event.key() == Qt::Key_F6)
        return true;
    if (!event.modifiers().testFlag(Qt::ControlModifier))
        return false;
    const bool place = event.key() >= Qt::Key_1 && event.key() <= Qt::Key_9;
    return place || event.key() == Qt::Key_O || event.key() == Qt::Key_I ||
           event.key() == Qt::Key_F;
}

std::optional<viewer::TakenKey> takenAs(const QKeyEvent& event) {
    if (isWindowKey(event))
        return viewer::TakenKey{KeysSection::tr("getting about"), KeysSection::tr("everywhere")};
    if (event.key() == Qt::Key_Question)
        return viewer::TakenKey{KeysSection::tr("sheet of keys"), KeysSection::tr("everywhere")};
    return std::nullopt;
}

}  // namespace

KeysSection::KeysSection(models::SettingsModel& settings, widgets::DialogService& dialogs,
                         QWidget* parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_dialogs(dialogs)
    , m_mouse(new widgets::ComboBox(QStringLiteral("mouseBox"), tr("Mouse on the pictures"), this))
    , m_editor(new viewer::KeyEditor(takenAs, this)) {
    setObjectName(QStringLiteral("keysSection"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto* label =
        widgets::makeLabel(tr("Mouse on the pictures"), TextStyle::Note, TextTone::Dim, this);
    label->setBuddy(m_mouse);
    column->addWidget(label);
    for (const auto profile : viewer::kMouseProfiles)
        m_mouse->addItem(viewer::profileName(profile), viewer::profileWord(profile));
    m_mouse->setMaximumWidth(496);
    column->addWidget(m_mouse);
    column->addSpacing(4);
    column->addWidget(m_editor);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* page = new Button(QStringLiteral("keyPageButton"), tr("Key sheet as PDF"),
                            ButtonKind::Plain, this);
    auto* reset = new Button(QStringLiteral("resetKeysButton"), tr("Keys as delivered"),
                             ButtonKind::Plain, this);
    row->addWidget(page);
    row->addWidget(reset);
    row->addStretch(1);
    column->addLayout(row);
    connect(m_mouse, &QComboBox::activated, this, [this] {
        ViewerHabits::instance().setMouseProfile(
            viewer::profileOf(m_mouse->currentData().toString()));
    });
    connect(reset, &QPushButton::clicked, m_editor, &viewer::KeyEditor::reset);
    connect(page, &QPushButton::clicked, this, &KeysSection::savePdf);
    connect(&settings, &models::SettingsModel::changed, this, &KeysSection::takeSettings);
    takeSettings();
    connect(&ViewerHabits::instance(), &ViewerHabits::changed, this, &KeysSection::keep);
}

void KeysSection::takeSettings() {
    const QScopedValueRollback taking(m_taking, true);
    const models::Settings now = m_settings.settings();
    ViewerHabits::instance().setMouseProfile(viewer::profileOf(now.mouse));
    ViewerHabits::instance().setKeys(viewer::KeyMap::fromText(now.viewerKeys));
    m_mouse->setCurrentIndex(
        m_mouse->findData(viewer::profileWord(ViewerHabits::instance().mouseProfile())));
}

void KeysSection::keep() {
    if (m_taking)
        return;
    models::Settings next = m_settings.settings();
    const ViewerHabits& habits = ViewerHabits::instance();
    next.mouse = viewer::profileWord(habits.mouseProfile());
    next.viewerKeys = habits.keys().toText();
    if (const auto kept = m_settings.change(next); !kept)
        Q_EMIT problem(kept.error());
}

void KeysSection::savePdf() {
    const auto file =
        m_dialogs.saveFile(window(), tr("Key sheet as PDF"), QStringLiteral("nodewise-keys.pdf"),
                           QStringLiteral("PDF (*.pdf)"));
    if (!file)
        return;
    const auto written =
        dashboard::writePdf(std::filesystem::path(file->toStdU16String()), tr("Keys of Nodewise"),
                            [](QPainter& painter) { paintKeyPage(painter, keyGroups()); });
    if (written)
        Q_EMIT saved(*file);
    else
        Q_EMIT problem(written.error());
}

QList<viewer::KeyGroup> keyGroups() {
    return {read::callKeyGroup(), measure_screen::measureKeyGroup(), viewer::viewerKeyGroup()};
}

}  // namespace nodewise::shell
