/// pene_model.h: priors, likelihood ratios and range of the probability model, as data.
#pragma once
#include "base/result.h"
#include "evidence/hncig.h"
#include "evidence/likelihoods.h"
#include "evidence/thresholds.h"
#include "terms/terms.h"
#include <string>
#include <string_view>
#include <vector>

namespace nodewise::evidence {

/// One study behind a row, with its own numbers as far as it prints them.
struct SourceRow {
    std::string citation;
    std::string finding;  ///< What it says, in numbers: "47 of 177 nodes".
    std::optional<double> value, lrPositive, lrNegative;
};

/// What the study counted.
enum class PriorUnit { Node, Patient, Mixed };

/// How often pathology shows ENE before anything is seen.
struct PriorRow {
    std::string id;
    std::vector<Site> sites;
    bool withoutOvertIene = false;  ///< For nodes without overt ENE on imaging only.
    bool usedForNodes = true;       ///< False: listed, but never the prior of a node.
    PriorUnit unit = PriorUnit::Node;
    double value = 0, low = 0, high = 1;  ///< 95 % spread.
    Ground ground = Ground::Published;
    std::vector<SourceRow> sources;
};

/// One sign: likelihood ratios with the spread of their sources.
struct RatioRow {
    std::string id;
    std::vector<FindingCode> findings;  ///< The strongest of them counts.
    /// A cut of its own on the finding's value, with its softness, in the finding's unit.
    std::optional<double> at, softness;
    HpvScope hpv = HpvScope::Any;
    bool notAfterBiopsy = false;      ///< Says nothing after a biopsy, infection or radiation.
    Estimate lrPositive, lrNegative;  ///< Both with low and high.
    Ground ground = Ground::Published;
    std::vector<SourceRow> sources;
};

struct PeneModel {
    std::string version;
    std::vector<PriorRow> priors;
    std::vector<RatioRow> ratios;
    double otherPower = 0.5;               ///< Of all signs but the strongest.
    double lowest = 0.02, highest = 0.98;  ///< Clip of the posterior.
    int draws = 4000;
    /// Range. The lines of the findings were set on slices of up to 3 mm.
    double thickestSliceMm = 3, smallestNodeMm = 5;
    int fewestSigns = 2;
    int biopsyDays = 28;  ///< Stranding within this time after a biopsy is left out.
};

/// The built-in model (core/evidence/data/pene_model.json). Read once; thread-safe.
[[nodiscard]] const PeneModel& peneModel();

/// Reads a model. Errors: JsonInvalid, UnknownKey, ValueOutOfRange (with the JSON pointer),
/// VersionUnsupported.
[[nodiscard]] Result<PeneModel> parsePeneModel(std::string_view text);

/// Sensitivity and 1 - specificity that belong to a pair of ratios.
struct SensFalse {
    double sensitivity = 0, falsePositive = 0;
};
/// @pre lrNegative < 1 < lrPositive.
[[nodiscard]] SensFalse sharesOf(double lrPositive, double lrNegative);

}  // namespace nodewise::evidence

namespace nodewise {
template <>
struct Words<evidence::PriorUnit> {
    static constexpr auto pairs =
        std::to_array({std::pair{evidence::PriorUnit::Node, std::string_view{"node"}},
                       std::pair{evidence::PriorUnit::Patient, std::string_view{"patient"}},
                       std::pair{evidence::PriorUnit::Mixed, std::string_view{"mixed"}}});
};
}  // namespace nodewise
