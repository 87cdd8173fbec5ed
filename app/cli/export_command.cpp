#include "command.h"
#include "csv_table.h"
#include "progress/progress_store.h"
#include "serial/file_io.h"
#include "session/events_json.h"
#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

namespace nodewise::cli {
namespace {

using session::CallRecord;

struct Options {
    std::string database, what, out;
};

struct Table {
    std::string text;
    std::size_t rows = 0;
};

template <class T>
std::string wordOrNothing(const std::optional<T>& value) {
    return value ? std::string(word(*value)) : std::string();
}

std::string yesNo(const std::optional<bool>& value) {
    return !value ? std::string() : *value ? "1" : "0";
}

std::string joined(const std::vector<Feature>& reasons) {
    std::string result;
    for (const Feature reason : reasons)
        result += (result.empty() ? "" : " ") + std::string(word(reason));
    return result;
}

// Oldest first, over all profiles in the order they were made. Names of people are left out.
Result<std::vector<CallRecord>> allCalls(const progress::ProgressStore& store) {
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

std::vector<std::string> keyOf(const CallRecord& call) {
    return {call.id.value,
            call.profile.value,
            call.session.value,
            call.ref.pack.value,
            call.ref.packVersion,
            call.ref.caseId.value,
            call.node.id.value,
            std::string(word(call.node.side)),
            std::string(word(call.node.level))};
}

const std::vector<std::string> kKeyColumns{"call", "profile", "session", "pack", "pack_version",
                                           "case", "node",    "side",    "level"};

std::string lineOf(std::vector<std::string> cells, const std::vector<std::string>& more) {
    cells.insert(cells.end(), more.begin(), more.end());
    return csvLine(cells);
}

std::string callLine(const CallRecord& call) {
    const NodeCall& a = call.answer;
    return lineOf(keyOf(call), {toIso8601(call.committed),
                                std::string(word(call.mode)),
                                csvNumber(a.probability),
                                wordOrNothing(a.grade),
                                wordOrNothing(a.margin),
                                wordOrNothing(a.fat),
                                a.contact ? std::string(word(a.contact->kind)) : std::string(),
                                a.contact ? a.contact->structure : std::string(),
                                yesNo(a.coalescence),
                                yesNo(a.necrosis),
                                yesNo(a.cystic),
                                yesNo(a.hilum),
                                csvNumber(a.shortAxisMm),
                                csvNumber(a.longAxisMm),
                                joined(a.reasons),
                                csvNumber(a.peneProbability),
                                call.caseAnswer ? call.caseAnswer->nCategory : std::string(),
                                csvNumber(call.trace.seconds),
                                std::to_string(call.trace.slicesSeen),
                                yesNo(call.feedbackSeen)});
}

std::string scoreLine(const CallRecord& call) {
    const session::NodeScore& s = *call.score;
    std::string errors;
    for (const TraineeError code : s.errors)
        errors += (errors.empty() ? "" : " ") + std::string(word(code));
    std::vector<std::string> more{std::string(word(s.truthKind)),
                                  yesNo(s.counts),
                                  wordOrNothing(call.answer.grade),
                                  std::string(word(s.gradeReference)),
                                  csvNumber(call.answer.probability),
                                  csvNumber(s.brier),
                                  csvNumber(s.logScore),
                                  csvNumber(s.rps),
                                  csvNumber(s.peneBrier),
                                  yesNo(s.wrongReason),
                                  csvNumber(s.shortAxisErrorMm),
                                  csvNumber(s.longAxisErrorMm),
                                  errors};
    for (const auto& [mark, name] : allWords<Mark>()) {
        std::string verdict;
        for (const session::MarkSummary& summary : s.marks)
            if (summary.mark == mark)
                verdict = word(summary.verdict);
        more.push_back(verdict);
    }
    return lineOf(keyOf(call), more);
}

Result<Table> callsTable(const progress::ProgressStore& store) {
    const auto calls = allCalls(store);
    if (!calls)
        return fail(calls.error());
    Table table{
        lineOf(kKeyColumns, {"committed",     "mode",         "probability", "grade",
                             "margin",        "fat",          "contact",     "structure",
                             "coalescence",   "necrosis",     "cystic",      "hilum",
                             "short_axis_mm", "long_axis_mm", "reasons",     "pene_probability",
                             "n_category",    "seconds",      "slices_seen", "feedback_seen"}),
        calls->size()};
    for (const CallRecord& call : *calls)
        table.text += callLine(call);
    return table;
}

Result<Table> scoresTable(const progress::ProgressStore& store) {
    const auto calls = allCalls(store);
    if (!calls)
        return fail(calls.error());
    std::vector<std::string> columns{"truth_kind",
                                     "counts",
                                     "grade",
                                     "grade_reference",
                                     "probability",
                                     "brier",
                                     "log_score",
                                     "rps",
                                     "pene_brier",
                                     "wrong_reason",
                                     "short_axis_error_mm",
                                     "long_axis_error_mm",
                                     "errors"};
    for (const auto& [mark, name] : allWords<Mark>())
        columns.push_back(std::string(name) + "_verdict");
    Table table{lineOf(kKeyColumns, columns), 0};
    for (const CallRecord& call : *calls)
        if (call.score) {
            table.text += scoreLine(call);
            ++table.rows;
        }
    return table;
}

Result<Table> eventLines(const progress::ProgressStore& store) {
    const auto events = store.events();
    if (!events)
        return fail(events.error());
    Table table{{}, events->size()};
    for (const session::Event& event : *events)
        table.text += serial::toJsonText(session::toJson(event)) + "\n";
    return table;
}

Result<Answer> run(const Options& options) {
    const auto file = serial::pathOf(options.database);
    // Opening would make a new, empty one.
    if (std::error_code error; !std::filesystem::exists(file, error))
        return fail(ErrorCode::FileNotFound, "there is no such progress file", options.database);
    const SystemClock clock;
    const auto store = progress::ProgressStore::open(file, clock);
    if (!store)
        return fail(store.error());
    const auto table = options.what == "calls"    ? callsTable(*store)
                       : options.what == "scores" ? scoresTable(*store)
                                                  : eventLines(*store);
    if (!table)
        return fail(table.error());
    if (auto ok = serial::writeFileAtomically(serial::pathOf(options.out), table->text); !ok)
        return fail(ok.error());
    auto object = serial::Json::object();
    object.set("what", options.what).set("out", options.out).set("rows", table->rows);
    return Answer{std::move(object),
                  std::to_string(table->rows) + " rows in " + options.out + "\n"};
}

}  // namespace

void addExport(Program& program) {
    const auto options = std::make_shared<Options>();
    CLI::App& command = program.add(
        "export", "Tables from a progress file: calls and scores as CSV, events as JSON lines",
        [options](const Common&, JobControl&) { return run(*options); });
    command.add_option("--db", options->database, "The progress file")->required();
    command.add_option("--what", options->what, "Which table")
        ->required()
        ->check(CLI::IsMember({"calls", "events", "scores"}));
    command.add_option("--out", options->out, "The file to write")->required();
}

}  // namespace nodewise::cli
