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

Json shapeJson(const ShapeMeasurement& shape) {
    auto o = Json::object();
    o.set("mesh_volume_ml", shape.meshVolumeMl).set("mesh_area_mm2", shape.meshAreaMm2);
    o.set("sphericity", shape.sphericity).set("sphericity_corrected", shape.sphericityCorrected);
    o.set("roughness_mm", shape.roughnessMm).set("concave_fraction", shape.concaveFraction);
    o.set("plane_roughness_mm", shape.planeRoughnessMm);
    o.set("mesh_greatest_mm", shape.meshGreatestMm);
    return o;
}

Json marginJson(const MarginMeasurement& margin) {
    auto width = Json::object();
    width.set("median", margin.widthMedianMm).set("p90", margin.widthP90Mm);
    width.set("raw_median", margin.rawWidthMedianMm).set("least_told", margin.leastWidthMm);
    auto o = Json::object();
    o.set("width_mm", std::move(width)).set("step_hu", margin.stepHu);
    o.set("indistinct_fraction", margin.indistinctFraction);
    o.set("indistinct_above_mm", margin.indistinctWidthMm);
    o.set("blur_sd_mm", margin.blurSdMm);
    o.set("rays", margin.rays).set("excluded_rays", margin.excludedRays);
    return o;
}

Json layersJson(const std::array<FatLayer, kShellLayers>& layers) {
    auto list = Json::array();
    for (const FatLayer& layer : layers) {
        const bool any = layer.voxels > 0;
        auto o = Json::object();
        o.set("from_mm", layer.fromMm).set("to_mm", layer.toMm).set("voxels", layer.voxels);
        o.set("hu", any ? Json(layer.hu) : Json());
        o.set("raised_share", any ? Json(layer.raisedShare) : Json());
        list.push(std::move(o));
    }
    return list;
}

Json fatJson(const FatShell& fat) {
    auto o = Json::object();
    o.set("shell_hu", fat.shellHu).set("reference_hu", fat.referenceHu);
    o.set("stranding_index", fat.strandingIndex).set("reference_index", fat.referenceIndex);
    o.set("excess_index", fat.excessIndex).set("shell_volume_ml", fat.shellVolumeMl);
    o.set("raised_from_hu", fat.raisedFromHu).set("raised_to_hu", kRaisedToHu);
    const bool opposite = fat.reference == FatReference::Opposite;
    o.set("reference", opposite                                ? Json("opposite_side")
                       : fat.reference == FatReference::Remote ? Json("remote_fat")
                                                               : Json());
    o.set("layers", layersJson(fat.layers));
    o.set("reference_layers", opposite ? layersJson(fat.referenceLayers) : Json());
    return o;
}

Json extensionJson(const Extension& extension) {
    auto capsule = Json::object();
    capsule.set("centre_lps_mm", pointJson(extension.capsule.centre));
    capsule.set("radii_mm", Json::arrayOf(extension.capsule.radiiMm));
    capsule.set("residual_mm", extension.capsule.residualMm);
    capsule.set("fitted_share", extension.capsule.fittedShare);
    auto o = Json::object();
    o.set("depth_mm", extension.depthMm).set("sector_deg", extension.sectorDeg);
    o.set("volume_ml", extension.volumeMl).set("outward_mm", extension.outwardMm);
    o.set("deepest", lineJson(extension.deepest));
    o.set("capsule", std::move(capsule));
    return o;
}

Json necrosisJson(const Necrosis& necrosis) {
    auto o = Json::object();
    o.set("fraction", necrosis.fraction).set("hu", necrosis.hu).set("central", necrosis.central);
    o.set("muscle_hu", necrosis.muscleHu).set("sd_hu", necrosis.sdHu);
    o.set("wall_mm", necrosis.wallMm).set("cyst_like", necrosis.cystLike);
    auto hilum = Json::object();
    hilum.set("fraction", necrosis.hilumFraction).set("hu", necrosis.hilumHu);
    hilum.set("eccentric", necrosis.hilumEccentric);
    o.set("hilum", std::move(hilum));
    return o;
}

Json coalescenceJson(const Measurements& m) {
    auto list = Json::array();
    for (const auto& neighbour : m.coalescence) {
        auto o = Json::object();
        o.set("label", neighbour.label);
        o.set("lost_septum_fraction", neighbour.lostSeptumFraction).set("gap_mm", neighbour.gapMm);
        o.set("shared_area_mm2", neighbour.sharedAreaMm2);
        o.set("lost_area_mm2", neighbour.lostAreaMm2).set("septum_mm", neighbour.septumMm);
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
        o.set("interface_roughness_mm", contact.roughnessMm);
        o.set("penetration_mm", contact.penetrationMm);
        o.set("inside_hu_change", contact.insideHuChange);
        o.set("kind", contact.unnamed ? Json() : Json(word(contact.kind)));
        o.set("fat_plane_mm", contact.fatPlaneMm).set("lost_area_mm2", contact.lostAreaMm2);
        o.set("ragged_mm", contact.raggedMm);
        auto reasons = Json::object();
        for (const auto& [part, gap] : contact.gaps)
            reasons.set(part, word(gap));
        o.set("reasons", std::move(reasons));
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
    auto o = Json::object();
    o.set("flags", std::move(flags)).set("reasons", std::move(reasons));
    o.set("spacing_mm", Json::arrayOf(m.spacingMm)).set("noise_hu", m.noiseHu);
    return o;
}

}  // namespace

Json toJson(const Measurements& m) {
    const bool noContact = m.gaps.contains("contact"), noNeighbour = m.gaps.contains("coalescence");
    auto o = Json::object();
    o.set("label", m.node);
    o.set("size", m.size ? sizeJson(*m.size) : Json());
    o.set("shape", m.shape ? shapeJson(*m.shape) : Json());
    o.set("margin", m.margin ? marginJson(*m.margin) : Json());
    o.set("fat", m.fat ? fatJson(*m.fat) : Json());
    o.set("extension", m.extension ? extensionJson(*m.extension) : Json());
    o.set("coalescence", noNeighbour ? Json() : coalescenceJson(m));
    o.set("contact", noContact ? Json() : contactJson(m));
    o.set("necrosis", m.necrosis ? necrosisJson(*m.necrosis) : Json());
    o.set("quality", qualityJson(m));
    return o;
}

}  // namespace nodewise::measure
