// Whole series against numbers from elsewhere: ../shared/oracles/dicom-geometry and real data.
#include "dicom/label_import.h"
#include "dicom/series.h"
#include "volume/volume_io.h"
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cmath>

using namespace nodewise;

namespace {

const QString kOracles = QStringLiteral(NODEWISE_SHARED_DIR "/oracles/");

Result<dicom::SeriesInfo> onlySeries(const QString& folder) {
    NullJobControl job;
    const std::vector<std::filesystem::path> paths{folder.toStdString()};
    auto found = dicom::scanSeries(paths, job);
    if (!found)
        return fail(found.error());
    if (found->series.size() != 1)
        return fail(ErrorCode::SeriesNotFound, std::to_string(found->series.size()) + " series");
    return found->series.front();
}

QJsonObject expectedOf(const char* series) {
    QFile file(kOracles + QStringLiteral("dicom-geometry/geometry_expected.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object()[QLatin1String(series)].toObject();
}

/// Order, places and sums of stored values, slice by slice.
void compareSlices(const dicom::SeriesInfo& series, const CtVolume& volume,
                   const QJsonObject& expected) {
    const QJsonArray slices = expected[QStringLiteral("slices")].toArray();
    QCOMPARE(static_cast<qsizetype>(series.files.size()), slices.size());
    const double intercept = expected[QStringLiteral("intercepts")].toArray()[0].toDouble();
    const std::size_t pixels =
        static_cast<std::size_t>(series.dims[0]) * static_cast<std::size_t>(series.dims[1]);
    for (qsizetype k = 0; k < slices.size(); ++k) {
        const QJsonObject slice = slices[k].toObject();
        QCOMPARE(
            QString::fromStdString(series.files[static_cast<std::size_t>(k)].filename().string()),
            slice[QStringLiteral("file")].toString());
        double sum = 0;
        for (const auto v :
             volume.int16Voxels().subspan(static_cast<std::size_t>(k) * pixels, pixels))
            sum += v - intercept;
        QCOMPARE(sum, slice[QStringLiteral("stored_sum")].toDouble());
    }
}

}  // namespace

class TestSeriesOracles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ibsiDicomEqualsItsNifti();
    void ibsiOutlineFillsTheReferenceMask();
    void philipsTiltIsFoundAndResampled();
    void headAndNeckCtReadsAsDescribed();
};

void TestSeriesOracles::ibsiDicomEqualsItsNifti() {
    const auto series = onlySeries(kOracles + QStringLiteral("dicom-geometry/ibsi_ct_phantom"));
    QVERIFY(series.has_value());
    NullJobControl job;
    const auto volume = dicom::loadSeries(*series, job);
    QVERIFY(volume.has_value());
    const auto reference =
        readVolume((kOracles + QStringLiteral("ibsi/ct_phantom_image.nii.gz")).toStdString(), job);
    QVERIFY2(reference.has_value(), reference ? "" : reference.error().detail.c_str());
    QCOMPARE((*volume)->geometry().dims(), (std::array<int, 3>{204, 201, 60}));
    QCOMPARE((*reference)->geometry().dims(), (*volume)->geometry().dims());
    QVERIFY((*volume)->isInt16());
    std::size_t different = 0, compared = 0;
    const auto& grid = (*volume)->geometry();
    for (std::size_t at = 0; at < grid.voxelCount(); ++at, ++compared) {
        const VoxelIndex index = grid.indexOf(at);
        // By place, not by index: the NIfTI may run along other directions.
        const VoxelIndex there = (*reference)->geometry().nearestVoxel(grid.toPatient(index));
        if (!(*reference)->geometry().contains(there) ||
            std::lround((*reference)->value(there)) != std::lround((*volume)->value(index)))
            ++different;
    }
    QCOMPARE(compared, std::size_t{204 * 201 * 60});
    QCOMPARE(different, std::size_t{0});
    compareSlices(*series, **volume, expectedOf("ibsi_ct_phantom"));
}

void TestSeriesOracles::ibsiOutlineFillsTheReferenceMask() {
    const QString folder = kOracles + QStringLiteral("dicom-geometry/ibsi_ct_phantom/");
    const auto series = onlySeries(folder);
    QVERIFY(series.has_value());
    NullJobControl job;
    const auto volume = dicom::loadSeries(*series, job);
    QVERIFY(volume.has_value());
    const auto labels = dicom::readRtStruct(
        (folder + QStringLiteral("DCM_RS_00060.dcm")).toStdString(), (*volume)->geometry(), job);
    QVERIFY2(labels.has_value(), labels ? "" : labels.error().detail.c_str());
    QCOMPARE(labels->labels.names().at(1), std::string("GTV-1"));
    // 125,256 voxels in the reference mask; rules of rasterisation differ, 1 % is allowed.
    const auto count = static_cast<double>(labels->labels.count(1));
    QVERIFY2(std::abs(count - 125256) <= 1252.56, qPrintable(QString::number(count)));
    const auto mask = readLabelGrid(
        (kOracles + QStringLiteral("ibsi/ct_phantom_mask.nii.gz")).toStdString(), job);
    QVERIFY(mask.has_value());
    std::size_t both = 0;
    for (std::size_t at = 0; at < mask->labels.size(); ++at)
        if (mask->labels[at] != 0)
            both += labels->labels.at(mask->geometry.toPatient(mask->geometry.indexOf(at))) == 1;
    // Dice with the reference mask.
    QVERIFY(2.0 * static_cast<double>(both) / (count + 125256) > 0.99);
}

void TestSeriesOracles::philipsTiltIsFoundAndResampled() {
    const auto series = onlySeries(kOracles + QStringLiteral("dicom-geometry/philips_tilt_16p5"));
    QVERIFY(series.has_value());
    QVERIFY(std::abs(series->spacing[2] - 2.39704925) < 1e-4);
    QVERIFY(std::abs(std::tan(series->tiltDeg * std::acos(-1.0) / 180) - 0.2962134591) < 1e-4);
    QVERIFY(!series->uniform);
    NullJobControl job;
    QVERIFY(!dicom::loadSeries(*series, job).has_value());
    const auto volume = dicom::loadSeries(*series, job, {true, 0});
    QVERIFY(volume.has_value());
    // 11 steps of 2.397 mm × 0.2962 sideways = 7.81 mm = 19.2 pixels more along a column.
    QCOMPARE((*volume)->geometry().dims(), (std::array<int, 3>{512, 532, 12}));
    // Each slice lies at its own place: on a slice's plane nothing is mixed in from its neighbour,
    // so its mean HU over the slice's own area is that of the oracle (bilinear within the pixel
    // row).
    const QJsonArray slices =
        expectedOf("philips_tilt_16p5_12_slices")[QStringLiteral("slices")].toArray();
    QCOMPARE(slices.size(), qsizetype{12});
    const auto& grid = (*volume)->geometry();
    for (int k = 0; k < 12; ++k) {
        const QJsonObject slice = slices[k].toObject();
        const QJsonArray p = slice[QStringLiteral("ipp")].toArray();
        const ContinuousIndex start =
            grid.toIndex(PointLps{p[0].toDouble(), p[1].toDouble(), p[2].toDouble()});
        QVERIFY(std::abs(start.k - k) < 1e-3);
        QVERIFY(std::abs(start.i) < 1e-3);
        double sum = 0;
        for (int j = 0; j < 512; ++j)
            for (int i = 0; i < 512; ++i)
                sum += static_cast<double>((*volume)->sample(grid.toPatient(
                    ContinuousIndex{start.i + i, start.j + j, static_cast<double>(k)})));
        QVERIFY2(std::abs(sum / (512.0 * 512) - slice[QStringLiteral("hu_mean")].toDouble()) < 1.0,
                 qPrintable(QString::number(k)));
    }
}

void TestSeriesOracles::headAndNeckCtReadsAsDescribed() {
    const QString archive =
        QStringLiteral(NODEWISE_SHARED_DIR "/data/hn-ct-pycerr/head_and_neck_pt_1.tar.xz");
    QVERIFY2(QFile::exists(archive), qPrintable(archive));
    QTemporaryDir folder;
    QCOMPARE(QProcess::execute(QStringLiteral("tar"), {QStringLiteral("-C"), folder.path(),
                                                       QStringLiteral("-xJf"), archive}),
             0);
    const auto series = onlySeries(folder.path());
    QVERIFY(series.has_value());
    QCOMPARE(series->dims, (std::array<int, 3>{511, 511, 90}));
    QVERIFY(std::abs(series->spacing[0] - 1) < 1e-9 && std::abs(series->spacing[1] - 1) < 1e-9);
    QVERIFY(std::abs(series->spacing[2] - 3) < 1e-9);
    QVERIFY(series->uniform);
    QVERIFY(!series->obstacle.has_value());
    QCOMPARE(series->meaning, VoxelMeaning::Hounsfield);
    NullJobControl job;
    const auto volume = dicom::loadSeries(*series, job);
    QVERIFY(volume.has_value());
    QCOMPARE((*volume)->range(), (ValueRange{-1024, 3844}));
    const auto range = dicom::seriesValueRange(*series, job);
    QVERIFY(range.has_value());
    QCOMPARE(*range, (*volume)->range());
    // z runs from -267 to 0 mm, and the same voxels come from one thread.
    const auto& grid = (*volume)->geometry();
    QVERIFY(std::abs(grid.origin().z + 267) < 1e-6);
    QVERIFY(std::abs(grid.toPatient(VoxelIndex{0, 0, 89}).z) < 1e-6);
    const auto alone = dicom::loadSeries(*series, job, {false, 1});
    QVERIFY(alone.has_value());
    QVERIFY(std::ranges::equal((*alone)->int16Voxels(), (*volume)->int16Voxels()));
}

QTEST_APPLESS_MAIN(TestSeriesOracles)
#include "tst_series_oracles.moc"
