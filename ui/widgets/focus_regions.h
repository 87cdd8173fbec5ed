/// focus_regions.h: the parts of a screen that F6 goes round.
#pragma once
#include <QList>

class QWidget;

namespace nodewise::widgets {

/// A screen that has more than one region. The order is the order of F6; hidden ones are skipped.
class FocusRegions {
public:
    virtual ~FocusRegions() = default;
    [[nodiscard]] virtual QList<QWidget*> focusRegions() const = 0;
    /// What has the keyboard when the screen comes up; null leaves it to Qt.
    [[nodiscard]] virtual QWidget* openingFocus() const { return nullptr; }
};

/// The first enabled, visible control inside `region` (or itself) that takes focus by Tab; null
/// when there is none.
[[nodiscard]] QWidget* firstFocusable(QWidget* region);

}  // namespace nodewise::widgets
