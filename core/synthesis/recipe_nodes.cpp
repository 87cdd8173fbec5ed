#include "synthesis/recipe_reader.h"

namespace nodewise::synthesis {

namespace {

using serial::Reader;

std::array<double, 3> directionOr(const Reader& object, std::array<double, 3> fallback) {
    const auto value = object.find("direction");
    if (!value)
        return fallback;
    const auto direction = tripleKey(*value, {-1, 1});
    if (std::hypot(direction[0], direction[1], direction[2]) < 0.1)
        value->refuse(ErrorCode::ValueOutOfRange, "a direction needs a length");
    return direction;
}

NecrosisRecipe readNecrosis(const Reader& r) {
    allowKeys(r, {"share", "place", "hu", "septaHu"});
    NecrosisRecipe n;
    n.share = numberKey(r, "share", {0.02, 0.95});
    n.place = r.termOr("place", &parse<NecrosisPlace>, n.place);
    n.hu = numberKeyOr(r, "hu", n.hu, {0, 50});
    n.septaHu = numberKeyOr(r, "septaHu", n.septaHu, {0, 80});
    return n;
}

/// One id or several.
std::vector<std::string> idsOf(const Reader& r) {
    const auto value = r.find("with");
    if (!value)
        return {};
    if (value->json().isString())
        return {value->string()};
    std::vector<std::string> ids;
    for (const Reader& id : value->elements())
        ids.push_back(id.string());
    return ids;
}

ExtensionRecipe readExtension(const Reader& r) {
    allowKeys(
        r, {"depthMm", "direction", "halfAngleDeg", "into", "with", "arcDeg", "margin", "blurMm"});
    ExtensionRecipe e;
    e.depthMm = numberKey(r, "depthMm", {0.3, 12});
    e.direction = directionOr(r, e.direction);
    e.halfAngleDeg = numberKeyOr(r, "halfAngleDeg", e.halfAngleDeg, {15, 90});
    e.into = structureKey(r, "into");
    e.with = idsOf(r);
    e.arcDeg = numberKeyOr(r, "arcDeg", 0, {0, 360});
    e.margin = r.termOr("margin", &parse<Margin>, e.margin);
    if (e.margin == Margin::Smooth)
        r.at("margin").refuse(ErrorCode::ValueOutOfRange, "indistinct or irregular");
    e.blurMm = numberKeyOr(r, "blurMm", e.margin == Margin::Irregular ? 0.3 : e.blurMm, {0, 3});
    return e;
}

ReactionRecipe readReaction(const Reader& r) {
    allowKeys(r, {"fibres", "hazeHu", "direction", "halfAngleDeg", "reachMm", "track"});
    ReactionRecipe reaction;
    reaction.fibres = wholeKeyOr(r, "fibres", 0, {0, 600});
    reaction.hazeHu = numberKeyOr(r, "hazeHu", 0, {0, 120});
    reaction.direction = directionOr(r, reaction.direction);
    reaction.halfAngleDeg = numberKeyOr(r, "halfAngleDeg", reaction.halfAngleDeg, {15, 180});
    reaction.reachMm = numberKeyOr(r, "reachMm", reaction.reachMm, {1, 10});
    reaction.track = r.booleanOr("track", false);
    return reaction;
}

/// Half axes: given, or from the diameters a report would name.
std::array<double, 3> readRadii(const Reader& r) {
    const auto size = r.find("sizeMm");
    if (!size)
        return tripleKey(r.at("radiiMm"), {1.5, 30});
    allowKeys(*size, {"short", "long", "craniocaudal"});
    if (const auto radii = r.find("radiiMm"))
        radii->refuse(ErrorCode::ValueOutOfRange, "give radiiMm or sizeMm, not both");
    const double across = numberKey(*size, "short", {3, 60}),
                 along = numberKey(*size, "long", {3, 60});
    if (along < across)
        size->at("long").refuse(ErrorCode::ValueOutOfRange, "must not be less than short");
    return {0.5 * along, 0.5 * across,
            0.5 * numberKeyOr(*size, "craniocaudal", 1.25 * along, {3, 90})};
}

void readPlace(const Reader& r, NodeRecipe& n) {
    n.id = r.string("id");
    if (n.id.empty() ||
        n.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != n.id.npos)
        r.at("id").refuse(ErrorCode::ValueOutOfRange, "only a-z, 0-9 and '-'");
    n.side = r.term("side", &parse<Side>);
    n.level = r.term("level", &parse<Level>);
    n.offsetMm = tripleKeyOr(r, "offsetMm", n.offsetMm, {-40, 40});
    if (const auto position = r.find("positionMm")) {
        n.positionMm = tripleKey(*position, {-130, 130});
        if (const auto offset = r.find("offsetMm"))
            offset->refuse(ErrorCode::ValueOutOfRange, "give offsetMm or positionMm, not both");
    }
    n.radiiMm = readRadii(r);
    n.poseDeg = numberKeyOr(r, "poseDeg", 0, {-180, 180});
}

void readInside(const Reader& r, NodeRecipe& n) {
    n.kind = r.term("kind", &parse<NodeKind>);
    if (const auto shape = r.find("shape"))
        n.shape = shape->term(&parse<NodeShape>);
    n.hilum = maybeKey(r, "hilum", {0, 1});
    n.enhancementHu = maybeKey(r, "enhancementHu", {30, 170});
    n.rimHu = maybeKey(r, "rimHu", {30, 190});
    n.rimMm = numberKeyOr(r, "rimMm", n.kind == NodeKind::HpvCystic ? 1.3 : n.rimMm, {0.8, 8});
    if (const auto necrosis = r.find("necrosis"))
        n.necrosis = readNecrosis(*necrosis);
    n.calcifications = wholeKeyOr(r, "calcifications", 0, {0, 12});
    if (const auto metastatic = r.find("metastatic"))
        n.metastatic = metastatic->boolean();
}

void readAround(const Reader& r, NodeRecipe& n) {
    n.push = numberKeyOr(r, "push", n.push, {0, 1});
    n.closePlaneMm = numberKeyOr(r, "closePlaneMm", 0, {0, 6});
    n.contact = structureKey(r, "contact");
    if (const auto extension = r.find("extension"))
        n.extension = readExtension(*extension);
    if (const auto reaction = r.find("reaction"))
        n.reaction = readReaction(*reaction);
    if (const auto signs = r.find("examination")) {
        allowKeys(*signs, {"fixed", "skin", "nerve"});
        n.examination = {signs->booleanOr("fixed", false), signs->booleanOr("skin", false),
                         signs->booleanOr("nerve", false)};
    }
}

}  // namespace

NodeRecipe readNodeRecipe(const Reader& r) {
    allowKeys(r, {"id",         "side",     "level",        "offsetMm",
                  "positionMm", "radiiMm",  "sizeMm",       "poseDeg",
                  "kind",       "shape",    "hilum",        "enhancementHu",
                  "rimHu",      "rimMm",    "necrosis",     "calcifications",
                  "metastatic", "push",     "closePlaneMm", "contact",
                  "extension",  "reaction", "examination",  "expect"});
    NodeRecipe n;
    readPlace(r, n);
    readInside(r, n);
    readAround(r, n);
    const Reader expect = r.at("expect");
    allowKeys(expect, {"grade", "pene"});
    n.expect = expect.term("grade", &parse<Grade>);
    if (const auto pene = expect.find("pene"))
        n.expectPene = pene->term(&parse<PathologicalEne>);
    return n;
}

}  // namespace nodewise::synthesis
