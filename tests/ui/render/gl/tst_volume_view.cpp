// The CT in the 3-D view, drawn: looks, both qualities, beside surfaces, and the time it takes.
#include "support/keep_modules.h"
#include "support/neck_phantom.h"
#include "ui/render/surface_view.h"
#include "ui/render/volume_look.h"
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QtTest>
#include <cmath>

using namespace nodewise;
using namespace nodewise::render;

namespace {

int lit(const QImage& image) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += qGray(image.pixel(x, y)) > 30 ? 1 : 0;
    return count;
}

/// Pixels that differ by more than rounding.
int differing(const QImage& a, const QImage& b) {
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            count += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 12 ? 1 : 0;
    return count;
}

void keepPicture(const QImage& image, const QString& name) {
    const QString folder = qEnvironmentVariable("NODEWISE_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(image.save(QDir(folder).filePath(name)));
}

}  // namespace

class TestVolumeView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyLookShowsItsTissue();
    void theButtonAndTheKeyChangeTheLook();
    void surfacesAreSeenWithTheVolume();
    void aClickOnTheVolumePicksAPlace();
    void movesCoarselyAndStandsFine();
    void otherUnitsHaveNoLook();
    void nothingIsMadeWhileHidden();

private:
    std::unique_ptr<SurfaceView> shownView(VolumeLook look) const;

    test::NeckPhantom m_phantom = test::makeNeckPhantom();
    GlSupport m_support;
};

void TestVolumeView::initTestCase() {
    m_support = probeGl(false);
    QVERIFY2(m_support.available(), "these tests need an X display with OpenGL 3.2");
    qInfo("renderer: %s, drawn by %s", qPrintable(m_support.renderer),
          methodFor(m_support) == VolumeMethod::Processor ? "the processor" : "the card");
}

std::unique_ptr<SurfaceView> TestVolumeView::shownView(VolumeLook look) const {
    auto view = std::make_unique<SurfaceView>(m_support);
    view->resize(400, 400);
    QSignalSpy ready(view.get(), &SurfaceView::volumeReady);
    view->setVolume(m_phantom.volume);
    view->setVolumeLook(look);
    view->show();
    if (!QTest::qWaitForWindowExposed(view.get()) || (ready.isEmpty() && !ready.wait(20000)))
        return nullptr;
    return view;
}

void TestVolumeView::everyLookShowsItsTissue() {
    const auto view = shownView(VolumeLook::Bone);
    QVERIFY(view != nullptr);
    QTRY_VERIFY(!view->isCoarse());
    const QImage bone = view->picture();
    keepPicture(bone, QStringLiteral("volume-bone.png"));
    // The vertebra in the middle, nothing of the muscles beside it.
    QVERIFY2(qGray(bone.pixel(200, 200)) > 60,
             qPrintable(QString::number(qGray(bone.pixel(200, 200)))));
    const int boneLit = lit(bone);
    QVERIFY(boneLit > 1000);
    view->setVolumeLook(VolumeLook::Skin);
    const QImage skin = view->picture();
    keepPicture(skin, QStringLiteral("volume-skin.png"));
    QVERIFY2(lit(skin) > 2 * boneLit,
             qPrintable(QStringLiteral("%1 %2").arg(lit(skin)).arg(boneLit)));
    view->setVolumeLook(VolumeLook::Vessels);
    keepPicture(view->picture(), QStringLiteral("volume-vessels.png"));
    view->setVolumeLook(VolumeLook::Muscle);
    const QImage muscle = view->picture();
    keepPicture(muscle, QStringLiteral("volume-muscle.png"));
    QVERIFY(lit(muscle) > boneLit);
    view->setVolumeLook(VolumeLook::None);
    QVERIFY(!view->volumeShown());
    QVERIFY(lit(view->picture()) < 4000);  // Words alone.
}

void TestVolumeView::theButtonAndTheKeyChangeTheLook() {
    const auto view = shownView(VolumeLook::Bone);
    QVERIFY(view != nullptr);
    QTest::keyClick(view.get(), Qt::Key_V, Qt::ShiftModifier);
    QCOMPARE(view->volumeLook(), VolumeLook::Vessels);
    auto* skin = view->findChild<QAction*>(QStringLiteral("volumeLook_4"));
    QVERIFY(skin != nullptr);
    skin->trigger();
    QCOMPARE(view->volumeLook(), VolumeLook::Skin);
    QVERIFY(skin->isChecked());
    QTest::keyClick(view.get(), Qt::Key_V, Qt::ShiftModifier);
    QCOMPARE(view->volumeLook(), VolumeLook::None);
}

