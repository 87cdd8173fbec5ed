#include "command.h"
#include "exchange/answer_file.h"
#include "progress/progress_store.h"
#include "serial/file_io.h"
#include <CLI/CLI.hpp>
#include <memory>

namespace nodewise::cli {
namespace {

namespace fs = std::filesystem;
using progress::ProgressStore;
using serial::Json;
using serial::pathOf;

struct Options {
    std::string database, profile, pseudonym, key, out;
    std::vector<std::string> inputs;
};
using OptionsPtr = std::shared_ptr<Options>;

Json summary(const exchange::AnswerFile& answers) {
    auto packs = Json::array();
    for (const exchange::AnsweredPack& pack : answers.packs)
        packs.push(Json::object().set("id", pack.id.value).set("version", pack.version));
    std::size_t calls = 0;
    for (const session::Event& event : answers.events)
        calls += std::holds_alternative<session::NodeCallCommitted>(event.body) ? 1 : 0;
    auto object = Json::object();
    object.set("profile", answers.profile.value).set("pseudonym", answers.pseudonym);
    object.set("app_version", answers.appVersion).set("packs", std::move(packs));
    object.set("events", answers.events.size()).set("calls", calls);
    return object.set("key", answers.signer ? Json(archive::keyId(*answers.signer)) : Json());
}

/// The only profile, or the one asked for by identifier or name.
Result<ProfileId> findProfile(const ProgressStore& store, const std::string& wanted) {
    const auto profiles = store.profiles();
    if (!profiles)
        return fail(profiles.error());
    if (wanted.empty() && profiles->size() == 1)
        return profiles->front().id;
    for (const progress::Profile& profile : *profiles)
        if (profile.id.value == wanted || profile.name == wanted)
            return profile.id;
    return fail(ErrorCode::ProfileNotFound,
                wanted.empty() ? "the file holds " + std::to_string(profiles->size()) +
                                     " profiles; name one with --profile"
                               : "there is no profile \"" + wanted + "\"");
}

Result<Answer> write(const Options& options, JobControl& job) {
    if (std::error_code error; !fs::exists(pathOf(options.database), error))
        return fail(ErrorCode::FileNotFound, "there is no such progress file", options.database);
    const SystemClock clock;
    const auto store = ProgressStore::open(pathOf(options.database), clock);
    if (!store)
        return fail(store.error());
    const auto profile = findProfile(*store, options.profile);
    const auto key = profile ? archive::readKeyFile(pathOf(options.key)) : fail(profile.error());
    if (!key)
        return fail(key.error());
    const auto log = store->events();
    if (!log)
        return fail(log.error());
    auto answers = exchange::answersOf(*log, {*profile, options.pseudonym, NODEWISE_VERSION, {}});
    if (!answers)
        return fail(answers.error());
    if (auto ok = exchange::writeAnswers(pathOf(options.out), *answers, *key, job); !ok)
        return fail(ok.error());
    answers->signer = key->publicKey;
    return Answer{summary(*answers).set("out", options.out), {}};
}

Result<Answer> list(const Options& options, JobControl& job) {
    auto files = Json::array();
    for (const std::string& input : options.inputs) {
        const auto answers = exchange::readAnswers(pathOf(input), job);
        if (!answers)
            return fail(answers.error());
        files.push(summary(*answers).set("path", input));
    }
    return Answer{Json::object().set("files", std::move(files)), {}};
}

/// All files are read before the first is merged: a bad one changes nothing.
Result<Answer> merge(const Options& options, JobControl& job) {
    std::vector<exchange::AnswerFile> files;
    for (const std::string& input : options.inputs) {
        auto answers = exchange::readAnswers(pathOf(input), job);
        if (!answers)
            return fail(answers.error());
        files.push_back(*std::move(answers));
    }
    const SystemClock clock;
    auto store = ProgressStore::open(pathOf(options.database), clock);
    if (!store)
        return fail(store.error());
    std::size_t added = 0, known = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto count = store->merge(files[i].events);
        if (!count)
            return fail(count.error().code, count.error().detail, options.inputs[i],
                        count.error().place);
        added += count->added;
        known += count->known;
    }
    auto object = Json::object();
    object.set("files", files.size()).set("added", added).set("known", known);
    return Answer{std::move(object), std::to_string(added) + " events taken up, " +
                                         std::to_string(known) + " known before\n"};
}

void addInputs(CLI::App& command, const OptionsPtr& options) {
    command.add_option("files", options->inputs, "Answer files")->required();
}

}  // namespace

void addAnswers(Program& program) {
    CLI::App& answers = program.add("answers", "Answer files: a reader's calls on the way", {});
    answers.require_subcommand(1);
    const auto options = std::make_shared<Options>();
    CLI::App& out =
        program.add(answers, "write", "The answers of one profile, signed, under a pseudonym",
                    [options](const Common&, JobControl& job) { return write(*options, job); });
    out.add_option("--db", options->database, "The progress file")->required();
    out.add_option("--profile", options->profile, "Its identifier or name; not needed for one");
    out.add_option("--pseudonym", options->pseudonym, "The name in the file")->required();
    out.add_option("--key", options->key, "Key file (pack keygen)")->required();
    out.add_option("--out", options->out, "The .nwanswers file")->required();
    CLI::App& in =
        program.add(answers, "list", "Checks answer files and says what is in them",
                    [options](const Common&, JobControl& job) { return list(*options, job); });
    addInputs(in, options);
    CLI::App& into = program.add(
        answers, "merge", "Takes answer files up into a progress file; again changes nothing",
        [options](const Common&, JobControl& job) { return merge(*options, job); });
    into.add_option("--db", options->database, "The progress file of the group")->required();
    addInputs(into, options);
}

}  // namespace nodewise::cli
