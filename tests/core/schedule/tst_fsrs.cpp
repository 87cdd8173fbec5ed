#include "schedule/fsrs.h"
#include "support/oracle_json.h"
#include <QtTest>

using namespace nodewise;
using namespace nodewise::schedule;

namespace {

// Against py-fsrs 6.3.1 in double: 1e-9 relative; intervals exact.
constexpr double kRelative = 1e-9;

/// Upstream's unit vectors: printed to 8 decimals, partly computed in 32 bits.
bool near(double value, double expected, double tolerance) {
    static const tests::Oracle oracle("FSRS-6 unit vectors (printed)",
                                      "fsrs/upstream_unit_vectors.json");
    const double scale = std::max(1.0, std::abs(expected));
    return oracle.absolute(value / scale, expected / scale, tolerance);
}

constexpr const char* kSequences = "fsrs/fsrs6_sequences.json";
constexpr const char* kUpstream = "fsrs/upstream_unit_vectors.json";
const tests::Oracle kRecall("FSRS-6 recall before each review", kSequences),
    kStates("FSRS-6 stability and difficulty", kSequences),
    kIntervals("FSRS-6 intervals", kSequences), kSameDay("FSRS-6 same-day stability", kUpstream);

QJsonObject oracle(const char* name) {
    return tests::oracleJson(name);
}

std::vector<Seconds> steps(const QJsonValue& list) {
    std::vector<Seconds> result;
    for (const QJsonValue& step : list.toArray())
        result.emplace_back(step.toDouble());
    return result;
}

Parameters parametersOf(const QJsonObject& scheduler) {
    Parameters p;
    const QJsonArray weights = scheduler[QLatin1String("parameters")].toArray();
    for (std::size_t i = 0; i < p.weights.size(); ++i)
        p.weights[i] = weights[static_cast<int>(i)].toDouble();
    p.desiredRetention = scheduler[QLatin1String("desired_retention")].toDouble();
    p.learningSteps = steps(scheduler[QLatin1String("learning_steps")]);
    p.relearningSteps = steps(scheduler[QLatin1String("relearning_steps")]);
    p.maximumIntervalDays = scheduler[QLatin1String("maximum_interval")].toInt();
    return p;
}

QString phaseName(Phase phase) {
    switch (phase) {
    case Phase::Learning:
        return QStringLiteral("Learning");
    case Phase::Review:
        return QStringLiteral("Review");
    case Phase::Relearning:
        return QStringLiteral("Relearning");
    }
    return {};
}

Rating rating(int number) {
    return static_cast<Rating>(number);
}

}  // namespace

class TestFsrs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanupTestCase() { tests::Oracle::writeTable(); }
    void followsTheReferenceSequences_data();
    void followsTheReferenceSequences();
    void givesTheUpstreamUnitVectors();
    void floorsSameDayReviewsAsPyFsrs();
    void intervalsGrowWithTheRating();
    void refusesParametersOutOfBounds();
};

void TestFsrs::followsTheReferenceSequences_data() {
    QTest::addColumn<QJsonObject>("scheduler");
    QTest::addColumn<QJsonArray>("steps");
    const QJsonObject all = oracle(kSequences);
    const QJsonObject schedulers = all[QLatin1String("schedulers")].toObject();
    for (const QJsonValue& item : all[QLatin1String("cases")].toArray()) {
        const QJsonObject one = item.toObject();
        const QByteArray name = one[QLatin1String("name")].toString().toUtf8();
        QTest::newRow(name.constData())
            << schedulers[one[QLatin1String("scheduler")].toString()].toObject()
            << one[QLatin1String("steps")].toArray();
    }
}

void TestFsrs::followsTheReferenceSequences() {
    QFETCH(QJsonObject, scheduler);
    QFETCH(QJsonArray, steps);
    const Parameters p = parametersOf(scheduler);
    QVERIFY(checkParameters(p));
    QVERIFY(!steps.isEmpty());
    CardState state;
    for (const QJsonValue& item : steps) {
        const QJsonObject step = item.toObject();
        const Seconds elapsed(step[QLatin1String("elapsed_s")].toDouble());
        const double recall = retrievability(p, state, elapsed);
        QVERIFY(kRecall.absolute(recall, step[QLatin1String("retrievability_before")].toDouble(),
                                 kRelative));
        const auto next = review(p, state, rating(step[QLatin1String("rating")].toInt()), elapsed);
        state = next.state;
        QVERIFY(kStates.relative(*state.stability, step[QLatin1String("stability")].toDouble(),
                                 kRelative));
        QVERIFY(kStates.relative(*state.difficulty, step[QLatin1String("difficulty")].toDouble(),
                                 kRelative));
        QCOMPARE(phaseName(state.phase), step[QLatin1String("state")].toString());
        QCOMPARE(state.step.value_or(-1), step[QLatin1String("step")].toInt(-1));
        QVERIFY(kIntervals.absolute(next.interval.count(),
                                    step[QLatin1String("interval_s")].toDouble(), 0));
    }
}

