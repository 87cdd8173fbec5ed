#include "support/accessibility.h"
#include "support/ball_services.h"
#include "support/fake_dialogs.h"
#include "support/fixed_clock.h"
#include "ui/feedback/feedback_overlays.h"
#include "ui/feedback/feedback_screen.h"
#include "ui/models/reading_model.h"
#include "ui/text/feedback_text.h"
#include "ui/viewer/slice_view.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/mark_row.h"
#include "ui/widgets/theme.h"
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>

using namespace nodewise;
using feedback_screen::FeedbackScreen;
using models::ReadingModel;
using models::ReadingState;
using namespace nodewise::widgets;

namespace {

struct Desk {
    tests::BallServices services;
    tests::FixedClock clock;
    jobs::ImmediateJobRunner jobs;
    ReadingModel model{services, jobs, clock};
    tests::FakeDialogs dialogs;
    FeedbackScreen screen{model, dialogs, render::GlSupport{}};

    Desk() {
        screen.resize(1376, 900);
        screen.show();
    }
    void callNode() {
        model.setDraft(tests::underCall());
        model.commit();
    }
    void open() {
        model.openCase({"/packs/demo.nwpack", CaseId("case-27")});
        callNode();
    }
    MarkContents row(const char* name) { return find<MarkRow>(name)->contents(); }
    template <class T>
    T* find(const char* name) {
        T* widget = screen.findChild<T*>(QString::fromLatin1(name));
        if (!widget)
            qFatal("no widget named %s", name);
        return widget;
    }
};

}  // namespace

class TestFeedbackScreen : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        applyTheme(*qApp, ThemeKind::Reading);
    }
    void showsGivenAndReferenceInEachRow();
    void saysMoreThanRightOrWrong();
    void keepsTheNCategoryForTheLastNode();
    void namesTheRuleAndWhatDoesNotCount();
    void tellsTheOtherTruthApart();
    void showsOnlyOverlaysThatWereMeasured();
    void showsWhatTheNodeTouches();
    void showsWhatLiesBeyondTheCapsule();
    void lettersSwitchOverlays();
    void goesToTheSpotAndIsReadOnly();
    void showsTheCardOfTheError();
    void teachesWithTheLastNode();
    void focusGoesToTheFirstMark();
    void enterReadsTheNextNode();
    void fitsTheSmallestWindow();
    void placesManyChipsInTwoRows();
    void keepsAnObjection();
    void reopensAnEarlierCall();
    void eachControlHasAName();
    void keepsPictures();
};

void TestFeedbackScreen::showsGivenAndReferenceInEachRow() {
    Desk desk;
    desk.open();
    QCOMPARE(desk.model.state(), ReadingState::Reviewing);
    QCOMPARE(desk.row("mark_detection").you, QStringLiteral("found"));
    QCOMPARE(desk.row("mark_level").you, QStringLiteral("L IIa"));
    QCOMPARE(desk.row("mark_level").reference, QStringLiteral("L IIa"));
    QCOMPARE(desk.row("mark_size").you, QStringLiteral("19.8 × 21.5"));
    QCOMPARE(desk.row("mark_size").reference, QStringLiteral("20.0 × 20.4"));
    QCOMPARE(desk.row("mark_features").you, QStringLiteral("contact"));
    QCOMPARE(desk.row("mark_features").reference, QStringLiteral("invaded"));
    QCOMPARE(desk.row("mark_grade").you, QStringLiteral("G1, 72\u202F%"));
    QCOMPARE(desk.row("mark_grade").reference, QStringLiteral("G3"));
    QVERIFY(desk.row("mark_level").kind == MarkKind::Agrees);
    QVERIFY(desk.row("mark_grade").kind == MarkKind::Differs);
}

