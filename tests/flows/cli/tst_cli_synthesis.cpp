// nodewise-cli synthesize: DICOM that dciodvfy (dicom3tools) accepts, cohorts, truths, bad recipes.
#include "serial/file_io.h"
#include "serial/schema.h"
#include "support/cli_run.h"
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <functional>

using nodewise::test::CliRun;
using nodewise::test::runCli;
namespace serial = nodewise::serial;

namespace {

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList synthesize(const QStringList& rest) {
    return QStringList{QStringLiteral("synthesize")} + rest;
}

/// What dciodvfy has to say; its lines begin with "Error" or "Warning".
QString verdict(const QString& file) {
    QProcess tool;
    tool.setProcessChannelMode(QProcess::MergedChannels);
    tool.start(QStringLiteral("dciodvfy"), {QStringLiteral("-new"), file});
    if (!tool.waitForFinished())
        return QStringLiteral("Error - dciodvfy (package dicom3tools) did not run");
    return QString::fromUtf8(tool.readAll());
}

}  // namespace

class TestCliSynthesis : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void dicomPassesDciodvfy_data();
    void dicomPassesDciodvfy();
    void bytesAreThoseOfAnyThreadsAndProcessor();
    void truthAloneNeedsNoFolder();
    void cohortComesWithItsMarginals();
    void badKeysAreNamed_data();
    void badKeysAreNamed();

private:
    /// The demo case with the extension, in few coarse slices.
    QString smallRecipe(const QString& name, const std::function<void(QJsonObject&)>& change);
    QTemporaryDir m_dir;
};

QString TestCliSynthesis::smallRecipe(const QString& name,
                                      const std::function<void(QJsonObject&)>& change) {
    QJsonObject recipe =
        QJsonDocument::fromJson(
            bytesOf(QStringLiteral(NODEWISE_SOURCE_DIR "/cases/demo/recipes/demo-g0.json")))
            .object();
    QJsonObject scanner = recipe[QLatin1String("scanner")].toObject();
    scanner[QLatin1String("columns")] = 128;
    scanner[QLatin1String("pixelMm")] = 1.6;
    recipe[QLatin1String("scanner")] = scanner;
    change(recipe);
    QFile file(m_dir.filePath(name));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(QJsonDocument(recipe).toJson());
    return file.fileName();
}

void TestCliSynthesis::dicomPassesDciodvfy_data() {
    QTest::addColumn<double>("tilt");
    QTest::newRow("level") << 0.0;
    QTest::newRow("tilted") << -15.0;
}

void TestCliSynthesis::dicomPassesDciodvfy() {
    QFETCH(double, tilt);
    const QString recipe = smallRecipe(QStringLiteral("good.json"), [&](QJsonObject& all) {
        QJsonObject scanner = all[QLatin1String("scanner")].toObject();
        scanner[QLatin1String("gantryDeg")] = tilt;
        all[QLatin1String("scanner")] = scanner;
    });
    const QString out = m_dir.filePath(QStringLiteral("dicom%1").arg(tilt));
    const CliRun run =
        runCli(synthesize({recipe, QStringLiteral("--out"), out, QStringLiteral("--dicom")}));
    QVERIFY2(run.exitCode == 0, run.messages.constData());
    QStringList files{out + QStringLiteral("/nodes.dcm")};
    const QDir series(out + QStringLiteral("/dicom"));
    const QStringList slices = series.entryList(QDir::Files, QDir::Name);
    QVERIFY(slices.size() > 20);
    for (const QString& name : {slices.first(), slices[slices.size() / 2], slices.last()})
        files << series.filePath(name);
    for (const QString& file : files) {
        QVERIFY2(QFile::exists(file), qPrintable(file));
        const QString text = verdict(file);
        QVERIFY2(!text.contains(QLatin1String("Error")), qPrintable(file + text));
    }
    const CliRun found = runCli({QStringLiteral("series"), series.path()});
    const QJsonObject stack = found.json[QLatin1String("series")].toArray()[0].toObject();
    QVERIFY2(std::abs(stack[QLatin1String("tilt_deg")].toDouble() - std::abs(tilt)) < 0.01,
             found.output.constData());
    QCOMPARE(stack[QLatin1String("uniform")].toBool(), tilt == 0);
}

