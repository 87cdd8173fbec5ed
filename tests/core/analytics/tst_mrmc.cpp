#include "analytics/dbm.h"
#include "analytics/mrmc.h"
#include "support/oracle_json.h"
#include <QtTest>
#include <map>

using namespace nodewise::analytics;
using namespace nodewise::tests;

namespace {

// 1e-8 relative against the full-precision blocks.
constexpr double kTolerance = 1e-8;
constexpr const char* kVanDyke = "roc/vandyke_expected.json";

CrossedStudy vanDyke() {
    const OracleTable table = oracleCsv("roc/vandyke.csv");
    std::map<int, std::map<int, std::map<int, Rated>>> cells;
    for (const auto& row : table.rows)
        cells[row[table.column("treatment")].toInt()][row[table.column("reader")].toInt()]
             [row[table.column("case")].toInt()] = {row[table.column("rating")].toDouble(),
                                                    row[table.column("truth")] == "1"};
    CrossedStudy study;
    for (const auto& [treatment, readers] : cells) {
        study.ratings.emplace_back();
        for (const auto& [reader, cases] : readers) {
            study.ratings.back().emplace_back();
            for (const auto& [id, rated] : cases)
                study.ratings.back().back().push_back(rated);
        }
    }
    return study;
}

bool same(double value, const QJsonValue& expected) {
    static const Oracle oracle("MRMC, Obuchowski-Rockette: all", kVanDyke);
    return oracle.relative(value, expected.toDouble(), kTolerance);
}

}  // namespace

class TestMrmc : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanupTestCase() { Oracle::writeTable(); }
    void givesTheVanDykeStudy_data();
    void givesTheVanDykeStudy();
    void pseudovaluesComeToTheSame();
    void meanSquaresOfAClosedForm();
    void theJackknifeIsTheJackknife();
    void refusesStudiesThatAreNotCrossed();
};

void TestMrmc::givesTheVanDykeStudy_data() {
    QTest::addColumn<int>("method");
    QTest::newRow("jackknife") << static_cast<int>(CovarianceMethod::Jackknife);
    QTest::newRow("delong") << static_cast<int>(CovarianceMethod::DeLong);
}

void TestMrmc::givesTheVanDykeStudy() {
    QFETCH(int, method);
    const QLatin1String block(QTest::currentDataTag());
    const QJsonObject expected = oracleJson(kVanDyke)[block].toObject();
    QVERIFY(!expected.isEmpty());
    const auto at = [&](const char* part, const char* name) {
        return expected[QLatin1String(part)][QLatin1String(name)];
    };
    const auto result = obuchowskiRockette(vanDyke(), static_cast<CovarianceMethod>(method));
    QVERIFY(result.reason == Reason::None);
    QVERIFY(same(result.msModality, expected[QLatin1String("MS_T")]));
    QVERIFY(same(result.msReader, expected[QLatin1String("MS_R")]));
    QVERIFY(same(result.msInteraction, expected[QLatin1String("MS_TR")]));
    QVERIFY(same(result.varianceError, expected[QLatin1String("var_error")]));
    QVERIFY(same(result.cov1, expected[QLatin1String("cov1")]));
    QVERIFY(same(result.cov2, expected[QLatin1String("cov2")]));
    QVERIFY(same(result.cov3, expected[QLatin1String("cov3")]));
    QVERIFY(same(result.randomBoth.statistic, at("RRRC", "F")));
    QVERIFY(same(result.randomBoth.denominatorDf, at("RRRC", "ddf")));
    QVERIFY(same(result.randomBoth.p, at("RRRC", "p")));
    QVERIFY(same(*result.differenceBoth.value, at("RRRC_diff", "diff")));
    QVERIFY(same(*result.differenceBoth.standardError, at("RRRC_diff", "se")));
    QVERIFY(same(result.differenceBoth.interval->low, at("RRRC_diff", "lo")));
    QVERIFY(nearAbsolute(result.differenceBoth.interval->high, at("RRRC_diff", "hi").toDouble(),
                         1e-10));
    QVERIFY(same(result.fixedReaders.statistic, at("FRRC_diff", "X2")));
    QVERIFY(same(result.fixedReaders.p, at("FRRC_diff", "p")));
    QVERIFY(same(*result.differenceFixedReaders.standardError, at("FRRC_diff", "se")));
    QVERIFY(same(result.differenceFixedReaders.interval->high, at("FRRC_diff", "hi")));
    QVERIFY(same(result.fixedCases.statistic, at("RRFC_diff", "F")));
    QVERIFY(same(result.fixedCases.p, at("RRFC_diff", "p")));
    QVERIFY(same(result.differenceFixedCases.interval->low, at("RRFC_diff", "lo")));
}

