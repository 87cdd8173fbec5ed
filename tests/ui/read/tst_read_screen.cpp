#include "support/accessibility.h"
#include "support/read_desk.h"
#include "ui/widgets/probability_scale.h"
#include "ui/widgets/reason_toggle.h"
#include "ui/widgets/theme.h"
#include "volume/volume_io.h"
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QThread>

using namespace nodewise;
using models::ReadingModel;
using models::ReadingState;
using Desk = tests::ReadDesk;
using namespace nodewise::widgets;

class TestReadScreen : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeKind::Reading); }
    void saysThatNoCaseIsOpen();
    void theMarkOfThePictureIsTheMarkOfTheCall();
    void commitGoesToTheNextNode();
    void keepsTheCallWhenTheDiskIsFull();
    void aSeriesHasNoCall();
    void openingCanBeCancelled();
    void asksForPathologyApart();
    void eachControlHasANameAndATabStop();
    void smallWindowsAskTheNextStepLast();
    void keepsPictures();
};

void TestReadScreen::saysThatNoCaseIsOpen() {
    Desk desk;
    QSignalSpy cases(&desk.screen, &read::ReadScreen::casesRequested);
    auto* empty = desk.screen.findChild<QWidget*>(QStringLiteral("readEmpty"));
    QVERIFY(empty && empty->isVisible());
    QTest::mouseClick(empty->findChild<QPushButton*>(), Qt::LeftButton);
    QCOMPARE(cases.count(), 1);
    desk.services.openFails = ErrorCode::HashMismatch;
    desk.open();
    bool told = false;
    for (const QLabel* label : empty->findChildren<QLabel*>())
        told = told || label->text().startsWith(QStringLiteral("demo.nwpack was changed"));
    QVERIFY(told);
}

void TestReadScreen::theMarkOfThePictureIsTheMarkOfTheCall() {
    Desk desk;
    desk.open();
    desk.mark();
    QVERIFY(desk.model.draft().mark == (PointLps{1, 2, 3}));
    // A second click moves the mark of this node; it does not make another.
    desk.screen.viewerModel().addMark({4, 5, 6});
    QVERIFY(desk.model.draft().mark == (PointLps{4, 5, 6}));
    QCOMPARE(desk.screen.viewerModel().marks().size(), std::size_t(1));
    desk.press(Qt::Key_N);
    QCOMPARE(desk.model.currentNode(), 1);
    QVERIFY(!desk.model.draft().mark);
    desk.screen.viewerModel().addMark({7, 8, 9});
    QCOMPARE(desk.screen.viewerModel().marks().back().number, 2);
    desk.press(Qt::Key_N);
    QVERIFY(desk.model.draft().mark == (PointLps{4, 5, 6}));
    desk.screen.viewerModel().undoStack()->undo();
    desk.screen.viewerModel().undoStack()->undo();
    QVERIFY(desk.model.draft().mark == (PointLps{1, 2, 3}));
}

void TestReadScreen::commitGoesToTheNextNode() {
    Desk desk;
    desk.open();
    for (int node = 0; node < 2; ++node) {
        QCOMPARE(desk.find<QLabel>("nodeTitle")->text(), QStringLiteral("Node %1").arg(node + 1));
        desk.mark();
        desk.press(Qt::Key_BracketLeft);
        desk.press(Qt::Key_2, Qt::ShiftModifier);
        QTest::mouseClick(desk.find<QPushButton>("submitCallButton"), Qt::LeftButton);
        QCOMPARE(desk.model.state(), ReadingState::Reviewing);
        QVERIFY(desk.screen.viewerModel().readOnly());
        desk.model.next();
    }
    QCOMPARE(desk.model.state(), ReadingState::Finished);
    QVERIFY(desk.screen.findChild<QWidget*>(QStringLiteral("readEmpty"))->isVisible());
}

void TestReadScreen::keepsTheCallWhenTheDiskIsFull() {
    Desk desk;
    desk.open();
    desk.mark();
    desk.press(Qt::Key_BracketLeft);
    desk.press(Qt::Key_2, Qt::ShiftModifier);
    desk.services.keepFails = ErrorCode::DiskFull;
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.model.state(), ReadingState::Calling);
    QVERIFY(desk.model.problem().contains(QStringLiteral("progress.sqlite")));
    QVERIFY(desk.find<QPushButton>("submitCallButton")->isEnabled());
    QVERIFY(desk.chosen("gradeChoice") == 2);
}

void TestReadScreen::aSeriesHasNoCall() {
    Desk desk;
    desk.model.showSeries(tests::ballVolume(), QStringLiteral("Neck, soft tissue"));
    QVERIFY(desk.find<QWidget>("viewingNote")->isVisible());
    QVERIFY(!desk.find<QWidget>("callPanel")->isVisible());
    QVERIFY(desk.find<QWidget>("sliceViewAxial")->isVisible());
    desk.press(Qt::Key_Z);
    desk.press(Qt::Key_Return);
    QVERIFY(desk.services.steps.empty());
}

