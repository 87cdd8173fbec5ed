/// base_rates.h: how often metastases lie where, how large they are and how often they extend.
#pragma once
#include "base/result.h"
#include "terms/terms.h"
#include <string>
#include <utility>
#include <vector>

namespace nodewise::synthesis {

/// Node-positive patients of one site of the primary.
struct SiteRates {
    std::string site;  ///< Spelling of Site.
    double patients = 0, nodePositive = 0, extension = 0, contralateral = 0;
    std::vector<double> nodes;                     ///< Patients with 1, 2, 3, 4 or more nodes.
    std::vector<std::pair<Level, double>> levels;  ///< Patients with the level involved.
};

/// Largest node of node-positive patients.
struct SizeRates {
    std::string name;
    double overMm = 0, toMm = 0, patients = 0, extension = 0;
};

struct BaseRates {
    std::vector<SiteRates> sites;
    std::vector<SizeRates> sizes;
    std::string source, licence;

    /// Share of node-positive patients with extension, of that site and that size of the largest
    /// node: the odds of site and size relative to the whole are multiplied (the sets do not tell
    /// both at once for all patients), with half a patient added to each count.
    [[nodiscard]] double extensionRate(std::size_t site, std::size_t size) const;
};

/// The table of cases/rates/base_rates.json, compiled in. Errors: those of a damaged table.
[[nodiscard]] Result<BaseRates> readBaseRates();

}  // namespace nodewise::synthesis
