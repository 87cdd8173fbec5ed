// Generator -> DICOM -> reader: what a tilted scanner took comes back in its place.
#include "dicom/export.h"
#include "dicom/label_import.h"
#include "dicom/series.h"
#include "synthesis/render.h"
#include "synthesis/truth.h"
#include <QTemporaryDir>
#include <QtTest>
#include <array>
#include <cmath>
#include <filesystem>
#include <optional>

using namespace nodewise;
using namespace nodewise::synthesis;

namespace {

constexpr double kTiltDeg = 17, kPixelMm = 1.2;

Recipe tiltedRecipe() {
    Recipe recipe;
    recipe.seed = 417;
    recipe.patient.fatScale = 0.6;
    recipe.patient.yawDeg = recipe.patient.tiltDeg = 0;
    recipe.scanner.columns = 192;
    recipe.scanner.pixelMm = kPixelMm;
    recipe.scanner.slices = 16;
    recipe.scanner.sliceMm = 2.5;
    recipe.scanner.topMm = 30;
    recipe.scanner.noiseHu = 0;
    recipe.scanner.gantryDeg = kTiltDeg;
    NodeRecipe node;
    node.id = "node-1";
    node.level = Level::IIb;
    node.offsetMm = {0, 1, -10};
    node.radiiMm = {7.5, 8, 10};
    recipe.nodes = {node};
    return recipe;
}

PointLps middleOf(const LabelMap& labels, const std::string& name) {
    const auto label = labels.labelNamed(name);
    VectorLps sum;
    double count = 0;
    for (std::size_t at = 0; label && at < labels.labels().size(); ++at)
        if (labels.labels()[at] == *label) {
            sum = sum + (labels.geometry().toPatient(labels.geometry().indexOf(at)) - PointLps{});
            ++count;
        }
    return PointLps{} + sum * (1 / count);
}

}  // namespace

class TestTiltedScan : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void isReadAsTilted();
    void isResampledIntoItsPlace();
    void segmentationFollows();

private:
    QTemporaryDir m_dir;
    NullJobControl m_job;
    Recipe m_recipe = tiltedRecipe();
    PointLps m_centre;
    VolumePtr m_drawn;
    std::optional<dicom::SeriesInfo> m_series;

    [[nodiscard]] std::filesystem::path folder() const { return m_dir.path().toStdString(); }
    [[nodiscard]] VolumePtr loaded() {
        const auto volume = dicom::loadSeries(*m_series, m_job, {true, 0});
        return volume ? *volume : nullptr;
    }
};

void TestTiltedScan::initTestCase() {
    TruthOptions options;
    options.checkExpectation = false;
    options.labels = LabelExtent::Windows;
    options.asScanned = true;
    const auto truth = makeTruth(m_recipe, m_job, options);
    const auto scan = renderScan(m_recipe, m_job);
    QVERIFY(truth && scan);
    m_centre = truth->truth.nodes[0].centre;
    m_drawn = *renderVolume(m_recipe, m_job);
    dicom::ExportAttributes attributes;
    attributes.seed = "tilted";
    attributes.slicePositions = scanPositions(m_recipe);
    const auto written = dicom::writeCtSeries(**scan, folder() / "ct", attributes, m_job);
    QVERIFY(written.has_value());
    QVERIFY(
        dicom::writeSegmentation(truth->labels, folder() / "seg.dcm", *written, attributes, m_job)
            .has_value());
    const std::array paths{folder() / "ct"};
    const auto found = dicom::scanSeries(paths, m_job);
    QVERIFY(found && found->series.size() == 1);
    m_series = found->series.front();
}

void TestTiltedScan::isReadAsTilted() {
    QVERIFY(std::fabs(m_series->tiltDeg - kTiltDeg) < 1e-4);
    QVERIFY(!m_series->uniform);
    QVERIFY(!dicom::loadSeries(*m_series, m_job).has_value());
    const double angle = kTiltDeg * std::acos(-1.0) / 180;
    QVERIFY(std::fabs(m_series->spacing[2] - 2.5 * std::cos(angle)) < 1e-4);
}

void TestTiltedScan::isResampledIntoItsPlace() {
    const VolumePtr volume = loaded();
    QVERIFY(volume != nullptr);
    const auto difference = [&](VectorLps shift) {
        double sum = 0;
        for (double z = -8; z <= 8; z += 2)
            for (double y = -16; y <= 16; y += 2)
                for (double x = -16; x <= 16; x += 2) {
                    const PointLps p = m_centre + VectorLps{x, y, z};
                    sum += std::fabs(static_cast<double>(m_drawn->sample(p)) -
                                     static_cast<double>(volume->sample(p + shift)));
                }
        return sum / (9.0 * 17 * 17);
    };
    const double here = difference({});
    QVERIFY2(here < 25, qPrintable(QString::number(here)));
    for (const VectorLps away :
         {VectorLps{0.6, 0, 0}, VectorLps{-0.6, 0, 0}, VectorLps{0, 0.6, 0}, VectorLps{0, -0.6, 0},
          VectorLps{0, 0, 1.2}, VectorLps{0, 0, -1.2}})
        QVERIFY(here < difference(away));
}

void TestTiltedScan::segmentationFollows() {
    const VolumePtr volume = loaded();
    QVERIFY(volume != nullptr);
    const auto read = dicom::readSegmentation(folder() / "seg.dcm", volume->geometry(), m_job);
    QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
    const double off = distance(middleOf(read->labels, "node-1"), m_centre);
    QVERIFY2(off < kPixelMm / 2, qPrintable(QString::number(off)));
    // Without the series there is no right-angled grid to lay it on.
    const auto alone = dicom::readSegmentation(folder() / "seg.dcm", {}, m_job);
    QVERIFY(!alone.has_value());
    QCOMPARE(alone.error().code, ErrorCode::GeometryInconsistent);
}

QTEST_APPLESS_MAIN(TestTiltedScan)
#include "tst_tilted_scan.moc"