void TestFeedbackScreen::saysMoreThanRightOrWrong() {
    Desk desk;
    desk.open();
    for (const auto* row : desk.screen.findChildren<MarkRow*>()) {
        const auto contents = row->contents();
        QVERIFY2(!contents.sentence.isEmpty(), qPrintable(row->objectName()));
        QVERIFY2(contents.sentence.endsWith(QLatin1Char('.')), qPrintable(contents.sentence));
        for (const char* word : {"correct", "wrong", "Incorrect", "!"})
            QVERIFY2(!contents.sentence.contains(QLatin1String(word)),
                     qPrintable(contents.sentence));
    }
    QVERIFY(desk.row("mark_detection").sentence.contains(QStringLiteral("2.2\u202Fmm")));
    QVERIFY(desk.row("mark_grade").sentence.contains(QStringLiteral("Brier 0.08")));
}

void TestFeedbackScreen::keepsTheNCategoryForTheLastNode() {
    Desk desk;
    desk.model.openCase({"/packs/demo.nwpack", CaseId("case-27")});
    session::CaseAnswer answer;
    answer.nCategory = "N2";
    desk.model.setCaseAnswer(answer);
    desk.callNode();
    QVERIFY(!desk.row("mark_n_category").kind);
    QCOMPARE(desk.row("mark_n_category").reference, QStringLiteral("–"));
    desk.model.next();
    desk.callNode();
    QVERIFY(desk.row("mark_n_category").kind.has_value());
    QCOMPARE(desk.row("mark_n_category").you, QStringLiteral("N2"));
    QVERIFY(desk.row("mark_n_category").reference.startsWith(QLatin1Char('N')));
}

void TestFeedbackScreen::namesTheRuleAndWhatDoesNotCount() {
    Desk desk;
    desk.open();
    QCOMPARE(desk.find<QLabel>("ruleTag")->text(), QStringLiteral("HNCIG G3"));
    QVERIFY(desk.find<QLabel>("ruleSentence")
                ->text()
                .contains(QStringLiteral("left sternocleidomastoid")));
    bool named = false;
    for (const QLabel* label : desk.screen.findChildren<QLabel*>())
        named = named || label->text().contains(QStringLiteral("Necrosis was given as a reason"));
    QVERIFY(named);
    auto* trace = desk.find<QLabel>("ruleTrace");
    QVERIFY(!trace->isVisible());
    QTest::mouseClick(desk.find<QPushButton>("traceButton"), Qt::LeftButton);
    QVERIFY(trace->isVisible());
    QVERIFY(trace->text().contains(QStringLiteral("G3")));
}

void TestFeedbackScreen::tellsTheOtherTruthApart() {
    auto graded = tests::gradedBall(false);
    const auto say = [&] {
        return text::pathologySentence({graded.answer, graded.truth, graded.feedback, nullptr});
    };
    QCOMPARE(say(), QString());
    graded.truth.pene = PathologicalEne::Micro;
    graded.truth.grade = Grade::G0;
    QVERIFY(say().contains(QStringLiteral("microscopic ENE")));
    QVERIFY(say().contains(QStringLiteral("cannot be seen")));
    graded.answer.peneProbability = 0.6;
    graded.feedback.scores.peneBrier = 0.16;
    QVERIFY(say().endsWith(QStringLiteral("You said 60\u202F%, Brier 0.16.")));
}

void TestFeedbackScreen::showsOnlyOverlaysThatWereMeasured() {
    auto graded = tests::gradedBall(false);
    const auto roles = feedback_screen::rolesOf(feedback_screen::overlaysOf(graded));
    QVERIFY(roles.contains(viewer::OverlayRole::Capsule));
    QVERIFY(roles.contains(viewer::OverlayRole::StrandedFat));
    QVERIFY(roles.contains(viewer::OverlayRole::YourMark));
    // The ball is of one density: there is no necrosis to show.
    QVERIFY(!roles.contains(viewer::OverlayRole::Necrosis));
    graded.measured.reset();
    graded.findings.reset();
    graded.answer.mark.reset();
    QCOMPARE(feedback_screen::rolesOf(feedback_screen::overlaysOf(graded)),
             QList{viewer::OverlayRole::Capsule});
}

