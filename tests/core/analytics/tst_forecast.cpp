#include "analytics/forecast.h"
#include "support/oracle_json.h"
#include <QtTest>
#include <random>

using namespace nodewise::analytics;
using namespace nodewise::tests;

namespace {

constexpr double kTight = 1e-9;
constexpr const char* kCases = "roc/calibration.json";
const Oracle kBrier("Brier score", kCases), kLog("Log score", kCases),
    kErrors("ECE and MCE, 2, 5, 10 bins", kCases), kZ("Spiegelhalter's z", kCases),
    kFit("Calibration slope, intercept, in the large", kCases);

std::vector<Forecast> forecastsOf(const QJsonObject& one) {
    std::vector<Forecast> result;
    const auto p = numbersOf(one[QLatin1String("p")]), y = numbersOf(one[QLatin1String("y")]);
    for (std::size_t i = 0; i < p.size(); ++i)
        result.push_back({p[i], y[i] > 0.5});
    return result;
}

// Probabilities that are true by construction: y follows p.
std::vector<Forecast> honest(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<Forecast> result;
    for (std::size_t i = 0; i < count; ++i) {
        const double p = (static_cast<double>(i % 97) + 1) / 99.0;
        result.push_back({p, static_cast<double>(random()) / 4294967296.0 < p});
    }
    return result;
}

}  // namespace

class TestForecast : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanupTestCase() { Oracle::writeTable(); }
    void givesTheCalibrationFigures_data();
    void givesTheCalibrationFigures();
    void skillIsZeroForTheBaseRateAndOneForPerfection();
    void theBandIsTheSameEveryTime();
    void theBandHoldsTheValueAndShrinks();
    void theTrendEndsAtTheSkill();
    void binsAreClosedOnTheRight();
    void everyForecastLiesInOneBin();
    void honestForecastsHaveSlopeOne();
    void saysWhyThereIsNone();
};

void TestForecast::givesTheCalibrationFigures_data() {
    QTest::addColumn<QJsonObject>("one");
    for (const QJsonValue& item :
         oracleJson("roc/calibration.json")[QLatin1String("cases")].toArray())
        QTest::newRow(item[QLatin1String("name")].toString().toUtf8().constData())
            << item.toObject();
}

void TestForecast::givesTheCalibrationFigures() {
    QFETCH(QJsonObject, one);
    const auto forecasts = forecastsOf(one);
    QVERIFY(kBrier.absolute(*brierScore(forecasts).value, one[QLatin1String("brier")].toDouble(),
                            kTight));
    if (one.contains(QLatin1String("log_loss")))
        QVERIFY(kLog.absolute(*logScore(forecasts).value, one[QLatin1String("log_loss")].toDouble(),
                              kTight));
    for (const int bins : {2, 5, 10}) {
        const QString key = QStringLiteral("bins_%1").arg(bins);
        if (!one.contains(key))
            continue;
        const auto error = calibrationError(reliability(forecasts, bins));
        QVERIFY(
            kErrors.absolute(error.expected, one[key][QLatin1String("ece")].toDouble(), kTight));
        QVERIFY(kErrors.absolute(error.maximum, one[key][QLatin1String("mce")].toDouble(), kTight));
    }
    const Calibration fit = calibration(forecasts);
    if (one.contains(QLatin1String("spiegelhalter_z")))
        QVERIFY(kZ.absolute(*fit.spiegelhalterZ.value,
                            one[QLatin1String("spiegelhalter_z")].toDouble(), kTight));
    if (!one.contains(QLatin1String("slope")))
        return;
    if (one[QLatin1String("slope")].isNull()) {
        QCOMPARE(fit.slope.reason, Reason::PerfectlySeparable);
        QVERIFY(!fit.slope.value && !fit.intercept.value);
        return;
    }
    QVERIFY(kFit.absolute(*fit.slope.value, one[QLatin1String("slope")].toDouble(), 1e-8));
    QVERIFY(kFit.absolute(*fit.intercept.value,
                          one[QLatin1String("intercept_with_slope")].toDouble(), 1e-8));
    QVERIFY(kFit.absolute(*fit.inTheLarge.value,
                          one[QLatin1String("calibration_in_the_large")].toDouble(), 1e-8));
}

void TestForecast::skillIsZeroForTheBaseRateAndOneForPerfection() {
    std::vector<Forecast> base, perfect, inverted;
    for (int i = 0; i < 30; ++i) {
        const bool positive = i % 3 == 0;
        base.push_back({1.0 / 3.0, positive});
        perfect.push_back({positive ? 1.0 : 0.0, positive});
        inverted.push_back({positive ? 0.0 : 1.0, positive});
    }
    QVERIFY(nearAbsolute(*brierSkill(base).value, 0, 1e-12));
    QVERIFY(nearAbsolute(*brierSkill(perfect).value, 1, 1e-12));
    // 1 - 1 / (1/3 * 2/3) = -3.5
    QVERIFY(nearAbsolute(*brierSkill(inverted).value, -3.5, 1e-12));
}

