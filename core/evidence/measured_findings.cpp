#include "evidence/hncig.h"
#include "evidence/thresholds.h"
#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

namespace nodewise::evidence {
namespace {

/// Makes findings of the measurements of one node, each against its threshold.
class Finder {
public:
    explicit Finder(const measure::Measurements& m)
        : m_measured(m)
        , m_spacing(m.coarsestSpacingMm()) {}

    std::vector<Finding> run() {
        addMargin();
        addFat();
        addExtension();
        addCoalescence();
        for (const auto& contact : m_measured.contacts)
            addContact(contact);
        addRecorded();
        addShape();
        return std::move(m_list);
    }

private:
    Finding& add(FindingCode code, const char* line, double value, const char* reason,
                 std::string subject = {}) {
        const Threshold& t = threshold(line);
        Finding finding;
        finding.code = code;
        finding.value = value;
        finding.threshold = t.at(m_spacing);
        finding.strength = t.strength(value, m_spacing);
        finding.unit = t.unit;
        finding.subject = std::move(subject);
        finding.reason = reason;
        const double shift = t.at(m_spacing) - t.value;
        if (t.normalLow)
            finding.referenceLow = *t.normalLow;
        if (t.normalHigh)
            finding.referenceHigh = *t.normalHigh + shift;
        m_list.push_back(std::move(finding));
        return m_list.back();
    }

    /// The sum of an index's terms; one that was not measured adds nothing. 0 where a term that the
    /// others depend on is below its least.
    [[nodiscard]] static double indexOf(const char* line,
                                        const std::map<std::string_view, double>& values) {
        double sum = 0;
        for (const IndexTerm& term : threshold(line).terms) {
            const auto value = values.find(term.of);
            if (term.least && (value == values.end() || value->second < *term.least))
                return 0;
            if (value != values.end())
                sum += std::min(value->second, term.most.value_or(value->second)) / term.per;
        }
        return sum;
    }

    /// RMS distance of the outline from its ellipsoid; absent in a node too small for it.
    [[nodiscard]] std::optional<double> roughness() const {
        return m_measured.shape ? m_measured.shape->roughnessMm : std::nullopt;
    }

    [[nodiscard]] double strengthOf(const char* line, const std::optional<double>& value) const {
        return value ? threshold(line).strength(*value, m_spacing) : 0.0;
    }

    void addMargin() {
        if (m_measured.margin)
            add(FindingCode::MarginIndistinct, "margin.indistinct_fraction",
                m_measured.margin->indistinctFraction, "indistinct_share");
        if (const auto mm = roughness())
            add(FindingCode::MarginIrregular, "margin.roughness_mm", *mm, "off_the_ellipsoid");
    }

    /// Against the opposite side where there is one, else against nodes without reaction.
    void addFat() {
        if (!m_measured.fat)
            return;
        const auto& fat = *m_measured.fat;
        if (fat.reference == measure::FatReference::Opposite && fat.excessIndex)
            add(FindingCode::FatStranding, "fat.excess_index", *fat.excessIndex,
                "above_opposite_side");
        else
            add(FindingCode::FatStranding, "fat.stranding_index", fat.strandingIndex,
                "above_clean_node");
    }

    /// Node-like tissue beyond the capsule counts by the area it shows in one plane, or, where it
    /// is broad and shallow, by a surface that bulges out of the ellipsoid together with outlines
    /// that are not smooth in their slices. How deep it goes is recorded and never asked.
    void addExtension() {
        const auto& extension = m_measured.extension;
        std::map<std::string_view, double> values;
        if (extension)
            values["extension.outward_mm"] = extension->outwardMm;
        if (m_measured.shape && m_measured.shape->planeRoughnessMm)
            values["shape.plane_roughness_mm"] = *m_measured.shape->planeRoughnessMm;
        if (values.empty())
            return;
        const double index = std::max(0.0, indexOf("extension.index", values));
        const double area = extension ? largestAreaMm2() : 0.0;
        if (strengthOf("extension.index", index) > strengthOf("extension.area_mm2", area))
            add(FindingCode::FatExtension, "extension.index", index, "bulge_and_outline");
        else if (extension)
            add(FindingCode::FatExtension, "extension.area_mm2", area, "beyond_capsule");
        if (extension)
            add(FindingCode::ExtensionDepth, "extension.depth_mm", extension->depthMm, "recorded");
    }

    /// Of the tissue beyond the capsule, in a plane of the stack, without what lies in the place of
    /// a structure: that belongs to the structure.
    [[nodiscard]] double largestAreaMm2() const {
        std::map<int, std::size_t> planes;
        for (const auto& voxel : m_measured.extension->voxels)
            ++planes[voxel.k];
        std::size_t most = 0;
        for (const auto& [plane, count] : planes)
            most = std::max(most, count);
        return static_cast<double>(most) * m_measured.spacingMm[0] * m_measured.spacingMm[1];
    }

