/// scrolled_column.h: panels and pages whose rows scroll up and down.
#pragma once
#include <QFrame>
#include <QMargins>

class QVBoxLayout;

namespace nodewise::widgets {

/// Gives the panel its name, surface and width, and a column that scrolls; the rows' parent is the
/// column's `parentWidget()`.
[[nodiscard]] QVBoxLayout* addScrolledColumn(QFrame* panel, const QString& objectName, int width,
                                             const QMargins& margins);

/// The same for a page of no fixed width: gives the widget that scrolls, without a layout.
[[nodiscard]] QWidget* addScrolledContent(QWidget* page);

}  // namespace nodewise::widgets