void TestForecast::theBandIsTheSameEveryTime() {
    const auto forecasts = honest(64, 1);
    const Estimate first = brierSkill(forecasts), second = brierSkill(forecasts);
    QVERIFY(first == second);
    BootstrapOptions other;
    other.seed = 7;
    QVERIFY(!(brierSkill(forecasts, other) == first));
}

void TestForecast::theBandHoldsTheValueAndShrinks() {
    // Of twelve pairs of samples: the width of one band says more of its sample than of its size.
    double fewWidths = 0, manyWidths = 0;
    for (unsigned seed = 1; seed <= 12; ++seed) {
        const Estimate few = brierSkill(honest(40, seed)), many = brierSkill(honest(640, seed));
        for (const Estimate& e : {few, many})
            QVERIFY(e.interval->low < *e.value && *e.value < e.interval->high);
        fewWidths += few.interval->high - few.interval->low;
        manyWidths += many.interval->high - many.interval->low;
    }
    const double ratio = fewWidths / manyWidths;
    QVERIFY2(ratio > 3 && ratio < 6, qPrintable(QString::number(ratio)));  // 4: the root of 16
}

void TestForecast::theTrendEndsAtTheSkill() {
    const auto forecasts = honest(64, 5);
    const auto trend = skillTrend(forecasts);
    QVERIFY(trend.front().count >= 8 && trend.back().count == 64);
    QVERIFY(nearAbsolute(trend.back().skill, *brierSkill(forecasts).value, 1e-12));
    for (std::size_t i = 1; i < trend.size(); ++i)
        QVERIFY(trend[i].count > trend[i - 1].count);
    QVERIFY(skillTrend(honest(2000, 5)).size() < 60);
    QVERIFY(skillTrend(std::span(forecasts).first(7)).empty());
    const std::vector<Forecast> oneClass(20, {0.4, false});
    QVERIFY(skillTrend(oneClass).empty());
}

void TestForecast::binsAreClosedOnTheRight() {
    const std::vector<Forecast> forecasts{{0, false}, {0.2, true}, {0.2000001, true}, {1, true}};
    const auto bins = reliability(forecasts, 5);
    QCOMPARE(bins[0].count, 2);
    QCOMPARE(bins[1].count, 1);
    QCOMPARE(bins[4].count, 1);
    QCOMPARE(bins[0].positives, 1);
    QCOMPARE(bins[0].meanProbability, 0.1);
    QCOMPARE(bins[2].observed.reason, Reason::NoData);
    QVERIFY(bins[4].observed.interval->high == 1.0);
}

void TestForecast::everyForecastLiesInOneBin() {
    const auto forecasts = honest(500, 11);
    for (const int count : {1, 2, 5, 10, 33}) {
        int total = 0;
        for (const ReliabilityBin& bin : reliability(forecasts, count)) {
            total += bin.count;
            if (bin.count)
                QVERIFY(bin.meanProbability > bin.low - 1e-12 &&
                        bin.meanProbability <= bin.high + 1e-12);
        }
        QCOMPARE(total, 500);
    }
    QVERIFY(reliability(forecasts, 0).empty());
}

void TestForecast::honestForecastsHaveSlopeOne() {
    const Calibration fit = calibration(honest(20000, 17));
    QVERIFY(std::abs(*fit.slope.value - 1) < 4 * *fit.slope.standardError);
    QVERIFY(std::abs(*fit.intercept.value) < 4 * *fit.intercept.standardError);
    QVERIFY(std::abs(*fit.spiegelhalterZ.value) < 4);
    QVERIFY(*fit.slope.standardError < 0.05);
}

void TestForecast::saysWhyThereIsNone() {
    QCOMPARE(brierScore({}).reason, Reason::NoData);
    QCOMPARE(brierSkill({}).reason, Reason::NoData);
    const std::vector<Forecast> oneClass(5, {0.4, true}), same{{0.4, true}, {0.4, false}};
    QCOMPARE(brierSkill(oneClass).reason, Reason::OneClassOnly);
    QCOMPARE(calibration(oneClass).slope.reason, Reason::OneClassOnly);
    QCOMPARE(calibration(same).slope.reason, Reason::NoVariance);
    const std::vector<Forecast> half(4, {0.5, true});
    QCOMPARE(calibration(half).spiegelhalterZ.reason, Reason::NoVariance);
    const std::vector<Forecast> bad{{1.2, true}, {std::nan(""), false}};
    QCOMPARE(brierScore(bad).reason, Reason::InvalidInput);
    const std::vector<Forecast> single{{0.3, true}};
    QVERIFY(brierScore(single).value && !brierScore(single).interval);
    const std::vector<Forecast> certain{{0, true}};
    QVERIFY(std::isfinite(*logScore(certain).value));
}

QTEST_APPLESS_MAIN(TestForecast)
#include "tst_forecast.moc"
