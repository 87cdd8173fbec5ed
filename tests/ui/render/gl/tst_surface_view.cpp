#include "support/keep_modules.h"
#include "support/neck_phantom.h"
#include "ui/render/surface_view.h"
#include "ui/widgets/theme.h"
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QtTest>
#include <cmath>

using namespace nodewise;
using namespace nodewise::render;

namespace {

/// Pixels of a colour's hue in the middle of a picture.
int coloured(const QImage& image, int hueLow, int hueHigh) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor c = image.pixelColor(x, y);
            count +=
                c.saturation() > 60 && c.value() > 40 && c.hue() >= hueLow && c.hue() <= hueHigh
                    ? 1
                    : 0;
        }
    return count;
}

int lit(const QImage& image) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += qGray(image.pixel(x, y)) > 25 ? 1 : 0;
    return count;
}

void keepPicture(const QImage& image, const QString& name) {
    const QString folder = qEnvironmentVariable("NODEWISE_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(image.save(QDir(folder).filePath(name)));
}

}  // namespace

class TestSurfaceView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void showsTheNodeAndItsNeighbours();
    void coloursTheNodeByItsValues();
    void dragAndKeysTurn();
    void aClickPicksAPlaceAndADragDoesNot();
    void newerSceneOvertakes();
    void survivesReparentingAndManyLives();
    void hiddenViewMayBeDestroyedWhileBuilding();
    void turnsWithoutWaiting();

private:
    [[nodiscard]] SurfaceScene neighbourhood() const;
    std::unique_ptr<SurfaceView> shownView(const SurfaceScene& scene) const;

    test::NeckPhantom m_phantom = test::makeNeckPhantom();
    GlSupport m_support;
};

void TestSurfaceView::initTestCase() {
    m_support = probeGl(false);
    QVERIFY2(m_support.available(), "these tests need an X display with OpenGL 3.2");
    qInfo("renderer: %s", qPrintable(m_support.renderer));
}

SurfaceScene TestSurfaceView::neighbourhood() const {
    SurfaceScene scene;
    scene.map = m_phantom.labels;
    scene.sources.push_back({SurfaceKind::Node, test::kPhantomNode, {}, {}, {}});
    scene.sources.push_back({SurfaceKind::Muscle,
                             test::kPhantomMuscle,
                             QStringLiteral("left sternocleidomastoid"),
                             {},
                             {}});
    scene.sources.push_back(
        {SurfaceKind::Vein, test::kPhantomVein, QStringLiteral("left jugular vein"), {}, {}});
    scene.sources.push_back(
        {SurfaceKind::Artery, test::kPhantomArtery, QStringLiteral("left carotid"), {}, {}});
    return scene;
}

std::unique_ptr<SurfaceView> TestSurfaceView::shownView(const SurfaceScene& scene) const {
    auto view = std::make_unique<SurfaceView>(m_support);
    view->resize(399, 500);
    view->show();
    QSignalSpy ready(view.get(), &SurfaceView::sceneReady);
    view->setScene(scene);
    if (!QTest::qWaitForWindowExposed(view.get()) || !ready.wait(20000))
        return nullptr;
    QCoreApplication::processEvents();
    return view;
}

void TestSurfaceView::showsTheNodeAndItsNeighbours() {
    const auto view = shownView(neighbourhood());
    QVERIFY(view != nullptr);
    view->lookFrom(0, 10);
    const QImage image = view->picture();
    keepPicture(image, QStringLiteral("surface-plain.png"));
    QVERIFY(lit(image) > image.width() * image.height() / 12);
    QVERIFY(coloured(image, 200, 240) > 200);  // The vein's blue.
    QVERIFY(coloured(image, 0, 30) > 200);     // Artery and muscle.
    QCOMPARE(view->directionText(), QStringLiteral("from front"));
    view->lookFrom(140, 0);
    QCOMPARE(view->directionText(), QStringLiteral("from behind, left"));
}

void TestSurfaceView::coloursTheNodeByItsValues() {
    SurfaceScene scene = neighbourhood();
    NullJobControl job;
    SurfaceSource& node = scene.sources.front();
    node.mesh = std::make_shared<const TriangleMesh>(
        surfaceOfLabel(*m_phantom.labels, test::kPhantomNode, job));
    for (const PointLps p : node.mesh->vertices)
        node.values.push_back(2.5 + (p.z - m_phantom.nodeCentre.z) / 10.5 * 2.0);
    scene.rampTitle = QStringLiteral("Margin width, mm");
    scene.lineAtMm = 2.5;
    const auto view = shownView(scene);
    QVERIFY(view != nullptr);
    view->lookFrom(60, 10);
    const QImage image = view->picture();
    keepPicture(image, QStringLiteral("surface-ramp.png"));
    // Lime above, violet below, within the node's part of the picture.
    const int middle = image.height() / 2;
    const QImage upper = image.copy(100, middle - 130, 200, 110);
    const QImage lower = image.copy(100, middle + 20, 200, 110);
    QVERIFY(coloured(upper, 75, 150) > 400);
    QVERIFY(coloured(lower, 200, 300) > 400);
    QVERIFY(coloured(lower, 75, 120) < coloured(upper, 75, 120) / 4);
}

