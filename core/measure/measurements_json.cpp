#include "measure/measurements_json.h"

namespace nodewise::measure {
namespace {

using serial::Json;

Json lengthOf(const std::optional<AxisLine>& line) {
    return line ? Json(line->lengthMm) : Json();
}

Json pointJson(PointLps p) {
    return Json::arrayOf(std::array<double, 3>{p.x, p.y, p.z});
}

Json lineJson(const std::optional<AxisLine>& line) {
    if (!line)
        return {};
    auto o = Json::object();
    o.set("from_lps_mm", pointJson(line->from)).set("to_lps_mm", pointJson(line->to));
    return o;
}

Json sizeJson(const SizeMeasurement& size) {
    auto o = Json::object();
    o.set("short_axis_mm", lengthOf(size.shortAxis)).set("long_axis_mm", lengthOf(size.longAxis));
    o.set("greatest_3d_mm", lengthOf(size.greatest)).set("craniocaudal_mm", size.craniocaudalMm);
    o.set("volume_ml", size.volumeMl).set("voxels", size.voxels);
    o.set("short_axis", lineJson(size.shortAxis)).set("long_axis", lineJson(size.longAxis));
    return o;
}

Json marginJson(const MarginMeasurement& margin) {
    auto width = Json::object();
    width.set("median", margin.widthMedianMm).set("p90", margin.widthP90Mm);
    auto o = Json::object();
    o.set("width_mm", std::move(width)).set("step_hu", margin.stepHu);
    o.set("indistinct_fraction", margin.indistinctFraction);
    o.set("indistinct_above_mm", margin.indistinctWidthMm);
    return o;
}

Json fatJson(const FatShell& fat) {
    auto o = Json::object();
    o.set("shell_hu", fat.shellHu).set("reference_hu", fat.referenceHu);
    o.set("stranding_index", fat.strandingIndex).set("reference_index", fat.referenceIndex);
    o.set("shell_volume_ml", fat.shellVolumeMl);
    return o;
}

Json necrosisJson(const Necrosis& necrosis) {
    auto o = Json::object();
    o.set("fraction", necrosis.fraction).set("hu", necrosis.hu).set("central", necrosis.central);
    o.set("muscle_hu", necrosis.muscleHu);
    return o;
}

Json coalescenceJson(const Measurements& m) {
    auto list = Json::array();
    for (const auto& neighbour : m.coalescence) {
        auto o = Json::object();
        o.set("label", neighbour.label);
        o.set("lost_septum_fraction", neighbour.lostSeptumFraction).set("gap_mm", neighbour.gapMm);
        list.push(std::move(o));
    }
    return list;
}

Json contactJson(const Measurements& m) {
    auto list = Json::array();
    for (const auto& contact : m.contacts) {
        auto o = Json::object();
        o.set("structure", contact.structure).set("area_mm2", contact.areaMm2);
        o.set("arc_deg", contact.arcDeg).set("lost_plane_mm", contact.lostPlaneMm);
        o.set("interface_step_hu", contact.interfaceStepHu);
        o.set("interface_roughness_mm", Json()).set("penetration_mm", Json());
        o.set("inside_hu_change", Json());
        list.push(std::move(o));
    }
    return list;
}

Json qualityJson(const Measurements& m) {
    auto flags = Json::array();
    for (const auto flag : m.flags)
        flags.push(word(flag));
    auto reasons = Json::object();
    for (const auto& [part, gap] : m.gaps)
        reasons.set(part, word(gap));
    for (const char* part : {"shape", "extension", "contact.interface_roughness_mm",
                             "contact.penetration_mm", "contact.inside_hu_change"})
        reasons.set(part, word(Gap::NotInThisVersion));
    auto o = Json::object();
    o.set("flags", std::move(flags)).set("reasons", std::move(reasons));
    o.set("spacing_mm", Json::arrayOf(m.spacingMm));
    return o;
}

}  // namespace

Json toJson(const Measurements& m) {
    const bool noContact = m.gaps.contains("contact"), noNeighbour = m.gaps.contains("coalescence");
    auto o = Json::object();
    o.set("label", m.node);
    o.set("size", m.size ? sizeJson(*m.size) : Json()).set("shape", Json());
    o.set("margin", m.margin ? marginJson(*m.margin) : Json());
    o.set("fat", m.fat ? fatJson(*m.fat) : Json()).set("extension", Json());
    o.set("coalescence", noNeighbour ? Json() : coalescenceJson(m));
    o.set("contact", noContact ? Json() : contactJson(m));
    o.set("necrosis", m.necrosis ? necrosisJson(*m.necrosis) : Json());
    o.set("quality", qualityJson(m));
    return o;
}

}  // namespace nodewise::measure
