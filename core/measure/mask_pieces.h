/// mask_pieces.h: how many bodies a mask is.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace nodewise::measure {

/// The connected pieces (over faces) of a mask, i fastest.
struct MaskPieces {
    std::size_t count = 0;
    double strayShare = 0;  ///< Share of the voxels that lie outside the largest piece.
};

/// Pure, thread-safe.
[[nodiscard]] MaskPieces piecesOfMask(const std::array<int, 3>& dims,
                                      std::span<const std::uint8_t> mask);

}  // namespace nodewise::measure
