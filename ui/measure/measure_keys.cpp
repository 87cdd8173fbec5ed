#include "ui/measure/measure_keys.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/type_scale.h"
#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>

namespace nodewise::measure_screen {

using namespace widgets;

namespace {

QList<QPair<QString, QString>> rows() {
    const auto key = [](const char* text) { return QString::fromLatin1(text); };
    return {
        {key("O"), MeasureKeys::tr("Outline a node by a click")},
        {key("B"), MeasureKeys::tr("Brush; with Shift it takes away")},
        {MeasureKeys::tr("[ ]"), MeasureKeys::tr("Probability ± 5, with Shift ± 1")},
        {MeasureKeys::tr("Shift + 0 … 3"), MeasureKeys::tr("Grade")},
        {MeasureKeys::tr("Enter"), MeasureKeys::tr("Show the core's answer")},
        {key("N"), MeasureKeys::tr("Next node")},
        {key("M"), MeasureKeys::tr("Short and long axis")},
        {MeasureKeys::tr("Arrows, Page up, Page down"), MeasureKeys::tr("Slices")},
        {MeasureKeys::tr("Ctrl + left, right"),
         MeasureKeys::tr("Turn the crosshair: oblique planes")},
        {key("0 - 9"), MeasureKeys::tr("Window presets")},
        {key("A S D"), MeasureKeys::tr("Axial, coronal, sagittal large")},
        {key("Q E"), MeasureKeys::tr("Slab thinner, thicker")},
        {key("F R I T"), MeasureKeys::tr("Fit, reset, invert, turn by 90°")},
        {key("L"), MeasureKeys::tr("Magnifying glass while held")},
        {key("W"), MeasureKeys::tr("Star as key image")},
        {MeasureKeys::tr("Space"), MeasureKeys::tr("One view alone, and back")},
        {MeasureKeys::tr("Ctrl + Z, Delete"), MeasureKeys::tr("Undo, remove the last measurement")},
    };
}

}  // namespace

MeasureKeys::MeasureKeys(QWidget* parent)
    : QFrame(parent) {
    setObjectName(QStringLiteral("measureKeys"));
    setProperty("class", QStringLiteral("toast"));
    setAccessibleName(tr("Keys"));
    setFocusPolicy(Qt::StrongFocus);
    setAutoFillBackground(true);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(24, 16, 24, 16);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(4);
    grid->addWidget(makeLabel(tr("Keys"), TextStyle::Section, TextTone::Strong, this), 0, 0, 1, 2);
    int line = 1;
    for (const auto& [key, meaning] : rows()) {
        grid->addWidget(makeLabel(key, TextStyle::Value, TextTone::Text, this), line, 0);
        grid->addWidget(makeLabel(meaning, TextStyle::Base, TextTone::Dim, this), line++, 1);
    }
    auto* close =
        new Button(QStringLiteral("measureKeysClose"), tr("Close"), ButtonKind::Compact, this);
    connect(close, &QPushButton::clicked, this, &MeasureKeys::toggle);
    grid->addWidget(close, line, 0, 1, 2, Qt::AlignRight);
    hide();
}

void MeasureKeys::toggle() {
    if (isVisible()) {
        hide();
        if (m_before)
            m_before->setFocus();
        return;
    }
    m_before = QApplication::focusWidget();
    adjustSize();
    move((parentWidget()->width() - width()) / 2, (parentWidget()->height() - height()) / 2);
    show();
    raise();
    setFocus(Qt::ShortcutFocusReason);
}

void MeasureKeys::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Question)
        return toggle();
    event->accept();
}

}  // namespace nodewise::measure_screen
