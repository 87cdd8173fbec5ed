#include "casepack/truth_json.h"
#include <algorithm>
#include <array>
#include <cmath>

namespace nodewise::casepack {
namespace {

using serial::Json;
using serial::Reader;

GradeDistribution distributionOf(const Reader& reader, Grade grade) {
    GradeDistribution distribution{};
    const auto member = reader.find("distribution");
    if (!member) {
        distribution[static_cast<std::size_t>(gradeNumber(grade))] = 1;
        return distribution;
    }
    const auto shares = member->numbers(4);
    double sum = 0, highest = 0;
    for (std::size_t index = 0; index < shares.size(); ++index) {
        distribution[index] = shares[index];
        sum += shares[index];
        highest = std::max(highest, shares[index]);
    }
    if (std::abs(sum - 1) > 1e-6)
        member->refuse(ErrorCode::ValueOutOfRange, "the shares of the grades do not sum to 1");
    if (distribution[static_cast<std::size_t>(gradeNumber(grade))] < highest)
        member->refuse(ErrorCode::ValueOutOfRange, "the grade is not the one with most shares");
    return distribution;
}

void readAdjacency(const Reader& reader, NodeTruth& node) {
    const auto member = reader.find("adjacency");
    if (!member)
        return;
    node.adjacency = member->term("kind", parse<Adjacency>);
    node.structure = member->stringOr("structure", {});
    node.structureKind =
        member->termOr("structureKind", parse<StructureKind>, StructureKind::Other);
    if (node.adjacency != Adjacency::None && node.structure.empty())
        member->refuse(ErrorCode::JsonInvalid, "contact or invasion needs a structure");
}

void readFeatures(const Reader& reader, NodeTruth& node) {
    node.margin = reader.term("margin", parse<Margin>);
    node.fat = reader.term("fat", parse<PerinodalFat>);
    readAdjacency(reader, node);
    node.coalescence = reader.booleanOr("coalescence", false);
    node.necrosis = reader.booleanOr("necrosis", false);
    node.cystic = reader.booleanOr("cystic", false);
    node.hilum = reader.booleanOr("hilum", false);
}

NodeTruth nodeOf(const Reader& reader) {
    NodeTruth node;
    node.id = NodeId(reader.string("id"));
    node.kind = reader.termOr("kind", parse<TruthKind>, TruthKind::TeachingDraft);
    node.side = reader.term("side", parse<Side>);
    node.level = reader.term("level", parse<Level>);
    if (const auto centre = reader.find("centreLpsMm")) {
        const auto at = centre->numbers(3);
        node.centre = {at[0], at[1], at[2]};
    }
    node.label = static_cast<LabelValue>(reader.integer("label"));
    node.metastatic = reader.booleanOr("metastatic", true);
    node.grade = reader.term("grade", parse<Grade>);
    node.distribution = distributionOf(reader, node.grade);
    node.pene = reader.termOr("pene", parse<PathologicalEne>, PathologicalEne::NotExamined);
    node.peneDepthMm = reader.numberOr("peneDepthMm", 0);
    node.clinicalEne = reader.booleanOr("clinicalEne", false);
    readFeatures(reader, node);
    node.shortAxisMm = reader.numberOr("shortAxisMm", 0);
    node.longAxisMm = reader.numberOr("longAxisMm", 0);
    node.greatestMm = reader.numberOr("greatestMm", 0);
    node.belowCricoid = reader.booleanOr("belowCricoid", false);
    node.retropharyngeal = reader.booleanOr("retropharyngeal", false);
    return node;
}

Json adjacencyOf(const NodeTruth& node) {
    Json json = Json::object();
    json.set("kind", word(node.adjacency));
    if (node.adjacency != Adjacency::None)
        json.set("structure", node.structure).set("structureKind", word(node.structureKind));
    return json;
}

Json toJson(const NodeTruth& node) {
    Json json = Json::object();
    json.set("id", node.id.value).set("kind", word(node.kind)).set("side", word(node.side));
    json.set("level", word(node.level));
    json.set("centreLpsMm", Json::arrayOf(std::array{node.centre.x, node.centre.y, node.centre.z}));
    json.set("label", node.label).set("metastatic", node.metastatic);
    json.set("grade", word(node.grade));
    json.set("distribution", Json::arrayOf(node.distribution));
    json.set("pene", word(node.pene)).set("peneDepthMm", node.peneDepthMm);
    json.set("clinicalEne", node.clinicalEne).set("margin", word(node.margin));
    json.set("fat", word(node.fat)).set("adjacency", adjacencyOf(node));
    json.set("coalescence", node.coalescence).set("necrosis", node.necrosis);
    json.set("cystic", node.cystic).set("hilum", node.hilum);
    json.set("shortAxisMm", node.shortAxisMm).set("longAxisMm", node.longAxisMm);
    json.set("greatestMm", node.greatestMm).set("belowCricoid", node.belowCricoid);
    json.set("retropharyngeal", node.retropharyngeal);
    return json;
}

}  // namespace

Result<CaseTruth> readTruth(const Json& json, const std::string& path) {
    const Reader reader(json, path);
    CaseTruth truth;
    for (const Reader& node : reader.at("nodes").elements())
        truth.nodes.push_back(nodeOf(node));
    truth.quality = reader.termOr("quality", parse<ImageQuality>, ImageQuality::Adequate);
    if (const auto pitfalls = reader.find("pitfalls"))
        for (const Reader& element : pitfalls->elements())
            truth.pitfalls.push_back(element.string());
    truth.source = reader.string("source");
    if (auto read = reader.result(); !read)
        return fail(read.error());
    return truth;
}

Json toJson(const CaseTruth& truth) {
    Json nodes = Json::array();
    for (const NodeTruth& node : truth.nodes)
        nodes.push(toJson(node));
    Json json = Json::object();
    json.set("nodes", std::move(nodes)).set("quality", word(truth.quality));
    json.set("pitfalls", Json::arrayOf(truth.pitfalls)).set("source", truth.source);
    return json;
}

}  // namespace nodewise::casepack