void TestReadScreen::asksForPathologyApart() {
    Desk desk;
    desk.open();
    QVERIFY(!desk.find<ProbabilityScale>("pathologyScale")->isVisible());
    desk.services.record.asksPathology = true;
    desk.open();
    auto* second = desk.find<ProbabilityScale>("pathologyScale");
    QVERIFY(second->isVisible());
    QVERIFY(!second->isGiven());
    second->step(5);
    QCOMPARE(*desk.model.draft().peneProbability, 0.5);
    QVERIFY(!desk.model.draft().probability);
}

void TestReadScreen::openingCanBeCancelled() {
    /// Opens nothing until it is cancelled.
    class SlowServices final : public tests::FakeReadingServices {
    public:
        Result<models::OpenedCase> openCase(const models::CaseLocator&, JobControl& job) override {
            job.report(0.3, "read");
            while (!job.cancelled())
                QThread::msleep(5);
            return fail(ErrorCode::Cancelled, "as the reader asked");
        }
    };
    SlowServices services;
    tests::FixedClock clock;
    jobs::ThreadJobRunner jobs;
    ReadingModel model(services, jobs, clock);
    read::ReadScreen screen(model);
    screen.resize(1376, 900);
    screen.show();
    model.openCase({"/packs/demo.nwpack", CaseId("case-27")});
    QCOMPARE(model.state(), ReadingState::Opening);
    auto* strip = screen.findChild<QWidget*>(QStringLiteral("openingProgress"));
    QVERIFY(strip && strip->isVisible());
    auto* cancel = strip->findChild<QPushButton*>();
    QTRY_VERIFY(cancel->isVisible());
    QTest::mouseClick(cancel, Qt::LeftButton);
    QTRY_COMPARE(model.state(), ReadingState::Empty);
    QVERIFY(!strip->isVisible());
}

void TestReadScreen::eachControlHasANameAndATabStop() {
    Desk desk;
    desk.open();
    const QStringList faults = tests::accessibilityFaults(&desk.screen);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

void TestReadScreen::smallWindowsAskTheNextStepLast() {
    Desk desk;
    desk.screen.resize(1216, 720);
    desk.open();
    QVERIFY(!desk.find<QWidget>("nextStepField")->isVisible());
    QVERIFY(!desk.find<QWidget>("callSummary")->isVisible());
    desk.mark();
    desk.press(Qt::Key_BracketLeft);
    desk.press(Qt::Key_2, Qt::ShiftModifier);
    desk.press(Qt::Key_Return);
    desk.model.next();
    QVERIFY(desk.find<QWidget>("nextStepField")->isVisible());
}

/// Pictures to hold beside the design: only when NODEWISE_PICTURES names a folder.
void TestReadScreen::keepsPictures() {
    const QString folder = qEnvironmentVariable("NODEWISE_PICTURES");
    if (folder.isEmpty())
        return;
    const std::pair<ThemeKind, const char*> themes[] = {{ThemeKind::Light, "light"},
                                                        {ThemeKind::Reading, "reading"}};
    for (const auto& [kind, name] : themes) {
        applyTheme(*qApp, kind);
        for (const QSize size : {QSize(1376, 900), QSize(1216, 720)}) {
            Desk desk;
            if (const QString file = qEnvironmentVariable("NODEWISE_PICTURE_VOLUME");
                !file.isEmpty()) {
                NullJobControl job;
                desk.services.volume = readVolume(file.toStdString(), job).value();
            }
            desk.screen.resize(size);
            desk.open();
            const QString start =
                folder +
                QStringLiteral("/read-%1-%2").arg(QString::fromLatin1(name)).arg(size.height());
            QTest::qWait(300);
            desk.screen.grab().save(start + QStringLiteral("-empty.png"));
            desk.screen.viewerModel().addMark(desk.screen.viewerModel().cursor());
            desk.press(Qt::Key_BracketRight);
            for (int i = 0; i < 22; ++i)
                desk.press(Qt::Key_BracketRight, Qt::ShiftModifier);
            desk.press(Qt::Key_1, Qt::ShiftModifier);
            for (const int key : {Qt::Key_C, Qt::Key_B, Qt::Key_J, Qt::Key_P})
                desk.press(key);
            QTest::mouseClick(desk.find<ReasonToggle>("marginChoiceReason"), Qt::LeftButton);
            QTest::mouseClick(desk.find<ReasonToggle>("fatChoiceReason"), Qt::LeftButton);
            const PointLps at = desk.screen.viewerModel().cursor();
            desk.screen.viewerModel().addMeasurement(viewer::makePair(
                {at.x - 7, at.y - 8, at.z}, {at.x + 7, at.y + 8, at.z}, {0, 0, 1}));
            QTest::qWait(400);
            desk.screen.grab().save(start + QStringLiteral("-called.png"));
        }
    }
    QVERIFY(QDir(folder).exists());
}

QTEST_MAIN(TestReadScreen)
#include "tst_read_screen.moc"
