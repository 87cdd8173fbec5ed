/// accessibility.h: what every screen owes to keyboard and screen reader, as one check.
#pragma once
#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QSet>
#include <QStringList>
#include <QTest>
#include <QWidget>
#include <algorithm>

namespace nodewise::tests {

/// Every visible, enabled control of `root` that takes focus by Tab.
inline QList<QWidget*> focusableControls(QWidget* root) {
    QList<QWidget*> controls;
    const auto all = root->findChildren<QWidget*>();
    for (QWidget* widget : all)
        if ((widget->focusPolicy() & Qt::TabFocus) && widget->isVisibleTo(root) &&
            widget->isEnabledTo(root) && !widget->focusProxy())
            controls << widget;
    return controls;
}

/// Names of what is wrong: no object name, no accessible name, not reached by Tab. `root` must be
/// shown. Empty when all is well.
inline QStringList accessibilityFaults(QWidget* root) {
    QStringList faults;
    const auto tell = [&](const QWidget* widget, const char* what) {
        faults << QStringLiteral("%1 \"%2\" in \"%3\": %4")
                      .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
                           widget->parentWidget() ? widget->parentWidget()->objectName()
                                                  : QString(),
                           QLatin1String(what));
    };
    const auto controls = focusableControls(root);
    // Walk the chain as Tab does, from the root's first control round to it again.
    QSet<const QWidget*> reached;
    QWidget* start = root->window();
    QWidget* at = start;
    do {
        reached.insert(at);
        at = at->nextInFocusChain();
    } while (at && at != start);
    for (const QWidget* control : controls) {
        if (control->objectName().isEmpty() ||
            control->objectName().startsWith(QLatin1String("qt_")))
            tell(control, "no object name");
        QAccessibleInterface* spoken =
            QAccessible::queryAccessibleInterface(const_cast<QWidget*>(control));
        if (!spoken || spoken->text(QAccessible::Name).trimmed().isEmpty())
            tell(control, "no accessible name");
        if (!reached.contains(control))
            tell(control, "not in the tab chain");
    }
    return faults;
}

/// Presses Tab from the first control until focus comes round; names the controls it never met.
inline QStringList notReachedByTab(QWidget* root) {
    QSet<QWidget*> met;
    const auto controls = focusableControls(root);
    if (controls.isEmpty())
        return {};
    QApplication::setActiveWindow(root->window());
    controls.front()->setFocus(Qt::TabFocusReason);
    for (int i = 0; i < 4 * controls.size() + 8; ++i) {
        if (QWidget* focus = QApplication::focusWidget()) {
            met.insert(focus);
            QTest::keyClick(focus, Qt::Key_Tab);
        }
    }
    // Of a group of which one is chosen, Tab meets one; the arrows lead to the others.
    const auto metInGroup = [&](const QWidget* control) {
        const auto* button = qobject_cast<const QAbstractButton*>(control);
        const QButtonGroup* group = button ? button->group() : nullptr;
        if (!group || !group->exclusive())
            return false;
        const auto mates = group->buttons();
        return std::any_of(mates.begin(), mates.end(),
                           [&](QAbstractButton* mate) { return met.contains(mate); });
    };
    QStringList missing;
    for (QWidget* control : controls)
        if (!met.contains(control) && !metInGroup(control))
            missing << control->objectName();
    return missing;
}

}  // namespace nodewise::tests
