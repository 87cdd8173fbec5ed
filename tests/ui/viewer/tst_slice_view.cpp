#include "support/gestures.h"
#include "support/neck_phantom.h"
#include "ui/viewer/plane_layout.h"
#include "ui/viewer/slice_view.h"
#include "ui/viewer/viewer_model.h"
#include <QSignalSpy>
#include <QtTest>
#include <cmath>

using namespace nodewise;
using namespace nodewise::viewer;
using tests::drag;
using tests::wheel;

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
