#include "session/search_path.h"
#include <algorithm>
#include <cmath>
#include <utility>

namespace nodewise::session {

namespace {

constexpr int kMostBins = 400;

/// First and last bin whose middles a picture of `sliceMm` covers: at least the one it lies in.
std::pair<std::size_t, std::size_t> binsOf(const SearchSummary& summary, const AxialExtent& extent,
                                           double positionMm, double sliceMm) {
    const int last = static_cast<int>(summary.dwell.size()) - 1;
    const auto binAt = [&](double z) {
        return std::clamp(static_cast<int>(std::floor((z - extent.lowMm) / summary.binMm)), 0,
                          last);
    };
    constexpr double kTouching = 1e-6;
    const double reach = (sliceMm - summary.binMm) / 2 + kTouching;
    const int first = binAt(positionMm - reach + kTouching), end = binAt(positionMm + reach);
    const int own = binAt(positionMm);
    return {static_cast<std::size_t>(std::min(first, own)),
            static_cast<std::size_t>(std::max(end, own))};
}

}  // namespace

SearchSummary summariseSearch(const std::vector<ViewStep>& path, const AxialExtent& extent,
                              double nodeZ, double sliceMm, const std::vector<ViewStep>& before) {
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
        const auto [first, last] = binsOf(summary, extent, step.positionMm, sliceMm);
        const double each = std::max(step.seconds, 1e-3) / double(last - first + 1);
        for (std::size_t bin = first; bin <= last; ++bin)
            summary.dwell[bin] += each;
        at = std::abs(step.positionMm - nodeZ) <= kAtNodeMm;
        if (at)
            summary.atNode += step.seconds;
        if (at && !was && summary.atNode > step.seconds)
            ++summary.returns;
        was = at;
    }
    for (const double seconds : summary.dwell)
        summary.seen.push_back(seconds > 0);
    for (const ViewStep& step : before) {
        if (step.plane != PathPlane::Axial)
            continue;
        const auto [first, last] = binsOf(summary, extent, step.positionMm, sliceMm);
        std::fill(summary.seen.begin() + std::ptrdiff_t(first),
                  summary.seen.begin() + std::ptrdiff_t(last) + 1, true);
    }
    const auto unseen = std::count(summary.seen.begin(), summary.seen.end(), false);
    summary.neverSeen = static_cast<double>(unseen) / bins;
    return summary;
}

std::vector<ViewStep> referencePath(const AxialExtent& extent, double nodeZ, double seconds,
                                    double sliceMm, double nodeShare) {
    std::vector<ViewStep> path;
    const int steps =
        std::max(1, static_cast<int>(std::ceil((extent.highMm - extent.lowMm) / sliceMm - 1e-6)));
    const double each = seconds * (1 - nodeShare) / steps;
    for (int i = 0; i < steps; ++i)
        path.push_back({PathPlane::Axial, extent.highMm - (i + 0.5) * sliceMm, each});
    path.push_back({PathPlane::Axial, nodeZ, seconds * nodeShare});
    return path;
}

}  // namespace nodewise::session
