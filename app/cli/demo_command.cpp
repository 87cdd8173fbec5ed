#include "base/clock.h"
#include "casepack/case_image.h"
#include "casepack/pack.h"
#include "casepack/truth.h"
#include "command.h"
#include "demo_report.h"
#include "demo_trainee.h"
#include "feedback/feedback_json.h"
#include "progress/progress_store.h"
#include "serial/file_io.h"
#include "session/case_session.h"
#include "session/score_call.h"
#include "shipped_file.h"
#include <CLI/CLI.hpp>
#include <memory>

namespace nodewise::cli {
namespace {

namespace fs = std::filesystem;

struct Demo {
    fs::path out;
    casepack::PackPtr pack;
    progress::ProgressStore& store;
    ProfileId profile;
    JobControl& job;
    std::vector<ReportedNode> reported;
    std::size_t nodesRead = 0;
};

/// Everything about one case that grading needs.
struct ReadCase {
    casepack::CaseRecord record;
    VolumePtr volume;
    casepack::OpenedTruth truth;
    std::vector<measure::Measurements> measured;
};

Result<ReadCase> readCase(Demo& demo, const casepack::CaseRecord& record) {
    auto volume = casepack::openCaseImage(*demo.pack, record.id, demo.out / "cache", demo.job);
    if (!volume)
        return fail(volume.error());
    auto truth = casepack::openCaseTruth(*demo.pack, record.id, demo.job);
    if (!truth)
        return fail(truth.error());
    ReadCase read{record, *volume, std::move(*truth), {}};
    for (const auto& node : read.truth.truth.nodes) {
        auto numbers = measure::measureNode(*read.volume, read.truth.labels, node.label,
                                            &read.truth.labels, demo.job);
        if (!numbers)
            return fail(numbers.error());
        read.measured.push_back(std::move(*numbers));
    }
    return read;
}

feedback::FeedbackContext contextOf(const ReadCase& read) {
    const auto& history = read.record.history;
    feedback::FeedbackContext context;
    context.site = history.site;
    context.primarySide = history.primarySide;
    context.p16 = history.p16;
    context.biopsy = history.biopsy;
    context.biopsyDaysBefore = history.biopsyDaysBefore;
    context.pixelMm = read.volume->geometry().spacing()[0];
    context.sliceThicknessMm = read.volume->geometry().spacing()[2];
    context.truthLabels = &read.truth.labels;
    return context;
}

session::CaseOpened openedBy(const Demo& demo, const casepack::CaseRecord& record) {
    session::CaseOpened opened;
    opened.session = session::SessionId(newUuid());
    opened.ref = {demo.pack->info().id, demo.pack->info().version, record.id};
    opened.caseTitle = record.title;
    opened.edition = record.edition;
    for (const auto& node : record.nodes)
        opened.nodes.push_back({node.id, node.side, node.level});
    return opened;
}

const NodeTruth* truthOf(const ReadCase& read, const NodeId& id) {
    for (const auto& node : read.truth.truth.nodes)
        if (node.id == id)
            return &node;
    return nullptr;
}

Result<void> gradeNode(Demo& demo, const ReadCase& read, const session::CaseSession& reading,
                       const session::NodeCallCommitted& committed, Manner manner) {
    const auto result =
        feedback::compareCall(reading.caseCall(), read.truth.truth, contextOf(read), read.measured);
    if (!result)
        return fail(result.error());
    const NodeTruth& truth = *truthOf(read, committed.node);
    for (const auto& node : result->nodes) {
        if (node.id != committed.node)
            continue;
        const auto score =
            session::scoreOf({committed.answer, truth, node, nullptr, read.record.concepts,
                              serial::toJsonText(feedback::toJson(*result))});
        if (const auto kept = demo.store.recordScore(committed.call, score); !kept)
            return fail(kept.error());
        demo.reported.push_back(
            {read.record.title, read.record.history.primaryText, std::string(nameOf(manner)), truth,
             committed.answer, node,
             nodeFigure(*read.volume, read.truth.labels, truth, committed.answer)});
    }
    const fs::path file =
        demo.out / ("feedback-" + read.record.id.value + "-" + committed.node.value + ".json");
    return serial::writeFileAtomically(file, serial::toJsonText(feedback::toJson(*result), true));
}

/// One node: the call is kept first, then graded; the session refuses any other order.
Result<void> readNode(Demo& demo, const ReadCase& read, session::CaseSession& reading) {
    const NodeId id = reading.currentNode().asked.id;
    const NodeTruth* truth = truthOf(read, id);
    if (truth == nullptr)
        return fail(ErrorCode::NodeNotFound, "the truth lacks node " + id.value);
    const Manner manner = mannerOf(demo.nodesRead++);
    if (const auto set = reading.setDraft(id, simulatedCall(*truth, manner)); !set)
        return fail(set.error());
    if (reading.openNodeCount() == 1)
        if (const auto set = reading.setCaseAnswer(
                {"N1", read.record.edition, ImageQuality::Adequate, "tumour board"});
            !set)
            return fail(set.error());
    const auto committed = reading.commit({}, [&demo](const session::NodeCallCommitted& call) {
        return demo.store.commitNodeCall(demo.profile, call);
    });
    if (!committed)
        return fail(committed.error());
    if (const auto graded = gradeNode(demo, read, reading, *committed, manner); !graded)
        return graded;
    if (const auto shown = reading.showFeedback(id); !shown)
        return shown;
    return demo.store.recordFeedbackSeen(committed->call);
}

Result<void> readWholeCase(Demo& demo, const casepack::CaseRecord& record) {
    const auto read = readCase(demo, record);
    if (!read)
        return fail(read.error());
    const session::CaseOpened opened = openedBy(demo, record);
    if (const auto kept = demo.store.openCase(demo.profile, opened); !kept)
        return kept;
    auto reading = session::CaseSession::open(opened);
    if (!reading)
        return fail(reading.error());
    while (true) {
        if (const auto done = readNode(demo, *read, *reading); !done)
            return done;
        if (reading->openNodeCount() == 0)
            break;
        if (const auto next = reading->nextNode(); !next)
            return next;
    }
    if (const auto finished = reading->finish(); !finished)
        return finished;
    return demo.store.finishCase(opened.session);
}

Result<Answer> finishDemo(const Demo& demo) {
    const fs::path page = demo.out / "report.html";
    if (const auto written = serial::writeFileAtomically(page, reportPage(demo.reported)); !written)
        return fail(written.error());
    Answer answer;
    answer.object = serial::Json::object();
    answer.object.set("cases", demo.pack->cases().size());
    answer.object.set("nodes", demo.reported.size());
    answer.object.set("database", serial::pathText(demo.store.path()));
    answer.object.set("report", serial::pathText(page));
    answer.text = "A simulated trainee read " + std::to_string(demo.reported.size()) +
                  " nodes of the demo pack.\n  " + serial::pathText(page) + "\n  " +
                  serial::pathText(demo.store.path()) + "\n";
    return answer;
}

Result<Answer> runDemo(const fs::path& out, JobControl& job) {
    const fs::path file = shippedFile("nodewise-demo.nwpack");
    if (file.empty())
        return fail(ErrorCode::FileNotFound,
                    "nodewise-demo.nwpack is not beside the program; build the target demo_pack");
    std::error_code problem;
    fs::create_directories(out, problem);
    const SystemClock clock;
    auto store = progress::ProgressStore::open(out / "progress.sqlite", clock);
    if (!store)
        return fail(store.error());
    const auto profile = store->createProfile("Simulated trainee");
    if (!profile)
        return fail(profile.error());
    auto pack = casepack::openPack(file, out / "packs", out / "trust.json", job);
    if (!pack)
        return fail(pack.error());
    Demo demo{out, *pack, *store, profile->id, job, {}, 0};
    for (const auto& record : (*pack)->cases())
        if (const auto done = readWholeCase(demo, record); !done)
            return fail(done.error());
    return finishDemo(demo);
}

}  // namespace

void addDemo(Program& program) {
    const auto out = std::make_shared<std::string>();
    CLI::App& command = program.add(
        "demo", "A simulated trainee reads the demo pack: database, feedback, report",
        [out](const Common&, JobControl& job) { return runDemo(serial::pathOf(*out), job); });
    command.add_option("--out", *out, "Folder for database, feedback JSON and report.html")
        ->required();
}

}  // namespace nodewise::cli
