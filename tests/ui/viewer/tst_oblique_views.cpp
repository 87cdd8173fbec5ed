// Views that are turned: by the crosshair into oblique planes, by quarters in their own.
#include "support/neck_phantom.h"
#include "ui/viewer/slice_view.h"
#include "ui/viewer/viewer_model.h"
#include <QtTest>
#include <cmath>
#include <numbers>

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

double rampAt(PointLps p) {
    return 100 * p.x + 10 * p.y + p.z;
}

GridGeometry gridOf(const QByteArray& kind) {
    const double c = std::cos(0.35), s = std::sin(0.35);
    if (kind == "oblique")
        return GridGeometry::create({40, 44, 30}, {1.1, 0.9, 2}, {-22, -18, -30},
                                    {VectorLps{1, 0, 0}, {0, c, s}, {0, -s, c}})
            .value();
    if (kind == "reversed")
        return GridGeometry::create({40, 44, 30}, {1, 1, 2}, {-20, -20, 30},
                                    {VectorLps{1, 0, 0}, {0, 1, 0}, {0, 0, -1}})
            .value();
    if (kind == "mirrored")
        return GridGeometry::create({40, 44, 30}, {1, 1, 2}, {20, -20, -30},
                                    {VectorLps{-1, 0, 0}, {0, 1, 0}, {0, 0, 1}})
            .value();
    return GridGeometry::axisAligned({40, 44, 30}, {0.6, 1.3, 3.1}, {-12, -28, -45});
}

}  // namespace

class TestObliqueViews : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTurnedCrosshairKeepsEveryPlaceRight_data();
    void aTurnedCrosshairKeepsEveryPlaceRight();
    void theHandleTurnsTheLines();
    void fourQuarterTurnsAreNone();
    void aQuarterTurnMovesTheUpperLetterToTheRight();
};

void TestObliqueViews::aTurnedCrosshairKeepsEveryPlaceRight_data() {
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<bool>("flipped");
    for (const char* kind : {"anisotropic", "oblique", "reversed", "mirrored"})
        for (const bool flipped : {false, true})
            QTest::addRow("%s%s", kind, flipped ? ", flipped" : "") << QByteArray(kind) << flipped;
}

void TestObliqueViews::aTurnedCrosshairKeepsEveryPlaceRight() {
    QFETCH(QByteArray, kind);
    QFETCH(bool, flipped);
    ViewerModel model;
    const GridGeometry grid = gridOf(kind);
    model.setVolume(rampVolume(grid));
    model.setCursor(grid.centre() + VectorLps{2, -3, 4});
    if (flipped)
        for (const ViewPlane plane : kViewPlanes)
            model.toggleFlip(plane);
    SliceView axial(&model, ViewPlane::Axial), coronal(&model, ViewPlane::Coronal),
        sagittal(&model, ViewPlane::Sagittal);
    for (SliceView* view : {&axial, &coronal, &sagittal})
        view->resize(400, 300);
    const QPointF before = coronal.pixelOf(model.cursor());
    QVERIFY(!model.isOblique());
    model.rotateCrosshair(ViewPlane::Axial, 33);
    model.rotateCrosshair(ViewPlane::Coronal, -21);
    QVERIFY(model.isOblique());
    QVERIFY(QLineF(coronal.pixelOf(model.cursor()), before).length() < 1e-6);
    for (const SliceView* view : {&axial, &coronal, &sagittal})
        for (const QPointF at : {QPointF(150, 120), QPointF(205.5, 160), QPointF(230, 171.25)}) {
            // Click to patient to pixel, both ways, and the value under the pointer.
            const PointLps place = view->patientPointAt(at);
            const QPointF back = view->pixelOf(place);
            QVERIFY(QLineF(back, at).length() < 1e-6);
            if (const auto value = view->valueAt(at)) {
                const PointLps voxel = grid.toPatient(grid.nearestVoxel(place));
                QVERIFY(std::abs(*value - rampAt(voxel)) < 0.5);
            }
        }
    // Views stay at right angles to each other.
    const auto normal = [&](ViewPlane plane) { return model.view(plane).directions.normal(); };
    QVERIFY(std::abs(dot(normal(ViewPlane::Axial), normal(ViewPlane::Axial)) - 1) < 1e-9);
    QVERIFY(std::abs(dot(normal(ViewPlane::Coronal), normal(ViewPlane::Sagittal))) < 1e-6);
    model.resetViews();
    QVERIFY(!model.isOblique());
}

void TestObliqueViews::theHandleTurnsTheLines() {
    ViewerModel model;
    model.setVolume(test::makeNeckPhantom().volume);
    model.setTool(Tool::Crosshair);
    SliceView axial(&model, ViewPlane::Axial);
    axial.resize(500, 500);
    const QPointF centre = axial.pixelOf(model.cursor());
    const auto at = [&](double degrees) {
        const double a = degrees * std::numbers::pi / 180;
        return (centre + QPointF(std::cos(a), std::sin(a)) * 120).toPoint();
    };
    const VectorLps before = model.view(ViewPlane::Coronal).directions.normal();
    QTest::mousePress(&axial, Qt::LeftButton, {}, at(0));
    for (const double degrees : {5.0, 10.0, 15.0, 20.0, 25.0, 30.0})
        QTest::mouseMove(&axial, at(degrees));
    QTest::mouseRelease(&axial, Qt::LeftButton, {}, at(30));
    const VectorLps after = model.view(ViewPlane::Coronal).directions.normal();
    const double turned =
        std::acos(std::clamp(dot(before, after), -1.0, 1.0)) * 180 / std::numbers::pi;
    QVERIFY2(std::abs(turned - 30) < 2, qPrintable(QString::number(turned)));
    QCOMPARE(model.cursor(), model.volume()->geometry().centre());
    // Close to the point the same tool moves it.
    QTest::mouseClick(&axial, Qt::LeftButton, {}, (centre + QPointF(12, 9)).toPoint());
    QVERIFY(model.cursor() != model.volume()->geometry().centre());
}

void TestObliqueViews::fourQuarterTurnsAreNone() {
    ViewerModel model;
    model.setVolume(test::makeNeckPhantom().volume);
    SliceView axial(&model, ViewPlane::Axial);
    axial.resize(300, 300);
    const PointLps place = axial.patientPointAt({80, 120});
    const ViewState before = model.view(ViewPlane::Axial);
    for (int turn = 0; turn < 4; ++turn)
        model.turnQuarter(ViewPlane::Axial);
    QVERIFY(QLineF(axial.pixelOf(place), QPointF(80, 120)).length() < 1e-6);
    QCOMPARE(model.view(ViewPlane::Axial).quarterTurns, before.quarterTurns);
}

void TestObliqueViews::aQuarterTurnMovesTheUpperLetterToTheRight() {
    for (const bool flipped : {false, true}) {
        ViewerModel model;
        model.setVolume(test::makeNeckPhantom().volume);
        if (flipped)
            model.toggleFlip(ViewPlane::Axial);
        SliceView axial(&model, ViewPlane::Axial);
        axial.resize(300, 300);
        const QPointF middle(150, 150);
        const PointLps top = axial.patientPointAt({150, 90});
        model.turnQuarter(ViewPlane::Axial);
        // What was above the middle lies to the right of it now, as far away.
        const QPointF now = axial.pixelOf(top) - middle;
        QVERIFY2(std::abs(now.x() - 60) < 1e-6 && std::abs(now.y()) < 1e-6,
                 qPrintable(QStringLiteral("%1 %2").arg(now.x()).arg(now.y())));
    }
}

QTEST_MAIN(TestObliqueViews)
#include "tst_oblique_views.moc"
