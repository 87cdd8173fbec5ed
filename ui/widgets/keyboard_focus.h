/// keyboard_focus.h: a focus ring only when focus came from the keyboard.
#pragma once
#include <QObject>

class QPainter;
class QRectF;
class QWidget;

namespace nodewise::widgets {

/// Event filter for the application: keeps the dynamic property "keyfocus" of every widget, which
/// the style sheet and the painted controls read. Tab, Backtab and Shortcut reasons count.
class KeyboardFocus final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    bool eventFilter(QObject* object, QEvent* event) override;
};

/// True when `widget` has focus and it came from the keyboard.
[[nodiscard]] bool hasKeyboardFocus(const QWidget* widget);

/// 2 px accent ring just inside `box` with the given corner radius.
void paintFocusRing(QPainter& painter, const QRectF& box, qreal radius, const QWidget* widget);

}  // namespace nodewise::widgets
