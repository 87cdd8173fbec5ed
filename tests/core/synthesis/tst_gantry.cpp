#include "small_recipes.h"
#include "synthesis/render.h"
#include "synthesis/slice_plane.h"
#include "synthesis/truth.h"
#include <QtTest>
#include <algorithm>
#include <array>
#include <cmath>

using namespace nodewise;
using namespace nodewise::synthesis;

namespace {

constexpr double kPixelMm = 1.6, kSliceMm = 2.5;

/// A node and the hyoid, whole at every tilt.
Recipe recipeAt(double gantryDeg) {
    Recipe recipe = smallRecipe(417);
    recipe.scanner.columns = 144;
    recipe.scanner.pixelMm = kPixelMm;
    recipe.scanner.slices = 32;
    recipe.scanner.sliceMm = kSliceMm;
    recipe.scanner.topMm = 40;
    recipe.scanner.noiseHu = recipe.scanner.streakHu = 0;
    recipe.scanner.gantryDeg = gantryDeg;
    recipe.patient.fatScale = 0.6;
    recipe.nodes = {nodeInFat()};
    return recipe;
}

SyntheticTruth truthOf(const Recipe& recipe, LabelExtent extent = LabelExtent::Whole) {
    NullJobControl job;
    return *makeTruth(recipe, job, TruthOptions{extent, false, 0});
}

struct Body {
    PointLps middle;
    double volumeMm3 = 0;
};

Body bodyOf(const LabelMap& labels, const std::string& name) {
    const auto label = labels.labelNamed(name);
    const GridGeometry& grid = labels.geometry();
    VectorLps sum;
    double count = 0;
    for (std::size_t at = 0; label && at < labels.labels().size(); ++at)
        if (labels.labels()[at] == *label) {
            sum = sum + (grid.toPatient(grid.indexOf(at)) - PointLps{});
            ++count;
        }
    return {PointLps{} + sum * (count > 0 ? 1 / count : 0), count * grid.voxelVolumeMm3()};
}

/// Mean difference of two volumes about a place when the second is moved by `shift`.
double difference(const CtVolume& level, const CtVolume& tilted, PointLps about, VectorLps shift) {
    double sum = 0;
    int count = 0;
    for (double z = -10; z <= 10; z += 2)
        for (double y = -16; y <= 16; y += 2)
            for (double x = -16; x <= 16; x += 2) {
                const PointLps p = about + VectorLps{x, y, z};
                sum += std::fabs(static_cast<double>(level.sample(p)) -
                                 static_cast<double>(tilted.sample(p + shift)));
                ++count;
            }
    return sum / count;
}

}  // namespace

class TestGantry : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void slicesLieWhereATiltedScannerTakesThem();
    void structuresStayInTheirPlace_data();
    void structuresStayInTheirPlace();
    void pictureStaysInItsPlace();
    void scanHoldsTheSamePicture();
    void truthStays();
    void sameBytesOnAnyThreads();
};

void TestGantry::slicesLieWhereATiltedScannerTakesThem() {
    const Recipe recipe = recipeAt(20);
    const double angle = 20 * std::acos(-1.0) / 180;
    const GridGeometry grid = gridOf(recipe);
    QVERIFY(length(grid.axis(1) - VectorLps{0, std::cos(angle), std::sin(angle)}) < 1e-12);
    QVERIFY(std::fabs(grid.spacing()[2] - kSliceMm * std::cos(angle)) < 1e-12);
    const auto places = scanPositions(recipe);
    QCOMPARE(places.size(), std::size_t{32});
    const double half = 0.5 * kPixelMm * 143;
    for (int k = 0; k < 32; ++k) {
        const PointLps at = places[static_cast<std::size_t>(k)];
        // In the plane of the grid's slice, its middle on the table's axis at the slice's height.
        QVERIFY(std::fabs(dot(at - grid.toPatient(VoxelIndex{0, 0, k}), grid.axis(2))) < 1e-9);
        const PointLps middle = at + grid.axis(0) * half + grid.axis(1) * half;
        QVERIFY(length(middle - PointLps{0, -14, 40 - kSliceMm * (31 - k)}) < 1e-9);
    }
    const auto level = scanPositions(recipeAt(0));
    for (int k = 0; k < 32; ++k)
        QVERIFY(length(level[static_cast<std::size_t>(k)] -
                       gridOf(recipeAt(0)).toPatient(VoxelIndex{0, 0, k})) == 0);
}

void TestGantry::structuresStayInTheirPlace_data() {
    QTest::addColumn<double>("tilt");
    QTest::newRow("nape down") << -20.0;
    QTest::newRow("nape up") << 12.0;
    QTest::newRow("as far as it goes") << 25.0;
}

