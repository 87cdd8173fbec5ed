#include "synthesis/recipe.h"
#include "synthesis/generator_version.h"
#include "synthesis/recipe_reader.h"
#include <set>

namespace nodewise::synthesis {

namespace {

using serial::Reader;

PatientRecipe readPatient(const Reader& r) {
    allowKeys(r, {"bodyScale", "fatScale", "muscleScale", "yawDeg", "calcification",
                  "dominantJugular", "sex", "ageYears", "neckLength", "lordosisDeg", "tiltDeg",
                  "bifurcationMm", "carotidMedial", "glandScale", "asymmetry"});
    PatientRecipe p;
    p.bodyScale = maybeKey(r, "bodyScale", {0.8, 1.15});
    p.fatScale = maybeKey(r, "fatScale", {0.15, 1.2});
    p.muscleScale = maybeKey(r, "muscleScale", {0.7, 1.3});
    p.yawDeg = maybeKey(r, "yawDeg", {-8, 8});
    p.calcification = maybeKey(r, "calcification", {0, 1});
    if (const auto side = r.find("dominantJugular"))
        p.dominantJugular = side->term(&parse<Side>);
    if (const auto sex = r.find("sex"); sex) {
        p.sex = sex->string();
        if (*p.sex != "f" && *p.sex != "m")
            sex->refuse(ErrorCode::ValueOutOfRange, "\"f\" or \"m\"");
    }
    p.ageYears = maybeKey(r, "ageYears", {18, 95});
    p.neckLength = maybeKey(r, "neckLength", {0.85, 1.15});
    p.lordosisDeg = maybeKey(r, "lordosisDeg", {-10, 25});
    p.tiltDeg = maybeKey(r, "tiltDeg", {-6, 6});
    p.bifurcationMm = maybeKey(r, "bifurcationMm", {-15, 15});
    p.carotidMedial = maybeKey(r, "carotidMedial", {0, 10});
    p.glandScale = maybeKey(r, "glandScale", {0.7, 1.4});
    p.asymmetry = maybeKey(r, "asymmetry", {0, 2});
    return p;
}

PrimaryRecipe readPrimary(const Reader& r) {
    allowKeys(r, {"site", "side", "radiusMm"});
    constexpr std::array kSites{"tongue", "tongue_base", "tonsil",
                                "larynx", "hypopharynx", "nasopharynx"};
    PrimaryRecipe p;
    p.site = r.string("site");
    if (std::find(kSites.begin(), kSites.end(), p.site) == kSites.end())
        r.at("site").refuse(ErrorCode::ValueOutOfRange, "unknown site \"" + p.site + "\"");
    p.side = r.term("side", &parse<Side>);
    p.radiusMm = numberKeyOr(r, "radiusMm", p.radiusMm, {5, 30});
    return p;
}

VesselRecipe readVessel(const Reader& r) {
    allowKeys(r, {"structure", "side", "hu", "rimHu"});
    VesselRecipe v;
    v.structure = structureKey(r, "structure");
    const auto part = partOfCode(r.string("structure"));
    if (part && partKind(*part) != StructureKind::Vein && partKind(*part) != StructureKind::Artery)
        r.at("structure").refuse(ErrorCode::ValueOutOfRange, "a vein or an artery");
    v.side = r.term("side", &parse<Side>);
    v.hu = numberKey(r, "hu", {10, 350});
    v.rimHu = numberKeyOr(r, "rimHu", 0, {0, 350});
    return v;
}

PhaseRecipe readPhase(const Reader& r) {
    allowKeys(r, {"arteryHu", "veinHu", "muscleHu", "glandHu"});
    PhaseRecipe p;
    p.arteryHu = numberKeyOr(r, "arteryHu", p.arteryHu, {30, 400});
    p.veinHu = numberKeyOr(r, "veinHu", p.veinHu, {30, 350});
    p.muscleHu = numberKeyOr(r, "muscleHu", p.muscleHu, {30, 90});
    p.glandHu = numberKeyOr(r, "glandHu", p.glandHu, {-20, 140});
    return p;
}

ScannerRecipe readScanner(const Reader& r) {
    allowKeys(r, {"columns", "pixelMm", "slices", "sliceMm", "topMm", "kernelSigmaMm", "noiseHu",
                  "streakHu", "noiseSeed", "sharpen", "motionMm", "dentalHu", "hardening",
                  "gantryDeg"});
    ScannerRecipe s;
    s.columns = wholeKeyOr(r, "columns", s.columns, {64, 512});
    if (s.columns % 2 != 0)
        r.at("columns").refuse(ErrorCode::ValueOutOfRange, "must be even");
    s.pixelMm = numberKey(r, "pixelMm", {0.3, 2});
    s.slices = wholeKeyOr(r, "slices", s.slices, {4, 240});
    s.sliceMm = numberKey(r, "sliceMm", {0.6, 5});
    s.topMm = numberKeyOr(r, "topMm", s.topMm, {-60, 100});
    s.kernelSigmaMm = numberKeyOr(r, "kernelSigmaMm", s.kernelSigmaMm, {0.3, 1.2});
    s.noiseHu = numberKeyOr(r, "noiseHu", s.noiseHu, {0, 40});
    s.streakHu = numberKeyOr(r, "streakHu", s.streakHu, {0, 20});
    s.noiseSeed = static_cast<std::uint32_t>(numberKeyOr(r, "noiseSeed", 0, {0, 4294967295.0}));
    s.sharpen = numberKeyOr(r, "sharpen", 0, {0, 1});
    s.motionMm = numberKeyOr(r, "motionMm", 0, {0, 4});
    s.dentalHu = numberKeyOr(r, "dentalHu", 0, {0, 400});
    s.hardening = numberKeyOr(r, "hardening", 0, {0, 1});
    s.gantryDeg = numberKeyOr(r, "gantryDeg", 0, {-25, 25});
    if (s.topMm - s.sliceMm * (s.slices - 1) < -122)
        r.at("sliceMm").refuse(ErrorCode::ValueOutOfRange,
                               "the lowest slice lies below the neck (-122 mm); take fewer slices");
    return s;
}

VisibilityRecipe readVisibility(const Reader& r) {
    allowKeys(r, {"seenFrom", "clearFrom", "minDepthVoxels"});
    VisibilityRecipe v;
    v.seenFrom = numberKeyOr(r, "seenFrom", v.seenFrom, {0, 100});
    v.clearFrom = numberKeyOr(r, "clearFrom", v.clearFrom, {0, 200});
    v.minDepthVoxels = wholeKeyOr(r, "minDepthVoxels", v.minDepthVoxels, {1, 10});
    if (v.clearFrom < v.seenFrom)
        r.at("clearFrom").refuse(ErrorCode::ValueOutOfRange, "must not lie below seenFrom");
    return v;
}

void readNodes(const Reader& r, Recipe& recipe) {
    std::set<std::string> ids;
    for (const Reader& node : r.elements()) {
        recipe.nodes.push_back(readNodeRecipe(node));
        if (!ids.insert(recipe.nodes.back().id).second)
            node.at("id").refuse(ErrorCode::ValueOutOfRange, "two nodes have this id");
    }
    if (recipe.nodes.size() > 90)
        r.refuse(ErrorCode::ValueOutOfRange, "at most 90 nodes");
    for (std::size_t i = 0; i < recipe.nodes.size(); ++i) {
        const NodeRecipe& node = recipe.nodes[i];
        if (!node.extension)
            continue;
        for (const std::string& id : node.extension->with)
            if (!ids.contains(id) || id == node.id)
                r.at(i)
                    .at("extension")
                    .at("with")
                    .refuse(ErrorCode::ValueOutOfRange, "no other node \"" + id + "\"");
    }
}

void readRest(const Reader& root, Recipe& recipe) {
    if (const auto patient = root.find("patient"))
        recipe.patient = readPatient(*patient);
    if (const auto phase = root.find("phase"))
        recipe.phase = readPhase(*phase);
    if (const auto history = root.find("history")) {
        allowKeys(*history, {"radiotherapy", "dissection"});
        recipe.history.radiotherapy = numberKeyOr(*history, "radiotherapy", 0, {0, 1});
        if (const auto side = history->find("dissection")) {
            recipe.history.dissection = side->term(&parse<Side>);
            if (recipe.history.dissection == Side::Midline)
                side->refuse(ErrorCode::ValueOutOfRange, "must be left or right");
        }
    }
    if (const auto primary = root.find("primary"))
        recipe.primary = readPrimary(*primary);
    if (const auto vessels = root.find("vessels"))
        for (const Reader& vessel : vessels->elements())
            recipe.vessels.push_back(readVessel(vessel));
    if (const auto d = root.find("distractors")) {
        allowKeys(*d, {"smallNodes", "smallVessels"});
        recipe.distractors.smallNodes = wholeKeyOr(*d, "smallNodes", 22, {0, 60});
        recipe.distractors.smallVessels = wholeKeyOr(*d, "smallVessels", 46, {0, 120});
    }
    if (const auto visibility = root.find("visibility"))
        recipe.visibility = readVisibility(*visibility);
    if (const auto pitfalls = root.find("pitfalls"))
        for (const Reader& pitfall : pitfalls->elements())
            recipe.pitfalls.push_back(pitfall.string());
}

/// Missing keys and wrong kinds break the schema, not JSON.
Error asSchemaError(Error error) {
    if (error.code == ErrorCode::JsonInvalid)
        error.code = ErrorCode::SchemaViolation;
    return error;
}

}  // namespace

Result<Recipe> parseRecipe(std::string_view json) {
    const auto parsed = serial::parseJson(json);
    if (!parsed)
        return fail(parsed.error());
    const Reader root(*parsed);
    allowKeys(root, {"schema", "generator", "seed", "patient", "phase", "history", "primary",
                     "vessels", "nodes", "distractors", "scanner", "visibility", "pitfalls"});
    Recipe recipe;
    if (const std::string schema = root.string("schema");
        root.ok() && schema != "nodewise.recipe/1")
        root.at("schema").refuse(ErrorCode::VersionUnsupported,
                                 "this program reads nodewise.recipe/1, not " + schema);
    const std::string known = std::to_string(kGeneratorVersion) + ".0";
    if (const std::string generator = root.string("generator"); root.ok() && generator != known)
        root.at("generator")
            .refuse(ErrorCode::VersionUnsupported,
                    "made for generator " + generator + "; this one is " + known);
    recipe.seed = static_cast<std::uint32_t>(numberKey(root, "seed", {0, 4294967295.0}));
    readNodes(root.at("nodes"), recipe);
    recipe.scanner = readScanner(root.at("scanner"));
    readRest(root, recipe);
    if (const auto ok = root.result(); !ok)
        return fail(asSchemaError(ok.error()));
    return recipe;
}

}  // namespace nodewise::synthesis
