#include "volume/slice_kernels.h"
#include "volume/slice_render.h"
#include "volume/slice_rows.h"
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>
#include <random>

using namespace nodewise;

namespace {

/// White noise: the hardest thing to interpolate.
VolumePtr noiseVolume(const GridGeometry& grid, bool asFloat, unsigned seed = 7) {
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> hu(-1000, 1000);
    if (asFloat) {
        std::vector<float> voxels(grid.voxelCount());
        for (float& v : voxels)
            v = static_cast<float>(hu(random)) / 4.0F;
        return *CtVolume::create(grid, std::move(voxels));
    }
    std::vector<std::int16_t> voxels(grid.voxelCount());
    for (auto& v : voxels)
        v = static_cast<std::int16_t>(hu(random));
    return *CtVolume::create(grid, std::move(voxels));
}

/// Anisotropic, turned in the patient, stored from head to feet.
GridGeometry tiltedGrid(std::array<int, 3> dims = {31, 27, 19}) {
    const double c = std::cos(0.35), s = std::sin(0.35);
    return *GridGeometry::create(dims, {0.7, 0.9, 2.5}, {-14, 9, 130},
                                 {VectorLps{c, s, 0}, {-s, c, 0}, {0, 0, -1}});
}

/// The definition of slice_render.h in double, one voxel after the other.
std::optional<double> reference(const CtVolume& volume, PointLps point) {
    const GridGeometry& grid = volume.geometry();
    const ContinuousIndex at = grid.toIndex(point);
    const std::array<double, 3> c{at.i, at.j, at.k};
    std::array<int, 3> first{};
    std::array<double, 3> weight{};
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const double last = grid.dims()[axis] - 1;
        if (c[axis] < -0.5 || c[axis] > last + 0.5)
            return std::nullopt;
        const double inside = std::clamp(c[axis], 0.0, last);
        first[axis] = static_cast<int>(std::floor(inside));
        weight[axis] = inside - first[axis];
    }
    double sum = 0;
    for (int corner = 0; corner < 8; ++corner) {
        std::array<int, 3> v = first;
        double w = 1;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const bool upper = ((corner >> axis) & 1) != 0;
            w *= upper ? weight[axis] : 1 - weight[axis];
            v[axis] = std::min(first[axis] + (upper ? 1 : 0), grid.dims()[axis] - 1);
        }
        sum += w * volume.value({v[0], v[1], v[2]});
    }
    return sum;
}

std::optional<double> referenceSlab(const CtVolume& volume, const SlicePlane& plane,
                                    PixelPoint pixel, const Slab& slab) {
    const int count = slabSampleCount(volume.geometry(), plane, slab);
    std::vector<double> values;
    for (int n = 0; n < count; ++n) {
        const double mm = count == 1 ? 0 : slab.thicknessMm * ((n + 0.5) / count - 0.5);
        const auto value = reference(volume, plane.toPatient(pixel) + plane.normal() * mm);
        if (value)
            values.push_back(*value);
    }
    if (values.empty())
        return std::nullopt;
    if (slab.mode == SlabMode::Mip)
        return *std::max_element(values.begin(), values.end());
    if (slab.mode == SlabMode::MinIp)
        return *std::min_element(values.begin(), values.end());
    double sum = 0;
    for (const double v : values)
        sum += v;
    return sum / static_cast<double>(values.size());
}

/// True when a pixel lies so near the outer face that rounding decides whether it has a value.
bool onTheFace(const GridGeometry& grid, const SlicePlane& plane, PixelPoint pixel,
               const Slab& slab) {
    const int count = slabSampleCount(grid, plane, slab);
    for (int n = 0; n < count; ++n) {
        const double mm = count == 1 ? 0 : slab.thicknessMm * ((n + 0.5) / count - 0.5);
        const ContinuousIndex at = grid.toIndex(plane.toPatient(pixel) + plane.normal() * mm);
        const std::array<double, 3> c{at.i, at.j, at.k};
        for (std::size_t axis = 0; axis < 3; ++axis)
            if (std::abs(c[axis] + 0.5) < 1e-4 ||
                std::abs(c[axis] - grid.dims()[axis] + 0.5) < 1e-4)
                return true;
    }
    return false;
}

constexpr float kOutside = -31000;
constexpr ImageSize kSize{57, 43};

