/// answer_rows.h: lines of the answer panel: words at the left that wrap, a value at the right.
#pragma once
#include "ui/text/measure_text.h"
#include "ui/widgets/type_scale.h"

namespace nodewise::measure_screen {

/// Name and value of a number; what it means and how it was found in the tooltip.
[[nodiscard]] QWidget* numberRow(const text::MeasuredRow& row, QWidget* parent);

/// Words over as many lines as they need; `right`, dim, on the first of them.
[[nodiscard]] QWidget* pairRow(const QString& left, widgets::TextStyle style,
                               widgets::TextTone tone, const QString& right, QWidget* parent);

}  // namespace nodewise::measure_screen
