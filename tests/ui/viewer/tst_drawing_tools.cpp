// What a hand draws into a picture: marks and measurements.
#include "support/gestures.h"
#include "support/neck_phantom.h"
#include "ui/viewer/slice_view.h"
#include "ui/viewer/viewer_model.h"
#include <QSignalSpy>
#include <QtTest>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

using namespace nodewise;
using namespace nodewise::viewer;
using tests::drag;

namespace {

constexpr double kPhantomNoiseHu = 9;

/// Grids that hold the middle of the phantom's neck.
GridGeometry phantomGrid(const QByteArray& kind) {
    const double c = std::cos(0.3), s = std::sin(0.3);
    if (kind == "tilted")
        return *GridGeometry::create({176, 192, 40}, {0.8, 0.8, 2.5}, {-70, -92, -60},
                                     {VectorLps{1, 0, 0}, {0, c, s}, {0, -s, c}});
    if (kind == "reversed")
        return *GridGeometry::create({176, 192, 40}, {0.8, 0.8, 2}, {70, -76, 39},
                                     {VectorLps{-1, 0, 0}, {0, 1, 0}, {0, 0, -1}});
    if (kind == "a sagittal series")
        return *GridGeometry::create({160, 100, 70}, {0.9, 0.9, 1.5}, {-35, -72, 45},
                                     {VectorLps{0, 1, 0}, {0, 0, -1}, {1, 0, 0}});
    return GridGeometry::axisAligned({160, 130, 36}, {0.8, 1.1, 2.5}, {-64, -70, -44});
}

}  // namespace

class TestDrawingTools : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void marksAreUndone();
    void pairIsDrawnEditedAndUndone();
    void aNewPairReplacesTheMarksOwn();
    void rulerAngleEllipseAndProbeGiveTheirNumbers();
    void measuresInEveryPlane_data();
    void measuresInEveryPlane();
    void readOnlyDrawsNothing();
    void escapeForgetsTheDraft();
    void markOutsideThePictureIsRefused();

private:
    test::NeckPhantom m_phantom = test::makeNeckPhantom();
    std::unique_ptr<ViewerModel> m_model;
    std::unique_ptr<SliceView> m_view;
};

void TestDrawingTools::init() {
    m_view.reset();
    m_model = std::make_unique<ViewerModel>();
    m_model->setVolume(m_phantom.volume);
    m_view = std::make_unique<SliceView>(m_model.get(), ViewPlane::Axial);
    m_view->resize(600, 500);
}

void TestDrawingTools::marksAreUndone() {
    m_model->setTool(Tool::Mark);
    m_model->setCursor(m_phantom.nodeCentre);
    QSignalSpy added(m_model.get(), &ViewerModel::markAdded);
    const QPoint at = m_view->pixelOf(m_phantom.nodeCentre).toPoint();
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at);
    QCOMPARE(added.count(), 1);
    QCOMPARE(m_model->marks().size(), std::size_t{1});
    QVERIFY(distance(m_model->marks().front().place, m_phantom.nodeCentre) < 1);
    QCOMPARE(m_model->activeMark(), 1);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at + QPoint(-60, 0));
    QCOMPARE(m_model->activeMark(), 2);
    m_model->removeMark(1);
    QCOMPARE(m_model->marks().size(), std::size_t{1});
    m_model->undoStack()->undo();
    QCOMPARE(m_model->marks().size(), std::size_t{2});
    m_model->undoStack()->undo();
    m_model->undoStack()->undo();
    QVERIFY(m_model->marks().empty());
    QCOMPARE(m_model->activeMark(), 0);
    m_model->undoStack()->redo();
    QCOMPARE(m_model->activeMark(), 1);
}

