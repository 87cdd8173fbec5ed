#include "casepack/case_json.h"
#include <array>

namespace nodewise::casepack {
namespace {

using serial::Json;
using serial::Reader;

constexpr auto kImageKinds =
    std::to_array({std::pair{ImageKind::Recipe, std::string_view{"recipe"}},
                   std::pair{ImageKind::Dicom, std::string_view{"dicom"}},
                   std::pair{ImageKind::Volume, std::string_view{"volume"}}});

std::optional<int> optionalInteger(const Reader& reader, std::string_view name) {
    const auto member = reader.find(name);
    return member ? std::optional(static_cast<int>(member->integer())) : std::nullopt;
}

History historyOf(const Reader& reader) {
    History history;
    history.ageYears = static_cast<int>(reader.integerOr("ageYears", 0));
    history.sex = reader.stringOr("sex", {});
    history.site = reader.term("site", parse<Site>);
    history.primarySide = reader.term("primarySide", parse<PrimarySide>);
    history.p16 = reader.term("p16", parse<P16Status>);
    history.primaryText = reader.stringOr("primary", {});
    history.biopsy = reader.termOr("biopsy", parse<BiopsyKind>, BiopsyKind::None);
    history.biopsyDaysBefore = optionalInteger(reader, "biopsyDaysBefore");
    history.fixedNode = reader.booleanOr("fixedNode", false);
    history.skinInvolved = reader.booleanOr("skinInvolved", false);
    history.nervePalsy = reader.booleanOr("nervePalsy", false);
    history.contrastDelayS = optionalInteger(reader, "contrastDelayS");
    history.examinationText = reader.stringOr("examination", {});
    return history;
}

OpeningView openingOf(const Reader& reader) {
    OpeningView opening;
    opening.windowWidthHu = reader.numberOr("windowWidthHu", opening.windowWidthHu);
    opening.windowLevelHu = reader.numberOr("windowLevelHu", opening.windowLevelHu);
    if (const auto position = reader.find("positionZMm"))
        opening.positionZMm = position->number();
    return opening;
}

void readLists(const Reader& reader, CaseRecord& record) {
    for (const Reader& node : reader.at("nodes").elements())
        record.nodes.push_back({NodeId(node.string("id")), node.term("side", parse<Side>),
                                node.term("level", parse<Level>)});
    if (const auto concepts = reader.find("concepts"))
        for (const Reader& element : concepts->elements())
            record.concepts.emplace_back(element.string());
    if (const auto structures = reader.find("structures"))
        for (const Reader& element : structures->elements())
            record.structures.push_back(element.string());
}

Json toJson(const History& history) {
    Json json = Json::object();
    if (history.ageYears > 0)
        json.set("ageYears", history.ageYears);
    if (!history.sex.empty())
        json.set("sex", history.sex);
    json.set("site", word(history.site));
    json.set("primarySide", word(history.primarySide));
    json.set("p16", word(history.p16));
    json.set("primary", history.primaryText);
    json.set("biopsy", word(history.biopsy));
    if (history.biopsyDaysBefore)
        json.set("biopsyDaysBefore", *history.biopsyDaysBefore);
    json.set("fixedNode", history.fixedNode);
    json.set("skinInvolved", history.skinInvolved);
    json.set("nervePalsy", history.nervePalsy);
    if (history.contrastDelayS)
        json.set("contrastDelayS", *history.contrastDelayS);
    json.set("examination", history.examinationText);
    return json;
}

Json toJson(const OpeningView& opening) {
    Json json = Json::object();
    json.set("windowWidthHu", opening.windowWidthHu).set("windowLevelHu", opening.windowLevelHu);
    if (opening.positionZMm)
        json.set("positionZMm", *opening.positionZMm);
    return json;
}

}  // namespace

std::string_view word(ImageKind kind) {
    for (const auto& [value, text] : kImageKinds)
        if (value == kind)
            return text;
    return {};
}

std::optional<ImageKind> parseImageKind(std::string_view text) {
    for (const auto& [value, spelling] : kImageKinds)
        if (spelling == text)
            return value;
    return std::nullopt;
}

Result<CaseRecord> readCase(const Json& json, const std::string& path) {
    const Reader reader(json, path);
    CaseRecord record;
    record.id = CaseId(reader.string("id"));
    record.title = reader.string("title");
    record.imageKind = reader.at("image").at("kind").term(parseImageKind);
    record.truthKind = reader.term("truthKind", parse<TruthKind>);
    record.difficulty = static_cast<int>(reader.integer("difficulty"));
    record.edition = reader.term("edition", parse<Edition>);
    record.history = historyOf(reader.at("history"));
    if (const auto opening = reader.find("opening"))
        record.opening = openingOf(*opening);
    readLists(reader, record);
    record.asksPathology = reader.booleanOr("asksPathology", false);
    if (auto read = reader.result(); !read)
        return fail(read.error());
    return record;
}

Json toJson(const CaseRecord& record) {
    Json json = Json::object();
    json.set("id", record.id.value).set("title", record.title);
    json.set("image", Json::object().set("kind", word(record.imageKind)));
    json.set("truthKind", word(record.truthKind)).set("difficulty", record.difficulty);
    json.set("edition", word(record.edition)).set("history", toJson(record.history));
    json.set("opening", toJson(record.opening));
    Json nodes = Json::array();
    for (const NodeQuestion& node : record.nodes)
        nodes.push(Json::object()
                       .set("id", node.id.value)
                       .set("side", word(node.side))
                       .set("level", word(node.level)));
    json.set("nodes", std::move(nodes));
    Json concepts = Json::array();
    for (const ConceptId& trained : record.concepts)
        concepts.push(trained.value);
    json.set("concepts", std::move(concepts));
    if (!record.structures.empty())
        json.set("structures", Json::arrayOf(record.structures));
    json.set("asksPathology", record.asksPathology);
    return json;
}

}  // namespace nodewise::casepack
