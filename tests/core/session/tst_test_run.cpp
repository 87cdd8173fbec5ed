// A test over several cases: every step that is not allowed is refused and changes nothing.
#include "session/test_plan.h"
#include "session/test_run.h"
#include "support/reading_samples.h"
#include <QtTest>
#include <algorithm>
#include <set>

using namespace nodewise;
using namespace nodewise::session;

namespace {

CaseRef ref(const char* id) {
    return {PackId("pack"), "1", CaseId(id)};
}

ActivityStarted test() {
    return {ActivityId("a-1"), ActivityKind::Test, 7, "Test", {ref("one"), ref("two")}, 0};
}

Result<void> keep(const ActivityEnded&) {
    return {};
}

Result<void> take(TestRun& run, const QString& action) {
    if (action == QLatin1String("begin")) {
        const auto begun = run.begin();
        return begun ? Result<void>{} : Result<void>(fail(begun.error()));
    }
    if (action == QLatin1String("finish"))
        return run.caseFinished(run.nextCase().value_or(ref("two")));
    if (action == QLatin1String("pause"))
        return run.pause();
    if (action == QLatin1String("on"))
        return run.goOn();
    return run.end(keep);
}

/// Brought there by its own rules.
TestRun at(const QString& place) {
    TestRun run = TestRun::open(test()).value();
    const char* const all = place == QLatin1String("between")   ? ""
                            : place == QLatin1String("reading") ? "begin"
                            : place == QLatin1String("paused")  ? "begin pause"
                            : place == QLatin1String("called")  ? "begin finish begin finish"
                                                                : "begin finish begin finish end";
    const QStringList steps = QString::fromLatin1(all).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& step : steps)
        if (!take(run, step))
            qFatal("%s", qPrintable(step));
    return run;
}

std::vector<TestOffer> offers(int count) {
    std::vector<TestOffer> result;
    for (int i = 0; i < count; ++i)
        result.push_back({"case-" + std::to_string(i), 1 + i % 5, i % 3 ? "larynx" : "oral", true});
    return result;
}

}  // namespace

class TestTestRun : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyStepOfEveryPlace_data();
    void everyStepOfEveryPlace();
    void truthStaysSealedUntilTheEnd();
    void anEndThatIsNotKeptIsNoEnd();
    void resumesWhereItWasKilled();
    void refusesWhatIsNoTest();
    void theSeedDecidesAlone();
    void theBlueprintIsKept();
    void usedCasesAreNotDrawn();
    void aBandBorrowsFromTheNearest();
    void refusesWhatCannotBeDrawn();
};

void TestTestRun::everyStepOfEveryPlace_data() {
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("action");
    QTest::addColumn<bool>("allowed");
    const QStringList actions = QStringLiteral("begin finish pause on end").split(QLatin1Char(' '));
    const std::vector<std::pair<const char*, const char*>> allowed{{"between", "begin pause"},
                                                                   {"reading", "finish pause"},
                                                                   {"paused", "on"},
                                                                   {"called", "pause end"},
                                                                   {"ended", ""}};
    for (const auto& [place, legal] : allowed)
        for (const QString& action : actions)
            QTest::addRow("%s, %s", place, qPrintable(action))
                << QString::fromLatin1(place) << action
                << QString::fromLatin1(legal).split(QLatin1Char(' ')).contains(action);
}

void TestTestRun::everyStepOfEveryPlace() {
    QFETCH(QString, place);
    QFETCH(QString, action);
    QFETCH(bool, allowed);
    TestRun run = at(place);
    const TestStep before = run.step();
    const std::size_t finished = run.finishedCount();
    const auto done = take(run, action);
    QCOMPARE(done.has_value(), allowed);
    if (!allowed) {
        QCOMPARE(done.error().code, ErrorCode::StepNotAllowed);
        QVERIFY(run.step() == before);
        QCOMPARE(run.finishedCount(), finished);
    }
}

void TestTestRun::truthStaysSealedUntilTheEnd() {
    for (const char* place : {"between", "reading", "paused", "called"}) {
        const TestRun run = at(QString::fromLatin1(place));
        QVERIFY(!run.truthAllowed());
        QCOMPARE(run.requireTruthAllowed().error().code, ErrorCode::TruthSealed);
    }
    QVERIFY(at(QStringLiteral("ended")).requireTruthAllowed());
}