void TestDrawingTools::pairIsDrawnEditedAndUndone() {
    m_model->setCursor(m_phantom.nodeCentre);
    m_model->setActiveMark(m_model->addMark(m_phantom.nodeCentre));
    m_model->setTool(Tool::Pair);
    const auto pixel = [&](double dx, double dy) {
        return m_view->pixelOf(m_phantom.nodeCentre + VectorLps{dx, dy, 0}).toPoint();
    };
    drag(*m_view, pixel(0, -10), pixel(0, 10));
    const Measurement* pair = m_model->pairOf(1);
    QVERIFY(pair != nullptr);
    MeasurementValues values = measurementValues(*pair, nullptr);
    const double pixelMm = distance(m_view->patientPointAt({0, 0}), m_view->patientPointAt({1, 0}));
    QVERIFY(std::abs(*values.longMm - 20) < 1.5 * pixelMm);
    QVERIFY(std::abs(*values.shortMm - 10) < 1.5 * pixelMm);
    // Pull one end of the short axis out, slanting: it stays perpendicular.
    drag(*m_view, m_view->pixelOf(pair->points[3]).toPoint(),
         (m_view->pixelOf(pair->points[3]) +
          (m_view->pixelOf(pair->points[3]) - m_view->pixelOf(pair->points[2])) / 4 + QPointF(0, 6))
             .toPoint());
    pair = m_model->pairOf(1);
    values = measurementValues(*pair, nullptr);
    QVERIFY(std::abs(*values.shortMm - 12.5) < 2 * pixelMm);
    const VectorLps u = pair->points[1] - pair->points[0], v = pair->points[3] - pair->points[2];
    QVERIFY(std::abs(dot(normalized(u), normalized(v))) < 1e-9);
    QCOMPARE(m_model->measurements().size(), std::size_t{1});
    m_model->undoStack()->undo();
    QVERIFY(std::abs(*measurementValues(*m_model->pairOf(1), nullptr).shortMm - 10) <
            1.5 * pixelMm);
    m_model->undoStack()->undo();
    QVERIFY(m_model->pairOf(1) == nullptr);
}

void TestDrawingTools::aNewPairReplacesTheMarksOwn() {
    m_model->addMark(m_phantom.nodeCentre);
    m_model->addMark({-20, 0, 0});
    m_model->setActiveMark(1);
    m_model->addMeasurement(makePair({0, 0, 0}, {10, 0, 0}, {0, 0, 1}));
    m_model->setActiveMark(2);
    m_model->addMeasurement(makePair({0, 0, 0}, {12, 0, 0}, {0, 0, 1}));
    m_model->setActiveMark(1);
    m_model->addMeasurement(makePair({0, 0, 0}, {14, 0, 0}, {0, 0, 1}));
    QCOMPARE(m_model->measurements().size(), std::size_t{2});
    QCOMPARE(*measurementValues(*m_model->pairOf(1), nullptr).longMm, 14.0);
    m_model->removeMark(1);
    QVERIFY(m_model->pairOf(1) == nullptr);
    m_model->undoStack()->undo();
    QVERIFY(m_model->pairOf(1) != nullptr);
}

void TestDrawingTools::rulerAngleEllipseAndProbeGiveTheirNumbers() {
    m_model->setCursor(m_phantom.nodeCentre);
    m_model->setTool(Tool::Ruler);
    drag(*m_view, {200, 60}, {300, 60});
    const double pixelMm = distance(m_view->patientPointAt({0, 0}), m_view->patientPointAt({1, 0}));
    QVERIFY(std::abs(*measurementValues(m_model->measurements().back(), nullptr).lengthMm -
                     100 * pixelMm) < 1e-6);
    m_model->setTool(Tool::Angle);
    drag(*m_view, {100, 300}, {200, 300});
    QTest::mouseMove(m_view.get(), {200, 240});
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, {200, 220});
    QCOMPARE(m_model->measurements().back().kind, MeasurementKind::Angle);
    QVERIFY(std::abs(*measurementValues(m_model->measurements().back(), nullptr).angleDeg - 90) <
            1.0);
    m_model->setTool(Tool::Ellipse);
    const QPoint muscle = m_view->pixelOf({47, 10, 0}).toPoint();
    drag(*m_view, muscle - QPoint(6, 6), muscle + QPoint(6, 6));
    const auto region =
        measurementValues(m_model->measurements().back(), m_phantom.volume.get()).region;
    QVERIFY(region.has_value() && region->voxels > 4);
    QVERIFY(std::abs(region->mean - 60) < 15);
    m_model->setTool(Tool::Probe);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, m_view->pixelOf({0, -14, 0}).toPoint());
    QVERIFY(*measurementValues(m_model->measurements().back(), m_phantom.volume.get()).value <
            -900);
    QCOMPARE(m_model->measurements().size(), std::size_t{4});
}