/// The muscle touches the ball at the left: the line runs there and nowhere else, a little off the
/// outline.
void TestFeedbackScreen::showsWhatTheNodeTouches() {
    const auto graded = tests::gradedBall(false);
    const auto set = feedback_screen::overlaysOf(graded);
    const auto found = std::ranges::find(set.surfaces, viewer::OverlayRole::Contact,
                                         &viewer::SurfaceOverlay::role);
    QVERIFY(found != set.surfaces.end());
    QCOMPARE(found->letter, QStringLiteral("K"));
    QVERIFY(!found->caption.isEmpty());
    int touching = 0;
    for (std::size_t v = 0; v < found->values.size(); ++v)
        if (found->values[v] > found->threshold) {
            ++touching;
            QVERIFY(found->mesh->vertices[v].x > 6);
            const double away = distance(found->mesh->vertices[v], PointLps{});
            QVERIFY(away > 10.3 && away < 12);
        }
    QVERIFY(touching > 5 && touching < static_cast<int>(found->values.size()) / 2);
    Desk desk;
    desk.open();
    auto* chip = desk.find<Chip>("chip_K");
    QCOMPARE(chip->accessibleName(), QStringLiteral("Contact"));
    auto* axial = desk.find<viewer::SliceView>("sliceViewAxial");
    const QImage with = axial->grab().toImage();
    QTest::keyClick(&desk.screen, Qt::Key_K);
    QVERIFY(!chip->isChecked());
    QTRY_VERIFY(axial->grab().toImage() != with);
}

void TestFeedbackScreen::showsWhatLiesBeyondTheCapsule() {
    auto graded = tests::gradedBall(false);
    const auto rolesNow = [&] {
        return feedback_screen::rolesOf(feedback_screen::overlaysOf(graded));
    };
    // The ball is round: nothing lies beyond its capsule.
    QVERIFY(graded.measured->extension && graded.measured->extension->voxels.empty());
    QVERIFY(!rolesNow().contains(viewer::OverlayRole::Beyond));
    auto& beyond = *graded.measured->extension;
    beyond.voxels = {{48, 37, 48}};
    beyond.depthMm = 4.2;
    beyond.deepest = measure::AxisLine{{0, -10, 0}, {0, -14.2, 0}, 4.2};
    QVERIFY(rolesNow().contains(viewer::OverlayRole::Beyond));
    const auto set = feedback_screen::overlaysOf(graded);
    const auto outline =
        std::ranges::find(set.labels, viewer::OverlayRole::Beyond, &viewer::LabelOverlay::role);
    QVERIFY(outline != set.labels.end() && outline->letter == QStringLiteral("B"));
    QCOMPARE(outline->caption, QStringLiteral("4.2\u202Fmm"));
    const auto capsule =
        std::ranges::find(set.surfaces, viewer::OverlayRole::Beyond, &viewer::SurfaceOverlay::role);
    QVERIFY(capsule != set.surfaces.end() && capsule->helper);
    for (const PointLps vertex : capsule->mesh->vertices)
        QVERIFY(std::abs(beyond.capsule.outsideMm(vertex)) < 0.05);
    const auto depth =
        std::ranges::find(set.lines, viewer::OverlayRole::Beyond, &viewer::Overlay::role);
    QVERIFY(depth != set.lines.end());
    QCOMPARE(distance(depth->points.front(), depth->points.back()), 4.2);
}

void TestFeedbackScreen::lettersSwitchOverlays() {
    Desk desk;
    desk.open();
    auto* axial = desk.find<viewer::SliceView>("sliceViewAxial");
    auto* chip = desk.find<Chip>("chip_C");
    QVERIFY(chip->isChecked());
    QTest::keyClick(&desk.screen, Qt::Key_C);
    QVERIFY(!chip->isChecked());
    QTest::qWait(50);
    const QImage without = axial->grab().toImage();
    QTest::keyClick(&desk.screen, Qt::Key_C);
    QVERIFY(chip->isChecked());
    QTRY_VERIFY(axial->grab().toImage() != without);
}

