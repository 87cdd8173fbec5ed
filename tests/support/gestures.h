/// gestures.h: the wheel and the drag of a hand on a widget.
#pragma once
#include <QCoreApplication>
#include <QTest>
#include <QWheelEvent>
#include <QWidget>

namespace nodewise::tests {

inline void wheel(QWidget& widget, int delta, Qt::KeyboardModifiers modifiers = {}) {
    const QPointF at(widget.width() / 2.0, widget.height() / 2.0);
    QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &event);
}

inline void drag(QWidget& widget, QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton) {
    QTest::mousePress(&widget, button, {}, from);
    // QTest moves without buttons: the tool keeps its own account of what is pressed.
    for (int n = 1; n <= 4; ++n)
        QTest::mouseMove(&widget, from + (to - from) * n / 4);
    QTest::mouseRelease(&widget, button, {}, to);
}

}  // namespace nodewise::tests
