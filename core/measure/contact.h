/// contact.h: what a node lies against: neighbouring structures and other nodes.
#pragma once
#include "measure/capsule.h"
#include "measure/node_region.h"
#include "measure/node_surface.h"
#include "terms/terms.h"
#include <cstdint>
#include <map>
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

    StructureKind kind = StructureKind::Other;
    bool unnamed = false;  ///< Found in the picture; no map names it.
    /// Raggedness of the interface: RMS distance, in axial planes, of the touching outline from the
    /// parabola through its 5 mm (at most 12 % of the outline) to either side, mm.
    std::optional<double> roughnessMm;
    double raggedMm = 0;  ///< Longest run, in an axial plane, of an interface that is ragged.
    /// Deepest part of the node beyond the capsule that its free surface has, within the
    /// structure's expected outline (bay filled, capsule left out), mm.
    std::optional<double> penetrationMm;
    /// HU of the structure behind the contact (1.5 to 4 mm) less HU of the rest of it.
    std::optional<double> insideHuChange;
    /// Fat still between the two: median over the contact of the fat that would make the dip, mm.
    std::optional<double> fatPlaneMm;
    double lostAreaMm2 = 0;               ///< Part of the contact without fat between.
    std::map<std::string, Gap> gaps;      ///< Why one of the optional numbers is absent.
    std::vector<PointLps> arc;            ///< The contact in the plane of the largest arc.
    std::vector<VoxelIndex> penetrated;   ///< Voxels of the node in the structure's place.
    std::vector<std::uint32_t> vertices;  ///< Touching vertices of the node's surface.
};

/// A neighbouring node: share of the shared interface with no fat minimum along the way across.
struct Coalescence {
    LabelValue label = 0;
    std::string name;
    double lostSeptumFraction = 0;
    double gapMm = 0;  ///< Smallest distance between the two masks.
    std::optional<PointLps> place;
    double sharedAreaMm2 = 0;          ///< Surface that faces the neighbour within 4 mm.
    double lostAreaMm2 = 0;            ///< Part of it with no fat between.
    std::optional<double> septumMm;    ///< Median fat still between, mm.
    std::vector<PointLps> lostSeptum;  ///< Places on the surface with no fat between.
};

struct ContactResult {
    std::vector<StructureContact> contacts;
    std::vector<Coalescence> neighbours;
    std::optional<Gap> contactGap, coalescenceGap;
};

/// A way across counts as "without fat minimum" when no sample between the two lies below -20 HU,
/// the dip on the way is what less than half a millimetre of fat would make, and the two are at
/// most 4 mm apart. Structures without a name (NodeRegion::unnamed) have no penetration and no
/// change inside. `capsule` may be absent: no penetration. Errors: Cancelled. Thread-safe.
[[nodiscard]] Result<ContactResult> measureContact(const NodeRegion& region,
                                                   const NodeSurface& surface,
                                                   const std::optional<Capsule>& capsule,
                                                   unsigned threads, JobControl& job);
[[nodiscard]] Result<ContactResult> measureContact(const NodeRegion& region, JobControl& job);

}  // namespace nodewise::measure
