#include "schedule/quest.h"
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

using namespace nodewise;
using namespace nodewise::schedule;

class TestQuest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void thresholdIsTheShareAskedFor();
    void oneAnswerIsBayesRule();
    void firstTrialLiesAtTheGuess();
    void findsTheThresholdOfASimulatedReader_data();
    void findsTheThresholdOfASimulatedReader();
    void spreadShrinks();
    void refusesSettingsThatMakeNoSense();
};

void TestQuest::thresholdIsTheShareAskedFor() {
    for (const double share : {0.3, 0.5, 0.75}) {
        QuestSetting setting;
        setting.share = share;
        const auto quest = Quest::create(setting);
        QVERIFY(quest.has_value());
        for (const double mm : {0.7, 2.0, 6.0})
            QVERIFY(std::fabs(quest->chance(mm, mm) - share) < 1e-9);
        QVERIFY(std::fabs(quest->chance(1e-3, 3) - 0.05) < 1e-3);
        QVERIFY(std::fabs(quest->chance(1000, 3) - 0.98) < 1e-9);
    }
}

void TestQuest::oneAnswerIsBayesRule() {
    // The posterior mean after one answer, by direct integration of prior times likelihood.
    auto quest = Quest::create({});
    QVERIFY(quest.has_value());
    quest->answer(2.5, true);
    double sum = 0, weight = 0;
    for (double x = std::log10(0.3) - 0.3; x < std::log10(10) + 0.3; x += 0.0007) {
        const double z = (x - std::log10(3)) / 0.35;
        const double w = std::exp(-0.5 * z * z) * quest->chance(2.5, std::pow(10, x));
        sum += w * x;
        weight += w;
    }
    QVERIFY(std::fabs(std::log10(quest->thresholdMm()) - sum / weight) < 2e-3);
}

void TestQuest::firstTrialLiesAtTheGuess() {
    const auto quest = Quest::create({});
    QVERIFY(quest.has_value());
    QVERIFY(std::fabs(quest->nextMm() - 3) < 0.05);
    QCOMPARE(quest->trials(), 0);
}

void TestQuest::findsTheThresholdOfASimulatedReader_data() {
    QTest::addColumn<double>("threshold");
    QTest::addColumn<double>("slope");
    for (const double threshold : {1.0, 1.5, 2.0, 3.0, 4.0, 5.0})
        QTest::addRow("%.1f mm", threshold) << threshold << 3.5;
    QTest::newRow("a steeper reader") << 2.5 << 5.0;
    QTest::newRow("a flatter reader") << 2.5 << 2.5;
}

void TestQuest::findsTheThresholdOfASimulatedReader() {
    QFETCH(double, threshold);
    QFETCH(double, slope);
    QuestSetting reader;
    reader.slope = slope;
    const auto truth = Quest::create(reader);
    QVERIFY(truth.has_value());
    std::mt19937 engine(2024);
    constexpr int kReaders = 400;
    std::vector<double> errors;
    for (int r = 0; r < kReaders; ++r) {
        auto quest = Quest::create({});
        for (int trial = 0; trial < 40; ++trial) {
            const double depth = quest->nextMm();
            const double dice = static_cast<double>(engine() >> 5U) / 134217728.0;
            quest->answer(depth, dice < truth->chance(depth, threshold));
        }
        errors.push_back(quest->thresholdMm() - threshold);
    }
    double sum = 0;
    int within = 0;
    for (const double e : errors) {
        sum += e;
        within += std::fabs(e) <= 0.5 ? 1 : 0;
    }
    const QString found = QStringLiteral("bias %1 mm, %2 % within 0.5 mm")
                              .arg(sum / kReaders, 0, 'f', 3)
                              .arg(100.0 * within / kReaders, 0, 'f', 1);
    qInfo().noquote() << found;
    QVERIFY2(std::fabs(sum / kReaders) < 0.15, qPrintable(found));
    // Spread is even on the log scale: half a millimetre is harder to hit where depths are large.
    const double least =
        threshold <= 2 ? 0.97 : (threshold <= 3 ? 0.9 : (threshold <= 4 ? 0.8 : 0.7));
    QVERIFY2(within >= least * kReaders, qPrintable(found));
}

void TestQuest::spreadShrinks() {
    auto quest = Quest::create({});
    QVERIFY(quest.has_value());
    double before = quest->spreadLog10();
    QVERIFY(std::fabs(before - 0.35) < 0.06);
    for (int i = 0; i < 4; ++i) {
        for (int k = 0; k < 10; ++k)
            quest->answer(quest->nextMm(), quest->nextMm() > 2);
        QVERIFY(quest->spreadLog10() < before);
        before = quest->spreadLog10();
    }
    QCOMPARE(quest->trials(), 40);
    QVERIFY(std::fabs(quest->thresholdMm() - 2) < 0.3);
}

void TestQuest::refusesSettingsThatMakeNoSense() {
    const auto refused = [](auto change) {
        QuestSetting setting;
        change(setting);
        const auto quest = Quest::create(setting);
        return !quest && quest.error().code == ErrorCode::ValueOutOfRange;
    };
    QVERIFY(refused([](QuestSetting& s) { s.lowestMm = 0; }));
    QVERIFY(refused([](QuestSetting& s) { s.highestMm = 0.1; }));
    QVERIFY(refused([](QuestSetting& s) { s.slope = 0; }));
    QVERIFY(refused([](QuestSetting& s) { s.priorSdLog10 = -1; }));
    QVERIFY(refused([](QuestSetting& s) { s.share = 0.99; }));
    QVERIFY(refused([](QuestSetting& s) { s.share = 0.04; }));
}

QTEST_APPLESS_MAIN(TestQuest)
#include "tst_quest.moc"
