#include "measure/node_region.h"
#include "base/parallel.h"
#include "measure/distance_map.h"
#include "measure/soft_tissue.h"
#include "measure/structure_names.h"
#include <algorithm>
#include <atomic>
#include <cmath>

namespace nodewise::measure {
namespace {

struct Cut {
    VoxelIndex start;
    std::array<int, 3> size{};
};

std::array<int, 3> asArray(VoxelIndex v) {
    return {v.i, v.j, v.k};
}

Cut cutRound(const VoxelBox& box, const GridGeometry& grid, double rimMm, int rimVoxels) {
    const auto& dims = grid.dims();
    const auto low = asArray(box.low), high = asArray(box.high);
    std::array<int, 3> start{};
    Cut cut;
    for (std::size_t a = 0; a < 3; ++a) {
        const int rim =
            std::max(rimVoxels, static_cast<int>(std::ceil(rimMm / grid.spacing()[a])) + 1);
        start[a] = std::max(0, low[a] - rim);
        cut.size[a] = std::min(dims[a] - 1, high[a] + rim) - start[a] + 1;
    }
    cut.start = {start[0], start[1], start[2]};
    return cut;
}

/// Labels that name a structure, told from nodes by their name.
std::vector<std::uint8_t> structureLabels(const LabelMap& labels) {
    std::vector<std::uint8_t> result(65536, 0);
    for (const auto& [value, name] : labels.names())
        result[value] = structureKindOf(name).has_value() ? 1 : 0;
    return result;
}

/// What one plane of the region adds up to.
struct PlaneSum {
    std::size_t voxels = 0, i = 0, j = 0;
    bool otherNode = false;
    int badI = -1, badJ = 0;
};

class Cutter {
public:
    Cutter(const CtVolume& image, const LabelMap& labels, LabelValue node,
           const LabelMap* structures, unsigned threads)
        : m_image(image)
        , m_labels(labels)
        , m_node(node)
        , m_structures(structures == &labels ? nullptr : structures)
        , m_threads(threads)
        , m_isStructure(structureLabels(labels)) {}

    Result<NodeRegion> run(const VoxelBox& box, JobControl& job) {
        const Cut cut = cutRound(box, m_image.geometry(), kRegionMarginMm, 0);
        m_region.start = cut.start;
        m_region.geometry = m_image.geometry().part(cut.start, cut.size);
        m_region.calibrated = m_image.meaning() == VoxelMeaning::Hounsfield;
        setBox(box);
        const std::size_t count = m_region.geometry.voxelCount();
        m_region.hu.resize(count);
        m_region.inside.resize(count);
        m_region.otherNodes.resize(count);
        m_region.structures.resize(count);
        m_sums.resize(static_cast<std::size_t>(cut.size[2]));
        parallelFor(m_sums.size(), m_threads, [&](std::size_t k) {
            if (!job.cancelled())
                m_image.visit([&](auto span) { copyPlane(span, static_cast<int>(k)); });
        });
        if (job.cancelled())
            return fail(ErrorCode::Cancelled, "cancelled");
        if (auto ok = addUp(); !ok)
            return fail(ok.error());
        nameStructures();
        const RegionBox own = boxRound(m_region, 0, 0);
        m_region.pieces = piecesOfMask(own.size, maskIn(m_region, own));
        auto distances = regionDistances(m_region, m_threads, job);
        if (!distances)
            return fail(distances.error());
        m_region.distanceMm = std::move(*distances);
        return std::move(m_region);
    }

private:
    void setBox(const VoxelBox& box) {
        const VoxelIndex s = m_region.start;
        m_region.nodeBox = {{box.low.i - s.i, box.low.j - s.j, box.low.k - s.k},
                            {box.high.i - s.i, box.high.j - s.j, box.high.k - s.k}};
        const auto low = asArray(box.low), high = asArray(box.high);
        for (std::size_t a = 0; a < 3; ++a)
            m_region.cutByBorder =
                m_region.cutByBorder || low[a] == 0 || high[a] == m_image.geometry().dims()[a] - 1;
    }

