#include "dicom/dictionary.h"
#include "dicom/guarded.h"
#include "dicom/label_import.h"
#include "dicom/label_painter.h"
#include "dicom/seg_frames.h"
#include "dicom/stack_geometry.h"
#include <algorithm>
#include <cmath>
#include <map>

namespace nodewise::dicom {
namespace {

/// Frames may miss slices but must lie on whole steps of the grid.
constexpr double kStepTolerance = 0.1;

Error placeProblem(ErrorCode code, const std::string& detail) {
    return {code, detail, {}, tagText(tags::kPosition)};
}

/// The grid and the slice of each frame.
struct SegPlan {
    GridGeometry grid;
    std::vector<int> slices;
    /// Of a tilted gantry: how far each slice starts beside the one below, mm within the slice.
    std::optional<VectorLps> lean;
};

bool samePlaneKind(const FrameHeader& a, const FrameHeader& b) {
    return length(a.orientation->row - b.orientation->row) < 1e-4 &&
           length(a.orientation->column - b.orientation->column) < 1e-4 &&
           std::abs((*a.pixelSpacing)[0] - (*b.pixelSpacing)[0]) < 1e-4 &&
           std::abs((*a.pixelSpacing)[1] - (*b.pixelSpacing)[1]) < 1e-4;
}

Result<void> checkFrames(const SegHeader& header) {
    const FrameHeader& first = header.frames.front().plane;
    for (const SegFrame& frame : header.frames) {
        if (!frame.plane.position || !frame.plane.orientation || !frame.plane.pixelSpacing)
            return fail(placeProblem(ErrorCode::GeometryMissing,
                                     "a frame does not say where it lies; export it again"));
        if (!samePlaneKind(first, frame.plane))
            return fail(placeProblem(ErrorCode::GeometryInconsistent,
                                     "frames of different directions or pixel sizes"));
    }
    return {};
}

/// Step between slices: the smallest gap between frames; the stated thickness for one plane, and
/// where all gaps are whole multiples of it.
double stepOf(const std::vector<double>& heights, double stated) {
    double smallest = 0;
    for (std::size_t i = 1; i < heights.size(); ++i)
        if (const double gap = heights[i] - heights[i - 1]; gap > kSamePlaceMm)
            smallest = smallest == 0 ? gap : std::min(smallest, gap);
    if (smallest == 0)
        return stated > 0 ? stated : 1;
    const double multiple = stated > 0 ? smallest / stated : 0;
    const bool whole = multiple > 1.5 && std::abs(multiple - std::round(multiple)) < kStepTolerance;
    return whole ? smallest / std::round(multiple) : smallest;
}

/// How far slices start beside one another, when that is more than a quarter pixel in all.
Result<std::optional<VectorLps>> leanOf(const SegHeader& header, const std::vector<int>& slices,
                                        PointLps lowest, VectorLps normal) {
    const auto beside = [&](std::size_t frame) {
        const VectorLps v = *header.frames[frame].plane.position - lowest;
        return v - normal * dot(v, normal);
    };
    const auto& pixel = *header.frames.front().plane.pixelSpacing;
    const double tolerance = 0.25 * std::min(pixel[0], pixel[1]);
    const auto top = static_cast<std::size_t>(std::ranges::max_element(slices) - slices.begin());
    const VectorLps lean = slices[top] > 0 ? beside(top) * (1.0 / slices[top]) : beside(top);
    bool straight = true, even = true;
    for (std::size_t frame = 0; frame < slices.size(); ++frame) {
        straight = straight && length(beside(frame)) <= tolerance;
        even = even && length(beside(frame) - lean * slices[frame]) <= tolerance;
    }
    if (straight)
        return std::optional<VectorLps>{};
    if (!even)
        return fail(placeProblem(ErrorCode::GeometryInconsistent,
                                 "the frames do not lie in one stack; export the segmentation on "
                                 "a regular grid"));
    return std::optional{lean};
}

Result<SegPlan> planOf(const SegHeader& header) {
    if (const auto ok = checkFrames(header); !ok)
        return fail(ok.error());
    const FrameHeader& any = header.frames.front().plane;
    const VectorLps normal = normalOf(*any.orientation);
    std::vector<double> heights;
    const FrameHeader* lowest = &any;
    for (const SegFrame& frame : header.frames) {
        heights.push_back(alongNormal(*frame.plane.position, normal));
        if (heights.back() < alongNormal(*lowest->position, normal))
            lowest = &frame.plane;
    }
    std::vector<double> sorted = heights;
    std::ranges::sort(sorted);
    const double step = stepOf(sorted, any.thickness);
    SegPlan plan;
    int last = 0;
    for (const double height : heights) {
        const double steps = (height - sorted.front()) / step;
        if (std::abs(steps - std::round(steps)) > kStepTolerance || steps > 65535)
            return fail(placeProblem(ErrorCode::SpacingUneven,
                                     "the frames are unevenly spaced; export the segmentation on a "
                                     "regular grid"));
        plan.slices.push_back(static_cast<int>(std::round(steps)));
        last = std::max(last, plan.slices.back());
    }
    const auto lean = leanOf(header, plan.slices, *lowest->position, normal);
    if (!lean)
        return fail(lean.error());
    plan.lean = *lean;
    if (header.pixels() * static_cast<std::uint64_t>(last + 1) > kMaxVoxels)
        return fail(ErrorCode::ImageTooLarge, "more voxels than one volume may hold", {},
                    tagText(tags::kRows));
    const auto grid = GridGeometry::create({header.columns, header.rows, last + 1},
                                           {(*any.pixelSpacing)[0], (*any.pixelSpacing)[1], step},
                                           *lowest->position,
                                           {any.orientation->row, any.orientation->column, normal});
    if (!grid)
        return fail(placeProblem(ErrorCode::GeometryInconsistent, grid.error().detail));
    plan.grid = *grid;
    return plan;
}

std::vector<Region> regionsOf(const SegHeader& header, const SegPlan& plan,
                              const std::vector<LabelValue>& labels) {
    std::map<LabelValue, Region> byLabel;
    for (const auto& [label, name] : header.names)
        byLabel[label] = {label, name, {}};
    for (std::size_t frame = 0; frame < header.frames.size(); ++frame) {
        const std::size_t from = frame * header.pixels();
        const std::size_t to = plan.grid.offset({0, 0, plan.slices[frame]});
        for (std::size_t n = 0; n < header.pixels(); ++n)
            if (const LabelValue label = labels[from + n]; label != 0) {
                Region& region = byLabel[label];
                region.label = label;
                region.voxels.push_back(static_cast<std::uint32_t>(to + n));
            }
    }
    std::vector<Region> regions;
    for (auto& [label, region] : byLabel) {
        // Two frames of one segment at one place: each voxel counts once.
        std::ranges::sort(region.voxels);
        const auto twice = std::ranges::unique(region.voxels);
        region.voxels.erase(twice.begin(), twice.end());
        regions.push_back(std::move(region));
    }
    return regions;
}

/// Steps on the other grid for one step on this one along an axis.
ContinuousIndex stepBetween(const GridGeometry& from, const GridGeometry& to, VoxelIndex step) {
    const ContinuousIndex zero = to.toIndex(from.toPatient(VoxelIndex{}));
    const ContinuousIndex one = to.toIndex(from.toPatient(step));
    return {one.i - zero.i, one.j - zero.j, one.k - zero.k};
}

Result<LabelMap> ontoGrid(const LabelMap& own, VectorLps lean, const GridGeometry& grid,
                          JobControl& job) {
    LabelGrid target = LabelMap::empty(grid).grid();
    target.names = own.names();
    const ContinuousIndex base = own.geometry().toIndex(grid.toPatient(VoxelIndex{}));
    const ContinuousIndex di = stepBetween(grid, own.geometry(), {1, 0, 0});
    const ContinuousIndex dj = stepBetween(grid, own.geometry(), {0, 1, 0});
    const ContinuousIndex dk = stepBetween(grid, own.geometry(), {0, 0, 1});
    const double leanI = dot(lean, own.geometry().axis(0)) / own.geometry().spacing()[0],
                 leanJ = dot(lean, own.geometry().axis(1)) / own.geometry().spacing()[1];
    bool any = false;
    std::size_t at = 0;
    const auto nearest = [](double a) {
        return static_cast<int>(std::floor(std::clamp(a + 0.5, -1e9, 1e9)));
    };
    for (int k = 0; k < grid.dims()[2]; ++k) {
        if (job.cancelled())
            return fail(ErrorCode::Cancelled, "reading the segmentation was cancelled");
        for (int j = 0; j < grid.dims()[1]; ++j)
            for (int i = 0; i < grid.dims()[0]; ++i, ++at) {
                const int slice = nearest(base.k + i * di.k + j * dj.k + k * dk.k);
                const VoxelIndex voxel{
                    nearest(base.i + i * di.i + j * dj.i + k * dk.i - slice * leanI),
                    nearest(base.j + i * di.j + j * dj.j + k * dk.j - slice * leanJ), slice};
                if (own.geometry().contains(voxel)) {
                    target.labels[at] = own.at(voxel);
                    any = any || target.labels[at] != 0;
                }
            }
    }
    if (!any)
        return fail(ErrorCode::GridMismatch,
                    "no segment lies on this image; open the series it was drawn on");
    return LabelMap::create(std::move(target));
}

Result<LabelImport> importFrom(const ParsedFile& parsed, const std::optional<GridGeometry>& grid,
                               JobControl& job) {
    const auto header = readSegHeader(parsed.tags());
    if (!header)
        return fail(header.error());
    const auto plan = planOf(*header);
    if (!plan)
        return fail(plan.error());
    if (plan->lean && !grid)
        return fail(placeProblem(ErrorCode::GeometryInconsistent,
                                 "the frames are tilted against their stack; open them with the "
                                 "series they were drawn on"));
    const auto labels = readSegPixels(parsed, *header, job);
    if (!labels)
        return fail(labels.error());
    LabelImport result = paintRegions(plan->grid, regionsOf(*header, *plan, *labels));
    if (!grid)
        return result;
    auto moved = ontoGrid(result.labels, plan->lean.value_or(VectorLps{}), *grid, job);
    if (!moved)
        return fail(moved.error());
    result.labels = std::move(*moved);
    return result;
}

LabelFileKind kindOf(std::string_view sopClass) {
    if (sopClass == "1.2.840.10008.5.1.4.1.1.481.3")
        return LabelFileKind::RtStruct;
    if (sopClass == "1.2.840.10008.5.1.4.1.1.66.4" || sopClass == "1.2.840.10008.5.1.4.1.1.66.7")
        return LabelFileKind::Segmentation;
    return LabelFileKind::None;
}

}  // namespace

Result<LabelImport> readSegmentation(const std::filesystem::path& file,
                                     const std::optional<GridGeometry>& grid, JobControl& job) {
    if (const auto ready = ensureDictionary(); !ready)
        return fail(ready.error());
    return guarded(file, [&]() -> Result<LabelImport> {
        const auto parsed = ParsedFile::open(file, ReadExtent::Everything);
        if (!parsed)
            return fail(parsed.error());
        auto result = importFrom(*parsed, grid, job);
        if (!result)
            return fail(inFile(result.error(), file));
        return result;
    });
}

Result<LabelFileKind> labelFileKind(const std::filesystem::path& file) {
    if (const auto ready = ensureDictionary(); !ready)
        return fail(ready.error());
    return guarded(file, [&]() -> Result<LabelFileKind> {
        const auto parsed = ParsedFile::open(file, ReadExtent::Header);
        if (!parsed)
            return fail(parsed.error());
        return kindOf(parsed->tags().text(tags::kSopClass));
    });
}

}  // namespace nodewise::dicom
