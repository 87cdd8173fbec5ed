#include "casepack/bench_recipes.h"
#include "support/accessibility.h"
#include "support/temp_store.h"
#include "ui/bench/bench_picture.h"
#include "ui/bench/bench_screen.h"
#include "ui/bench/bench_text.h"
#include "ui/bench/depth_slider.h"
#include "ui/models/threshold_record.h"
#include "ui/viewer/slice_view.h"
#include "ui/widgets/chart_view.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/theme.h"
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace nodewise;
using namespace nodewise::bench;
using models::BenchModel;
using models::BenchSetting;

namespace {

constexpr int kDrawMs = 60000;

struct Desk {
    jobs::ThreadJobRunner jobs;
    BenchModel model{jobs};
    BenchScreen screen{model};

    Desk() {
        screen.resize(1376, 900);
        screen.show();
    }
    ~Desk() { jobs.stop(); }
    template <class T>
    T* find(const char* name) {
        T* widget = screen.findChild<T*>(QString::fromLatin1(name));
        if (!widget)
            qFatal("no widget named %s", name);
        return widget;
    }
    QString text(const char* name) { return find<QLabel>(name)->text(); }
    bool drawn(const char* name) { return find<BenchPicture>(name)->hasPicture(); }
};

/// The share of pixels of a node piece that differ between two pictures.
double difference(const CtVolume& a, const CtVolume& b) {
    double sum = 0;
    const std::size_t count = std::min(a.int16Voxels().size(), b.int16Voxels().size());
    for (std::size_t n = 0; n < count; ++n)
        sum += a.int16Voxels()[n] == b.int16Voxels()[n] ? 0 : 1;
    return sum / static_cast<double>(count);
}

}  // namespace

class TestBenchScreen : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        widgets::applyTheme(*qApp, widgets::ThemeKind::Reading);
    }
    void theDialTurnsTheDepthBesideTheNodeWithout();
    void keysTurnTheDialAndOutline();
    void thePhysicsBenchShowsFourThicknesses();
    void noiseFollowsTheDose();
    void windowsOfThePicturesMoveTogether();
    void aSessionEndsWithAThreshold();
    void nothingIsToldDuringASession();
    void earlierThresholdsAreToldInOrder();
    void aCalledNodeLiesOnTheBench();
    void aNodeWithoutExtensionHasNoDial();
    void eachControlHasAName();
    void fitsTheSmallestWindow();
    void keepsPictures();
};

void TestBenchScreen::theDialTurnsTheDepthBesideTheNodeWithout() {
    Desk desk;
    QTRY_VERIFY_WITH_TIMEOUT(desk.drawn("pictureTurned") && desk.drawn("pictureWithout"), kDrawMs);
    QTRY_VERIFY_WITH_TIMEOUT(!desk.text("pictureWithoutCaption").isEmpty(), kDrawMs);
    QVERIFY(desk.text("pictureTurnedTitle").contains(QStringLiteral("4.0")));
    QVERIFY(desk.text("pictureTurnedCaption").contains(QStringLiteral("Pathology: macro")));
    QVERIFY(desk.text("pictureWithoutCaption").contains(QStringLiteral("no extension")));
    desk.find<DepthSlider>("depthSlider")->setValue(2);
    QCOMPARE(desk.model.setting().depthMm, 1.0);
    QTRY_VERIFY_WITH_TIMEOUT(desk.text("pictureTurnedCaption").contains(QStringLiteral("micro")),
                             kDrawMs);
    QCOMPARE(desk.text("depthValue"), QStringLiteral("1.0\u202Fmm"));
}

void TestBenchScreen::keysTurnTheDialAndOutline() {
    Desk desk;
    QTRY_VERIFY_WITH_TIMEOUT(desk.drawn("pictureTurned"), kDrawMs);
    QTest::keyClick(&desk.screen, Qt::Key_BracketRight);
    QCOMPARE(desk.model.setting().depthMm, 4.5);
    QTest::keyClick(&desk.screen, Qt::Key_BracketLeft);
    QTest::keyClick(&desk.screen, Qt::Key_BracketLeft);
    QCOMPARE(desk.model.setting().depthMm, 3.5);
    auto& viewer = desk.find<BenchPicture>("pictureTurned")->viewer();
    QVERIFY(viewer.overlays().labels.empty());
    QTest::keyClick(&desk.screen, Qt::Key_C);
    QTRY_VERIFY_WITH_TIMEOUT(viewer.overlays().labels.size() == 2, kDrawMs);
    QTest::keyClick(&desk.screen, Qt::Key_6);
    QCOMPARE(viewer.window().width, 300.0);
}

