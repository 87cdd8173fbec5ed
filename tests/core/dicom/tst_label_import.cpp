// Outlines and segmentations as label maps. Voxel counts of the files were worked out with pydicom
// and numpy.
#include "dicom/label_import.h"
#include "dicom/series.h"
#include "support/dicom_folder.h"
#include "support/rt_struct.h"
#include <QTest>
#include <cmath>

using namespace nodewise;
using namespace nodewise::test;

namespace {

const QString kData = QStringLiteral(NODEWISE_SHARED_DIR "/data/");

std::filesystem::path dataFile(const char* name) {
    return (kData + QString::fromLatin1(name)).toStdString();
}

const GridGeometry kGrid = GridGeometry::axisAligned({20, 20, 6}, {1, 1, 2}, {0, 0, 10});

Result<dicom::LabelImport> readMade(const DicomWriter& writer,
                                    const std::optional<std::string>& only = {}) {
    Folder folder;
    const QString file = folder.file(QStringLiteral("rs"));
    if (!writer.write(file))
        return fail(ErrorCode::FileUnwritable, "");
    NullJobControl job;
    return dicom::readRtStruct(file.toStdString(), kGrid, job, only);
}

}  // namespace

class TestLabelImport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void squareFillsItsVoxelCentres();
    void neighboursShareNoVoxel();
    void innerOutlineCutsAHole();
    void smallerRegionKeepsSharedVoxels();
    void namesKeepTheirLetters();
    void oneRegionCanBeReadAlone();
    void fillsOnAnObliqueGrid();
    void refusesOutlinesThatMissTheImage();
    void refusesOutlinesAcrossSlices();
    void refusesBrokenPoints();
    void refusesWhatIsNoRtStruct();
    void readsBinarySegmentation();
    void readsLabelMapSegmentation();
    void overlappingSegmentsAreNamed();
    void segmentationLandsOnItsImage();
    void refusesSegmentationThatContradictsItself();
    void tellsTheKindsApart();
};

void TestLabelImport::squareFillsItsVoxelCentres() {
    const auto read = readMade(rtStruct({{7, "node", {square(2.5, 7.5, 3.5, 5.5, 12)}}}));
    QVERIFY(read.has_value());
    QCOMPARE(read->labels.count(1), std::size_t{5 * 2});
    QCOMPARE(read->labels.at(VoxelIndex{3, 4, 1}), LabelValue{1});
    QCOMPARE(read->labels.at(VoxelIndex{2, 4, 1}), LabelValue{0});
    QCOMPARE(read->labels.at(VoxelIndex{3, 4, 0}), LabelValue{0});
    QVERIFY(read->warnings.empty());
}

// Outlines through voxel centres: each centre goes to one of two neighbours, never both, never
// none.
void TestLabelImport::neighboursShareNoVoxel() {
    const auto read = readMade(
        rtStruct({{1, "left", {square(2, 8, 2, 8, 12)}}, {2, "right", {square(8, 14, 2, 8, 12)}}}));
    QVERIFY(read.has_value());
    QCOMPARE(read->labels.count(1), std::size_t{36});
    QCOMPARE(read->labels.count(2), std::size_t{36});
    QVERIFY(read->warnings.empty());
}

void TestLabelImport::innerOutlineCutsAHole() {
    const auto read = readMade(rtStruct(
        {{1, "ring", {square(0.5, 10.5, 0.5, 10.5, 12), square(3.5, 6.5, 3.5, 6.5, 12)}}}));
    QVERIFY(read.has_value());
    QCOMPARE(read->labels.count(1), std::size_t{100 - 9});
}

void TestLabelImport::smallerRegionKeepsSharedVoxels() {
    const auto read = readMade(rtStruct({{1, "node", {square(3.5, 6.5, 3.5, 6.5, 12)}},
                                         {2, "volume", {square(0.5, 10.5, 0.5, 10.5, 12)}}}));
    QVERIFY(read.has_value());
    QCOMPARE(read->labels.count(1), std::size_t{9});
    QCOMPARE(read->labels.count(2), std::size_t{91});
    QCOMPARE(read->warnings.size(), std::size_t{1});
    QVERIFY(read->warnings.front().detail.find("9 voxels") != std::string::npos);
}

