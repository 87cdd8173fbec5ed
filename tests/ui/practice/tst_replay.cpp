// The search of a call, told again: what was looked at, what was never on screen.
#include "support/accessibility.h"
#include "support/find_child.h"
#include "support/mode_desk.h"
#include "ui/models/replay_model.h"
#include "ui/practice/replay_screen.h"
#include "ui/practice/test_result_screen.h"
#include "ui/text/number_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/theme.h"
#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace nodewise;
using namespace nodewise::tests;
using session::PathPlane;
using session::ViewStep;

namespace {

/// 40 slices of `sliceMm`, the lowest in the plane z = 0.
VolumePtr stackOf(double sliceMm) {
    const auto geometry = GridGeometry::axisAligned({16, 16, 40}, {4, 4, sliceMm}, {-32, -32, 0});
    return *CtVolume::create(geometry, CtVolume::Int16Voxels(geometry.voxelCount(), -100));
}

struct ReplayDesk : ModeDesk {
    explicit ReplayDesk(double sliceMm = 1) {
        desk.volume = stackOf(sliceMm);
        screen.resize(1376, 900);
        screen.show();
    }
    /// A call with its mark at z = 20 and this search, told again.
    void tell(const std::vector<ViewStep>& path) {
        store.clock.advance(std::chrono::hours(1));
        const auto& record = shelf.pack.cases[0];
        session::CaseOpened opened;
        opened.session = session::SessionId(newUuid());
        opened.ref = {shelf.pack.id, "1.0.0", record.id};
        opened.caseTitle = record.title;
        opened.nodes = {{record.nodes[0].id, Side::Left, Level::IIa}};
        session::NodeCallCommitted call{opened.session,        session::CallId(newUuid()),
                                        record.nodes[0].id,    finishedDraft({}),
                                        session::CaseAnswer{}, {}};
        call.answer.mark = PointLps{0, 0, 20};
        call.trace.path = path;
        check(store->openCase(learner.profile(), opened));
        check(store->commitNodeCall(learner.profile(), call));
        learner.refresh();
        replay.open(call.call);
    }
    [[nodiscard]] QString summary() { return find<QLabel>(screen, "replaySummary")->text(); }
    [[nodiscard]] QImage picture() {
        return find<practice::ReplayView>(screen, "replayView")->grab().toImage();
    }
    models::ReplayModel replay{learner, library, desk, jobs};
    practice::ReplayScreen screen{replay};
};

/// The slices of a stack from the head down to `lowest`, `seconds` each.
std::vector<ViewStep> run(double sliceMm, double seconds, int lowest = 0) {
    std::vector<ViewStep> path;
    for (int slice = 39; slice >= lowest; --slice)
        path.push_back({PathPlane::Axial, slice * sliceMm, seconds});
    return path;
}

}  // namespace

class TestReplay : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        widgets::applyTheme(*qApp, widgets::ThemeKind::Reading);
    }
    void whoSawEverySliceHasSeenTheVolume_data();
    void whoSawEverySliceHasSeenTheVolume();
    void whatWasNeverSeenIsSaidAndHatched();
    void theDwellIsPaintedWhereItWas();
    void comingBackIsSaid();
    void everyStepStandsInTheTable();
    void withoutAPathItSaysWhy();
    void theResultOfATestOpensIt();
    void theScreenPassesTheAccessibilityCheck();
};

void TestReplay::whoSawEverySliceHasSeenTheVolume_data() {
    QTest::addColumn<double>("sliceMm");
    for (const double mm : {0.625, 1.0, 1.25, 1.5, 3.0, 5.0})
        QTest::newRow(qPrintable(QStringLiteral("%1 mm").arg(mm))) << mm;
}

void TestReplay::whoSawEverySliceHasSeenTheVolume() {
    QFETCH(double, sliceMm);
    ReplayDesk desk(sliceMm);
    desk.tell(run(sliceMm, 0.05));
    QVERIFY(desk.replay.replay());
    QCOMPARE(desk.replay.replay()->search.neverSeen, 0.0);
    QVERIFY2(desk.summary().contains(text::percent(0)), qPrintable(desk.summary()));
    // So does a reading by the book, in the same time.
    QCOMPARE(desk.replay.replay()->reference.neverSeen, 0.0);
    QVERIFY(std::abs(desk.replay.replay()->reference.axialSeconds -
                     desk.replay.replay()->search.axialSeconds) < 1e-6);
}

void TestReplay::whatWasNeverSeenIsSaidAndHatched() {
    ReplayDesk desk(3);
    desk.tell(run(3, 1));
    const QImage whole = desk.picture();
    desk.tell(run(3, 1, 20));  // The lower half was never on screen.
    const double unseen = desk.replay.replay()->search.neverSeen;
    QVERIFY2(std::abs(unseen - 0.5) < 0.02, qPrintable(QString::number(unseen)));
    QVERIFY2(desk.summary().contains(text::percent(unseen)), qPrintable(desk.summary()));
    // Hatched in the lower half of the coronal picture alone.
    const QImage half = desk.picture();
    const int side = whole.height() - 48;
    const QRect upper(20, 24, side / 2, side / 2 - 40),
        lower(20, side / 2 + 56, side / 2, side / 3);
    QVERIFY(half.copy(upper) == whole.copy(upper));
    QVERIFY(half.copy(lower) != whole.copy(lower));
}