std::vector<float> sampled(const CtVolume& volume, const SlicePlane& plane, const Slab& slab = {},
                           ImageSize size = kSize, unsigned threads = 2) {
    std::vector<float> out(static_cast<std::size_t>(size.width * size.height), 12345.0F);
    sampleSlice(volume, plane, size, slab, out, kOutside, threads);
    return out;
}

/// Largest difference from the reference; infinite when inside and outside are mixed up.
double worstDifference(const CtVolume& volume, const SlicePlane& plane, const Slab& slab) {
    const std::vector<float> got = sampled(volume, plane, slab);
    double worst = 0;
    for (int y = 0; y < kSize.height; ++y)
        for (int x = 0; x < kSize.width; ++x) {
            const PixelPoint pixel{static_cast<double>(x), static_cast<double>(y)};
            if (onTheFace(volume.geometry(), plane, pixel, slab))
                continue;
            const auto wanted = referenceSlab(volume, plane, pixel, slab);
            const float value = got[static_cast<std::size_t>(y * kSize.width + x)];
            if (wanted.has_value() != (value != kOutside))
                return std::numeric_limits<double>::infinity();
            if (wanted)
                worst = std::max(worst, std::abs(*wanted - value));
        }
    return worst;
}

SlicePlane alignedPlane(const GridGeometry& grid, int right, int down, double scale) {
    const VectorLps u = grid.axis(right) * scale;
    const VectorLps v = grid.axis(down) * (scale * 1.3);
    const PointLps centre = grid.centre() + grid.axis(3 - right - down) * 0.37;
    return {centre - u * (kSize.width / 2.0) - v * (kSize.height / 2.0), u, v};
}

SlicePlane randomPlane(const GridGeometry& grid, std::mt19937& random, double reach) {
    std::normal_distribution<double> normal;
    const auto direction = [&] {
        return normalized({normal(random), normal(random), normal(random)});
    };
    const VectorLps u = direction();
    const VectorLps v = normalized(cross(u, direction()));
    std::uniform_real_distribution<double> pixel(0.05, 3.0);
    const VectorLps right = u * pixel(random), down = v * pixel(random);
    const PointLps near = grid.centre() + direction() * (std::abs(normal(random)) * reach);
    return {near - right * (kSize.width / 2.0) - down * (kSize.height / 2.0), right, down};
}

}  // namespace

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
    void blackOutsideWhateverTheWindow();
    void survivesPlanesThatMissTheVolume();
    void survivesThinVolumes();
    void sameBytesForEveryThreadCount();
    void sameBytesOnEveryProcessor();
    void windowFollowsTheFormula_data();
    void windowFollowsTheFormula();
    void tableAgreesWithTheMap();
    void pictureAndBytesAgree();
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

