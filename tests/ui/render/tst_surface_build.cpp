#include "support/neck_phantom.h"
#include "ui/render/built_scene.h"
#include "ui/render/pick.h"
#include "ui/render/surface_kind.h"
#include "ui/render/surface_view.h"
#include "ui/render/turntable.h"
#include <QLabel>
#include <QSignalSpy>
#include <QtTest>
#include <cmath>
#include <numbers>

using namespace nodewise;
using namespace nodewise::render;

namespace {

constexpr LabelValue kBall = 4;

LabelMap ball(const GridGeometry& grid, PointLps centre, double radius) {
    LabelMap map = LabelMap::empty(grid);
    for (std::size_t n = 0; n < grid.voxelCount(); ++n)
        if (distance(grid.toPatient(grid.indexOf(n)), centre) <= radius)
            map.set(grid.indexOf(n), kBall);
    return map;
}

class Stopped final : public JobControl {
public:
    void report(double, std::string_view) override {}
    [[nodiscard]] bool cancelled() const override { return true; }
};

}  // namespace

class TestSurfaceBuild : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesTellTheKind_data();
    void namesTellTheKind();
    void aSourceMayBringItsOwnMap();
    void ballKeepsItsPlaceAndVolume_data();
    void ballKeepsItsPlaceAndVolume();
    void labelAtTheBorderIsClosed();
    void absentLabelAndCancelledJobGiveNothing();
    void sceneCutsNeighboursRoundTheNode();
    void sceneTakesValuesOfItsMeshOnly();
    void turntableLooksFromTheNamedSide();
    void turntableProjectsTheFocusToTheMiddle();
    void aRayGoesThroughItsPixel();
    void aClickFindsThePlaceOnTheSurface();
    void solidIsPickedThroughGlass();
    void placeholderWhereThereIsNoGl();
};

void TestSurfaceBuild::ballKeepsItsPlaceAndVolume_data() {
    QTest::addColumn<double>("thickness");
    QTest::addColumn<bool>("reversed");
    QTest::addColumn<double>("share");
    // Softening by a voxel takes a little from a ball: the coarser the more.
    QTest::newRow("fine") << 0.8 << false << 0.03;
    QTest::newRow("thick slices") << 2.0 << false << 0.07;
    QTest::newRow("left-handed") << 1.0 << true << 0.04;
}

void TestSurfaceBuild::ballKeepsItsPlaceAndVolume() {
    QFETCH(double, thickness);
    QFETCH(bool, reversed);
    QFETCH(double, share);
    const double c = std::cos(0.4), s = std::sin(0.4);
    const auto grid = *GridGeometry::create(
        {50, 48, static_cast<int>(40 / thickness)}, {0.8, 0.8, thickness}, {10, -20, 30},
        {VectorLps{c, s, 0}, {-s, c, 0}, {0, 0, reversed ? -1.0 : 1.0}});
    const double radius = 10;
    const PointLps centre = grid.centre();
    NullJobControl job;
    const TriangleMesh mesh = surfaceOfLabel(ball(grid, centre, radius), kBall, job);
    const double wanted = 4.0 / 3.0 * std::numbers::pi * std::pow(radius, 3);
    QVERIFY2(std::abs(volumeMm3(mesh) / wanted - 1) < share,
             qPrintable(QString::number(volumeMm3(mesh) / wanted)));
    for (const PointLps p : mesh.vertices)
        QVERIFY(std::abs(distance(p, centre) - radius) < 0.75 * std::max(1.0, thickness));
    const auto normals = vertexNormals(mesh);
    for (std::size_t n = 0; n < normals.size(); n += 17)
        QVERIFY(dot(normals[n], mesh.vertices[n] - centre) > 0);
}