void TestBenchScreen::thePhysicsBenchShowsFourThicknesses() {
    Desk desk;
    desk.screen.showPage(BenchPage::Physics);
    for (const char* name : {"pictureSlice0", "pictureSlice1", "pictureSlice2", "pictureSlice3"})
        QTRY_VERIFY_WITH_TIMEOUT(desk.drawn(name), kDrawMs);
    const double expected[] = {0.6, 1.25, 3, 5};
    for (int n = 0; n < 4; ++n) {
        const QByteArray name = "pictureSlice" + QByteArray::number(n);
        const auto& volume = desk.find<BenchPicture>(name.constData())->viewer().volume();
        QCOMPARE(volume->geometry().spacing()[2], expected[n]);
        QVERIFY(desk.text((name + "Caption").constData()).contains(QStringLiteral("Pathology")));
    }
    // Another kernel is another picture of the same node.
    const auto before = desk.find<BenchPicture>("pictureSlice1")->viewer().volume();
    desk.find<widgets::SegmentedChoice>("benchKernel")->press(2);
    QCOMPARE(desk.model.setting().kernel, models::BenchKernel::Sharp);
    QTRY_VERIFY_WITH_TIMEOUT(desk.find<BenchPicture>("pictureSlice1")->viewer().volume() != before,
                             kDrawMs);
    const auto after = desk.find<BenchPicture>("pictureSlice1")->viewer().volume();
    QVERIFY(difference(*before, *after) > 0.5);
}

void TestBenchScreen::noiseFollowsTheDose() {
    BenchSetting setting;
    QCOMPARE(models::noiseOf(setting), 8.0);
    setting.sliceMm = 5;
    QCOMPARE(models::noiseOf(setting), 4.0);
    setting.sliceMm = 1.25;
    setting.kernel = models::BenchKernel::Sharp;
    QVERIFY(models::noiseOf(setting) > 12);
    setting.noiseHu = 40;
    setting.sliceMm = 0.6;
    QCOMPARE(models::noiseOf(setting), 40.0);
}

void TestBenchScreen::windowsOfThePicturesMoveTogether() {
    Desk desk;
    QTRY_VERIFY_WITH_TIMEOUT(desk.drawn("pictureTurned") && desk.drawn("pictureWithout"), kDrawMs);
    desk.find<BenchPicture>("pictureTurned")->viewer().applyPreset(6);
    QCOMPARE(desk.find<BenchPicture>("pictureWithout")->viewer().window().level, -20.0);
}

