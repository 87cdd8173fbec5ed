#include "segmentation/segment_node.h"
#include "segmentation/click_levels.h"
#include "segmentation/node_finder.h"
#include "segmentation/surface_fill.h"
#include <algorithm>

namespace nodewise::segmentation {

bool NodeSegmentation::has(SegmentationFlag flag) const {
    return std::find(flags.begin(), flags.end(), flag) != flags.end();
}

Result<NodeSegmentation> segmentNode(const CtVolume& volume, PointLps click,
                                     const SegmentOptions& options, JobControl& job) {
    const GridGeometry& grid = volume.geometry();
    auto box = WorkBox::cut(volume, click, 40, 0.7, options.threads);
    if (!box)
        return fail(box.error());
    const bool one = box->dims()[2] == 1;
    const auto tables = rayTables(one);
    const BoxPoint at = box->toBox(grid, click);
    const auto levels = levelsAtClick(*box, tables.coarse, at);
    if (!levels)
        return fail(levels.error());
    auto found = findNode(*box, tables, at, *levels, 26, options.threads, job);
    if (!found)
        return fail(found.error());
    sharpen(*box, tables.fine, found->levels, 0.7, found->surface);
    NodeSegmentation out;
    out.mask = fill(*box, tables.fine, found->surface);
    out.levelHu = static_cast<double>(found->levels.node);
    out.centre = box->toPatient(grid, found->surface.centre);
    double edge = 0;
    for (const float e : found->surface.edge)
        edge += e > 0.5F ? 1 : 0;
    out.edgeShare = edge / static_cast<double>(tables.fine.size());
    return out;
}

}  // namespace nodewise::segmentation
