// nodewise-cli assess and model-card: a drawn neck from its recipe to grade and probability.
#include "support/cli_run.h"
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

using nodewise::test::CliRun;
using nodewise::test::runCli;

class TestCliAssess : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void givesEveryKeyOfTheContract();
    void namesTheRuleAndTheStructure();
    void aRecentBiopsyMovesTheProbabilityNotTheMeasurements();
    void refusesStatusThatContradictsTheSite();
    void asksForSiteAndStatus();
    void theModelCardNamesEveryThreshold();

private:
    [[nodiscard]] CliRun assess(const QStringList& more) const {
        return runCli(QStringList{QStringLiteral("assess"), QStringLiteral("--image"),
                                  at("volume.nrrd"), QStringLiteral("--labels"), at("labels.nrrd"),
                                  QStringLiteral("--label"), QStringLiteral("1")} +
                      more);
    }
    [[nodiscard]] CliRun assessTongue(const QStringList& more = {}) const {
        return assess(QStringList{QStringLiteral("--site"), QStringLiteral("oral_cavity"),
                                  QStringLiteral("--p16"), QStringLiteral("neg")} +
                      more);
    }
    [[nodiscard]] QString at(const char* name) const {
        return m_dir.filePath(QStringLiteral("neck/")) + QLatin1String(name);
    }

    QTemporaryDir m_dir;
};

void TestCliAssess::initTestCase() {
    // The template of a node that grows into the sternocleidomastoid.
    const QString recipe = QStringLiteral(NODEWISE_SOURCE_DIR "/cases/templates/p06-invasion.json");
    const CliRun run = runCli({QStringLiteral("synthesize"), recipe, QStringLiteral("--out"),
                               m_dir.filePath(QStringLiteral("neck"))});
    QVERIFY2(run.exitCode == 0, run.output.constData());
}

void TestCliAssess::givesEveryKeyOfTheContract() {
    const CliRun run = assessTongue();
    QVERIFY2(run.exitCode == 0, (run.output + run.messages).constData());
    for (const char* key : {"size", "shape", "margin", "fat", "extension", "contact", "quality",
                            "findings", "hncig", "pene"})
        QVERIFY2(run.json.contains(QLatin1String(key)), key);
    for (const auto& finding : run.json[QLatin1String("findings")].toArray())
        for (const char* key : {"code", "strength", "reason"})
            QVERIFY2(finding.toObject().contains(QLatin1String(key)), key);
    const QJsonObject hncig = run.json[QLatin1String("hncig")].toObject();
    for (const char* key : {"grade", "certainty", "trace"})
        QVERIFY2(hncig.contains(QLatin1String(key)), key);
    const QJsonObject pene = run.json[QLatin1String("pene")].toObject();
    for (const char* key : {"probability", "interval", "contributions", "abstained", "reason"})
        QVERIFY2(pene.contains(QLatin1String(key)), key);
    const QJsonArray interval = pene[QLatin1String("interval")].toArray();
    const double p = pene[QLatin1String("probability")].toDouble();
    QVERIFY(interval.size() == 2 && interval[0].toDouble() <= p && p <= interval[1].toDouble());
    for (const auto& part : pene[QLatin1String("contributions")].toArray())
        QVERIFY(!part.toObject()[QLatin1String("citation")].toString().isEmpty());
}

void TestCliAssess::namesTheRuleAndTheStructure() {
    const CliRun run = assessTongue();
    const QJsonObject hncig = run.json[QLatin1String("hncig")].toObject();
    QVERIFY2(hncig[QLatin1String("grade")].toString() == QLatin1String("G3"),
             run.output.constData());
    for (const auto& step : hncig[QLatin1String("trace")].toArray())
        if (step.toObject()[QLatin1String("fired")].toBool()) {
            QCOMPARE(step.toObject()[QLatin1String("rule")].toString(),
                     QStringLiteral("G3.invasion"));
            QVERIFY(step.toObject()[QLatin1String("subject")].toString().contains(
                QLatin1String("sternocleidomastoid")));
            return;
        }
    QFAIL("no step fired");
}

void TestCliAssess::aRecentBiopsyMovesTheProbabilityNotTheMeasurements() {
    const CliRun plain = assessTongue();
    const CliRun after = assessTongue({QStringLiteral("--biopsy-days"), QStringLiteral("5")});
    for (const char* key : {"size", "shape", "margin", "fat", "extension", "findings"})
        QVERIFY2(plain.json[QLatin1String(key)] == after.json[QLatin1String(key)], key);
    QCOMPARE(plain.json[QLatin1String("hncig")].toObject()[QLatin1String("grade")],
             after.json[QLatin1String("hncig")].toObject()[QLatin1String("grade")]);
}

void TestCliAssess::refusesStatusThatContradictsTheSite() {
    const CliRun run = assess({QStringLiteral("--site"), QStringLiteral("oropharynx_p16pos"),
                               QStringLiteral("--p16"), QStringLiteral("neg")});
    QCOMPARE(run.exitCode, 2);
}

void TestCliAssess::asksForSiteAndStatus() {
    QCOMPARE(assess({}).exitCode, 2);
    QCOMPARE(assess({QStringLiteral("--site"), QStringLiteral("moon"), QStringLiteral("--p16"),
                     QStringLiteral("neg")})
                 .exitCode,
             2);
}

/// What graded the node stands in the card with its source.
void TestCliAssess::theModelCardNamesEveryThreshold() {
    const CliRun card = runCli({QStringLiteral("model-card")});
    QCOMPARE(card.exitCode, 0);
    const QByteArray text = card.output;
    for (const char* id : {"contact.invasion_index", "extension.index", "margin.roughness_mm",
                           "coalescence.lost_septum_fraction", "fat.excess_index"})
        QVERIFY2(text.contains(id), id);
    QVERIFY(text.contains("terms"));
}

QTEST_APPLESS_MAIN(TestCliAssess)
#include "tst_cli_assess.moc"