/// A reader who begins at 3 mm, through the buttons; then the result, its chart and the count. The
/// threshold lies with the progress: another program over the same store tells it, to its learner.
void TestBenchScreen::aSessionEndsWithAThreshold() {
    tests::TempStore store;
    Desk desk;
    models::Learner learner(*store, store.clock);
    QVERIFY(learner.open(QStringLiteral("Ada")).has_value());
    const models::ThresholdRecord record(desk.model, learner);
    desk.screen.showPage(BenchPage::Threshold);
    QVERIFY(!desk.find<QLabel>("earlierText")->isVisible());
    QTest::mouseClick(desk.find<QPushButton>("startTrialsButton"), Qt::LeftButton);
    QVERIFY(desk.model.inTrials());
    // The first picture is drawn and shown; the rest of the session is the model's.
    QTRY_VERIFY_WITH_TIMEOUT(desk.drawn("pictureTrial"), kDrawMs);
    QTest::mouseClick(desk.find<QPushButton>(desk.model.trials()->nextMm() > 3
                                                 ? "callExtendedButton"
                                                 : "callCleanButton"),
                      Qt::LeftButton);
    QCOMPARE(desk.model.trials()->done(), 1);
    QCOMPARE(desk.text("trialCount"), QStringLiteral("Picture 2 of 48"));
    while (desk.model.inTrials()) {
        QTRY_VERIFY_WITH_TIMEOUT(desk.model.trialImage() != nullptr, kDrawMs);
        QTest::keyClick(&desk.screen, desk.model.trials()->nextMm() > 3 ? Qt::Key_G : Qt::Key_V);
    }
    const auto result = desk.model.trials()->result();
    QVERIFY2(std::abs(result.thresholdMm - 3) <= 0.5,
             qPrintable(QString::number(result.thresholdMm)));
    QCOMPARE(desk.text("thresholdText"), thresholdSentence(result));
    QCOMPARE(desk.text("falseAlarmText"),
             QStringLiteral("Extension was called in 0 of 8 nodes without."));
    QVERIFY(desk.find<widgets::ChartView>("thresholdChart")->isVisible());
    QVERIFY(!desk.find<QPushButton>("callCleanButton")->isVisible());
    // The one on the screen is not told twice.
    QCOMPARE(record.all().size(), std::size_t{1});
    QVERIFY(desk.model.earlierThresholds().empty());

    Desk later;
    models::Learner again(*store, store.clock);
    QVERIFY(again.open(QStringLiteral("Ada")).has_value());
    const models::ThresholdRecord kept(later.model, again);
    QCOMPARE(kept.all().size(), std::size_t{1});
    QVERIFY(!kept.all()[0].at.empty());
    QCOMPARE(kept.all()[0].result.thresholdMm, result.thresholdMm);
    QCOMPARE(kept.all()[0].result.without, 8);
    later.screen.showPage(BenchPage::Threshold);
    QCOMPARE(later.text("earlierText"), earlierSentence({result.thresholdMm}));
    QVERIFY(later.find<QLabel>("earlierText")->isVisible());
    QVERIFY(again.open(QStringLiteral("Grace")).has_value());
    QVERIFY(kept.all().empty());
    QVERIFY(!later.find<QLabel>("earlierText")->isVisible());
}

void TestBenchScreen::nothingIsToldDuringASession() {
    Desk desk;
    desk.screen.showPage(BenchPage::Threshold);
    desk.model.startTrials(5);
    QTRY_VERIFY_WITH_TIMEOUT(desk.drawn("pictureTrial"), kDrawMs);
    QVERIFY(desk.text("pictureTrialTitle").isEmpty());
    QVERIFY(desk.text("pictureTrialCaption").isEmpty());
    QVERIFY(!desk.find<QPushButton>("outlineButton")->isVisible());
    QVERIFY(!desk.find<DepthSlider>("depthSlider")->isVisible());
    for (const QLabel* label : desk.screen.findChildren<QLabel*>())
        if (label->isVisible())
            QVERIFY2(!label->text().contains(QStringLiteral("athology")),
                     qPrintable(label->text()));
    desk.find<QPushButton>("stopTrialsButton")->click();
    QVERIFY(!desk.model.trials());
    QVERIFY(desk.find<QPushButton>("startTrialsButton")->isVisible());
}

void TestBenchScreen::earlierThresholdsAreToldInOrder() {
    QCOMPARE(earlierSentence({}), QString());
    QCOMPARE(earlierSentence({3.94}), QStringLiteral(u"Before: 3.9\u202fmm."));
    QCOMPARE(earlierSentence({9, 5, 4.5, 4.2, 3.9, 3.4}),
             QStringLiteral(u"Before: 5.0; 4.5; 4.2; 3.9; 3.4\u202fmm."));
}

void TestBenchScreen::aCalledNodeLiesOnTheBench() {
    Desk desk;
    const auto recipes = casepack::benchRecipes();
    auto called = std::make_shared<synthesis::Recipe>((*recipes)[1]);
    called->seed = 999;
    desk.model.addCalled(called, "node-1", QStringLiteral("Case 12 · right Ib"));
    QCOMPARE(desk.model.nodeCount(), 5);
    QCOMPARE(desk.model.currentNode(), 4);
    QTRY_VERIFY_WITH_TIMEOUT(desk.drawn("pictureTurned"), kDrawMs);
    // The next called node takes its place.
    desk.model.addCalled(called, "node-1", QStringLiteral("Case 13"));
    QCOMPARE(desk.model.nodeCount(), 5);
    QCOMPARE(desk.model.nodeName(4), QStringLiteral("Case 13"));
}

