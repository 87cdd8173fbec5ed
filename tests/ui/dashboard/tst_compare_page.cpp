// Beside other readers, beside the core, against the reference.
#include "casepack/pack_writer.h"
#include "support/accessibility.h"
#include "support/find_child.h"
#include "support/pack_source.h"
#include "support/screen_models.h"
#include "ui/dashboard/chart_cell.h"
#include "ui/dashboard/compare_page.h"
#include "ui/text/number_text.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/theme.h"
#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace nodewise;
using namespace nodewise::tests;
using dashboard::ChartCell;
using dashboard::ComparePage;
using models::ComparedCases;

namespace {

/// Thirty cases of one node; the pack's file carries seven readers.
struct Desk : ScreenModels {
    explicit Desk(bool withReaders = true) {
        const auto six = shelf.pack.cases;
        for (std::size_t i = 6; i < 30; ++i) {
            shelf.pack.cases.push_back(six[i % 6]);
            shelf.pack.cases.back().id = CaseId("case-" + std::to_string(i + 1));
        }
        if (withReaders)
            source.write("benchmarks/residents.json", R"({"title": {"en": "Seven residents"},
                "source": "a reading day", "readers": [{"nodes": 20, "brier": 0.10},
                {"nodes": 20, "brier": 0.15}, {"nodes": 20, "brier": 0.20},
                {"nodes": 20, "brier": 0.25}, {"nodes": 20, "brier": 0.30},
                {"nodes": 20, "brier": 0.35}, {"nodes": 20, "brier": 0.40}]})");
        NullJobControl job;
        const auto file = source.beside("pack.nwpack");
        if (auto built = casepack::buildPack(source.folder(), file, job); !built)
            qFatal("%s", built.error().detail.c_str());
        library.load({file});
    }

    /// The text that grading keeps, as far as it is read here.
    static std::string feedback(double strength, bool abstained, bool measured = true) {
        const std::string core =
            measured ? R"({"opinion": {"strength": )" + std::to_string(strength) +
                           R"(}, "pene": {"abstained": )" + (abstained ? "true" : "false") + "}}"
                     : "null";
        return R"({"nodes": [{"id": "another", "core": null}, {"id": "node-1", "core": )" + core +
               "}]}";
    }

    /// A call of 80 % or 20 %, always right; what the core said of the node beside it.
    session::CallId call(int index, bool positive, const std::string& feedbackJson,
                         TruthKind kind = TruthKind::Synthetic) {
        NodeCall answer;
        answer.grade = positive ? Grade::G2 : Grade::G0;
        answer.probability = positive ? 0.8 : 0.2;
        auto score = scoreOf(*answer.grade, *answer.grade, *answer.probability, {});
        score.truthKind = kind;
        score.feedbackJson = feedbackJson;
        return keepCall(index, answer, score);
    }

    /// Twenty-four nodes; the core is sure and right on 18, unsure on 4, cannot measure 2.
    void manyCalls() {
        for (int i = 0; i < 24; ++i) {
            const bool positive = i % 2 == 0;
            call(i, positive,
                 i < 18   ? feedback(positive ? 0.9 : 0.1, true)
                 : i < 22 ? feedback(0.5, false)
                          : feedback(0, false, false));
        }
        learner.refresh();
    }

    test::PackSource source;
};

void show(QWidget& page) {
    page.resize(1376, 850);
    page.show();
}

}  // namespace

class TestComparePage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { widgets::applyTheme(*qApp, widgets::ThemeKind::Reading); }
    void emptyPartsSayWhatIsMissing();
    void theCoreIsComparedOnTheSameNodes();
    void constructedAndPatientsStandApart();
    void aBrokenTextIsNotMeasured();
    void theLearnerStandsAmongReaders();
    void noPlaceBelowTwentyNodes();
    void argumentsAreListedAndLeadBack();
    void passesTheAccessibilityCheck();
    void picturesForTheEye();
};

void TestComparePage::emptyPartsSayWhatIsMissing() {
    Desk desk(false);
    ComparePage page(desk.learner, desk.library);
    show(page);
    QVERIFY(!find<ChartCell>(page, "ownCurve")->view()->isVisible());
    QVERIFY(!find<ChartCell>(page, "coreCurve")->view()->isVisible());
    QVERIFY(!find<QLabel>(page, "abstainedLabel")->isVisible());
    QVERIFY(find<QLabel>(page, "noPeersLabel")->isVisible());
    QVERIFY(find<QLabel>(page, "noDisputesLabel")->isVisible());
    QVERIFY(!find<widgets::DataTable>(page, "peerTable")->isVisible());
}

void TestComparePage::theCoreIsComparedOnTheSameNodes() {
    Desk desk;
    desk.manyCalls();
    models::CompareModel model(desk.learner, desk.library);
    const auto both = model.comparison(ComparedCases::Constructed);
    QCOMPARE(both.core.nodes, 22);
    QCOMPARE(both.own.nodes, 22);
    QCOMPARE(both.notMeasured, 2);
    QCOMPARE(both.noPathology, 18);
    // 18 nodes off by 0.1, four by 0.5; the learner by 0.2 on each.
    QVERIFY(std::abs(*both.core.brier.value - (18 * 0.01 + 4 * 0.25) / 22) < 1e-12);
    QVERIFY(std::abs(*both.own.brier.value - 0.04) < 1e-12);
    QCOMPARE(both.core.bins[2].count, 4);
    QCOMPARE(both.own.bins[2].count, 0);
    ComparePage page(desk.learner, desk.library);
    show(page);
    QVERIFY(find<ChartCell>(page, "coreCurve")->view()->isVisible());
    QVERIFY(find<QLabel>(page, "abstainedLabel")->text().contains(QStringLiteral("2 of 24")));
}