/// Dorfman, Berbaum and Metz by the analysis of variance of pseudovalues: with Hillis' degrees of
/// freedom the tests with random readers are those of Obuchowski and Rockette.
void TestMrmc::pseudovaluesComeToTheSame() {
    const QJsonObject expected = oracleJson(kVanDyke)[QLatin1String("jackknife")].toObject();
    const auto at = [&](const char* part, const char* name) {
        return expected[QLatin1String(part)][QLatin1String(name)].toDouble();
    };
    const Oracle oracle("MRMC, Dorfman-Berbaum-Metz: F, df, p", kVanDyke);
    const CrossedStudy study = vanDyke();
    const DbmResult dbm = dorfmanBerbaumMetz(study);
    QVERIFY(dbm.reason == Reason::None);
    QVERIFY(oracle.relative(dbm.randomBoth.statistic, at("RRRC", "F"), kTolerance));
    QVERIFY(oracle.relative(dbm.randomBoth.denominatorDf, at("RRRC", "ddf"), kTolerance));
    QVERIFY(oracle.relative(dbm.randomBoth.p, at("RRRC", "p"), kTolerance));
    QVERIFY(oracle.relative(dbm.fixedCases.statistic, at("RRFC_diff", "F"), kTolerance));
    QVERIFY(oracle.relative(dbm.fixedCases.p, at("RRFC_diff", "p"), kTolerance));
    // The chi-square of Obuchowski and Rockette is this F with endless degrees of freedom.
    QVERIFY(oracle.relative(dbm.fixedReaders.statistic, at("FRRC_diff", "X2"), kTolerance));
    QCOMPARE(dbm.fixedReaders.denominatorDf, 113.0);
    QVERIFY(dbm.fixedReaders.p > at("FRRC_diff", "p"));
    // Each mean square of the areas is that of the pseudovalues over the number of cases.
    const double cases = static_cast<double>(study.ratings[0][0].size());
    QVERIFY(
        oracle.relative(dbm.msT / cases, expected[QLatin1String("MS_T")].toDouble(), kTolerance));
    QVERIFY(
        oracle.relative(dbm.msR / cases, expected[QLatin1String("MS_R")].toDouble(), kTolerance));
    QVERIFY(
        oracle.relative(dbm.msTR / cases, expected[QLatin1String("MS_TR")].toDouble(), kTolerance));
}

/// The parts of the variance of single areas: Hillis 2005, the mean squares of the two methods.
void TestMrmc::meanSquaresOfAClosedForm() {
    const CrossedStudy study = vanDyke();
    const DbmResult dbm = dorfmanBerbaumMetz(study);
    const MrmcResult rockette = obuchowskiRockette(study);
    const double cases = 114, modalities = 2, readers = 5;
    const double trc = rockette.varianceError - rockette.cov1 - rockette.cov2 + rockette.cov3;
    QVERIFY(nearRelative(dbm.msTRC, cases * trc, 1e-9));
    QVERIFY(nearRelative(dbm.msTC - dbm.msTRC, cases * readers * (rockette.cov2 - rockette.cov3),
                         1e-9));
    QVERIFY(nearRelative(dbm.msRC - dbm.msTRC, cases * modalities * (rockette.cov1 - rockette.cov3),
                         1e-9));
    QVERIFY(nearRelative(dbm.msC - dbm.msTC - dbm.msRC + dbm.msTRC,
                         cases * modalities * readers * rockette.cov3, 1e-9));
    CrossedStudy broken = vanDyke();
    broken.ratings[1][2].pop_back();
    QCOMPARE(dorfmanBerbaumMetz(broken).reason, Reason::InvalidInput);
}

void TestMrmc::theJackknifeIsTheJackknife() {
    // Areas with a case left out, worked out anew, give the same variance of one reader.
    const auto ratings = vanDyke().ratings[0][0];
    std::vector<double> areas;
    double sum = 0, squares = 0;
    for (std::size_t k = 0; k < ratings.size(); ++k) {
        auto fewer = ratings;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(k));
        areas.push_back(*auc(fewer).value);
        sum += areas.back();
    }
    const double n = static_cast<double>(areas.size());
    for (const double area : areas)
        squares += (area - sum / n) * (area - sum / n);
    CrossedStudy twice;
    twice.ratings = {{ratings, ratings}, {ratings, ratings}};
    const auto result = obuchowskiRockette(twice);
    QVERIFY(nearRelative(result.varianceError, squares * (n - 1) / n, 1e-9));
    QVERIFY(result.randomBoth.p == 1 && result.msModality < 1e-30);
}

void TestMrmc::refusesStudiesThatAreNotCrossed() {
    CrossedStudy study = vanDyke();
    study.ratings[1][2].pop_back();
    QCOMPARE(obuchowskiRockette(study).reason, Reason::InvalidInput);
    study = vanDyke();
    study.ratings[1].pop_back();
    QCOMPARE(obuchowskiRockette(study).reason, Reason::InvalidInput);
    study.ratings.pop_back();
    QCOMPARE(obuchowskiRockette(study).reason, Reason::NoData);
    const std::vector<Rated> small{{1, true}, {2, false}, {3, false}};
    study.ratings = {{small, small}, {small, small}};
    QCOMPARE(obuchowskiRockette(study).reason, Reason::TooFewPerClass);
}

QTEST_APPLESS_MAIN(TestMrmc)
#include "tst_mrmc.moc"
