#include "analytics/roc.h"
#include "support/oracle_json.h"
#include <QtTest>

using namespace nodewise::analytics;
using namespace nodewise::tests;

namespace {

constexpr double kTight = 1e-9, kP = 1e-8;
constexpr const char* kAsah = "roc/asah_expected.json";
const Oracle kArea("AUC, empirical", kAsah), kVariance("DeLong variance and covariance", kAsah),
    kInterval("DeLong interval", kAsah), kTest("DeLong test: Z, D, df", kAsah),
    kTestP("DeLong test: p", kAsah);

// aSAH: positive = Poor.
std::vector<Rated> asah(const char* marker, const char* onlyGender = nullptr) {
    const OracleTable table = oracleCsv("roc/asah.csv");
    std::vector<Rated> result;
    for (const auto& row : table.rows)
        if (!onlyGender || row[table.column("gender")] == onlyGender)
            result.push_back(
                {row[table.column(marker)].toDouble(), row[table.column("outcome")] == "Poor"});
    return result;
}

std::vector<Rated> vanDyke(const QByteArray& treatment, const QByteArray& reader) {
    const OracleTable table = oracleCsv("roc/vandyke.csv");
    std::vector<Rated> result;
    for (const auto& row : table.rows)
        if (row[table.column("treatment")] == treatment && row[table.column("reader")] == reader)
            result.push_back(
                {row[table.column("rating")].toDouble(), row[table.column("truth")] == "1"});
    return result;
}

}  // namespace

class TestRoc : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanupTestCase() { Oracle::writeTable(); }
    void givesTheAreasOfAsah_data();
    void givesTheAreasOfAsah();
    void givesTheCovariancesOfAsah();
    void comparesCurvesAsDeLong();
    void givesTheAreasOfVanDyke();
    void agreesWithCountingPairs();
    void turnsAroundWithTheScore();
    void theAreaUnderTheCurveIsTheArea();
    void oneThresholdIsAPointOfTheCurve();
    void saysWhyThereIsNone();
};

void TestRoc::givesTheAreasOfAsah_data() {
    QTest::addColumn<QByteArray>("marker");
    for (const char* marker : {"wfns", "s100b", "ndka"})
        QTest::newRow(marker) << QByteArray(marker);
}

void TestRoc::givesTheAreasOfAsah() {
    QFETCH(QByteArray, marker);
    const QJsonObject expected = oracleJson("roc/asah_expected.json");
    const QLatin1String name(marker);
    const Estimate area = auc(asah(marker));
    QVERIFY(kArea.relative(*area.value, expected[QLatin1String("auc")][name].toDouble(), kTight));
    const double variance = expected[QLatin1String("var_delong")][name].toDouble();
    QVERIFY(kVariance.relative(*area.standardError * *area.standardError, variance, kTight));
    const QJsonObject intervals = expected[QLatin1String("ci_delong")].toObject();
    const QString recomputed = QString(name) + QLatin1String("_recomputed");
    const auto ci = numbersOf(intervals.contains(name) ? intervals[name] : intervals[recomputed]);
    QVERIFY(kInterval.absolute(area.interval->low, ci.at(0), 1e-9));
    QVERIFY(kInterval.absolute(area.interval->high, ci.at(2), 1e-9));
}

void TestRoc::givesTheCovariancesOfAsah() {
    const QJsonObject expected =
        oracleJson("roc/asah_expected.json")[QLatin1String("cov_delong")].toObject();
    QCOMPARE(expected.size(), 3);
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        const QStringList names = it.key().split(QLatin1Char(','));
        const Estimate value = delongCovariance(asah(names[0].toLatin1().constData()),
                                                asah(names[1].toLatin1().constData()));
        QVERIFY(kVariance.relative(*value.value, it.value().toDouble(), kTight));
    }
    const auto female = numbersOf(oracleJson("roc/asah_expected.json")[QLatin1String("ci_delong")]
                                      .toObject()[QLatin1String("ndka_female_only")]);
    const Estimate area = auc(asah("ndka", "Female"));
    QVERIFY(kArea.absolute(*area.value, female.at(1), 1e-9));
    QVERIFY(kInterval.absolute(area.interval->low, female.at(0), 1e-9));
}

void TestRoc::comparesCurvesAsDeLong() {
    const QJsonObject all = oracleJson("roc/asah_expected.json");
    for (const char* kind : {"paired_test", "unpaired_test"}) {
        const bool paired = QByteArray(kind) == "paired_test";
        const QJsonObject tests = all[QLatin1String(kind)].toObject();
        QCOMPARE(tests.size(), 3);
        for (auto it = tests.begin(); it != tests.end(); ++it) {
            const QStringList names = it.key().split(QLatin1Char('-'));
            const auto a = asah(names[0].toLatin1().constData());
            const auto b = asah(names[1].toLatin1().constData());
            const auto test = paired ? comparePaired(a, b) : compareUnpaired(a, b);
            const QJsonObject expected = it.value().toObject();
            const double z = expected[QLatin1String(paired ? "Z" : "D")].toDouble();
            const double p = expected[QLatin1String(paired ? "p_two_sided" : "p")].toDouble();
            QVERIFY2(kTest.relative(test.z, z, kTight), qPrintable(it.key()));
            QVERIFY(kTestP.absolute(test.pTwoSided, p, kP));
            if (paired) {
                const auto ci = numbersOf(expected[QLatin1String("ci")]);
                QVERIFY(kInterval.absolute(test.difference.interval->low, ci.at(0), 1e-9));
                QVERIFY(kInterval.absolute(test.difference.interval->high, ci.at(1), 1e-9));
            } else {
                QVERIFY(kTest.relative(test.degreesOfFreedom,
                                       expected[QLatin1String("df")].toDouble(), kTight));
            }
        }
    }
}

