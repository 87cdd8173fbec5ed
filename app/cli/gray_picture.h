/// gray_picture.h: a small picture in gray, for contact sheets, and its PNG.
#pragma once
#include "base/result.h"
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace nodewise::cli {

/// Row by row from the upper left corner.
struct GrayPicture {
    GrayPicture(int columns, int rows)
        : width(columns)
        , height(rows)
        , pixels(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows)) {}

    int width, height;
    std::vector<std::uint8_t> pixels;

    [[nodiscard]] std::uint8_t& at(int column, int row) {
        return pixels[static_cast<std::size_t>(row) * static_cast<std::size_t>(width) +
                      static_cast<std::size_t>(column)];
    }
    /// @pre the whole of `part` lies inside.
    void paste(const GrayPicture& part, int column, int row);
    /// Every `factor` × `factor` pixels become their mean. @pre factor > 0.
    [[nodiscard]] GrayPicture shrunk(int factor) const;
};

/// The picture as a PNG file of 8-bit gray (PNG 1.2, chapters 3 to 5). Thread-safe.
[[nodiscard]] std::string pngOf(const GrayPicture& picture);
/// Errors: those of serial::writeFileAtomically.
[[nodiscard]] Result<void> writePng(const GrayPicture& picture, const std::filesystem::path& file);

}  // namespace nodewise::cli
