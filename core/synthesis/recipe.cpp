#include "synthesis/recipe.h"
#include "serial/json.h"
#include "synthesis/generator_version.h"
#include "synthesis/parts.h"
#include <algorithm>
#include <cmath>
#include <set>

namespace nodewise::synthesis {

namespace {

using serial::Reader;

struct Range {
    double low, high;
};

/// The error lies at the key that nobody knows.
void allow(const Reader& object, std::initializer_list<std::string_view> known) {
    for (const auto& member : object.json().members())
        if (std::find(known.begin(), known.end(), member.name) == known.end())
            object.at(member.name)
                .refuse(ErrorCode::UnknownKey, "unknown key \"" + member.name + "\"");
}

double checked(const Reader& value, double number, Range range) {
    if (!(number >= range.low && number <= range.high))
        value.refuse(ErrorCode::ValueOutOfRange,
                     "must lie between " + serial::toJsonText(serial::Json(range.low)) + " and " +
                         serial::toJsonText(serial::Json(range.high)));
    return std::clamp(number, range.low, range.high);
}

double number(const Reader& object, std::string_view name, Range range) {
    const Reader value = object.at(name);
    return checked(value, value.number(), range);
}

double numberOr(const Reader& object, std::string_view name, double fallback, Range range) {
    const auto value = object.find(name);
    return value ? checked(*value, value->number(), range) : fallback;
}

int wholeOr(const Reader& object, std::string_view name, int fallback, Range range) {
    const auto value = object.find(name);
    if (!value)
        return fallback;
    return static_cast<int>(checked(*value, static_cast<double>(value->integer()), range));
}

std::optional<double> maybe(const Reader& object, std::string_view name, Range range) {
    const auto value = object.find(name);
    if (!value)
        return std::nullopt;
    return checked(*value, value->number(), range);
}

std::array<double, 3> triple(const Reader& value, Range range) {
    const auto numbers = value.numbers(3);
    std::array<double, 3> out{};
    for (std::size_t i = 0; i < numbers.size() && i < 3; ++i)
        out[i] = checked(value.at(i), numbers[i], range);
    return out;
}

std::array<double, 3> tripleOr(const Reader& object, std::string_view name,
                               std::array<double, 3> fallback, Range range) {
    const auto value = object.find(name);
    return value ? triple(*value, range) : fallback;
}

std::array<double, 3> directionOr(const Reader& object, std::array<double, 3> fallback) {
    const auto value = object.find("direction");
    if (!value)
        return fallback;
    const auto direction = triple(*value, {-1, 1});
    if (std::hypot(direction[0], direction[1], direction[2]) < 0.1)
        value->refuse(ErrorCode::ValueOutOfRange, "a direction needs a length");
    return direction;
}

/// A structure's code without side; empty when absent.
std::string structure(const Reader& object, std::string_view name) {
    const auto value = object.find(name);
    if (!value)
        return {};
    const std::string code = value->string();
    if (!partOfCode(code))
        value->refuse(ErrorCode::ValueOutOfRange, "unknown structure \"" + code + "\"");
    return code;
}

PatientRecipe readPatient(const Reader& r) {
    allow(r,
          {"bodyScale", "fatScale", "muscleScale", "yawDeg", "calcification", "dominantJugular"});
    PatientRecipe p;
    p.bodyScale = maybe(r, "bodyScale", {0.8, 1.15});
    p.fatScale = maybe(r, "fatScale", {0.15, 1.2});
    p.muscleScale = maybe(r, "muscleScale", {0.7, 1.3});
    p.yawDeg = maybe(r, "yawDeg", {-8, 8});
    p.calcification = maybe(r, "calcification", {0, 1});
    if (const auto side = r.find("dominantJugular"))
        p.dominantJugular = side->term(parse<Side>);
    return p;
}

PhaseRecipe readPhase(const Reader& r) {
    allow(r, {"arteryHu", "veinHu", "muscleHu", "glandHu"});
    PhaseRecipe p;
    p.arteryHu = numberOr(r, "arteryHu", p.arteryHu, {30, 400});
    p.veinHu = numberOr(r, "veinHu", p.veinHu, {30, 350});
    p.muscleHu = numberOr(r, "muscleHu", p.muscleHu, {30, 90});
    p.glandHu = numberOr(r, "glandHu", p.glandHu, {-20, 140});
    return p;
}

ExtensionRecipe readExtension(const Reader& r) {
    allow(r, {"depthMm", "direction", "halfAngleDeg", "into", "with", "blurMm"});
    ExtensionRecipe e;
    e.depthMm = number(r, "depthMm", {0.3, 12});
    e.direction = directionOr(r, e.direction);
    e.halfAngleDeg = numberOr(r, "halfAngleDeg", e.halfAngleDeg, {15, 90});
    e.into = structure(r, "into");
    e.with = r.stringOr("with", {});
    e.blurMm = numberOr(r, "blurMm", e.blurMm, {0, 3});
    return e;
}

ReactionRecipe readReaction(const Reader& r) {
    allow(r, {"fibres", "hazeHu", "direction", "halfAngleDeg"});
    ReactionRecipe reaction;
    reaction.fibres = wholeOr(r, "fibres", 0, {0, 600});
    reaction.hazeHu = numberOr(r, "hazeHu", 0, {0, 120});
    reaction.direction = directionOr(r, reaction.direction);
    reaction.halfAngleDeg = numberOr(r, "halfAngleDeg", reaction.halfAngleDeg, {15, 180});
    return reaction;
}

std::optional<NodeKind> parseKind(std::string_view text) {
#define NODEWISE_KIND_CASE(name, spelling)                                                         \
    if (text == spelling)                                                                          \
        return NodeKind::name;
    NODEWISE_NODE_KINDS(NODEWISE_KIND_CASE)
#undef NODEWISE_KIND_CASE
    return std::nullopt;
}

NodeRecipe readNode(const Reader& r) {
    allow(r, {"id", "side", "level", "offsetMm", "radiiMm", "poseDeg", "kind", "rimMm", "push",
              "closePlaneMm", "contact", "extension", "reaction", "expect"});
    NodeRecipe n;
    n.id = r.string("id");
    if (n.id.empty() ||
        n.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != n.id.npos)
        r.at("id").refuse(ErrorCode::ValueOutOfRange, "only a-z, 0-9 and '-'");
    n.side = r.term("side", parse<Side>);
    n.level = r.term("level", parse<Level>);
    n.offsetMm = tripleOr(r, "offsetMm", n.offsetMm, {-30, 30});
    n.radiiMm = triple(r.at("radiiMm"), {2, 25});
    n.poseDeg = numberOr(r, "poseDeg", 0, {-180, 180});
    n.kind = r.at("kind").term(&parseKind);
    n.rimMm = numberOr(r, "rimMm", n.rimMm, {0.8, 8});
    n.push = numberOr(r, "push", n.push, {0, 1});
    n.closePlaneMm = numberOr(r, "closePlaneMm", 0, {0, 6});
    n.contact = structure(r, "contact");
    if (const auto extension = r.find("extension"))
        n.extension = readExtension(*extension);
    if (const auto reaction = r.find("reaction"))
        n.reaction = readReaction(*reaction);
    const Reader expect = r.at("expect");
    allow(expect, {"grade"});
    n.expect = expect.term("grade", parse<Grade>);
    return n;
}

ScannerRecipe readScanner(const Reader& r) {
    allow(r, {"columns", "pixelMm", "slices", "sliceMm", "topMm", "kernelSigmaMm", "noiseHu",
              "streakHu", "noiseSeed"});
    ScannerRecipe s;
    s.columns = wholeOr(r, "columns", s.columns, {64, 512});
    if (s.columns % 2 != 0)
        r.at("columns").refuse(ErrorCode::ValueOutOfRange, "must be even");
    s.pixelMm = number(r, "pixelMm", {0.3, 2});
    s.slices = wholeOr(r, "slices", s.slices, {4, 160});
    s.sliceMm = number(r, "sliceMm", {0.6, 5});
    s.topMm = numberOr(r, "topMm", s.topMm, {-60, 56});
    s.kernelSigmaMm = numberOr(r, "kernelSigmaMm", s.kernelSigmaMm, {0.3, 1.2});
    s.noiseHu = numberOr(r, "noiseHu", s.noiseHu, {0, 40});
    s.streakHu = numberOr(r, "streakHu", s.streakHu, {0, 20});
    s.noiseSeed = static_cast<std::uint32_t>(numberOr(r, "noiseSeed", 0, {0, 4294967295.0}));
    if (s.topMm - s.sliceMm * (s.slices - 1) < -84)
        r.at("sliceMm").refuse(ErrorCode::ValueOutOfRange,
                               "the lowest slice lies below the neck (-84 mm); take fewer slices");
    return s;
}

VisibilityRecipe readVisibility(const Reader& r) {
    allow(r, {"seenFrom", "clearFrom", "minDepthVoxels"});
    VisibilityRecipe v;
    v.seenFrom = numberOr(r, "seenFrom", v.seenFrom, {0, 100});
    v.clearFrom = numberOr(r, "clearFrom", v.clearFrom, {0, 200});
    v.minDepthVoxels = wholeOr(r, "minDepthVoxels", v.minDepthVoxels, {1, 10});
    if (v.clearFrom < v.seenFrom)
        r.at("clearFrom").refuse(ErrorCode::ValueOutOfRange, "must not lie below seenFrom");
    return v;
}

void readNodes(const Reader& r, Recipe& recipe) {
    std::set<std::string> ids;
    for (const Reader& node : r.elements()) {
        recipe.nodes.push_back(readNode(node));
        if (!ids.insert(recipe.nodes.back().id).second)
            node.at("id").refuse(ErrorCode::ValueOutOfRange, "two nodes have this id");
    }
    if (recipe.nodes.size() > 90)
        r.refuse(ErrorCode::ValueOutOfRange, "at most 90 nodes");
    for (std::size_t i = 0; i < recipe.nodes.size(); ++i) {
        const auto& extension = recipe.nodes[i].extension;
        if (extension && !extension->with.empty() && !ids.contains(extension->with))
            r.at(i).at("extension").at("with").refuse(ErrorCode::ValueOutOfRange, "no such node");
    }
}

void readRest(const Reader& root, Recipe& recipe) {
    if (const auto patient = root.find("patient"))
        recipe.patient = readPatient(*patient);
    if (const auto phase = root.find("phase"))
        recipe.phase = readPhase(*phase);
    if (const auto d = root.find("distractors")) {
        allow(*d, {"smallNodes", "smallVessels"});
        recipe.distractors.smallNodes = wholeOr(*d, "smallNodes", 22, {0, 60});
        recipe.distractors.smallVessels = wholeOr(*d, "smallVessels", 46, {0, 120});
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
    allow(root, {"schema", "generator", "seed", "patient", "phase", "nodes", "distractors",
                 "scanner", "visibility", "pitfalls"});
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
    recipe.seed = static_cast<std::uint32_t>(number(root, "seed", {0, 4294967295.0}));
    readNodes(root.at("nodes"), recipe);
    recipe.scanner = readScanner(root.at("scanner"));
    readRest(root, recipe);
    if (const auto ok = root.result(); !ok)
        return fail(asSchemaError(ok.error()));
    return recipe;
}

}  // namespace nodewise::synthesis
