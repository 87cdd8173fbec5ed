#include "support/neck_phantom.h"
#include "ui/viewer/plane_layout.h"
#include "ui/viewer/slice_view.h"
#include "ui/viewer/viewer_model.h"
#include "ui/widgets/theme.h"
#include <QDir>
#include <QSignalSpy>
#include <QWheelEvent>
#include <QtTest>
#include <cmath>

using namespace nodewise;
using namespace nodewise::viewer;

namespace {

void wheel(QWidget& widget, int delta, Qt::KeyboardModifiers modifiers = {}) {
    const QPointF at(widget.width() / 2.0, widget.height() / 2.0);
    QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &event);
}

void drag(QWidget& widget, QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton) {
    QTest::mousePress(&widget, button, {}, from);
    // QTest moves without buttons: the tool keeps its own account of what is pressed.
    for (int n = 1; n <= 4; ++n)
        QTest::mouseMove(&widget, from + (to - from) * n / 4);
    QTest::mouseRelease(&widget, button, {}, to);
}

}  // namespace

class TestSliceView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void blackWithoutAVolume();
    void paintsThePictureOnTheFirstPaint();
    void wheelStepsSlices();
    void controlWheelZooms();
    void dragsDoWhatTheToolsSay();
    void keysDoWhatTheSheetSays();
    void freePresetKeysDoNothing();
    void spaceAndDoubleClickMaximise();
    void letterKeysBringAPlaneToTheLargePlace();
    void marksAreUndone();
    void pairIsDrawnEditedAndUndone();
    void aNewPairReplacesTheMarksOwn();
    void rulerAngleEllipseAndProbeGiveTheirNumbers();
    void readOnlyDrawsNothing();
    void escapeForgetsTheDraft();
    void markOutsideThePictureIsRefused();
    void slowPicturesAreMadeInTheBackgroundAndOvertaken();
    void describesItselfToAScreenReader();
    void exportEqualsTheScreen();
    void spotIsCentredInEveryView();
    void nonHounsfieldVolumesHaveNoHuPresets();

private:
    test::NeckPhantom m_phantom = test::makeNeckPhantom();
    std::unique_ptr<ViewerModel> m_model;
    std::unique_ptr<SliceView> m_view;
};

void TestSliceView::init() {
    m_view.reset();
    m_model = std::make_unique<ViewerModel>();
    m_model->setVolume(m_phantom.volume);
    m_view = std::make_unique<SliceView>(m_model.get(), ViewPlane::Axial);
    m_view->resize(600, 500);
}

void TestSliceView::blackWithoutAVolume() {
    ViewerModel empty;
    SliceView view(&empty, ViewPlane::Coronal);
    view.resize(200, 150);
    const QImage image = view.grab().toImage();
    for (const QPoint at : {QPoint(0, 0), QPoint(100, 75), QPoint(199, 149)})
        QCOMPARE(image.pixelColor(at), QColor(Qt::black));
    QVERIFY(!view.execute(ViewerCommand::SliceUp));
    drag(view, {10, 10}, {60, 60});
    wheel(view, 120);
}

void TestSliceView::paintsThePictureOnTheFirstPaint() {
    m_view->setTextShown(false);
    m_model->setCrosshairShown(false);
    m_model->setCursor(m_phantom.nodeCentre);
    const QImage image = m_view->grab().toImage();
    const QPointF node = m_view->pixelOf({38, 6, 0});
    const QPointF air = m_view->pixelOf({0, -14, 0});
    QVERIFY(qGray(image.pixel(node.toPoint())) > 130);
    QVERIFY(qGray(image.pixel(air.toPoint())) < 10);
    QVERIFY(!m_view->pending());
}

