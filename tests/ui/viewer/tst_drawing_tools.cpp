// What a hand draws into a picture: marks and measurements.
#include "support/gestures.h"
#include "support/neck_phantom.h"
#include "ui/viewer/slice_view.h"
#include "ui/viewer/viewer_model.h"
#include <QSignalSpy>
#include <QtTest>
#include <cmath>

using namespace nodewise;
using namespace nodewise::viewer;
using tests::drag;

class TestDrawingTools : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void marksAreUndone();
    void pairIsDrawnEditedAndUndone();
    void aNewPairReplacesTheMarksOwn();
    void rulerAngleEllipseAndProbeGiveTheirNumbers();
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
