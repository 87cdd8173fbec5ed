// RTSTRUCT, TID 1500 report and SEG for a series that was read: read back, and judged by dciodvfy
// and dsrdump.
#include "dicom/export.h"
#include "dicom/label_import.h"
#include "dicom/measurement_report.h"
#include "support/dicom_folder.h"
#include <QProcess>
#include <QTest>
#include <cmath>

using namespace nodewise;
using namespace nodewise::test;

namespace {

GridGeometry obliqueGrid() {
    const double c = std::cos(0.3), s = std::sin(0.3);
    return GridGeometry::create({24, 20, 9}, {0.7, 0.8, 1.5}, {-31.5, 12.25, 100},
                                {VectorLps{1, 0, 0}, {0, c, s}, {0, -s, c}})
        .value();
}

VolumePtr volumeOn(const GridGeometry& grid) {
    return CtVolume::create(grid, CtVolume::Int16Voxels(grid.voxelCount(), 40)).value();
}

/// A ball with a hole, and a second node beside it.
LabelMap labelsOn(const GridGeometry& grid) {
    LabelMap labels = LabelMap::empty(grid);
    const PointLps middle = grid.toPatient(VoxelIndex{9, 9, 4});
    for (std::size_t at = 0; at < grid.voxelCount(); ++at) {
        const VoxelIndex index = grid.indexOf(at);
        const double away = distance(grid.toPatient(index), middle);
        if (away < 4.2 && away > 1.1)
            labels.set(index, 1);
        if (index.i > 17 && index.i < 22 && index.j > 5 && index.j < 9 && index.k > 2)
            labels.set(index, 2);
    }
    labels.setName(1, "node A");
    labels.setName(2, "node B");
    return labels;
}

QString outputOf(const char* program, const QStringList& arguments) {
    QProcess tool;
    tool.setProcessChannelMode(QProcess::MergedChannels);
    tool.start(QString::fromLatin1(program), arguments);
    if (!tool.waitForFinished())
        return QStringLiteral("Error - %1 did not run").arg(QLatin1String(program));
    return QString::fromUtf8(tool.readAll());
}

dicom::ExportAttributes attributesOf() {
    dicom::ExportAttributes attributes;
    attributes.seed = "report test";
    attributes.outlinedBy = "Nodewise";
    return attributes;
}

dicom::MeasurementReport reportOf() {
    dicom::MeasurementReport report;
    dicom::ReportedRegion node;
    node.name = "node A";
    node.laterality = "L";
    node.numbers = {{{"103340004", "SCT", "Short Axis"}, 14.25, "mm"},
                    {{"118565006", "SCT", "Volume"}, 1.5, "ml"},
                    {{"112182", "DCM", "Median Attenuation Coefficient"}, -35, "[hnsf'U]"}};
    node.words = {{{"hncig-grade", "99NODEWISE", "HNCIG grade"}, "G1"}};
    report.regions = {node};
    report.summary = {{{"use", "99NODEWISE", "Use"}, "Teaching and research"}};
    return report;
}

}  // namespace

class TestReportExport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aScannedSeriesIsNamedByItsImages();
    void outlinesComeBackVoxelForVoxel();
    void segmentationRefersToTheReadSeries();
    void reportNamesEveryNumber();
    void dciodvfyFindsNoError_data();
    void dciodvfyFindsNoError();
    void nothingToWriteIsRefused();
    void oneSliceIsTheSliceOfTheVolume();

private:
    Folder m_folder;
    dicom::WrittenSeries m_series;
    dicom::ScanResult m_scan;
    QString at(const char* name) const { return m_folder.file(QString::fromLatin1(name)); }
};

void TestReportExport::initTestCase() {
    NullJobControl job;
    const auto grid = obliqueGrid();
    const auto made =
        dicom::writeCtSeries(*volumeOn(grid), at("ct").toStdString(), attributesOf(), job);
    QVERIFY(made.has_value());
    const std::vector<std::filesystem::path> paths{at("ct").toStdString()};
    auto scan = dicom::scanSeries(paths, job);
    QVERIFY(scan.has_value() && scan->series.size() == 1);
    m_scan = std::move(*scan);
    const auto identity = dicom::identityOfScanned(m_scan.series.front());
    QVERIFY2(identity.has_value(), identity ? "" : identity.error().detail.c_str());
    m_series = *identity;
    QCOMPARE(m_series.instanceUids.size(), std::size_t{9});
    QCOMPARE(m_series.instanceUids, made->instanceUids);
    QCOMPARE(m_series.studyUid, made->studyUid);
    QCOMPARE(m_series.frameOfReferenceUid, made->frameOfReferenceUid);
    const LabelMap labels = labelsOn(grid);
    QVERIFY(dicom::writeSegmentation(labels, at("seg.dcm").toStdString(), m_series, attributesOf(),
                                     job));
    const auto rt =
        dicom::writeRtStruct(labels, at("rt.dcm").toStdString(), m_series, attributesOf(), job);
    QVERIFY2(rt.has_value(), rt ? "" : rt.error().detail.c_str());
    const auto sr = dicom::writeMeasurementReport(reportOf(), at("sr.dcm").toStdString(), m_series,
                                                  attributesOf(), job);
    QVERIFY2(sr.has_value(), sr ? "" : sr.error().detail.c_str());
}

