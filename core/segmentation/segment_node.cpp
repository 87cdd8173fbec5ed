#include "segmentation/segment_node.h"
#include "segmentation/attached.h"
#include "segmentation/click_levels.h"
#include "segmentation/doubt.h"
#include "segmentation/node_finder.h"
#include "segmentation/surface_fill.h"
#include <algorithm>
#include <cmath>

namespace nodewise::segmentation {

namespace {

constexpr double kSmoothMm = 0.5, kBoxMm = 40;
constexpr float kLeastEdges = 0.15F;    ///< Of the surface: less is no node but a muscle.
constexpr float kLeastSupport = 0.15F;  ///< Of a body's score.
constexpr double kUncertainShare = 0.2, kEntersShare = 0.08;
constexpr int kThinSlices = 4;

bool finite(PointLps p) {
    return std::isfinite(p.x) && std::isfinite(p.y) && std::isfinite(p.z);
}

Result<void> check(const CtVolume& volume, PointLps click, const SegmentOptions& options) {
    if (volume.meaning() != VoxelMeaning::Hounsfield)
        return fail(ErrorCode::InvalidArgument,
                    "the voxels are not in HU; a node is segmented in a CT");
    if (!(options.largestMm >= 10 && options.largestMm <= 80))
        return fail(ErrorCode::InvalidArgument, "largestMm must lie between 10 and 80");
    if (!finite(click) || !volume.geometry().contains(volume.geometry().nearestVoxel(click)))
        return fail(ErrorCode::InvalidArgument,
                    "the click lies outside the volume; click inside the node");
    return {};
}

/// A mask on the box, cut down to the voxels it holds.
NodeMask tight(const NodeMask& wide) {
    std::array<int, 3> low{wide.size}, high{-1, -1, -1};
    std::size_t at = 0;
    for (int k = 0; k < wide.size[2]; ++k)
        for (int j = 0; j < wide.size[1]; ++j)
            for (int i = 0; i < wide.size[0]; ++i)
                if (wide.bits[at++] != 0) {
                    const std::array<int, 3> v{i, j, k};
                    for (std::size_t a = 0; a < 3; ++a) {
                        low[a] = std::min(low[a], v[a]);
                        high[a] = std::max(high[a], v[a]);
                    }
                }
    if (high[0] < 0)
        return {};
    NodeMask out =
        NodeMask::box({wide.start.i + low[0], wide.start.j + low[1], wide.start.k + low[2]},
                      {high[0] - low[0] + 1, high[1] - low[1] + 1, high[2] - low[2] + 1});
    for (int k = 0; k < out.size[2]; ++k)
        for (int j = 0; j < out.size[1]; ++j)
            for (int i = 0; i < out.size[0]; ++i) {
                const VoxelIndex v{out.start.i + i, out.start.j + j, out.start.k + k};
                out.bits[out.offset(v)] = wide.bits[wide.offset(v)];
            }
    return out;
}

void unite(NodeMask& into, const NodeMask& other) {
    for (std::size_t n = 0; n < into.bits.size(); ++n)
        into.bits[n] = into.bits[n] | other.bits[n];
}

bool cutByVolume(const GridGeometry& grid, const NodeMask& mask) {
    const std::array<int, 3> start{mask.start.i, mask.start.j, mask.start.k};
    for (std::size_t a = 0; a < 3; ++a)
        if (grid.dims()[a] > 1 && (start[a] == 0 || start[a] + mask.size[a] == grid.dims()[a]))
            return true;
    return false;
}

PointLps centroidOf(const GridGeometry& grid, const NodeMask& mask) {
    double x = 0, y = 0, z = 0, count = 0;
    std::size_t at = 0;
    for (int k = 0; k < mask.size[2]; ++k)
        for (int j = 0; j < mask.size[1]; ++j)
            for (int i = 0; i < mask.size[0]; ++i)
                if (mask.bits[at++] != 0) {
                    x += i, y += j, z += k;
                    count += 1;
                }
    return grid.toPatient(ContinuousIndex{mask.start.i + x / count, mask.start.j + y / count,
                                          mask.start.k + z / count});
}

void setFlags(const GridGeometry& grid, NodeSegmentation& out) {
    const auto all = static_cast<double>(out.mask.count());
    if (1 - out.edgeShare > kUncertainShare)
        out.flags.push_back(SegmentationFlag::BorderUncertain);
    if (static_cast<double>(out.uncertain.count()) > kEntersShare * all)
        out.flags.push_back(SegmentationFlag::EntersStructure);
    if (out.parts.size() > 1)
        out.flags.push_back(SegmentationFlag::Conglomerate);
    if (cutByVolume(grid, out.mask))
        out.flags.push_back(SegmentationFlag::CutByVolume);
    if (grid.dims()[2] == 1)
        out.flags.push_back(SegmentationFlag::OneSlice);
    else if (*std::min_element(out.mask.size.begin(), out.mask.size.end()) < kThinSlices)
        out.flags.push_back(SegmentationFlag::ThickSlices);
}

NodeSegmentation assemble(const WorkBox& box, const RaySet& rays, const GridGeometry& grid,
                          const std::vector<PlacedPiece>& pieces) {
    NodeSegmentation out;
    NodeMask whole = pieces.front().mask;
    NodeMask doubt = NodeMask::box(box.start(), box.dims());
    for (const PlacedPiece& piece : pieces) {
        unite(whole, piece.mask);
        out.parts.push_back(tight(piece.mask));
        if (pieces.size() == 1)
            markDoubt(box, rays, piece.node.surface, piece.mask, doubt);
    }
    out.mask = tight(whole);
    out.uncertain = tight(doubt);
    out.levelHu = static_cast<double>(pieces.front().node.levels.node);
    out.edgeShare = static_cast<double>(shareOfClearEdges(pieces.front().node.surface));
    if (!out.mask.bits.empty())
        out.centre = centroidOf(grid, out.mask);
    return out;
}

}  // namespace

bool NodeSegmentation::has(SegmentationFlag flag) const {
    return std::find(flags.begin(), flags.end(), flag) != flags.end();
}

Result<NodeSegmentation> segmentNode(const CtVolume& volume, PointLps click,
                                     const SegmentOptions& options, JobControl& job) {
    if (const auto good = check(volume, click, options); !good)
        return fail(good.error());
    const GridGeometry& grid = volume.geometry();
    auto box = WorkBox::cut(volume, click, kBoxMm, kSmoothMm, options.threads);
    if (!box)
        return fail(box.error());
    const RayTables rays = rayTables(box->dims()[2] == 1);
    const BoxPoint at = box->toBox(grid, click);
    const auto view = lookAtClick(*box, rays.coarse, at);
    if (!view)
        return fail(view.error());
    const auto reach = static_cast<float>(0.5 * options.largestMm);
    auto found = findNode(*box, rays, view->start, view->levels, {reach}, options.threads, job);
    if (!found)
        return fail(found.error());
    if (shareOfClearEdges(found->surface) < kLeastEdges && found->body.support() < kLeastSupport)
        return fail(ErrorCode::NoNodeHere,
                    "no border was found round the click, as in a muscle or a vessel; click inside "
                    "the node, or draw it with the brush");
    sharpen(*box, rays.fine, found->levels, found->surface);
    std::vector<PlacedPiece> pieces{{std::move(*found), {}}};
    pieces[0].mask = fill(*box, rays.fine, pieces[0].node.surface);
    if (options.joinNeighbours && box->dims()[2] > 1)
        if (auto done = findAttached(*box, rays, reach, options.threads, job, pieces); !done)
            return fail(done.error());
    NodeSegmentation out = assemble(*box, rays.fine, grid, pieces);
    if (out.mask.bits.empty())
        return fail(ErrorCode::NoNodeHere, "no voxel lies inside the border that was found; the "
                                           "slices are too coarse here: draw with the brush");
    setFlags(grid, out);
    return out;
}

}  // namespace nodewise::segmentation
