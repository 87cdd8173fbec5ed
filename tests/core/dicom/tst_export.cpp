// What export.h writes: read back, and judged by dciodvfy (dicom3tools), which shares no code.
#include "dicom/export.h"
#include "dicom/label_import.h"
#include "dicom/series.h"
#include "support/dicom_folder.h"
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>
#include <algorithm>
#include <cmath>

using namespace nodewise;
using namespace nodewise::test;

namespace {

/// An oblique grid with sides of their own, so that no two can be mixed up.
GridGeometry obliqueGrid() {
    const double c = std::cos(0.3), s = std::sin(0.3);
    return GridGeometry::create({9, 7, 5}, {0.4, 0.6, 1.25}, {-31.5, 12.25, 100},
                                {VectorLps{1, 0, 0}, {0, c, s}, {0, -s, c}})
        .value();
}

VolumePtr volumeOn(const GridGeometry& grid) {
    CtVolume::Int16Voxels voxels(grid.voxelCount());
    for (std::size_t n = 0; n < voxels.size(); ++n)
        voxels[n] = static_cast<std::int16_t>(static_cast<int>(n * 37 % 4000) - 1000);
    return CtVolume::create(grid, std::move(voxels)).value();
}

LabelMap labelsOn(const GridGeometry& grid) {
    LabelMap labels = LabelMap::empty(grid);
    for (int k = 1; k < 4; ++k)
        for (int j = 2; j < 5; ++j)
            for (int i = 3; i < 6; ++i)
                labels.set({i, j, k}, i == 3 ? LabelValue{12} : LabelValue{5});
    labels.setName(5, "node-1");
    labels.setName(12, "sternocleidomastoid_left");
    return labels;
}

QString dciodvfy(const QString& file) {
    QProcess tool;
    tool.setProcessChannelMode(QProcess::MergedChannels);
    tool.start(QStringLiteral("dciodvfy"), {QStringLiteral("-new"), file});
    if (!tool.waitForFinished())
        return QStringLiteral("Error - dciodvfy (package dicom3tools) did not run");
    return QString::fromUtf8(tool.readAll());
}

Result<dicom::WrittenSeries> written(const CtVolume& volume, const QString& folder) {
    NullJobControl job;
    dicom::ExportAttributes attributes;
    attributes.seed = "test";
    return dicom::writeCtSeries(volume, folder.toStdString(), attributes, job);
}

}  // namespace

class TestExport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void seriesComesBackVoxelForVoxel();
    void leftHandedStackComesBackInPlace();
    void floatsAreRoundedAndOverflowRefused();
    void sameSeedGivesSameBytes();
    void segmentationComesBackVoxelForVoxel();
    void segmentationNeedsItsSeries();
    void dciodvfyFindsNoError();
    void unwritableFolderIsRefused();
};

void TestExport::seriesComesBackVoxelForVoxel() {
    Folder folder;
    const auto volume = volumeOn(obliqueGrid());
    QVERIFY(written(*volume, folder.file(QStringLiteral("ct"))).has_value());
    const auto found = folder.scan();
    const auto read = loadOnly(found);
    QVERIFY(read != nullptr);
    QVERIFY(read->geometry().sameGridAs(volume->geometry(), 1e-6));
    QVERIFY(std::ranges::equal(read->int16Voxels(), volume->int16Voxels()));
    QCOMPARE(read->meaning(), VoxelMeaning::Hounsfield);
    QVERIFY(found->series.front().warnings.empty());
}

void TestExport::leftHandedStackComesBackInPlace() {
    const auto grid = GridGeometry::create({4, 3, 5}, {1, 1, 2}, {0, 0, 50},
                                           {VectorLps{1, 0, 0}, {0, 1, 0}, {0, 0, -1}});
    QVERIFY(grid.has_value());
    Folder folder;
    const auto volume = volumeOn(*grid);
    QVERIFY(written(*volume, folder.file(QStringLiteral("ct"))).has_value());
    const auto read = loadOnly(folder.scan());
    QVERIFY(read != nullptr);
    for (std::size_t at = 0; at < grid->voxelCount(); ++at) {
        const VoxelIndex index = grid->indexOf(at);
        const VoxelIndex there = read->geometry().nearestVoxel(grid->toPatient(index));
        QCOMPARE(read->value(there), volume->value(index));
    }
}

