#include "support/accessibility.h"
#include "support/fake_reading_services.h"
#include "support/fixed_clock.h"
#include "ui/models/reading_model.h"
#include "ui/read/read_screen.h"
#include "ui/viewer/slice_view.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/check_row.h"
#include "ui/widgets/combo_box.h"
#include "ui/widgets/probability_scale.h"
#include "ui/widgets/reason_toggle.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/theme.h"
#include "volume/volume_io.h"
#include <QDir>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace nodewise;
using models::ReadingModel;
using models::ReadingState;
using namespace nodewise::widgets;

namespace {

struct Desk {
    tests::FakeReadingServices services;
    tests::FixedClock clock;
    jobs::ImmediateJobRunner jobs;
    ReadingModel model{services, jobs, clock};
    read::ReadScreen screen{model};

    Desk() {
        screen.resize(1376, 900);
        screen.show();
    }
    void open() { model.openCase({"/packs/demo.nwpack", CaseId("case-27")}); }

    template <class T>
    T* find(const char* name) {
        T* widget = screen.findChild<T*>(QString::fromLatin1(name));
        if (!widget)
            qFatal("no widget named %s", name);
        return widget;
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(&screen, static_cast<Qt::Key>(key), modifiers);
    }
    std::optional<int> chosen(const char* name) { return find<SegmentedChoice>(name)->chosen(); }
    void mark() { screen.viewerModel().addMark({1, 2, 3}); }
};

/// Scan codes of X11: the place of a key, whatever is printed on it.
void pressPlace(QWidget* widget, quint32 scan, int key) {
    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, scan, 0, 0);
    QCoreApplication::sendEvent(widget, &press);
}

}  // namespace

class TestReadScreen : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeKind::Reading); }
    void saysThatNoCaseIsOpen();
    void preselectsNothing();
    void takesTheWholeCallFromTheKeyboard();
    void aSecondPressClears();
    void reasonsOnlyWithAnAnswer();
    void commitSaysWhatIsMissing();
    void lettersFollowTheirPlaceOnQwertz();
    void lettersRestWhileTyping();
    void comboBoxesLetLettersPass();
    void theMarkOfThePictureIsTheMarkOfTheCall();
    void thePairGivesTheSizes();
    void typedSizesAreChecked();
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

void TestReadScreen::preselectsNothing() {
    Desk desk;
    desk.open();
    for (const auto* choice : desk.screen.findChildren<SegmentedChoice*>())
        QVERIFY2(!choice->chosen(), qPrintable(choice->objectName()));
    for (const auto* check : desk.screen.findChildren<CheckRow*>())
        QVERIFY2(!check->isChecked(), qPrintable(check->objectName()));
    QVERIFY(!desk.find<ProbabilityScale>("probabilityScale")->isGiven());
    QCOMPARE(desk.find<ComboBox>("nCategoryCombo")->currentIndex(), -1);
    QCOMPARE(desk.find<ComboBox>("structureCombo")->currentIndex(), -1);
    QVERIFY(desk.find<QLineEdit>("shortField")->text().isEmpty());
    QVERIFY(desk.model.draft() == NodeCall{});
}

void TestReadScreen::takesTheWholeCallFromTheKeyboard() {
    Desk desk;
    desk.open();
    desk.screen.viewerModel().setCursor({1, 2, 3});
    desk.find<viewer::SliceView>("sliceViewAxial")->setFocus();
    desk.press(Qt::Key_Insert);
    desk.press(Qt::Key_BracketRight);
    desk.press(Qt::Key_BracketRight);
    desk.press(Qt::Key_BracketLeft, Qt::ShiftModifier);
    desk.press(Qt::Key_1, Qt::ShiftModifier);
    desk.press(Qt::Key_C);
    desk.press(Qt::Key_B);
    desk.press(Qt::Key_J);
    desk.press(Qt::Key_P);
    desk.press(Qt::Key_O);
    const NodeCall call = desk.model.draft();
    QVERIFY(call.mark.has_value());
    QCOMPARE(*call.probability, 0.54);
    QVERIFY(call.grade == Grade::G1);
    QVERIFY(call.margin == Margin::Indistinct);
    QVERIFY(call.fat == PerinodalFat::Stranded);
    QVERIFY(call.contact && call.contact->kind == Adjacency::Contact);
    QVERIFY(call.necrosis == true);
    QVERIFY(call.coalescence == true);
    QVERIFY(!call.cystic);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.model.state(), ReadingState::Reviewing);
    QVERIFY(desk.services.kept.back().answer.grade == Grade::G1);
}

void TestReadScreen::aSecondPressClears() {
    Desk desk;
    desk.open();
    desk.press(Qt::Key_Z);
    QVERIFY(desk.chosen("marginChoice") == 0);
    desk.press(Qt::Key_Z);
    QVERIFY(!desk.chosen("marginChoice"));
    QVERIFY(!desk.model.draft().margin);
}

void TestReadScreen::reasonsOnlyWithAnAnswer() {
    Desk desk;
    desk.open();
    for (const char* name : {"marginChoiceReason", "fatChoiceReason", "contactChoiceReason",
                             "alsoReason", "sizeReason"})
        QVERIFY2(!desk.find<ReasonToggle>(name)->isEnabled(), name);
    desk.press(Qt::Key_X);
    auto* reason = desk.find<ReasonToggle>("marginChoiceReason");
    QVERIFY(reason->isEnabled());
    QTest::mouseClick(reason, Qt::LeftButton);
    QVERIFY(desk.model.draft().reasons == std::vector{Feature::Margin});
    desk.press(Qt::Key_P);
    QTest::mouseClick(desk.find<ReasonToggle>("alsoReason"), Qt::LeftButton);
    QVERIFY((desk.model.draft().reasons == std::vector{Feature::Margin, Feature::Necrosis}));
    desk.press(Qt::Key_X);
    QVERIFY(desk.model.draft().reasons == std::vector{Feature::Necrosis});
    QVERIFY(!reason->isEnabled());
    QVERIFY(!reason->isChecked());
}