void TestSurfaceBuild::labelAtTheBorderIsClosed() {
    const auto grid = GridGeometry::axisAligned({8, 8, 8}, {1, 1, 1});
    LabelMap map = LabelMap::empty(grid);
    for (std::size_t n = 0; n < grid.voxelCount(); ++n)
        map.set(grid.indexOf(n), kBall);
    NullJobControl job;
    const TriangleMesh mesh = surfaceOfLabel(map, kBall, job);
    // Eight voxels wide; the edges are rounded by the softening.
    QVERIFY(volumeMm3(mesh) > 0.9 * 512 && volumeMm3(mesh) < 512);
}

void TestSurfaceBuild::absentLabelAndCancelledJobGiveNothing() {
    const auto phantom = test::makeNeckPhantom();
    NullJobControl job;
    Stopped stopped;
    QVERIFY(surfaceOfLabel(*phantom.labels, LabelValue{99}, job).triangles.empty());
    QVERIFY(surfaceOfLabel(*phantom.labels, test::kPhantomNode, stopped).triangles.empty());
    SurfaceScene scene;
    scene.map = phantom.labels;
    scene.sources.push_back({SurfaceKind::Node, test::kPhantomNode, {}, {}, {}});
    QVERIFY(buildScene(scene, stopped).surfaces.empty());
}

void TestSurfaceBuild::sceneCutsNeighboursRoundTheNode() {
    const auto phantom = test::makeNeckPhantom();
    SurfaceScene scene;
    scene.map = phantom.labels;
    scene.reachMm = 20;
    scene.sources.push_back({SurfaceKind::Muscle, test::kPhantomMuscle, {}, {}, {}});
    scene.sources.push_back({SurfaceKind::Node, test::kPhantomNode, {}, {}, {}});
    scene.sources.push_back({SurfaceKind::Vein, LabelValue{77}, {}, {}, {}});
    NullJobControl job;
    const BuiltScene built = buildScene(scene, job);
    QCOMPARE(built.surfaces.size(), std::size_t{2});
    QCOMPARE(built.surfaces.front().kind, SurfaceKind::Node);  // Solid ones first.
    QVERIFY(distance(built.focus, phantom.nodeCentre) < 1.0);
    QVERIFY(std::abs(built.radiusMm - std::hypot(7, 9, 10.5)) < 1.5);
    for (const PointLps p : built.surfaces.back().mesh.vertices)
        QVERIFY(std::abs(p.z - phantom.nodeCentre.z) < 23);
}

void TestSurfaceBuild::sceneTakesValuesOfItsMeshOnly() {
    const auto phantom = test::makeNeckPhantom();
    NullJobControl job;
    auto mesh = std::make_shared<const TriangleMesh>(
        surfaceOfLabel(*phantom.labels, test::kPhantomNode, job));
    SurfaceScene scene;
    scene.sources.push_back({SurfaceKind::Node, 0, {}, {}, mesh});
    scene.sources.front().values.assign(mesh->vertices.size(), 2.0);
    QVERIFY(buildScene(scene, job).hasRamp);
    scene.sources.front().values.pop_back();
    QVERIFY(!buildScene(scene, job).hasRamp);
}

void TestSurfaceBuild::turntableLooksFromTheNamedSide() {
    Turntable camera;
    QVERIFY(length(camera.outward() - VectorLps{0, -1, 0}) < 1e-12);
    QVERIFY(length(camera.right() - VectorLps{1, 0, 0}) < 1e-12);  // Patient left on the right.
    QVERIFY(length(camera.up() - VectorLps{0, 0, 1}) < 1e-12);
    camera.turn(90, 0);
    QVERIFY(length(camera.outward() - VectorLps{1, 0, 0}) < 1e-12);
    camera.turn(0, 500);
    QCOMPARE(camera.elevationDeg, 89.0);
    camera.turn(300, -89);
    QVERIFY(std::abs(camera.azimuthDeg - 30) < 1e-9);
    QVERIFY(std::abs(dot(camera.right(), camera.up())) < 1e-12);
}

