/// find_child.h: a widget by its object name; a missing one ends the test.
#pragma once
#include <QWidget>

namespace nodewise::tests {

template <class T>
T* find(QWidget& widget, const char* name) {
    auto* found = widget.findChild<T*>(QLatin1String(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

}  // namespace nodewise::tests