void TestReportExport::aScannedSeriesIsNamedByItsImages() {
    QCOMPARE(m_series.imageClassUid, std::string("1.2.840.10008.5.1.4.1.1.2"));
    QCOMPARE(m_series.seriesUid, m_scan.series.front().uid);
    const auto refused = dicom::identityOfScanned(dicom::SeriesInfo{});
    QVERIFY(!refused.has_value());
    QVERIFY(refused.error().code == ErrorCode::InvalidArgument);
}

void TestReportExport::outlinesComeBackVoxelForVoxel() {
    NullJobControl job;
    const LabelMap labels = labelsOn(obliqueGrid());
    const auto read = dicom::readRtStruct(at("rt.dcm").toStdString(), labels.geometry(), job);
    QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
    QCOMPARE(read->labels.names(), labels.names());
    QVERIFY(std::ranges::equal(read->labels.labels(), labels.labels()));
}

void TestReportExport::segmentationRefersToTheReadSeries() {
    NullJobControl job;
    const LabelMap labels = labelsOn(obliqueGrid());
    const auto read = dicom::readSegmentation(at("seg.dcm").toStdString(), labels.geometry(), job);
    QVERIFY(read.has_value());
    QVERIFY(std::ranges::equal(read->labels.labels(), labels.labels()));
    const QString dump = outputOf("dcmdump", {at("seg.dcm")});
    QVERIFY(dump.contains(QString::fromStdString(m_series.instanceUids[4])));
    QVERIFY(dump.contains(QLatin1String("SEMIAUTOMATIC")));
}

void TestReportExport::reportNamesEveryNumber() {
    const QString dump = outputOf("dsrdump", {at("sr.dcm")});
    QVERIFY2(!dump.contains(QLatin1String("Error")), qPrintable(dump));
    for (const char* word :
         {"14.25", "Short Axis", "Volume", "-35", "Median Attenuation Coefficient", "node A",
          "HNCIG grade", "G1", "Teaching and research", "Left"})
        QVERIFY2(dump.contains(QLatin1String(word)), qPrintable(QLatin1String(word) + dump));
    QVERIFY(!dump.contains(QLatin1String("node B")));
}

void TestReportExport::dciodvfyFindsNoError_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("kind");
    QTest::newRow("segmentation") << at("seg.dcm") << QStringLiteral("Segmentation");
    QTest::newRow("structures") << at("rt.dcm") << QStringLiteral("RTStructureSet");
    QTest::newRow("report") << at("sr.dcm") << QStringLiteral("SR");
}

void TestReportExport::dciodvfyFindsNoError() {
    QFETCH(const QString, file);
    QFETCH(const QString, kind);
    const QString report = outputOf("dciodvfy", {QStringLiteral("-new"), file});
    QVERIFY2(!report.contains(QLatin1String("Error")), qPrintable(report));
    QVERIFY2(report.contains(kind), qPrintable(report));
}

void TestReportExport::nothingToWriteIsRefused() {
    NullJobControl job;
    const auto none = dicom::writeRtStruct(
        LabelMap::empty(obliqueGrid()), at("no.dcm").toStdString(), m_series, attributesOf(), job);
    QVERIFY(!none.has_value());
    QVERIFY(none.error().code == ErrorCode::EmptyMask);
    const auto empty = dicom::writeMeasurementReport({}, at("no.dcm").toStdString(), m_series,
                                                     attributesOf(), job);
    QVERIFY(!empty.has_value());
    QVERIFY(empty.error().code == ErrorCode::InvalidArgument);
    auto wild = reportOf();
    wild.regions[0].numbers[0].value = std::nan("");
    QVERIFY(!dicom::writeMeasurementReport(wild, at("no.dcm").toStdString(), m_series,
                                           attributesOf(), job));
    QVERIFY(!QFile::exists(at("no.dcm")));
}

void TestReportExport::oneSliceIsTheSliceOfTheVolume() {
    NullJobControl job;
    const auto slice = dicom::loadSlice(m_scan.series.front(), 3, job);
    QVERIFY(slice.has_value());
    QCOMPARE((*slice)->geometry().dims(), (std::array{24, 20, 1}));
    QVERIFY(distance((*slice)->geometry().origin(), obliqueGrid().toPatient(VoxelIndex{0, 0, 3})) <
            1e-3);
    QCOMPARE((*slice)->value({3, 3, 0}), 40.0F);
    QVERIFY(dicom::loadSlice(m_scan.series.front(), 900, job).has_value());
}

QTEST_APPLESS_MAIN(TestReportExport)
#include "tst_report_export.moc"