void TestExport::floatsAreRoundedAndOverflowRefused() {
    const auto grid = GridGeometry::axisAligned({2, 1, 3}, {1, 1, 1});
    Folder folder;
    const auto fine =
        CtVolume::create(grid, CtVolume::FloatVoxels{0.4F, -0.6F, 1.5F, -1024, 3000.2F, 7});
    QVERIFY(fine.has_value());
    QVERIFY(written(**fine, folder.file(QStringLiteral("ct"))).has_value());
    const auto read = loadOnly(folder.scan());
    QVERIFY(read != nullptr);
    const std::vector<std::int16_t> expected{0, -1, 2, -1024, 3000, 7};
    QVERIFY(std::ranges::equal(read->int16Voxels(), expected));
    for (const float bad : {40000.0F, std::nanf("")}) {
        const auto wild = CtVolume::create(grid, CtVolume::FloatVoxels{bad, 0, 0, 0, 0, 0});
        const auto refused = written(**wild, folder.file(QStringLiteral("wild")));
        QVERIFY(!refused.has_value());
        QCOMPARE(wordOf(refused.error().code), wordOf(ErrorCode::ValueOutOfRange));
    }
}

void TestExport::sameSeedGivesSameBytes() {
    Folder folder;
    const auto volume = volumeOn(obliqueGrid());
    const auto a = written(*volume, folder.file(QStringLiteral("a")));
    const auto b = written(*volume, folder.file(QStringLiteral("b")));
    QVERIFY(a && b);
    QCOMPARE(a->instanceUids, b->instanceUids);
    for (const QString& name : QDir(folder.file(QStringLiteral("a"))).entryList(QDir::Files)) {
        QFile first(folder.file(QStringLiteral("a/") + name));
        QFile second(folder.file(QStringLiteral("b/") + name));
        QVERIFY(first.open(QIODevice::ReadOnly) && second.open(QIODevice::ReadOnly));
        QCOMPARE(first.readAll(), second.readAll());
    }
}

void TestExport::segmentationComesBackVoxelForVoxel() {
    Folder folder;
    const auto grid = obliqueGrid();
    const auto series = written(*volumeOn(grid), folder.file(QStringLiteral("ct")));
    QVERIFY(series.has_value());
    const LabelMap labels = labelsOn(grid);
    NullJobControl job;
    const auto file = folder.file(QStringLiteral("seg.dcm")).toStdString();
    QVERIFY(dicom::writeSegmentation(labels, file, *series, {}, job).has_value());
    const auto read = dicom::readSegmentation(file, grid, job);
    QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
    QVERIFY(read->warnings.empty());
    // Segments are numbered from 1 in the order of the labels.
    QCOMPARE(read->labels.names().at(1), std::string("node-1"));
    QCOMPARE(read->labels.names().at(2), std::string("sternocleidomastoid_left"));
    for (std::size_t at = 0; at < grid.voxelCount(); ++at) {
        const LabelValue before = labels.labels()[at];
        QCOMPARE(read->labels.labels()[at], before == 5    ? LabelValue{1}
                                            : before == 12 ? LabelValue{2}
                                                           : LabelValue{0});
    }
}

void TestExport::segmentationNeedsItsSeries() {
    Folder folder;
    const auto grid = obliqueGrid();
    NullJobControl job;
    const auto file = folder.file(QStringLiteral("seg.dcm")).toStdString();
    const auto other = dicom::writeSegmentation(labelsOn(grid), file, {}, {}, job);
    QVERIFY(!other.has_value());
    QCOMPARE(wordOf(other.error().code), wordOf(ErrorCode::GridMismatch));
    const auto series = written(*volumeOn(grid), folder.file(QStringLiteral("ct")));
    QVERIFY(series.has_value());
    const auto nothing = dicom::writeSegmentation(LabelMap::empty(grid), file, *series, {}, job);
    QVERIFY(!nothing.has_value());
    QCOMPARE(wordOf(nothing.error().code), wordOf(ErrorCode::EmptyMask));
}

void TestExport::dciodvfyFindsNoError() {
    Folder folder;
    const auto grid = obliqueGrid();
    const auto series = written(*volumeOn(grid), folder.file(QStringLiteral("ct")));
    QVERIFY(series.has_value());
    NullJobControl job;
    const QString seg = folder.file(QStringLiteral("seg.dcm"));
    QVERIFY(
        dicom::writeSegmentation(labelsOn(grid), seg.toStdString(), *series, {}, job).has_value());
    for (const QString& file : {folder.file(QStringLiteral("ct/IMG0001.dcm")), seg}) {
        const QString report = dciodvfy(file);
        QVERIFY2(!report.contains(QLatin1String("Error")), qPrintable(report));
        QVERIFY2(report.contains(QLatin1String("CTImage")) ||
                     report.contains(QLatin1String("Segmentation")),
                 qPrintable(report));
    }
}

void TestExport::unwritableFolderIsRefused() {
    Folder folder;
    QFile blocker(folder.file(QStringLiteral("ct")));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    const auto refused = written(*volumeOn(obliqueGrid()), folder.file(QStringLiteral("ct")));
    QVERIFY(!refused.has_value());
    QCOMPARE(wordOf(refused.error().code), wordOf(ErrorCode::FileUnwritable));
}

QTEST_APPLESS_MAIN(TestExport)
#include "tst_export.moc"
