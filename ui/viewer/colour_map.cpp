#include "ui/viewer/colour_map.h"
#include "base/require.h"
#include "ui/widgets/theme.h"
#include <algorithm>
#include <array>
#include <cmath>

namespace nodewise::viewer {

namespace {

using Table = std::array<std::uint32_t, 256>;

Table tableOf(ColourMap map) {
    Table table{};
    for (int gray = 0; gray < 256; ++gray)
        table[static_cast<std::size_t>(gray)] = colourOf(map, gray).rgb();
    return table;
}

std::uint32_t mixed(std::uint32_t below, std::uint32_t above, int part) {
    const auto channel = [&](int shift) {
        const int b = static_cast<int>(below >> shift & 0xff);
        const int a = static_cast<int>(above >> shift & 0xff);
        return static_cast<std::uint32_t>((b * (256 - part) + a * part) >> 8) << shift;
    };
    return 0xff000000U | channel(16) | channel(8) | channel(0);
}

}  // namespace

QColor colourOf(ColourMap map, int gray) {
    const double t = std::clamp(gray, 0, 255) / 255.0;
    switch (map) {
    case ColourMap::HotMetal: {
        const auto ramp = [t](double from, double to) {
            return static_cast<int>(
                std::lround(255 * std::clamp((t - from) / (to - from), 0.0, 1.0)));
        };
        return {ramp(0, 0.45), ramp(0.35, 0.8), ramp(0.7, 1)};
    }
    case ColourMap::Viridis:
        return widgets::image::viridis(t);
    case ColourMap::Gray:
        break;
    }
    return {gray, gray, gray};
}

void paintColours(std::span<std::uint32_t> pixels, ColourMap map) {
    if (map == ColourMap::Gray)
        return;
    const Table table = tableOf(map);
    for (std::uint32_t& pixel : pixels)
        pixel = table[pixel & 0xff];
}

void blendOver(std::span<std::uint32_t> pixels, std::span<const std::uint32_t> over, ColourMap map,
               double share) {
    NODEWISE_REQUIRE(pixels.size() == over.size());
    const Table table = tableOf(map);
    const int most = static_cast<int>(std::lround(256 * std::clamp(share, 0.0, 1.0)));
    for (std::size_t n = 0; n < pixels.size(); ++n) {
        const int gray = static_cast<int>(over[n] & 0xff);
        // Faint uptake is let through: full share from a quarter of the window on.
        const int part = most * std::min(gray, 64) / 64;
        pixels[n] = mixed(pixels[n], table[static_cast<std::size_t>(gray)], part);
    }
}

}  // namespace nodewise::viewer