void TestReplay::theDwellIsPaintedWhereItWas() {
    ReplayDesk desk;
    // Long at one slice near the head, or near the feet, each slice seen.
    const auto lookAt = [&](double z) {
        auto path = run(1, 0.05);
        path.push_back({PathPlane::Axial, z, 20});
        desk.tell(path);
        return desk.picture();
    };
    const QImage high = lookAt(35), low = lookAt(5);
    const int middle = (high.height() - 48) / 2 + 16;
    const auto firstChange = [&](int from, int to) {
        for (int y = from; y < to; ++y)
            for (int x = 0; x < high.width(); ++x)
                if (high.pixel(x, y) != low.pixel(x, y))
                    return true;
        return false;
    };
    QVERIFY(firstChange(16, middle - 30) && firstChange(middle + 30, high.height() - 48));
    const auto& dwell = desk.replay.replay()->search.dwell;
    const auto longest = std::ranges::max_element(dwell) - dwell.begin();
    QVERIFY(std::abs(double(longest) * desk.replay.replay()->search.binMm - 5) < 2);
}

void TestReplay::comingBackIsSaid() {
    ReplayDesk desk;
    desk.tell({{PathPlane::Axial, 20, 30},
               {PathPlane::Axial, 38, 4},
               {PathPlane::Axial, 20, 8},
               {PathPlane::Coronal, 0, 5}});
    const auto& search = desk.replay.replay()->search;
    QCOMPARE(search.returns, 1);
    QCOMPARE(search.axialSeconds, 42.0);
    QCOMPARE(search.coronalSeconds, 5.0);
    QCOMPARE(search.atNode, 38.0);
    QVERIFY2(desk.summary().contains(QStringLiteral("42\u202Fs, 38\u202Fs of it at the node")),
             qPrintable(desk.summary()));
}

void TestReplay::everyStepStandsInTheTable() {
    ReplayDesk desk;
    desk.tell(
        {{PathPlane::Axial, 20, 30}, {PathPlane::Coronal, -3, 5}, {PathPlane::Sagittal, 4, 2}});
    auto* steps = find<widgets::DataTable>(desk.screen, "replaySteps");
    QCOMPARE(steps->rows(), 3);
    QCOMPARE(steps->text(0, 0), QStringLiteral("axial"));
    QCOMPARE(steps->text(0, 1), text::millimetres(20));
    QCOMPARE(steps->text(1, 0), QStringLiteral("coronal"));
    QCOMPARE(steps->text(1, 1), text::millimetres(-3));
    QCOMPARE(steps->text(2, 0), QStringLiteral("sagittal"));
    QVERIFY(steps->text(2, 2).startsWith(QStringLiteral("2.0")));
}

void TestReplay::withoutAPathItSaysWhy() {
    ReplayDesk desk;
    desk.tell({});
    QVERIFY(!desk.replay.replay());
    QVERIFY2(desk.summary().contains(QStringLiteral("No path was kept")),
             qPrintable(desk.summary()));
    QCOMPARE(find<widgets::DataTable>(desk.screen, "replaySteps")->rows(), 0);
    desk.shelf.pack.cases.clear();
    desk.loadPack();
    desk.shelf.pack.cases = sixCases().cases;  // What the store knows, the library does not.
    desk.tell(run(1, 1));
    QVERIFY2(desk.summary().contains(QStringLiteral("no longer on this computer")),
             qPrintable(desk.summary()));
    QSignalSpy closed(&desk.screen, &practice::ReplayScreen::closed);
    QTest::mouseClick(find<widgets::Button>(desk.screen, "replayDoneButton"), Qt::LeftButton);
    QCOMPARE(closed.count(), 1);
}

void TestReplay::theResultOfATestOpensIt() {
    ReplayDesk desk;
    practice::TestResultScreen result(desk.tests);
    QVERIFY(desk.tests.start({1, 0, 0}, 3));
    desk.tests.goOn();
    for (int slice = 0; slice < 40; ++slice) {
        desk.reading.notePlane(PathPlane::Axial, slice);
        desk.store.clock.advance(std::chrono::milliseconds(500));
    }
    desk.callIt();
    QTRY_VERIFY(!desk.tests.results().empty());
    result.showResult(desk.tests.results()[0].activity);
    result.show();
    QSignalSpy asked(&result, &practice::TestResultScreen::replayRequested);
    auto* table = find<widgets::DataTable>(result, "testTable");
    table->selectRow(0);
    QTest::mouseClick(find<widgets::Button>(result, "replayButton"), Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    desk.learner.refresh();
    desk.replay.open(asked[0][0].value<session::CallId>());
    QVERIFY(desk.replay.replay());
    QCOMPARE(desk.replay.replay()->search.neverSeen, 0.0);
}

void TestReplay::theScreenPassesTheAccessibilityCheck() {
    ReplayDesk desk;
    const auto check = [&] {
        return accessibilityFaults(&desk.screen) + notReachedByTab(&desk.screen);
    };
    QStringList faults = check();
    desk.tell(run(1, 1));
    faults += check();
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    QVERIFY(!desk.screen.focusRegions().isEmpty() && desk.screen.openingFocus());
    for (QWidget* region : desk.screen.focusRegions())
        QVERIFY(region && desk.screen.isAncestorOf(region));
}

QTEST_MAIN(TestReplay)
#include "tst_replay.moc"