void TestSurfaceBuild::turntableProjectsTheFocusToTheMiddle() {
    Turntable camera;
    camera.focus = {5, 6, 7};
    camera.turn(33, 21);
    camera.fit(10, {300, 400}, 0.5);
    QCOMPARE(camera.project({5, 6, 7}, {300, 400}), QPointF(150, 200));
    // A point ten mm to the right of the focus lies a quarter of the width away.
    const QPointF side = camera.project(camera.focus + camera.right() * 10, {300, 400});
    QVERIFY(std::abs(side.x() - (150 + 75)) < 1e-6 && std::abs(side.y() - 200) < 1e-6);
    const QPointF above = camera.project(camera.focus + camera.up() * 10, {300, 400});
    QVERIFY(above.y() < 200);
}

void TestSurfaceBuild::aRayGoesThroughItsPixel() {
    Turntable camera;
    camera.focus = {12, -30, 44};
    const QSizeF size(640, 480);
    for (const double azimuth : {-150.0, -60.0, 0.0, 75.0})
        for (const QPointF pixel : {QPointF(320, 240), QPointF(17, 400), QPointF(600.5, 3)}) {
            camera.azimuthDeg = azimuth;
            camera.elevationDeg = azimuth / 5;
            const PickRay ray = rayThrough(camera, pixel, size);
            for (const double mm : {20.0, 90.0, 300.0}) {
                const QPointF back = camera.project(ray.from + ray.direction * mm, size);
                QVERIFY(QLineF(back, pixel).length() < 1e-6);
            }
        }
}

void TestSurfaceBuild::aClickFindsThePlaceOnTheSurface() {
    const auto grid = GridGeometry::axisAligned({60, 60, 60}, {1, 1, 1}, {-30, -30, -30});
    const PointLps centre{2, -3, 4};
    SurfaceScene scene;
    scene.map = std::make_shared<const LabelMap>(ball(grid, centre, 12));
    scene.sources.push_back({SurfaceKind::Node, kBall, {}, {}, {}});
    NullJobControl job;
    const BuiltScene built = buildScene(scene, job);
    Turntable camera;
    camera.focus = built.focus;
    const QSizeF size(500, 400);
    for (const double azimuth : {0.0, 60.0, -120.0}) {
        camera.azimuthDeg = azimuth;
        camera.elevationDeg = 15;
        camera.fit(built.radiusMm, size, 0.6);
        const auto hit = pickPlace(built, rayThrough(camera, {250, 200}, size));
        QVERIFY(hit);
        // The near pole of the ball, as exact as its surface.
        QVERIFY2(distance(*hit, centre + camera.outward() * 12.0) < 0.9,
                 qPrintable(QString::number(distance(*hit, centre + camera.outward() * 12.0))));
        QVERIFY(!pickPlace(built, rayThrough(camera, {3, 3}, size)));
    }
}

void TestSurfaceBuild::solidIsPickedThroughGlass() {
    const auto grid = GridGeometry::axisAligned({60, 60, 60}, {1, 1, 1}, {-30, -30, -30});
    NullJobControl job;
    const auto node =
        std::make_shared<const TriangleMesh>(surfaceOfLabel(ball(grid, {0, 0, 0}, 6), kBall, job));
    const auto shell =
        std::make_shared<const TriangleMesh>(surfaceOfLabel(ball(grid, {0, 0, 0}, 20), kBall, job));
    SurfaceScene scene;
    scene.reachMm = 0;
    scene.sources.push_back({SurfaceKind::Node, 0, {}, {}, node});
    scene.sources.push_back({SurfaceKind::Muscle, 0, {}, {}, shell});
    QVERIFY(lookOf(SurfaceKind::Muscle).opacity < 1 && lookOf(SurfaceKind::Node).opacity == 1);
    const BuiltScene built = buildScene(scene, job);
    const PickRay middle{{0, -100, 0}, {0, 1, 0}}, beside{{12, -100, 0}, {0, 1, 0}};
    const auto through = pickPlace(built, middle), glass = pickPlace(built, beside);
    QVERIFY(through && glass);
    QVERIFY(std::abs(through->y + 6) < 1);
    QVERIFY(std::abs(glass->y + 16) < 1);
}

