/// contact.h: what a node lies against: neighbouring structures and other nodes.
#pragma once
#include "measure/node_region.h"
#include <optional>
#include <string>
#include <vector>

namespace nodewise::measure {

/// One neighbouring structure. Neither contact nor a lost plane alone is invasion.
struct StructureContact {
    std::string structure;  ///< Name in the structure map.
    LabelValue label = 0;
    double areaMm2 = 0;  ///< Node surface within one voxel (at least 1 mm) of the structure.
    double arcDeg =
        0;  ///< Largest share of the structure's outline in an axial plane, as an angle.
    double lostPlaneMm = 0;  ///< Longest run, in an axial plane, without a fat minimum between.
    std::optional<double> interfaceStepHu;  ///< Node minus structure, medians within 3 mm.
    std::optional<PointLps> place;          ///< Middle of the lost plane, else of the contact.
    std::vector<PointLps> lostPlane;        ///< The run as a line, for the picture.
};

/// A neighbouring node: share of the shared interface with no fat minimum along the way across.
struct Coalescence {
    LabelValue label = 0;
    std::string name;
    double lostSeptumFraction = 0;
    double gapMm = 0;  ///< Smallest distance between the two masks.
    std::optional<PointLps> place;
};

struct ContactResult {
    std::vector<StructureContact> contacts;
    std::vector<Coalescence> neighbours;
    std::optional<Gap> contactGap, coalescenceGap;
};

/// A way across counts as "without fat minimum" when no sample between the two lies below -20 HU,
/// and the two are at most 4 mm apart. Errors: Cancelled. Thread-safe.
[[nodiscard]] Result<ContactResult> measureContact(const NodeRegion& region, JobControl& job);

}  // namespace nodewise::measure
