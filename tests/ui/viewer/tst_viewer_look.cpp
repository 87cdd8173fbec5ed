// Colours, fusion, key images, the link of two series, mouse profiles, the loupe: each by number.
#include "support/gestures.h"
#include "support/neck_phantom.h"
#include "ui/viewer/colour_map.h"
#include "ui/viewer/slice_view.h"
#include "ui/viewer/viewer_link.h"
#include "ui/viewer/viewer_model.h"
#include <QSignalSpy>
#include <QtTest>
#include <cmath>

using namespace nodewise;
using namespace nodewise::viewer;

namespace {

/// The value of a voxel tells its place: 100 x + 10 y + z of the patient, in
/// whole mm.
VolumePtr rampVolume(const GridGeometry& grid) {
    CtVolume::FloatVoxels voxels(grid.voxelCount());
    for (std::size_t at = 0; at < voxels.size(); ++at) {
        const PointLps p = grid.toPatient(grid.indexOf(at));
        voxels[at] = static_cast<float>(100 * p.x + 10 * p.y + p.z);
    }
    return CtVolume::create(grid, std::move(voxels), VoxelMeaning::Arbitrary).value();
}

}  // namespace

class TestViewerLook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void linkedViewersShowTheSamePlace();
    void coloursRunFromDarkToBright();
    void fusionCutsTheSecondVolumeAtTheSamePlace();
    void keyImagesAreStarredShownAndRemoved();
    void profilesChangeTheButtons();
    void theLoupeIsThereWhileTheKeyIsHeld();
};

void TestViewerLook::linkedViewersShowTheSamePlace() {
    ViewerModel ct, mr;
    ct.setVolume(test::makeNeckPhantom().volume);
    mr.setVolume(
        rampVolume(GridGeometry::axisAligned({80, 90, 40}, {1.5, 1.5, 3}, {-60, -70, -58})));
    ViewerLink link(ct, mr);
    const PointLps place{12, -6, 8};
    ct.setCursor(place);
    QVERIFY(distance(mr.cursor(), place) > 1);
    link.setOn(true);
    QVERIFY(distance(mr.cursor(), place) < 1e-6);
    mr.setCursor({-9, 4, -12});
    QVERIFY(distance(ct.cursor(), {-9, 4, -12}) < 1e-6);
    ct.zoomBy(ViewPlane::Axial, 2, {100, 100}, {300, 200});
    SliceView a(&ct, ViewPlane::Axial), b(&mr, ViewPlane::Axial);
    a.resize(300, 200);
    b.resize(300, 200);
    for (const QPointF at : {QPointF(40, 60), QPointF(220, 110)})
        QVERIFY(distance(a.patientPointAt(at), b.patientPointAt(at)) < 1e-6);
    link.setOn(false);
    ct.setCursor({0, 0, 0});
    QVERIFY(distance(mr.cursor(), {0, 0, 0}) > 1);
}

void TestViewerLook::coloursRunFromDarkToBright() {
    for (const ColourMap map : {ColourMap::Gray, ColourMap::HotMetal, ColourMap::Viridis}) {
        double before = -1;
        for (int gray = 0; gray < 256; ++gray) {
            const QColor colour = colourOf(map, gray);
            const double light =
                0.2126 * colour.red() + 0.7152 * colour.green() + 0.0722 * colour.blue();
            QVERIFY(light >= before - 1.0);
            before = light;
        }
    }
    std::vector<std::uint32_t> pixels{0xff000000, 0xff808080, 0xffffffff};
    paintColours(pixels, ColourMap::HotMetal);
    QCOMPARE(pixels[0], colourOf(ColourMap::HotMetal, 0).rgb());
    QCOMPARE(pixels[2], colourOf(ColourMap::HotMetal, 255).rgb());
}

