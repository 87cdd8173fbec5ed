#include "ui/read/key_sheet.h"
#include "ui/read/call_keys.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/type_scale.h"
#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>

namespace nodewise::read {

using namespace widgets;

namespace {

QString letters(const char* places) {
    QStringList printed;
    for (const QChar place : QString::fromLatin1(places))
        printed << printedLetter(place);
    return printed.join(QLatin1Char(' '));
}

QList<QPair<QString, QString>> rows() {
    return {
        {KeySheet::tr("[ ]"), KeySheet::tr("ENE probability ± 5, with Shift ± 1")},
        {KeySheet::tr("Shift + 0 … 3"), KeySheet::tr("iENE grade")},
        {letters("ZXC"), KeySheet::tr("Margin, left to right")},
        {letters("VBG"), KeySheet::tr("Perinodal fat")},
        {letters("HJK"), KeySheet::tr("Adjacent structure")},
        {letters("OPYU"), KeySheet::tr("Coalescence, necrosis, cystic, fatty hilum")},
        {letters("M"), KeySheet::tr("Draw short and long axis")},
        {KeySheet::tr("Insert"), KeySheet::tr("Mark the node at the crosshair")},
        {KeySheet::tr("Enter"), KeySheet::tr("Commit the node")},
        {letters("N"), KeySheet::tr("Next open node")},
        {KeySheet::tr("Arrows, Page up, Page down"), KeySheet::tr("Slices")},
        {KeySheet::tr("Shift + arrows"), KeySheet::tr("Move the crosshair")},
        {QStringLiteral("0 – 9"), KeySheet::tr("Window presets")},
        {letters("ASD"), KeySheet::tr("Axial, coronal, sagittal large")},
        {letters("QE"), KeySheet::tr("Slab thinner, thicker")},
        {letters("FRI"), KeySheet::tr("Fit, reset, invert")},
        {KeySheet::tr("Space"), KeySheet::tr("One view alone, and back")},
        {QStringLiteral("F6"), KeySheet::tr("Next part of the screen")},
    };
}

}  // namespace

KeySheet::KeySheet(QWidget* parent)
    : QFrame(parent) {
    setObjectName(QStringLiteral("keySheet"));
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
        new Button(QStringLiteral("keySheetClose"), tr("Close"), ButtonKind::Compact, this);
    close->setKeyHint(tr("Esc"));
    connect(close, &QPushButton::clicked, this, &KeySheet::toggle);
    grid->addWidget(close, line, 0, 1, 2, Qt::AlignRight);
    hide();
}

void KeySheet::toggle() {
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

void KeySheet::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Question)
        return toggle();
    // No answer is given to what lies below the sheet.
    event->accept();
}

}  // namespace nodewise::read
