/// roc_components.h: the parts of an empirical area that its variances are made of; for
/// core/analytics/*.cpp only.
#pragma once
#include "analytics/roc.h"
#include <span>
#include <vector>

namespace nodewise::analytics {

/// Structural components of DeLong 1988, by midranks (Sun and Xu 2014): for each positive the share
/// of negatives below it, for each negative the share of positives above it, in the order of the
/// ratings. @pre both classes are there.
struct RocComponents {
    double area = 0;
    std::vector<double> positive, negative;
};
[[nodiscard]] RocComponents componentsOf(std::span<const Rated> ratings);

/// DeLong covariance of two areas on the same cases; not a number below two of a class.
[[nodiscard]] double delongCovarianceOf(const RocComponents& a, const RocComponents& b);

/// None when an area can be given.
[[nodiscard]] Reason problemOf(std::span<const Rated> ratings);
/// True when case for case the classes are the same.
[[nodiscard]] bool sameCases(std::span<const Rated> a, std::span<const Rated> b);

}  // namespace nodewise::analytics
