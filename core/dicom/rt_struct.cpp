#include "dicom/dictionary.h"
#include "dicom/guarded.h"
#include "dicom/image_header.h"
#include "dicom/label_import.h"
#include "dicom/label_painter.h"
#include "dicom/parsed_file.h"
#include "dicom/polygon_fill.h"
#include <algorithm>
#include <cmath>
#include <map>

namespace nodewise::dicom {
namespace {

constexpr Tag kRoiSequence{0x3006, 0x0020}, kRoiNumber{0x3006, 0x0022}, kRoiName{0x3006, 0x0026},
    kContourGroups{0x3006, 0x0039}, kReferencedRoi{0x3006, 0x0084}, kContours{0x3006, 0x0040},
    kContourKind{0x3006, 0x0042}, kContourData{0x3006, 0x0050};
constexpr std::string_view kRtStructClass = "1.2.840.10008.5.1.4.1.1.481.3";
constexpr double kSamePlane = 0.02;  // of a slice step

/// One closed outline in steps of the grid.
struct Outline {
    double plane = 0;
    std::vector<Corner> corners;
};

struct NamedRoi {
    std::int64_t number = 0;
    std::string name;
};

class RoiFiller {
public:
    RoiFiller(const GridGeometry& grid, JobControl& job, Warnings& warnings)
        : m_grid(grid)
        , m_job(job)
        , m_warnings(warnings) {}

    Result<std::vector<std::uint32_t>> fill(const TagReader& roi, const std::string& name);

private:
    Result<std::vector<Outline>> outlinesOf(const TagReader& roi, const std::string& name);
    Result<Outline> outlineOf(const std::vector<double>& numbers, const std::string& name) const;
    void warnOfGaps(const std::map<int, std::vector<const Outline*>>& bySlice,
                    const std::string& name);
    void fillSlice(int k, const std::vector<const Outline*>& outlines,
                   std::vector<std::uint32_t>& voxels) const;

