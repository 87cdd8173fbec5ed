/// colour_map.h: gray pictures in colour, and one picture over another.
#pragma once
#include "ui/viewer/viewer_model.h"
#include <QColor>
#include <cstdint>
#include <span>

namespace nodewise::viewer {

/// The colour of a gray level 0..255. Gray gives itself; HotMetal runs from
/// black over red and yellow to white, evenly in lightness.
[[nodiscard]] QColor colourOf(ColourMap map, int gray);

/// Gray pixels (0xffgggggg) to colours, in place; Gray leaves them.
void paintColours(std::span<std::uint32_t> pixels, ColourMap map);

/// Blends `over` (gray) in colour on `pixels`; the darker a pixel of `over`,
/// the less of it is seen, so that nothing hides the anatomy where there is no
/// uptake. @pre equal sizes.
void blendOver(std::span<std::uint32_t> pixels, std::span<const std::uint32_t> over, ColourMap map,
               double share);

}  // namespace nodewise::viewer
