#include "synthesis/node_piece.h"
#include "synthesis/render.h"
#include "synthesis/truth.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace nodewise::synthesis {

namespace {

/// Holds the largest node with its extension.
constexpr PieceExtent kWhole{40, 40};

/// Voxels of `grid` within the extent about the node's middle; at least one slice.
VoxelBox windowOf(const GridGeometry& grid, PointLps centre, const PieceExtent& extent) {
    const auto& dims = grid.dims();
    const auto corner = [&](double sign) {
        return grid.nearestVoxel(centre + grid.axis(0) * (sign * extent.aroundMm) +
                                 grid.axis(1) * (sign * extent.aroundMm) +
                                 grid.axis(2) * (sign * extent.aboveMm));
    };
    const VoxelIndex low = corner(-1), high = corner(1);
    VoxelBox box;
    box.low = {std::clamp(std::min(low.i, high.i), 0, dims[0] - 1),
               std::clamp(std::min(low.j, high.j), 0, dims[1] - 1),
               std::clamp(std::min(low.k, high.k), 0, dims[2] - 1)};
    box.high = {std::clamp(std::max(low.i, high.i), 0, dims[0] - 1),
                std::clamp(std::max(low.j, high.j), 0, dims[1] - 1),
                std::clamp(std::max(low.k, high.k), 0, dims[2] - 1)};
    return box;
}

std::array<int, 3> sizeOf(const VoxelBox& box) {
    return {box.high.i - box.low.i + 1, box.high.j - box.low.j + 1, box.high.k - box.low.k + 1};
}

bool inCapsule(const NodeFields& fields, VoxelIndex at) {
    const VoxelBox& box = fields.box;
    if (fields.capsule.empty() || at.i < box.low.i || at.i > box.high.i || at.j < box.low.j ||
        at.j > box.high.j || at.k < box.low.k || at.k > box.high.k)
        return false;
    const auto [columns, rows, slices] = sizeOf(box);
    const auto offset =
        (static_cast<std::size_t>(at.k - box.low.k) * static_cast<std::size_t>(rows) +
         static_cast<std::size_t>(at.j - box.low.j)) *
            static_cast<std::size_t>(columns) +
        static_cast<std::size_t>(at.i - box.low.i);
    return offset < fields.capsule.size() && fields.capsule[offset] != 0;
}

LabelMap marksOf(const SyntheticTruth& made, std::size_t index, const VoxelBox& box) {
    const GridGeometry& whole = made.labels.geometry();
    LabelMap marks = LabelMap::empty(whole.part(box.low, sizeOf(box)));
    const auto nodes = static_cast<LabelValue>(made.truth.nodes.size());
    const NodeTruth& node = made.truth.nodes[index];
    const LabelValue own = node.label;
    // Labels are drawn from a coarser field than the capsule: a voxel of border is no extension.
    const LabelValue outside = node.pene == PathologicalEne::None ? kCapsuleMark : kBeyondMark;
    for (int k = box.low.k; k <= box.high.k; ++k)
        for (int j = box.low.j; j <= box.high.j; ++j)
            for (int i = box.low.i; i <= box.high.i; ++i) {
                const VoxelIndex at{i, j, k};
                const LabelValue label = made.labels.at(at);
                LabelValue mark = 0;
                if (inCapsule(made.fields[index], at))
                    mark = kCapsuleMark;
                else if (label == own)
                    mark = outside;
                else if (label > 0 && label <= nodes)
                    mark = kOtherNodeMark;
                if (mark != 0)
                    marks.set({i - box.low.i, j - box.low.j, k - box.low.k}, mark);
            }
    return marks;
}

/// How much of each mark one slice holds, in voxels, and the sums of their columns and rows.
struct SliceMarks {
    std::array<std::size_t, 4> count{}, columns{}, rows{};

