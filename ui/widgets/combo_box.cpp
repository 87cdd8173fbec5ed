#include "ui/widgets/combo_box.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"
#include <QPainter>
#include <QStyle>
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

void ComboBox::paintEvent(QPaintEvent* event) {
    QComboBox::paintEvent(event);
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
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
