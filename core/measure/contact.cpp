#include "measure/contact.h"
#include "base/parallel.h"
#include "measure/contact_plane.h"
#include "measure/penetration.h"
#include "measure/structure_names.h"
#include <algorithm>
#include <cmath>

namespace nodewise::measure {
namespace {

constexpr double kMostSpacingMm = 4.0;  // thicker slices show no penetration
constexpr int kContactRings = 2;        // of about a millimetre
constexpr std::size_t kLeastRoughPlaces = 6;

double medianOf(std::vector<double>& values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

std::string nameOf(LabelValue label, const std::map<LabelValue, std::string>& names) {
    const auto name = names.find(label);
    return name != names.end() ? name->second : std::to_string(label);
}

/// Adds what a plane shows to what the planes before it showed.
void add(PlaneContact& sum, PlaneContact&& plane) {
    sum.areaMm2 += plane.areaMm2;
    sum.lostAreaMm2 += plane.lostAreaMm2;
    sum.raggedMm = std::max(sum.raggedMm, plane.raggedMm);
    if (plane.lostMm > sum.lostMm) {
        sum.lostMm = plane.lostMm;
        sum.lostPlane = std::move(plane.lostPlane);
    }
    if (plane.arcDeg > sum.arcDeg) {
        sum.arcDeg = plane.arcDeg;
        sum.arc = std::move(plane.arc);
    }
    sum.steps.insert(sum.steps.end(), plane.steps.begin(), plane.steps.end());
    sum.fat.insert(sum.fat.end(), plane.fat.begin(), plane.fat.end());
    sum.residualSquares += plane.residualSquares;
    sum.residuals += plane.residuals;
    sum.touchSum = sum.touchSum + plane.touchSum;
    sum.touches += plane.touches;
}

class ContactMeter {
public:
    ContactMeter(const NodeRegion& region, const NodeSurface& surface,
                 const std::optional<Capsule>& capsule, unsigned threads, JobControl& job)
        : m_region(region)
        , m_surface(surface)
        , m_capsule(capsule)
        , m_threads(threads)
        , m_job(job) {}

    Result<ContactResult> run() {
        if (m_region.hasStructures || m_region.unnamed)
            if (auto ok = addStructures(); !ok)
                return fail(ok.error());
        if (!m_region.hasStructures && m_result.contacts.empty())
            m_result.contactGap = Gap::NoStructures;
        addNeighbours();
        if (m_job.cancelled())
            return fail(ErrorCode::Cancelled, "cancelled");
        return std::move(m_result);
    }

private:
    Result<void> addStructures() {
        const ContactPlanes planes(m_region);
        const auto count = static_cast<std::size_t>(planes.last() - planes.first() + 1);
        std::vector<std::map<LabelValue, PlaneContact>> found(count);
        parallelFor(count, m_threads, [&](std::size_t n) {
            if (!m_job.cancelled())
                found[n] = planes.look(planes.first() + static_cast<int>(n));
        });
        std::map<LabelValue, PlaneContact> sums;
        for (auto& plane : found)
            for (auto& [label, contact] : plane)
                add(sums[label], std::move(contact));
        if (!m_region.unnamed) {
            std::vector<LabelValue> touched;
            for (const auto& [label, sum] : sums)
                if (sum.areaMm2 > 0)
                    touched.push_back(label);
            m_changes = changesInside(m_region, touched);
        }
        findTouching(planes.touchMm());
        for (auto& [label, sum] : sums) {
            auto contact = contactOf(label, sum);
            if (!contact)
                return fail(contact.error());
            if (!m_region.unnamed || contact->areaMm2 > 0 || contact->lostPlaneMm > 0)
                m_result.contacts.push_back(std::move(*contact));
        }
        std::stable_sort(m_result.contacts.begin(), m_result.contacts.end(),
                         [](const auto& a, const auto& b) { return a.areaMm2 > b.areaMm2; });
        return {};
    }

    Result<StructureContact> contactOf(LabelValue label, PlaneContact& sum) const {
        StructureContact contact;
        contact.label = label;
        contact.structure = nameOf(label, m_region.structureNames);
        contact.kind = structureKindOf(contact.structure).value_or(StructureKind::Other);
        contact.unnamed = m_region.unnamed;
        if (const auto touching = m_touching.find(label); touching != m_touching.end())
            contact.vertices = touching->second;
        contact.areaMm2 = sum.areaMm2;
        contact.arcDeg = sum.arcDeg;
        contact.arc = std::move(sum.arc);
        contact.lostPlaneMm = sum.lostMm;
        contact.lostAreaMm2 = sum.lostAreaMm2;
        contact.raggedMm = sum.raggedMm;
        if (!sum.steps.empty()) {
            contact.interfaceStepHu = medianOf(sum.steps);
            contact.fatPlaneMm = std::max(0.0, medianOf(sum.fat));
        }
        if (!sum.lostPlane.empty())
            contact.place = sum.lostPlane[sum.lostPlane.size() / 2];
        else if (sum.touches > 0)
            contact.place = PointLps{} + sum.touchSum * (1.0 / static_cast<double>(sum.touches));
        contact.lostPlane = std::move(sum.lostPlane);
        if (sum.residuals >= kLeastRoughPlaces)
            contact.roughnessMm =
                std::sqrt(sum.residualSquares / static_cast<double>(sum.residuals));
        else
            contact.gaps["interface_roughness_mm"] = Gap::NoContact;
        if (sum.touches == 0)
            contact.gaps["interface_step_hu"] = Gap::NoContact;
        if (auto ok = addInvasion(contact); !ok)
            return fail(ok.error());
        return contact;
    }

    /// What needs a named structure: its expected place, and its HU behind the contact.
    Result<void> addInvasion(StructureContact& contact) const {
        auto& gaps = contact.gaps;
        if (contact.areaMm2 <= 0 || m_region.unnamed) {
            const Gap why = m_region.unnamed ? Gap::NamesNeeded : Gap::NoContact;
            gaps["penetration_mm"] = gaps["inside_hu_change"] = why;
            return {};
        }
        if (const auto change = m_changes.find(contact.label); change != m_changes.end())
            contact.insideHuChange = change->second;
        else
            gaps["inside_hu_change"] = Gap::NoRestOfStructure;
        const auto& s = m_region.geometry.spacing();
        const auto capsule = capsuleBeside(contact);
        if (!capsule || std::max({s[0], s[1], s[2]}) > kMostSpacingMm) {
            gaps["penetration_mm"] = capsule                    ? Gap::TooCoarse
                                     : m_region.severalBodies() ? Gap::SeveralPieces
                                                                : Gap::TooSmall;
            return {};
        }
        auto penetration = measurePenetration(m_region, *capsule, contact.label, m_threads, m_job);
        if (!penetration)
            return fail(penetration.error());
        contact.penetrationMm = penetration->depthMm;
        contact.penetrated = std::move(penetration->voxels);
        return {};
    }

    /// The vertices of the surface that touch each structure.
    void findTouching(double touchMm) {
        const RegionSampler sampler(m_region);
        for (std::size_t v = 0; v < m_surface.normals.size(); ++v) {
            const auto line = sampler.line(m_surface.mesh.vertices[v], m_surface.normals[v]);
            for (double mm = 0; mm <= touchMm; mm += 0.5) {
                const auto voxel = sampler.voxel(line, mm);
                if (voxel && m_region.structures[*voxel] != 0) {
                    m_touching[m_region.structures[*voxel]].push_back(
                        static_cast<std::uint32_t>(v));
                    break;
                }
            }
        }
    }

    /// The capsule that the surface away from the structure has: what grows into the structure must
    /// not shape its own measure. Small contacts leave the capsule as it is.
    [[nodiscard]] std::optional<Capsule> capsuleBeside(const StructureContact& contact) const {
        const std::size_t all = m_surface.normals.size();
        if (20 * contact.vertices.size() < all || m_region.severalBodies())
            return m_capsule;
        std::vector<std::uint8_t> free(all, 1);
        for (const std::uint32_t v : contact.vertices)
            free[v] = 0;
        // The flanks and the foot of what grows in belong to it: what lies next to the contact too.
        for (int ring = 0; ring < kContactRings; ++ring) {
            const auto before = free;
            for (const auto& t : m_surface.mesh.triangles)
                if (before[t[0]] == 0 || before[t[1]] == 0 || before[t[2]] == 0)
                    free[t[0]] = free[t[1]] = free[t[2]] = 0;
        }
        return fitCapsule(m_region, m_surface, free);
    }

    struct Shared {
        double area = 0, lost = 0, gap = kAcrossMm;
        VectorLps sum;
        std::vector<double> fat;
        std::vector<PointLps> places;
    };

    [[nodiscard]] std::vector<std::optional<Crossing>> crossings() const {
        const RegionSampler sampler(m_region);
        std::vector<std::optional<Crossing>> found(m_surface.normals.size());
        constexpr std::size_t kChunk = 128;
        parallelFor((found.size() + kChunk - 1) / kChunk, m_threads, [&](std::size_t chunk) {
            const std::size_t end = std::min(found.size(), (chunk + 1) * kChunk);
            for (std::size_t v = chunk * kChunk; v < end; ++v)
                found[v] = crossFrom(m_region, sampler, m_surface.mesh.vertices[v],
                                     m_surface.normals[v], Target::Node);
        });
        return found;
    }

    void addNeighbours() {
        std::map<LabelValue, Shared> shared;
        if (m_region.hasOtherNodes) {
            const auto found = crossings();
            for (std::size_t v = 0; v < found.size(); ++v) {
                if (!found[v])
                    continue;
                const PointLps at = m_surface.mesh.vertices[v];
                Shared& own = shared[found[v]->label];
                own.area += m_surface.areas[v];
                own.gap = std::min(own.gap, found[v]->gapMm);
                own.sum = own.sum + (at - PointLps{}) * m_surface.areas[v];
                own.fat.push_back(found[v]->fatMm);
                if (!found[v]->lost)
                    continue;
                own.lost += m_surface.areas[v];
                own.places.push_back(at);
            }
        }
        if (shared.empty())
            m_result.coalescenceGap = Gap::OneNodeOnly;
        for (auto& [label, own] : shared) {
            Coalescence near;
            near.label = label;
            near.name = nameOf(label, m_region.nodeNames);
            near.lostSeptumFraction = own.lost / own.area;
            near.gapMm = own.gap;
            near.place = PointLps{} + own.sum * (1.0 / own.area);
            near.sharedAreaMm2 = own.area;
            near.lostAreaMm2 = own.lost;
            near.septumMm = std::max(0.0, medianOf(own.fat));
            near.lostSeptum = std::move(own.places);
            m_result.neighbours.push_back(std::move(near));
        }
    }

    const NodeRegion& m_region;
    const NodeSurface& m_surface;
    const std::optional<Capsule>& m_capsule;
    unsigned m_threads;
    JobControl& m_job;
    std::map<LabelValue, double> m_changes;
    std::map<LabelValue, std::vector<std::uint32_t>> m_touching;
    ContactResult m_result;
};

}  // namespace

Result<ContactResult> measureContact(const NodeRegion& region, const NodeSurface& surface,
                                     const std::optional<Capsule>& capsule, unsigned threads,
                                     JobControl& job) {
    if (!region.calibrated) {
        ContactResult result;
        result.contactGap = result.coalescenceGap = Gap::NotCalibrated;
        return result;
    }
    return ContactMeter(region, surface, capsule, threads, job).run();
}

Result<ContactResult> measureContact(const NodeRegion& region, JobControl& job) {
    const NodeSurface surface = sharedSurface(region);
    return measureContact(region, surface, fitCapsule(region, surface), 0, job);
}

}  // namespace nodewise::measure
