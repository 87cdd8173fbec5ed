#include "measure/contact.h"
#include "measure/node_surface.h"
#include "measure/outline.h"
#include "measure/region_sampler.h"
#include <algorithm>
#include <cmath>
#include <map>

namespace nodewise::measure {
namespace {

constexpr double kStepMm = 0.25;
constexpr double kAcrossMm = 4.0;  // farther apart is no neighbour
constexpr double kFatHu = -20.0;   // a sample below: there is fat between
constexpr double kLeastTouchMm = 1.0;
constexpr double kDeepMm = 2.0;  // where the HU of either side is taken

/// The way from a place on the surface outward to the next structure or node.
struct Crossing {
    LabelValue label = 0;
    double gapMm = 0;
    bool lost = false;  ///< No fat on the way.
    double stepHu = 0;  ///< Node minus structure, 2 mm deep on either side.
};

enum class Target { Structure, Node };

std::optional<Crossing> crossFrom(const NodeRegion& region, const RegionSampler& sampler,
                                  PointLps place, VectorLps normal, Target target) {
    const auto& labels = target == Target::Structure ? region.structures : region.otherNodes;
    double lowest = sampler.hu(place);
    for (double mm = 0; mm <= kAcrossMm; mm += kStepMm) {
        const PointLps at = place + normal * mm;
        const auto voxel = sampler.voxel(at);
        if (!voxel)
            return std::nullopt;
        if (labels[*voxel] != 0) {
            const double beyond = sampler.hu(at + normal * kDeepMm);
            return Crossing{labels[*voxel], mm, lowest >= kFatHu,
                            sampler.hu(place - normal * kDeepMm) - beyond};
        }
        lowest = std::min(lowest, sampler.hu(at));
    }
    return std::nullopt;
}

/// Everything gathered about one structure.
struct Gathered {
    double areaMm2 = 0, arcDeg = 0, lostMm = 0;
    std::vector<double> steps;
    std::vector<PointLps> lostPlane;
    VectorLps touchSum;
    int touches = 0;
};

class ContactMeter {
public:
    ContactMeter(const NodeRegion& region, JobControl& job)
        : m_region(region)
        , m_sampler(region)
        , m_job(job)
        , m_axis(region.geometry.axisAlong(2)) {
        m_axisU = m_axis == 0 ? 1 : 0;
        m_axisV = m_axis == 2 ? 1 : 2;
        m_touchMm = std::max(kLeastTouchMm, std::max(spacing(m_axisU), spacing(m_axisV)));
    }

    Result<ContactResult> run() {
        const int planes = m_region.geometry.dims()[static_cast<std::size_t>(m_axis)];
        for (int w = 0; m_region.hasStructures && w < planes; ++w) {
            if (m_job.cancelled())
                return fail(ErrorCode::Cancelled, "cancelled");
            measurePlane(w);
        }
        ContactResult result;
        if (!m_region.hasStructures)
            result.contactGap = Gap::NoStructures;
        for (auto& [label, gathered] : m_structures)
            result.contacts.push_back(contactOf(label, gathered));
        std::stable_sort(result.contacts.begin(), result.contacts.end(),
                         [](const auto& a, const auto& b) { return a.areaMm2 > b.areaMm2; });
        addNeighbours(result);
        return result;
    }

private:
    [[nodiscard]] double spacing(int axis) const {
        return m_region.geometry.spacing()[static_cast<std::size_t>(axis)];
    }

    [[nodiscard]] VoxelIndex voxelAt(int u, int v, int w) const {
        std::array<int, 3> at{};
        at[static_cast<std::size_t>(m_axisU)] = u;
        at[static_cast<std::size_t>(m_axisV)] = v;
        at[static_cast<std::size_t>(m_axis)] = w;
        return {at[0], at[1], at[2]};
    }

    [[nodiscard]] PointLps place(PlanePoint p, int w) const {
        std::array<double, 3> at{};
        at[static_cast<std::size_t>(m_axisU)] = p.u / spacing(m_axisU);
        at[static_cast<std::size_t>(m_axisV)] = p.v / spacing(m_axisV);
        at[static_cast<std::size_t>(m_axis)] = w;
        return m_region.geometry.toPatient(ContinuousIndex{at[0], at[1], at[2]});
    }

