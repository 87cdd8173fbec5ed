#include "casepack/pack_content.h"
#include "archive/manifest.h"
#include "archive/sha256.h"
#include "casepack/benchmark.h"
#include "casepack/case_json.h"
#include "casepack/schemas.h"
#include "casepack/teaching.h"
#include "casepack/truth_json.h"
#include "serial/file_io.h"
#include "synthesis/recipe.h"
#include <optional>

namespace nodewise::casepack {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kLargestText = std::size_t{32} << 20;

bool isInManifest(const std::string& path) {
    return path != kManifestFile && !path.starts_with(std::string(kSignatureFolder) + "/");
}

Result<std::string> readPart(const fs::path& folder, const std::string& path) {
    auto text = serial::readFile(folder / serial::pathOf(path), kLargestText);
    if (!text)
        return fail(text.error().code, text.error().detail, path);
    return text;
}

Result<Parts> knownParts(const fs::path& folder) {
    Parts parts;
    std::error_code problem;
    fs::recursive_directory_iterator at(folder, problem);
    for (; !problem && at != fs::recursive_directory_iterator(); at.increment(problem)) {
        if (at->is_directory(problem))
            continue;
        const std::string path = serial::pathText(at->path().lexically_relative(folder));
        const auto part = partOf(path);
        if (!part)
            return fail(ErrorCode::FormatUnknown, "case packs hold no such file", {}, path);
        parts.emplace(path, *part);
    }
    if (problem)
        return fail(ErrorCode::FileUnreadable, problem.message(), serial::pathText(folder));
    return parts;
}

Result<void> checkMimetype(const fs::path& folder) {
    const auto mimetype = readPart(folder, kMimetypeFile);
    if (!mimetype || *mimetype != kMimetype)
        return fail(ErrorCode::FormatUnknown,
                    "this is no case pack: its file \"mimetype\" does not say so", {},
                    kMimetypeFile);
    return {};
}

std::string_view schemaOf(PartKind kind) {
    switch (kind) {
    case PartKind::Recipe:
        return "recipe";
    case PartKind::Teaching:
        return "teaching";
    case PartKind::Benchmark:
        return "benchmark";
    default:
        return "truth";
    }
}

/// Checks a file that is only read once it is needed: its schema, and that it can be understood.
Result<void> checkSealed(const fs::path& folder, const std::string& path, PartKind kind) {
    const auto json = readCheckedJson(folder, path, schemaOf(kind));
    if (!json)
        return fail(json.error());
    if (kind == PartKind::Truth) {
        const auto truth = readTruth(*json, path);
        return truth ? Result<void>{} : Result<void>(fail(truth.error()));
    }
    if (kind == PartKind::Benchmark) {
        const auto benchmark = readBenchmark(*json, {}, path);
        return benchmark ? Result<void>{} : Result<void>(fail(benchmark.error()));
    }
    if (kind == PartKind::Teaching) {
        const auto teaching = readTeaching(*json, path);
        return teaching ? Result<void>{} : Result<void>(fail(teaching.error()));
    }
    const auto recipe = synthesis::parseRecipe(serial::toJsonText(*json));
    if (!recipe)
        return fail(recipe.error().code, recipe.error().detail, path, recipe.error().place);
    return {};
}

class RecordReader {
public:
    RecordReader(const fs::path& folder, JobControl& job)
        : m_folder(folder)
        , m_job(job) {}

    Result<PackRecords> read(const Parts& parts) {
        if (auto done = readInfo(); !done)
            return fail(done.error());
        for (const auto& [path, part] : parts) {
            if (m_job.cancelled())
                return fail(ErrorCode::Cancelled, "stopped");
            if (auto done = readPartOf(path, part); !done)
                return fail(done.error());
        }
        if (auto whole = checkTogether(parts); !whole)
            return fail(whole.error());
        return std::move(m_records);
    }

private:
    Result<void> readInfo() {
        // The version first: a newer format need not fit our schema.
        const auto text = readPart(m_folder, kPackFile);
        const auto json = text ? serial::parseJson(*text, kPackFile) : fail(text.error());
        if (!json)
            return fail(json.error());
        const serial::Json* version = json->find("formatVersion");
        if (version && version->isNumber() && version->number() > kFormatVersion)
            return fail(ErrorCode::VersionUnsupported,
                        "the pack was made for a newer version of Nodewise; update to open it",
                        kPackFile, "/formatVersion");
        const auto checked = readCheckedJson(m_folder, kPackFile, "pack");
        if (!checked)
            return fail(checked.error());
        auto info = readPackInfo(*checked, kPackFile);
        if (!info)
            return fail(info.error());
        m_records.info = *std::move(info);
        return {};
    }

