#include "measure/node_region.h"
#include "measure/distance_map.h"
#include "measure/structure_names.h"
#include <algorithm>
#include <cmath>

namespace nodewise::measure {
namespace {

struct Cut {
    VoxelIndex start;
    std::array<int, 3> size{};
};

Cut cutRound(const VoxelBox& box, const GridGeometry& grid) {
    const auto& dims = grid.dims();
    const std::array<int, 3> low{box.low.i, box.low.j, box.low.k};
    const std::array<int, 3> high{box.high.i, box.high.j, box.high.k};
    std::array<int, 3> start{};
    Cut cut;
    for (std::size_t a = 0; a < 3; ++a) {
        const int margin = static_cast<int>(std::ceil(kRegionMarginMm / grid.spacing()[a])) + 1;
        start[a] = std::max(0, low[a] - margin);
        cut.size[a] = std::min(dims[a] - 1, high[a] + margin) - start[a] + 1;
    }
    cut.start = {start[0], start[1], start[2]};
    return cut;
}

/// Labels that name a structure, told from nodes by their name.
std::vector<bool> structureLabels(const LabelMap& labels) {
    std::vector<bool> result(65536, false);
    for (const auto& [value, name] : labels.names())
        result[value] = structureKindOf(name).has_value();
    return result;
}

class Cutter {
public:
    Cutter(const CtVolume& image, const LabelMap& labels, LabelValue node,
           const LabelMap* structures)
        : m_image(image)
        , m_labels(labels)
        , m_node(node)
        , m_structures(structures == &labels ? nullptr : structures)
        , m_isStructure(structureLabels(labels)) {}

    Result<NodeRegion> run(const VoxelBox& box, JobControl& job) {
        const Cut cut = cutRound(box, m_image.geometry());
        m_region.start = cut.start;
        m_region.geometry = m_image.geometry().part(cut.start, cut.size);
        m_region.calibrated = m_image.meaning() == VoxelMeaning::Hounsfield;
        reserve();
        for (int k = 0; k < cut.size[2]; ++k) {
            if (job.cancelled())
                return fail(ErrorCode::Cancelled, "cancelled");
            if (auto ok = addPlane(k); !ok)
                return fail(ok.error());
        }
        nameStructures();
        auto distances =
            distanceToMask(m_region.geometry, m_region.inside, kRegionMarginMm + 1, job);
        if (!distances)
            return fail(distances.error());
        m_region.distanceMm = std::move(*distances);
        return std::move(m_region);
    }

private:
    void reserve() {
        const std::size_t count = m_region.geometry.voxelCount();
        m_region.hu.reserve(count);
        m_region.inside.reserve(count);
        m_region.otherNodes.reserve(count);
        m_region.structures.reserve(count);
    }

    Result<void> addPlane(int k) {
        const auto& size = m_region.geometry.dims();
        for (int j = 0; j < size[1]; ++j)
            for (int i = 0; i < size[0]; ++i) {
                const VoxelIndex at{m_region.start.i + i, m_region.start.j + j,
                                    m_region.start.k + k};
                const float hu = m_image.value(at);
                if (!std::isfinite(hu))
                    return fail(ErrorCode::NotANumber, "a voxel near the node is not a number", {},
                                std::to_string(at.i) + "," + std::to_string(at.j) + "," +
                                    std::to_string(at.k));
                m_region.hu.push_back(hu);
                addLabels(at);
            }
        return {};
    }

    void addLabels(VoxelIndex at) {
        const LabelValue own = m_labels.at(at);
        LabelValue structure = m_structures != nullptr ? m_structures->at(at) : LabelValue{0};
        LabelValue other = 0;
        if (own != m_node && own != 0) {
            if (m_isStructure[own])
                structure = m_structures == nullptr ? own : structure;
            else
                other = own;
        }
        m_region.inside.push_back(own == m_node ? 1 : 0);
        m_region.voxels += own == m_node ? 1 : 0;
        m_region.otherNodes.push_back(other);
        m_region.structures.push_back(own == m_node ? LabelValue{0} : structure);
    }

    void nameStructures() {
        const LabelMap& from = m_structures != nullptr ? *m_structures : m_labels;
        for (const auto& [value, name] : from.names())
            if (m_structures != nullptr || m_isStructure[value])
                m_region.structureNames[value] = name;
        for (const auto& [value, name] : m_labels.names())
            if (!m_isStructure[value])
                m_region.nodeNames[value] = name;
        m_region.hasStructures = m_structures != nullptr || !m_region.structureNames.empty();
    }

    const CtVolume& m_image;
    const LabelMap& m_labels;
    LabelValue m_node;
    const LabelMap* m_structures;
    std::vector<bool> m_isStructure;
    NodeRegion m_region;
};

}  // namespace

VoxelIndex NodeRegion::inVolume(std::size_t offset) const {
    const VoxelIndex at = geometry.indexOf(offset);
    return {start.i + at.i, start.j + at.j, start.k + at.k};
}

Result<NodeRegion> cutNodeRegion(const CtVolume& image, const LabelMap& labels, LabelValue node,
                                 const LabelMap* structures, JobControl& job) {
    if (!image.geometry().sameGridAs(labels.geometry()))
        return fail(ErrorCode::GridMismatch, "image and labels do not lie on the same grid");
    if (structures != nullptr && !image.geometry().sameGridAs(structures->geometry()))
        return fail(ErrorCode::GridMismatch, "image and structures do not lie on the same grid");
    const auto box = labels.boxOf(node);
    if (node == 0 || !box)
        return fail(ErrorCode::LabelAbsent, "no voxel carries label " + std::to_string(node));
    return Cutter(image, labels, node, structures).run(*box, job);
}

}  // namespace nodewise::measure