    const GridGeometry& m_grid;
    JobControl& m_job;
    Warnings& m_warnings;
};

Result<Outline> RoiFiller::outlineOf(const std::vector<double>& numbers,
                                     const std::string& name) const {
    Outline outline;
    double low = 0, high = 0;
    for (std::size_t n = 0; n + 2 < numbers.size(); n += 3) {
        const ContinuousIndex at =
            m_grid.toIndex(PointLps{numbers[n], numbers[n + 1], numbers[n + 2]});
        low = n == 0 ? at.k : std::min(low, at.k);
        high = n == 0 ? at.k : std::max(high, at.k);
        outline.corners.push_back({at.i, at.j});
    }
    if (high - low > 0.5)
        return fail(ErrorCode::GeometryInconsistent,
                    "an outline of \"" + name +
                        "\" runs across the slices; open the series it was drawn on",
                    {}, tagText(kContourData));
    outline.plane = (low + high) / 2;
    return outline;
}

Result<std::vector<Outline>> RoiFiller::outlinesOf(const TagReader& roi, const std::string& name) {
    std::vector<Outline> outlines;
    std::size_t open = 0, outside = 0;
    for (const TagReader& contour : roi.items(kContours)) {
        if (m_job.cancelled())
            return fail(ErrorCode::Cancelled, "reading the outlines was cancelled");
        if (!contour.text(kContourKind).starts_with("CLOSED_PLANAR")) {
            ++open;
            continue;
        }
        const auto numbers = contour.decimalList(kContourData);
        if (!numbers)
            return fail(numbers.error());
        if (numbers->size() % 3 != 0)
            return fail(ErrorCode::TagInvalid,
                        "an outline of \"" + name + "\" has a point with fewer than three numbers",
                        {}, tagText(kContourData));
        auto outline = outlineOf(*numbers, name);
        if (!outline)
            return fail(outline.error());
        const bool onGrid = outline->plane > -0.5 && outline->plane < m_grid.dims()[2] - 0.5;
        if (onGrid)
            outlines.push_back(std::move(*outline));
        else
            ++outside;
    }
    if (open > 0)
        m_warnings.push_back({ErrorCode::PixelFormatUnsupported,
                              std::to_string(open) + " points or open lines of \"" + name +
                                  "\" are left out: they enclose nothing"});
    if (outside > 0)
        m_warnings.push_back({ErrorCode::GridMismatch, std::to_string(outside) + " outlines of \"" +
                                                           name + "\" lie off the image"});
    return outlines;
}

void RoiFiller::warnOfGaps(const std::map<int, std::vector<const Outline*>>& bySlice,
                           const std::string& name) {
    if (bySlice.empty())
        return;
    const int span = bySlice.rbegin()->first - bySlice.begin()->first + 1;
    const int missing = span - static_cast<int>(bySlice.size());
    if (missing > 0)
        m_warnings.push_back({ErrorCode::SpacingUneven, "\"" + name + "\" has no outline on " +
                                                            std::to_string(missing) +
                                                            " slices between its first and last"});
}

void RoiFiller::fillSlice(int k, const std::vector<const Outline*>& outlines,
                          std::vector<std::uint32_t>& voxels) const {
    const int columns = m_grid.dims()[0];
    const int rows = m_grid.dims()[1];
    std::vector<std::uint8_t> mask(static_cast<std::size_t>(columns) *
                                   static_cast<std::size_t>(rows));
    // Outlines drawn more finely than the slices lie: those nearest to the slice speak for it.
    double nearest = 1;
    for (const Outline* outline : outlines)
        nearest = std::min(nearest, std::abs(outline->plane - k));
    for (const Outline* outline : outlines)
        if (std::abs(outline->plane - k) <= nearest + kSamePlane)
            togglePolygon(outline->corners, columns, rows, mask);
    const std::size_t start = m_grid.offset({0, 0, k});
    for (std::size_t n = 0; n < mask.size(); ++n)
        if (mask[n] != 0)
            voxels.push_back(static_cast<std::uint32_t>(start + n));
}

Result<std::vector<std::uint32_t>> RoiFiller::fill(const TagReader& roi, const std::string& name) {
    const auto outlines = outlinesOf(roi, name);
    if (!outlines)
        return fail(outlines.error());
    std::map<int, std::vector<const Outline*>> bySlice;
    for (const Outline& outline : *outlines)
        bySlice[static_cast<int>(std::floor(outline.plane + 0.5))].push_back(&outline);
    warnOfGaps(bySlice, name);
    std::vector<std::uint32_t> voxels;
    for (const auto& [k, here] : bySlice) {
        if (m_job.cancelled())
            return fail(ErrorCode::Cancelled, "filling the outlines was cancelled");
        if (k >= 0 && k < m_grid.dims()[2])
            fillSlice(k, here, voxels);
    }
    return voxels;
}

Result<std::vector<NamedRoi>> namedRois(const TagReader& tags) {
    std::vector<NamedRoi> rois;
    const std::string characterSet = tags.text(tags::kCharacterSet);
    for (const TagReader& item : tags.items(kRoiSequence)) {
        const auto number = item.whole(kRoiNumber);
        if (!number)
            return fail(number.error());
        if (!*number)
            return fail(ErrorCode::TagMissing, "a region without a number", {},
                        tagText(kRoiNumber));
        rois.push_back({**number, item.utf8(kRoiName, characterSet)});
    }
    if (rois.empty())
        return fail(ErrorCode::TagMissing, "the structure set names no region; export it again", {},
                    tagText(kRoiSequence));
    if (rois.size() > 65535)
        return fail(ErrorCode::ImageTooLarge, "more than 65535 regions", {}, tagText(kRoiSequence));
    return rois;
}

Result<std::vector<Region>> regionsOf(const TagReader& tags, const GridGeometry& grid,
                                      const std::optional<std::string>& only, JobControl& job,
                                      Warnings& warnings) {
    const auto rois = namedRois(tags);
    if (!rois)
        return fail(rois.error());
    std::map<std::int64_t, TagReader> outlines;
    for (const TagReader& item : tags.items(kContourGroups))
        if (const auto number = item.whole(kReferencedRoi); number && *number)
            outlines.emplace(**number, item);
    RoiFiller filler(grid, job, warnings);
    std::vector<Region> regions;
    for (std::size_t n = 0; n < rois->size(); ++n) {
        const NamedRoi& roi = (*rois)[n];
        if (only && roi.name != *only)
            continue;
        Region region{static_cast<LabelValue>(only ? 1 : n + 1), roi.name, {}};
        if (const auto at = outlines.find(roi.number); at != outlines.end()) {
            auto voxels = filler.fill(at->second, roi.name);
            if (!voxels)
                return fail(voxels.error());
            region.voxels = std::move(*voxels);
        }
        regions.push_back(std::move(region));
        if (only)
            break;
        job.report(static_cast<double>(n + 1) / static_cast<double>(rois->size()), "fill");
    }
    return regions;
}

Result<LabelImport> importFrom(const TagReader& tags, const GridGeometry& grid,
                               const std::optional<std::string>& only, JobControl& job) {
    if (tags.text(tags::kSopClass) != kRtStructClass)
        return fail(ErrorCode::NotAnImage, "this is no RTSTRUCT", {}, tagText(tags::kSopClass));
    if (grid.voxelCount() > kMaxVoxels)
        return fail(ErrorCode::ImageTooLarge, "the grid has more voxels than one volume may hold");
    Warnings warnings;
    auto regions = regionsOf(tags, grid, only, job, warnings);
    if (!regions)
        return fail(regions.error());
    if (regions->empty())
        return fail(ErrorCode::LabelAbsent, "there is no region named \"" + *only + "\"", {},
                    tagText(kRoiName));
    const bool nothing =
        std::ranges::all_of(*regions, [](const Region& region) { return region.voxels.empty(); });
    if (nothing)
        return fail(ErrorCode::GridMismatch,
                    "no outline lies on this image; open the series it was drawn on", {},
                    tagText(kContourData));
    LabelImport result = paintRegions(grid, std::move(*regions));
    result.warnings.insert(result.warnings.begin(), warnings.begin(), warnings.end());
    return result;
}

}  // namespace

Result<LabelImport> readRtStruct(const std::filesystem::path& file, const GridGeometry& grid,
                                 JobControl& job, const std::optional<std::string>& onlyRegion) {
    if (const auto ready = ensureDictionary(); !ready)
        return fail(ready.error());
    return guarded(file, [&]() -> Result<LabelImport> {
        const auto parsed = ParsedFile::open(file, ReadExtent::Everything);
        if (!parsed)
            return fail(parsed.error());
        auto result = importFrom(parsed->tags(), grid, onlyRegion, job);
        if (!result)
            return fail(inFile(result.error(), file));
        return result;
    });
}

}  // namespace nodewise::dicom