void TestFsrs::givesTheUpstreamUnitVectors() {
    // Printed upstream to 8 decimals, partly computed in 32 bits: 1e-6 relative.
    const QJsonObject all = oracle(kUpstream);
    const Parameters p;
    const auto number = [](const QJsonObject& o, const char* name) {
        return o[QLatin1String(name)].toDouble();
    };
    for (const QJsonValue& item : all[QLatin1String("forgetting_curve")].toArray()) {
        const QJsonObject o = item.toObject();
        QVERIFY(near(forgettingCurve(number(o, "t"), number(o, "S"), number(o, "decay")),
                     number(o, "R"), 1e-6));
    }
    const QJsonObject initial = all[QLatin1String("initial")].toObject();
    const QJsonArray before =
        all[QLatin1String("next_difficulty_from_5")].toObject()[QLatin1String("after")].toArray();
    for (int i = 0; i < 4; ++i) {
        const Rating r = rating(i + 1);
        QVERIFY(near(initialStability(p, r),
                     initial[QLatin1String("stability")].toArray()[i].toDouble(), 1e-12));
        QVERIFY(near(initialDifficulty(p, r),
                     initial[QLatin1String("difficulty")].toArray()[i].toDouble(), 1e-6));
        QVERIFY(near(nextDifficulty(p, 5, r), before[i].toDouble(), 1e-6));
    }
    for (const QJsonValue& item : all[QLatin1String("recall_stability")].toArray()) {
        const QJsonObject o = item.toObject();
        QVERIFY(near(recallStability(p, number(o, "D"), number(o, "S"), number(o, "R"),
                                     rating(o[QLatin1String("rating")].toInt())),
                     number(o, "S_new"), 1e-6));
    }
    for (const QJsonValue& item : all[QLatin1String("forget_stability_uncapped")].toArray()) {
        const QJsonObject o = item.toObject();
        QVERIFY(near(forgetStabilityUncapped(p, number(o, "D"), number(o, "S"), number(o, "R")),
                     number(o, "S_new"), 1e-6));
    }
    const QJsonObject intervals = all[QLatin1String("next_interval_S1")].toObject();
    const QJsonArray wanted = intervals[QLatin1String("desired_retention")].toArray();
    for (int i = 0; i < wanted.size(); ++i) {
        Parameters other;
        other.desiredRetention = wanted[i].toDouble();
        other.maximumIntervalDays = std::numeric_limits<int>::max();
        QVERIFY(near(intervalDays(other, 1),
                     intervals[QLatin1String("days")].toArray()[i].toDouble(), 1e-6));
    }
}

void TestFsrs::floorsSameDayReviewsAsPyFsrs() {
    const QJsonArray expected = oracle(kUpstream)[QLatin1String("short_term_stability_S5")]
                                    .toObject()[QLatin1String("py_fsrs")]
                                    .toArray();
    for (int i = 0; i < 4; ++i)
        QVERIFY(kSameDay.relative(sameDayStability({}, 5, rating(i + 1)), expected[i].toDouble(),
                                  kRelative));
}

void TestFsrs::intervalsGrowWithTheRating() {
    Parameters p;
    p.learningSteps.clear();
    p.relearningSteps.clear();
    for (const double stability : {0.4, 3.0, 20.0, 120.0})
        for (const double days : {0.5, 1.0, 7.0, 90.0}) {
            const CardState state{Phase::Review, std::nullopt, stability, 5.5};
            double last = 0;
            for (int i = 1; i <= 4; ++i) {
                const auto next = review(p, state, rating(i), Seconds(days * 86400));
                QVERIFY(next.interval.count() >= last);
                last = next.interval.count();
            }
        }
}

void TestFsrs::refusesParametersOutOfBounds() {
    Parameters p;
    QVERIFY(checkParameters(p));
    p.weights[4] = 11;
    QCOMPARE(checkParameters(p).error().place, std::string("/parameters/4"));
    p = {};
    p.weights[20] = std::nan("");
    QCOMPARE(checkParameters(p).error().code, ErrorCode::ValueOutOfRange);
    p = {};
    p.desiredRetention = 1;
    QVERIFY(!checkParameters(p));
    p = {};
    p.learningSteps = {Seconds(-1)};
    QVERIFY(!checkParameters(p));
    p = {};
    p.maximumIntervalDays = 0;
    QVERIFY(!checkParameters(p));
}

QTEST_APPLESS_MAIN(TestFsrs)
#include "tst_fsrs.moc"
