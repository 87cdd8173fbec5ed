#include "realism_pair.h"
#include <QtTest>

using namespace nodewise;
using namespace nodewise::test;

// The drawn neck against the real series of the shared data, both measured the same way. What is
// asked: core/synthesis/README.md, "Realism"; what is missed stands there too.
class TestRealism : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void tissuesHaveTheMeansOfTheRealNeck();
    void tissuesSpreadAsInRealNecks();
    void edgesAreAsWide();
    void noiseHasItsSpectrum();
    void gradientsAreDistributedAlike();

private:
    Realism m_real;
    std::vector<Realism> m_drawn;
};

void TestRealism::initTestCase() {
    const auto real = realNeck();
    QVERIFY(real.has_value());
    m_real = RealismMeter(**real, realBox()).measure();
    for (const std::uint32_t seed : {3U, 11U, 29U}) {
        const auto drawn = drawnNeck(seed);
        QVERIFY(drawn.has_value());
        m_drawn.push_back(RealismMeter(**drawn, drawnBox()).measure());
    }
    QVERIFY(m_real.fat.count > 20000 && m_real.muscle.count > 20000 && m_real.edges.count > 300);
}

void TestRealism::tissuesHaveTheMeansOfTheRealNeck() {
    for (const Realism& drawn : m_drawn) {
        QVERIFY2(std::fabs(drawn.fat.mean - m_real.fat.mean) < 5,
                 qPrintable(QString::number(drawn.fat.mean - m_real.fat.mean)));
        QVERIFY2(std::fabs(drawn.muscle.mean - m_real.muscle.mean) < 5,
                 qPrintable(QString::number(drawn.muscle.mean - m_real.muscle.mean)));
    }
}

void TestRealism::tissuesSpreadAsInRealNecks() {
    // The range over the real CTs of the shared data, this one among them: README of
    // core/synthesis.
    // Bone is a mixture: its median within a tenth of this neck's, its spread within a fifth.
    for (const Realism& drawn : m_drawn) {
        QVERIFY2(drawn.fat.robustSd > 14 && drawn.fat.robustSd < 29,
                 qPrintable(QString::number(drawn.fat.robustSd)));
        QVERIFY2(drawn.muscle.robustSd > 12 && drawn.muscle.robustSd < 23,
                 qPrintable(QString::number(drawn.muscle.robustSd)));
        QVERIFY2(std::fabs(drawn.bone.robustSd - m_real.bone.robustSd) < 0.2 * m_real.bone.robustSd,
                 qPrintable(QString::number(drawn.bone.robustSd)));
        QVERIFY2(std::fabs(drawn.bone.median - m_real.bone.median) < 0.1 * m_real.bone.median,
                 qPrintable(QString::number(drawn.bone.median)));
    }
}

void TestRealism::edgesAreAsWide() {
    for (const Realism& drawn : m_drawn)
        QVERIFY2(drawn.edges.median > 1.8 && drawn.edges.median < 4.1,
                 qPrintable(QString::number(drawn.edges.median)));
}

void TestRealism::noiseHasItsSpectrum() {
    for (const Realism& drawn : m_drawn) {
        QVERIFY2(std::fabs(drawn.noiseCentroid - m_real.noiseCentroid) < 0.06,
                 qPrintable(QString::number(drawn.noiseCentroid)));
        QVERIFY2(drawn.noiseSd > 0.5 * m_real.noiseSd && drawn.noiseSd < 2 * m_real.noiseSd,
                 qPrintable(QString::number(drawn.noiseSd)));
    }
}

void TestRealism::gradientsAreDistributedAlike() {
    for (const Realism& drawn : m_drawn)
        QVERIFY2(histogramDistance(m_real, drawn) < 0.15,
                 qPrintable(QString::number(histogramDistance(m_real, drawn))));
}

QTEST_APPLESS_MAIN(TestRealism)
#include "tst_realism.moc"