void TestSliceView::wheelStepsSlices() {
    const int before = m_model->sliceNumber(ViewPlane::Axial).number;
    wheel(*m_view, 120);
    QCOMPARE(m_model->sliceNumber(ViewPlane::Axial).number, before + 1);
    wheel(*m_view, -360);
    QCOMPARE(m_model->sliceNumber(ViewPlane::Axial).number, before - 2);
    // Fine wheels send parts of a step.
    for (int n = 0; n < 8; ++n)
        wheel(*m_view, 30);
    QCOMPARE(m_model->sliceNumber(ViewPlane::Axial).number, before);
}

void TestSliceView::controlWheelZooms() {
    const double before = distance(m_view->patientPointAt({0, 0}), m_view->patientPointAt({1, 0}));
    wheel(*m_view, 120, Qt::ControlModifier);
    const double after = distance(m_view->patientPointAt({0, 0}), m_view->patientPointAt({1, 0}));
    QVERIFY(after < before * 0.9);
}

void TestSliceView::dragsDoWhatTheToolsSay() {
    const Window opening = m_model->window();
    drag(*m_view, {100, 100}, {130, 110});
    QCOMPARE(m_model->window().width, opening.width + 60);
    QCOMPARE(m_model->window().level, opening.level + 20);
    const PointLps centre = m_view->patientPointAt({300, 250});
    drag(*m_view, {300, 250}, {340, 270}, Qt::MiddleButton);
    QVERIFY(distance(m_view->patientPointAt({340, 270}), centre) < 1e-6);
    const double mm = distance(m_view->patientPointAt({0, 0}), m_view->patientPointAt({1, 0}));
    drag(*m_view, {300, 250}, {300, 200}, Qt::RightButton);
    QVERIFY(distance(m_view->patientPointAt({0, 0}), m_view->patientPointAt({1, 0})) < mm);
    m_model->setTool(Tool::Scroll);
    const int slice = m_model->sliceNumber(ViewPlane::Axial).number;
    drag(*m_view, {300, 250}, {300, 226});
    QCOMPARE(m_model->sliceNumber(ViewPlane::Axial).number, slice + 3);
    QCOMPARE(m_model->undoStack()->count(), 0);
}

void TestSliceView::keysDoWhatTheSheetSays() {
    const int slice = m_model->sliceNumber(ViewPlane::Axial).number;
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(m_model->sliceNumber(ViewPlane::Axial).number, slice + 1);
    QTest::keyClick(m_view.get(), Qt::Key_PageDown);
    QCOMPARE(m_model->sliceNumber(ViewPlane::Axial).number, slice - 9);
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(m_model->sliceNumber(ViewPlane::Axial).number, 1);
    QTest::keyClick(m_view.get(), Qt::Key_3);
    QCOMPARE(m_model->window(), (Window{150, 60}));
    QTest::keyClick(m_view.get(), Qt::Key_6);
    QCOMPARE(m_model->window(), (Window{300, -20}));
    QTest::keyClick(m_view.get(), Qt::Key_I);
    QCOMPARE(m_model->window(), (Window{300, -20, true}));
    QTest::keyClick(m_view.get(), Qt::Key_0);
    QCOMPARE(m_model->window(), (Window{350, 60}));
    QTest::keyClick(m_view.get(), Qt::Key_E);
    QTest::keyClick(m_view.get(), Qt::Key_E);
    QCOMPARE(m_model->slab(), (Slab{SlabMode::Mean, 2}));
    QTest::keyClick(m_view.get(), Qt::Key_Q);
    QTest::keyClick(m_view.get(), Qt::Key_Q);
    QCOMPARE(m_model->slab(), Slab{});
    QTest::keyClick(m_view.get(), Qt::Key_Plus);
    QVERIFY(m_model->view(ViewPlane::Axial).fieldMm.has_value());
    QTest::keyClick(m_view.get(), Qt::Key_F);
    QVERIFY(!m_model->view(ViewPlane::Axial).fieldMm.has_value());
    QTest::keyClick(m_view.get(), Qt::Key_M);
    QCOMPARE(m_model->tool(), Tool::Pair);
    const PointLps before = m_model->cursor();
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(std::abs(m_model->cursor().x - before.x - 0.8) < 1e-9);
    QTest::keyClick(m_view.get(), Qt::Key_Insert);
    QCOMPARE(m_model->marks().size(), std::size_t{1});
    QTest::keyClick(m_view.get(), Qt::Key_R);
    QCOMPARE(m_model->cursor(), m_phantom.volume->geometry().centre());
}

