#include "session/search_path.h"
#include <algorithm>
#include <cmath>

namespace nodewise::session {

namespace {

constexpr int kMostBins = 400;

}  // namespace

SearchSummary summariseSearch(const std::vector<ViewStep>& path, const AxialExtent& extent,
                              double nodeZ) {
    SearchSummary summary;
    const double length = std::max(extent.highMm - extent.lowMm, 1.0);
    const int bins = std::clamp(static_cast<int>(std::ceil(length)), 1, kMostBins);
    summary.binMm = length / bins;
    summary.dwell.assign(static_cast<std::size_t>(bins), 0);
    bool at = false, was = false;
    for (const ViewStep& step : path) {
        if (step.plane == PathPlane::Coronal)
            summary.coronalSeconds += step.seconds;
        if (step.plane == PathPlane::Sagittal)
            summary.sagittalSeconds += step.seconds;
        if (step.plane != PathPlane::Axial)
            continue;
        summary.axialSeconds += step.seconds;
        const double place = (step.positionMm - extent.lowMm) / summary.binMm;
        const int bin = std::clamp(static_cast<int>(std::floor(place)), 0, bins - 1);
        summary.dwell[static_cast<std::size_t>(bin)] += std::max(step.seconds, 1e-3);
        at = std::abs(step.positionMm - nodeZ) <= kAtNodeMm;
        if (at)
            summary.atNode += step.seconds;
        if (at && !was && summary.atNode > step.seconds)
            ++summary.returns;
        was = at;
    }
    const auto unseen = std::count(summary.dwell.begin(), summary.dwell.end(), 0.0);
    summary.neverSeen = static_cast<double>(unseen) / bins;
    return summary;
}

std::vector<ViewStep> referencePath(const AxialExtent& extent, double nodeZ, double seconds,
                                    double sliceMm, double nodeShare) {
    std::vector<ViewStep> path;
    const int steps =
        std::max(1, static_cast<int>(std::floor((extent.highMm - extent.lowMm) / sliceMm)) + 1);
    const double each = seconds * (1 - nodeShare) / steps;
    for (int i = 0; i < steps; ++i)
        path.push_back({PathPlane::Axial, extent.highMm - i * sliceMm, each});
    path.push_back({PathPlane::Axial, nodeZ, seconds * nodeShare});
    return path;
}

}  // namespace nodewise::session
