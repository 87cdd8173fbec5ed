/// ibsi_image.h: an image and its region of interest, prepared as IBSI prescribes.
#pragma once
#include "annotation/label_map.h"
#include "base/job_control.h"
#include "base/result.h"
#include "measure/ibsi_config.h"
#include "volume/ct_volume.h"
#include <array>
#include <cstdint>
#include <vector>

namespace nodewise::measure {

/// Values and two masks on one grid, i fastest. Morphology uses `shape`, intensities use `values`,
/// which re-segmentation makes smaller.
struct IbsiImage {
    std::array<int, 3> dims{};
    std::array<double, 3> spacingMm{1, 1, 1};
    std::vector<float> intensity;
    std::vector<std::uint8_t> shape, values;

    [[nodiscard]] std::size_t offset(int i, int j, int k) const {
        return static_cast<std::size_t>(i) +
               static_cast<std::size_t>(dims[0]) *
                   (static_cast<std::size_t>(j) +
                    static_cast<std::size_t>(dims[1]) * static_cast<std::size_t>(k));
    }
};

/// The image as it came (rounded when the configuration says so) with the label as both masks.
/// Errors: GridMismatch, LabelAbsent, NotANumber (any voxel), Cancelled. Thread-safe.
[[nodiscard]] Result<IbsiImage> ibsiImage(const CtVolume& image, const LabelMap& labels,
                                          LabelValue label, const IbsiConfig& config,
                                          JobControl& job);

/// On the new grid, which shares its middle with the old one and has ceil(n s / s') voxels; beyond
/// the outermost voxel centres the border is repeated. The mask is interpolated linearly and holds
/// where it reaches one half. Errors: ValueOutOfRange when the grid would exceed 2^31 voxels,
/// EmptyMask when no voxel is left, Cancelled. Thread-safe.
[[nodiscard]] Result<IbsiImage> interpolated(const IbsiImage& image, const IbsiConfig& config,
                                             JobControl& job);

/// Takes values out of the intensity mask; range and outliers are both judged on the mask as given,
/// and what either takes out is out. Errors: EmptyMask when none is left. Thread-safe.
[[nodiscard]] Result<void> resegment(IbsiImage& image, const IbsiConfig& config);

}  // namespace nodewise::measure
