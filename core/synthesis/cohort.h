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
#include "synthesis/truth.h"
#include <array>
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

/// Why a try at placing a patient was given up.
enum class Refusal {
    NoRoom,         ///< Vessel, bone, skin or another node in the way of the largest node.
    NoWayOut,       ///< Room, but no direction in which it could extend as drawn.
    PartnerNoRoom,  ///< No room for the second node of a joined pair.
    NotJoined,      ///< The fields of the pair did not meet.
    NotEntered,     ///< The fields did not reach the structure.
    TruthBroken     ///< A rule of every case: overlap, obstacle, depth not reached, too small.
};
inline constexpr std::size_t kRefusals = 6;

/// A patient in place, and what had to be drawn again for it.
struct Placement {
    Recipe recipe;
    SyntheticTruth truth;    ///< Without labels.
    int tries = 1;           ///< With the one that held.
    bool otherBody = false;  ///< A neck of another seed than the patient's first.
    bool smaller = false;    ///< The largest node shrunk within its class of the table.
    bool wider = false;      ///< Sought in the whole level, shapes drawn again, gaps smaller.
    int leftOut = 0;         ///< Innocent nodes for which there was no room.
    std::array<int, kRefusals> refusals{};
};

/// Finds room for the nodes and a way for the extension, by trying: the patient's own neck first,
/// then other necks, the largest node smaller within its class of the table, lastly anywhere in
/// the level with shapes drawn again, smaller gaps and another structure to enter. What the table
/// decides and what was drawn of strands, haze, necrosis and scanner stays. `expect` of each node
/// becomes what the fields give. Errors: Cancelled; TruthInconsistent, with the refusals counted,
/// when kMostTries were not enough.
[[nodiscard]] Result<Placement> placePatient(const CohortPatient& patient, JobControl& job,
                                             unsigned threads = 0);
inline constexpr int kMostTries = 480;

}  // namespace nodewise::synthesis

namespace nodewise {

template <>
struct Words<synthesis::Refusal> {
    using R = synthesis::Refusal;
    static constexpr auto pairs =
        std::to_array<std::pair<R, std::string_view>>({{R::NoRoom, "no_room"},
                                                       {R::NoWayOut, "no_way_out"},
                                                       {R::PartnerNoRoom, "partner_no_room"},
                                                       {R::NotJoined, "not_joined"},
                                                       {R::NotEntered, "not_entered"},
                                                       {R::TruthBroken, "truth_broken"}});
};

}  // namespace nodewise
