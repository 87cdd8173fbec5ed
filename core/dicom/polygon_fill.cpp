#include "dicom/polygon_fill.h"
#include <algorithm>
#include <cmath>

namespace nodewise::dicom {
namespace {

/// Where the edges cross the line through the centres of row j.
void crossings(std::span<const Corner> corners, double j, std::vector<double>& found) {
    found.clear();
    for (std::size_t n = 0; n < corners.size(); ++n) {
        const Corner& a = corners[n];
        const Corner& b = corners[(n + 1) % corners.size()];
        if ((a.j <= j) != (b.j <= j))
            found.push_back(a.i + (j - a.j) / (b.j - a.j) * (b.i - a.i));
    }
    std::ranges::sort(found);
}

}  // namespace

void togglePolygon(std::span<const Corner> corners, int columns, int rows,
                   std::vector<std::uint8_t>& mask) {
    if (corners.size() < 3)
        return;
    const auto [low, high] = std::ranges::minmax_element(corners, {}, &Corner::j);
    const int first = static_cast<int>(std::ceil(std::clamp(low->j, 0.0, rows * 1.0)));
    const int last = static_cast<int>(std::floor(std::clamp(high->j, -1.0, rows - 1.0)));
    std::vector<double> xs;
    for (int j = first; j <= last; ++j) {
        crossings(corners, j, xs);
        for (std::size_t n = 0; n + 1 < xs.size(); n += 2) {
            const int from = static_cast<int>(std::ceil(std::clamp(xs[n], 0.0, columns * 1.0)));
            const int to = static_cast<int>(std::ceil(std::clamp(xs[n + 1], 0.0, columns * 1.0)));
            for (int i = from; i < to; ++i)
                mask[static_cast<std::size_t>(j) * static_cast<std::size_t>(columns) +
                     static_cast<std::size_t>(i)] ^= 1U;
        }
    }
}

}  // namespace nodewise::dicom
