// Fresh cases: made from the demo pack's recipes when every case that trains a concept is read.
#include "casepack/fresh_case.h"
#include "support/store_services.h"
#include "support/temp_store.h"
#include "ui/models/fresh_cases.h"
#include "ui/models/next_draw.h"
#include "ui/models/pack_shelf.h"
#include <QSignalSpy>
#include <QTest>
#include <set>

using namespace nodewise;
using namespace nodewise::tests;
namespace fs = std::filesystem;

namespace {

/// The demo pack over a real store and a real shelf.
struct Course {
    explicit Course(bool makes = true)
        : shelf(store.folder() / "unpacked", store.folder() / "trust.json", "en")
        , library(shelf, jobs, store.folder() / "packs") {
        if (auto opened = learner.open(); !opened)
            qFatal("%s", opened.error().detail.c_str());
        library.load({fs::path(NODEWISE_DEMO_PACK)});
        if (library.entries().size() != 3)
            qFatal("the demo pack has three cases");
        if (makes)
            fresh.emplace(learner, library, jobs,
                          models::FreshFolders{store.folder() / "packs",
                                               store.folder() / "unpacked",
                                               store.folder() / "trust.json"});
    }

    /// Reads a case to its end with a wrong call on its first node, so that its concepts come back.
    void readCase(const models::LibraryEntry& entry) {
        store.clock.advance(std::chrono::minutes(5));
        session::CaseOpened opened;
        opened.session = session::SessionId(newUuid());
        opened.ref = {entry.pack, entry.packVersion.toStdString(), entry.where.id};
        opened.nodes = {
            {entry.record.nodes[0].id, entry.record.nodes[0].side, entry.record.nodes[0].level}};
        check(store->openCase(learner.profile(), opened));
        session::NodeCallCommitted call;
        call.session = opened.session;
        call.call = session::CallId(newUuid());
        call.node = entry.record.nodes[0].id;
        call.answer = finishedDraft({}, 0.9, Grade::G3);
        call.caseAnswer = session::CaseAnswer{};
        session::NodeScore score;
        score.gradeReference = Grade::G0;
        score.gradeDistribution = {1, 0, 0, 0};
        score.brier = 0.81;
        score.concepts = entry.record.concepts;
        check(store->commitNodeCall(learner.profile(), call, &score));
        check(store->finishCase(opened.session));
    }

    static void check(const Result<void>& done) {
        if (!done)
            qFatal("%s", done.error().detail.c_str());
    }

    /// All three cases are read; a day later.
    void readAll() {
        for (const auto& entry : std::vector(library.entries()))
            readCase(entry);
        store.clock.advance(std::chrono::hours(24));
    }

    TempStore store;
    jobs::ImmediateJobRunner jobs;
    models::PackShelf shelf;
    models::Learner learner{*store, store.clock};
    models::CaseLibrary library;
    std::optional<models::FreshCases> fresh;
};

}  // namespace

class TestFreshCases : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsMadeWhileACaseIsUnread();
    void aFreshCaseIsMadeAndDrawn();
    void neverTheSameCaseTwice();
    void allFreshPacksAreOneToTheReader();
    void aRestartKnowsWhatWasMade();
    void casesOfARunningTestAreNoTemplate();
    void aCaseThatFindsNoRoomIsNotMadeAgain();
    void aTemplateThatFailsIsLeftAlone();
    void withoutAMakerTheDrawAsksForNone();
};

void TestFreshCases::nothingIsMadeWhileACaseIsUnread() {
    Course course;
    QSignalSpy made(&*course.fresh, &models::FreshCases::made);
    course.readCase(course.library.entries()[0]);
    course.learner.refresh();
    QCoreApplication::processEvents();
    const auto next = models::nextDraw(course.learner, course.library);
    QVERIFY(next && next->entry);
    QVERIFY(next->kind == schedule::DrawKind::Unseen && !casepack::isFresh(next->entry->record));
    QCOMPARE(made.count(), 0);
}

void TestFreshCases::aFreshCaseIsMadeAndDrawn() {
    Course course;
    course.readAll();
    QSignalSpy made(&*course.fresh, &models::FreshCases::made),
        announced(&course.library, &models::CaseLibrary::packAdded);
    course.learner.refresh();
    const auto asked = models::nextDraw(course.learner, course.library);
    QVERIFY(asked && asked->kind == schedule::DrawKind::Fresh && !asked->entry);
    QTRY_COMPARE(made.count(), 1);
    QCOMPARE(course.library.entries().size(), std::size_t(4));
    const auto next = models::nextDraw(course.learner, course.library);
    QVERIFY(next && next->entry && next->kind == schedule::DrawKind::Unseen);
    QVERIFY(next->concept_ == asked->concept_);
    QVERIFY(casepack::isFresh(next->entry->record));
    QVERIFY(fs::exists(next->entry->where.pack));
    // It comes quietly: nobody opened a pack.
    QCOMPARE(announced.count(), 0);
    // One is enough until it is read.
    course.fresh->look();
    QCOMPARE(made.count(), 1);
}

