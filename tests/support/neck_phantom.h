/// neck_phantom.h: a small neck made of ellipses, with a node and its neighbours as labels.
#pragma once
#include "annotation/label_map.h"
#include "volume/ct_volume.h"
#include <cmath>
#include <memory>
#include <random>

namespace nodewise::test {

/// Labels of the phantom.
inline constexpr LabelValue kPhantomNode = 1, kPhantomMuscle = 2, kPhantomVein = 3,
                            kPhantomArtery = 4, kPhantomNecrosis = 5;

struct NeckPhantom {
    VolumePtr volume;
    std::shared_ptr<const LabelMap> labels;
    PointLps nodeCentre;
};

namespace phantom {

inline bool inEllipse(PointLps p, double cx, double cy, double rx, double ry) {
    return std::pow((p.x - cx) / rx, 2) + std::pow((p.y - cy) / ry, 2) <= 1;
}

inline bool inBall(PointLps p, PointLps c, double rx, double ry, double rz) {
    return std::pow((p.x - c.x) / rx, 2) + std::pow((p.y - c.y) / ry, 2) +
               std::pow((p.z - c.z) / rz, 2) <=
           1;
}

}  // namespace phantom

/// Patient left is +x. The node lies on the left at (38, 2, 0), 14 × 21 mm, against the muscle.
/// The grid may be turned, reversed or anisotropic: the patient stays the same.
inline NeckPhantom makeNeckPhantom(const GridGeometry& grid) {
    using namespace phantom;
    const PointLps node{38, 2, 0};
    std::vector<std::int16_t> voxels(grid.voxelCount());
    LabelMap labels = LabelMap::empty(grid);
    std::mt19937 random(11);
    std::normal_distribution<float> noise(0, 9);
    for (std::size_t n = 0; n < voxels.size(); ++n) {
        const VoxelIndex at = grid.indexOf(n);
        const PointLps p = grid.toPatient(at);
        double hu = -1000;
        LabelValue label = 0;
        if (inEllipse(p, 0, 0, 62, 70))
            hu = 30;
        if (inEllipse(p, 0, 0, 60, 68))
            hu = -100;
        if (inEllipse(p, 0, 28, 40, 26) || inEllipse(p, 0, -34, 30, 22))
            hu = 58;
        if (inEllipse(p, 0, -14, 9, 8))
            hu = -1000;
        if (inEllipse(p, 0, 14, 15, 11))
            hu = inEllipse(p, 0, 19, 6, 5) ? 30 : 700;
        for (const double side : {-1.0, 1.0}) {
            if (inEllipse(p, side * 47, 6 + p.z * 0.15, 6, 15)) {
                hu = 60;
                label = side > 0 ? kPhantomMuscle : LabelValue{0};
            }
            if (inEllipse(p, side * 27, 2, 4, 4)) {
                hu = 230;
                label = side > 0 ? kPhantomArtery : LabelValue{0};
            }
            if (inEllipse(p, side * 34, -8 + (side > 0 ? -4 : 0), 5, 5)) {
                hu = 190;
                label = side > 0 ? kPhantomVein : LabelValue{0};
            }
        }
        if (inBall(p, node, 7, 9, 10.5)) {
            hu = inBall(p, {node.x - 1, node.y - 2, node.z}, 2.5, 3, 3) ? 25 : 95;
            label = hu < 50 ? kPhantomNecrosis : kPhantomNode;
        }
        voxels[n] = static_cast<std::int16_t>(std::lround(hu + noise(random)));
        if (label != 0)
            labels.set(at, label);
    }
    return {*CtVolume::create(grid, std::move(voxels)),
            std::make_shared<const LabelMap>(std::move(labels)), node};
}

/// 0.8 × 0.8 × 2 mm round the origin.
inline NeckPhantom makeNeckPhantom() {
    return makeNeckPhantom(
        GridGeometry::axisAligned({176, 192, 60}, {0.8, 0.8, 2}, {-70, -76, -59}));
}

}  // namespace nodewise::test
