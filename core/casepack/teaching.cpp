#include "casepack/teaching.h"
#include "casepack/case_staging.h"
#include "casepack/pack_layout.h"
#include "casepack/schemas.h"
#include <algorithm>

namespace nodewise::casepack {
namespace {

using serial::Json;
using serial::Reader;

MeantNode meantOf(const Reader& reader) {
    MeantNode node;
    node.id = NodeId(reader.string("id"));
    node.grade = reader.term("grade", parse<Grade>);
    node.pene = reader.term("pene", parse<PathologicalEne>);
    node.clinicalEne = reader.booleanOr("clinicalEne", false);
    return node;
}

std::string wordsOf(Grade grade, PathologicalEne pene, bool clinical) {
    return std::string(word(grade)) + ", pathology " + std::string(word(pene)) +
           (clinical ? ", with signs" : ", without signs");
}

Result<void> checkNode(const MeantNode& meant, const CaseTruth& truth, const std::string& path) {
    const auto node = std::find_if(truth.nodes.begin(), truth.nodes.end(),
                                   [&](const NodeTruth& known) { return known.id == meant.id; });
    if (node == truth.nodes.end())
        return fail(ErrorCode::NodeNotFound,
                    "the teaching speaks of the node \"" + meant.id.value +
                        "\", which the truth does not know",
                    path, "/means/nodes");
    if (node->grade == meant.grade && node->pene == meant.pene &&
        node->clinicalEne == meant.clinicalEne)
        return {};
    return fail(ErrorCode::TruthInconsistent,
                "the node \"" + meant.id.value + "\" is meant to be " +
                    wordsOf(meant.grade, meant.pene, meant.clinicalEne) + "; its truth is " +
                    wordsOf(node->grade, node->pene, node->clinicalEne),
                path, "/means/nodes");
}

Result<void> checkCategory(Edition edition, const std::string& meant, const CaseRecord& record,
                           const CaseTruth& truth, const std::string& path) {
    const auto staged = staging::stageEdition(stagingOf(record, truth, edition));
    if (!staged)
        return fail(staged.error());
    if (staging::bareCategory(staged->category) == staging::bareCategory(meant))
        return {};
    return fail(ErrorCode::TruthInconsistent,
                "the neck is meant to be " + meant + " under " + std::string(word(edition)) +
                    "; its truth is " + staged->category + " (" + staged->rule + ")",
                path, "/means/n");
}

}  // namespace

Result<Teaching> readTeaching(const Json& json, const std::string& path) {
    const Reader reader(json, path);
    Teaching teaching;
    const Reader means = reader.at("means");
    for (const Reader& node : means.at("nodes").elements())
        teaching.nodes.push_back(meantOf(node));
    for (const Edition edition : {Edition::Tnm8, Edition::Tnm9})
        teaching.n[edition] = means.at("n").string(word(edition));
    const Reader texts = reader.at("text");
    for (const std::string& language : texts.names())
        teaching.text[language] = texts.string(language);
    for (const Reader& source : reader.at("sources").elements()) {
        teaching.sources.push_back(source.string());
        if (!citationOf(teaching.sources.back()))
            source.refuse(ErrorCode::ValueOutOfRange,
                          "cases/remedies/sources.json has no \"" + teaching.sources.back() + "\"");
    }
    for (const Reader& remedy : reader.at("remedies").elements()) {
        teaching.remedies.push_back(remedy.string());
        if (!remedyCard(teaching.remedies.back()))
            remedy.refuse(ErrorCode::ValueOutOfRange,
                          "there is no card " + teaching.remedies.back());
    }
    if (auto read = reader.result(); !read)
        return fail(read.error());
    return teaching;
}

Result<void> checkTeaching(const Teaching& teaching, const CaseRecord& record,
                           const CaseTruth& truth, const std::string& path) {
    for (const MeantNode& meant : teaching.nodes)
        if (auto fine = checkNode(meant, truth, path); !fine)
            return fine;
    for (const NodeQuestion& asked : record.nodes)
        if (std::none_of(teaching.nodes.begin(), teaching.nodes.end(),
                         [&](const MeantNode& meant) { return meant.id == asked.id; }))
            return fail(ErrorCode::TruthInconsistent,
                        "the case asks about the node \"" + asked.id.value +
                            "\"; its teaching does not say what is meant",
                        path, "/means/nodes");
    for (const auto& [edition, category] : teaching.n)
        if (auto fine = checkCategory(edition, category, record, truth, path); !fine)
            return fine;
    return {};
}

Result<std::optional<Teaching>> openTeaching(const Pack& pack, const CaseId& id) {
    if (const auto record = pack.find(id); !record)
        return fail(record.error());
    const std::string path = teachingFile(id);
    std::error_code problem;
    if (!std::filesystem::exists(pack.folder() / path, problem))
        return std::optional<Teaching>();
    const auto json = readCheckedJson(pack.folder(), path, "teaching");
    auto teaching = json ? readTeaching(*json, path) : fail(json.error());
    if (!teaching)
        return fail(teaching.error());
    return std::optional(*std::move(teaching));
}

}  // namespace nodewise::casepack
