#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/theme.h"
#include <QFocusEvent>
#include <QPainter>
#include <QStyle>
#include <QWidget>

namespace nodewise::widgets {

namespace {

bool isKeyboard(Qt::FocusReason reason) {
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
           reason == Qt::ShortcutFocusReason;
}

void setRing(QWidget* widget, bool on) {
    if (widget->property("keyfocus").toBool() == on)
        return;
    widget->setProperty("keyfocus", on);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

}  // namespace

bool KeyboardFocus::eventFilter(QObject* object, QEvent* event) {
    if (event->type() != QEvent::FocusIn && event->type() != QEvent::FocusOut)
        return false;
    auto* widget = qobject_cast<QWidget*>(object);
    if (!widget)
        return false;
    const auto reason = static_cast<QFocusEvent*>(event)->reason();
    // Another window or a menu in front: the ring comes back with the focus.
    if (reason == Qt::ActiveWindowFocusReason || reason == Qt::PopupFocusReason)
        return false;
    setRing(widget, event->type() == QEvent::FocusIn && isKeyboard(reason));
    return false;
}

bool hasKeyboardFocus(const QWidget* widget) {
    return widget->hasFocus() && widget->property("keyfocus").toBool();
}

void paintFocusRing(QPainter& painter, const QRectF& box, qreal radius, const QWidget* widget) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Theme::of(widget).accent, 2));
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius);
    painter.restore();
}

}  // namespace nodewise::widgets