    void measurePlane(int w) {
        const auto& dims = m_region.geometry.dims();
        PlaneMask mask{dims[static_cast<std::size_t>(m_axisU)],
                       dims[static_cast<std::size_t>(m_axisV)],
                       spacing(m_axisU),
                       spacing(m_axisV),
                       {}};
        bool any = false;
        for (int v = 0; v < mask.height; ++v)
            for (int u = 0; u < mask.width; ++u) {
                mask.inside.push_back(m_region.inside[m_region.geometry.offset(voxelAt(u, v, w))]);
                any = any || mask.inside.back() != 0;
            }
        if (!any)
            return;
        for (const auto& loop : outlinesOf(smoothPlane(mask)))
            followLoop(loop, w);
        addArcs(w);
    }

    /// Outward is to the right hand: loops run with the inside to the left.
    [[nodiscard]] VectorLps outward(const std::vector<PlanePoint>& loop, std::size_t n) const {
        const PlanePoint before = loop[(n + loop.size() - 2) % loop.size()];
        const PlanePoint after = loop[(n + 2) % loop.size()];
        const double du = after.u - before.u, dv = after.v - before.v;
        return normalized(m_region.geometry.axis(m_axisU) * dv -
                          m_region.geometry.axis(m_axisV) * du);
    }

    void followLoop(const std::vector<PlanePoint>& loop, int w) {
        std::vector<std::optional<Crossing>> crossings(loop.size());
        std::map<LabelValue, bool> met;
        for (std::size_t n = 0; n < loop.size(); ++n) {
            const PointLps at = place(loop[n], w);
            crossings[n] = crossFrom(m_region, m_sampler, at, outward(loop, n), Target::Structure);
            if (!crossings[n])
                continue;
            met[crossings[n]->label] = true;
            addTouch(*crossings[n], at, 0.5 * sidesOf(loop, n));
        }
        for (const auto& [label, seen] : met)
            keepLongestLoss(label, loop, crossings, w);
    }

    /// Length of the two sides that meet at a corner of the loop.
    static double sidesOf(const std::vector<PlanePoint>& loop, std::size_t n) {
        return distance(loop[n], loop[(n + 1) % loop.size()]) +
               distance(loop[n], loop[(n + loop.size() - 1) % loop.size()]);
    }

    void addTouch(const Crossing& crossing, PointLps at, double lengthMm) {
        if (crossing.gapMm > m_touchMm)
            return;
        Gathered& own = m_structures[crossing.label];
        own.areaMm2 += lengthMm * spacing(m_axis);
        own.steps.push_back(crossing.stepHu);
        own.touchSum = own.touchSum + (at - PointLps{});
        ++own.touches;
    }

    /// The longest unbroken run of corners from which no fat is met on the way to the structure.
    void keepLongestLoss(LabelValue label, const std::vector<PlanePoint>& loop,
                         const std::vector<std::optional<Crossing>>& crossings, int w) {
        const auto lost = [&](std::size_t n) {
            const auto& c = crossings[n % loop.size()];
            return c && c->label == label && c->lost;
        };
        std::size_t start = 0;  // a corner where no run is under way
        while (start < loop.size() && lost(start))
            ++start;
        double length = 0;
        std::vector<PointLps> line;
        for (std::size_t n = start; n <= start + loop.size(); ++n) {
            if (!lost(n)) {
                keepLoss(label, length, line);
                length = 0;
                line.clear();
                continue;
            }
            if (!line.empty())
                length += distance(loop[n % loop.size()], loop[(n - 1) % loop.size()]);
            line.push_back(place(loop[n % loop.size()], w));
        }
        keepLoss(label, length, line);
    }

    void keepLoss(LabelValue label, double lengthMm, const std::vector<PointLps>& line) {
        if (lengthMm <= 0)
            return;
        Gathered& own = m_structures[label];
        if (lengthMm > own.lostMm) {
            own.lostMm = lengthMm;
            own.lostPlane = line;
        }
    }

    /// Per structure: share of its outline in this plane that the node touches, as an angle.
    void addArcs(int w) {
        std::map<LabelValue, std::array<int, 2>> counts;  // all, touched
        const auto& dims = m_region.geometry.dims();
        const GridGeometry& grid = m_region.geometry;
        const double pixel = std::max(spacing(m_axisU), spacing(m_axisV));
        for (int v = 0; v < dims[static_cast<std::size_t>(m_axisV)]; ++v)
            for (int u = 0; u < dims[static_cast<std::size_t>(m_axisU)]; ++u) {
                const std::size_t at = grid.offset(voxelAt(u, v, w));
                const LabelValue label = m_region.structures[at];
                if (label == 0 || !edgeOfStructure(u, v, w, label))
                    continue;
                auto& count = counts[label];
                ++count[0];
                count[1] += static_cast<double>(m_region.distanceMm[at]) <= pixel ? 1 : 0;
            }
        for (const auto& [label, count] : counts)
            if (count[1] > 0)
                m_structures[label].arcDeg =
                    std::max(m_structures[label].arcDeg, 360.0 * count[1] / count[0]);
    }

