#include "support/neck_phantom.h"
#include "ui/viewer/slice_view.h"
#include "ui/viewer/view_plane.h"
#include "ui/viewer/viewer_model.h"
#include "volume/resample.h"
#include <QtTest>
#include <cmath>
#include <numbers>

using namespace nodewise;
using namespace nodewise::viewer;

namespace {

/// Every voxel's value tells where it is: i + 40·j + 1600·k (wraps never: 32 × 30 × 18 voxels).
VolumePtr numbered(const GridGeometry& grid) {
    std::vector<std::int16_t> voxels(grid.voxelCount());
    for (std::size_t n = 0; n < voxels.size(); ++n) {
        const VoxelIndex at = grid.indexOf(n);
        voxels[n] = static_cast<std::int16_t>(at.i + 40 * at.j + 1600 * at.k - 15000);
    }
    return *CtVolume::create(grid, std::move(voxels), VoxelMeaning::Hounsfield);
}

GridGeometry gridOf(int kind) {
    const std::array<int, 3> dims{32, 30, 18};
    const double c = std::cos(0.3), s = std::sin(0.3);
    switch (kind) {
    case 0:
        return GridGeometry::axisAligned(dims, {1, 1, 1}, {-20, -30, 10});
    case 1:  // anisotropic, stored from head to feet and from left to right
        return *GridGeometry::create(dims, {0.6, 0.8, 3}, {40, 20, -5},
                                     {VectorLps{-1, 0, 0}, {0, 1, 0}, {0, 0, -1}});
    case 2:  // a sagittal series
        return *GridGeometry::create(dims, {0.9, 0.9, 2}, {-10, -40, 60},
                                     {VectorLps{0, 1, 0}, {0, 0, -1}, {1, 0, 0}});
    case 3:  // turned about the long axis
        return *GridGeometry::create(dims, {0.7, 0.7, 2.5}, {3, 4, 5},
                                     {VectorLps{c, s, 0}, {-s, c, 0}, {0, 0, 1}});
    default:  // tilted gantry, reversed
        return *GridGeometry::create(dims, {0.7, 0.9, 2.5}, {3, 4, 5},
                                     {VectorLps{1, 0, 0}, {0, c, -s}, {0, -s, -c}});
    }
}

}  // namespace

class TestViewGeometry : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void clicksFindTheSamePlaceInEveryView_data();
    void clicksFindTheSamePlaceInEveryView();
    void valueUnderTheCursorIsTheVoxel_data();
    void valueUnderTheCursorIsTheVoxel();
    void paintedGrayIsTheVoxelUnderThePixel_data();
    void paintedGrayIsTheVoxelUnderThePixel();
    void slicesCountFromFeetFrontAndRight_data();
    void slicesCountFromFeetFrontAndRight();
    void reversedVolumeLooksTheSame();
    void lettersFollowTheGeometry_data();
    void lettersFollowTheGeometry();
    void zoomKeepsThePlaceUnderThePointer();
    void oneToOneGivesAVoxelADevicePixel();
};

void TestViewGeometry::clicksFindTheSamePlaceInEveryView_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("flipped");
    QTest::addColumn<bool>("oblique");
    for (int kind = 0; kind < 5; ++kind)
        for (int variant = 0; variant < 4; ++variant)
            QTest::addRow("grid %d variant %d", kind, variant)
                << kind << (variant % 2 == 1) << (variant >= 2);
}

void TestViewGeometry::clicksFindTheSamePlaceInEveryView() {
    QFETCH(int, kind);
    QFETCH(bool, flipped);
    QFETCH(bool, oblique);
    ViewerModel model;
    model.setVolume(numbered(gridOf(kind)));
    const GridGeometry& grid = model.volume()->geometry();
    if (oblique)
        for (const ViewPlane plane : kViewPlanes) {
            const auto d = model.view(plane).directions;
            model.setDirections(plane, {d.right + d.normal() * 0.4, d.down + d.right * 0.2});
        }
    if (flipped)
        for (const ViewPlane plane : kViewPlanes)
            model.toggleFlip(plane);
    std::vector<std::unique_ptr<SliceView>> views;
    for (const ViewPlane plane : kViewPlanes) {
        views.push_back(std::make_unique<SliceView>(&model, plane));
        views.back()->resize(300 + 40 * static_cast<int>(plane), 260);
    }
    model.setTool(Tool::Crosshair);
    for (const auto& clicked : views) {
        const PointLps wanted = grid.toPatient(ContinuousIndex{14.2, 17.6, 8.4});
        model.setCursor(wanted);
        const QPointF at = clicked->pixelOf(wanted);
        QVERIFY(distance(clicked->patientPointAt(at), wanted) < 1e-9);
        // Away from the place and back by a click on it: every view shows it again.
        const QPoint pixel(static_cast<int>(at.x()) + 20, static_cast<int>(at.y()) + 10);
        const PointLps there = clicked->patientPointAt(QPointF(pixel) + QPointF(0.5, 0.5));
        QTest::mouseClick(clicked.get(), Qt::LeftButton, {}, pixel);
        QVERIFY(distance(model.cursor(), there) < 1e-9);
        for (const auto& other : views) {
            const QPointF seen = other->pixelOf(model.cursor());
            QVERIFY(distance(other->patientPointAt(seen), there) < 1e-9);
        }
    }
}

