/// truth.h: what a recipe's volume holds to be so, from the fields and never from the picture.
#pragma once
#include "annotation/label_map.h"
#include "annotation/reference_truth.h"
#include "base/job_control.h"
#include "base/result.h"
#include "synthesis/recipe.h"

namespace nodewise::synthesis {

/// Labels lie on the grid of the volume: each node with its extension, named by its id, and the
/// named structures ("sternocleidomastoid_left", "internal_jugular_vein_left",
/// "common_carotid_artery_left", "mandible", "hyoid", "submandibular_gland_left", …).
struct SyntheticTruth {
    CaseTruth truth;
    LabelMap labels;
};

/// Makes both truths of each node. `pene` comes from the fields alone (micro is at most 2 mm);
/// `grade` counts only extension that is visible in this rendering (Recipe::visibility), and
/// between its two thresholds the distribution spreads over two grades. Sizes are calipers of the
/// visible mask, mm: longest axial diameter, longest perpendicular to it in the same slice,
/// greatest in 3-D. Neither noise seed nor dose changes masks or sizes. Errors: Cancelled;
/// InvalidArgument when a node cannot be placed; TruthInconsistent when the derived grade is not
/// the one the recipe expects or tumour entered a forbidden structure (detail names the node and
/// both values). Thread-safe; the same for any number of threads.
[[nodiscard]] Result<SyntheticTruth> makeTruth(const Recipe& recipe, JobControl& job,
                                               unsigned threads = 0);

}  // namespace nodewise::synthesis
