#include "support/slice_reference.h"
#include "volume/slice_kernels.h"
#include "volume/slice_rows.h"
#include <QtTest>

using namespace nodewise;
using namespace nodewise::tests;

class TestSliceRender : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agreesWithTheDefinitionOnAlignedPlanes_data();
    void agreesWithTheDefinitionOnAlignedPlanes();
    void agreesWithTheDefinitionOnRandomPlanes_data();
    void agreesWithTheDefinitionOnRandomPlanes();
    void alignedAndGeneralPathsAgree();
    void paintsVoxelsExactlyAtTheirCentres();
    void repeatsTheBorderForHalfAVoxelAndIsBlackBeyond();
    void survivesPlanesThatMissTheVolume();
    void survivesThinVolumes();
    void countsSlabSamples();
};

void TestSliceRender::agreesWithTheDefinitionOnAlignedPlanes_data() {
    QTest::addColumn<int>("right");
    QTest::addColumn<int>("down");
    QTest::addColumn<double>("scale");
    QTest::addColumn<bool>("asFloat");
    QTest::addColumn<int>("mode");
    for (int right = 0; right < 3; ++right)
        for (int down = 0; down < 3; ++down)
            for (const double scale : {0.31, -0.31, 2.7})
                for (int mode = 0; mode < 4; ++mode)
                    if (right != down)
                        QTest::addRow("axes %d %d scale %g mode %d", right, down, scale, mode)
                            << right << down << scale << (mode % 2 == 1) << mode;
}

void TestSliceRender::agreesWithTheDefinitionOnAlignedPlanes() {
    QFETCH(int, right);
    QFETCH(int, down);
    QFETCH(double, scale);
    QFETCH(bool, asFloat);
    QFETCH(int, mode);
    const GridGeometry grid = tiltedGrid();
    const auto volume = noiseVolume(grid, asFloat);
    const Slab slab{static_cast<SlabMode>(mode), 4.0};
    const double worst = worstDifference(*volume, alignedPlane(grid, right, down, scale), slab);
    // float holds a coordinate to 2e-6 voxel here; two neighbours differ by at most 2000.
    QVERIFY2(worst < 0.02, qPrintable(QString::number(worst)));
}

void TestSliceRender::agreesWithTheDefinitionOnRandomPlanes_data() {
    QTest::addColumn<bool>("asFloat");
    QTest::addColumn<int>("mode");
    for (int mode = 0; mode < 4; ++mode) {
        QTest::addRow("int16 mode %d", mode) << false << mode;
        QTest::addRow("float mode %d", mode) << true << mode;
    }
}

void TestSliceRender::agreesWithTheDefinitionOnRandomPlanes() {
    QFETCH(bool, asFloat);
    QFETCH(int, mode);
    const GridGeometry grid = tiltedGrid();
    const auto volume = noiseVolume(grid, asFloat);
    std::mt19937 random(41);
    for (int n = 0; n < 60; ++n) {
        const SlicePlane plane = randomPlane(grid, random, 12);
        const double worst = worstDifference(*volume, plane, {static_cast<SlabMode>(mode), 3.0});
        QVERIFY2(worst < 0.05, qPrintable(QStringLiteral("plane %1: %2").arg(n).arg(worst)));
    }
}

void TestSliceRender::alignedAndGeneralPathsAgree() {
    const GridGeometry grid = tiltedGrid();
    const auto volume = noiseVolume(grid, false);
    for (const auto mode : {SlabMode::None, SlabMode::Mean, SlabMode::Mip, SlabMode::MinIp})
        for (const auto& [right, down] : {std::pair{0, 1}, {0, 2}, {1, 2}, {2, 0}}) {
            const SlicePlane plane = alignedPlane(grid, right, down, 0.47);
            const auto frame = slice::makeSliceFrame(grid, plane, kSize, {mode, 5.0});
            QVERIFY(frame.aligned);
            const auto& kernels = slice::portableKernels();
            const auto aligned = slice::makeAlignedRows(*volume, frame, mode, kernels);
            const auto general = slice::makeGeneralRows(*volume, frame, mode, kernels);
            std::vector<float> a(kSize.width), b(kSize.width);
            for (int y = 0; y < kSize.height; ++y) {
                aligned->makeRow(y, a);
                general->makeRow(y, b);
                for (std::size_t x = 0; x < a.size(); ++x)
                    QVERIFY(std::isnan(a[x]) ? std::isnan(b[x]) : std::abs(a[x] - b[x]) < 0.05F);
            }
        }
}

