// The CT of the 3-D view without a display: how it is made small, what is seen of it, what a click
// finds in it, and who draws it.
#include "support/neck_phantom.h"
#include "ui/render/pick.h"
#include "ui/render/volume_block.h"
#include "ui/render/volume_look.h"
#include <QtTest>
#include <cmath>

using namespace nodewise;
using namespace nodewise::render;

namespace {

/// 100 x + 10 y + z of the patient, in whole mm.
VolumePtr ramp(const GridGeometry& grid) {
    CtVolume::FloatVoxels voxels(grid.voxelCount());
    for (std::size_t at = 0; at < voxels.size(); ++at) {
        const PointLps p = grid.toPatient(grid.indexOf(at));
        voxels[at] = static_cast<float>(100 * p.x + 10 * p.y + p.z);
    }
    return CtVolume::create(grid, std::move(voxels), VoxelMeaning::Hounsfield).value();
}

class Cancelled final : public JobControl {
public:
    void report(double, std::string_view) override {}
    [[nodiscard]] bool cancelled() const override { return true; }
};

}  // namespace

class TestVolumeBlock : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyVoxelStaysAtItsPlace_data();
    void everyVoxelStaysAtItsPlace();
    void staysWithinTheAskedNumber();
    void cancelledBlockIsEmpty();
    void looksRiseInHounsfieldUnits();
    void theRenderersNameChoosesTheMethod_data();
    void theRenderersNameChoosesTheMethod();
    void aClickFindsTheBoneAndNotTheFat();
};

void TestVolumeBlock::everyVoxelStaysAtItsPlace_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("most");
    for (int kind = 0; kind < 3; ++kind)
        for (const int most : {1000000, 4000, 300})
            QTest::addRow("%s, %d",
                          kind == 0   ? "plain"
                          : kind == 1 ? "oblique"
                                      : "left-handed",
                          most)
                << kind << most;
}

void TestVolumeBlock::everyVoxelStaysAtItsPlace() {
    QFETCH(int, kind);
    QFETCH(int, most);
    const double c = std::cos(0.3), s = std::sin(0.3);
    const GridGeometry grid =
        kind == 0   ? GridGeometry::axisAligned({30, 24, 16}, {0.5, 0.5, 2}, {-7, -6, -15})
        : kind == 1 ? GridGeometry::create({30, 24, 16}, {0.5, 0.5, 2}, {-7, -6, -15},
                                           {VectorLps{1, 0, 0}, {0, c, s}, {0, -s, c}})
                          .value()
                    : GridGeometry::create({30, 24, 16}, {0.5, 0.5, 2}, {-7, -6, 15},
                                           {VectorLps{1, 0, 0}, {0, 1, 0}, {0, 0, -1}})
                          .value();
    NullJobControl job;
    const VolumeBlock block = blockOf(*ramp(grid), static_cast<std::size_t>(most), job);
    QVERIFY(!block.empty());
    QVERIFY(block.values->size() <= static_cast<std::size_t>(most));
    QVERIFY(dot(cross(block.axes[0], block.axes[1]), block.axes[2]) > 0.99);
    std::size_t at = 0;
    for (int k = 0; k < block.dims[2]; ++k)
        for (int j = 0; j < block.dims[1]; ++j)
            for (int i = 0; i < block.dims[0]; ++i) {
                const PointLps p = block.origin + block.axes[0] * (i * block.spacing[0]) +
                                   block.axes[1] * (j * block.spacing[1]) +
                                   block.axes[2] * (k * block.spacing[2]);
                // A mean of a straight ramp is its value in the middle.
                QVERIFY(std::abs((*block.values)[at++] - (100 * p.x + 10 * p.y + p.z)) < 0.51);
            }
}

void TestVolumeBlock::staysWithinTheAskedNumber() {
    NullJobControl job;
    const auto volume = test::makeNeckPhantom().volume;
    const VolumeBlock whole = blockOf(*volume, 100'000'000, job);
    QCOMPARE(whole.values->size(), volume->geometry().voxelCount());
    const VolumeBlock small = blockOf(*volume, 50'000, job);
    QVERIFY(small.values->size() <= 50'000);
    QVERIFY(distance(small.centre(), volume->geometry().centre()) < 3);
    // Nearly as coarse along each axis.
    const auto [low, high] = std::ranges::minmax(small.spacing);
    QVERIFY2(high / low < 2.1, qPrintable(QStringLiteral("%1 %2").arg(low).arg(high)));
}

void TestVolumeBlock::cancelledBlockIsEmpty() {
    Cancelled job;
    QVERIFY(blockOf(*test::makeNeckPhantom().volume, 1000, job).empty());
}

void TestVolumeBlock::looksRiseInHounsfieldUnits() {
    QVERIFY(pointsOf(VolumeLook::None).empty());
    for (const VolumeLook look : kVolumeLooks) {
        QVERIFY(!lookName(look).isEmpty());
        double before = -5000;
        for (const LookPoint& point : pointsOf(look)) {
            QVERIFY(point.hu > before && point.opacity >= 0 && point.opacity <= 1);
            before = point.hu;
        }
        if (look != VolumeLook::None)
            QCOMPARE(pointsOf(look).front().opacity, 0.0);  // Air is never seen.
    }
}

void TestVolumeBlock::theRenderersNameChoosesTheMethod_data() {
    QTest::addColumn<bool>("software");
    QTest::addColumn<bool>("processor");
    QTest::newRow("llvmpipe") << true << true;
    QTest::newRow("a card") << false << false;
}

void TestVolumeBlock::theRenderersNameChoosesTheMethod() {
    QFETCH(bool, software);
    QFETCH(bool, processor);
    GlSupport support;
    support.software = software;
    QCOMPARE(methodFor(support) == VolumeMethod::Processor, processor);
}

void TestVolumeBlock::aClickFindsTheBoneAndNotTheFat() {
    // The phantom's vertebra: a tube of 700 HU round (0, 14), 15 by 11 mm.
    NullJobControl job;
    const VolumeBlock block = blockOf(*test::makeNeckPhantom().volume, 2'000'000, job);
    Turntable camera;
    camera.focus = {0, 14, 0};
    camera.distanceMm = 400;
    const auto at = [&](VolumeLook look) {
        return pickPlace(block, look, rayThrough(camera, {200, 200}, {400, 400}));
    };
    const auto bone = at(VolumeLook::Bone);
    QVERIFY(bone.has_value());
    // From the front: the near wall of the tube lies at y = 3.
    QVERIFY2(std::abs(bone->y - 3) < 3, qPrintable(QString::number(bone->y)));
    const auto skin = at(VolumeLook::Skin);
    QVERIFY(skin.has_value());
    QVERIFY2(std::abs(skin->y + 70) < 3, qPrintable(QString::number(skin->y)));
    QVERIFY(!at(VolumeLook::None));
    camera.focus = {55, -40, 0};  // Fat alone.
    QVERIFY(!at(VolumeLook::Bone));
}

QTEST_GUILESS_MAIN(TestVolumeBlock)
#include "tst_volume_block.moc"