void TestViewGeometry::valueUnderTheCursorIsTheVoxel_data() {
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind < 5; ++kind)
        QTest::addRow("grid %d", kind) << kind;
}

void TestViewGeometry::valueUnderTheCursorIsTheVoxel() {
    QFETCH(int, kind);
    ViewerModel model;
    model.setVolume(numbered(gridOf(kind)));
    const GridGeometry& grid = model.volume()->geometry();
    for (const bool flipped : {false, true})
        for (const ViewPlane plane : kViewPlanes) {
            SliceView view(&model, plane);
            view.resize(320, 280);
            if (flipped)
                model.toggleFlip(plane);
            for (const VoxelIndex voxel : {VoxelIndex{3, 4, 5}, {31, 0, 17}, {12, 29, 9}}) {
                model.setCursor(grid.toPatient(voxel));
                const auto value = view.valueAt(view.pixelOf(grid.toPatient(voxel)));
                QVERIFY(value.has_value());
                QCOMPARE(*value, voxel.i + 40.0 * voxel.j + 1600.0 * voxel.k - 15000);
            }
            QVERIFY(!view.valueAt({-4000, -4000}).has_value());
        }
}

void TestViewGeometry::paintedGrayIsTheVoxelUnderThePixel_data() {
    valueUnderTheCursorIsTheVoxel_data();
}

void TestViewGeometry::paintedGrayIsTheVoxelUnderThePixel() {
    QFETCH(int, kind);
    const GridGeometry grid = gridOf(kind);
    std::vector<std::int16_t> voxels(grid.voxelCount(), 0);
    const VoxelIndex bright{20, 11, 7};
    voxels[grid.offset(bright)] = 1000;
    ViewerModel model;
    model.setVolume(*CtVolume::create(grid, std::move(voxels)), Window{1000, 500});
    model.setCursor(grid.toPatient(bright));
    for (const double ratio : {1.0, 2.0})
        for (const bool flipped : {false, true})
            for (const ViewPlane plane : kViewPlanes) {
                ViewState view = model.view(plane);
                view.flipped = flipped;
                view.fieldMm = 12;
                model.setView(plane, view);
                const QSize size(301, 257);
                const SliceScene scene = sceneOf(model, plane, size, ratio);
                const QImage image = renderImage(scene);
                const PixelPoint at = scene.slicePlane().toPixel(grid.toPatient(bright));
                const QPoint device(static_cast<int>(std::floor(at.x * ratio)),
                                    static_cast<int>(std::floor(at.y * ratio)));
                if (!image.rect().contains(device))
                    continue;  // Zoomed in so far that the voxel lies outside.
                QVERIFY(qGray(image.pixel(device)) > 235);
            }
}

void TestViewGeometry::slicesCountFromFeetFrontAndRight_data() {
    valueUnderTheCursorIsTheVoxel_data();
}

void TestViewGeometry::slicesCountFromFeetFrontAndRight() {
    QFETCH(int, kind);
    ViewerModel model;
    model.setVolume(numbered(gridOf(kind)));
    for (const ViewPlane plane : kViewPlanes) {
        const int count = model.sliceNumber(plane).count;
        model.goToSlice(plane, 1);
        QCOMPARE(model.sliceNumber(plane).number, 1);
        const PointLps first = model.cursor();
        model.goToSlice(plane, count + 50);
        QCOMPARE(model.sliceNumber(plane).number, count);
        const VectorLps way = model.cursor() - first;
        const double along = plane == ViewPlane::Axial     ? way.z
                             : plane == ViewPlane::Coronal ? way.y
                                                           : way.x;
        QVERIFY(along > 0);
        model.stepSlices(plane, -3);
        QCOMPARE(model.sliceNumber(plane).number, count - 3);
        // Slices on screen are slices of the series: a whole number along one grid axis.
        const ContinuousIndex at = model.volume()->geometry().toIndex(model.cursor());
        int whole = 0;
        for (const double index : {at.i, at.j, at.k})
            whole += std::abs(index - std::round(index)) < 1e-6 ? 1 : 0;
        QVERIFY(whole >= 1);
    }
}

