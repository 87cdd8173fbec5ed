#include "measure/measurements.h"
#include "measure/plane_roughness.h"
#include "shapes.h"
#include <QtTest>
#include <cmath>
#include <numbers>

using namespace nodewise;
using namespace nodewise::measure;

namespace {

GridGeometry roomy(double reachMm, std::array<double, 3> spacing) {
    std::array<int, 3> dims{};
    for (std::size_t a = 0; a < 3; ++a)
        dims[a] = 2 * static_cast<int>(std::ceil(reachMm / spacing[a])) + 7;
    return centredGrid(dims, spacing);
}

Measurements measured(const Inside& node, const GridGeometry& grid) {
    NullJobControl job;
    const auto labels = paintLabels(grid, node);
    const auto image = paintVolume(grid, [&](PointLps p) { return node(p) ? 90.0 : -100.0; });
    return *measureNode(*image, labels, 1, nullptr, job);
}

double planeRoughness(const Inside& node, const GridGeometry& grid) {
    const auto m = measured(node, grid);
    return m.shape && m.shape->planeRoughnessMm ? *m.shape->planeRoughnessMm : -1;
}

/// A column of 16 mm, r = R + a cos(n phi).
Inside column(double radius, double amplitude, int waves) {
    return [=](PointLps p) {
        return std::abs(p.z) <= 8 &&
               std::hypot(p.x, p.y) <= radius + amplitude * std::cos(waves * std::atan2(p.y, p.x));
    };
}

/// What a parabola fitted by least squares over -h … h takes of cos(k x) at its middle: the weight
/// 3 (3 - 5 x²/h²) / (8 h) times the wave, summed in closed form.
double takenByParabola(double k, double h) {
    const double s = std::sin(k * h), c = std::cos(k * h);
    const double even = 2 * s / k;
    const double square = 2 * (h * h * s / k + 2 * h * c / (k * k) - 2 * s / (k * k * k));
    return 3 / (8 * h) * (3 * even - 5 / (h * h) * square);
}

/// Share of the cap with `half` degrees, and a ball with such a cap.
Inside capped(double radius, double heightMm, double halfDeg) {
    return [=](PointLps p) {
        const double r = distance(p, {});
        const double angle = r > 0 ? std::acos(p.y / r) * 180 / std::numbers::pi : 0;
        return r <= radius + (angle < halfDeg ? heightMm : 0.0);
    };
}

}  // namespace

class TestPlaneRoughness : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void measuresWavesOfAnOutline_data();
    void measuresWavesOfAnOutline();
    void findsNoneOnEllipsoidsWhateverTheSlice_data();
    void findsNoneOnEllipsoidsWhateverTheSlice();
    void isNoMatterOfTheSlice();
    void tellsABulgeFromABay_data();
    void tellsABulgeFromABay();
};

void TestPlaneRoughness::measuresWavesOfAnOutline_data() {
    QTest::addColumn<double>("amplitude");
    QTest::addColumn<int>("waves");
    QTest::addColumn<double>("pixel");
    for (const double pixel : {0.5, 0.8})
        for (const int waves : {6, 7, 8})
            QTest::addRow("%d waves, %.1f mm", waves, pixel) << 0.8 << waves << pixel;
    QTest::newRow("small waves") << 0.4 << 8 << 0.5;
}

/// RMS of a (1 - H) cos: a (1 - H) / sqrt 2. The loop is longer than the circle by its waves, and
/// they are not seen quite whole through the Gaussian of 0.6 pixel.
void TestPlaneRoughness::measuresWavesOfAnOutline() {
    QFETCH(double, amplitude);
    QFETCH(int, waves);
    QFETCH(double, pixel);
    constexpr double kRadius = 10;
    const double k = waves / kRadius;
    const double reach = std::min(5.0, 0.12 * 2 * std::numbers::pi * kRadius);
    const double truth = amplitude * (1 - takenByParabola(k, reach)) / std::numbers::sqrt2;
    const double found =
        planeRoughness(column(kRadius, amplitude, waves), roomy(12, {pixel, pixel, 1}));
    qInfo("%.3f mm, closed form %.3f mm", found, truth);
    QVERIFY(std::abs(found - truth) < 0.02 + 0.1 * truth);
}

void TestPlaneRoughness::findsNoneOnEllipsoidsWhateverTheSlice_data() {
    QTest::addColumn<double>("pixel");
    QTest::addColumn<double>("slice");
    for (const double slice : {0.5, 1.25, 3.0})
        for (const double pixel : {0.5, 1.0})
            QTest::addRow("%.1f x %.2f", pixel, slice) << pixel << slice;
}

void TestPlaneRoughness::findsNoneOnEllipsoidsWhateverTheSlice() {
    QFETCH(double, pixel);
    QFETCH(double, slice);
    const Inside body = [](PointLps p) {
        return p.x * p.x / 100 + p.y * p.y / 56 + p.z * p.z / 121 <= 1;
    };
    const double found = planeRoughness(body, roomy(11, {pixel, pixel, slice}));
    qInfo("%.3f mm", found);
    QVERIFY(found >= 0 && found < 0.06);
}

void TestPlaneRoughness::isNoMatterOfTheSlice() {
    const Inside body = column(9, 0.8, 8);
    const double thin = planeRoughness(body, roomy(11, {0.5, 0.5, 0.5}));
    const double thick = planeRoughness(body, roomy(11, {0.5, 0.5, 3}));
    QVERIFY2(std::abs(thin - thick) < 0.02, qPrintable(QString::number(thin - thick)));
}

void TestPlaneRoughness::tellsABulgeFromABay_data() {
    QTest::addColumn<double>("height");
    QTest::addColumn<double>("slice");
    for (const double slice : {0.75, 2.0})
        for (const double height : {3.0, 0.0, -3.0})
            QTest::addRow("%+.0f mm, %.2f", height, slice) << height << slice;
}

/// A cap of half angle t and height h on a ball: cbrt(share) h, share = (1 - cos t) / 2, less the
/// walls of the cap. A bay is below nought, but draws the capsule in with it; the ball itself is
/// nought.
void TestPlaneRoughness::tellsABulgeFromABay() {
    QFETCH(double, height);
    QFETCH(double, slice);
    const auto m = measured(capped(9, height, 40), roomy(13, {0.5, 0.5, slice}));
    QVERIFY(m.extension.has_value());
    const double truth = std::cbrt((1 - std::cos(40 * std::numbers::pi / 180)) / 2) * height;
    const double found = m.extension->outwardMm;
    qInfo("%.2f mm, closed form without walls %.2f mm", found, truth);
    if (height < 0)
        QVERIFY(found < 0.4 * truth);
    else
        QVERIFY(std::abs(found - truth) < 0.15 + 0.1 * truth);
}

QTEST_APPLESS_MAIN(TestPlaneRoughness)
#include "tst_plane_roughness.moc"
