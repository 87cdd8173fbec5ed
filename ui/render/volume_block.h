/// volume_block.h: a volume made small enough to be drawn whole.
#pragma once
#include "base/job_control.h"
#include "volume/ct_volume.h"
#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace nodewise::render {

/// Values on a right-handed grid of their own. Shared, never changed.
struct VolumeBlock {
    std::array<int, 3> dims{};
    std::array<double, 3> spacing{};  ///< mm.
    PointLps origin;                  ///< Centre of the first voxel.
    std::array<VectorLps, 3> axes{};
    std::shared_ptr<const std::vector<std::int16_t>> values;
    [[nodiscard]] bool empty() const { return values == nullptr || values->empty(); }
    [[nodiscard]] PointLps centre() const;
    /// Half of the longest side, mm.
    [[nodiscard]] double radiusMm() const;
};

/// Means over whole numbers of voxels along each axis, the finest axis first, until at most
/// `most` are left. Empty when cancelled. Any thread.
[[nodiscard]] VolumeBlock blockOf(const CtVolume& volume, std::size_t most, JobControl& job);

}  // namespace nodewise::render