void TestDrawingTools::measuresInEveryPlane_data() {
    QTest::addColumn<QByteArray>("grid");
    QTest::addColumn<ViewPlane>("plane");
    QTest::addColumn<double>("turned");
    const std::array<std::pair<ViewPlane, const char*>, 3> planes{
        {{ViewPlane::Axial, "axial"},
         {ViewPlane::Coronal, "coronal"},
         {ViewPlane::Sagittal, "sagittal"}}};
    for (const char* grid : {"anisotropic", "tilted", "reversed", "a sagittal series"})
        for (const auto& [plane, name] : planes)
            for (const double turned : {0.0, 27.0})
                QTest::addRow("%s, %s%s", grid, name, turned > 0 ? ", turned" : "")
                    << QByteArray(grid) << plane << turned;
}

/// Against the phantom's own places and tissues, whatever the grid and the plane.
void TestDrawingTools::measuresInEveryPlane() {
    QFETCH(QByteArray, grid);
    QFETCH(ViewPlane, plane);
    QFETCH(double, turned);
    const auto phantom = test::makeNeckPhantom(phantomGrid(grid));
    m_model->setVolume(phantom.volume);
    const PointLps muscle{47, 7, 0};
    m_model->setCursor(muscle);
    // The two other planes turn with the crosshair of a plane.
    m_model->rotateCrosshair(plane == ViewPlane::Axial ? ViewPlane::Coronal : ViewPlane::Axial,
                             turned);
    SliceView view(m_model.get(), plane);
    view.resize(600, 500);
    const auto& directions = m_model->view(plane).directions;
    const auto at = [&](double right, double down) {
        return view.pixelOf(muscle + directions.right * right + directions.down * down).toPoint();
    };
    const double pixelMm = distance(view.patientPointAt({0, 0}), view.patientPointAt({1, 0}));
    m_model->setTool(Tool::Probe);
    QTest::mouseClick(&view, Qt::LeftButton, {}, at(0, 0));
    const auto probe = measurementValues(m_model->measurements().back(), phantom.volume.get());
    QVERIFY(probe.value && std::abs(*probe.value - 60) < 5 * kPhantomNoiseHu);
    m_model->setTool(Tool::Ruler);
    drag(view, at(-9, 4), at(9, -20));
    QVERIFY(std::abs(*measurementValues(m_model->measurements().back(), nullptr).lengthMm - 30) <
            1.5 * pixelMm);
    m_model->setTool(Tool::Pair);
    drag(view, at(-12, -5), at(12, 5));
    const auto pair = measurementValues(m_model->measurements().back(), nullptr);
    QVERIFY(std::abs(*pair.longMm - 26) < 1.5 * pixelMm);
    QVERIFY(std::abs(*pair.shortMm - 13) < 1.5 * pixelMm);
    m_model->setTool(Tool::Ellipse);
    drag(view, at(-3, -3), at(3, 3));
    const auto region =
        measurementValues(m_model->measurements().back(), phantom.volume.get()).region;
    QVERIFY(region.has_value());
    // Four standard errors of the noise.
    QVERIFY2(std::abs(region->mean - 60) * std::sqrt(region->voxels) < 4 * kPhantomNoiseHu,
             qPrintable(QString::number(region->mean)));
    const double area = 9 * std::numbers::pi;  // A pixel at each end.
    QVERIFY(std::abs(region->areaMm2 - area) < area * 0.7 * pixelMm);
}

void TestDrawingTools::readOnlyDrawsNothing() {
    m_model->setReadOnly(true);
    for (const Tool tool : {Tool::Mark, Tool::Pair, Tool::Ruler, Tool::Ellipse, Tool::Probe}) {
        m_model->setTool(tool);
        drag(*m_view, {200, 200}, {260, 240});
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, {250, 250});
    }
    QVERIFY(m_model->marks().empty() && m_model->measurements().empty());
}

void TestDrawingTools::escapeForgetsTheDraft() {
    m_model->setTool(Tool::Angle);
    drag(*m_view, {100, 300}, {200, 300});
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, {200, 220});
    QVERIFY(m_model->measurements().empty());
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(m_model->tool(), Tool::Window);
}

void TestDrawingTools::markOutsideThePictureIsRefused() {
    m_model->setTool(Tool::Mark);
    m_model->zoomBy(ViewPlane::Axial, 0.2, {300, 250}, m_view->size());
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, {5, 5});
    QVERIFY(m_model->marks().empty());
}

QTEST_MAIN(TestDrawingTools)
#include "tst_drawing_tools.moc"
