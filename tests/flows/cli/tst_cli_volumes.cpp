// nodewise-cli on images: series, convert, measure, synthesize; good input and bad.
#include "support/cli_run.h"
#include "support/data_archive.h"
#include "volume/volume_io.h"
#include <QJsonArray>
#include <QtTest>

using namespace nodewise;
using test::CliRun;
using test::runCli;

class TestCliVolumes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void usageErrorsExitWithTwo_data();
    void usageErrorsExitWithTwo();
    void missingInputExitsWithOneAndACode_data();
    void missingInputExitsWithOneAndACode();
    void seriesReportsTheRealNeckCt();
    void convertWritesTheIbsiPhantomVoxelForVoxel();
    void measureGivesEveryKeyOfTheContract();
    void measureRefusesAnAbsentLabel();
    void measureRefusesLabelsOnAnotherGrid();
    void synthesizeGivesTheSameVolumeTwice();
    void synthesizeNamesTheBadKey();

private:
    QTemporaryDir m_dir;
    QString at(const char* name) const { return m_dir.filePath(QString::fromLatin1(name)); }
    static QString shared(const char* name) {
        return QStringLiteral(NODEWISE_SHARED_DIR "/") + QString::fromLatin1(name);
    }
};

void TestCliVolumes::usageErrorsExitWithTwo_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no command") << QStringList{};
    QTest::newRow("unknown command") << QStringList{QStringLiteral("diagnose")};
    QTest::newRow("series without a path") << QStringList{QStringLiteral("series")};
    QTest::newRow("convert without --out")
        << QStringList{QStringLiteral("convert"), QStringLiteral("/tmp")};
    QTest::newRow("unknown option")
        << QStringList{QStringLiteral("stage"), QStringLiteral("--inputs"), QStringLiteral("x")};
}

void TestCliVolumes::usageErrorsExitWithTwo() {
    QFETCH(QStringList, arguments);
    QCOMPARE(runCli(arguments).exitCode, 2);
}

void TestCliVolumes::missingInputExitsWithOneAndACode_data() {
    QTest::addColumn<QStringList>("arguments");
    const QString none = QStringLiteral("/nonexistent/file");
    QTest::newRow("series") << QStringList{QStringLiteral("series"), none};
    QTest::newRow("stage") << QStringList{QStringLiteral("stage"), QStringLiteral("--input"), none};
    QTest::newRow("synthesize") << QStringList{QStringLiteral("synthesize"),
                                               none + QStringLiteral(".json"),
                                               QStringLiteral("--out"), at("none")};
    QTest::newRow("pack verify") << QStringList{QStringLiteral("pack"), QStringLiteral("verify"),
                                                none + QStringLiteral(".nwpack")};
    QTest::newRow("measure") << QStringList{
        QStringLiteral("measure"),  QStringLiteral("--image"),      none + QStringLiteral(".nrrd"),
        QStringLiteral("--labels"), none + QStringLiteral(".nrrd"), QStringLiteral("--label"),
        QStringLiteral("1")};
}

void TestCliVolumes::missingInputExitsWithOneAndACode() {
    QFETCH(QStringList, arguments);
    const CliRun run = runCli(arguments);
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.errorCode(), QStringLiteral("FileNotFound"));
    QVERIFY(
        !run.json[QLatin1String("error")].toObject()[QLatin1String("detail")].toString().isEmpty());
    QVERIFY(run.json[QLatin1String("error")].toObject()[QLatin1String("path")].toString().contains(
        QLatin1String("nonexistent")));
}

// ../shared/data/SOURCES.md: 90 slices 511 × 511, 1 × 1 × 3 mm, HU −1024…3844.
void TestCliVolumes::seriesReportsTheRealNeckCt() {
    QVERIFY2(
        test::unpackShared(QStringLiteral("hn-ct-pycerr/head_and_neck_pt_1.tar.xz"), m_dir.path()),
        "../shared/data/hn-ct-pycerr is missing");
    const CliRun run = runCli({QStringLiteral("series"), m_dir.path()});
    QCOMPARE(run.exitCode, 0);
    const QJsonArray all = run.json[QLatin1String("series")].toArray();
    QCOMPARE(all.size(), 1);
    const QJsonObject series = all[0].toObject();
    QCOMPARE(series[QLatin1String("dims")].toArray(), (QJsonArray{511, 511, 90}));
    const QJsonArray spacing = series[QLatin1String("spacing_mm")].toArray();
    QVERIFY(std::abs(spacing[0].toDouble() - 1) < 1e-4 &&
            std::abs(spacing[2].toDouble() - 3) < 1e-4);
    QCOMPARE(series[QLatin1String("value_range")].toArray(), (QJsonArray{-1024, 3844}));
    QCOMPARE(series[QLatin1String("uniform")].toBool(), true);
    QCOMPARE(series[QLatin1String("files")].toArray().size() +
                 series[QLatin1String("files")].toInt(),
             90);
    for (const char* key : {"uid", "modality", "description", "origin_lps_mm", "directions",
                            "transfer_syntax", "tilt_deg", "warnings"})
        QVERIFY2(series.contains(QLatin1String(key)), key);
}

