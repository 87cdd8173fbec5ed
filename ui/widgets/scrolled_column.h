/// scrolled_column.h: a panel whose rows scroll up and down.
#pragma once
#include <QFrame>
#include <QMargins>

class QVBoxLayout;

namespace nodewise::widgets {

/// Gives the panel its name, surface and width, and a column that scrolls; the rows' parent is the
/// column's `parentWidget()`.
[[nodiscard]] QVBoxLayout* addScrolledColumn(QFrame* panel, const QString& objectName, int width,
                                             const QMargins& margins);

}  // namespace nodewise::widgets