void TestFeedbackScreen::goesToTheSpotAndIsReadOnly() {
    Desk desk;
    desk.open();
    QVERIFY(desk.model.graded()->feedback.place.has_value());
    auto* axial = desk.find<viewer::SliceView>("sliceViewAxial");
    const PointLps middle = axial->patientPointAt(QPointF(axial->rect().center()));
    QVERIFY(std::abs(middle.z - desk.model.graded()->feedback.place->z) < 0.6);
    QVERIFY(distance(middle, desk.model.graded()->truth.centre) < 15.0);
    // The whole node is on the picture.
    const QPointF edge = axial->pixelOf({-10, 0, middle.z});
    QVERIFY(axial->rect().contains(edge.toPoint()));
}

void TestFeedbackScreen::showsTheCardOfTheError() {
    Desk desk;
    desk.open();
    auto* card = desk.screen.findChild<QLabel*>(QStringLiteral("card_E16"));
    QVERIFY(card);
    QVERIFY(card->text().contains(QStringLiteral("Invasion called contact")));
    auto* button = desk.find<QPushButton>("cardButton_E16");
    QVERIFY(!desk.screen.findChild<QLabel*>(QStringLiteral("cardText_E16")));
    button->click();
    auto* text = desk.find<QLabel>("cardText_E16");
    QTRY_VERIFY(text->isVisible());
    QVERIFY(text->text().contains(QStringLiteral("94 % specificity")));
    button->click();
    QVERIFY(!text->isVisible());
}

/// It speaks of every node of the case, so it waits for the last one.
void TestFeedbackScreen::teachesWithTheLastNode() {
    Desk desk;
    desk.services.teaching.text = {{"en", "The front border simply ends."}};
    desk.services.teaching.sources = {"Henson2024"};
    desk.services.teaching.remedies = {"P6"};
    desk.model.openCase({"/packs/demo.nwpack", CaseId("case-27")});
    desk.callNode();
    QVERIFY(!desk.screen.findChild<QLabel*>(QStringLiteral("teachingText")));
    QVERIFY(!desk.find<QPushButton>("benchButton")->isVisible());
    desk.model.next();
    desk.callNode();
    QTRY_VERIFY(desk.find<QLabel>("teachingText")->isVisible());
    QCOMPARE(desk.find<QLabel>("teachingText")->text(),
             QStringLiteral("The front border simply ends."));
    desk.find<QPushButton>("cardButton_P6")->click();
    QTRY_VERIFY(desk.find<QLabel>("cardText_P6")->isVisible());
    QSignalSpy bench(&desk.screen, &FeedbackScreen::benchRequested);
    QTest::mouseClick(desk.find<QPushButton>("benchButton"), Qt::LeftButton);
    QCOMPARE(bench.count(), 1);
}

void TestFeedbackScreen::focusGoesToTheFirstMark() {
    Desk desk;
    desk.open();
    QCOMPARE(desk.screen.focusWidget(), desk.find<QWidget>("mark_detection"));
}

void TestFeedbackScreen::enterReadsTheNextNode() {
    Desk desk;
    desk.open();
    auto* next = desk.find<QPushButton>("nextNodeButton");
    QCOMPARE(next->text(), QStringLiteral("Next node"));
    QTest::keyClick(&desk.screen, Qt::Key_Return);
    QCOMPARE(desk.model.state(), ReadingState::Calling);
    QCOMPARE(desk.model.currentNode(), 1);
    desk.callNode();
    QCOMPARE(next->text(), QStringLiteral("Finish the case"));
    QTest::mouseClick(next, Qt::LeftButton);
    QCOMPARE(desk.model.state(), ReadingState::Finished);
}

void TestFeedbackScreen::fitsTheSmallestWindow() {
    Desk desk;
    desk.open();
    desk.screen.resize(1216, 720);
    QCOMPARE(desk.screen.width(), 1216);
    QVERIFY(desk.screen.minimumSizeHint().width() <= 1216);
    QVERIFY(desk.screen.minimumSizeHint().height() <= 720);
    for (const auto* chip : desk.screen.findChildren<Chip*>()) {
        QTRY_VERIFY(chip->width() >= chip->sizeHint().width());
        QVERIFY(chip->geometry().right() < desk.find<QWidget>("spotButton")->geometry().left());
    }
}

