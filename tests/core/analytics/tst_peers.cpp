#include "analytics/peers.h"
#include <QtTest>

using namespace nodewise::analytics;

namespace {

Estimate known(double value, double half) {
    Estimate estimate;
    estimate.value = value;
    estimate.interval = Interval{value - half, value + half};
    return estimate;
}

const std::vector<double> kReaders{0.30, 0.10, 0.20, 0.25, 0.15};

}  // namespace

class TestPeers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void countsWhoDidBetter();
    void quartilesAreThoseOfR();
    void saysWhenTheSideIsNotCertain();
    void withoutAFigureThereIsNoPlace();
    void fewReadersAreNoComparison();
};

void TestPeers::countsWhoDidBetter() {
    const auto brier = standingAmong(kReaders, known(0.20, 0.01), true);
    QCOMPARE(brier.better, 2);
    QCOMPARE(brier.same, 1);
    QCOMPARE(brier.worse, 2);
    const auto auc = standingAmong(kReaders, known(0.26, 0.01), false);
    QCOMPARE(auc.better, 1);
    QCOMPARE(auc.worse, 4);
}

void TestPeers::quartilesAreThoseOfR() {
    // quantile(c(1, 2, 4, 8, 16, 32)): 1.0 2.5 6.0 14.0 32.0
    const auto standing = standingAmong({32, 1, 2, 16, 4, 8}, known(5, 1), true);
    QCOMPARE(standing.lowest, 1.0);
    QCOMPARE(standing.lowerQuartile, 2.5);
    QCOMPARE(standing.median, 6.0);
    QCOMPARE(standing.upperQuartile, 14.0);
    QCOMPARE(standing.highest, 32.0);
}

void TestPeers::saysWhenTheSideIsNotCertain() {
    QVERIFY(standingAmong(kReaders, known(0.15, 0.06), true).reachesMedian);
    QVERIFY(!standingAmong(kReaders, known(0.15, 0.04), true).reachesMedian);
    Estimate bare;
    bare.value = 0.01;
    QVERIFY(standingAmong(kReaders, bare, true).reachesMedian);
}

void TestPeers::withoutAFigureThereIsNoPlace() {
    Estimate none;
    none.reason = Reason::TooFewScored;
    const auto standing = standingAmong(kReaders, none, true);
    QCOMPARE(standing.reason, Reason::TooFewScored);
    QCOMPARE(standing.better + standing.same + standing.worse, 0);
    QCOMPARE(standing.median, 0.20);
}

void TestPeers::fewReadersAreNoComparison() {
    QCOMPARE(standingAmong({0.1, 0.2, 0.3, 0.4}, known(0.2, 0.1), true).reason, Reason::NoData);
}

QTEST_APPLESS_MAIN(TestPeers)
#include "tst_peers.moc"
