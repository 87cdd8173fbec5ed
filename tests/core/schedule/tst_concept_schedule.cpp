#include "schedule/concept_schedule.h"
#include <QtTest>

using namespace nodewise;
using namespace nodewise::schedule;

namespace {

const Timestamp kNow{std::chrono::milliseconds(1'800'000'000'000)};

Timestamp inDays(double days) {
    return kNow + std::chrono::floor<std::chrono::milliseconds>(Seconds(days * 86400));
}

double days(Seconds time) {
    return time.count() / 86400;
}

}  // namespace

class TestConceptSchedule : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ratesTheCallItself_data();
    void ratesTheCallItself();
    void clampsToHalfAYearAndTheExam_data();
    void clampsToHalfAYearAndTheExam();
    void goodCallsDriftApartAndAWrongOneComesBack();
    void aNewConceptIsDueOnAnotherDay();
    void aClockSetBackDoesNoHarm();
    void recallFallsFromOneToTheRetention();
};

void TestConceptSchedule::ratesTheCallItself_data() {
    QTest::addColumn<bool>("wrong");
    QTest::addColumn<double>("brier");
    QTest::addColumn<bool>("wrongReasons");
    QTest::addColumn<double>("seconds");
    QTest::addColumn<int>("rating");
    QTest::newRow("wrong, however fast") << true << 0.01 << false << 5.0 << 1;
    QTest::newRow("right, not calibrated") << false << 0.1601 << false << 5.0 << 2;
    QTest::newRow("right, wrong reasons") << false << 0.01 << true << 5.0 << 2;
    QTest::newRow("right and just calibrated") << false << 0.16 << false << 31.0 << 3;
    QTest::newRow("right, time unknown") << false << 0.01 << false << -1.0 << 3;
    QTest::newRow("right, calibrated and fast") << false << 0.01 << false << 30.0 << 4;
    QTest::newRow("right, no probability") << false << -1.0 << false << 60.0 << 3;
}

void TestConceptSchedule::ratesTheCallItself() {
    QFETCH(bool, wrong);
    QFETCH(double, brier);
    QFETCH(bool, wrongReasons);
    QFETCH(double, seconds);
    QFETCH(int, rating);
    Outcome outcome;
    outcome.wrong = wrong;
    outcome.wrongReasons = wrongReasons;
    if (brier >= 0)
        outcome.brier = brier;
    if (seconds >= 0)
        outcome.time = Seconds(seconds);
    QCOMPARE(static_cast<int>(ratingOf(outcome)), rating);
}

void TestConceptSchedule::clampsToHalfAYearAndTheExam_data() {
    QTest::addColumn<double>("interval");
    QTest::addColumn<double>("examInDays");  // 0 = none
    QTest::addColumn<double>("expected");
    QTest::newRow("short, no exam") << 12.0 << 0.0 << 12.0;
    QTest::newRow("long, no exam") << 400.0 << 0.0 << 180.0;
    QTest::newRow("a third of the way") << 60.0 << 90.0 << 30.0;
    QTest::newRow("exam far away") << 400.0 << 3650.0 << 180.0;
    QTest::newRow("exam tomorrow") << 20.0 << 1.0 << 1.0;
    QTest::newRow("exam is over") << 20.0 << -5.0 << 20.0;
}

void TestConceptSchedule::clampsToHalfAYearAndTheExam() {
    QFETCH(double, interval);
    QFETCH(double, examInDays);
    QFETCH(double, expected);
    const auto exam = examInDays == 0 ? std::nullopt : std::optional(inDays(examInDays));
    QCOMPARE(days(clampInterval(Seconds(interval * 86400), kNow, exam)), expected);
}

void TestConceptSchedule::goodCallsDriftApartAndAWrongOneComesBack() {
    std::optional<ConceptState> state;
    Timestamp now = kNow;
    double last = 0;
    for (int i = 0; i < 8; ++i) {
        state = afterRating(state, Rating::Good, now);
        QVERIFY(days(state->interval) >= last);
        last = days(state->interval);
        QVERIFY(last <= kMaximumDays);
        now = dueAt(*state, std::nullopt);
    }
    QCOMPARE(last, double(kMaximumDays));
    state = afterRating(state, Rating::Again, now);
    QVERIFY(days(state->interval) < 30);
    QCOMPARE(state->lapses, 1);
    QCOMPARE(state->reviews, 9);
}

void TestConceptSchedule::aNewConceptIsDueOnAnotherDay() {
    for (const Rating rating : {Rating::Again, Rating::Hard, Rating::Good, Rating::Easy}) {
        const ConceptState state = afterRating(std::nullopt, rating, kNow);
        QVERIFY(days(state.interval) >= 1);
        QCOMPARE(state.lapses, 0);
        QVERIFY(dueAt(state, std::nullopt) >= inDays(1));
    }
}

void TestConceptSchedule::aClockSetBackDoesNoHarm() {
    const ConceptState first = afterRating(std::nullopt, Rating::Good, kNow);
    const ConceptState second = afterRating(first, Rating::Good, inDays(-400));
    QVERIFY(second.lastReview == kNow);
    QVERIFY(*second.card.stability > 0 && std::isfinite(*second.card.stability));
    QCOMPARE(recallAt(second, inDays(-400)), 1.0);
}

void TestConceptSchedule::recallFallsFromOneToTheRetention() {
    const ConceptState state = afterRating(std::nullopt, Rating::Easy, kNow);
    QCOMPARE(recallAt(state, kNow), 1.0);
    // By definition R(S, S) = 0.9.
    const double atStability = recallAt(state, inDays(*state.card.stability));
    QVERIFY(std::abs(atStability - 0.9) < 1e-6);
    QVERIFY(recallAt(state, inDays(2)) > recallAt(state, inDays(2.5)));
    QCOMPARE(recallAt(ConceptState{}, kNow), 0.0);
}

QTEST_APPLESS_MAIN(TestConceptSchedule)
#include "tst_concept_schedule.moc"