    void add(LabelValue mark, VoxelIndex at) {
        ++count[mark];
        columns[mark] += static_cast<std::size_t>(at.i);
        rows[mark] += static_cast<std::size_t>(at.j);
    }
    [[nodiscard]] VoxelIndex middle(LabelValue mark, int k) const {
        return {static_cast<int>(columns[mark] / count[mark]),
                static_cast<int>(rows[mark] / count[mark]), k};
    }
};

std::vector<SliceMarks> countMarks(const LabelMap& marks) {
    const auto& dims = marks.geometry().dims();
    std::vector<SliceMarks> slices(static_cast<std::size_t>(dims[2]));
    for (int k = 0; k < dims[2]; ++k)
        for (int j = 0; j < dims[1]; ++j)
            for (int i = 0; i < dims[0]; ++i)
                if (const LabelValue mark = marks.at(VoxelIndex{i, j, k}); mark != 0)
                    slices[static_cast<std::size_t>(k)].add(mark, {i, j, k});
    return slices;
}

/// Tumour beyond the capsule beside enough of the node to know it by; without extension the node
/// itself, with a neighbour where there is one.
double worth(const SliceMarks& slice, std::size_t largestCapsule, bool extends) {
    const auto capsule = static_cast<double>(slice.count[kCapsuleMark]);
    if (!extends)
        return capsule + std::min(capsule, static_cast<double>(slice.count[kOtherNodeMark]));
    const double known =
        capsule / (0.3 * static_cast<double>(std::max<std::size_t>(largestCapsule, 1)));
    return static_cast<double>(slice.count[kBeyondMark]) * std::min(1.0, known);
}

PointLps decisivePlace(const SyntheticTruth& made, std::size_t index, const VoxelBox& box) {
    const LabelMap marks = marksOf(made, index, box);
    const std::vector<SliceMarks> slices = countMarks(marks);
    std::size_t largest = 0;
    for (const SliceMarks& slice : slices)
        largest = std::max(largest, slice.count[kCapsuleMark]);
    const bool extends = made.truth.nodes[index].pene != PathologicalEne::None;
    const LabelValue wanted = extends ? kBeyondMark : kCapsuleMark;
    PointLps place = made.truth.nodes[index].centre;
    double best = 0;
    for (std::size_t k = 0; k < slices.size(); ++k)
        if (const double score = worth(slices[k], largest, extends); score > best) {
            best = score;
            place = marks.geometry().toPatient(slices[k].middle(wanted, static_cast<int>(k)));
        }
    return place;
}

Result<VolumePtr> drawWindow(const Recipe& recipe, const GridGeometry& grid, const VoxelBox& box,
                             JobControl& job, unsigned threads) {
    const auto size = sizeOf(box);
    std::vector<int> slices(static_cast<std::size_t>(size[2]));
    std::iota(slices.begin(), slices.end(), box.low.k);
    const auto drawn = renderSlices(recipe, slices, job, threads);
    if (!drawn)
        return fail(drawn.error());
    CtVolume::Int16Voxels voxels;
    voxels.reserve(grid.part(box.low, size).voxelCount());
    for (const auto& slice : *drawn)
        for (int j = box.low.j; j <= box.high.j; ++j) {
            const auto first = slice.begin() + static_cast<std::ptrdiff_t>(j) * grid.dims()[0];
            voxels.insert(voxels.end(), first + box.low.i, first + box.high.i + 1);
        }
    return CtVolume::create(grid.part(box.low, size), std::move(voxels));
}

}  // namespace

Result<NodePiece> makeNodePiece(const Recipe& recipe, std::string_view nodeId,
                                const PieceExtent& extent, JobControl& job, unsigned threads) {
    const auto made = makeTruth(recipe, job, TruthOptions{LabelExtent::Windows, false, threads});
    if (!made)
        return fail(made.error());
    const auto& nodes = made->truth.nodes;
    const auto node = std::find_if(nodes.begin(), nodes.end(), [&](const NodeTruth& candidate) {
        return candidate.id.value == nodeId;
    });
    if (node == nodes.end())
        return fail(ErrorCode::NodeNotFound, "the recipe has no node " + std::string(nodeId));
    const GridGeometry grid = gridOf(recipe);
    const auto index = static_cast<std::size_t>(node - nodes.begin());
    NodePiece piece;
    piece.truth = *node;
    piece.place = decisivePlace(*made, index, windowOf(grid, node->centre, kWhole));
    PointLps middle{node->centre.x, node->centre.y, piece.place.z};
    if (recipe.scanner.gantryDeg != 0)
        middle = node->centre + grid.axis(2) * dot(piece.place - node->centre, grid.axis(2));
    const VoxelBox box = windowOf(grid, middle, extent);
    piece.marks = std::make_shared<const LabelMap>(marksOf(*made, index, box));
    auto image = drawWindow(recipe, grid, box, job, threads);
    if (!image)
        return fail(image.error());
    piece.image = *std::move(image);
    return piece;
}

Result<VolumePtr> drawPieceAbout(const Recipe& recipe, PointLps centre, const PieceExtent& extent,
                                 JobControl& job, unsigned threads) {
    const GridGeometry grid = gridOf(recipe);
    return drawWindow(recipe, grid, windowOf(grid, centre, extent), job, threads);
}

}  // namespace nodewise::synthesis
