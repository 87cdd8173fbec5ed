/// style_sheet.h: the program's style sheet with @roles in place of colours.
#pragma once
#include <QString>

namespace nodewise::widgets {

/// For Theme::fill. Painted controls (Button, SegmentedChoice, Chip …) are not in it.
[[nodiscard]] QString styleSheet();

}  // namespace nodewise::widgets