void TestComparePage::constructedAndPatientsStandApart() {
    Desk desk;
    desk.call(0, true, Desk::feedback(0.7, false));
    desk.call(1, true, Desk::feedback(0.6, false), TruthKind::IenePanel);
    desk.learner.refresh();
    models::CompareModel model(desk.learner, desk.library);
    QCOMPARE(model.comparison(ComparedCases::Constructed).core.nodes, 1);
    const auto patients = model.comparison(ComparedCases::Patients);
    QCOMPARE(patients.core.nodes, 1);
    QCOMPARE(patients.core.bins[2].count, 1);
    ComparePage page(desk.learner, desk.library);
    show(page);
    QCOMPARE(find<ChartCell>(page, "coreCurve")->table()->text(0, 3), text::percent(0.7));
    find<widgets::SegmentedChoice>(page, "comparedCases")->press(1);
    QCOMPARE(find<ChartCell>(page, "coreCurve")->table()->text(0, 3), text::percent(0.6));
}

void TestComparePage::aBrokenTextIsNotMeasured() {
    const NodeId node("node-1");
    QVERIFY(models::coreReadingOf(Desk::feedback(0.4, true), node)->noPathology);
    QCOMPARE(models::coreReadingOf(Desk::feedback(0.4, true), node)->strength, 0.4);
    for (const char* text : {"", "{}", "not json", R"({"nodes": [{"id": "node-1"}]})",
                             R"({"nodes": [{"id": "node-1", "core": {"opinion": {}}}]})"})
        QVERIFY2(!models::coreReadingOf(text, node), text);
    QVERIFY(!models::coreReadingOf(Desk::feedback(0.4, true), NodeId("another")));
}

void TestComparePage::theLearnerStandsAmongReaders() {
    Desk desk;
    desk.manyCalls();
    models::CompareModel model(desk.learner, desk.library);
    const auto rows = model.peers();
    // No reader gave an AUC or a kappa.
    QCOMPARE(rows.size(), std::size_t(1));
    QCOMPARE(rows[0].readers, QStringLiteral("Seven residents"));
    QCOMPARE(rows[0].own, QStringLiteral("0.04"));
    QVERIFY2(rows[0].place.contains(QStringLiteral("7 of 7")), qPrintable(rows[0].place));
    QVERIFY(rows[0].spread.contains(QStringLiteral("0.10")));
    ComparePage page(desk.learner, desk.library);
    show(page);
    auto* table = find<widgets::DataTable>(page, "peerTable");
    QVERIFY(table->isVisible());
    QCOMPARE(table->rows(), 1);
    QCOMPARE(table->text(0, 1), QStringLiteral("0.04"));
}

void TestComparePage::noPlaceBelowTwentyNodes() {
    Desk desk;
    for (int i = 0; i < 19; ++i)
        desk.call(i, i % 2 == 0, {});
    // The second call of a node does not count.
    desk.call(0, true, {});
    desk.learner.refresh();
    models::CompareModel model(desk.learner, desk.library);
    const auto rows = model.peers();
    QCOMPARE(rows.size(), std::size_t(1));
    QCOMPARE(rows[0].own, QStringLiteral("–"));
    QVERIFY2(rows[0].place.contains(QStringLiteral("19 so far")), qPrintable(rows[0].place));
}

void TestComparePage::argumentsAreListedAndLeadBack() {
    Desk desk;
    const auto first = desk.call(0, true, {});
    const auto second = desk.call(1, false, {});
    desk.call(2, false, {});
    Desk::check(desk.store->recordDispute(first, "The fat plane is lost on two slices."));
    Desk::check(desk.store->recordDispute(second, "A first thought."));
    Desk::check(desk.store->recordDispute(second, "The reference calls a vessel a node."));
    desk.learner.refresh();
    ComparePage page(desk.learner, desk.library);
    show(page);
    auto* table = find<widgets::DataTable>(page, "disputeTable");
    QCOMPARE(table->rows(), 2);
    QCOMPARE(table->text(0, 4), QStringLiteral("The reference calls a vessel a node."));
    QCOMPARE(table->text(1, 4), QStringLiteral("The fat plane is lost on two slices."));
    QSignalSpy review(&page, &ComparePage::reviewCallRequested);
    table->setFocus();
    table->selectRow(1);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(review.count(), 1);
    QVERIFY(review[0][0].value<session::CallId>() == first);
}

void TestComparePage::passesTheAccessibilityCheck() {
    Desk desk;
    desk.manyCalls();
    ComparePage page(desk.learner, desk.library);
    show(page);
    const QStringList faults = accessibilityFaults(&page);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

/// With NODEWISE_PICTURES the page is drawn there in both themes.
void TestComparePage::picturesForTheEye() {
    const QString folder = qEnvironmentVariable("NODEWISE_PICTURES");
    if (folder.isEmpty())
        return;
    Desk desk;
    desk.manyCalls();
    Desk::check(desk.store->recordDispute(desk.learner.state().calls[3].id,
                                          "The fat plane is lost on two slices, not on one."));
    desk.learner.refresh();
    for (const auto kind : {widgets::ThemeKind::Reading, widgets::ThemeKind::Light}) {
        widgets::applyTheme(*qApp, kind);
        ComparePage page(desk.learner, desk.library);
        show(page);
        QCoreApplication::processEvents();
        const bool light = kind == widgets::ThemeKind::Light;
        QVERIFY(page.grab().save(folder + (light ? QStringLiteral("/compare-light.png")
                                                 : QStringLiteral("/compare-dark.png"))));
    }
}

QTEST_MAIN(TestComparePage)
#include "tst_compare_page.moc"