    Result<void> readPartOf(const std::string& path, const Part& part) {
        switch (part.kind) {
        case PartKind::Rights:
            return take(path, "rights", readRights, m_records.rights);
        case PartKind::Texts:
            return take(path, "texts", readTexts, m_records.texts[part.name]);
        case PartKind::Case:
            return readCaseOf(path, part);
        case PartKind::Benchmark:
        case PartKind::Recipe:
        case PartKind::Truth:
        case PartKind::Teaching:
            return checkSealed(m_folder, path, part.kind);
        case PartKind::Crate: {
            const auto text = readPart(m_folder, path);
            const auto json = text ? serial::parseJson(*text, path) : fail(text.error());
            return json ? Result<void>{} : Result<void>(fail(json.error()));
        }
        default:
            return {};
        }
    }

    template <class Read, class Value>
    Result<void> take(const std::string& path, std::string_view schema, Read understand,
                      Value& value) {
        const auto json = readCheckedJson(m_folder, path, schema);
        if (!json)
            return fail(json.error());
        auto got = understand(*json, path);
        if (!got)
            return fail(got.error());
        value = *std::move(got);
        return {};
    }

    Result<void> readCaseOf(const std::string& path, const Part& part) {
        CaseRecord record;
        if (auto taken = take(path, "case", readCase, record); !taken)
            return taken;
        if (record.id.value != part.name)
            return fail(ErrorCode::FormatDamaged, "the case is not the one its folder is named for",
                        path, "/id");
        m_records.cases.push_back(std::move(record));
        return {};
    }

    Result<void> checkTogether(const Parts& parts) const {
        if (!parts.contains(kRightsFile))
            return fail(ErrorCode::RightsMissing,
                        "the pack does not say who allowed its cases to be shown", {}, kRightsFile);
        for (const CaseRecord& record : m_records.cases)
            if (!m_records.rights.contains(record.id))
                return fail(ErrorCode::RightsMissing,
                            "rights.json does not name the case \"" + record.id.value + "\"",
                            kRightsFile);
        for (const auto& [path, part] : parts) {
            const bool ofCase = path.starts_with("truth/") || path.starts_with("cases/");
            if (ofCase && !parts.contains(caseFile(CaseId(part.name))))
                return fail(ErrorCode::CaseNotFound, "the file belongs to no case of the pack",
                            path);
        }
        return {};
    }

    const fs::path& m_folder;
    JobControl& m_job;
    PackRecords m_records;
};

}  // namespace

Result<VerifiedParts> verifyParts(const fs::path& folder, JobControl& job) {
    VerifiedParts verified;
    if (auto fine = checkMimetype(folder); !fine)
        return fail(fine.error());
    auto parts = knownParts(folder);
    if (!parts)
        return fail(parts.error());
    verified.parts = *std::move(parts);
    auto text = readPart(folder, kManifestFile);
    if (!text)
        return fail(ErrorCode::FormatDamaged, "the pack has no list of hashes", {}, kManifestFile);
    verified.manifestText = *std::move(text);
    verified.manifestHash = archive::sha256Hex(verified.manifestText);
    const auto expected = archive::parseManifest(verified.manifestText, kManifestFile);
    if (!expected)
        return fail(expected.error());
    const auto found = archive::hashFolder(folder, isInManifest, job);
    if (!found)
        return fail(found.error());
    if (auto same = archive::compareManifests(*expected, *found); !same)
        return fail(same.error());
    return verified;
}

Result<std::vector<archive::PublicKey>> verifySignatures(const fs::path& folder,
                                                         const VerifiedParts& verified) {
    std::vector<archive::PublicKey> keys;
    for (const auto& [path, part] : verified.parts) {
        if (part.kind != PartKind::Signature)
            continue;
        const auto text = readPart(folder, path);
        if (!text)
            return fail(text.error());
        const auto signature = archive::parseSignature(*text, path);
        if (!signature)
            return fail(signature.error());
        auto holds = archive::verify(*signature, verified.manifestText);
        if (holds && archive::keyId(signature->key) != part.name)
            holds = fail(ErrorCode::SignatureInvalid, "the signature bears another key's name");
        if (!holds)
            return fail(holds.error().code, holds.error().detail, path);
        keys.push_back(signature->key);
    }
    return keys;
}

Result<PackRecords> readRecords(const fs::path& folder, const Parts& parts, JobControl& job) {
    return RecordReader(folder, job).read(parts);
}

}  // namespace nodewise::casepack
