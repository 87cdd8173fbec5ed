#include "schedule/depth_trials.h"
#include <QTest>
#include <cmath>
#include <random>

using namespace nodewise;
using namespace nodewise::schedule;

class TestDepthTrials : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void mixesInNodesWithoutExtension();
    void drawsAheadForBothAnswers();
    void findsTheThresholdOfASimulatedReader_data();
    void findsTheThresholdOfASimulatedReader();
    void tellsAReaderWhoCallsEverything();
    void refusesASessionWithoutExtension();
};

void TestDepthTrials::mixesInNodesWithoutExtension() {
    for (const std::uint32_t seed : {1U, 2U, 77U}) {
        DepthTrialSetting setting;
        setting.seed = seed;
        auto trials = DepthTrials::create(setting);
        QVERIFY(trials.has_value());
        QCOMPARE(trials->total(), 48);
        while (!trials->finished())
            trials->answer(trials->nextMm() > 3);
        int inFirstHalf = 0, all = 0;
        for (std::size_t n = 0; n < trials->trials().size(); ++n)
            if (trials->trials()[n].depthMm <= 0) {
                ++all;
                inFirstHalf += n < 24 ? 1 : 0;
            }
        QCOMPARE(all, 8);
        QCOMPARE(inFirstHalf, 4);
        QCOMPARE(trials->result().without, 8);
        QCOMPARE(trials->result().falseAlarms, 0);
        QVERIFY(trials->result().trusted);
    }
}

void TestDepthTrials::drawsAheadForBothAnswers() {
    auto trials = DepthTrials::create({});
    QVERIFY(trials.has_value());
    while (trials->done() + 1 < trials->total()) {
        const bool called = trials->done() % 3 != 0;
        const double ahead = trials->nextMmAfter(called);
        trials->answer(called);
        QCOMPARE(trials->nextMm(), ahead);
    }
    QCOMPARE(trials->nextMmAfter(true), 0.0);
}

void TestDepthTrials::findsTheThresholdOfASimulatedReader_data() {
    QTest::addColumn<double>("threshold");
    QTest::addColumn<int>("percent");
    QTest::newRow("1 mm") << 1.0 << 98;
    QTest::newRow("2 mm") << 2.0 << 95;
    QTest::newRow("3 mm") << 3.0 << 90;
    QTest::newRow("4 mm") << 4.0 << 80;
}

/// Within 0.5 mm in that share of sessions, on the tenths of a millimetre that are shown.
void TestDepthTrials::findsTheThresholdOfASimulatedReader() {
    QFETCH(double, threshold);
    QFETCH(int, percent);
    const auto reader = Quest::create({});
    QVERIFY(reader.has_value());
    std::mt19937 random(20260);
    std::uniform_real_distribution<double> chance(0, 1);
    int within = 0, covered = 0;
    constexpr int kSessions = 200;
    for (int session = 0; session < kSessions; ++session) {
        DepthTrialSetting setting;
        setting.seed = static_cast<std::uint32_t>(session + 1);
        auto trials = DepthTrials::create(setting);
        while (!trials->finished()) {
            const double depth = trials->nextMm();
            const double p = depth > 0 ? reader->chance(depth, threshold) : 0.05;
            trials->answer(chance(random) < p);
        }
        const DepthResult result = trials->result();
        within += std::abs(result.thresholdMm - threshold) <= 0.5 ? 1 : 0;
        covered += result.lowMm <= threshold && threshold <= result.highMm ? 1 : 0;
    }
    QVERIFY2(100 * within >= kSessions * percent, qPrintable(QString::number(within)));
    QVERIFY2(covered >= kSessions * 88 / 100, qPrintable(QString::number(covered)));
}

void TestDepthTrials::tellsAReaderWhoCallsEverything() {
    auto trials = DepthTrials::create({});
    while (!trials->finished())
        trials->answer(true);
    QCOMPARE(trials->result().falseAlarms, 8);
    QVERIFY(!trials->result().trusted);
}

void TestDepthTrials::refusesASessionWithoutExtension() {
    DepthTrialSetting setting;
    setting.withExtension = 0;
    QVERIFY(!DepthTrials::create(setting).has_value());
    setting.withExtension = 5;
    setting.without = -1;
    QVERIFY(!DepthTrials::create(setting).has_value());
}

QTEST_APPLESS_MAIN(TestDepthTrials)
#include "tst_depth_trials.moc"
