#include "exchange/answer_file.h"
#include "archive/manifest.h"
#include "archive/sha256.h"
#include "archive/zip_writer.h"
#include "exchange/answer_layout.h"
#include "exchange/answer_log.h"
#include "session/events_json.h"
#include <algorithm>

namespace nodewise::exchange {

namespace {

constexpr std::size_t kLongestPseudonym = 80;

Result<void> checkPseudonym(const std::string& pseudonym) {
    const bool blank = std::ranges::all_of(pseudonym, [](char c) { return c == ' '; });
    if (blank || pseudonym.size() > kLongestPseudonym)
        return fail(ErrorCode::InvalidArgument, "a pseudonym needs 1 to 80 bytes");
    return {};
}

/// As it may leave this machine: the whole feedback is made anew from the pack where it is wanted.
session::EventBody withoutFeedback(session::EventBody body) {
    if (auto* scored = std::get_if<session::NodeScored>(&body))
        scored->score.feedbackJson.clear();
    return body;
}

void notePack(std::vector<AnsweredPack>& packs, const session::CaseRef& ref,
              const std::vector<AnsweredPack>& installed) {
    const auto same = [&](const AnsweredPack& pack) {
        return pack.id == ref.pack && pack.version == ref.packVersion;
    };
    if (std::ranges::any_of(packs, same))
        return;
    const auto known = std::ranges::find_if(installed, same);
    packs.push_back(known != installed.end() ? *known
                                             : AnsweredPack{ref.pack, ref.packVersion, {}});
}

std::string headText(const AnswerFile& answers) {
    auto packs = serial::Json::array();
    for (const AnsweredPack& pack : answers.packs)
        packs.push(serial::Json::object()
                       .set("id", pack.id.value)
                       .set("version", pack.version)
                       .set("manifestHash", pack.manifestHash));
    auto head = serial::Json::object();
    head.set("formatVersion", kAnswerFileVersion).set("profile", answers.profile.value);
    head.set("pseudonym", answers.pseudonym).set("appVersion", answers.appVersion);
    head.set("packs", std::move(packs)).set("events", answers.events.size());
    return serial::toJsonText(head, true);
}

}  // namespace

Result<AnswerFile> answersOf(const std::vector<session::Event>& log, const AnswerSource& source) {
    if (auto ok = checkPseudonym(source.pseudonym); !ok)
        return fail(ok.error());
    AnswerFile answers{source.profile, source.pseudonym, source.appVersion, {}, {}, {}};
    for (const session::Event& event : log) {
        if (event.profile != source.profile ||
            std::holds_alternative<session::ProfileRenamed>(event.body))
            continue;
        session::Event line = event;
        line.body = withoutFeedback(std::move(line.body));
        if (auto* created = std::get_if<session::ProfileCreated>(&line.body))
            created->name = source.pseudonym;
        if (const auto* opened = std::get_if<session::CaseOpened>(&line.body))
            notePack(answers.packs, opened->ref, source.installed);
        answers.events.push_back(std::move(line));
    }
    if (answers.events.empty())
        return fail(ErrorCode::InvalidArgument,
                    "the log holds no profile \"" + source.profile.value + "\"");
    return answers;
}

Result<void> writeAnswers(const std::filesystem::path& file, const AnswerFile& answers,
                          const archive::KeyPair& key, JobControl& job) {
    if (auto ok = checkPseudonym(answers.pseudonym); !ok)
        return ok;
    if (auto ok = checkAnswerLog(answers.profile, answers.events); !ok)
        return fail(ErrorCode::InvalidArgument, ok.error().detail, {}, ok.error().place);
    std::string lines;
    for (const session::Event& event : answers.events)
        lines += serial::toJsonText(session::toJson(event)) + "\n";
    const std::string head = headText(answers), mimetype(kAnswerFileMimetype);
    const archive::Manifest manifest{{kMimetypeEntry, archive::sha256Hex(mimetype)},
                                     {kHeadEntry, archive::sha256Hex(head)},
                                     {kEventsEntry, archive::sha256Hex(lines)}};
    const std::string hashes = archive::manifestText(manifest);
    const std::vector<archive::ZipItem> items{
        {kMimetypeEntry, mimetype, true},
        {kHeadEntry, head},
        {kEventsEntry, lines},
        {kManifestEntry, hashes},
        {std::string(kSignaturePrefix) + archive::keyId(key.publicKey) + ".json",
         archive::signatureText(archive::sign(key, hashes))}};
    return archive::writeZip(file, items, job);
}

}  // namespace nodewise::exchange
