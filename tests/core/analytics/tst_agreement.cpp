#include "analytics/agreement.h"
#include "analytics/proportion.h"
#include "support/oracle_json.h"
#include <QtTest>

using namespace nodewise::analytics;
using namespace nodewise::tests;

namespace {

constexpr double kTight = 1e-9;
constexpr const char* kKappa = "kappa/kappa.json";
constexpr const char* kProportions = "roc/proportion_ci.json";
const Oracle kTwo("Cohen's kappa, plain and weighted", kKappa),
    kTwoErrors("Errors and interval of kappa", kKappa),
    kGwet("Gwet AC1, two raters (printed)", kKappa), kFleiss("Fleiss' kappa, error, z", kKappa),
    kMany("Gwet AC1, many raters", kKappa);

CountTable tableOf(const QJsonValue& rows) {
    CountTable table;
    for (const QJsonValue& row : rows.toArray())
        table.push_back(numbersOf(row));
    return table;
}

KappaWeights weightsOf(const QString& text) {
    if (text.startsWith(QLatin1String("linear")))
        return KappaWeights::Linear;
    return text.startsWith(QLatin1String("quadratic")) ? KappaWeights::Quadratic
                                                       : KappaWeights::None;
}

}  // namespace

class TestAgreement : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanupTestCase() { Oracle::writeTable(); }
    void givesTwoRaterKappas_data();
    void givesTwoRaterKappas();
    void givesGwetsAc1();
    void givesManyRaterStatistics_data();
    void givesManyRaterStatistics();
    void knowsTheEdgeCases();
    void givesProportionIntervals_data();
    void givesProportionIntervals();
    void proportionsKeepTheirEnds();
};

void TestAgreement::givesTwoRaterKappas_data() {
    QTest::addColumn<QJsonObject>("one");
    for (const QJsonValue& item :
         oracleJson("kappa/kappa.json")[QLatin1String("two_rater")].toArray())
        QTest::newRow(item[QLatin1String("name")].toString().toUtf8().constData())
            << item.toObject();
}

void TestAgreement::givesTwoRaterKappas() {
    QFETCH(QJsonObject, one);
    const CountTable table = tableOf(one[QLatin1String("table")]);
    const QJsonObject expected = one[QLatin1String("computed")].toObject();
    const KappaWeights kind = weightsOf(one[QLatin1String("weights")].toString());
    Estimate result = kappa(table, kind);
    const bool own = one.contains(QLatin1String("disagreement"));
    if (own) {
        // Cohen 1968 gives disagreements 0..6; agreement is 1 - d / 6.
        CountTable weights = tableOf(one[QLatin1String("disagreement")]);
        for (auto& row : weights)
            for (double& d : row)
                d = 1 - d / 6;
        result = kappa(table, weights);
    }
    QVERIFY(kTwo.absolute(*result.value, expected[QLatin1String("kappa")].toDouble(), kTight));
    QVERIFY(kTwoErrors.absolute(*result.standardError, expected[QLatin1String("ase")].toDouble(),
                                kTight));
    QVERIFY(kTwoErrors.absolute(result.interval->low, expected[QLatin1String("lo")].toDouble(),
                                kTight));
    QVERIFY(kTwoErrors.absolute(result.interval->high, expected[QLatin1String("hi")].toDouble(),
                                kTight));
    if (!own)
        QVERIFY(kTwoErrors.absolute(*kappaNullError(table, kind),
                                    expected[QLatin1String("ase0")].toDouble(), kTight));
}

void TestAgreement::givesGwetsAc1() {
    int found = 0;
    for (const QJsonValue& item :
         oracleJson("kappa/kappa.json")[QLatin1String("two_rater")].toArray()) {
        const QJsonObject published = item[QLatin1String("published")].toObject();
        if (!published.contains(QLatin1String("gwet_ac1")))
            continue;
        const Estimate ac1 = gwetAc1(tableOf(item[QLatin1String("table")]));
        // Printed to 7 decimals.
        QVERIFY(kGwet.absolute(*ac1.value, published[QLatin1String("gwet_ac1")].toDouble(), 1e-6));
        QVERIFY(kGwet.absolute(*ac1.standardError, published[QLatin1String("gwet_se")].toDouble(),
                               1e-6));
        ++found;
    }
    QVERIFY(found > 0);
}

void TestAgreement::givesManyRaterStatistics_data() {
    QTest::addColumn<QJsonObject>("one");
    for (const QJsonValue& item :
         oracleJson("kappa/kappa.json")[QLatin1String("multi_rater")].toArray())
        QTest::newRow(item[QLatin1String("name")].toString().toUtf8().constData())
            << item.toObject();
}

