#include "casepack/case_json.h"

namespace nodewise::casepack {
namespace {

using serial::Json;
using serial::Reader;

std::vector<Author> authorsOf(const Reader& reader) {
    std::vector<Author> authors;
    for (const Reader& author : reader.elements())
        authors.push_back({author.string("name"), author.stringOr("orcid", {})});
    return authors;
}

CaseRights rightsOf(const Reader& reader) {
    return {reader.string("source"), reader.string("licence"), reader.string("permission"),
            reader.boolean("deidentified"), reader.stringOr("deidentification", {})};
}

}  // namespace

Result<PackInfo> readPackInfo(const Json& json, const std::string& path) {
    const Reader reader(json, path);
    PackInfo info;
    info.formatVersion = static_cast<int>(reader.integer("formatVersion"));
    info.id = PackId(reader.string("id"));
    info.title = reader.string("title");
    info.version = reader.string("version");
    info.licence = reader.string("licence");
    info.authors = authorsOf(reader.at("authors"));
    for (const Reader& language : reader.at("languages").elements())
        info.languages.push_back(language.string());
    info.minAppVersion = reader.stringOr("minAppVersion", {});
    info.doi = reader.stringOr("doi", {});
    info.changes = reader.stringOr("changes", {});
    if (auto read = reader.result(); !read)
        return fail(read.error());
    return info;
}

Result<std::map<CaseId, CaseRights>> readRights(const Json& json, const std::string& path) {
    const Reader reader(json, path);
    std::map<CaseId, CaseRights> rights;
    for (const Reader& entry : reader.at("cases").elements())
        if (!rights.emplace(CaseId(entry.string("case")), rightsOf(entry)).second)
            entry.refuse(ErrorCode::JsonInvalid, "the rights of this case stand twice");
    if (auto read = reader.result(); !read)
        return fail(read.error());
    return rights;
}

Result<std::map<CaseId, CaseTexts>> readTexts(const Json& json, const std::string& path) {
    const Reader reader(json, path);
    std::map<CaseId, CaseTexts> texts;
    const Reader cases = reader.at("cases");
    for (const std::string& id : cases.names()) {
        const Reader entry = cases.at(id);
        texts[CaseId(id)] = {entry.stringOr("title", {}), entry.stringOr("primary", {}),
                             entry.stringOr("examination", {})};
    }
    if (auto read = reader.result(); !read)
        return fail(read.error());
    return texts;
}

}  // namespace nodewise::casepack
