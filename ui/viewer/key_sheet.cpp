#include "ui/viewer/key_sheet.h"
#include "ui/viewer/viewer_habits.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/type_scale.h"
#include <QApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

namespace nodewise::viewer {

using namespace widgets;

namespace {

QString keysOf(std::initializer_list<ViewerCommand> commands) {
    QStringList keys;
    for (const ViewerCommand command : commands)
        keys << keyText(ViewerHabits::instance().keys().key(command));
    return keys.join(QStringLiteral("  "));
}

}  // namespace

KeyGroup viewerKeyGroup() {
    using C = ViewerCommand;
    return {
        KeySheet::tr("On the pictures"),
        {{KeySheet::tr("Arrows, Page up, Page down"), KeySheet::tr("Slices")},
         {KeySheet::tr("Home, End"), KeySheet::tr("First, last slice")},
         {KeySheet::tr("Shift + arrows"), KeySheet::tr("Move the crosshair")},
         {KeySheet::tr("Ctrl + left, right"), KeySheet::tr("Turn the crosshair: oblique planes")},
         {QStringLiteral("0 – 9"), KeySheet::tr("Window presets")},
         {QStringLiteral("+  −"), KeySheet::tr("Zoom")},
         {keysOf({C::PlaneAxial, C::PlaneCoronal, C::PlaneSagittal}),
          KeySheet::tr("Axial, coronal, sagittal large")},
         {KeySheet::tr("Space"), KeySheet::tr("One view alone, and back")},
         {keysOf({C::SlabThinner, C::SlabThicker}), KeySheet::tr("Slab thinner, thicker")},
         {keysOf({C::Fit, C::Reset, C::Invert}), KeySheet::tr("Fit, reset, invert")},
         {keysOf({C::TurnQuarter}), KeySheet::tr("Turn by 90°")},
         {KeySheet::tr("Ctrl + 1"), KeySheet::tr("One to one")},
         {keysOf({C::PairTool}), KeySheet::tr("Draw short and long axis")},
         {keysOf({C::Loupe}), KeySheet::tr("Magnifying glass while held")},
         {keysOf({C::KeyImage}), KeySheet::tr("Star as key image")},
         {KeySheet::tr("Ctrl + Z, Delete"), KeySheet::tr("Undo, remove the last measurement")},
         {QStringLiteral("F6"), KeySheet::tr("Next part of the screen")}}};
}

KeySheet::KeySheet(const QString& objectName, std::function<QList<KeyGroup>()> groups,
                   QWidget* parent)
    : QFrame(parent)
    , m_groups(std::move(groups)) {
    setObjectName(objectName);
    setProperty("class", QStringLiteral("toast"));
    setAccessibleName(tr("Keys"));
    setFocusPolicy(Qt::StrongFocus);
    setAutoFillBackground(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    column->addWidget(makeLabel(tr("Keys"), TextStyle::Section, TextTone::Strong, this));
    m_content = new QWidget(this);
    column->addWidget(m_content);
    auto* foot = new QHBoxLayout;
    foot->addWidget(
        makeLabel(tr("Letters can be changed in Settings."), TextStyle::Note, TextTone::Dim, this));
    foot->addStretch(1);
    auto* close =
        new Button(objectName + QStringLiteral("Close"), tr("Close"), ButtonKind::Compact, this);
    close->setKeyHint(tr("Esc"));
    connect(close, &QPushButton::clicked, this, &KeySheet::toggle);
    foot->addWidget(close);
    column->addLayout(foot);
    hide();
}

/// A column a group; made anew, since keys and language of the rows may have changed.
void KeySheet::fill() {
    auto* fresh = new QWidget(this);
    auto* grid = new QGridLayout(fresh);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(4);
    int column = 0, last = 0;
    for (const KeyGroup& group : m_groups()) {
        int line = 0;
        grid->addWidget(makeLabel(group.title, TextStyle::Head, TextTone::Strong, fresh), line++,
                        column, 1, 2);
        for (const auto& [key, meaning] : group.rows) {
            grid->addWidget(makeLabel(key, TextStyle::Value, TextTone::Text, fresh), line, column);
            grid->addWidget(makeLabel(meaning, TextStyle::Base, TextTone::Dim, fresh), line++,
                            column + 1);
        }
        last = std::max(last, line);
        column += 2;
    }
    grid->setRowStretch(last, 1);
    delete layout()->replaceWidget(m_content, fresh);
    delete m_content;
    m_content = fresh;
    fresh->show();
}

void KeySheet::toggle() {
    if (isVisible()) {
        hide();
        if (m_before)
            m_before->setFocus();
        return;
    }
    m_before = QApplication::focusWidget();
    fill();
    layout()->activate();
    adjustSize();
    move((parentWidget()->width() - width()) / 2, (parentWidget()->height() - height()) / 2);
    show();
    raise();
    setFocus(Qt::ShortcutFocusReason);
}

void KeySheet::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Question)
        return toggle();
    // No answer is given to what lies below the sheet.
    event->accept();
}

}  // namespace nodewise::viewer
