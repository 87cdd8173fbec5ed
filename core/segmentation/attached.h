/// attached.h: nodes that hang together with one that was found, without a plane between them.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include "segmentation/node_finder.h"
#include "segmentation/node_mask.h"
#include <vector>

namespace nodewise::segmentation {

/// A node with its voxels in the box.
struct PlacedPiece {
    FoundNode node;
    NodeMask mask;
};

/// Looks behind those parts of the pieces' surfaces where tissue of the same level goes on, and
/// takes what lies there when it closes to a compact piece of the same kind with a broad contact.
/// At most two more pieces; `pieces` holds the clicked one at first. Errors: Cancelled.
[[nodiscard]] Result<void> findAttached(const WorkBox& box, const RayTables& rays, float reachMm,
                                        unsigned threads, JobControl& job,
                                        std::vector<PlacedPiece>& pieces);

}  // namespace nodewise::segmentation
