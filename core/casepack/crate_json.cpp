#include "casepack/crate_json.h"
#include "casepack/pack_layout.h"

namespace nodewise::casepack {
namespace {

using serial::Json;

Json reference(const std::string& id) {
    return Json::object().set("@id", id);
}

std::string authorId(const Author& author, std::size_t index) {
    return author.orcid.empty() ? "#author-" + std::to_string(index + 1)
                                : "https://orcid.org/" + author.orcid;
}

Json rootOf(const PackInfo& info, const std::map<CaseId, CaseRights>& rights) {
    Json root = Json::object();
    root.set("@id", "./").set("@type", "Dataset").set("name", info.title);
    root.set("identifier", info.doi.empty() ? "urn:uuid:" + info.id.value : info.doi);
    root.set("version", info.version).set("license", info.licence);
    root.set("inLanguage", Json::arrayOf(info.languages));
    Json authors = Json::array(), parts = Json::array();
    for (std::size_t index = 0; index < info.authors.size(); ++index)
        authors.push(reference(authorId(info.authors[index], index)));
    for (const auto& [id, right] : rights)
        parts.push(reference("cases/" + id.value + "/"));
    return root.set("author", std::move(authors)).set("hasPart", std::move(parts));
}

}  // namespace

Json crateOf(const PackInfo& info, const std::map<CaseId, CaseRights>& rights) {
    Json graph = Json::array();
    Json self = Json::object();
    self.set("@id", kCrateFile).set("@type", "CreativeWork").set("about", reference("./"));
    self.set("conformsTo", reference("https://w3id.org/ro/crate/1.1"));
    graph.push(std::move(self)).push(rootOf(info, rights));
    for (std::size_t index = 0; index < info.authors.size(); ++index) {
        const Author& author = info.authors[index];
        graph.push(Json::object()
                       .set("@id", authorId(author, index))
                       .set("@type", "Person")
                       .set("name", author.name));
    }
    for (const auto& [id, right] : rights)
        graph.push(Json::object()
                       .set("@id", "cases/" + id.value + "/")
                       .set("@type", "Dataset")
                       .set("license", right.licence)
                       .set("isBasedOn", right.source));
    Json crate = Json::object();
    return crate.set("@context", "https://w3id.org/ro/crate/1.1/context")
        .set("@graph", std::move(graph));
}

}  // namespace nodewise::casepack
