#include "ui/widgets/combo_box.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QWheelEvent>

namespace nodewise::widgets {

ComboBox::ComboBox(const QString& objectName, const QString& name, QWidget* parent)
    : QComboBox(parent) {
    setObjectName(objectName);
    setAccessibleName(name);
    setFocusPolicy(Qt::StrongFocus);
}

void ComboBox::setCompact(bool compact) {
    setProperty("compact", compact);
    style()->unpolish(this);
    style()->polish(this);
    updateGeometry();
}

/// As QComboBox does it, but a text without room ends in dots.
void ComboBox::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    if (currentIndex() < 0 && !placeholderText().isEmpty()) {
        option.palette.setBrush(QPalette::ButtonText, option.palette.placeholderText());
        option.currentText = placeholderText();
    }
    const QRect field =
        style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    option.currentText =
        fontMetrics().elidedText(option.currentText, Qt::ElideRight, field.width() - 2);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
    const Theme& theme = Theme::of(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box(width() - 28, (height() - 16) / 2.0, 16, 16);
    paintIcon(painter, box, QStringLiteral("chevron-down"), isEnabled() ? theme.dim : theme.edge);
}

void ComboBox::wheelEvent(QWheelEvent* event) {
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

}  // namespace nodewise::widgets