void TestSliceView::freePresetKeysDoNothing() {
    QSignalSpy changed(m_model.get(), &ViewerModel::windowChanged);
    for (const int key : {7, 8, 9})
        QVERIFY(!m_model->applyPreset(key));
    QCOMPARE(changed.count(), 0);
    QCOMPARE(m_model->preset()->key, 2);
}

void TestSliceView::spaceAndDoubleClickMaximise() {
    PlaneLayout layout(m_model.get());
    layout.resize(900, 700);
    layout.show();
    SliceView* coronal = layout.view(ViewPlane::Coronal);
    QVERIFY(coronal->isVisible() && !coronal->large());
    QTest::mouseDClick(coronal, Qt::LeftButton, {}, {20, 20});
    QVERIFY(layout.maximised() && coronal->large());
    QCOMPARE(coronal->size(), layout.size());
    QVERIFY(!layout.view(ViewPlane::Axial)->isVisible());
    QTest::keyClick(coronal, Qt::Key_Space);
    QVERIFY(!layout.maximised());
    QVERIFY(layout.view(ViewPlane::Axial)->isVisible());
}

void TestSliceView::letterKeysBringAPlaneToTheLargePlace() {
    PlaneLayout layout(m_model.get());
    layout.resize(900, 700);
    layout.show();
    QTest::keyClick(layout.view(ViewPlane::Axial), Qt::Key_S);
    QCOMPARE(layout.largePlane(), ViewPlane::Coronal);
    QCOMPARE(layout.view(ViewPlane::Coronal)->width(), 900 - 300 - 1);
    QCOMPARE(layout.view(ViewPlane::Axial)->geometry().top(), 0);
    QCOMPARE(layout.view(ViewPlane::Axial)->width(), 300);
    QTest::keyClick(layout.view(ViewPlane::Coronal), Qt::Key_D);
    QCOMPARE(layout.largePlane(), ViewPlane::Sagittal);
    auto* fourth = new QWidget;
    layout.setFourthView(fourth);
    QVERIFY(!fourth->isVisible());
    layout.setViewLayout(ViewLayout::TwoByTwo);
    QVERIFY(fourth->isVisible());
    QCOMPARE(fourth->geometry().bottomRight(), layout.rect().bottomRight());
    layout.setViewLayout(ViewLayout::One);
    QCOMPARE(layout.view(ViewPlane::Sagittal)->size(), layout.size());
}