void TestAgreement::givesManyRaterStatistics() {
    QFETCH(QJsonObject, one);
    const CountTable counts = tableOf(one[QLatin1String("subjects_by_category")]);
    const QJsonObject expected = one[QLatin1String("computed")].toObject();
    const Estimate fleiss = fleissKappa(counts);
    QVERIFY(kFleiss.absolute(*fleiss.value, expected[QLatin1String("kappa")].toDouble(), kTight));
    QVERIFY(
        kFleiss.absolute(*fleiss.standardError, expected[QLatin1String("se0")].toDouble(), kTight));
    QVERIFY(kFleiss.absolute(*fleiss.value / *fleiss.standardError,
                             expected[QLatin1String("z")].toDouble(), 1e-7));
    QVERIFY(kMany.absolute(*gwetAc1OfSubjects(counts).value,
                           one[QLatin1String("computed_ac1")][QLatin1String("ac1")].toDouble(),
                           kTight));
}

void TestAgreement::knowsTheEdgeCases() {
    QCOMPARE(kappa({{7, 0}, {0, 0}}).reason, Reason::OneCategoryOnly);
    QVERIFY(!kappa({{7, 0}, {0, 0}}).value);
    QCOMPARE(kappa({{0, 0}, {0, 0}}).reason, Reason::NoData);
    QCOMPARE(kappa({{1, 2}, {3}}).reason, Reason::InvalidInput);
    QCOMPARE(kappa({{1, -2}, {3, 1}}).reason, Reason::InvalidInput);
    QCOMPARE(*kappa({{4, 0}, {0, 6}}).value, 1.0);
    QCOMPARE(*kappa({{0, 5}, {5, 0}}).value, -1.0);
    // Nearly always one: the normal interval would pass beyond what kappa can be.
    const Estimate high = kappa({{10, 1}, {0, 9}});
    QVERIFY(high.interval && high.interval->low < *high.value);
    QVERIFY(*high.value + 1.96 * *high.standardError > 1);
    QCOMPARE(high.interval->high, 1.0);
    QCOMPARE(kappa({{1, 9}, {10, 0}}).interval->low, -1.0);
    QCOMPARE(fleissKappa({{3, 0}, {1, 1}}).reason, Reason::InvalidInput);
    QCOMPARE(fleissKappa({{3, 0}, {3, 0}}).reason, Reason::OneCategoryOnly);
    QCOMPARE(gwetAc1OfSubjects({{1, 0}, {0, 1}}).reason, Reason::NoData);
    // Two categories: linear, quadratic and no weights are one and the same.
    const CountTable two{{20, 20}, {10, 50}};
    QVERIFY(nearAbsolute(*kappa(two, KappaWeights::Quadratic).value, *kappa(two).value, 1e-12));
}

void TestAgreement::givesProportionIntervals_data() {
    QTest::addColumn<QJsonObject>("one");
    for (const QJsonValue& item :
         oracleJson("roc/proportion_ci.json")[QLatin1String("cases")].toArray())
        QTest::addRow("%d of %d", item[QLatin1String("x")].toInt(),
                      item[QLatin1String("n")].toInt())
            << item.toObject();
}

void TestAgreement::givesProportionIntervals() {
    QFETCH(QJsonObject, one);
    const long x = one[QLatin1String("x")].toInt(), n = one[QLatin1String("n")].toInt();
    const auto check = [&](const char* name, const Estimate& result) {
        const Oracle oracle(
            qPrintable(QStringLiteral("Interval of a proportion: ") + QLatin1String(name)),
            kProportions);
        const auto bounds = numbersOf(one[QLatin1String(name)]);
        return oracle.absolute(result.interval->low, bounds.at(0), 1e-6) &&
               oracle.absolute(result.interval->high, std::min(bounds.at(1), 1.0), 1e-6);
    };
    QVERIFY(check("wilson", wilson(x, n)));
    QVERIFY(check("clopper_pearson", clopperPearson(x, n)));
    QVERIFY(check("agresti_coull", agrestiCoull(x, n)));
}

void TestAgreement::proportionsKeepTheirEnds() {
    QCOMPARE(wilson(0, 0).reason, Reason::NoData);
    QCOMPARE(wilson(3, 2).reason, Reason::InvalidInput);
    QCOMPARE(clopperPearson(1, 2, 1.0).reason, Reason::InvalidInput);
    for (const long n : {1L, 7L, 30L, 5000L}) {
        QCOMPARE(wilson(0, n).interval->low, 0.0);
        QCOMPARE(wilson(n, n).interval->high, 1.0);
        QVERIFY(agrestiCoull(n - 1, n).interval->high <= 1.0);
        for (long x = 0; x <= n; x += std::max(n / 5, 1L)) {
            const Interval a = *wilson(x, n).interval, b = *wilson(n - x, n).interval;
            QVERIFY(nearAbsolute(a.low, 1 - b.high, 1e-12));
            const Interval exact = *clopperPearson(x, n).interval;
            QVERIFY(exact.low <= double(x) / n && double(x) / n <= exact.high);
        }
    }
}

QTEST_APPLESS_MAIN(TestAgreement)
#include "tst_agreement.moc"
