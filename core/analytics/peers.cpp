#include "analytics/peers.h"
#include <algorithm>
#include <cmath>

namespace nodewise::analytics {

namespace {

/// @pre sorted, not empty; share 0..1.
double quantile(const std::vector<double>& sorted, double share) {
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(place));
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return std::lerp(sorted[below], sorted[above], place - std::floor(place));
}

}  // namespace

PeerStanding standingAmong(std::vector<double> readers, const Estimate& own, bool lowerIsBetter) {
    PeerStanding standing;
    if (readers.size() < kMinimumPeers) {
        standing.reason = Reason::NoData;
        return standing;
    }
    std::ranges::sort(readers);
    standing.lowest = readers.front();
    standing.lowerQuartile = quantile(readers, 0.25);
    standing.median = quantile(readers, 0.5);
    standing.upperQuartile = quantile(readers, 0.75);
    standing.highest = readers.back();
    if (!own.value) {
        standing.reason = own.reason;
        return standing;
    }
    for (const double reader : readers) {
        const bool better = lowerIsBetter ? reader < *own.value : reader > *own.value;
        ++(reader == *own.value ? standing.same : better ? standing.better : standing.worse);
    }
    standing.reachesMedian = !own.interval || (own.interval->low <= standing.median &&
                                               standing.median <= own.interval->high);
    return standing;
}

}  // namespace nodewise::analytics