void TestBenchScreen::aNodeWithoutExtensionHasNoDial() {
    Desk desk;
    const auto recipes = casepack::benchRecipes();
    auto called = std::make_shared<synthesis::Recipe>((*recipes)[0]);
    called->nodes[0].extension.reset();
    desk.model.addCalled(called, "node-1", QStringLiteral("Case 12"));
    QVERIFY(!desk.model.canTurnDepth());
    QVERIFY(!desk.find<DepthSlider>("depthSlider")->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(desk.drawn("pictureTurned"), kDrawMs);
    QVERIFY(!desk.find<BenchPicture>("pictureWithout")->isVisible());
}

void TestBenchScreen::eachControlHasAName() {
    Desk desk;
    for (const BenchPage page : {BenchPage::Dial, BenchPage::Physics, BenchPage::Threshold}) {
        desk.screen.showPage(page);
        const QStringList faults = tests::accessibilityFaults(&desk.screen);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }
}

void TestBenchScreen::fitsTheSmallestWindow() {
    Desk desk;
    desk.screen.resize(1216, 720);
    QVERIFY(desk.screen.minimumSizeHint().width() <= 1216);
    QVERIFY(desk.screen.minimumSizeHint().height() <= 720);
}

/// Pictures for the eye: only when NODEWISE_PICTURES names a folder.
void TestBenchScreen::keepsPictures() {
    const QString folder = qEnvironmentVariable("NODEWISE_PICTURES");
    if (folder.isEmpty())
        return;
    for (const auto kind : {widgets::ThemeKind::Light, widgets::ThemeKind::Reading}) {
        widgets::applyTheme(*qApp, kind);
        const QString tail = kind == widgets::ThemeKind::Light ? QStringLiteral("-light.png")
                                                               : QStringLiteral(".png");
        Desk desk;
        QTRY_VERIFY_WITH_TIMEOUT(!desk.model.isDrawing() && desk.drawn("pictureWithout"), kDrawMs);
        desk.find<QPushButton>("outlineButton")->click();
        QTest::qWait(300);
        desk.screen.grab().save(folder + QStringLiteral("/bench-dial") + tail);
        desk.screen.showPage(BenchPage::Physics);
        QTRY_VERIFY_WITH_TIMEOUT(desk.drawn("pictureSlice3") && desk.drawn("pictureSlice0") &&
                                     desk.drawn("pictureSlice2"),
                                 kDrawMs);
        QTest::qWait(300);
        desk.screen.grab().save(folder + QStringLiteral("/bench-physics") + tail);
        desk.screen.resize(1216, 720);
        QTest::qWait(200);
        desk.screen.grab().save(folder + QStringLiteral("/bench-physics-720") + tail);
        desk.screen.resize(1376, 900);
        desk.screen.showPage(BenchPage::Threshold);
        desk.screen.grab().save(folder + QStringLiteral("/bench-start") + tail);
        if (kind == widgets::ThemeKind::Light)
            continue;
        desk.model.startTrials(7);
        QTRY_VERIFY_WITH_TIMEOUT(desk.drawn("pictureTrial"), kDrawMs);
        QTest::qWait(300);
        desk.screen.grab().save(folder + QStringLiteral("/bench-trial") + tail);
        while (desk.model.inTrials()) {
            QTRY_VERIFY_WITH_TIMEOUT(desk.model.trialImage() != nullptr, kDrawMs);
            desk.model.answerTrial(desk.model.trials()->nextMm() > 2.4);
        }
        QTest::qWait(100);
        desk.screen.grab().save(folder + QStringLiteral("/bench-result") + tail);
    }
    QVERIFY(QDir(folder).exists());
}

QTEST_MAIN(TestBenchScreen)
#include "tst_bench_screen.moc"
