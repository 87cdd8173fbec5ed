/// cohort_try.h: one try at giving the nodes of a cohort's patient their place.
#pragma once
#include "synthesis/cohort.h"

namespace nodewise::synthesis {

/// Tries before the search goes beyond the neighbourhood of the level's site.
inline constexpr int kUsualTries = 240;

/// Pure; later attempts go further (see placePatient). What the fields make of it is not asked.
/// Thread-safe.
[[nodiscard]] tl::expected<Recipe, Refusal> tryPlaces(const CohortPatient& patient, int attempt);

/// placePatient from a later attempt on: what the patient comes to when the earlier ones fail.
[[nodiscard]] Result<Placement> placeFrom(int attempt, const CohortPatient& patient,
                                          JobControl& job, unsigned threads = 0);

}  // namespace nodewise::synthesis