    template <class Span>
    void copyPlane(const Span& voxels, int k) {
        const auto& size = m_region.geometry.dims();
        PlaneSum& sum = m_sums[static_cast<std::size_t>(k)];
        const auto own = m_labels.labels();
        const VoxelIndex s = m_region.start;
        for (int j = 0; j < size[1]; ++j) {
            const std::size_t from = m_image.geometry().offset({s.i, s.j + j, s.k + k});
            const std::size_t to = m_region.geometry.offset({0, j, k});
            const auto width = static_cast<std::size_t>(size[0]);
            float* hu = m_region.hu.data() + to;
            float bad = 0;  // 0 times a number is 0
            for (std::size_t i = 0; i < width; ++i) {
                hu[i] = static_cast<float>(voxels[from + i]);
                bad += hu[i] * 0.0F;
            }
            if (bad != 0 && sum.badI < 0) {
                sum.badI = static_cast<int>(
                    std::find_if(hu, hu + width, [](float v) { return !std::isfinite(v); }) - hu);
                sum.badJ = j;
            }
            if (m_structures != nullptr)
                std::copy_n(m_structures->labels().begin() + static_cast<std::ptrdiff_t>(from),
                            width, m_region.structures.begin() + static_cast<std::ptrdiff_t>(to));
            const LabelValue* line = own.data() + from;
            LabelValue any = 0;
            for (std::size_t i = 0; i < width; ++i)
                any = static_cast<LabelValue>(any | line[i]);
            for (std::size_t i = 0; any != 0 && i < width; ++i)
                if (line[i] != 0)
                    keepLabel(line[i], to + i, static_cast<int>(i), j, sum);
        }
    }

    void keepLabel(LabelValue own, std::size_t at, int i, int j, PlaneSum& sum) {
        if (own == m_node) {
            m_region.inside[at] = 1;
            m_region.structures[at] = 0;
            ++sum.voxels;
            sum.i += static_cast<std::size_t>(i);
            sum.j += static_cast<std::size_t>(j);
        } else if (m_isStructure[own] != 0) {
            if (m_structures == nullptr)
                m_region.structures[at] = own;
        } else {
            m_region.otherNodes[at] = own;
            sum.otherNode = true;
        }
    }

    Result<void> addUp() {
        double i = 0, j = 0, k = 0;
        for (std::size_t plane = 0; plane < m_sums.size(); ++plane) {
            const PlaneSum& sum = m_sums[plane];
            if (sum.badI >= 0)
                return fail(ErrorCode::NotANumber,
                            "a voxel near the node is not a number; repair the image", {},
                            std::to_string(m_region.start.i + sum.badI) + "," +
                                std::to_string(m_region.start.j + sum.badJ) + "," +
                                std::to_string(m_region.start.k + static_cast<int>(plane)));
            m_region.voxels += sum.voxels;
            m_region.hasOtherNodes = m_region.hasOtherNodes || sum.otherNode;
            i += static_cast<double>(sum.i);
            j += static_cast<double>(sum.j);
            k += static_cast<double>(sum.voxels * plane);
        }
        const auto count = static_cast<double>(std::max<std::size_t>(1, m_region.voxels));
        m_region.centroid =
            m_region.geometry.toPatient(ContinuousIndex{i / count, j / count, k / count});
        return {};
    }

    void nameStructures() {
        const LabelMap& from = m_structures != nullptr ? *m_structures : m_labels;
        for (const auto& [value, name] : from.names())
            if (m_structures != nullptr || m_isStructure[value] != 0)
                m_region.structureNames[value] = name;
        for (const auto& [value, name] : m_labels.names())
            if (m_isStructure[value] == 0)
                m_region.nodeNames[value] = name;
        m_region.hasStructures = m_structures != nullptr || !m_region.structureNames.empty();
    }

