#include "coarse_necks.h"
#include "synthesis/generator_version.h"
#include "synthesis/scanner.h"
#include "synthesis/slice_painter.h"
#include <QCryptographicHash>
#include <QtTest>
#include <algorithm>
#include <set>

using namespace nodewise;
using namespace nodewise::synthesis;

namespace {

double sdOf(const std::vector<std::int16_t>& pixels, int columns, int i0, int j0, int side) {
    double sum = 0, squares = 0;
    for (int j = j0; j < j0 + side; ++j)
        for (int i = i0; i < i0 + side; ++i) {
            const double v = pixels[static_cast<std::size_t>(j * columns + i)];
            sum += v;
            squares += v * v;
        }
    const double n = side * side;
    return std::sqrt(squares / n - (sum / n) * (sum / n));
}

}  // namespace

class TestScanner : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void slicesComeOneByOneFromWhereOneLooks();
    void singleSlicesAreThoseOfTheVolume();
    void scannerKeysChangeThePicture_data();
    void scannerKeysChangeThePicture();
    void metalStreaksStayNearTheTeeth();
    void metalReachesDownToLevelTwo_data();
    void metalReachesDownToLevelTwo();
    void noiseIsThatOfFilteredBackProjection();
    void bytesAreThoseOfTheGeneratorVersion();
};

void TestScanner::slicesComeOneByOneFromWhereOneLooks() {
    NullJobControl job;
    const Recipe recipe = smallRecipe();
    std::vector<int> order;
    std::size_t pixels = 0;
    const auto volume = renderVolume(
        recipe, job, 1,
        [&](int slice, std::span<const std::int16_t> all) {
            order.push_back(slice);
            pixels = all.size();
        },
        9);
    QVERIFY(volume.has_value());
    QCOMPARE(order.size(), 16U);
    QCOMPARE(order[0], 9);
    QVERIFY(std::abs(order[1] - 9) == 1 && std::abs(order[2] - 9) == 1);
    QCOMPARE(std::set<int>(order.begin(), order.end()).size(), 16U);
    QCOMPARE(pixels, 230U * 230U);
    const auto plain = renderVolume(recipe, job, 2);
    QVERIFY(std::ranges::equal((*plain)->int16Voxels(), (*volume)->int16Voxels()));
}

void TestScanner::singleSlicesAreThoseOfTheVolume() {
    NullJobControl job;
    const Recipe recipe = smallRecipe();
    const auto volume = renderVolume(recipe, job);
    const auto slices = renderSlices(recipe, std::array{3, 12}, job);
    QVERIFY(volume && slices);
    const auto voxels = (*volume)->int16Voxels();
    QVERIFY(std::ranges::equal((*slices)[0], voxels.subspan(3U * 230 * 230, 230U * 230)));
    QVERIFY(std::ranges::equal((*slices)[1], voxels.subspan(12U * 230 * 230, 230U * 230)));
}

void TestScanner::scannerKeysChangeThePicture_data() {
    QTest::addColumn<int>("key");
    QTest::addColumn<double>("z");
    QTest::newRow("sharp kernel") << 0 << 10.0;
    QTest::newRow("dental metal") << 1 << 55.0;
    QTest::newRow("beam hardening") << 2 << 70.0;
    QTest::newRow("streaks of the shoulders") << 3 << -100.0;
    QTest::newRow("swallow") << 4 << -20.0;
}

void TestScanner::scannerKeysChangeThePicture() {
    QFETCH(int, key);
    QFETCH(double, z);
    Recipe plain = wholeNeck();
    plain.scanner.noiseHu = plain.scanner.streakHu = 0;
    Recipe other = plain;
    const std::array keys{&ScannerRecipe::sharpen, &ScannerRecipe::dentalHu,
                          &ScannerRecipe::hardening, &ScannerRecipe::streakHu,
                          &ScannerRecipe::motionMm};
    other.scanner.*keys[static_cast<std::size_t>(key)] = key == 1 ? 200 : (key >= 3 ? 4 : 1);
    double most = 0;
    for (double at = z - 24; at <= z + 24; at += 6)
        most = std::max(most, difference(sliceOf(plain, at), sliceOf(other, at)));
    QVERIFY2(most > 0.3, qPrintable(QString::number(most)));
}

void TestScanner::metalStreaksStayNearTheTeeth() {
    Recipe plain = wholeNeck();
    Recipe metal = plain;
    metal.scanner.dentalHu = 200;
    double most = 0;
    for (const double z : {44.0, 47.0, 50.0, 53.0, 56.0, 59.0})
        most = std::max(most, difference(sliceOf(plain, z), sliceOf(metal, z)));
    QVERIFY2(most > 5, qPrintable(QString::number(most)));
    QVERIFY(difference(sliceOf(plain, -30), sliceOf(metal, -30)) < 0.01);
}