void TestLabelImport::namesKeepTheirLetters() {
    const auto read = readMade(rtStruct({{1, "Kn\xf6tchen", {square(2.5, 7.5, 3.5, 5.5, 12)}}}));
    QVERIFY(read.has_value());
    QCOMPARE(read->labels.names().at(1), std::string("Kn\xc3\xb6tchen"));
}

void TestLabelImport::oneRegionCanBeReadAlone() {
    const auto made = rtStruct(
        {{1, "a", {square(0.5, 2.5, 0.5, 2.5, 12)}}, {2, "b", {square(0.5, 5.5, 0.5, 5.5, 12)}}});
    const auto read = readMade(made, "b");
    QVERIFY(read.has_value());
    QCOMPARE(read->labels.count(1), std::size_t{25});
    const auto none = readMade(made, "c");
    QVERIFY(!none.has_value());
    QCOMPARE(wordOf(none.error().code), wordOf(ErrorCode::LabelAbsent));
}

void TestLabelImport::fillsOnAnObliqueGrid() {
    const double c = std::cos(0.5), s = std::sin(0.5);
    const auto grid = GridGeometry::create({20, 20, 6}, {1, 1, 2}, {5, -3, 8},
                                           {VectorLps{1, 0, 0}, {0, c, s}, {0, -s, c}});
    QVERIFY(grid.has_value());
    QByteArray points;
    for (const auto& [i, j] : {std::pair(2.5, 3.5), {7.5, 3.5}, {7.5, 5.5}, {2.5, 5.5}}) {
        const PointLps p = grid->toPatient(ContinuousIndex{i, j, 4});
        for (const double v : {p.x, p.y, p.z})
            points += (points.isEmpty() ? "" : "\\") + QByteArray::number(v, 'f', 6);
    }
    Folder folder;
    const QString file = folder.file(QStringLiteral("rs"));
    QVERIFY(rtStruct({{1, "n", {points}}}).write(file));
    NullJobControl job;
    const auto read = dicom::readRtStruct(file.toStdString(), *grid, job);
    QVERIFY(read.has_value());
    QCOMPARE(read->labels.count(1), std::size_t{10});
    QCOMPARE(read->labels.at(VoxelIndex{3, 4, 4}), LabelValue{1});
}

void TestLabelImport::refusesOutlinesThatMissTheImage() {
    const auto read = readMade(rtStruct({{1, "n", {square(0, 5, 0, 5, 500)}}}));
    QVERIFY(!read.has_value());
    QCOMPARE(wordOf(read.error().code), wordOf(ErrorCode::GridMismatch));
    QVERIFY(!read.error().path.empty());
}

void TestLabelImport::refusesOutlinesAcrossSlices() {
    const auto read = readMade(rtStruct({{1, "n", {"2\\2\\12\\8\\2\\12\\8\\2\\18\\2\\2\\18"}}}));
    QVERIFY(!read.has_value());
    QCOMPARE(wordOf(read.error().code), wordOf(ErrorCode::GeometryInconsistent));
}

void TestLabelImport::refusesBrokenPoints() {
    for (const char* points : {"1\\2\\12\\3\\4", "1\\nan\\12\\3\\4\\12\\5\\5\\12"}) {
        const auto read = readMade(rtStruct({{1, "n", {points}}}));
        QVERIFY(!read.has_value());
        QCOMPARE(wordOf(read.error().code), wordOf(ErrorCode::TagInvalid));
        QCOMPARE(read.error().place, std::string("(3006,0050)"));
    }
}

void TestLabelImport::refusesWhatIsNoRtStruct() {
    const auto read = readMade(rampSlice(0).writer());
    QVERIFY(!read.has_value());
    QCOMPARE(wordOf(read.error().code), wordOf(ErrorCode::NotAnImage));
}

void TestLabelImport::readsBinarySegmentation() {
    NullJobControl job;
    const auto read =
        dicom::readSegmentation(dataFile("dicom-robustness/dcmqi/24x38x3/seg/label.seg"), {}, job);
    QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
    QCOMPARE(read->labels.geometry().dims(), (std::array<int, 3>{24, 38, 3}));
    QCOMPARE(read->labels.count(1), std::size_t{315});
    QCOMPARE(read->labels.names().at(1), std::string("Liver"));
}

