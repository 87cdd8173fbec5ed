/// cohort.h: several readers beside each other: concepts, items, coverage, outliers; no rank.
#pragma once
#include "analytics/estimate.h"
#include "analytics/proportion.h"
#include "session/events.h"
#include "terms/terms.h"
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace nodewise::analytics {

/// One reader's calls; only scored calls that count enter, and of each node the first one.
struct CohortReader {
    ProfileId profile;
    std::string pseudonym;
    std::vector<session::CallRecord> calls;
};

/// How one reader did on one concept.
struct ConceptCell {
    int nodes = 0, agreed = 0;  ///< Grade mark agrees or is close.
    /// agreed / nodes with its Wilson interval; TooFewScored below kMinimumCell nodes.
    Estimate share;
};
inline constexpr int kMinimumCell = 3;

struct CohortRow {
    ProfileId profile;
    std::string pseudonym;
    int nodes = 0, cases = 0;
    std::optional<Timestamp> last;
    Estimate brier;  ///< TooFewScored below 20 nodes.
    Estimate skill;  ///< Against the prevalence of the whole cohort's nodes; TooFewScored below 20.
    /// Brier score against the cohort's: the interval lies wholly above or below its mean. Never
    /// said of a reader with fewer than 20 nodes.
    enum class Standing { NotKnown, Within, Better, Worse } standing = Standing::NotKnown;
    std::vector<ConceptCell> concepts;  ///< In the order of Cohort::concepts.
};

/// One node over all readers.
struct CohortItem {
    session::CaseRef ref;
    std::string caseTitle;
    session::NodeAsked node;
    Grade reference = Grade::G0;
    int readers = 0;
    double agreed = 0;  ///< Share whose grade agrees or is close: the item's easiness.
    double meanBrier = 0;
    /// Correlation of agreeing on this item with the share agreed on all others; TooFewScored below
    /// 10 readers, NoVariance when all or none agree.
    Estimate discrimination;
    std::optional<TraineeError> commonError;
};

struct Cohort {
    std::vector<CohortRow> readers;   ///< By pseudonym: an order that says nothing.
    std::vector<ConceptId> concepts;  ///< By identifier.
    std::vector<CohortItem> items;    ///< Hardest first.
    int nodes = 0;                    ///< Different nodes called by anybody.
    Estimate brier;                   ///< Over all calls.
};

/// Pure.
[[nodiscard]] Cohort cohortOf(std::span<const CohortReader> readers);

}  // namespace nodewise::analytics