void TestSurfaceBuild::placeholderWhereThereIsNoGl() {
    const GlSupport here = probeGl(false);
    QCOMPARE(here.problem, GlProblem::Platform);  // The offscreen platform is not on the list.
    QCOMPARE(probeGl(true).problem, GlProblem::SwitchedOff);
    for (const GlProblem problem :
         {GlProblem::SwitchedOff, GlProblem::Platform, GlProblem::NoContext, GlProblem::TooOld}) {
        SurfaceView view({problem, {}, false});
        view.resize(300, 300);
        view.show();
        QVERIFY(!view.has3d());
        const auto* label = view.findChild<QLabel*>(QStringLiteral("surfacePlaceholder"));
        QVERIFY(label != nullptr && !label->text().isEmpty());
        QCOMPARE(label->geometry(), view.rect());
        view.setScene({});
        view.turnBy(20, 10);
        QTest::keyClick(&view, Qt::Key_Left);
        QVERIFY(!view.building());
        QVERIFY(view.picture().isNull());
    }
}

void TestSurfaceBuild::namesTellTheKind_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<SurfaceKind>("kind");
    QTest::newRow("vein") << QByteArray("internal_jugular_left") << SurfaceKind::Vein;
    QTest::newRow("artery") << QByteArray("common carotid artery") << SurfaceKind::Artery;
    QTest::newRow("muscle") << QByteArray("Sternocleidomastoid_R") << SurfaceKind::Muscle;
    QTest::newRow("gland under the jaw") << QByteArray("submandibular_left") << SurfaceKind::Gland;
    QTest::newRow("bone") << QByteArray("Mandible") << SurfaceKind::Bone;
    QTest::newRow("spine") << QByteArray("vertebra_C3") << SurfaceKind::Bone;
    QTest::newRow("airway") << QByteArray("Trachea") << SurfaceKind::Airway;
    QTest::newRow("skin") << QByteArray("skin") << SurfaceKind::Skin;
    QTest::newRow("radiotherapy's skin") << QByteArray("EXTERNAL") << SurfaceKind::Skin;
    QTest::newRow("nerve") << QByteArray("spinal_cord") << SurfaceKind::Other;
    QTest::newRow("no name") << QByteArray("GTV 1") << SurfaceKind::Other;
}

void TestSurfaceBuild::namesTellTheKind() {
    QFETCH(QByteArray, name);
    QFETCH(SurfaceKind, kind);
    QCOMPARE(surfaceKindOf(name.toStdString()), kind);
    QVERIFY(lookOf(kind).opacity > 0);
}

void TestSurfaceBuild::aSourceMayBringItsOwnMap() {
    const auto phantom = test::makeNeckPhantom();
    LabelMap structures = LabelMap::empty(phantom.labels->geometry());
    for (std::size_t at = 0; at < phantom.labels->labels().size(); ++at)
        if (phantom.labels->labels()[at] == test::kPhantomVein)
            structures.set(structures.geometry().indexOf(at), 9);
    SurfaceScene scene;
    scene.map = phantom.labels;
    scene.sources.push_back({SurfaceKind::Node, test::kPhantomNode, {}, {}, {}, {}});
    scene.sources.push_back({SurfaceKind::Vein,
                             9,
                             {},
                             {},
                             {},
                             std::make_shared<const LabelMap>(std::move(structures))});
    NullJobControl job;
    const BuiltScene built = buildScene(scene, job);
    QCOMPARE(built.surfaces.size(), std::size_t{2});
}

QTEST_MAIN(TestSurfaceBuild)
#include "tst_surface_build.moc"