void TestViewGeometry::reversedVolumeLooksTheSame() {
    const auto volume = numbered(gridOf(4));
    ViewerModel model;
    model.setVolume(volume, Window{30000, 0});
    const PointLps place = volume->geometry().toPatient(VoxelIndex{9, 20, 6});
    for (int axis = 0; axis < 3; ++axis) {
        ViewerModel turned;
        turned.setVolume(reverseAxis(*volume, axis), Window{30000, 0});
        for (const ViewPlane plane : kViewPlanes) {
            model.setCursor(place);
            turned.setCursor(place);
            const QImage a = renderImage(sceneOf(model, plane, {120, 110}, 1));
            const QImage b = renderImage(sceneOf(turned, plane, {120, 110}, 1));
            int worst = 0;
            for (int y = 0; y < a.height(); ++y)
                for (int x = 0; x < a.width(); ++x)
                    worst = std::max(worst, std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))));
            QVERIFY2(worst <= 1, qPrintable(QString::number(worst)));
            QCOMPARE(turned.sliceNumber(plane), model.sliceNumber(plane));
        }
    }
}

void TestViewGeometry::lettersFollowTheGeometry_data() {
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    QTest::addColumn<double>("z");
    QTest::addColumn<QString>("letters");
    QTest::newRow("left") << 1.0 << 0.0 << 0.0 << QStringLiteral("L");
    QTest::newRow("right") << -1.0 << 0.0 << 0.0 << QStringLiteral("R");
    QTest::newRow("back") << 0.0 << 1.0 << 0.0 << QStringLiteral("P");
    QTest::newRow("front") << 0.0 << -1.0 << 0.0 << QStringLiteral("A");
    QTest::newRow("head") << 0.0 << 0.0 << 1.0 << QStringLiteral("H");
    QTest::newRow("feet") << 0.0 << 0.0 << -1.0 << QStringLiteral("F");
    QTest::newRow("front and left") << 0.6 << -0.8 << 0.0 << QStringLiteral("AL");
    QTest::newRow("small part left out") << 0.1 << 0.99 << 0.0 << QStringLiteral("P");
    QTest::newRow("three") << -0.4 << 0.5 << -0.77 << QStringLiteral("FPR");
}

void TestViewGeometry::lettersFollowTheGeometry() {
    QFETCH(double, x);
    QFETCH(double, y);
    QFETCH(double, z);
    QFETCH(QString, letters);
    QCOMPARE(orientationLetters(normalized({x, y, z})), letters);
}

void TestViewGeometry::zoomKeepsThePlaceUnderThePointer() {
    ViewerModel model;
    model.setVolume(numbered(gridOf(3)));
    for (const bool flipped : {false, true})
        for (const ViewPlane plane : kViewPlanes) {
            if (flipped)
                model.toggleFlip(plane);
            SliceView view(&model, plane);
            view.resize(400, 300);
            const QPointF anchor(103, 211);
            const PointLps before = view.patientPointAt(anchor);
            model.zoomBy(plane, 2.5, anchor, view.size());
            QVERIFY(distance(view.patientPointAt(anchor), before) < 1e-9);
            model.panBy(plane, {40, -25}, view.size());
            QVERIFY(distance(view.patientPointAt(anchor + QPointF(40, -25)), before) < 1e-9);
            model.fit(plane);
        }
}

void TestViewGeometry::oneToOneGivesAVoxelADevicePixel() {
    ViewerModel model;
    model.setVolume(numbered(gridOf(1)));
    SliceView view(&model, ViewPlane::Axial);
    view.resize(400, 300);
    model.oneToOne(ViewPlane::Axial, view.size(), 2.0);
    const double mm = distance(view.patientPointAt({100, 100}), view.patientPointAt({101, 100}));
    QVERIFY(std::abs(mm - 2 * 0.6) < 1e-9);  // A logical pixel is two device pixels.
}

QTEST_MAIN(TestViewGeometry)
#include "tst_view_geometry.moc"
