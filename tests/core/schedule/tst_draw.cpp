// Which concept and which case come next.
#include "schedule/draw.h"
#include <QtTest>

using namespace nodewise;
using namespace nodewise::schedule;

namespace {

const Timestamp kNow{std::chrono::milliseconds(1'800'000'000'000)};

Timestamp daysAgo(double days) {
    return kNow - std::chrono::floor<std::chrono::milliseconds>(Seconds(days * 86400));
}

/// A concept last met so many days ago, due after `interval` days.
ConceptNeed met(const char* id, double ago, double interval, double stability = 10) {
    ConceptState state;
    state.card.phase = Phase::Review;
    state.card.stability = stability;
    state.card.difficulty = 5;
    state.lastReview = daysAgo(ago);
    state.interval = Seconds(interval * 86400);
    return {ConceptId(id), state};
}

ConceptNeed unmet(const char* id) {
    return {ConceptId(id), std::nullopt};
}

CaseOffer offer(const char* id, std::vector<const char*> concepts, int difficulty = 1) {
    CaseOffer result;
    result.id = id;
    for (const char* name : concepts)
        result.concepts.emplace_back(name);
    result.difficulty = difficulty;
    return result;
}

DrawSetup today(int called = 0, bool generate = true) {
    DrawSetup setup;
    setup.now = kNow;
    setup.calledToday = called;
    setup.canGenerate = generate;
    return setup;
}

}  // namespace

class TestDraw : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ordersByNeed();
    void aThirdOfTheDayIsForNewConcepts_data();
    void aThirdOfTheDayIsForNewConcepts();
    void takesAnUnseenCase();
    void prefersCasesThatTrainMore();
    void easyCasesFirst();
    void neverASpentCase();
    void makesAFreshOneWhenNoneIsLeft();
    void withoutATemplateNothingIsMade();
    void probesOnlyAfterThirtyDays();
    void stopsAtTheDailyCap();
    void nothingWhenNothingCanBeTrained();
    void theExamBringsConceptsForward();
};

void TestDraw::ordersByNeed() {
    const auto order = trainingOrder({met("later", 2, 10), unmet("new"), met("due", 5, 4),
                                      met("due-weaker", 5, 4, 2), met("away", 17, 100),
                                      met("away-longer", 20, 100)},
                                     today());
    QStringList names;
    for (const auto& [id, reason] : order)
        names << QString::fromStdString(id.value);
    QCOMPARE(names.join(QLatin1Char(' ')),
             QStringLiteral("away-longer away due-weaker due new later"));
    QVERIFY(order[0].second == DrawReason::LongAway);
    QVERIFY(order[2].second == DrawReason::Due);
    QVERIFY(order[4].second == DrawReason::New);
    QVERIFY(order[5].second == DrawReason::Weakest);
}

void TestDraw::aThirdOfTheDayIsForNewConcepts_data() {
    QTest::addColumn<int>("called");
    QTest::addColumn<int>("firstToday");
    QTest::addColumn<QString>("next");
    QTest::newRow("first call of the day") << 0 << 0 << "due";
    QTest::newRow("second") << 1 << 0 << "due";
    QTest::newRow("third") << 2 << 0 << "new";
    QTest::newRow("a case of three nodes jumped over it") << 3 << 0 << "new";
    QTest::newRow("third, one was new already") << 2 << 1 << "due";
    QTest::newRow("sixth, one was new already") << 5 << 1 << "new";
}

void TestDraw::aThirdOfTheDayIsForNewConcepts() {
    QFETCH(int, called);
    QFETCH(int, firstToday);
    QFETCH(QString, next);
    std::vector<ConceptNeed> needs{met("due", 5, 4), unmet("new")};
    for (int i = 0; i < firstToday; ++i) {
        needs.push_back(met("today", 0.1, 3));
        needs.back().state->reviews = 1;
    }
    const auto order = trainingOrder(needs, today(called));
    QCOMPARE(QString::fromStdString(order.front().first.value), next);
    // What was away for long comes before both.
    needs.push_back(met("away", 17, 100));
    QVERIFY(trainingOrder(needs, today(called)).front().first == ConceptId("away"));
}