void TestViewerLook::fusionCutsTheSecondVolumeAtTheSamePlace() {
    // A hot spot in a volume of another grid shows at its own place.
    const auto grid = GridGeometry::axisAligned({40, 40, 30}, {4, 4, 4}, {-78, -78, -58});
    CtVolume::FloatVoxels voxels(grid.voxelCount(), 0);
    const PointLps spot{22, -14, 6};
    const VoxelIndex at = grid.nearestVoxel(spot);
    for (int k = -1; k <= 1; ++k)
        for (int j = -1; j <= 1; ++j)
            for (int i = -1; i <= 1; ++i)
                voxels[grid.offset({at.i + i, at.j + j, at.k + k})] = 1000;
    ViewerModel model;
    model.setVolume(test::makeNeckPhantom().volume);
    model.setCursor(spot);
    Fusion fusion;
    fusion.volume = CtVolume::create(grid, std::move(voxels), VoxelMeaning::Suv).value();
    fusion.window = {1000, 500, false};
    fusion.share = 1;
    model.setFusion(fusion);
    SliceView axial(&model, ViewPlane::Axial);
    axial.resize(400, 400);
    const SliceScene scene = sceneOf(model, ViewPlane::Axial, {400, 400}, 1);
    const QImage picture = renderImage(scene);
    const QPoint hot = axial.pixelOf(spot).toPoint();
    const QColor colour = picture.pixelColor(hot);
    QVERIFY2(colour.red() > 200 && colour.blue() < colour.red() + 1, qPrintable(colour.name()));
    // Away from it the anatomy stays gray.
    const QColor plain = picture.pixelColor(axial.pixelOf(spot + VectorLps{-30, 0, 0}).toPoint());
    QCOMPARE(plain.red(), plain.green());
    QCOMPARE(plain.green(), plain.blue());
}

void TestViewerLook::keyImagesAreStarredShownAndRemoved() {
    ViewerModel model;
    model.setVolume(test::makeNeckPhantom().volume);
    QSignalSpy changed(&model, &ViewerModel::keyImagesChanged);
    model.setCursor({5, 5, 10});
    model.setWindow({150, 60, false});
    model.toggleKeyImage(ViewPlane::Axial);
    QCOMPARE(model.keyImages().size(), std::size_t{1});
    model.setCursor({0, 0, -20});
    model.applyPreset(4);
    model.showKeyImage(model.keyImages()[0].id);
    QVERIFY(distance(model.cursor(), {5, 5, 10}) < 1e-6);
    QCOMPARE(model.window().width, 150.0);
    // The star on the same slice takes it away again.
    model.toggleKeyImage(ViewPlane::Axial);
    QVERIFY(model.keyImages().empty());
    QCOMPARE(changed.count(), 2);
}

void TestViewerLook::profilesChangeTheButtons() {
    ViewerModel model;
    model.setVolume(test::makeNeckPhantom().volume);
    model.setTool(Tool::Window);
    SliceView axial(&model, ViewPlane::Axial);
    axial.resize(400, 400);
    const auto windowBefore = model.window();
    const double zBefore = model.cursor().z;
    model.setMouseProfile(MouseProfile::ScrollLeft);
    tests::drag(axial, {200, 200}, {200, 120});
    QCOMPARE(model.window(), windowBefore);
    QVERIFY(model.cursor().z != zBefore);
    tests::drag(axial, {200, 200}, {240, 200}, Qt::MiddleButton);
    QVERIFY(model.window() != windowBefore);
    model.setMouseProfile(MouseProfile::WindowLeft);
    const auto before = model.window();
    tests::drag(axial, {200, 200}, {240, 200});
    QVERIFY(model.window() != before);
}

void TestViewerLook::theLoupeIsThereWhileTheKeyIsHeld() {
    ViewerModel model;
    model.setVolume(test::makeNeckPhantom().volume);
    SliceView axial(&model, ViewPlane::Axial);
    axial.resize(400, 400);
    axial.show();
    QTest::mouseMove(&axial, {200, 200});
    const QImage before = axial.grab().toImage();
    QTest::keyPress(&axial, Qt::Key_L);
    QVERIFY(axial.loupe());
    QVERIFY(axial.grab().toImage() != before);
    QTest::keyRelease(&axial, Qt::Key_L);
    QVERIFY(!axial.loupe());
    QCOMPARE(axial.grab().toImage(), before);
}

QTEST_MAIN(TestViewerLook)
#include "tst_viewer_look.moc"