    const CtVolume& m_image;
    const LabelMap& m_labels;
    LabelValue m_node;
    const LabelMap* m_structures;
    unsigned m_threads;
    std::vector<std::uint8_t> m_isStructure;
    std::vector<PlaneSum> m_sums;
    NodeRegion m_region;
};

/// The box of a label in one plane, and whether any label is there.
struct PlaneBox {
    int lowI = -1, highI = -1, lowJ = -1, highJ = -1;
    bool any = false;
};

PlaneBox boxInPlane(std::span<const LabelValue> plane, int width, LabelValue node) {
    PlaneBox box;
    for (std::size_t row = 0; row * static_cast<std::size_t>(width) < plane.size(); ++row) {
        const LabelValue* line = plane.data() + row * static_cast<std::size_t>(width);
        LabelValue bits = 0;
        unsigned hits = 0;
        for (int i = 0; i < width; ++i) {
            bits = static_cast<LabelValue>(bits | line[i]);
            hits += line[i] == node ? 1U : 0U;
        }
        box.any = box.any || bits != 0;
        if (hits == 0)
            continue;
        const auto* first = std::find(line, line + width, node);
        int last = width - 1;
        while (line[last] != node)
            --last;
        const int from = static_cast<int>(first - line);
        box.lowI = box.lowI < 0 ? from : std::min(box.lowI, from);
        box.highI = std::max(box.highI, last);
        box.lowJ = box.lowJ < 0 ? static_cast<int>(row) : box.lowJ;
        box.highJ = static_cast<int>(row);
    }
    return box;
}

}  // namespace

VoxelIndex NodeRegion::inVolume(std::size_t offset) const {
    const VoxelIndex at = geometry.indexOf(offset);
    return {start.i + at.i, start.j + at.j, start.k + at.k};
}

RegionBox boxRound(const NodeRegion& region, double rimMm, int rimVoxels) {
    const Cut cut = cutRound(region.nodeBox, region.geometry, rimMm, rimVoxels);
    return {cut.start, cut.size, region.geometry.part(cut.start, cut.size)};
}

std::vector<std::uint8_t> maskIn(const NodeRegion& region, const RegionBox& box) {
    std::vector<std::uint8_t> mask;
    mask.reserve(box.geometry.voxelCount());
    for (int k = 0; k < box.size[2]; ++k)
        for (int j = 0; j < box.size[1]; ++j) {
            const auto row = region.inside.begin() +
                             static_cast<std::ptrdiff_t>(
                                 region.geometry.offset({box.low.i, box.low.j + j, box.low.k + k}));
            mask.insert(mask.end(), row, row + box.size[0]);
        }
    return mask;
}

std::optional<VoxelBox> findLabel(const LabelMap& labels, LabelValue node, unsigned threads,
                                  bool& any) {
    const auto& dims = labels.geometry().dims();
    const std::size_t area = static_cast<std::size_t>(dims[0]) * static_cast<std::size_t>(dims[1]);
    std::vector<PlaneBox> planes(static_cast<std::size_t>(dims[2]));
    parallelFor(planes.size(), threads, [&](std::size_t k) {
        planes[k] = boxInPlane(labels.labels().subspan(k * area, area), dims[0], node);
    });
    std::optional<VoxelBox> box;
    any = false;
    for (std::size_t k = 0; k < planes.size(); ++k) {
        const PlaneBox& p = planes[k];
        any = any || p.any;
        if (p.lowI < 0)
            continue;
        const int at = static_cast<int>(k);
        if (!box)
            box = VoxelBox{{p.lowI, p.lowJ, at}, {p.highI, p.highJ, at}};
        box->low = {std::min(box->low.i, p.lowI), std::min(box->low.j, p.lowJ), box->low.k};
        box->high = {std::max(box->high.i, p.highI), std::max(box->high.j, p.highJ), at};
    }
    return box;
}

Result<NodeRegion> cutNodeRegion(const CtVolume& image, const LabelMap& labels, LabelValue node,
                                 const LabelMap* structures, JobControl& job) {
    if (!image.geometry().sameGridAs(labels.geometry()))
        return fail(ErrorCode::GridMismatch, "image and labels do not lie on the same grid");
    if (structures != nullptr && !image.geometry().sameGridAs(structures->geometry()))
        return fail(ErrorCode::GridMismatch, "image and structures do not lie on the same grid");
    bool any = false;
    const auto box = findLabel(labels, node, 0, any);
    if (node == 0 || !box)
        return fail(ErrorCode::LabelAbsent, "no voxel carries label " + std::to_string(node));
    return cutNodeRegion(image, labels, node, *box, structures, 0, job);
}

Result<void> addUnnamedStructures(NodeRegion& region, unsigned threads, JobControl& job) {
    if (region.hasStructures || !region.calibrated)
        return {};
    std::vector<std::uint8_t> exclude(region.inside);
    for (std::size_t at = 0; at < exclude.size(); ++at)
        if (region.otherNodes[at] != 0)
            exclude[at] = 1;
    const auto tissue = findSoftTissue(region.geometry, region.hu, exclude, threads, job);
    if (!tissue)
        return fail(tissue.error());
    for (std::size_t at = 0; at < exclude.size(); ++at)
        if ((*tissue)[at] != 0)
            region.structures[at] = kUnnamed;
    region.structureNames[kUnnamed] = kUnnamedName;
    region.unnamed = true;
    return {};
}

Result<NodeRegion> cutNodeRegion(const CtVolume& image, const LabelMap& labels, LabelValue node,
                                 const VoxelBox& box, const LabelMap* structures, unsigned threads,
                                 JobControl& job) {
    return Cutter(image, labels, node, structures, threads).run(box, job);
}

}  // namespace nodewise::measure
