/// node_finder.h: from a click to the surface of one compact piece of node.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include "segmentation/body_search.h"
#include "segmentation/star_surface.h"

namespace nodewise::segmentation {

struct FoundNode {
    Body body;  ///< The ellipsoid the surface was laid about.
    StarSurface surface;
    TissueLevels levels;
};

/// Tables of the rays of a volume or of one slice, coarse for the search and fine for the answer.
/// Built once; thread-safe.
struct RayTables {
    const RaySet& few;
    const RaySet& coarse;
    const RaySet& fine;
};
[[nodiscard]] RayTables rayTables(bool oneSlice);

/// Looks for the body about the click and lays the surface along the edges about it. `levels` is a
/// first guess and is read anew from each fit. Errors: Cancelled; NoNodeHere when no body is as
/// large as asked.
[[nodiscard]] Result<FoundNode> findNode(const WorkBox& box, const RayTables& rays, BoxPoint click,
                                         const TissueLevels& levels, SizeRange sizes,
                                         unsigned threads, JobControl& job);

}  // namespace nodewise::segmentation
