/// truth.h: what a recipe's volume holds to be so, from the fields and never from the picture.
#pragma once
#include "annotation/label_map.h"
#include "annotation/reference_truth.h"
#include "base/job_control.h"
#include "base/result.h"
#include "synthesis/recipe.h"
#include <cstdint>
#include <string>
#include <vector>

namespace nodewise::synthesis {

/// What the fields say of one node beyond the truth that is scored.
struct NodeFields {
    std::string id;
    double capsuleMm3 = 0;                ///< Node before it grew beyond its capsule.
    double fatMm3 = 0, targetMm3 = 0;     ///< Extension in fat and in the structure it enters.
    double arcDeg = 0;                    ///< Tumour about an artery it enters.
    std::vector<std::string> contacts;    ///< Structures touched without invasion.
    std::vector<std::string> joinedWith;  ///< Nodes its tumour forms one piece with.
    VoxelBox box{};                       ///< Of the capsule on the case's grid.
    std::vector<std::uint8_t> capsule;    ///< 1 inside the capsule, x fastest, within `box`.
    /// Tumour in the place of the structure it enters that this rendering cannot show.
    std::vector<VoxelIndex> hidden;
    std::string why;  ///< For authors: scores and volumes behind the grade.
};

/// Labels lie on the grid of the volume: each node with its extension, named by its id, and the
/// named structures ("sternocleidomastoid_left", "internal_jugular_vein_left",
/// "common_carotid_artery_left", "mandible", "hyoid", "submandibular_gland_left", …). Growth into a
/// structure that this rendering cannot show (NodeFields::hidden) carries the structure's label, as
/// a reader would outline it.
struct SyntheticTruth {
    CaseTruth truth;
    LabelMap labels;
    std::vector<NodeFields> fields;  ///< One a node, in the recipe's order.
};

enum class LabelExtent {
    Whole,      ///< Every slice.
    NearNodes,  ///< Slices within 12 mm of a node's extension; the others stay background.
    Windows,    ///< Squares that reach 34 mm beyond each node: what feedback looks at, and quick.
    None        ///< No labels: sizes and grades only.
};

struct TruthOptions {
    LabelExtent labels = LabelExtent::Whole;
    bool checkExpectation = true;  ///< False: an author or a cohort asks what the fields give.
    unsigned threads = 0;          ///< 0 = all cores.
    /// Labels for renderScan instead of renderVolume: the same unless the gantry is tilted.
    bool asScanned = false;
};

/// Makes both truths of each node. `pene` comes from the fields alone (micro is at most 2 mm);
/// `grade` counts only extension that is visible in this rendering (Recipe::visibility), and
/// between its two thresholds the distribution spreads over two grades. Sizes are calipers of the
/// node with its extension on the grid, mm: longest axial diameter, longest perpendicular to it in
/// the same slice, greatest in 3-D, of what the labels show. The noise seed changes neither masks
/// nor sizes; dose only by what becomes hidden. Errors:
/// Cancelled; InvalidArgument when a node cannot be placed; TruthInconsistent when the derived
/// grade is not the one the recipe expects, tumour entered a forbidden structure, two nodes run
/// together that do not name each other, a node is smaller than 2.5 mm or three pixels, or signs on
/// examination stand without deep extension (detail names the node and both values). Thread-safe;
/// the same for any number of threads.
[[nodiscard]] Result<SyntheticTruth> makeTruth(const Recipe& recipe, JobControl& job,
                                               const TruthOptions& options);
[[nodiscard]] inline Result<SyntheticTruth> makeTruth(const Recipe& recipe, JobControl& job,
                                                      unsigned threads = 0) {
    return makeTruth(recipe, job, TruthOptions{LabelExtent::Whole, true, threads});
}

}  // namespace nodewise::synthesis
