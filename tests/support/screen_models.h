/// screen_models.h: the view-models of Today, Cases and Progress over a real store and a pack
/// without a disk.
#pragma once
#include "support/fake_reading_services.h"
#include "support/temp_store.h"
#include "ui/jobs/job_runner.h"
#include "ui/models/case_library.h"
#include "ui/models/cases_model.h"
#include "ui/models/learner.h"
#include "ui/models/progress_model.h"
#include "ui/models/thumbnails.h"
#include "ui/models/today_model.h"
#include <QTemporaryDir>
#include <cmath>

namespace nodewise::tests {

/// Gives the pack a test has put together, whatever the file.
class FakeShelf final : public models::CaseShelf {
public:
    models::ShelfPack pack;
    std::optional<ErrorCode> fails;

    Result<models::ShelfPack> readPack(const std::filesystem::path& file, JobControl&) override {
        if (fails)
            return fail(*fails, "as the test asked", file.string());
        models::ShelfPack read = pack;
        read.file = file;
        return read;
    }
};

/// Six cases: two sites, three levels, difficulties 1 to 5.
inline models::ShelfPack sixCases() {
    models::ShelfPack pack;
    pack.id = PackId("pack");
    pack.name = QStringLiteral("Six cases");
    pack.version = QStringLiteral("1.0.0");
    const Site sites[] = {Site::Larynx, Site::OropharynxP16Pos};
    const Level levels[] = {Level::IIa, Level::III, Level::Ib};
    for (int i = 0; i < 6; ++i) {
        casepack::CaseRecord record = FakeReadingServices::twoNodes();
        record.id = CaseId("case-" + std::to_string(i + 1));
        record.title = "Title " + std::to_string(i + 1);
        record.difficulty = 5 - i % 5;
        record.history.site = sites[i % 2];
        record.history.primaryText = i % 2 ? "tonsil" : "glottis";
        record.truthKind = i == 5 ? TruthKind::IenePanel : TruthKind::Synthetic;
        record.nodes = {{NodeId("node-1"), Side::Left, levels[i % 3]}};
        record.concepts = {ConceptId("margin/any/none")};
        pack.cases.push_back(std::move(record));
    }
    return pack;
}

struct ScreenModels {
    ScreenModels() {
        shelf.pack = sixCases();
        if (auto opened = learner.open(); !opened)
            qFatal("%s", opened.error().detail.c_str());
    }

    void loadPack() { library.load({std::filesystem::path("/packs/six.nwpack")}); }

    /// A graded call on the only node of case `index`; moves the clock by an hour.
    void addCall(int index, Grade reference, Grade given, double probability,
                 std::vector<TraineeError> errors = {}) {
        NodeCall answer;
        answer.mark = PointLps{0, 0, 0};
        answer.grade = given;
        answer.probability = probability;
        const auto call =
            keepCall(index, answer, scoreOf(reference, given, probability, std::move(errors)));
        check(store->recordFeedbackSeen(call));
    }

    /// The same with what the test says; its feedback was not seen.
    session::CallId keepCall(int index, const NodeCall& answer, const session::NodeScore& score) {
        store.clock.advance(std::chrono::hours(1));
        const auto& record = shelf.pack.cases.at(static_cast<std::size_t>(index));
        session::CaseOpened opened;
        opened.session = session::SessionId(newUuid());
        opened.ref = {shelf.pack.id, "1.0.0", record.id};
        opened.caseTitle = record.title;
        opened.nodes = {{record.nodes[0].id, record.nodes[0].side, record.nodes[0].level}};
        check(store->openCase(learner.profile(), opened));
        session::NodeCallCommitted call;
        call.session = opened.session;
        call.call = session::CallId(newUuid());
        call.node = record.nodes[0].id;
        call.answer = answer;
        call.caseAnswer = session::CaseAnswer{};
        check(store->commitNodeCall(learner.profile(), call, &score));
        check(store->finishCase(opened.session));
        return call.call;
    }

    static session::NodeScore scoreOf(Grade reference, Grade given, double probability,
                                      std::vector<TraineeError> errors) {
        session::NodeScore score;
        score.gradeReference = reference;
        score.gradeDistribution = {0, 0, 0, 0};
        score.gradeDistribution[static_cast<std::size_t>(gradeNumber(reference))] = 1;
        score.brier = std::pow(probability - (reference == Grade::G0 ? 0 : 1), 2);
        const Verdict verdict = reference == given ? Verdict::Agrees : Verdict::Differs;
        score.marks = {{Mark::Grade, verdict, verdict == Verdict::Agrees ? 1.0 : 0.0,
                        std::string(word(given)), std::string(word(reference))}};
        score.errors = std::move(errors);
        score.concepts = {ConceptId("margin/any/none")};
        return score;
    }

    static void check(const Result<void>& result) {
        if (!result)
            qFatal("%s", result.error().detail.c_str());
    }

    TempStore store;
    FakeShelf shelf;
    FakeReadingServices services;
    jobs::ImmediateJobRunner jobs;
    QTemporaryDir folder;
    models::Learner learner{*store, store.clock};
    models::CaseLibrary library{
        shelf, jobs, std::filesystem::path(folder.filePath(QStringLiteral("packs")).toStdString())};
    models::Thumbnails thumbnails{services, jobs, folder.filePath(QStringLiteral("pictures"))};
    models::CasesModel cases{library, learner, thumbnails};
    models::TodayModel today{learner, library, cases};
    models::ProgressModel progress{learner, library};
};

}  // namespace nodewise::tests
