#include "feedback/node_marks.h"

namespace nodewise::feedback {
namespace {

/// Collects the sentences of one node.
class Sentences {
public:
    explicit Sentences(const NodeView& view)
        : m_view(view)
        , m_measured(*view.measured) {}

    std::vector<FeedbackItem> run() {
        addSize();
        addMargin();
        addOutline();
        addFat();
        addExtension();
        addContacts();
        addNeighbours();
        addNecrosis();
        addGaps();
        return std::move(m_items);
    }

private:
    FeedbackItem& add(const char* code, std::optional<PointLps> place = std::nullopt) {
        FeedbackItem item;
        item.code = code;
        item.node = m_view.truth->id;
        item.place = place;
        m_items.push_back(std::move(item));
        return m_items.back();
    }

    static void set(FeedbackItem& item, const char* name, const std::optional<double>& value) {
        if (value)
            item.values[name] = *value;
    }

    void addSize() {
        if (!m_measured.size || !m_measured.size->longAxis || !m_measured.size->shortAxis)
            return;
        const auto& size = *m_measured.size;
        FeedbackItem& item = add("measured_size", m_view.truth->centre);
        item.values["short_axis_mm"] = size.shortAxis->lengthMm;
        item.values["long_axis_mm"] = size.longAxis->lengthMm;
        item.values["volume_ml"] = size.volumeMl;
        if (size.greatest)
            item.values["greatest_3d_mm"] = size.greatest->lengthMm;
        set(item, "craniocaudal_mm", size.craniocaudalMm);
    }

    void addMargin() {
        if (!m_measured.margin)
            return;
        const auto& margin = *m_measured.margin;
        FeedbackItem& item = add("measured_margin", margin.widest);
        item.values["indistinct_fraction"] = margin.indistinctFraction;
        item.values["width_median_mm"] = margin.widthMedianMm;
        item.values["width_p90_mm"] = margin.widthP90Mm;
        item.values["step_hu"] = margin.stepHu;
    }

    void addOutline() {
        if (!m_measured.shape || !m_measured.shape->roughnessMm)
            return;
        FeedbackItem& item = add("measured_outline", m_view.truth->centre);
        item.values["roughness_mm"] = *m_measured.shape->roughnessMm;
        set(item, "sphericity", m_measured.shape->sphericityCorrected);
    }

    void addExtension() {
        if (!m_measured.extension || m_measured.extension->depthMm <= 0)
            return;
        const auto& extension = *m_measured.extension;
        FeedbackItem& item = add("measured_extension");
        if (extension.deepest)
            item.place = extension.deepest->to;
        item.values["depth_mm"] = extension.depthMm;
        item.values["sector_deg"] = extension.sectorDeg;
        item.values["volume_ml"] = extension.volumeMl;
    }

    void addFat() {
        if (!m_measured.fat)
            return;
        const auto& fat = *m_measured.fat;
        FeedbackItem& item = add("measured_fat_shell", fat.worstPlace);
        item.values["shell_hu"] = fat.shellHu;
        item.values["stranding_index"] = fat.strandingIndex;
        set(item, "reference_hu", fat.referenceHu);
        set(item, "reference_index", fat.referenceIndex);
    }

    void addContacts() {
        for (const auto& contact : m_measured.contacts) {
            FeedbackItem& item = add("measured_contact", contact.place);
            item.values["structure"] = contact.structure;
            item.values["area_mm2"] = contact.areaMm2;
            item.values["arc_deg"] = contact.arcDeg;
            item.values["lost_plane_mm"] = contact.lostPlaneMm;
            set(item, "interface_step_hu", contact.interfaceStepHu);
            set(item, "interface_roughness_mm", contact.roughnessMm);
            set(item, "penetration_mm", contact.penetrationMm);
            set(item, "inside_hu_change", contact.insideHuChange);
        }
    }

    void addNeighbours() {
        for (const auto& neighbour : m_measured.coalescence) {
            FeedbackItem& item = add("measured_septum", neighbour.place);
            item.values["neighbour"] = neighbour.name;
            item.values["lost_septum_fraction"] = neighbour.lostSeptumFraction;
            item.values["gap_mm"] = neighbour.gapMm;
        }
    }

    void addNecrosis() {
        if (!m_measured.necrosis)
            return;
        const auto& necrosis = *m_measured.necrosis;
        FeedbackItem& item = add("measured_necrosis", m_view.truth->centre);
        item.values["fraction"] = necrosis.fraction;
        item.values["muscle_hu"] = necrosis.muscleHu;
        set(item, "hu", necrosis.hu);
        if (necrosis.central)
            item.values["place"] = std::string(*necrosis.central ? "central" : "eccentric");
    }

    void addGaps() {
        for (const auto& [part, gap] : m_measured.gaps) {
            FeedbackItem& item = add("not_measurable");
            item.severity = Severity::Note;
            item.values["part"] = part;
            item.values["reason"] = std::string(word(gap));
        }
    }

    const NodeView& m_view;
    const measure::Measurements& m_measured;
    std::vector<FeedbackItem> m_items;
};

/// The contact with the named structure, else the one with the longest lost plane.
const measure::StructureContact* contactOf(const NodeView& view) {
    const measure::StructureContact* best = nullptr;
    for (const auto& contact : view.measured->contacts) {
        if (contact.structure == view.truth->structure)
            return &contact;
        if (best == nullptr || contact.lostPlaneMm > best->lostPlaneMm)
            best = &contact;
    }
    return best;
}

std::optional<PointLps> measuredPlace(Feature feature, const NodeView& view) {
    const auto& m = *view.measured;
    if (feature == Feature::Margin && m.margin)
        return m.margin->widest;
    if (feature == Feature::Fat && m.fat)
        return m.fat->worstPlace;
    if (feature == Feature::Coalescence && !m.coalescence.empty())
        return m.coalescence.front().place;
    if (feature == Feature::Adjacent)
        if (const auto* contact = contactOf(view))
            return contact->place;
    return std::nullopt;
}

}  // namespace

std::vector<FeedbackItem> measuredItems(const NodeView& view) {
    if (view.measured == nullptr)
        return {};
    return Sentences(view).run();
}

PointLps placeOf(Feature feature, const NodeView& view) {
    if (view.measured == nullptr)
        return view.truth->centre;
    return measuredPlace(feature, view).value_or(view.truth->centre);
}

PointLps firstPlace(const NodeView& view) {
    const NodeTruth& truth = *view.truth;
    if (truth.adjacency == Adjacency::Invaded)
        return placeOf(Feature::Adjacent, view);
    if (truth.coalescence)
        return placeOf(Feature::Coalescence, view);
    if (truth.fat != PerinodalFat::Clean)
        return placeOf(Feature::Fat, view);
    if (truth.margin != Margin::Smooth)
        return placeOf(Feature::Margin, view);
    return truth.centre;
}

}  // namespace nodewise::feedback