void TestFreshCases::neverTheSameCaseTwice() {
    Course course;
    course.readAll();
    std::set<std::pair<std::string, std::string>> seen;
    for (const auto& entry : course.library.entries())
        seen.emplace(entry.pack.value, entry.where.id.value);
    for (int i = 0; i < 4; ++i) {
        course.learner.refresh();
        course.fresh->look();
        const auto next = models::nextDraw(course.learner, course.library, true);
        QVERIFY(next && next->entry);
        QVERIFY(seen.emplace(next->entry->pack.value, next->entry->where.id.value).second);
        course.readCase(models::LibraryEntry(*next->entry));
        course.store.clock.advance(std::chrono::hours(24));
    }
    QCOMPARE(course.library.entries().size(), std::size_t(7));
}

void TestFreshCases::allFreshPacksAreOneToTheReader() {
    Course course;
    course.readAll();
    for (int i = 0; i < 2; ++i) {
        course.learner.refresh();
        course.fresh->look();
        const auto next = models::nextDraw(course.learner, course.library, true);
        QVERIFY(next && next->entry && casepack::isFresh(next->entry->record));
        course.readCase(models::LibraryEntry(*next->entry));
    }
    FakeReadingServices services;
    models::Thumbnails thumbnails(services, course.jobs,
                                  QString::fromStdString((course.store.folder() / "t").string()));
    models::CasesModel cases(course.library, course.learner, thumbnails);
    const auto packs = cases.facet(models::Facet::Pack);
    QCOMPARE(packs.size(), std::size_t(2));
    cases.setFacet(models::Facet::Pack, QStringLiteral("fresh"), true);
    QCOMPARE(cases.rowCount(), 2);
    QCOMPARE(cases.activeFilters().front().text, QStringLiteral("Fresh cases"));
}

void TestFreshCases::aRestartKnowsWhatWasMade() {
    Course course;
    course.readAll();
    course.learner.refresh();
    course.fresh->look();
    const auto first = models::nextDraw(course.learner, course.library, true);
    QVERIFY(first && first->entry && casepack::isFresh(first->entry->record));
    const auto id = first->entry->where.id;
    models::CaseLibrary again(course.shelf, course.jobs, course.store.folder() / "packs");
    again.load({fs::path(NODEWISE_DEMO_PACK)});
    QCOMPARE(again.entries().size(), std::size_t(4));
    // Read, and its pack thrown away: its name is not given again.
    course.readCase(models::LibraryEntry(*first->entry));
    course.learner.refresh();
    models::CaseLibrary without(course.shelf, course.jobs, course.store.folder() / "none");
    without.load({fs::path(NODEWISE_DEMO_PACK)});
    for (const auto& entry : without.entries()) {
        const int number = models::nextFreshNumber(without, course.learner.state(), entry);
        QVERIFY(casepack::freshPlan(entry.pack, entry.where.id, number).caseId != id);
    }
}

void TestFreshCases::casesOfARunningTestAreNoTemplate() {
    Course course;
    course.readCase(course.library.entries()[0]);
    session::ActivityStarted test;
    test.activity = session::ActivityId(newUuid());
    test.kind = session::ActivityKind::Test;
    for (const auto& entry : course.library.entries())
        test.cases.push_back({entry.pack, entry.packVersion.toStdString(), entry.where.id});
    Course::check(course.store->startActivity(course.learner.profile(), test));
    course.learner.refresh();
    for (const auto& entry : course.library.entries())
        for (const auto& id : entry.record.concepts)
            QVERIFY(!course.fresh->templateFor(id));
    const auto question = models::drawQuestion(course.learner, course.library);
    for (const auto& need : question.concepts)
        QVERIFY(!need.hasTemplate);
}

/// A cap of one call a day has no room for a case of two nodes: it waits, no other one is made.
void TestFreshCases::aCaseThatFindsNoRoomIsNotMadeAgain() {
    Course course;
    course.readAll();
    QVERIFY(course.learner.setDailyCap(1));
    for (int i = 0; i < 20; ++i) {
        course.learner.refresh();
        QCoreApplication::processEvents();
    }
    // At most one for each of the three templates.
    const auto made = course.library.entries().size() - 3;
    QVERIFY2(made >= 1 && made <= 3, qPrintable(QString::number(made)));
}

void TestFreshCases::aTemplateThatFailsIsLeftAlone() {
    Course course(false);
    course.readAll();
    // The folder for packs is a file: nothing can be written there.
    const fs::path blocked = course.store.folder() / "blocked";
    QFile file(QString::fromStdString(blocked.string()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    models::FreshCases fresh(course.learner, course.library, course.jobs,
                             {blocked, course.store.folder() / "unpacked", {}});
    QSignalSpy made(&fresh, &models::FreshCases::made);
    course.learner.refresh();
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(made.count(), 0);
    QVERIFY(!fresh.isMaking());
    for (const auto& entry : course.library.entries())
        QVERIFY(!fresh.isTemplate(entry));
}

void TestFreshCases::withoutAMakerTheDrawAsksForNone() {
    Course course(false);
    course.readAll();
    course.learner.refresh();
    const auto next = models::nextDraw(course.learner, course.library);
    QVERIFY(!next || next->kind != schedule::DrawKind::Fresh);
}

QTEST_MAIN(TestFreshCases)
#include "tst_fresh_cases.moc"