void TestCliVolumes::convertWritesTheIbsiPhantomVoxelForVoxel() {
    const QString out = at("ibsi.nrrd");
    const CliRun run =
        runCli({QStringLiteral("convert"), shared("oracles/dicom-geometry/ibsi_ct_phantom"),
                QStringLiteral("--out"), out});
    QVERIFY2(run.exitCode == 0, run.output.constData());
    NullJobControl job;
    const auto ours = readVolume(out.toStdString(), job);
    const auto theirs =
        readVolume(shared("oracles/ibsi/ct_phantom_image.nii.gz").toStdString(), job);
    QVERIFY(ours && theirs);
    const GridGeometry& grid = (*theirs)->geometry();
    QCOMPARE((*ours)->geometry().voxelCount(), grid.voxelCount());
    std::size_t wrong = 0;
    for (std::size_t at = 0; at < grid.voxelCount(); ++at) {
        const VoxelIndex there = grid.indexOf(at);
        const VoxelIndex here = (*ours)->geometry().nearestVoxel(grid.toPatient(there));
        if (!(*ours)->geometry().contains(here) ||
            (*ours)->value(here) != std::round((*theirs)->value(there)))
            ++wrong;
    }
    QCOMPARE(wrong, std::size_t{0});
}

void TestCliVolumes::measureGivesEveryKeyOfTheContract() {
    const CliRun run =
        runCli({QStringLiteral("measure"), QStringLiteral("--image"),
                shared("oracles/geometry/breast1_image.nrrd"), QStringLiteral("--labels"),
                shared("oracles/geometry/breast1_label.nrrd"), QStringLiteral("--label"),
                QStringLiteral("1")});
    QVERIFY2(run.exitCode == 0, run.output.constData());
    for (const char* key : {"size", "shape", "margin", "fat", "extension", "coalescence", "contact",
                            "necrosis", "quality"})
        QVERIFY2(run.json.contains(QLatin1String(key)), key);
    const QJsonObject size = run.json[QLatin1String("size")].toObject();
    for (const char* key : {"short_axis_mm", "long_axis_mm", "greatest_3d_mm", "craniocaudal_mm",
                            "volume_ml", "voxels"})
        QVERIFY2(size[QLatin1String(key)].isDouble(), key);
    QVERIFY(size[QLatin1String("short_axis_mm")].toDouble() <=
            size[QLatin1String("long_axis_mm")].toDouble());
}

void TestCliVolumes::measureRefusesAnAbsentLabel() {
    const CliRun run =
        runCli({QStringLiteral("measure"), QStringLiteral("--image"),
                shared("oracles/geometry/breast1_image.nrrd"), QStringLiteral("--labels"),
                shared("oracles/geometry/breast1_label.nrrd"), QStringLiteral("--label"),
                QStringLiteral("77")});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.errorCode(), QStringLiteral("LabelAbsent"));
}

void TestCliVolumes::measureRefusesLabelsOnAnotherGrid() {
    const CliRun run =
        runCli({QStringLiteral("measure"), QStringLiteral("--image"),
                shared("oracles/geometry/breast1_image.nrrd"), QStringLiteral("--labels"),
                shared("oracles/geometry/brain1_label.nrrd"), QStringLiteral("--label"),
                QStringLiteral("1")});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.errorCode(), QStringLiteral("GridMismatch"));
}

namespace {

QString anyRecipe() {
    const QDir folder(QStringLiteral(NODEWISE_SOURCE_DIR "/cases/demo/recipes"));
    const QStringList recipes =
        folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    return recipes.isEmpty() ? QString() : folder.filePath(recipes.first());
}

QByteArray bytesOf(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

void TestCliVolumes::synthesizeGivesTheSameVolumeTwice() {
    const QString recipe = anyRecipe();
    QVERIFY(!recipe.isEmpty());
    const auto run = [&](const char* folder, const char* threads) {
        return runCli({QStringLiteral("synthesize"), recipe, QStringLiteral("--out"), at(folder),
                       QStringLiteral("--jobs"), QString::fromLatin1(threads)});
    };
    const CliRun one = run("s1", "1");
    QVERIFY2(one.exitCode == 0, one.output.constData());
    QCOMPARE(run("s2", "2").exitCode, 0);
    for (const char* name : {"volume.nrrd", "labels.nrrd", "truth.json"}) {
        const QByteArray first = bytesOf(at("s1/") + QString::fromLatin1(name));
        QVERIFY2(!first.isEmpty(), name);
        QVERIFY2(first == bytesOf(at("s2/") + QString::fromLatin1(name)), name);
    }
}

void TestCliVolumes::synthesizeNamesTheBadKey() {
    QJsonObject recipe = QJsonDocument::fromJson(bytesOf(anyRecipe())).object();
    recipe.insert(QStringLiteral("difficultyy"), 3);
    QFile file(at("bad.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(recipe).toJson());
    file.close();
    const CliRun run =
        runCli({QStringLiteral("synthesize"), file.fileName(), QStringLiteral("--out"), at("bad")});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.output.contains("difficultyy"), run.output.constData());
}

QTEST_APPLESS_MAIN(TestCliVolumes)
#include "tst_cli_volumes.moc"
