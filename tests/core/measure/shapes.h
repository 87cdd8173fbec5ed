/// shapes.h: masks of closed shapes, and pictures painted by a formula, for the measurement tests.
#pragma once
#include "annotation/label_map.h"
#include "base/job_control.h"
#include "volume/ct_volume.h"
#include <cmath>
#include <functional>
#include <memory>

namespace nodewise::measure {

using Inside = std::function<bool(PointLps)>;
using Hu = std::function<double(PointLps)>;

/// A grid round the origin: its middle lies at (0, 0, 0).
inline GridGeometry centredGrid(std::array<int, 3> dims, std::array<double, 3> spacing) {
    const auto start = [&](std::size_t a) { return -0.5 * (dims[a] - 1) * spacing[a]; };
    return GridGeometry::axisAligned(dims, spacing, {start(0), start(1), start(2)});
}

inline LabelMap paintLabels(const GridGeometry& grid, const Inside& inside, LabelValue value = 1) {
    LabelMap map = LabelMap::empty(grid);
    for (std::size_t at = 0; at < grid.voxelCount(); ++at)
        if (inside(grid.toPatient(grid.indexOf(at))))
            map.set(grid.indexOf(at), value);
    return map;
}

inline void addLabels(LabelMap& map, const Inside& inside, LabelValue value) {
    const GridGeometry grid = map.geometry();
    for (std::size_t at = 0; at < grid.voxelCount(); ++at)
        if (inside(grid.toPatient(grid.indexOf(at))))
            map.set(grid.indexOf(at), value);
}

inline VolumePtr paintVolume(const GridGeometry& grid, const Hu& hu) {
    CtVolume::FloatVoxels voxels(grid.voxelCount());
    for (std::size_t at = 0; at < voxels.size(); ++at)
        voxels[at] = static_cast<float>(hu(grid.toPatient(grid.indexOf(at))));
    return *CtVolume::create(grid, std::move(voxels));
}

inline Inside ball(double radius, PointLps centre = {}) {
    return [=](PointLps p) { return distance(p, centre) <= radius; };
}

}  // namespace nodewise::measure
