/// peers.h: where one figure lies among those of other readers.
#pragma once
#include "analytics/estimate.h"
#include <vector>

namespace nodewise::analytics {

/// Fewer readers could be told apart, and a place among them would say nothing.
inline constexpr std::size_t kMinimumPeers = 5;

struct PeerStanding {
    Reason reason = Reason::None;  ///< Else the counts and quartiles are empty.
    double lowest = 0, lowerQuartile = 0, median = 0, upperQuartile = 0, highest = 0;
    int better = 0, same = 0,
        worse = 0;  ///< Readers that did better than, as, worse than this one.
    /// The interval of the figure reaches over the median: the side it lies on is not certain.
    bool reachesMedian = true;
};

/// Quartiles by linear interpolation between order statistics (R's type 7). NoData with fewer than
/// kMinimumPeers readers; when `own` has no value its reason, with the quartiles all the same.
/// Pure.
[[nodiscard]] PeerStanding standingAmong(std::vector<double> readers, const Estimate& own,
                                         bool lowerIsBetter);

}  // namespace nodewise::analytics
