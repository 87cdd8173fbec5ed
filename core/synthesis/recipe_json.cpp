#include "synthesis/recipe_json.h"
#include "synthesis/generator_version.h"

namespace nodewise::synthesis {

namespace {

using serial::Json;

/// Sets a number that is not the default.
void put(Json& object, const char* name, double value, double usual) {
    if (value != usual)
        object.set(name, value);
}

template <class T>
void put(Json& object, const char* name, const std::optional<T>& value) {
    if (value)
        object.set(name, *value);
}

template <class T>
std::string text(T term) {
    return std::string(word(term));
}

Json patientJson(const PatientRecipe& p) {
    Json out = Json::object();
    put(out, "bodyScale", p.bodyScale);
    put(out, "fatScale", p.fatScale);
    put(out, "muscleScale", p.muscleScale);
    put(out, "yawDeg", p.yawDeg);
    put(out, "calcification", p.calcification);
    if (p.dominantJugular)
        out.set("dominantJugular", text(*p.dominantJugular));
    put(out, "sex", p.sex);
    put(out, "ageYears", p.ageYears);
    put(out, "neckLength", p.neckLength);
    put(out, "lordosisDeg", p.lordosisDeg);
    put(out, "tiltDeg", p.tiltDeg);
    put(out, "bifurcationMm", p.bifurcationMm);
    put(out, "carotidMedial", p.carotidMedial);
    put(out, "glandScale", p.glandScale);
    put(out, "asymmetry", p.asymmetry);
    return out;
}

Json phaseJson(const PhaseRecipe& p) {
    const PhaseRecipe usual;
    Json out = Json::object();
    put(out, "arteryHu", p.arteryHu, usual.arteryHu);
    put(out, "veinHu", p.veinHu, usual.veinHu);
    put(out, "muscleHu", p.muscleHu, usual.muscleHu);
    put(out, "glandHu", p.glandHu, usual.glandHu);
    return out;
}

Json extensionJson(const ExtensionRecipe& e) {
    Json out =
        Json::object().set("depthMm", e.depthMm).set("direction", Json::arrayOf(e.direction));
    out.set("halfAngleDeg", e.halfAngleDeg);
    if (!e.into.empty())
        out.set("into", e.into);
    if (!e.with.empty())
        out.set("with", Json::arrayOf(e.with));
    put(out, "arcDeg", e.arcDeg, 0);
    out.set("margin", text(e.margin)).set("blurMm", e.blurMm);
    return out;
}

Json reactionJson(const ReactionRecipe& r) {
    Json out = Json::object()
                   .set("fibres", r.fibres)
                   .set("hazeHu", r.hazeHu)
                   .set("direction", Json::arrayOf(r.direction))
                   .set("halfAngleDeg", r.halfAngleDeg)
                   .set("reachMm", r.reachMm);
    if (r.track)
        out.set("track", true);
    return out;
}

void putInside(Json& out, const NodeRecipe& n) {
    out.set("kind", text(n.kind));
    if (n.shape)
        out.set("shape", text(*n.shape));
    put(out, "hilum", n.hilum);
    put(out, "enhancementHu", n.enhancementHu);
    put(out, "rimHu", n.rimHu);
    out.set("rimMm", n.rimMm);
    if (n.necrosis)
        out.set("necrosis", Json::object()
                                .set("share", n.necrosis->share)
                                .set("place", text(n.necrosis->place))
                                .set("hu", n.necrosis->hu)
                                .set("septaHu", n.necrosis->septaHu));
    if (n.calcifications > 0)
        out.set("calcifications", n.calcifications);
    put(out, "metastatic", n.metastatic);
}

Json nodeJson(const NodeRecipe& n) {
    Json out = Json::object().set("id", n.id).set("side", text(n.side)).set("level", text(n.level));
    if (n.positionMm)
        out.set("positionMm", Json::arrayOf(*n.positionMm));
    else
        out.set("offsetMm", Json::arrayOf(n.offsetMm));
    out.set("radiiMm", Json::arrayOf(n.radiiMm)).set("poseDeg", n.poseDeg);
    putInside(out, n);
    out.set("push", n.push);
    put(out, "closePlaneMm", n.closePlaneMm, 0);
    if (!n.contact.empty())
        out.set("contact", n.contact);
    if (n.extension)
        out.set("extension", extensionJson(*n.extension));
    if (!n.reaction.empty())
        out.set("reaction", reactionJson(n.reaction));
    if (n.examination.any())
        out.set("examination", Json::object()
                                   .set("fixed", n.examination.fixed)
                                   .set("skin", n.examination.skin)
                                   .set("nerve", n.examination.nerve));
    Json expect = Json::object().set("grade", text(n.expect));
    if (n.expectPene)
        expect.set("pene", text(*n.expectPene));
    return out.set("expect", expect);
}

Json scannerJson(const ScannerRecipe& s) {
    Json out = Json::object()
                   .set("columns", s.columns)
                   .set("pixelMm", s.pixelMm)
                   .set("slices", s.slices)
                   .set("sliceMm", s.sliceMm)
                   .set("topMm", s.topMm)
                   .set("kernelSigmaMm", s.kernelSigmaMm)
                   .set("noiseHu", s.noiseHu)
                   .set("streakHu", s.streakHu);
    put(out, "noiseSeed", s.noiseSeed, 0);
    put(out, "sharpen", s.sharpen, 0);
    put(out, "motionMm", s.motionMm, 0);
    put(out, "dentalHu", s.dentalHu, 0);
    put(out, "hardening", s.hardening, 0);
    put(out, "gantryDeg", s.gantryDeg, 0);
    return out;
}

void putAround(Json& out, const Recipe& recipe) {
    if (recipe.history.radiotherapy > 0 || recipe.history.dissection) {
        Json history = Json::object();
        if (recipe.history.radiotherapy > 0)
            history.set("radiotherapy", recipe.history.radiotherapy);
        if (recipe.history.dissection)
            history.set("dissection", std::string(word(*recipe.history.dissection)));
        out.set("history", std::move(history));
    }
    if (recipe.primary)
        out.set("primary", Json::object()
                               .set("site", recipe.primary->site)
                               .set("side", text(recipe.primary->side))
                               .set("radiusMm", recipe.primary->radiusMm));
    Json vessels = Json::array();
    for (const VesselRecipe& v : recipe.vessels)
        vessels.push(Json::object()
                         .set("structure", v.structure)
                         .set("side", text(v.side))
                         .set("hu", v.hu)
                         .set("rimHu", v.rimHu));
    if (!recipe.vessels.empty())
        out.set("vessels", vessels);
}

}  // namespace

Json recipeJson(const Recipe& recipe) {
    Json out = Json::object()
                   .set("schema", "nodewise.recipe/1")
                   .set("generator", std::to_string(kGeneratorVersion) + ".0")
                   .set("seed", recipe.seed)
                   .set("patient", patientJson(recipe.patient))
                   .set("phase", phaseJson(recipe.phase));
    putAround(out, recipe);
    Json nodes = Json::array();
    for (const NodeRecipe& node : recipe.nodes)
        nodes.push(nodeJson(node));
    out.set("nodes", nodes)
        .set("distractors", Json::object()
                                .set("smallNodes", recipe.distractors.smallNodes)
                                .set("smallVessels", recipe.distractors.smallVessels))
        .set("scanner", scannerJson(recipe.scanner))
        .set("visibility", Json::object()
                               .set("seenFrom", recipe.visibility.seenFrom)
                               .set("clearFrom", recipe.visibility.clearFrom)
                               .set("minDepthVoxels", recipe.visibility.minDepthVoxels));
    if (!recipe.pitfalls.empty())
        out.set("pitfalls", Json::arrayOf(recipe.pitfalls));
    return out;
}

}  // namespace nodewise::synthesis
