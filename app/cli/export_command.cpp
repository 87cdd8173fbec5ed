#include "command.h"
#include "exchange/call_tables.h"
#include "exchange/reader_study.h"
#include "exchange/xapi.h"
#include "progress/progress_store.h"
#include "serial/file_io.h"
#include "session/events_json.h"
#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>

namespace nodewise::cli {
namespace {

namespace fs = std::filesystem;
using progress::ProgressStore;
using session::CallRecord;

struct Options {
    std::string database, what, out;
};

/// What was written.
struct Written {
    std::size_t rows = 0;
    std::size_t dropped = 0;  ///< Nodes left out because not every reader called them.
};

// Oldest first, over all profiles in the order they were made. Names of people are left out.
Result<std::vector<CallRecord>> allCalls(const ProgressStore& store) {
    const auto profiles = store.profiles();
    if (!profiles)
        return fail(profiles.error());
    std::vector<CallRecord> result;
    for (const progress::Profile& profile : *profiles) {
        auto calls = store.calls(profile.id);
        if (!calls)
            return calls;
        result.insert(result.end(), calls->rbegin(), calls->rend());
    }
    return result;
}

Result<Written> writeText(const Options& options, const std::string& text, std::size_t rows) {
    if (auto ok = serial::writeFileAtomically(serial::pathOf(options.out), text); !ok)
        return fail(ok.error());
    return Written{rows};
}

Result<Written> writeTable(const Options& options, const ProgressStore& store,
                           exchange::CallTable which) {
    const auto calls = allCalls(store);
    if (!calls)
        return fail(calls.error());
    const exchange::TableText table = exchange::callTable(which, *calls);
    const exchange::TableText codebook = exchange::codebook();
    // The codebook goes beside the table: a table that nobody can read is none.
    fs::path beside = serial::pathOf(options.out);
    beside.replace_filename(serial::pathText(beside.stem()) + "_codebook.csv");
    if (auto ok = serial::writeFileAtomically(beside, codebook.text); !ok)
        return fail(ok.error());
    return writeText(options, table.text, table.rows);
}

Result<Written> writeEvents(const Options& options, const ProgressStore& store) {
    const auto events = store.events();
    if (!events)
        return fail(events.error());
    std::string text;
    for (const session::Event& event : *events)
        text += serial::toJsonText(session::toJson(event)) + "\n";
    return writeText(options, text, events->size());
}

Result<Written> writeXapi(const Options& options, const ProgressStore& store) {
    const auto calls = allCalls(store);
    const auto events = calls ? store.events() : fail(calls.error());
    if (!events)
        return fail(events.error());
    exchange::XapiOptions xapi;
    xapi.appVersion = NODEWISE_VERSION;
    const std::string text = exchange::xapiLines(*calls, *events, xapi);
    return writeText(options, text,
                     static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')));
}

Result<Written> writeStudy(const Options& options, const ProgressStore& store) {
    const auto calls = allCalls(store);
    if (!calls)
        return fail(calls.error());
    const exchange::ReaderStudy study = exchange::readerStudy(*calls);
    if (options.what == "imrmc") {
        const auto text = exchange::imrmcText(study);
        return text ? writeText(options, *text, study.ratings.size()) : fail(text.error());
    }
    const exchange::ReaderStudy crossed = exchange::crossedPart(study);
    if (auto ok = exchange::writeRjafroc(serial::pathOf(options.out), crossed); !ok)
        return fail(ok.error());
    return Written{crossed.ratings.size(), study.items.size() - crossed.items.size()};
}

Result<Written> writeWhat(const Options& options, const ProgressStore& store) {
    if (options.what == "calls")
        return writeTable(options, store, exchange::CallTable::Calls);
    if (options.what == "scores")
        return writeTable(options, store, exchange::CallTable::Scores);
    if (options.what == "events")
        return writeEvents(options, store);
    if (options.what == "xapi")
        return writeXapi(options, store);
    return writeStudy(options, store);
}

Result<Answer> run(const Options& options) {
    const auto file = serial::pathOf(options.database);
    // Opening would make a new, empty one.
    if (std::error_code error; !fs::exists(file, error))
        return fail(ErrorCode::FileNotFound, "there is no such progress file", options.database);
    const SystemClock clock;
    const auto store = ProgressStore::open(file, clock);
    if (!store)
        return fail(store.error());
    const auto written = writeWhat(options, *store);
    if (!written)
        return fail(written.error());
    auto object = serial::Json::object();
    object.set("what", options.what).set("out", options.out).set("rows", written->rows);
    std::string note = std::to_string(written->rows) + " rows in " + options.out + "\n";
    if (options.what == "rjafroc")
        object.set("dropped_nodes", written->dropped);
    if (written->dropped > 0)
        note +=
            std::to_string(written->dropped) + " nodes left out: not every reader called them\n";
    return Answer{std::move(object), note};
}

}  // namespace

void addExport(Program& program) {
    const auto options = std::make_shared<Options>();
    CLI::App& command = program.add(
        "export",
        "Tables from a progress file: calls, scores (CSV with a codebook), events, xAPI (JSON "
        "lines), reader studies for iMRMC and RJafroc",
        [options](const Common&, JobControl&) { return run(*options); });
    command.add_option("--db", options->database, "The progress file")->required();
    command.add_option("--what", options->what, "Which table")
        ->required()
        ->check(CLI::IsMember({"calls", "events", "scores", "xapi", "imrmc", "rjafroc"}));
    command.add_option("--out", options->out, "The file to write")->required();
}

}  // namespace nodewise::cli