    [[nodiscard]] bool edgeOfStructure(int u, int v, int w, LabelValue label) const {
        const GridGeometry& grid = m_region.geometry;
        for (const auto& [du, dv] : {std::pair{-1, 0}, {1, 0}, {0, -1}, {0, 1}}) {
            const VoxelIndex next = voxelAt(u + du, v + dv, w);
            if (!grid.contains(next) || m_region.structures[grid.offset(next)] != label)
                return true;
        }
        return false;
    }

    StructureContact contactOf(LabelValue label, Gathered& gathered) const {
        StructureContact contact;
        contact.label = label;
        contact.structure = nameOf(label, m_region.structureNames);
        contact.areaMm2 = gathered.areaMm2;
        contact.arcDeg = gathered.arcDeg;
        contact.lostPlaneMm = gathered.lostMm;
        if (!gathered.steps.empty()) {
            const auto middle =
                gathered.steps.begin() + static_cast<std::ptrdiff_t>(gathered.steps.size() / 2);
            std::nth_element(gathered.steps.begin(), middle, gathered.steps.end());
            contact.interfaceStepHu = *middle;
        }
        if (!gathered.lostPlane.empty())
            contact.place = gathered.lostPlane[gathered.lostPlane.size() / 2];
        else if (gathered.touches > 0)
            contact.place = PointLps{} + gathered.touchSum * (1.0 / gathered.touches);
        contact.lostPlane = std::move(gathered.lostPlane);
        return contact;
    }

    void addNeighbours(ContactResult& result) const {
        struct Shared {
            double area = 0, lost = 0, gap = kAcrossMm;
            VectorLps sum;
        };
        std::map<LabelValue, Shared> shared;
        if (hasOtherNode()) {
            const TriangleMesh surface = nodeSurface(m_region);
            const auto normals = vertexNormals(surface);
            const auto areas = vertexAreas(surface);
            for (std::size_t v = 0; v < normals.size(); ++v) {
                const PointLps at = surface.vertices[v];
                const auto crossing = crossFrom(m_region, m_sampler, at, normals[v], Target::Node);
                if (!crossing)
                    continue;
                Shared& own = shared[crossing->label];
                own.area += areas[v];
                own.lost += crossing->lost ? areas[v] : 0;
                own.gap = std::min(own.gap, crossing->gapMm);
                own.sum = own.sum + (at - PointLps{}) * areas[v];
            }
        }
        if (shared.empty())
            result.coalescenceGap = Gap::OneNodeOnly;
        for (const auto& [label, own] : shared) {
            Coalescence near;
            near.label = label;
            near.name = nameOf(label, m_region.nodeNames);
            near.lostSeptumFraction = own.lost / own.area;
            near.gapMm = own.gap;
            near.place = PointLps{} + own.sum * (1.0 / own.area);
            result.neighbours.push_back(std::move(near));
        }
    }

    static std::string nameOf(LabelValue label, const std::map<LabelValue, std::string>& names) {
        const auto name = names.find(label);
        return name != names.end() ? name->second : std::to_string(label);
    }

    [[nodiscard]] bool hasOtherNode() const {
        return std::any_of(m_region.otherNodes.begin(), m_region.otherNodes.end(),
                           [](LabelValue label) { return label != 0; });
    }

    const NodeRegion& m_region;
    RegionSampler m_sampler;
    JobControl& m_job;
    int m_axis, m_axisU = 0, m_axisV = 1;
    double m_touchMm = kLeastTouchMm;
    std::map<LabelValue, Gathered> m_structures;
};

}  // namespace

Result<ContactResult> measureContact(const NodeRegion& region, JobControl& job) {
    if (!region.calibrated) {
        ContactResult result;
        result.contactGap = result.coalescenceGap = Gap::NotCalibrated;
        return result;
    }
    return ContactMeter(region, job).run();
}

}  // namespace nodewise::measure