/// Where they do not fit in one row none is cut: the bar has two.
void TestFeedbackScreen::placesManyChipsInTwoRows() {
    Desk desk;
    desk.open();
    QSet<int> rows;
    const auto look = [&](int width) {
        desk.screen.resize(width, 760);
        QTest::qWait(50);
        rows.clear();
        for (const auto* chip : desk.screen.findChildren<Chip*>())
            rows.insert(chip->y());
        return static_cast<int>(rows.size());
    };
    QCOMPARE(look(1800), 1);
    const int high = desk.find<QWidget>("chipBar")->height();
    desk.screen.setMinimumWidth(0);
    const int rowsInNarrow = look(980);
    QVERIFY(rowsInNarrow == 2);
    QVERIFY(desk.find<QWidget>("chipBar")->height() > high);
    for (const auto* chip : desk.screen.findChildren<Chip*>())
        QVERIFY(chip->width() >= chip->sizeHint().width());
}

void TestFeedbackScreen::keepsAnObjection() {
    Desk desk;
    desk.open();
    auto* dispute = desk.find<QPushButton>("disputeButton");
    QTest::mouseClick(dispute, Qt::LeftButton);
    QCOMPARE(desk.dialogs.asked.size(), 1);
    QVERIFY(desk.services.objections.empty());
    desk.dialogs.text = QStringLiteral("The plane is kept on image 30.");
    QTest::mouseClick(dispute, Qt::LeftButton);
    QVERIFY(desk.services.objections == std::vector<std::string>{"The plane is kept on image 30."});
}

void TestFeedbackScreen::reopensAnEarlierCall() {
    Desk desk;
    QSignalSpy closed(&desk.screen, &FeedbackScreen::closed);
    desk.model.reviewCall(session::CallId("kept-call"));
    QCOMPARE(desk.row("mark_grade").you, QStringLiteral("G1, 72\u202F%"));
    auto* next = desk.find<QPushButton>("nextNodeButton");
    QCOMPARE(next->text(), QStringLiteral("Back"));
    QTest::mouseClick(next, Qt::LeftButton);
    QCOMPARE(closed.count(), 1);
    QCOMPARE(desk.model.state(), ReadingState::Empty);
}

void TestFeedbackScreen::eachControlHasAName() {
    Desk desk;
    desk.open();
    const QStringList faults = tests::accessibilityFaults(&desk.screen);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

/// Pictures to hold beside the design: only when NODEWISE_PICTURES names a folder.
void TestFeedbackScreen::keepsPictures() {
    const QString folder = qEnvironmentVariable("NODEWISE_PICTURES");
    if (folder.isEmpty())
        return;
    const std::pair<ThemeKind, const char*> themes[] = {{ThemeKind::Light, "light"},
                                                        {ThemeKind::Reading, "reading"}};
    for (const auto& [kind, name] : themes) {
        applyTheme(*qApp, kind);
        for (const QSize size : {QSize(1376, 900), QSize(1216, 720)}) {
            Desk desk;
            desk.screen.resize(size);
            desk.services.record.nodes.resize(1);
            desk.model.openCase({"/packs/demo.nwpack", CaseId("case-27")});
            session::CaseAnswer answer;
            answer.nCategory = "N2";
            desk.model.setCaseAnswer(answer);
            desk.callNode();
            QTest::qWait(400);
            desk.screen.grab().save(folder + QStringLiteral("/feedback-%1-%2.png")
                                                 .arg(QString::fromLatin1(name))
                                                 .arg(size.height()));
        }
    }
    QVERIFY(QDir(folder).exists());
}

QTEST_MAIN(TestFeedbackScreen)
#include "tst_feedback_screen.moc"
