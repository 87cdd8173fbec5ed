#include "ui/widgets/focus_regions.h"
#include <QWidget>

namespace nodewise::widgets {

namespace {

bool takesTab(const QWidget* widget) {
    return (widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() && widget->isEnabled();
}

}  // namespace

QWidget* firstFocusable(QWidget* region) {
    if (takesTab(region))
        return region;
    // The tab chain, not the list of children: it is the order a reader knows.
    for (QWidget* next = region->nextInFocusChain(); next && next != region;
         next = next->nextInFocusChain())
        if (region->isAncestorOf(next) && takesTab(next))
            return next;
    return nullptr;
}

}  // namespace nodewise::widgets