void TestSliceRender::paintsVoxelsExactlyAtTheirCentres() {
    const GridGeometry grid = tiltedGrid();
    const auto volume = noiseVolume(grid, false);
    const SlicePlane plane{grid.toPatient(VoxelIndex{0, 0, 11}), grid.axis(0) * grid.spacing()[0],
                           grid.axis(1) * grid.spacing()[1]};
    const ImageSize size{grid.dims()[0], grid.dims()[1]};
    const auto got = sampled(*volume, plane, {}, size);
    for (int j = 0; j < size.height; ++j)
        for (int i = 0; i < size.width; ++i)
            QVERIFY(std::abs(got[static_cast<std::size_t>(j * size.width + i)] -
                             volume->value({i, j, 11})) < 1e-3F);
}

void TestSliceRender::repeatsTheBorderForHalfAVoxelAndIsBlackBeyond() {
    const auto grid = GridGeometry::axisAligned({4, 3, 2}, {1, 1, 1});
    const auto volume = noiseVolume(grid, false);
    const ImageSize size{61, 1};
    for (const VectorLps down : {VectorLps{0, 0.1, 0}, normalized({0, 1, 1}) * 0.1}) {
        const SlicePlane plane{{-1.5, 1, 0}, {0.1, 0, 0}, down};
        const auto got = sampled(*volume, plane, {}, size, 1);
        for (int x = 0; x < size.width; ++x) {
            const double at = -1.5 + x * 0.1;
            const float value = got[static_cast<std::size_t>(x)];
            if (at < -0.51 || at > 3.51)
                QCOMPARE(value, kOutside);
            else if (at > -0.49 && at < 0)
                QVERIFY(std::abs(value - volume->value({0, 1, 0})) < 1e-3F);
            else if (at > 3 && at < 3.49)
                QVERIFY(std::abs(value - volume->value({3, 1, 0})) < 1e-3F);
        }
    }
}

void TestSliceRender::survivesPlanesThatMissTheVolume() {
    std::mt19937 random(99);
    const std::array<std::array<int, 3>, 4> sizes{
        {{31, 27, 19}, {1, 1, 1}, {2, 40, 1}, {64, 1, 3}}};
    for (const auto& dims : sizes) {
        const GridGeometry grid = tiltedGrid(dims);
        const auto volume = noiseVolume(grid, false);
        for (int n = 0; n < 400; ++n) {
            const SlicePlane plane = randomPlane(grid, random, n % 2 == 0 ? 60 : 1e6);
            const Slab slab{static_cast<SlabMode>(n % 4), n % 3 == 0 ? 0.0 : 12.0};
            const auto got = sampled(*volume, plane, slab);
            QVERIFY(std::none_of(got.begin(), got.end(), [](float v) { return v == 12345.0F; }));
        }
    }
}

void TestSliceRender::survivesThinVolumes() {
    for (const auto& dims : {std::array{1, 9, 9}, {9, 1, 9}, {9, 9, 1}, {1, 1, 1}}) {
        const auto grid = GridGeometry::axisAligned(dims, {1, 1, 1});
        const auto volume = noiseVolume(grid, false);
        for (const auto& [right, down] : {std::pair{0, 1}, {0, 2}, {1, 2}}) {
            SlicePlane plane = alignedPlane(grid, right, down, 0.11);
            plane.origin = plane.origin - grid.axis(3 - right - down) * 0.37;
            QVERIFY(worstDifference(*volume, plane, {}) < 0.02);
            QVERIFY(worstDifference(*volume, plane, {SlabMode::Mean, 3}) < 0.02);
        }
    }
}

void TestSliceRender::countsSlabSamples() {
    const auto grid = GridGeometry::axisAligned({8, 8, 8}, {0.5, 1, 3});
    const SlicePlane axial{{0, 0, 0}, {1, 0, 0}, {0, 1, 0}};
    const SlicePlane sagittal{{0, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    QCOMPARE(slabSampleCount(grid, axial, {SlabMode::None, 5}), 1);
    QCOMPARE(slabSampleCount(grid, axial, {SlabMode::Mean, 0}), 1);
    QCOMPARE(slabSampleCount(grid, axial, {SlabMode::Mean, 6}), 4);
    QCOMPARE(slabSampleCount(grid, sagittal, {SlabMode::Mip, 5}), 20);
    QCOMPARE(slabSampleCount(grid, sagittal, {SlabMode::Mip, 5000}), 256);
    QVERIFY(std::abs(spacingAlongMm(grid, {0, 0, 1}) - 3) < 1e-12);
    QVERIFY(std::abs(spacingAlongMm(grid, {-1, 0, 0}) - 0.5) < 1e-12);
}

QTEST_APPLESS_MAIN(TestSliceRender)
#include "tst_slice_render.moc"