void TestScanner::metalReachesDownToLevelTwo_data() {
    QTest::addColumn<unsigned>("seed");
    for (const unsigned seed : {7U, 8U, 9U, 10U})
        QTest::addRow("seed %u", seed) << seed;
}

void TestScanner::metalReachesDownToLevelTwo() {
    QFETCH(unsigned, seed);
    // A screw is 4 mm thick: in voxels of 2 mm it would be no metal.
    Recipe plain = wholeNeck(seed);
    plain.scanner.columns = 256;
    plain.scanner.pixelMm = 0.9;
    Recipe metal = plain;
    metal.scanner.dentalHu = 200;
    const double streaks = difference(sliceOf(plain, 32), sliceOf(metal, 32));
    QVERIFY2(streaks > 0.6, qPrintable(QString::number(streaks)));
}

void TestScanner::noiseIsThatOfFilteredBackProjection() {
    // The ramp takes the low frequencies: means of blocks vary less than those of white noise, and
    // the kernel takes the high ones: neighbours are alike.
    ScannerRecipe recipe = smallRecipe().scanner;
    recipe.columns = 256;
    recipe.pixelMm = 0.5;
    recipe.noiseHu = 10;
    recipe.streakHu = 0;
    const Scanner scanner(recipe, 5, 1);
    std::vector<float> water(256U * 256U, 0.0F);
    std::vector<std::int16_t> out(water.size());
    ScannerDesk desk;
    scanner.scan(3, 128, 0, water, desk, out);
    const double all = sdOf(out, 256, 96, 96, 64);
    QVERIFY2(all > 7 && all < 12, qPrintable(QString::number(all)));
    double blocks = 0, neighbours = 0;
    for (int j = 64; j < 192; j += 8)
        for (int i = 64; i < 192; i += 8) {
            double mean = 0;
            for (int n = 0; n < 64; ++n)
                mean += out[static_cast<std::size_t>((j + n / 8) * 256 + i + n % 8)] / 64.0;
            blocks += mean * mean / 256;
        }
    for (int j = 96; j < 160; ++j)
        for (int i = 96; i < 160; ++i) {
            const auto p = static_cast<std::size_t>(j * 256 + i);
            neighbours += static_cast<double>(out[p]) * out[p + 1] / (64 * 64);
        }
    const double white = all * all / 64;
    QVERIFY2(neighbours / (all * all) > 0.3, qPrintable(QString::number(neighbours)));
    // The same kernel without the ramp would give 4 π σ² / pixel² = 12.6 times white.
    QVERIFY2(blocks < 6 * white, qPrintable(QString::number(blocks / white)));
}

void TestScanner::bytesAreThoseOfTheGeneratorVersion() {
    // Whoever changes a voxel raises kGeneratorVersion and writes the new hashes here.
    constexpr int kVersion = 5;
    const QByteArray labelsHash = "ebb06fbfc6ec5f2b", voxelsHash = "a7f801bcb95e663e";
    QCOMPARE(kGeneratorVersion, kVersion);
    Recipe recipe = wholeNeck();
    recipe.scanner.dentalHu = 100;
    recipe.scanner.hardening = recipe.scanner.sharpen = 0.5;
    NullJobControl job;
    const auto scene = sceneOf(recipe);
    const SliceStack stack = regularStack(recipe);
    SlicePainter painter(*scene);
    QCryptographicHash labels(QCryptographicHash::Sha256), voxels(QCryptographicHash::Sha256);
    std::vector<std::uint16_t> slice;
    for (int k = 0; k < recipe.scanner.slices; ++k) {
        painter.label(stack.planeFrom({0, 0, k}), slice);
        labels.addData(QByteArray(reinterpret_cast<const char*>(slice.data()),
                                  static_cast<qsizetype>(2 * slice.size())));
    }
    QCOMPARE(labels.result().toHex().left(16), labelsHash);
#if defined(__x86_64__)
    for (const unsigned threads : {1U, 2U, 8U}) {
        voxels.reset();
        const auto volume = renderVolume(recipe, job, threads);
        const auto all = (*volume)->int16Voxels();
        voxels.addData(QByteArray(reinterpret_cast<const char*>(all.data()),
                                  static_cast<qsizetype>(2 * all.size())));
        QCOMPARE(voxels.result().toHex().left(16), voxelsHash);
    }
#endif
}

QTEST_APPLESS_MAIN(TestScanner)
#include "tst_scanner.moc"
