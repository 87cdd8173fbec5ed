// A real head and neck CT: dropped on the window, made into a teaching draft, called and kept.
#include "casepack/pack_writer.h"
#include "support/keyboard_reader.h"
#include "support/teaching_draft.h"
#include "ui/viewer/viewer_model.h"
#include <QThread>
#include <QtTest>

using namespace nodewise;
using models::ImportState;
using models::ReadingState;
using tests::KeyboardReader;
using tests::kLongWaitMs;
using tests::Program;
using tests::Robot;

class TestRealInput : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aDroppedFolderIsShown_data();
    void aDroppedFolderIsShown();
    void aPictureThatCameLateStays();
    void aCallOnTheTeachingDraftIsGradedAndKept();

private:
    QTemporaryDir m_dir;
    QString at(const char* name) const { return m_dir.filePath(QString::fromLatin1(name)); }
    VolumePtr m_volume;
};

void TestRealInput::initTestCase() {
    QVERIFY(QDir().mkpath(at("images")));
    QVERIFY2(
        test::unpackShared(QStringLiteral("hn-ct-pycerr/head_and_neck_pt_1.tar.xz"), at("images")),
        "../shared/data/hn-ct-pycerr is missing");
}

void TestRealInput::aDroppedFolderIsShown_data() {
    QTest::addColumn<bool>("dropped");
    QTest::newRow("dropped") << true;
    QTest::newRow("chosen in the dialog") << false;
}

void TestRealInput::aDroppedFolderIsShown() {
    QFETCH(const bool, dropped);
    Program program;
    QVERIFY(program.start());
    Robot robot = program.robot();
    if (dropped) {
        robot.drop({at("images")});
    } else {
        program.dialogs.folder = at("images");
        robot.press(Qt::Key_I, Qt::ControlModifier);
    }
    // The first slice comes ahead of the rest.
    QVERIFY(program.waitForPage("measure"));
    QTRY_VERIFY_WITH_TIMEOUT(robot.sees("answerPanel"), kLongWaitMs);
    for (const char* view : {"sliceViewAxial", "sliceViewCoronal"})
        QVERIFY2(robot.sees(view), view);
    m_volume = program.measureViewer().volume();
    QVERIFY(m_volume != nullptr);
    QCOMPARE(m_volume->geometry().dims(), (std::array{511, 511, 90}));
    QVERIFY(qAbs(m_volume->geometry().spacing()[2] - 3) < 1e-4);
    QCOMPARE(m_volume->range().low, -1024.0);
    QCOMPARE(m_volume->range().high, 3844.0);
    QVERIFY2(program.dialogs.told.isEmpty(), qPrintable(program.dialogs.told.join(u' ')));
    // It is measured, not called as a case: nothing is kept of it, the slice keys work.
    const PointLps before = program.measureViewer().cursor();
    robot.press(Qt::Key_Up);
    QVERIFY(program.measureViewer().cursor().z > before.z);
    QCOMPARE(program.models().learner.state().counts.calls, 0);
}

void TestRealInput::aPictureThatCameLateStays() {
    Program program;
    QVERIFY(program.start());
    program.robot().drop({at("images")});
    auto& import = program.models().import;
    QVERIFY(QTest::qWaitFor([&] { return import.state() == ImportState::Loading; }, kLongWaitMs));
    // A busy machine: the volume and the timer of the progress strip are due at once.
    QThread::sleep(2);
    QVERIFY(program.waitForPage("measure"));
    QTest::qWait(700);
    QCOMPARE(program.window().currentPage(), QStringLiteral("measure"));
}

void TestRealInput::aCallOnTheTeachingDraftIsGradedAndKept() {
    QVERIFY2(m_volume, "the series was not shown");
    test::writeDraftTexts(m_dir.path());
    QVERIFY(test::writeDraftOutline(*m_volume, at("outline.nrrd")));
    NullJobControl job;
    const auto built =
        casepack::buildPack(m_dir.path().toStdString(), at("draft.nwpack").toStdString(), job);
    QVERIFY2(built.has_value(), built ? "" : built.error().detail.c_str());

    Program program;
    QVERIFY(program.start());
    Robot robot = program.robot();
    program.dialogs.file = at("draft.nwpack");
    robot.press(Qt::Key_O, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(program.models().cases.totalCount(), 1, kLongWaitMs);
    // The stick is pulled out: the program keeps its own copy.
    QVERIFY(QFile::remove(at("draft.nwpack")));
    QTRY_VERIFY(robot.find("startButton")->isEnabled());
    robot.press(Qt::Key_Return);
    QVERIFY(program.waitForReading(ReadingState::Calling));
    QVERIFY(KeyboardReader(program).callPresentNode(0));
    const auto graded = program.models().reading.graded();
    QCOMPARE(graded->truth.kind, TruthKind::TeachingDraft);
    QVERIFY(graded->feedback.mark(Mark::Detection).verdict == Verdict::Agrees);
    QVERIFY(graded->feedback.mark(Mark::Grade).verdict == Verdict::Agrees);
    QVERIFY(graded->measured.has_value());
    QVERIFY(graded->labels != nullptr);
    robot.press(Qt::Key_Return);
    QCOMPARE(program.reading(), ReadingState::Finished);
    program.end();

    QVERIFY(program.start());
    QTRY_VERIFY(program.robot().sees("todayPage"));
    Robot again = program.robot();
    QVERIFY(again.click("lastCall_0"));
    QVERIFY(program.waitForPage("feedback"));
    QVERIFY(program.models().reading.graded()->answer == graded->answer);
    const auto entry = program.models().library.entries().front();
    QVERIFY(program.models().cases.progressOf(entry) == models::CaseProgress::Done);
}

QTEST_MAIN(TestRealInput)
#include "tst_real_input.moc"
