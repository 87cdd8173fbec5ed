/// shapes.h: masks of closed shapes, and pictures painted by a formula, for the measurement tests.
#pragma once
#include "annotation/label_map.h"
#include "base/job_control.h"
#include "volume/ct_volume.h"
#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <numbers>
#include <string>

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

/// The closed inequality of a shape of oracles/geometry/synthetic_shapes.json.
inline Inside oracleShape(const std::string& name) {
    if (name == "sphere_r4")
        return ball(4);
    if (name == "sphere_r8")
        return ball(8);
    if (name == "ellipsoid_12_8_6")
        return [](PointLps p) { return p.x * p.x / 144 + p.y * p.y / 64 + p.z * p.z / 36 <= 1; };
    if (name == "ellipsoid_15_9_7_rot_z30")
        return [](PointLps p) {
            const double c = std::cos(std::numbers::pi / 6), s = std::sin(std::numbers::pi / 6);
            const double a = c * p.x + s * p.y, b = -s * p.x + c * p.y;
            return a * a / 225 + b * b / 81 + p.z * p.z / 49 <= 1;
        };
    if (name == "capsule_r5_L14_x")
        return [](PointLps p) {
            const double x = p.x - std::clamp(p.x, -7.0, 7.0);
            return x * x + p.y * p.y + p.z * p.z <= 25;
        };
    if (name == "box_20_12_10")
        return [](PointLps p) {
            return std::abs(p.x) <= 10 && std::abs(p.y) <= 6 && std::abs(p.z) <= 5;
        };
    if (name == "matted_r8_d12")
        return [](PointLps p) { return ball(8, {-6, 0, 0})(p) || ball(8, {6, 0, 0})(p); };
    return {};
}

}  // namespace nodewise::measure