void TestSliceView::marksAreUndone() {
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

void TestSliceView::pairIsDrawnEditedAndUndone() {
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

void TestSliceView::aNewPairReplacesTheMarksOwn() {
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

void TestSliceView::rulerAngleEllipseAndProbeGiveTheirNumbers() {
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

void TestSliceView::readOnlyDrawsNothing() {
    m_model->setReadOnly(true);
    for (const Tool tool : {Tool::Mark, Tool::Pair, Tool::Ruler, Tool::Ellipse, Tool::Probe}) {
        m_model->setTool(tool);
        drag(*m_view, {200, 200}, {260, 240});
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, {250, 250});
    }
    QVERIFY(m_model->marks().empty() && m_model->measurements().empty());
}

void TestSliceView::escapeForgetsTheDraft() {
    m_model->setTool(Tool::Angle);
    drag(*m_view, {100, 300}, {200, 300});
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, {200, 220});
    QVERIFY(m_model->measurements().empty());
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(m_model->tool(), Tool::Window);
}

void TestSliceView::markOutsideThePictureIsRefused() {
    m_model->setTool(Tool::Mark);
    m_model->zoomBy(ViewPlane::Axial, 0.2, {300, 250}, m_view->size());
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, {5, 5});
    QVERIFY(m_model->marks().empty());
}

void TestSliceView::slowPicturesAreMadeInTheBackgroundAndOvertaken() {
    // An oblique slab of many samples on a large view is slow enough to leave the GUI thread.
    m_view->resize(1000, 900);
    const auto d = m_model->view(ViewPlane::Axial).directions;
    m_model->setDirections(ViewPlane::Axial, {d.right, d.down + d.normal() * 0.5});
    m_model->setSlab({SlabMode::Mip, 70});
    m_view->grab();
    QSignalSpy painted(m_view.get(), &SliceView::painted);
    for (int n = 0; n < 6; ++n) {
        m_model->stepSlices(ViewPlane::Axial, 1);
        m_view->grab();
    }
    QTRY_VERIFY_WITH_TIMEOUT((m_view->grab(), !m_view->pending()), 20000);
    // Six wishes, at most a few pictures; what stands at the end is the last wish.
    m_view->setTextShown(false);
    m_model->setCrosshairShown(false);
    const QImage wanted = renderImage(sceneOf(*m_model, ViewPlane::Axial, m_view->size(), 1));
    const QImage got = m_view->grab().toImage();
    QCOMPARE(got.pixel(500, 450), wanted.pixel(500, 450));
    QCOMPARE(got.pixel(520, 400), wanted.pixel(520, 400));
}

void TestSliceView::describesItselfToAScreenReader() {
    QCOMPARE(m_view->accessibleName(), QStringLiteral("Axial view"));
    m_model->goToSlice(ViewPlane::Axial, 12);
    const QString words = m_view->accessibleDescription();
    QVERIFY2(words.contains(QStringLiteral("image 12 of 60")), qPrintable(words));
    QVERIFY(words.contains(QStringLiteral("W 350 L 60")));
    QVERIFY(words.contains(QStringLiteral("value at the cursor")));
    m_model->toggleFlip(ViewPlane::Axial);
    QVERIFY(m_view->accessibleDescription().contains(QStringLiteral("changed")));
}

void TestSliceView::exportEqualsTheScreen() {
    m_view->setLarge(true);
    m_model->setActivePlane(ViewPlane::Coronal);  // No frame of the active view.
    const QImage screen = m_view->grab().toImage().convertToFormat(QImage::Format_RGB32);
    const QImage exported = m_view->exportImage(m_view->size(), 1);
    QCOMPARE(exported.size(), screen.size());
    int different = 0;
    for (int y = 0; y < screen.height(); ++y)
        for (int x = 0; x < screen.width(); ++x)
            different += screen.pixel(x, y) != exported.pixel(x, y) ? 1 : 0;
    QCOMPARE(different, 0);
}

void TestSliceView::spotIsCentredInEveryView() {
    m_model->showSpot(m_phantom.nodeCentre, 50);
    for (const ViewPlane plane : kViewPlanes) {
        SliceView view(m_model.get(), plane);
        view.resize(500, 400);
        const QPointF at = view.pixelOf(m_phantom.nodeCentre);
        QVERIFY(std::abs(at.x() - 250) < 1e-6 && std::abs(at.y() - 200) < 1e-6);
        QVERIFY(std::abs(distance(view.patientPointAt({0, 0}), view.patientPointAt({0, 400})) -
                         50) < 1e-9);
    }
}

void TestSliceView::nonHounsfieldVolumesHaveNoHuPresets() {
    const auto grid = GridGeometry::axisAligned({4, 4, 4}, {1, 1, 1});
    std::vector<float> voxels(64, 10.0F);
    voxels[5] = 90.0F;
    m_model->setVolume(*CtVolume::create(grid, std::move(voxels), VoxelMeaning::Arbitrary));
    QCOMPARE(m_model->window(), (Window{80, 50}));
    QVERIFY(!m_model->applyPreset(2));
    QVERIFY(m_model->applyPreset(1));
    QVERIFY(m_model->applyPreset(0));
}

QTEST_MAIN(TestSliceView)
#include "tst_slice_view.moc"
