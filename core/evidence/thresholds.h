/// thresholds.h: the numbers at which a measurement becomes a finding, as data with their source.
#pragma once
#include "base/result.h"
#include "terms/words.h"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nodewise::evidence {

/// Where a number comes from.
enum class Ground {
    Published,  ///< Printed in the source, or follows from printed numbers.
    Estimated,  ///< A starting value of our own, on the ground of the sources named with it.
    Phantom     ///< Measured on constructed bodies without the sign, as the source says.
};

/// A measurement that an index adds up, over the number it is held against.
struct IndexTerm {
    std::string of;  ///< "shape.roughness_mm": the measurement, as the CLI writes it.
    double per = 1;
    std::optional<double> most;  ///< Beyond this it adds nothing.
    std::optional<double>
        least;  ///< Below this the whole index is 0: the others alone say nothing.
};

/// A line between absent and present. Strength is 0.5 at `at(spacing)` and 0.73 `softness` beyond.
struct Threshold {
    std::string id;       ///< "fat.stranding_index": the measurement, as the CLI writes it.
    std::string unit;     ///< "share", "mm", "HU", "mm2", "deg" or empty.
    double value = 0;     ///< At `fromMm` or finer.
    double perMm = 0;     ///< Added for each mm of the coarsest spacing beyond `fromMm`.
    double fromMm = 1.0;  ///< Spacing from which it grows.
    double softness = 1;
    std::optional<double> normalLow, normalHigh;  ///< Beside a node without the sign, at `fromMm`.
    Ground ground = Ground::Phantom;
    std::string source;
    std::vector<IndexTerm> terms;  ///< Of an index; empty for a measurement.

    /// The line at a coarsest voxel spacing, mm.
    [[nodiscard]] double at(double coarsestMm) const;
    /// 0..1 of a value at that spacing.
    [[nodiscard]] double strength(double measured, double coarsestMm) const;
};

/// All thresholds (core/evidence/data/thresholds.json). Read once; thread-safe.
[[nodiscard]] const std::vector<Threshold>& thresholds();
/// @pre an id of the file.
[[nodiscard]] const Threshold& threshold(std::string_view id);

/// Errors: JsonInvalid, UnknownKey, ValueOutOfRange with the JSON pointer, VersionUnsupported.
[[nodiscard]] Result<std::vector<Threshold>> parseThresholds(std::string_view text);

}  // namespace nodewise::evidence

namespace nodewise {
template <>
struct Words<evidence::Ground> {
    static constexpr auto pairs =
        std::to_array({std::pair{evidence::Ground::Published, std::string_view{"published"}},
                       std::pair{evidence::Ground::Estimated, std::string_view{"estimated"}},
                       std::pair{evidence::Ground::Phantom, std::string_view{"phantom"}}});
};
}  // namespace nodewise