void TestSliceRender::blackOutsideWhateverTheWindow() {
    const auto grid = GridGeometry::axisAligned({4, 4, 4}, {1, 1, 1});
    const auto volume = noiseVolume(grid, false);
    const SlicePlane plane{{-20, -20, 1.5}, {0.7, 0, 0}, {0, 0.7, 0.01}};
    for (const Window window :
         {Window{350, 60}, Window{350, 60, true}, Window{100, -3000}, Window{100, 3000, true}}) {
        std::vector<std::uint32_t> out(57 * 43);
        renderSlice(*volume, plane, kSize, window, {}, out);
        QCOMPARE(out.front(), 0xff000000U);
        QCOMPARE(out.back(), 0xff000000U);
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

void TestSliceRender::sameBytesForEveryThreadCount() {
    const GridGeometry grid = tiltedGrid();
    const auto volume = noiseVolume(grid, false);
    std::mt19937 random(5);
    for (int n = 0; n < 20; ++n) {
        const SlicePlane plane =
            n % 2 == 0 ? randomPlane(grid, random, 5) : alignedPlane(grid, 0, 2, 0.3);
        const auto one = sampled(*volume, plane, {SlabMode::Mean, 4}, kSize, 1);
        for (const unsigned threads : {2U, 3U, 7U})
            QCOMPARE(sampled(*volume, plane, {SlabMode::Mean, 4}, kSize, threads), one);
    }
}

void TestSliceRender::sameBytesOnEveryProcessor() {
    const GridGeometry grid = tiltedGrid();
    std::mt19937 random(17);
    for (const bool asFloat : {false, true}) {
        const auto volume = noiseVolume(grid, asFloat);
        for (int n = 0; n < 60; ++n) {
            const SlicePlane plane =
                n % 3 == 0 ? alignedPlane(grid, n % 2, 2, 0.3) : randomPlane(grid, random, 6);
            const auto frame = slice::makeSliceFrame(grid, plane, kSize, {});
            const auto make = frame.aligned ? slice::makeAlignedRows : slice::makeGeneralRows;
            const auto portable = make(*volume, frame, SlabMode::None, slice::portableKernels());
            const auto fastest = make(*volume, frame, SlabMode::None, slice::fastestKernels());
            std::vector<float> a(kSize.width), b(kSize.width);
            std::vector<std::uint32_t> pa(kSize.width), pb(kSize.width);
            std::vector<std::uint8_t> ba(kSize.width), bb(kSize.width);
            const WindowMap map({400, 40});
            for (int y = 0; y < kSize.height; ++y) {
                portable->makeRow(y, a);
                fastest->makeRow(y, b);
                QVERIFY(std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0);
                slice::portableKernels().toPicture(a.data(), map.scale(), map.offset(), a.size(),
                                                   pa.data());
                slice::fastestKernels().toPicture(a.data(), map.scale(), map.offset(), a.size(),
                                                  pb.data());
                slice::portableKernels().toBytes(a.data(), map.scale(), map.offset(), a.size(),
                                                 ba.data());
                slice::fastestKernels().toBytes(a.data(), map.scale(), map.offset(), a.size(),
                                                bb.data());
                QCOMPARE(pa, pb);
                QCOMPARE(ba, bb);
            }
        }
    }
}

void TestSliceRender::windowFollowsTheFormula_data() {
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("level");
    QTest::addColumn<bool>("inverted");
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("gray");
    QTest::newRow("level is middle gray") << 350.0 << 60.0 << false << 60.0 << 128;
    QTest::newRow("lower end") << 350.0 << 60.0 << false << -115.0 << 0;
    QTest::newRow("upper end") << 350.0 << 60.0 << false << 235.0 << 255;
    QTest::newRow("below") << 350.0 << 60.0 << false << -1024.0 << 0;
    QTest::newRow("above") << 350.0 << 60.0 << false << 3000.0 << 255;
    QTest::newRow("a quarter") << 200.0 << 0.0 << false << -50.0 << 64;
    QTest::newRow("inverted lower end") << 350.0 << 60.0 << true << -115.0 << 255;
    QTest::newRow("inverted quarter") << 200.0 << 0.0 << true << -50.0 << 191;
    QTest::newRow("zero width is a step, below") << 0.0 << 40.0 << false << 39.0 << 0;
    QTest::newRow("zero width is a step, above") << 0.0 << 40.0 << false << 41.0 << 255;
    QTest::newRow("not a number") << 350.0 << 60.0 << false << std::nan("") << 0;
    QTest::newRow("not a number inverted") << 350.0 << 60.0 << true << std::nan("") << 0;
}

void TestSliceRender::windowFollowsTheFormula() {
    QFETCH(double, width);
    QFETCH(double, level);
    QFETCH(bool, inverted);
    QFETCH(double, value);
    QFETCH(int, gray);
    const WindowMap map({width, level, inverted});
    QCOMPARE(static_cast<int>(map(static_cast<float>(value))), gray);
}

void TestSliceRender::tableAgreesWithTheMap() {
    for (const Window window : {Window{350, 60}, Window{1, 0}, Window{4096, -24, true}}) {
        const auto table = makeWindowTable(window);
        const WindowMap map(window);
        for (int value = -32768; value <= 32767; ++value)
            QCOMPARE((*table)[static_cast<std::uint16_t>(value)], map(static_cast<float>(value)));
    }
}

void TestSliceRender::pictureAndBytesAgree() {
    const GridGeometry grid = tiltedGrid();
    const auto volume = noiseVolume(grid, false);
    std::mt19937 random(3);
    const Window window{700, -20};
    const WindowMap map(window);
    for (int n = 0; n < 10; ++n) {
        const SlicePlane plane = randomPlane(grid, random, 5);
        std::vector<std::uint32_t> picture(57 * 43);
        std::vector<std::uint8_t> bytes(57 * 43);
        renderSlice(*volume, plane, kSize, window, {}, picture);
        renderSlice(*volume, plane, kSize, window, {}, bytes);
        const auto values = sampled(*volume, plane);
        for (std::size_t p = 0; p < bytes.size(); ++p) {
            QCOMPARE(picture[p], 0xff000000U | (bytes[p] * 0x010101U));
            QCOMPARE(bytes[p], values[p] == kOutside ? std::uint8_t{0} : map(values[p]));
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
