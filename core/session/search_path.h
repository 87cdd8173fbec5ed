/// search_path.h: where a reader looked, from the path kept with the call: dwell, and what was
/// never seen.
#pragma once
#include "session/events.h"
#include <vector>

namespace nodewise::session {

/// The axial extent of a volume, patient z in mm: from the lower face of its lowest slice to the
/// upper one of its highest.
struct AxialExtent {
    double lowMm = 0, highMm = 0;
};

struct SearchSummary {
    double axialSeconds = 0, coronalSeconds = 0, sagittalSeconds = 0;
    /// Seconds on each axial bin from low to high; `binMm` apart.
    std::vector<double> dwell;
    double binMm = 0;
    std::vector<bool> seen;  ///< Each axial bin that was on screen, now or before.
    double neverSeen = 0;    ///< Share of the axial bins that were not, 0..1.
    double atNode = 0;       ///< Axial seconds within `kAtNodeMm` of the node.
    int returns = 0;         ///< How often the reader came back to the node after leaving it.
};
inline constexpr double kAtNodeMm = 10;

/// `nodeZ`: patient z of the node, from the reader's own mark; `sliceMm`: how far a picture reaches
/// along z, half above and half below its middle, so that one picture of a stack of 3 mm has shown
/// 3 mm. Bins of at least 1 mm, at most 400; a picture's seconds are divided among its bins.
/// `before`: the path of the calls before in the same case; what it showed is no longer unseen, its
/// time is not counted. An empty path has never seen anything. Pure.
[[nodiscard]] SearchSummary summariseSearch(const std::vector<ViewStep>& path,
                                            const AxialExtent& extent, double nodeZ, double sliceMm,
                                            const std::vector<ViewStep>& before = {});

/// A reading by the book, to hold beside it: once through the whole extent at `sliceMm` steps, and
/// `nodeSeconds` at the node, in the same total time. Pure.
[[nodiscard]] std::vector<ViewStep> referencePath(const AxialExtent& extent, double nodeZ,
                                                  double seconds, double sliceMm = 3,
                                                  double nodeShare = 0.5);

}  // namespace nodewise::session