void TestGantry::structuresStayInTheirPlace() {
    QFETCH(double, tilt);
    const auto level = truthOf(recipeAt(0)), tilted = truthOf(recipeAt(tilt));
    for (const char* name : {"node-1", "hyoid"}) {
        const Body a = bodyOf(level.labels, name), b = bodyOf(tilted.labels, name);
        QVERIFY2(a.volumeMm3 > 300, name);
        QVERIFY2(std::fabs(b.volumeMm3 / a.volumeMm3 - 1) < 0.12,
                 qPrintable(QStringLiteral("%1: %2 mm3, level %3")
                                .arg(QLatin1String(name))
                                .arg(b.volumeMm3)
                                .arg(a.volumeMm3)));
        const VectorLps d = b.middle - a.middle;
        const QByteArray text = QStringLiteral("%1: moved by %2, %3, %4 mm")
                                    .arg(QLatin1String(name))
                                    .arg(d.x)
                                    .arg(d.y)
                                    .arg(d.z)
                                    .toUtf8();
        QVERIFY2(std::fabs(d.x) < kPixelMm / 2 && std::fabs(d.y) < kPixelMm / 2 &&
                     std::fabs(d.z) < kPixelMm / 2,
                 text.constData());
    }
}

void TestGantry::pictureStaysInItsPlace() {
    NullJobControl job;
    const auto level = renderVolume(recipeAt(0), job), tilted = renderVolume(recipeAt(18), job);
    QVERIFY(level && tilted);
    const PointLps node = truthOf(recipeAt(0), LabelExtent::None).truth.nodes.front().centre;
    const double here = difference(**level, **tilted, node, {});
    for (const VectorLps away :
         {VectorLps{0.8, 0, 0}, VectorLps{-0.8, 0, 0}, VectorLps{0, 0.8, 0}, VectorLps{0, -0.8, 0},
          VectorLps{0, 0, 1.25}, VectorLps{0, 0, -1.25}})
        QVERIFY2(here < difference(**level, **tilted, node, away),
                 qPrintable(QString::number(here)));
    QVERIFY2(here < 40, qPrintable(QString::number(here)));
}

// The scanner's slices are the volume's, each begun a little further on along its rows.
void TestGantry::scanHoldsTheSamePicture() {
    NullJobControl job;
    const Recipe recipe = recipeAt(18);
    const auto volume = renderVolume(recipe, job), scan = renderScan(recipe, job);
    QVERIFY(volume && scan);
    const auto places = scanPositions(recipe);
    const GridGeometry& grid = (*volume)->geometry();
    double sum = 0;
    int count = 0;
    for (int k = 0; k < 32; k += 3)
        for (int j = 40; j < 100; j += 3)
            for (int i = 40; i < 100; i += 3) {
                const PointLps p = places[static_cast<std::size_t>(k)] +
                                   grid.axis(0) * (kPixelMm * i) + grid.axis(1) * (kPixelMm * j);
                sum += std::fabs(static_cast<double>((*scan)->value(VoxelIndex{i, j, k})) -
                                 static_cast<double>((*volume)->sample(p)));
                ++count;
            }
    QVERIFY2(sum / count < 30, qPrintable(QString::number(sum / count)));
}

void TestGantry::truthStays() {
    Recipe level = fineRecipe();
    level.nodes = {nodeInFat()};
    level.nodes[0].extension = extensionOf(5);
    Recipe tilted = level;
    tilted.scanner.gantryDeg = -15;
    const auto a = truthOf(level, LabelExtent::None).truth.nodes[0],
               b = truthOf(tilted, LabelExtent::None).truth.nodes[0];
    QCOMPARE(a.grade, Grade::G1);
    QCOMPARE(b.grade, a.grade);
    QCOMPARE(b.pene, a.pene);
    QVERIFY(std::fabs(b.peneDepthMm - a.peneDepthMm) < 0.5);
    QVERIFY(std::fabs(b.greatestMm - a.greatestMm) < 1.5);
    QVERIFY(distance(a.centre, b.centre) < 0.5);
}

void TestGantry::sameBytesOnAnyThreads() {
    NullJobControl job;
    Recipe recipe = recipeAt(-10);
    recipe.scanner.slices = 6;
    recipe.scanner.noiseHu = 8;
    recipe.scanner.motionMm = 2;
    const auto one = renderVolume(recipe, job, 1), two = renderVolume(recipe, job, 2);
    QVERIFY(one && two);
    QVERIFY(std::ranges::equal((*one)->int16Voxels(), (*two)->int16Voxels()));
}

QTEST_APPLESS_MAIN(TestGantry)
#include "tst_gantry.moc"
