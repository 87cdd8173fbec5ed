#include "ui/viewer/key_sheet.h"
#include "ui/viewer/key_text.h"
#include "ui/viewer/viewer_habits.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/type_scale.h"
#include <QApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <algorithm>
#include <array>

namespace nodewise::viewer {

using namespace widgets;

namespace {

/// "0 – 9" as long as the windows lie on their digits.
QString presetKeys() {
    const KeyMap& keys = ViewerHabits::instance().keys();
    QStringList moved;
    bool delivered = true;
    for (int n = 0; n < 10; ++n) {
        const KeyPlace key =
            keys.key(static_cast<ViewerCommand>(static_cast<int>(ViewerCommand::Preset0) + n));
        delivered = delivered && key == KeyPlace{{}, false, false, Qt::Key_0 + n};
        if (key.isSet())
            moved << keyText(key);
    }
    return delivered ? QStringLiteral("0 – 9") : moved.join(QLatin1Char(' '));
}

}  // namespace

QString keysOf(std::initializer_list<ViewerCommand> commands) {
    QList<KeyPlace> keys;
    for (const ViewerCommand command : commands)
        if (const KeyPlace key = ViewerHabits::instance().keys().key(command); key.isSet())
            keys << key;
    if (keys.isEmpty())
        return keyText({});
    const bool alike = std::ranges::all_of(keys, [&keys](const KeyPlace& key) {
        return key.shift == keys.front().shift && key.ctrl == keys.front().ctrl;
    });
    QStringList words{keyText(keys.front())};
    for (qsizetype n = 1; n < keys.size(); ++n) {
        KeyPlace key = keys[n];
        if (alike)
            key.shift = key.ctrl = false;
        words << keyText(key);
    }
    return words.join(QStringLiteral("  "));
}

QString gradeKeys() {
    using C = ViewerCommand;
    const KeyMap& keys = ViewerHabits::instance().keys();
    const KeyMap delivered;
    for (const C grade : {C::Grade0, C::Grade1, C::Grade2, C::Grade3})
        if (keys.key(grade) != delivered.key(grade))
            return keysOf({C::Grade0, C::Grade1, C::Grade2, C::Grade3});
    //: The keys Shift and 0 to 3.
    return KeySheet::tr("Shift + 0 … 3");
}

QList<KeyRow> probabilityRows() {
    using C = ViewerCommand;
    const KeyMap& keys = ViewerHabits::instance().keys();
    const KeyMap delivered;
    const bool moved =
        std::ranges::any_of(std::array{C::ProbabilityLess, C::ProbabilityMore,
                                       C::ProbabilityOneLess, C::ProbabilityOneMore},
                            [&](C command) { return keys.key(command) != delivered.key(command); });
    if (!moved)
        return {{KeySheet::tr("[ ]"), KeySheet::tr("ENE probability ± 5, with Shift ± 1")}};
    return {{keysOf({C::ProbabilityLess, C::ProbabilityMore}), KeySheet::tr("ENE probability ± 5")},
            {keysOf({C::ProbabilityOneLess, C::ProbabilityOneMore}),
             KeySheet::tr("ENE probability ± 1")}};
}

KeyGroup viewerKeyGroup() {
    using C = ViewerCommand;
    return {KeySheet::tr("On the pictures"),
            {{keysOf({C::SliceUp, C::SliceDown, C::TenSlicesUp, C::TenSlicesDown}),
              KeySheet::tr("Slices")},
             {keysOf({C::FirstSlice, C::LastSlice}), KeySheet::tr("First, last slice")},
             {keysOf({C::Cine}), KeySheet::tr("Play through the slices")},
             {keysOf({C::NudgeLeft, C::NudgeRight, C::NudgeUp, C::NudgeDown}),
              KeySheet::tr("Move the crosshair")},
             {keysOf({C::TurnLinesLeft, C::TurnLinesRight}),
              KeySheet::tr("Turn the crosshair: oblique planes")},
             {presetKeys(), KeySheet::tr("Window presets")},
             {keysOf({C::ZoomIn, C::ZoomOut, C::OneToOne}), KeySheet::tr("Zoom, one to one")},
             {keysOf({C::PlaneAxial, C::PlaneCoronal, C::PlaneSagittal}),
              KeySheet::tr("Axial, coronal, sagittal large")},
             {keysOf({C::Maximise, C::NextLayout}), KeySheet::tr("One view alone, next layout")},
             {keysOf({C::SlabThinner, C::SlabThicker}), KeySheet::tr("Slab thinner, thicker")},
             {keysOf({C::Fit, C::Reset, C::Invert}), KeySheet::tr("Fit, reset, invert")},
             {keysOf({C::Flip, C::TurnQuarter}), KeySheet::tr("Flip, turn by 90°")},
             {keysOf({C::PairTool, C::RulerTool, C::AngleTool}),
              KeySheet::tr("Short and long axis, ruler, angle")},
             {keysOf({C::Loupe}), KeySheet::tr("Magnifying glass while held")},
             {keysOf({C::KeyImage, C::CopyPicture}), KeySheet::tr("Key image, copy the picture")},
             {keysOf({C::Undo, C::RemoveLast}), KeySheet::tr("Undo, remove the last measurement")},
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
        makeLabel(tr("Keys can be changed in Settings."), TextStyle::Note, TextTone::Dim, this));
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
