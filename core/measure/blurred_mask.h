/// blurred_mask.h: a mask on a grid of cubes, blurred so that its voxel steps are gone.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace nodewise::measure {

/// A mask as small plain array, i fastest, with the spacing of its voxels. Outside it is 0.
struct MaskBox {
    std::array<int, 3> dims{};
    std::array<double, 3> spacingMm{1, 1, 1};
    std::vector<std::uint8_t> inside;
    std::array<int, 3> start{};  ///< Where voxel (0,0,0) lies in the grid it was cut from.

    [[nodiscard]] std::size_t offset(int i, int j, int k) const {
        return static_cast<std::size_t>(i) +
               static_cast<std::size_t>(dims[0]) *
                   (static_cast<std::size_t>(j) +
                    static_cast<std::size_t>(dims[1]) * static_cast<std::size_t>(k));
    }
};

/// Values on cubes of `stepMm`; node (0,0,0) lies at `firstMm` from the centre of voxel (0,0,0) of
/// the mask. The rim is far enough out to hold no surface.
struct BlurredMask {
    std::array<int, 3> dims{};
    double stepMm = 1;
    std::array<double, 3> firstMm{};
    std::vector<float> value;

    [[nodiscard]] std::size_t offset(int i, int j, int k) const {
        return static_cast<std::size_t>(i) +
               static_cast<std::size_t>(dims[0]) *
                   (static_cast<std::size_t>(j) +
                    static_cast<std::size_t>(dims[1]) * static_cast<std::size_t>(k));
    }
};

/// The mask, each voxel a solid block, seen through 2 G(sigma) - G(tau) along each axis, where G is
/// a Gaussian and tau² = 2 sigma² + spacing² / 12. The second moment of block and kernel together
/// is nought on every axis, so that a curved surface does not move inward and thick slices do not
/// stretch the shape, which a single Gaussian does by sigma² times the mean curvature. Pure,
/// thread-safe.
[[nodiscard]] BlurredMask blurMask(const MaskBox& mask, double sigmaMm, double stepMm);

}  // namespace nodewise::measure
