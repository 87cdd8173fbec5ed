/// search_path.h: where a reader looked, from the path kept with the call: dwell, and what was
/// never seen.
#pragma once
#include "session/events.h"
#include <vector>

namespace nodewise::session {

/// The axial extent of a volume, patient z in mm.
struct AxialExtent {
    double lowMm = 0, highMm = 0;
};

struct SearchSummary {
    double axialSeconds = 0, coronalSeconds = 0, sagittalSeconds = 0;
    /// Seconds on each axial bin from low to high; `binMm` apart.
    std::vector<double> dwell;
    double binMm = 0;
    double neverSeen = 0;  ///< Share of the axial bins that were never on screen, 0..1.
    double atNode = 0;     ///< Axial seconds within `kAtNodeMm` of the node.
    int returns = 0;       ///< How often the reader came back to the node after leaving it.
};
inline constexpr double kAtNodeMm = 10;

/// `nodeZ`: patient z of the node, from the reader's own mark. Bins of at least 1 mm, at most 400.
/// An empty path has never seen anything. Pure.
[[nodiscard]] SearchSummary summariseSearch(const std::vector<ViewStep>& path,
                                            const AxialExtent& extent, double nodeZ);

/// A reading by the book, to hold beside it: once through the whole extent at `sliceMm` steps, and
/// `nodeSeconds` at the node, in the same total time. Pure.
[[nodiscard]] std::vector<ViewStep> referencePath(const AxialExtent& extent, double nodeZ,
                                                  double seconds, double sliceMm = 3,
                                                  double nodeShare = 0.5);

}  // namespace nodewise::session
