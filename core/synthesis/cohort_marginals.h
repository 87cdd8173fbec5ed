/// cohort_marginals.h: what a cohort came to, beside the tables it was drawn by.
#pragma once
#include "synthesis/cohort.h"
#include <span>
#include <string>
#include <vector>

namespace nodewise::synthesis {

/// One row of one table: how often in the cohort, how often in real patients.
struct MarginalRow {
    /// "sites", "levels" (of the largest node), "sizes", "nodes", "hpv" (of the oropharynx),
    /// "extensionBySite" or "extensionBySize".
    std::string table;
    std::string name;
    double counted = 0, among = 0;  ///< Patients of the cohort.
    double expected = 0;            ///< Share in the table of real patients, 0..1.

    [[nodiscard]] double share() const { return among > 0 ? counted / among : 0; }
    /// How far the cohort lies off, in standard errors of a binomial of the expected share.
    [[nodiscard]] double standardErrors() const;
};

/// Every table. Extension of a size is that of the patients whose size is known: they extend a
/// little less often than all, so larger nodes of the cohort, which is drawn by site and size at
/// once, lie above it. Thread-safe.
[[nodiscard]] std::vector<MarginalRow> cohortMarginals(const BaseRates& rates,
                                                       std::span<const CohortPatient> patients);

}  // namespace nodewise::synthesis
