/// likelihoods.h: what the literature says about each sign: sensitivity, specificity, ratios,
/// source.
#pragma once
#include "base/result.h"
#include "terms/terms.h"
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace nodewise::evidence {

/// A value with its 95 % interval when one was published.
struct Estimate {
    double value = 0;
    std::optional<double> low, high;
};

enum class HpvScope { Any, Negative, Positive };
enum class LikelihoodKind {
    Published,  ///< The ratios follow from published sensitivity and specificity.
    Estimated   ///< Our own starting value, on the ground named in `citation`.
};

/// One row of the evidence table. Target: pathological ENE.
struct Likelihood {
    std::string id;                  ///< "park2020-necrosis".
    std::optional<Feature> feature;  ///< Absent: the whole reading.
    std::string sign;  ///< Code of the sign: "necrosis_central", "margin_indistinct" …
    HpvScope hpv = HpvScope::Any;
    std::string modality;                              ///< "CT", "MRI", "CT/MRI".
    std::optional<Estimate> sensitivity, specificity;  ///< Shares 0..1.
    Estimate lrPositive,
        lrNegative;        ///< Sensitivity / (1 - specificity), (1 - sensitivity) / specificity.
    std::string citation;  ///< "Park 2020".
    std::string source;    ///< Full reference.
    LikelihoodKind kind = LikelihoodKind::Published;
};

/// The table that is built in (core/evidence/data/likelihoods.json). Read once, thread-safe.
[[nodiscard]] const std::vector<Likelihood>& likelihoods();

/// Reads a table; used by the tests and by `likelihoods()`. Errors: JsonInvalid, ValueOutOfRange,
/// UnknownKey with the JSON pointer.
[[nodiscard]] Result<std::vector<Likelihood>> parseLikelihoods(std::string_view text);

/// The rows to show beside a node: for each ticked feature the row that fits the HPV status best
/// (its own scope first, then "any"), in the order of the HNCIG grades.
[[nodiscard]] std::vector<Likelihood> likelihoodsFor(std::span<const Feature> features,
                                                     bool hpvPositive);

}  // namespace nodewise::evidence