void TestRoc::givesTheAreasOfVanDyke() {
    const QJsonObject expected = oracleJson("roc/vandyke_expected.json")[QLatin1String("jackknife")]
                                     .toObject()[QLatin1String("auc")]
                                     .toObject();
    const Oracle oracle("AUC, empirical", "roc/vandyke_expected.json");
    for (const char* treatment : {"1", "2"})
        for (const char* reader : {"1", "2", "3", "4", "5"}) {
            const double area =
                expected[QLatin1String(treatment)].toObject()[QLatin1String(reader)].toDouble();
            QVERIFY(oracle.relative(*auc(vanDyke(treatment, reader)).value, area, kTight));
        }
}

void TestRoc::agreesWithCountingPairs() {
    // The definition, pair by pair: ties count one half.
    const auto ratings = asah("wfns");
    double sum = 0, pairs = 0;
    for (const Rated& a : ratings)
        for (const Rated& b : ratings)
            if (a.positive && !b.positive) {
                sum += a.score > b.score ? 1.0 : a.score == b.score ? 0.5 : 0.0;
                ++pairs;
            }
    QVERIFY(nearRelative(*auc(ratings).value, sum / pairs, 1e-12));
}

void TestRoc::turnsAroundWithTheScore() {
    auto ratings = asah("s100b");
    const double area = *auc(ratings).value;
    for (Rated& r : ratings)
        r.score = -r.score;
    QVERIFY(nearAbsolute(*auc(ratings).value, 1 - area, 1e-12));
}

void TestRoc::theAreaUnderTheCurveIsTheArea() {
    const auto ratings = asah("wfns");
    const auto curve = rocCurve(ratings);
    QVERIFY(curve.front().falsePositiveRate == 0 && curve.back().truePositiveRate == 1);
    double area = 0;
    for (std::size_t i = 1; i < curve.size(); ++i)
        area += (curve[i].falsePositiveRate - curve[i - 1].falsePositiveRate) *
                (curve[i].truePositiveRate + curve[i - 1].truePositiveRate) / 2;
    QVERIFY(nearRelative(area, *auc(ratings).value, 1e-12));
}

/// Ten positives, eight of them at 0.7, two at 0.3; ten negatives, three at 0.5, the rest at 0.2.
void TestRoc::oneThresholdIsAPointOfTheCurve() {
    std::vector<Rated> ratings;
    for (int i = 0; i < 10; ++i) {
        ratings.push_back({i < 8 ? 0.7 : 0.3, true});
        ratings.push_back({i < 3 ? 0.5 : 0.2, false});
    }
    const auto at = operatingPoint(ratings, 0.5);
    QCOMPARE(*at.sensitivity.value, 0.8);
    QCOMPARE(*at.specificity.value, 0.7);
    // Wilson 1927 for 8 of 10, by hand: (x + z²/2 ± z √(x(n−x)/n + z²/4)) / (n + z²).
    const double z = 1.959963984540054, middle = 8 + z * z / 2;
    const double half = z * std::sqrt(8.0 * 2 / 10 + z * z / 4);
    QVERIFY(std::abs(at.sensitivity.interval->low - (middle - half) / (10 + z * z)) < 1e-9);
    QVERIFY(std::abs(at.sensitivity.interval->high - (middle + half) / (10 + z * z)) < 1e-9);
    bool onCurve = false;
    for (const RocPoint& point : rocCurve(ratings))
        onCurve = onCurve || (std::abs(point.truePositiveRate - 0.8) < 1e-12 &&
                              std::abs(point.falsePositiveRate - 0.3) < 1e-12);
    QVERIFY(onCurve);
    QCOMPARE(*operatingPoint(ratings, 0.51).specificity.value, 1.0);
    QVERIFY(operatingPoint(std::vector<Rated>{{0.4, true}}, 0.5).specificity.reason ==
            Reason::NoData);
    QVERIFY(operatingPoint(std::vector<Rated>{{std::nan(""), true}}, 0.5).sensitivity.reason ==
            Reason::InvalidInput);
}

void TestRoc::saysWhyThereIsNone() {
    QCOMPARE(auc({}).reason, Reason::NoData);
    const std::vector<Rated> one{{0.1, true}, {0.2, true}};
    QCOMPARE(auc(one).reason, Reason::OneClassOnly);
    QVERIFY(!auc(one).value && rocCurve(one).empty());
    const std::vector<Rated> bad{{std::nan(""), true}, {0.2, false}};
    QCOMPARE(auc(bad).reason, Reason::InvalidInput);
    const std::vector<Rated> pair{{0.9, true}, {0.2, false}};
    QCOMPARE(*auc(pair).value, 1.0);
    QVERIFY(!auc(pair).standardError);
    const std::vector<Rated> swapped{{0.9, false}, {0.2, true}};
    QCOMPARE(delongCovariance(pair, swapped).reason, Reason::InvalidInput);
    const auto same = comparePaired(asah("ndka"), asah("ndka"));
    QCOMPARE(*same.difference.value, 0.0);
    QCOMPARE(same.pTwoSided, 1.0);
    QVERIFY(!same.difference.interval);
}

QTEST_APPLESS_MAIN(TestRoc)
#include "tst_roc.moc"
