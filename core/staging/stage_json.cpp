#include "staging/stage_json.h"

namespace nodewise::staging {
namespace {

/// 0…3 or "G0"…"G3".
Grade readGrade(const serial::Reader& r) {
    if (r.json().isString())
        return r.term(parse<Grade>);
    const std::int64_t number = r.integer();
    if (number < 0 || number > 3) {
        r.refuse(ErrorCode::ValueOutOfRange, "a grade is 0 to 3");
        return Grade::G0;
    }
    return gradeFromNumber(static_cast<int>(number));
}

EneEvidence readEne(const serial::Reader& r) {
    r.only({"clinical", "imaging_grade", "imaging_certainty", "pathological"});
    EneEvidence ene;
    ene.clinical = r.booleanOr("clinical", false);
    if (const auto grade = r.find("imaging_grade"))
        ene.imagingGrade = readGrade(*grade);
    if (const auto certainty = r.find("imaging_certainty"))
        ene.imagingCertainty = certainty->term(parse<Certainty>);
    ene.pathological =
        r.termOr("pathological", parse<PathologicalEne>, PathologicalEne::NotExamined);
    return ene;
}

StagedNode readNode(const serial::Reader& r) {
    r.only(
        {"side", "level", "greatest_mm", "below_cricoid", "retropharyngeal", "ene", "structures"});
    StagedNode node;
    node.side = r.term("side", parse<RelativeSide>);
    if (const auto level = r.find("level"))
        node.level = level->term(parse<Level>);
    node.greatestMm = r.number("greatest_mm");
    if (!(node.greatestMm > 0) || node.greatestMm > 1000)
        r.at("greatest_mm")
            .refuse(ErrorCode::ValueOutOfRange, "a size is above 0 and at most 1000 mm");
    const bool low = node.level == Level::IVa || node.level == Level::IVb ||
                     node.level == Level::IV || node.level == Level::Vc;
    node.belowCricoid = r.booleanOr("below_cricoid", low);
    node.retropharyngeal = r.booleanOr("retropharyngeal", node.level == Level::VIIa);
    if (const auto ene = r.find("ene"))
        node.ene = readEne(*ene);
    if (const auto list = r.find("structures"))
        for (const auto& element : list->elements())
            node.structures.push_back(element.term(parse<StructureKind>));
    return node;
}

serial::Json nodeJson(const StagedNode& node) {
    auto ene = serial::Json::object();
    ene.set("clinical", node.ene.clinical);
    if (node.ene.imagingGrade)
        ene.set("imaging_grade", gradeNumber(*node.ene.imagingGrade));
    if (node.ene.imagingCertainty)
        ene.set("imaging_certainty", word(*node.ene.imagingCertainty));
    ene.set("pathological", word(node.ene.pathological));
    auto structures = serial::Json::array();
    for (const auto kind : node.structures)
        structures.push(word(kind));
    auto o = serial::Json::object();
    o.set("side", word(node.side));
    if (node.level)
        o.set("level", word(*node.level));
    o.set("greatest_mm", node.greatestMm).set("below_cricoid", node.belowCricoid);
    o.set("retropharyngeal", node.retropharyngeal).set("ene", std::move(ene));
    o.set("structures", std::move(structures));
    return o;
}

void setCategory(serial::Json& o, const NCategory& category) {
    o.set("category", category.category).set("rule", category.rule);
    o.set("source", category.source);
    auto notes = serial::Json::array();
    for (const auto& note : category.notes)
        notes.push(noteText(note));
    o.set("notes", std::move(notes)).set("ambiguous", category.ambiguous);
}

}  // namespace

Result<StagingInput> stagingInputFromJson(const serial::Json& json, const std::string& path) {
    const serial::Reader r(json, path);
    r.only({"edition", "site", "basis", "nodes", "p16", "primary_side"});
    StagingInput input;
    input.edition = r.term("edition", parse<Edition>);
    input.site = r.term("site", parse<Site>);
    input.basis = r.term("basis", parse<Basis>);
    if (const auto p16 = r.find("p16"))
        input.p16 = p16->term(parse<P16Status>);
    input.primarySide = r.termOr("primary_side", parse<PrimarySide>, PrimarySide::Left);
    for (const auto& node : r.at("nodes").elements())
        input.nodes.push_back(readNode(node));
    if (const auto ok = r.result(); !ok)
        return fail(ok.error());
    return input;
}

serial::Json toJson(const StagingInput& input) {
    auto o = serial::Json::object();
    o.set("edition", word(input.edition)).set("site", word(input.site));
    o.set("basis", word(input.basis)).set("primary_side", word(input.primarySide));
    if (input.p16)
        o.set("p16", word(*input.p16));
    auto nodes = serial::Json::array();
    for (const auto& node : input.nodes)
        nodes.push(nodeJson(node));
    o.set("nodes", std::move(nodes));
    return o;
}

serial::Json toJson(const StagingResult& result) {
    auto o = serial::Json::object();
    o.set("edition", word(result.edition));
    setCategory(o, result.result);
    auto other = serial::Json::object();
    other.set("edition", word(result.otherEdition));
    setCategory(other, result.other);
    o.set("other_edition", std::move(other));
    return o;
}

}  // namespace nodewise::staging