void TestVolumeView::surfacesAreSeenWithTheVolume() {
    const auto view = shownView(VolumeLook::Bone);
    QVERIFY(view != nullptr);
    SurfaceScene scene;
    scene.map = m_phantom.labels;
    scene.sources.push_back({SurfaceKind::Vein, test::kPhantomVein, {}, {}, {}});
    QSignalSpy ready(view.get(), &SurfaceView::sceneReady);
    view->setScene(scene);
    QVERIFY(ready.wait(20000));
    const auto blue = [](const QImage& image) {
        int count = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                const QColor c = image.pixelColor(x, y);
                count += c.saturation() > 60 && c.value() > 40 && c.hue() > 195 && c.hue() < 245;
            }
        return count;
    };
    view->lookFrom(30, 0);
    QTRY_VERIFY(!view->isCoarse());
    const QImage both = view->picture();
    keepPicture(both, QStringLiteral("volume-and-vein.png"));
    QVERIFY2(blue(both) > 300, qPrintable(QString::number(blue(both))));
    // Under the skin the vein is hidden: the volume lies before it.
    view->setVolumeLook(VolumeLook::Skin);
    const QImage hidden = view->picture();
    keepPicture(hidden, QStringLiteral("volume-hides-vein.png"));
    QVERIFY2(blue(hidden) < blue(both) / 4, qPrintable(QString::number(blue(hidden))));
}

void TestVolumeView::aClickOnTheVolumePicksAPlace() {
    const auto view = shownView(VolumeLook::Skin);
    QVERIFY(view != nullptr);
    QSignalSpy picked(view.get(), &SurfaceView::placePicked);
    QTest::mouseClick(view.get(), Qt::LeftButton, {}, view->rect().center());
    QCOMPARE(picked.count(), 1);
    const auto place = picked.front().front().value<PointLps>();
    QVERIFY2(std::abs(place.y + 70) < 5, qPrintable(QString::number(place.y)));
}

void TestVolumeView::movesCoarselyAndStandsFine() {
    const auto view = shownView(VolumeLook::Bone);
    QVERIFY(view != nullptr);
    QTRY_VERIFY(!view->isCoarse());
    const QImage before = view->picture();
    QElapsedTimer timer;
    timer.start();
    constexpr int frames = 10;
    for (int n = 0; n < frames; ++n) {
        view->turnBy(n % 2 == 0 ? 5 : -5, 0);
        QVERIFY(!view->picture().isNull());
    }
    const double draft = static_cast<double>(timer.elapsed()) / frames;
    QVERIFY(view->isCoarse());
    const QImage moving = view->picture();
    QTRY_VERIFY(!view->isCoarse());
    timer.restart();
    view->update();
    const QImage still = view->picture();
    qInfo("%.1f ms a coarse picture, %lld ms a fine one", draft,
          static_cast<long long>(timer.elapsed()));
    keepPicture(moving, QStringLiteral("volume-moving.png"));
    keepPicture(still, QStringLiteral("volume-still.png"));
    // Back where it began: fine again, and not the coarse picture.
    QVERIFY2(differing(still, before) < 20, qPrintable(QString::number(differing(still, before))));
    QVERIFY2(differing(moving, still) > 500, qPrintable(QString::number(differing(moving, still))));
    QVERIFY(draft < 300);
}

void TestVolumeView::otherUnitsHaveNoLook() {
    SurfaceView view(m_support);
    view.resize(200, 200);
    view.show();
    CtVolume::FloatVoxels values(27, 500);
    view.setVolume(CtVolume::create(GridGeometry::axisAligned({3, 3, 3}, {1, 1, 1}),
                                    std::move(values), VoxelMeaning::Arbitrary)
                       .value());
    view.setVolumeLook(VolumeLook::Bone);
    QTest::qWait(50);
    QVERIFY(!view.volumeShown());
    QTest::keyClick(&view, Qt::Key_V, Qt::ShiftModifier);
    QCOMPARE(view.volumeLook(), VolumeLook::Bone);
}

void TestVolumeView::nothingIsMadeWhileHidden() {
    SurfaceView view(m_support);
    QSignalSpy ready(&view, &SurfaceView::volumeReady);
    view.setVolume(m_phantom.volume);
    view.setVolumeLook(VolumeLook::Bone);
    QTest::qWait(200);
    QCOMPARE(ready.count(), 0);
    view.show();
    QVERIFY(ready.wait(20000));
    // Another volume while the block is being made: the newer one is shown.
    view.setVolume({});
    QVERIFY(!view.volumeShown());
}

int main(int argc, char** argv) {
    prepareGl();
    QApplication app(argc, argv);
    TestVolumeView test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_volume_view.moc"
