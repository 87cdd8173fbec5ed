/// polygon_fill.h: which pixel centres lie inside closed outlines. Private to core/dicom.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace nodewise::dicom {

/// A corner in pixel steps; a pixel's centre has whole numbers.
struct Corner {
    double i = 0, j = 0;
};

/// Turns every pixel of `mask` (columns × rows) over whose centre lies inside the polygon by the
/// even-odd rule, so that an outline within an outline cuts a hole. A centre exactly on an edge
/// belongs to the polygon to its right or below, never to two neighbours.
void togglePolygon(std::span<const Corner> corners, int columns, int rows,
                   std::vector<std::uint8_t>& mask);

}  // namespace nodewise::dicom
