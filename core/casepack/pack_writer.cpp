#include "casepack/pack_writer.h"
#include "archive/manifest.h"
#include "archive/zip_reader.h"
#include "archive/zip_writer.h"
#include "casepack/case_json.h"
#include "casepack/case_source.h"
#include "casepack/crate_json.h"
#include "casepack/pack_layout.h"
#include "casepack/schemas.h"
#include "casepack/work_folder.h"
#include "serial/file_io.h"
#include <algorithm>

namespace nodewise::casepack {
namespace fs = std::filesystem;
namespace {

/// What the JSON files beside the cases say.
struct SourceHead {
    PackInfo info;
    std::map<CaseId, CaseRights> rights;
};

Result<void> writeText(const fs::path& folder, const std::string& path, const std::string& text) {
    return serial::writeFileAtomically(folder / path, text);
}

Result<SourceHead> stageHead(const fs::path& source, const fs::path& target) {
    SourceHead head;
    const auto packJson = readCheckedJson(source, kPackFile, "pack");
    const auto info = packJson ? readPackInfo(*packJson, kPackFile) : fail(packJson.error());
    if (!info)
        return fail(info.error());
    if (info->formatVersion != kFormatVersion)
        return fail(ErrorCode::VersionUnsupported,
                    "this program writes packs of format version " + std::to_string(kFormatVersion),
                    kPackFile, "/formatVersion");
    const auto rightsJson = readCheckedJson(source, kRightsFile, "rights");
    if (!rightsJson && rightsJson.error().code == ErrorCode::FileNotFound)
        return fail(ErrorCode::RightsMissing,
                    "no pack without rights.json: where each case comes from and who allowed it",
                    kRightsFile);
    auto rights = rightsJson ? readRights(*rightsJson, kRightsFile) : fail(rightsJson.error());
    if (!rights)
        return fail(rights.error());
    head.info = *info;
    head.rights = *std::move(rights);
    for (const auto& [path, json] : {std::pair{kPackFile, *packJson}, {kRightsFile, *rightsJson}})
        if (auto written = writeText(target, path, serial::toJsonText(json, true)); !written)
            return fail(written.error());
    return head;
}

/// Folders below `folder` by name; nothing when there is none.
std::vector<std::string> foldersIn(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code problem;
    fs::directory_iterator at(folder, problem);
    for (; !problem && at != fs::directory_iterator(); at.increment(problem))
        if (at->is_directory(problem))
            names.push_back(serial::pathText(at->path().filename()));
    std::sort(names.begin(), names.end());
    return names;
}

Result<void> stageTexts(const SourceHead& head, const BuildPlace& place) {
    for (const std::string& language : head.info.languages) {
        const std::string path = "i18n/" + language + ".json";
        std::error_code problem;
        if (!fs::exists(place.source / path, problem)) {
            if (language != head.info.languages.front())
                return fail(ErrorCode::FileNotFound,
                            "pack.json names the language \"" + language +
                                "\"; its texts are missing",
                            path);
            continue;
        }
        const auto json = readCheckedJson(place.source, path, "texts");
        const auto texts = json ? readTexts(*json, path) : fail(json.error());
        if (!texts)
            return fail(texts.error());
        if (auto written = writeText(place.target, path, serial::toJsonText(*json, true)); !written)
            return written;
    }
    return {};
}

/// Files in benchmarks/ as they are, once they have been checked.
Result<void> stageBenchmarks(const BuildPlace& place) {
    std::error_code absent;
    for (const auto& entry : fs::directory_iterator(place.source / kBenchmarkFolder, absent)) {
        const std::string path =
            std::string(kBenchmarkFolder) + "/" + serial::pathText(entry.path().filename());
        if (const auto part = partOf(path); !part || part->kind != PartKind::Benchmark)
            return fail(ErrorCode::FormatUnknown, "packs hold no file of this name", path);
        const auto json = readCheckedJson(place.source, path, "benchmark");
        if (!json)
            return fail(json.error());
        if (auto ok = writeText(place.target, path, serial::toJsonText(*json, true)); !ok)
            return ok;
    }
    return {};
}

Result<std::vector<CaseId>> stageCases(const SourceHead& head, const BuildPlace& place) {
    std::vector<CaseId> ids;
    for (const std::string& name : foldersIn(place.source / "cases"))
        ids.emplace_back(name);
    if (ids.empty())
        return fail(ErrorCode::CaseNotFound, "the folder holds no case", "cases");
    for (const std::string& name : foldersIn(place.source / "truth"))
        if (std::find(ids.begin(), ids.end(), CaseId(name)) == ids.end())
            return fail(ErrorCode::CaseNotFound, "this truth belongs to no case", "truth/" + name);
    for (const auto& [id, rights] : head.rights)
        if (std::find(ids.begin(), ids.end(), id) == ids.end())
            return fail(ErrorCode::CaseNotFound,
                        "rights.json names a case that is not there: " + id.value, kRightsFile);
    for (std::size_t index = 0; index < ids.size(); ++index) {
        if (place.job.cancelled())
            return fail(ErrorCode::Cancelled, "stopped");
        place.job.report(static_cast<double>(index) / static_cast<double>(ids.size()), "build");
        if (auto staged = stageCase(ids[index], head.rights, place); !staged)
            return fail(staged.error());
    }
    return ids;
}

Result<void> finish(const SourceHead& head, const fs::path& content, JobControl& job) {
    if (auto written = writeText(content, kMimetypeFile, std::string(kMimetype)); !written)
        return written;
    const std::string crate = serial::toJsonText(crateOf(head.info, head.rights), true);
    if (auto written = writeText(content, kCrateFile, crate); !written)
        return written;
    const auto manifest = archive::hashFolder(
        content, [](const std::string&) { return true; }, job);
    if (!manifest)
        return fail(manifest.error());
    return writeText(content, kManifestFile, archive::manifestText(*manifest));
}

Result<void> zipContent(const fs::path& content, const fs::path& file, JobControl& job) {
    std::vector<archive::ZipItem> items{{kMimetypeFile, content / kMimetypeFile, true}};
    std::vector<std::string> paths;
    std::error_code problem;
    fs::recursive_directory_iterator at(content, problem);
    for (; !problem && at != fs::recursive_directory_iterator(); at.increment(problem))
        if (!at->is_directory(problem))
            paths.push_back(serial::pathText(at->path().lexically_relative(content)));
    if (problem)
        return fail(ErrorCode::FileUnreadable, problem.message(), serial::pathText(content));
    std::sort(paths.begin(), paths.end());
    for (const std::string& path : paths)
        if (path != kMimetypeFile)
            items.push_back({path, content / serial::pathOf(path), path.ends_with(".nrrd")});
    return archive::writeZip(file, items, job);
}

}  // namespace

Result<BuildReport> buildPack(const fs::path& sourceFolder, const fs::path& outFile,
                              JobControl& job, unsigned threads) {
    const WorkFolder work(outFile);
    BuildReport report;
    const fs::path content = work.path() / "content";
    const BuildPlace place{sourceFolder, content, job, threads, report.remarks};
    const auto head = stageHead(sourceFolder, content);
    if (!head)
        return fail(head.error());
    auto ids = stageCases(*head, place);
    if (!ids)
        return fail(ids.error());
    report.cases = *std::move(ids);
    if (auto staged = stageTexts(*head, place); !staged)
        return fail(staged.error());
    if (auto staged = stageBenchmarks(place); !staged)
        return fail(staged.error());
    if (auto finished = finish(*head, content, job); !finished)
        return fail(finished.error());
    const fs::path fresh = work.path() / "built.nwpack";
    if (auto zipped = zipContent(content, fresh, job); !zipped)
        return fail(zipped.error());
    // What our own reader does not take is not handed out.
    const auto opened = openPack(fresh, work.path() / "opened", {}, job);
    if (!opened)
        return fail(opened.error());
    report.info = (*opened)->info();
    if (auto placed = serial::replaceFile(fresh, outFile); !placed)
        return fail(placed.error());
    return report;
}

Result<Signer> signPack(const fs::path& file, const archive::KeyPair& key, const fs::path& outFile,
                        const fs::path& workFolder, JobControl& job) {
    const auto pack = openPack(file, workFolder, {}, job);
    if (!pack)
        return fail(pack.error());
    const WorkFolder work(outFile);
    const fs::path content = work.path() / "content";
    if (auto copied = archive::extractZip(file, content, {}, job); !copied)
        return fail(copied.error());
    const auto manifest = serial::readFile(content / kManifestFile);
    if (!manifest)
        return fail(manifest.error());
    const archive::Signature signature = archive::sign(key, *manifest);
    const std::string id = archive::keyId(key.publicKey);
    const std::string path = std::string(kSignatureFolder) + "/" + id + ".json";
    if (auto written = writeText(content, path, archive::signatureText(signature)); !written)
        return fail(written.error());
    if (auto zipped = zipContent(content, outFile, job); !zipped)
        return fail(zipped.error());
    return Signer{id, archive::fingerprint(key.publicKey), archive::publicKeyText(key.publicKey)};
}

}  // namespace nodewise::casepack