    void addCoalescence() {
        for (const auto& neighbour : m_measured.coalescence)
            add(FindingCode::Coalescence, "coalescence.lost_septum_fraction",
                neighbour.lostSeptumFraction, "septum_lost", neighbour.name);
        if (!m_measured.coalescence.empty())
            count(FindingCode::NodeCount, m_measured.coalescence.size() + 1);
        if (!m_measured.contacts.empty())
            count(FindingCode::StructureCount, m_measured.contacts.size());
    }

    /// Contact and a lost plane are recorded. Invasion needs the lost plane and, beyond it, growth
    /// into the structure's place: by its depth alone; by depth and the length of a ragged edge
    /// together; or a ragged edge with a change inside (domain 6.2, P6).
    void addContact(const measure::StructureContact& contact) {
        const Finding lost = add(FindingCode::StructureContact, "contact.lost_plane_mm",
                                 contact.lostPlaneMm, "plane_lost", contact.structure);
        if (!contact.penetrationMm && !contact.roughnessMm && !contact.insideHuChange)
            return;
        const auto [line, index] = invasionIndex(contact);
        const double together = strengthOf(line, index);
        const double grown = strengthOf("contact.penetration_mm", contact.penetrationMm);
        // Only a rise: fat behind a thin muscle lowers the number without any tumour.
        const double changed =
            std::min(strengthOf("contact.interface_roughness_mm", contact.roughnessMm),
                     strengthOf("contact.inside_hu_change", contact.insideHuChange));
        const bool byDepth = grown >= together || !contact.roughnessMm;
        Finding& invasion =
            changed > std::max(grown, together)
                ? add(FindingCode::StructureInvasion, "contact.interface_roughness_mm",
                      *contact.roughnessMm, "ragged_and_changed", contact.structure)
            : byDepth ? add(FindingCode::StructureInvasion, "contact.penetration_mm",
                            contact.penetrationMm.value_or(0.0), "grown_into", contact.structure)
                      : add(FindingCode::StructureInvasion, line, index, "grown_into_and_ragged",
                            contact.structure);
        invasion.strength =
            std::min(lost.strength, std::max({grown, byDepth ? 0.0 : together, changed}));
    }

    struct LineAndIndex {
        const char* line;
        double index;
    };

    /// By the length of the ragged edge; or, where pixels of a millimetre show no run of it, by its
    /// roughness and that of the node. The one that passes its line by more.
    [[nodiscard]] LineAndIndex invasionIndex(const measure::StructureContact& contact) const {
        std::map<std::string_view, double> values{{"contact.ragged_mm", contact.raggedMm}};
        if (contact.penetrationMm)
            values["contact.penetration_mm"] = *contact.penetrationMm;
        if (contact.roughnessMm)
            values["contact.interface_roughness_mm"] = *contact.roughnessMm;
        if (const auto mm = roughness())
            values["shape.roughness_mm"] = *mm;
        const LineAndIndex run{"contact.invasion_index", indexOf("contact.invasion_index", values)};
        const LineAndIndex rough{"contact.rough_invasion_index",
                                 indexOf("contact.rough_invasion_index", values)};
        return strengthOf(rough.line, rough.index) > strengthOf(run.line, run.index) ? rough : run;
    }

    void addRecorded() {
        if (m_measured.necrosis) {
            const auto& necrosis = *m_measured.necrosis;
            add(FindingCode::Necrosis, "necrosis.fraction", necrosis.fraction, "below_muscle");
            add(FindingCode::Hilum, "necrosis.hilum_fraction", necrosis.hilumFraction, "as_fat");
            Finding cyst;
            cyst.code = FindingCode::Cystic;
            cyst.strength = necrosis.cystLike ? 1.0 : 0.0;
            cyst.reason = "thin_wall";
            m_list.push_back(std::move(cyst));
        }
        if (m_measured.size && m_measured.size->shortAxis)
            add(FindingCode::Size, "size.short_axis_mm", m_measured.size->shortAxis->lengthMm,
                "short_axis");
    }

    /// Roundness is no criterion; the less round, the surer.
    void addShape() {
        if (!m_measured.shape || !m_measured.shape->sphericityCorrected)
            return;
        Finding& shape = add(FindingCode::Shape, "shape.sphericity",
                             *m_measured.shape->sphericityCorrected, "recorded");
        shape.strength = 1 - shape.strength;
    }

    void count(FindingCode code, std::size_t number) {
        Finding finding;
        finding.code = code;
        finding.strength = 1.0;
        finding.value = static_cast<double>(number);
        finding.reason = "recorded";
        m_list.push_back(std::move(finding));
    }

    const measure::Measurements& m_measured;
    double m_spacing;
    std::vector<Finding> m_list;
};

}  // namespace

std::vector<Finding> findingsOf(const measure::Measurements& measurements) {
    return Finder(measurements).run();
}

}  // namespace nodewise::evidence
