/// crossing.h: the way from a node's surface outward to the next structure or node.
#pragma once
#include "measure/region_sampler.h"
#include <optional>

namespace nodewise::measure {

constexpr double kAcrossMm = 4.0;  ///< Farther apart is no neighbour.

struct Crossing {
    LabelValue label = 0;
    double gapMm = 0;
    bool lost = false;  ///< No fat on the way.
    double stepHu = 0;  ///< Node minus structure, 2 mm deep on either side.
    double fatMm = 0;   ///< Fat that would make the dip on the way.
};

enum class Target { Structure, Node };

/// Fat on the way: the area between the profile and a straight line from the node (1.5 mm deep) to
/// what lies beyond (1.5 mm deep), over the height of that line above fat. A blur moves area about
/// but keeps it, so a thin plane is not lost by a thick slice; noise has no sign. Between two nodes
/// nothing counts as lost where a slice of more than 1.5 mm lies between them. Thread-safe.
[[nodiscard]] std::optional<Crossing> crossFrom(const NodeRegion& region,
                                                const RegionSampler& sampler, PointLps place,
                                                VectorLps normal, Target target);

}  // namespace nodewise::measure