void TestDraw::takesAnUnseenCase() {
    auto read = offer("a", {"due"});
    read.lastRead = daysAgo(90);
    const auto draw = drawNext({met("due", 5, 4)}, {read, offer("b", {"due"})}, today());
    QVERIFY(draw && draw->kind == DrawKind::Unseen);
    QCOMPARE(draw->caseId, std::string("b"));
}

void TestDraw::prefersCasesThatTrainMore() {
    const auto draw = drawNext({met("one", 5, 4), met("two", 6, 4)},
                               {offer("a", {"two"}), offer("b", {"two", "one"}, 4)}, today());
    QCOMPARE(draw->caseId, std::string("b"));
}

void TestDraw::easyCasesFirst() {
    const auto draw =
        drawNext({unmet("one")}, {offer("a", {"one"}, 3), offer("b", {"one"}, 2)}, today());
    QCOMPARE(draw->caseId, std::string("b"));
}

void TestDraw::neverASpentCase() {
    auto spent = offer("a", {"one"});
    spent.spent = true;
    const auto draw = drawNext({unmet("one")}, {spent}, today());
    QVERIFY(draw->kind == DrawKind::Fresh);
    spent.lastRead = daysAgo(90);
    QVERIFY(!drawNext({unmet("one")}, {spent}, today(0, false)));
}

void TestDraw::makesAFreshOneWhenNoneIsLeft() {
    auto read = offer("a", {"due"});
    read.lastRead = daysAgo(90);
    const auto draw = drawNext({met("due", 5, 4)}, {read}, today());
    QVERIFY(draw->kind == DrawKind::Fresh);
    QCOMPARE(draw->concept_, ConceptId("due"));
    QVERIFY(draw->caseId.empty());
}

void TestDraw::withoutATemplateNothingIsMade() {
    auto read = offer("a", {"due"});
    read.lastRead = daysAgo(90);
    auto need = met("due", 5, 4);
    need.hasTemplate = false;
    QVERIFY(drawNext({need}, {read}, today())->kind == DrawKind::Probe);
    // Another concept that has one is not held up.
    QCOMPARE(drawNext({need, met("later", 2, 10)}, {}, today())->concept_, ConceptId("later"));
}

void TestDraw::probesOnlyAfterThirtyDays() {
    auto recent = offer("a", {"due"}), old = offer("b", {"due"}), older = offer("c", {"due"});
    recent.lastRead = daysAgo(29.9);
    old.lastRead = daysAgo(30);
    older.lastRead = daysAgo(31);
    const auto draw = drawNext({met("due", 5, 4)}, {recent, old, older}, today(0, false));
    QVERIFY(draw->kind == DrawKind::Probe);
    QCOMPARE(draw->caseId, std::string("c"));
    QVERIFY(!drawNext({met("due", 5, 4)}, {recent}, today(0, false)));
}

void TestDraw::stopsAtTheDailyCap() {
    const std::vector cases{offer("a", {"one"})};
    QVERIFY(drawNext({unmet("one")}, cases, today(19))->kind == DrawKind::Unseen);
    QVERIFY(drawNext({unmet("one")}, cases, today(20))->kind == DrawKind::DayIsFull);
    auto large = offer("b", {"one"});
    large.nodes = 6;
    QVERIFY(drawNext({unmet("one")}, {large}, today(18))->kind == DrawKind::Unseen);
    QVERIFY(drawNext({unmet("one")}, {large}, today(19))->kind == DrawKind::Fresh);
}

void TestDraw::nothingWhenNothingCanBeTrained() {
    QVERIFY(!drawNext({}, {offer("a", {"one"})}, today()));
    QVERIFY(!drawNext({unmet("one")}, {}, today(0, false)));
}

void TestDraw::theExamBringsConceptsForward() {
    const ConceptNeed need = met("one", 8, 60, 60);
    DrawSetup setup = today();
    QVERIFY(trainingOrder({need}, setup).front().second == DrawReason::Weakest);
    setup.exam = daysAgo(-13);  // Eight days after the review a third of the 21 days has passed.
    QVERIFY(trainingOrder({need}, setup).front().second == DrawReason::Due);
}

QTEST_APPLESS_MAIN(TestDraw)
#include "tst_draw.moc"