void TestReadScreen::commitSaysWhatIsMissing() {
    Desk desk;
    desk.open();
    auto* commit = desk.find<QPushButton>("submitCallButton");
    auto* gaps = desk.find<QLabel>("callGaps");
    QVERIFY(!commit->isEnabled());
    QVERIFY(gaps->text().contains(QStringLiteral("Mark the node")));
    QVERIFY(gaps->text().contains(QStringLiteral("Give the ENE probability")));
    desk.press(Qt::Key_Return);
    QVERIFY(desk.services.kept.empty());
    desk.mark();
    desk.press(Qt::Key_BracketLeft);
    QVERIFY(!gaps->text().contains(QStringLiteral("Mark the node")));
    QCOMPARE(gaps->text(), QStringLiteral("Choose the iENE grade."));
    QVERIFY(!commit->isEnabled());
    desk.press(Qt::Key_0, Qt::ShiftModifier);
    QVERIFY(commit->isEnabled());
    QVERIFY(!gaps->isVisible());
    QVERIFY(desk.find<QLabel>("callSummary")->text().startsWith(QStringLiteral("G0 at 50")));
}

void TestReadScreen::lettersFollowTheirPlaceOnQwertz() {
    Desk desk;
    desk.open();
    // On QWERTZ the key left of X prints Y, the key right of T prints Z.
    pressPlace(&desk.screen, 52, Qt::Key_Y);
    QVERIFY(desk.model.draft().margin == Margin::Smooth);
    QVERIFY(!desk.model.draft().cystic);
    pressPlace(&desk.screen, 29, Qt::Key_Z);
    QVERIFY(desk.model.draft().cystic == true);
    QVERIFY(desk.model.draft().margin == Margin::Smooth);
    // Brackets and digits by place as well: ü, + and = with Shift.
    pressPlace(&desk.screen, 34, Qt::Key_Udiaeresis);
    QCOMPARE(*desk.model.draft().probability, 0.5);
    pressPlace(&desk.screen, 35, Qt::Key_Plus);
    QCOMPARE(*desk.model.draft().probability, 0.55);
    QKeyEvent shiftZero(QEvent::KeyPress, Qt::Key_Equal, Qt::ShiftModifier, 19, 0, 0);
    QCoreApplication::sendEvent(&desk.screen, &shiftZero);
    QVERIFY(desk.model.draft().grade == Grade::G0);
}

void TestReadScreen::lettersRestWhileTyping() {
    Desk desk;
    desk.open();
    auto* next = desk.find<QLineEdit>("nextStepField");
    next->setFocus();
    QTest::keyClicks(next, QStringLiteral("biopsy zx"));
    QCOMPARE(next->text(), QStringLiteral("biopsy zx"));
    QVERIFY(!desk.model.draft().margin);
    QVERIFY(!desk.model.draft().necrosis);
    QCOMPARE(desk.model.caseAnswer().nextStep, std::string("biopsy zx"));
}

void TestReadScreen::comboBoxesLetLettersPass() {
    Desk desk;
    desk.open();
    auto* levels = desk.find<ComboBox>("levelCombo");
    const int before = levels->currentIndex();
    QTest::keyClick(levels, Qt::Key_Z);
    QCOMPARE(levels->currentIndex(), before);
    QVERIFY(desk.model.draft().margin == Margin::Smooth);
    auto* list = desk.find<QListView>("nodeList");
    QTest::keyClick(list, Qt::Key_X);
    QVERIFY(desk.model.draft().margin == Margin::Irregular);
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

void TestReadScreen::thePairGivesTheSizes() {
    Desk desk;
    desk.open();
    desk.mark();
    auto pair = viewer::makePair({-10, 0, 0}, {11.5, 0, 0}, {0, 0, 1});
    desk.screen.viewerModel().addMeasurement(pair);
    QCOMPARE(*desk.model.draft().longAxisMm, 21.5);
    QVERIFY(desk.model.draft().shortAxisMm.has_value());
    QVERIFY(desk.find<QLineEdit>("longField")->text().startsWith(QStringLiteral("21.5")));
    desk.screen.viewerModel().undoStack()->undo();
    QVERIFY(!desk.model.draft().longAxisMm);
}

void TestReadScreen::typedSizesAreChecked() {
    Desk desk;
    desk.open();
    auto* field = desk.find<QLineEdit>("longField");
    QTest::keyClicks(field, QStringLiteral("140"));
    auto* gaps = desk.find<QLabel>("callGaps");
    QVERIFY(gaps->text().contains(QStringLiteral("Check the unit")));
    QVERIFY(field->property("invalid").toBool());
    field->clear();
    QTest::keyClicks(field, QStringLiteral("14,5"));
    QCOMPARE(*desk.model.draft().longAxisMm, 14.5);
    QVERIFY(!field->property("invalid").toBool());
    QTest::keyClicks(desk.find<QLineEdit>("shortField"), QStringLiteral("20"));
    QVERIFY(gaps->text().contains(QStringLiteral("longer than the long one")));
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
