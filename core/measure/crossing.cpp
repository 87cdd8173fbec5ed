#include "measure/crossing.h"
#include <algorithm>
#include <cmath>

namespace nodewise::measure {
namespace {

constexpr double kStepMm = 0.25;
constexpr double kFatHu = -20.0;  // a sample below: there is fat between
constexpr double kCleanFatHu = -100.0;
constexpr double kLostFatMm = 0.5;  // less fat than this is no plane
constexpr double kDeepMm = 2.0;     // where the HU of either side is taken
constexpr double kBeyondMm = 1.5;
constexpr double kLeastHeightHu = 40.0;
constexpr double kThickMm = 1.5;     // voxels that a plane of fat can hide in
constexpr double kWholeVoxel = 0.5;  // between none (0) and one (1)

double fatOn(const RegionSampler& sampler, const RegionSampler::Line& line, double gapMm) {
    const double from = -kBeyondMm, to = gapMm + kBeyondMm;
    const double a = sampler.hu(line, from), b = sampler.hu(line, to);
    const double height = 0.5 * (a + b) - kCleanFatHu;
    if (height < kLeastHeightHu)
        return 0;  // fat on one side: nothing to measure a plane against
    double area = 0;
    const int steps = std::max(1, static_cast<int>(std::lround((to - from) / kStepMm)));
    const double step = (to - from) / steps;
    for (int n = 1; n < steps; ++n) {
        const double t = static_cast<double>(n) / steps;
        area += (a + t * (b - a) - sampler.hu(line, from + n * step)) * step;
    }
    return area / height;
}

/// A whole thick slice lies between the outlines: it shows both nodes in part, and any fat between
/// them is lost in it.
bool hidesPlane(const RegionSampler& sampler, VectorLps normal, double gapMm) {
    const double voxel = sampler.spacingAlong(normal);
    return voxel > kThickMm && gapMm >= kWholeVoxel * voxel;
}

}  // namespace

std::optional<Crossing> crossFrom(const NodeRegion& region, const RegionSampler& sampler,
                                  PointLps place, VectorLps normal, Target target) {
    const auto& labels = target == Target::Structure ? region.structures : region.otherNodes;
    const auto line = sampler.line(place, normal);
    double lowest = sampler.hu(line, 0);
    for (double mm = 0; mm <= kAcrossMm; mm += kStepMm) {
        const auto voxel = sampler.voxel(line, mm);
        if (!voxel)
            return std::nullopt;
        if (labels[*voxel] != 0) {
            Crossing found;
            found.label = labels[*voxel];
            found.gapMm = mm;
            found.fatMm = fatOn(sampler, line, mm);
            found.lost = lowest >= kFatHu && found.fatMm < kLostFatMm &&
                         !(target == Target::Node && hidesPlane(sampler, normal, mm));
            found.stepHu = sampler.hu(line, -kDeepMm) - sampler.hu(line, mm + kDeepMm);
            return found;
        }
        lowest = std::min(lowest, sampler.hu(line, mm));
    }
    return std::nullopt;
}

}  // namespace nodewise::measure
