#include "archive/manifest.h"
#include "archive/sha256.h"
#include "archive/zip_reader.h"
#include "base/embedded_file.h"
#include "exchange/answer_file.h"
#include "exchange/answer_layout.h"
#include "exchange/answer_log.h"
#include "serial/file_io.h"
#include "serial/schema.h"
#include "session/events_json.h"
#include <span>

namespace nodewise::exchange {

std::span<const EmbeddedFile> answerSchema();

namespace {

namespace fs = std::filesystem;

/// A hundred thousand calls come to about 150 MB of lines.
const archive::ZipLimits kLimits{std::uint64_t{1} << 30, std::uint64_t{1} << 30, 64, 200};
constexpr std::size_t kLargestLines = std::size_t{1} << 30;

Error withPath(Error error, const fs::path& file) {
    if (error.path.empty())
        error.path = serial::pathText(file);
    return error;
}

/// The signature's entry; empty when there is none. FormatUnknown for an entry of no known name.
Result<std::string> signatureEntry(const fs::path& file) {
    const auto entries = archive::listZip(file, kLimits);
    if (!entries)
        return fail(entries.error());
    std::string found;
    for (const archive::ZipEntry& entry : *entries) {
        if (entry.folder || entry.name == kMimetypeEntry || entry.name == kHeadEntry ||
            entry.name == kEventsEntry || entry.name == kManifestEntry)
            continue;
        if (!entry.name.starts_with(kSignaturePrefix) || !found.empty())
            return fail(ErrorCode::FormatUnknown, "answer files hold no such file", {}, entry.name);
        found = entry.name;
    }
    return found;
}

struct Entries {
    std::string head, lines;
    std::optional<archive::PublicKey> signer;
};

Result<void> checkHashes(const archive::Manifest& manifest, const std::string& mimetype,
                         const Entries& entries) {
    const archive::Manifest found{{kMimetypeEntry, archive::sha256Hex(mimetype)},
                                  {kHeadEntry, archive::sha256Hex(entries.head)},
                                  {kEventsEntry, archive::sha256Hex(entries.lines)}};
    return archive::compareManifests(manifest, found);
}

Result<std::optional<archive::PublicKey>> readSigner(const fs::path& file,
                                                     const std::string& manifest) {
    const auto entry = signatureEntry(file);
    if (!entry)
        return fail(entry.error());
    if (entry->empty())
        return std::nullopt;
    const auto text = archive::readZipEntry(file, *entry, 4096, kLimits);
    const auto signature = text ? archive::parseSignature(*text, *entry) : fail(text.error());
    if (!signature)
        return fail(signature.error());
    if (auto ok = archive::verify(*signature, manifest); !ok)
        return fail(ok.error());
    return signature->key;
}

Result<Entries> readEntries(const fs::path& file) {
    const auto mimetype = archive::readZipEntry(file, kMimetypeEntry, 256, kLimits);
    if (!mimetype && mimetype.error().code != ErrorCode::FileNotFound)
        return fail(mimetype.error());
    if (!mimetype || *mimetype != kAnswerFileMimetype)
        return fail(ErrorCode::FormatUnknown,
                    "this is no answer file: its entry \"mimetype\" does not say so", {},
                    kMimetypeEntry);
    const auto hashes = archive::readZipEntry(file, kManifestEntry, std::size_t{1} << 16, kLimits);
    const auto manifest =
        hashes ? archive::parseManifest(*hashes, kManifestEntry) : fail(hashes.error());
    if (!manifest)
        return fail(manifest.error());
    auto head = archive::readZipEntry(file, kHeadEntry, std::size_t{8} << 20, kLimits);
    if (!head)
        return fail(head.error());
    auto lines = archive::readZipEntry(file, kEventsEntry, kLargestLines, kLimits);
    if (!lines)
        return fail(lines.error());
    Entries entries{*std::move(head), *std::move(lines), {}};
    if (auto ok = checkHashes(*manifest, *mimetype, entries); !ok)
        return fail(ok.error());
    auto signer = readSigner(file, *hashes);
    if (!signer)
        return fail(signer.error());
    entries.signer = *signer;
    return entries;
}

Result<AnswerFile> readHead(const std::string& text, std::size_t& lines) {
    const auto json = serial::parseJson(text, kHeadEntry);
    if (!json)
        return fail(json.error());
    // The version first: a later one may have another schema.
    if (const auto* version = json->find("formatVersion");
        version && version->isInteger() && version->integer() > kAnswerFileVersion)
        return fail(ErrorCode::VersionUnsupported,
                    "a later Nodewise wrote this answer file; update to read it", {}, kHeadEntry);
    if (auto ok = serial::checkSchema(*json, answerSchema().front().text, kHeadEntry); !ok)
        return fail(ok.error());
    const serial::Reader reader(*json, kHeadEntry);
    AnswerFile answers{ProfileId(reader.string("profile")),
                       reader.string("pseudonym"),
                       reader.string("appVersion"),
                       {},
                       {},
                       {}};
    for (const serial::Reader& pack : reader.at("packs").elements())
        answers.packs.push_back(
            {PackId(pack.string("id")), pack.string("version"), pack.string("manifestHash")});
    lines = static_cast<std::size_t>(reader.integer("events"));
    if (auto ok = reader.result(); !ok)
        return fail(ok.error());
    return answers;
}

Result<std::vector<session::Event>> readLines(std::string_view text, JobControl& job) {
    std::vector<session::Event> events;
    while (!text.empty()) {
        if (job.cancelled())
            return fail(ErrorCode::Cancelled, "stopped");
        const std::size_t end = text.find('\n');
        const std::string place = "events.jsonl line " + std::to_string(events.size() + 1);
        if (end == std::string_view::npos)
            return fail(ErrorCode::FormatDamaged, "the last line is cut off", {}, place);
        const auto json = serial::parseJson(text.substr(0, end));
        auto event = json ? session::eventFromJson(*json) : fail(json.error());
        if (!event)
            return fail(event.error().code, event.error().detail + " " + event.error().place, {},
                        place);
        events.push_back(*std::move(event));
        text.remove_prefix(end + 1);
    }
    return events;
}

Result<AnswerFile> readAll(const fs::path& file, JobControl& job) {
    const auto entries = readEntries(file);
    if (!entries)
        return fail(entries.error());
    std::size_t expected = 0;
    auto answers = readHead(entries->head, expected);
    if (!answers)
        return answers;
    auto events = readLines(entries->lines, job);
    if (!events)
        return fail(events.error());
    if (events->size() != expected)
        return fail(ErrorCode::FormatDamaged,
                    "answers.json promises " + std::to_string(expected) + " lines, found " +
                        std::to_string(events->size()),
                    {}, kEventsEntry);
    if (auto ok = checkAnswerLog(answers->profile, *events); !ok)
        return fail(ok.error());
    answers->events = *std::move(events);
    answers->signer = entries->signer;
    return answers;
}

}  // namespace

Result<AnswerFile> readAnswers(const fs::path& file, JobControl& job) {
    auto answers = readAll(file, job);
    if (!answers)
        return fail(withPath(answers.error(), file));
    return answers;
}

}  // namespace nodewise::exchange