void TestLabelImport::readsLabelMapSegmentation() {
    NullJobControl job;
    // Two frames; value 5 is the padding, 0 the segment "Background", 1 the liver: 630 pixels.
    const auto read = dicom::readSegmentation(
        dataFile("dicom-robustness/dcmqi/sparse-labelmap-ppv5.dcm"), {}, job);
    QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
    QCOMPARE(read->labels.count(1), std::size_t{630});
    QCOMPARE(read->labels.names().size(), std::size_t{1});
}

void TestLabelImport::overlappingSegmentsAreNamed() {
    NullJobControl job;
    const auto read =
        dicom::readSegmentation(dataFile("dicom-robustness/dcmqi/partial_overlaps.dcm"), {}, job);
    QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
    QCOMPARE(read->labels.geometry().dims(), (std::array<int, 3>{512, 512, 3}));
    // Frames as they are hold 9602, 11888, 10743, 6693 and 4713 voxels; the smaller keeps overlaps.
    const std::size_t kept[] = {9602, 8849, 10648, 6693, 4713};
    for (LabelValue label = 1; label <= 5; ++label)
        QCOMPARE(read->labels.count(label), kept[label - 1]);
    QCOMPARE(read->warnings.size(), std::size_t{3});
}

void TestLabelImport::segmentationLandsOnItsImage() {
    NullJobControl job;
    const std::vector<std::filesystem::path> paths{
        dataFile("dicom-robustness/dcmqi/24x38x3/image")};
    const auto found = dicom::scanSeries(paths, job);
    QVERIFY(found && found->series.size() == 1);
    const auto volume = dicom::loadSeries(found->series.front(), job);
    QVERIFY(volume.has_value());
    const auto file = dataFile("dicom-robustness/dcmqi/24x38x3/seg/label.seg");
    const auto read = dicom::readSegmentation(file, (*volume)->geometry(), job);
    QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
    QVERIFY(read->labels.geometry().sameGridAs((*volume)->geometry()));
    QCOMPARE(read->labels.count(1), std::size_t{315});
    // Each voxel halved on every axis: eight times as many, less what the border cuts off.
    const auto& grid = (*volume)->geometry();
    const auto fine = GridGeometry::create(
        {48, 76, 6}, {grid.spacing()[0] / 2, grid.spacing()[1] / 2, grid.spacing()[2] / 2},
        grid.toPatient(ContinuousIndex{-0.25, -0.25, -0.25}), grid.axes());
    QVERIFY(fine.has_value());
    const auto finer = dicom::readSegmentation(file, *fine, job);
    QVERIFY(finer.has_value());
    QCOMPARE(finer->labels.count(1), std::size_t{315 * 8});
    const auto elsewhere = dicom::readSegmentation(file, kGrid, job);
    QVERIFY(!elsewhere.has_value());
    QCOMPARE(wordOf(elsewhere.error().code), wordOf(ErrorCode::GridMismatch));
}

// One frame of pixels, three described: which one it is cannot be known.
void TestLabelImport::refusesSegmentationThatContradictsItself() {
    NullJobControl job;
    for (const char* name : {"liver_1frame.dcm", "liver_expb_1frame.dcm"}) {
        const auto read = dicom::readSegmentation(
            dataFile("dicom-robustness/pydicom/test_files/") / name, {}, job);
        QVERIFY(!read.has_value());
        QCOMPARE(wordOf(read.error().code), wordOf(ErrorCode::TagInvalid));
        QCOMPARE(read.error().place, std::string("(5200,9230)"));
    }
}

void TestLabelImport::tellsTheKindsApart() {
    using dicom::LabelFileKind;
    const auto kind = [](const char* name) { return dicom::labelFileKind(dataFile(name)).value(); };
    QCOMPARE(kind("dicom-robustness/dcmqi/24x38x3/seg/label.seg"), LabelFileKind::Segmentation);
    QCOMPARE(kind("dicom-robustness/pydicom/test_files/rtstruct.dcm"), LabelFileKind::RtStruct);
    QCOMPARE(kind("dicom-robustness/pydicom/test_files/CT_small.dcm"), LabelFileKind::None);
    QVERIFY(!dicom::labelFileKind(dataFile("dicom-robustness/EXPECTED.md")).has_value());
}

QTEST_APPLESS_MAIN(TestLabelImport)
#include "tst_label_import.moc"
