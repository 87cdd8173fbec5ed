// From values to bytes: the window, and the same picture on every processor and thread count.
#include "support/slice_reference.h"
#include "volume/slice_kernels.h"
#include "volume/slice_rows.h"
#include <QtTest>
#include <cstring>

using namespace nodewise;
using namespace nodewise::tests;

class TestSliceBytes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void blackOutsideWhateverTheWindow();
    void sameBytesForEveryThreadCount();
    void sameBytesOnEveryProcessor();
    void windowFollowsTheFormula_data();
    void windowFollowsTheFormula();
    void tableAgreesWithTheMap();
    void pictureAndBytesAgree();
};

void TestSliceBytes::blackOutsideWhateverTheWindow() {
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

void TestSliceBytes::sameBytesForEveryThreadCount() {
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

void TestSliceBytes::sameBytesOnEveryProcessor() {
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

void TestSliceBytes::windowFollowsTheFormula_data() {
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

void TestSliceBytes::windowFollowsTheFormula() {
    QFETCH(double, width);
    QFETCH(double, level);
    QFETCH(bool, inverted);
    QFETCH(double, value);
    QFETCH(int, gray);
    const WindowMap map({width, level, inverted});
    QCOMPARE(static_cast<int>(map(static_cast<float>(value))), gray);
}

void TestSliceBytes::tableAgreesWithTheMap() {
    for (const Window window : {Window{350, 60}, Window{1, 0}, Window{4096, -24, true}}) {
        const auto table = makeWindowTable(window);
        const WindowMap map(window);
        for (int value = -32768; value <= 32767; ++value)
            QCOMPARE((*table)[static_cast<std::uint16_t>(value)], map(static_cast<float>(value)));
    }
}

void TestSliceBytes::pictureAndBytesAgree() {
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

QTEST_APPLESS_MAIN(TestSliceBytes)
#include "tst_slice_bytes.moc"
