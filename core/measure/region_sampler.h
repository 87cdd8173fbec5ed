/// region_sampler.h: HU and labels at places between the voxels of a region.
#pragma once
#include "measure/node_region.h"
#include <optional>

namespace nodewise::measure {

/// Thread-safe; keeps a reference to the region.
class RegionSampler {
public:
    explicit RegionSampler(const NodeRegion& region)
        : m_region(region) {}

    /// Trilinear; the border voxel is repeated outside.
    [[nodiscard]] double hu(PointLps place) const;
    /// Offset of the voxel that holds the place; nothing outside the region.
    [[nodiscard]] std::optional<std::size_t> voxel(PointLps place) const;

private:
    const NodeRegion& m_region;
};

}  // namespace nodewise::measure