// glibc chooses its mathematics by the processor: told to pass over AVX2 and FMA it must come to
// the same bytes.
void TestCliSynthesis::bytesAreThoseOfAnyThreadsAndProcessor() {
    const QString recipe = smallRecipe(QStringLiteral("bytes.json"), [](QJsonObject& all) {
        QJsonObject scanner = all[QLatin1String("scanner")].toObject();
        scanner[QLatin1String("dentalHu")] = 200;
        scanner[QLatin1String("hardening")] = 0.6;
        scanner[QLatin1String("sharpen")] = 0.4;
        all[QLatin1String("scanner")] = scanner;
    });
    const auto bytes = [&](const char* threads) {
        const QString out = m_dir.filePath(QStringLiteral("bytes"));
        const CliRun run =
            runCli(synthesize({recipe, QStringLiteral("--out"), out, QStringLiteral("--jobs"),
                               QString::fromLatin1(threads)}));
        return run.exitCode == 0 ? bytesOf(out + QStringLiteral("/volume.nrrd")) +
                                       bytesOf(out + QStringLiteral("/labels.nrrd"))
                                 : QByteArray();
    };
    const QByteArray one = bytes("1");
    QVERIFY(one.size() > 100000);
    QVERIFY(bytes("2") == one);
    QVERIFY(bytes("4") == one);
    qputenv("GLIBC_TUNABLES", "glibc.cpu.hwcaps=-AVX512F,-AVX2,-AVX,-FMA,-FMA4,-BMI2,-SSE4_2");
    const QByteArray plain = bytes("2");
    qunsetenv("GLIBC_TUNABLES");
    QVERIFY(plain == one);
}

void TestCliSynthesis::truthAloneNeedsNoFolder() {
    const CliRun run = runCli(synthesize({QStringLiteral("demo-g1")}));
    QVERIFY2(run.exitCode == 0, run.messages.constData());
    const auto nodes = run.json[QLatin1String("nodes")].toArray();
    QVERIFY(!nodes.isEmpty());
    QCOMPARE(nodes[0].toObject()[QLatin1String("grade")].toString(), QStringLiteral("G1"));
}

void TestCliSynthesis::cohortComesWithItsMarginals() {
    const QString out = m_dir.filePath(QStringLiteral("cohort"));
    const CliRun run = runCli(
        synthesize({QStringLiteral("--cohort"), QStringLiteral("3"), QStringLiteral("--seed"),
                    QStringLiteral("5"), QStringLiteral("--out"), out}));
    QVERIFY2(run.exitCode == 0, run.messages.constData());
    QCOMPARE(run.json[QLatin1String("cases")].toArray().size(), 3);
    QVERIFY(run.json[QLatin1String("marginals")].toObject().contains(QLatin1String("sites")));
    const auto text =
        serial::readFile(serial::pathOf((out + QStringLiteral("/cohort.json")).toStdString()));
    const auto schema =
        serial::readFile(serial::pathOf(NODEWISE_SOURCE_DIR "/cases/schema/cohort.schema.json"));
    QVERIFY(text && schema);
    const auto fits = serial::checkSchema(*serial::parseJson(*text), *schema);
    QVERIFY2(fits.has_value(),
             fits ? "" : (fits.error().place + ": " + fits.error().detail).c_str());
    QCOMPARE(run.json[QLatin1String("placing")].toObject()[QLatin1String("placed")].toInt(), 3);
    // Each recipe draws the truth it was written with.
    const CliRun one = runCli(synthesize({out + QStringLiteral("/case-0002.json")}));
    QVERIFY2(one.exitCode == 0, one.messages.constData());
}

void TestCliSynthesis::badKeysAreNamed_data() {
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("unknown") << QStringLiteral("scanner") << QStringLiteral("kvp")
                             << QJsonValue(120);
    QTest::newRow("out of range") << QStringLiteral("scanner") << QStringLiteral("sliceMm")
                                  << QJsonValue(9);
    QTest::newRow("of the wrong kind")
        << QStringLiteral("scanner") << QStringLiteral("pixelMm") << QJsonValue(true);
    QTest::newRow("tilted too far")
        << QStringLiteral("scanner") << QStringLiteral("gantryDeg") << QJsonValue(26);
    QTest::newRow("unknown side") << QStringLiteral("history") << QStringLiteral("dissection")
                                  << QJsonValue(QStringLiteral("midline"));
}

void TestCliSynthesis::badKeysAreNamed() {
    QFETCH(QString, part);
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    const QString recipe = smallRecipe(QStringLiteral("bad.json"), [&](QJsonObject& all) {
        QJsonObject one = all[part].toObject();
        one[key] = value;
        all[part] = one;
    });
    const CliRun run = runCli(synthesize({recipe}));
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.output.contains((QStringLiteral("/%1/%2").arg(part, key)).toUtf8()),
             run.output.constData());
}

QTEST_APPLESS_MAIN(TestCliSynthesis)
#include "tst_cli_synthesis.moc"