void TestTestRun::anEndThatIsNotKeptIsNoEnd() {
    TestRun run = at(QStringLiteral("called"));
    const auto done = run.end(
        [](const ActivityEnded&) { return Result<void>(fail(ErrorCode::DiskFull, "full")); });
    QCOMPARE(done.error().code, ErrorCode::DiskFull);
    QVERIFY(run.step() == TestStep::Between && !run.truthAllowed());
    QVERIFY(run.end(keep));
}

void TestTestRun::resumesWhereItWasKilled() {
    auto run = TestRun::resume(test(), {ref("one")});
    QVERIFY(run);
    QCOMPARE(run->finishedCount(), std::size_t(1));
    QVERIFY(run->begin() == ref("two"));
    QCOMPARE(TestRun::resume(test(), {ref("three")}).error().code, ErrorCode::CaseNotFound);
    QCOMPARE(run->caseFinished(ref("one")).error().code, ErrorCode::CaseNotFound);
    QVERIFY(run->step() == TestStep::Reading);
}

void TestTestRun::refusesWhatIsNoTest() {
    ActivityStarted drill = test();
    drill.kind = ActivityKind::Drill;
    QVERIFY(!TestRun::open(drill));
    ActivityStarted empty = test();
    empty.cases.clear();
    QVERIFY(!TestRun::open(empty));
    ActivityStarted twice = test();
    twice.cases.push_back(ref("one"));
    QCOMPARE(TestRun::open(twice).error().code, ErrorCode::InvalidArgument);
}

void TestTestRun::theSeedDecidesAlone() {
    auto all = offers(40);
    const auto first = drawTest({}, all, 7);
    QVERIFY(first);
    std::reverse(all.begin(), all.end());
    QVERIFY(*drawTest({}, all, 7) == *first);
    int different = 0;
    for (std::uint64_t seed = 8; seed < 28; ++seed)
        different += *drawTest({}, all, seed) == *first ? 0 : 1;
    QCOMPARE(different, 20);
}

void TestTestRun::theBlueprintIsKept() {
    const auto all = offers(40);
    const auto drawn = drawTest({3, 3, 2}, all, 11);
    QVERIFY(drawn);
    QCOMPARE(std::set<std::string>(drawn->begin(), drawn->end()).size(), std::size_t(8));
    int bands[3]{};
    std::set<std::string> strata;
    for (const std::string& id : *drawn)
        for (const TestOffer& offer : all)
            if (offer.id == id) {
                ++bands[offer.difficulty <= 2 ? 0 : offer.difficulty == 3 ? 1 : 2];
                strata.insert(offer.stratum);
            }
    QCOMPARE(bands[0], 3);
    QCOMPARE(bands[1], 3);
    QCOMPARE(bands[2], 2);
    QCOMPARE(strata.size(), std::size_t(2));
}

void TestTestRun::usedCasesAreNotDrawn() {
    auto all = offers(40);
    for (std::size_t i = 0; i < all.size(); i += 2)
        all[i].usable = false;
    const auto drawn = drawTest({}, all, 3);
    QVERIFY(drawn);
    for (const std::string& id : *drawn)
        QVERIFY(std::stoi(id.substr(5)) % 2 == 1);
}

void TestTestRun::aBandBorrowsFromTheNearest() {
    std::vector<TestOffer> all = offers(40);
    std::erase_if(all, [](const TestOffer& offer) { return offer.difficulty == 3; });
    const auto drawn = drawTest({2, 2, 2}, all, 5);
    QVERIFY(drawn);
    QCOMPARE(drawn->size(), std::size_t(6));
}

void TestTestRun::refusesWhatCannotBeDrawn() {
    QCOMPARE(drawTest({}, offers(7), 1).error().code, ErrorCode::ValueOutOfRange);
    QCOMPARE(drawTest({0, 0, 0}, offers(7), 1).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(drawTest({-1, 3, 3}, offers(7), 1).error().code, ErrorCode::InvalidArgument);
}

QTEST_APPLESS_MAIN(TestTestRun)
#include "tst_test_run.moc"
