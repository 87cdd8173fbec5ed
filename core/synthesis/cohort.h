/// cohort.h: patients drawn by the base rates of real ones, as recipes.
///
/// From the table come: site, level and size of the largest node, number of nodes, and whether it
/// extends (by site and size). Drawn apart from the extension, so that no short cut can be learned:
/// body, scanner, kind and necrosis (by site only), strands, haze, contact. Not in any table and
/// chosen: of extending nodes 55 % stay in fat, 25 % join a second node, 20 % enter a structure;
/// the depth is log-normal about 3.2 mm.
#pragma once
#include "base/job_control.h"
#include "synthesis/base_rates.h"
#include "synthesis/recipe.h"
#include <cstdint>

namespace nodewise::synthesis {

/// One patient before the nodes have found their place.
struct CohortPatient {
    std::size_t site = 0, sizeClass = 0;  ///< Of the table.
    Level level = Level::IIa;             ///< Of the largest node.
    int metastases = 1;                   ///< As the table counts: 1, 2, 3, 4 or more.
    bool extends = false;
    Grade built = Grade::G0;  ///< How it extends, visible or not.
    bool wantsContact = false;
    std::uint32_t seed = 1;
    Recipe recipe;  ///< node-1 is the largest; its partner, further metastases and benign nodes.
};

/// Pure: the same seed and index give the same patient. Thread-safe.
[[nodiscard]] CohortPatient drawPatient(const BaseRates& rates, std::uint32_t seed, int index);

/// Finds room for the nodes and a way for the extension, by trying; what the table decides and what
/// was drawn of strands, haze, necrosis and scanner stays, and the size within its class unless no
/// neck has room for it. `expect` of each node becomes what the
/// fields give. Errors: Cancelled; TruthInconsistent when 240 tries were not enough.
[[nodiscard]] Result<Recipe> placePatient(const CohortPatient& patient, JobControl& job,
                                          unsigned threads = 0);

}  // namespace nodewise::synthesis
