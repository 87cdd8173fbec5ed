/// edge_fit.h: a sigmoid edge fitted to a profile.
#pragma once
#include <cstddef>
#include <optional>
#include <span>

namespace nodewise::measure {

/// I(x) = outside + (inside - outside) · Phi((at - x) / sigma): a step seen through a Gaussian.
struct EdgeFit {
    double at = 0;     ///< mm along the profile.
    double sigma = 0;  ///< SD of the blur, mm.
    double inside = 0, outside = 0;
    double residual = 0;  ///< Root mean square, HU.

    [[nodiscard]] double value(double x) const;
    /// 10-90 % width: 2.5631 sigma.
    [[nodiscard]] double width1090() const { return 2.563103131 * sigma; }
};

constexpr std::size_t kMostSamples = 64;

/// Least squares; both levels are solved for at each step, place and width by damped Gauss-Newton.
/// Nothing when fewer than six samples are given (or more than kMostSamples), or the fit leaves the
/// range of the profile.
[[nodiscard]] std::optional<EdgeFit> fitEdge(std::span<const double> mm,
                                             std::span<const double> hu);

}  // namespace nodewise::measure