void TestSurfaceView::dragAndKeysTurn() {
    const auto view = shownView(neighbourhood());
    QVERIFY(view != nullptr);
    view->lookFrom(0, 0);
    const QImage before = view->picture();
    QSignalSpy turned(view.get(), &SurfaceView::directionChanged);
    // Over the picture itself: overlay and canvas let the mouse through to the view.
    QWidget* under = view->childAt(200, 250) != nullptr ? view->childAt(200, 250) : view.get();
    QTest::mousePress(under, Qt::LeftButton, {}, {200, 250});
    QTest::mouseMove(under, {120, 250});
    QTest::mouseRelease(under, Qt::LeftButton, {}, {120, 250});
    QVERIFY(turned.count() > 0);
    const QImage after = view->picture();
    QVERIFY(after != before);
    for (int n = 0; n < 9; ++n)
        QTest::keyClick(view.get(), Qt::Key_Left);
    QVERIFY(view->picture() != after);
    QTest::keyClick(view.get(), Qt::Key_Home);
    QCOMPARE(view->directionText(), QStringLiteral("from front"));
}

void TestSurfaceView::aClickPicksAPlaceAndADragDoesNot() {
    const auto view = shownView(neighbourhood());
    QVERIFY(view != nullptr);
    view->lookFrom(60, 10);
    QSignalSpy picked(view.get(), &SurfaceView::placePicked);
    const QPoint middle = view->rect().center();
    QTest::mouseClick(view.get(), Qt::LeftButton, {}, middle);
    QCOMPARE(picked.count(), 1);
    const auto place = picked.front().front().value<PointLps>();
    // On the node's near side: its half axes are 7, 9 and 10.5 mm.
    const double away = distance(place, m_phantom.nodeCentre);
    QVERIFY2(away > 5.5 && away < 11.5, qPrintable(QString::number(away)));
    QTest::mousePress(view.get(), Qt::LeftButton, {}, middle);
    QTest::mouseMove(view.get(), middle + QPoint(40, 0));
    QTest::mouseRelease(view.get(), Qt::LeftButton, {}, middle + QPoint(40, 0));
    QCOMPARE(picked.count(), 1);
}

void TestSurfaceView::newerSceneOvertakes() {
    SurfaceView view(m_support);
    view.resize(200, 200);
    view.show();
    QSignalSpy ready(&view, &SurfaceView::sceneReady);
    for (int n = 0; n < 5; ++n)
        view.setScene(neighbourhood());
    QVERIFY(ready.wait(20000));
    QTest::qWait(50);
    QCOMPARE(ready.count(), 1);
    QVERIFY(!view.building());
    view.clearScene();
    QVERIFY(coloured(view.picture(), 200, 240) == 0);
}

void TestSurfaceView::survivesReparentingAndManyLives() {
    for (int n = 0; n < 4; ++n) {
        auto view = shownView(neighbourhood());
        QVERIFY(view != nullptr);
        QWidget other;
        other.resize(420, 520);
        view->setParent(&other);
        other.show();
        view->show();
        QVERIFY(QTest::qWaitForWindowExposed(&other));
        QVERIFY(lit(view->picture()) > 5000);
        view->setParent(nullptr);
    }
}

void TestSurfaceView::hiddenViewMayBeDestroyedWhileBuilding() {
    for (int n = 0; n < 3; ++n) {
        SurfaceView view(m_support);
        view.setScene(neighbourhood());
    }
    QTest::qWait(100);
}

void TestSurfaceView::turnsWithoutWaiting() {
    const auto view = shownView(neighbourhood());
    QVERIFY(view != nullptr);
    QElapsedTimer timer;
    timer.start();
    constexpr int frames = 20;
    for (int n = 0; n < frames; ++n) {
        view->turnBy(3, 0);
        QVERIFY(!view->picture().isNull());
    }
    // Also in software: ten frames a second with room to spare on a busy machine.
    const double ms = static_cast<double>(timer.elapsed()) / frames;
    qInfo("%.1f ms a frame", ms);
    QVERIFY(ms < 300);
}

int main(int argc, char** argv) {
    prepareGl();
    QApplication app(argc, argv);
    TestSurfaceView test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_surface_view.moc"
