// All scores, the group, research.
#include "serial/file_io.h"
#include "session/events_json.h"
#include "support/accessibility.h"
#include "support/find_child.h"
#include "support/group_answers.h"
#include "ui/dashboard/chart_cell.h"
#include "ui/dashboard/details_page.h"
#include "ui/dashboard/group_heat.h"
#include "ui/dashboard/group_page.h"
#include "ui/dashboard/progress_screen.h"
#include "ui/dashboard/research_page.h"
#include "ui/models/exports.h"
#include "ui/text/concept_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/theme.h"
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>
#include <sstream>

using namespace nodewise;
using namespace nodewise::tests;
using dashboard::ChartCell;

namespace {

/// A call on a measured node of 14 mm, and on the N category of its case.
void keepMeasured(ScreenModels& models, double shortMm, const char* category) {
    models.store.clock.advance(std::chrono::hours(1));
    session::CaseOpened opened;
    opened.session = session::SessionId(newUuid());
    opened.ref = {models.shelf.pack.id, "1.0.0", models.shelf.pack.cases[1].id};
    opened.nodes = {{NodeId("node-1"), Side::Left, Level::III}};
    session::NodeCallCommitted call{opened.session,        session::CallId(newUuid()),
                                    NodeId("node-1"),      {},
                                    session::CaseAnswer{}, {}};
    call.answer.grade = Grade::G2;
    call.answer.probability = 0.8;
    call.answer.shortAxisMm = shortMm;
    call.caseAnswer->nCategory = category;
    auto score = ScreenModels::scoreOf(Grade::G2, Grade::G2, 0.8, {});
    score.shortAxisErrorMm = shortMm - 14;
    score.marks.push_back({Mark::NCategory, Verdict::Differs, 0, category, "N2 TNM9 n2_ene"});
    ScreenModels::check(models.store->openCase(models.learner.profile(), opened));
    ScreenModels::check(models.store->commitNodeCall(models.learner.profile(), call, &score));
}

}  // namespace

class TestDashboards : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void emptyPagesSayWhatIsMissing();
    void everyScoreStandsInTheTable();
    void everyChartHasItsNumbers();
    void sizesAndCategoriesHaveTheirNumbers();
    void theTableIsCopied();
    void thePagesAreReachedByKey();
    void theGroupHasNoRankBelowTwenty();
    void theGroupShowsItsCoverage();
    void theGroupShowsConceptsAndItems();
    void theHeatMapStartsWithTheWeakestConcept();
    void theGroupShowsWhatWasDisputed();
    void conceptsThatReadTheSameNameTheirSite();
    void completionCountsCases();
    void everyExportIsWritten();
    void aStudyWithoutBothClassesIsNamed();
    void pagesPassTheAccessibilityCheck();
};

void TestDashboards::initTestCase() {
    widgets::applyTheme(*qApp, widgets::ThemeKind::Reading);
}

void TestDashboards::emptyPagesSayWhatIsMissing() {
    ScreenModels models;
    dashboard::DetailsPage details(models.progress);
    details.resize(1376, 850);
    details.show();
    auto* scores = find<widgets::DataTable>(details, "scoreTable");
    for (int row = 0; row < 11; ++row) {
        QCOMPARE(scores->text(row, 1), QStringLiteral("–"));
        QVERIFY(!scores->text(row, 2).isEmpty());
    }
    QVERIFY(!find<ChartCell>(details, "rocChart")->view()->isVisible());
    models::Group group(models.store.folder() / "group.sqlite", models.store.clock);
    dashboard::GroupPage page(group, models.library);
    page.show();
    QVERIFY(find<QWidget>(page, "groupEmpty")->isVisible());
    QSignalSpy import(&page, &dashboard::GroupPage::importRequested);
    QTest::mouseClick(find<QWidget>(page, "groupEmpty")->findChild<QPushButton*>(), Qt::LeftButton);
    QCOMPARE(import.count(), 1);
}

void TestDashboards::everyScoreStandsInTheTable() {
    ScreenModels models;
    models.loadPack();
    addMany(models);
    dashboard::DetailsPage details(models.progress);
    details.resize(1376, 850);
    details.show();
    auto* scores = find<widgets::DataTable>(details, "scoreTable");
    QCOMPARE(scores->rows(), 16);
    const auto summary = models.learner.state().summary;
    QCOMPARE(scores->text(0, 1), QString::number(*summary.brier.value, 'f', 2));
    QCOMPARE(scores->text(3, 1), QString::number(*summary.auc.value, 'f', 2));
    QVERIFY(scores->text(3, 2).contains(QStringLiteral("to")));
}

void TestDashboards::everyChartHasItsNumbers() {
    ScreenModels models;
    models.loadPack();
    addMany(models);
    dashboard::ProgressScreen screen(models.progress, models.thumbnails);
    auto* details = new dashboard::DetailsPage(models.progress);
    screen.addPage(QStringLiteral("scores"), QStringLiteral("Scores"), details);
    screen.resize(1376, 900);
    screen.show();
    for (const char* name : {"trendChart", "reliabilityChart", "gradeChart"}) {
        auto* cell = find<ChartCell>(screen, name);
        QVERIFY2(cell->table()->rows() > 0, name);
        auto* turn = find<widgets::Button>(screen, (std::string(name) + "Turn").c_str());
        QVERIFY(turn->isVisible());
        QTest::mouseClick(turn, Qt::LeftButton);
        QVERIFY(cell->table()->isVisible() && !cell->view()->isVisible());
        QTest::mouseClick(turn, Qt::LeftButton);
        QVERIFY(!cell->table()->isVisible() && cell->view()->isVisible());
    }
    screen.showPage(QStringLiteral("scores"));
    QVERIFY(details->isVisible());
    for (const char* name : {"rocChart", "learningChart"})
        QVERIFY2(find<ChartCell>(screen, name)->table()->rows() > 0, name);
}

void TestDashboards::sizesAndCategoriesHaveTheirNumbers() {
    ScreenModels models;
    models.loadPack();
    dashboard::DetailsPage details(models.progress);
    details.resize(1376, 850);
    details.show();
    auto* sizes = find<ChartCell>(details, "sizeChart");
    auto* categories = find<ChartCell>(details, "categoryChart");
    for (const ChartCell* cell : {sizes, categories}) {
        QVERIFY(!cell->view()->isVisible());
        QCOMPARE(cell->table()->rows(), 0);
    }
    keepMeasured(models, 13, "N1");
    keepMeasured(models, 15.5, "N2");
    keepMeasured(models, 14, "N2");
    models.learner.refresh();
    QVERIFY(sizes->view()->isVisible() && categories->view()->isVisible());
    QCOMPARE(sizes->table()->rows(), 3);
    QStringList points;
    for (int row = 0; row < 3; ++row)
        points << sizes->table()->text(row, 0) + QLatin1Char(' ') + sizes->table()->text(row, 1);
    points.sort();
    // Mean and difference: 13 and 14 give 13.5 and -1.
    QCOMPARE(points, (QStringList{QStringLiteral("13.5 −1.0"), QStringLiteral("14.0 0.0"),
                                  QStringLiteral("14.8 +1.5")}));
    QCOMPARE(categories->table()->rows(), 4);
    QCOMPARE(categories->table()->text(2, 2), QStringLiteral("1"));
    QCOMPARE(categories->table()->text(2, 3), QStringLiteral("2"));
    QCOMPARE(categories->table()->text(1, 2), QStringLiteral("0"));
}

void TestDashboards::theTableIsCopied() {
    widgets::DataTable table(QStringLiteral("t"), QStringLiteral("Table"));
    table.setTable(
        {QStringLiteral("A"), QStringLiteral("B")},
        {{QStringLiteral("1"), QStringLiteral("2")}, {QStringLiteral("3"), QStringLiteral("4")}},
        {1});
    table.show();
    QCOMPARE(table.copyText(), QStringLiteral("A\tB\n1\t2\n3\t4\n"));
    table.selectRow(1);
    QCOMPARE(table.copyText(), QStringLiteral("A\tB\n3\t4\n"));
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("A\tB\n3\t4\n"));
}

void TestDashboards::thePagesAreReachedByKey() {
    ScreenModels models;
    dashboard::ProgressScreen screen(models.progress, models.thumbnails);
    auto* details = new dashboard::DetailsPage(models.progress);
    screen.addPage(QStringLiteral("scores"), QStringLiteral("Scores"), details);
    screen.resize(1376, 900);
    screen.show();
    auto* choice = find<widgets::SegmentedChoice>(screen, "progressPages");
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Right);
    QTest::keyClick(choice, Qt::Key_Space);
    QVERIFY(details->isVisible());
    // A second press does not leave the screen without a page.
    QTest::keyClick(choice, Qt::Key_Space);
    QVERIFY(details->isVisible());
}

void TestDashboards::theGroupHasNoRankBelowTwenty() {
    ScreenModels models;
    models::Group group(models.store.folder() / "group.sqlite", models.store.clock);
    QVERIFY(group.import(
        {groupAnswers(models, "zoe", 24, true), groupAnswers(models, "amy", 19, false)}));
    dashboard::GroupPage page(group, models.library);
    page.resize(1376, 850);
    page.show();
    auto* readers = find<widgets::DataTable>(page, "readerTable");
    QCOMPARE(readers->rows(), 2);
    // By name, not by score.
    QCOMPARE(readers->text(0, 0), QStringLiteral("amy"));
    QCOMPARE(readers->text(0, 4), QStringLiteral("–"));
    QCOMPARE(readers->text(0, 5), QStringLiteral("–"));
    QVERIFY(readers->text(0, 7).contains(QStringLiteral("20")));
    QVERIFY(readers->text(1, 4) != QStringLiteral("–"));
    QCOMPARE(find<ChartCell>(page, "groupSkillChart")->table()->rows(), 1);
}

void TestDashboards::theGroupShowsItsCoverage() {
    ScreenModels models;
    models.loadPack();
    models::Group group(models.store.folder() / "group.sqlite", models.store.clock);
    QVERIFY(
        group.import({groupAnswers(models, "amy", 4, true), groupAnswers(models, "zoe", 9, true)}));
    dashboard::GroupPage page(group, models.library);
    page.resize(1376, 850);
    page.show();
    auto* readers = find<widgets::DataTable>(page, "readerTable");
    QCOMPARE(readers->text(0, 2), QStringLiteral("4 of 6"));
    // More cases than the packs here hold: there is no whole to name.
    QCOMPARE(readers->text(1, 2), QStringLiteral("9"));
    QCOMPARE(readers->text(1, 1), QStringLiteral("9"));
}

void TestDashboards::theGroupShowsConceptsAndItems() {
    ScreenModels models;
    models::Group group(models.store.folder() / "group.sqlite", models.store.clock);
    QVERIFY(group.import(
        {groupAnswers(models, "zoe", 24, true), groupAnswers(models, "amy", 24, false)}));
    dashboard::GroupPage page(group, models.library);
    page.resize(1376, 850);
    page.show();
    auto* heat = find<ChartCell>(page, "heatChart");
    QCOMPARE(heat->table()->rows(), 1);
    QVERIFY(heat->table()->text(0, 2).contains(QStringLiteral("24 of 24")));
    QVERIFY(heat->table()->text(0, 1).contains(QStringLiteral("0 of 24")));
    auto* items = find<widgets::DataTable>(page, "itemTable");
    QCOMPARE(items->rows(), 24);
    QCOMPARE(items->text(0, 2), QStringLiteral("2"));
}

void TestDashboards::theHeatMapStartsWithTheWeakestConcept() {
    analytics::Cohort cohort;
    cohort.concepts = {ConceptId("fat/any/none"), ConceptId("margin/any/none"),
                       ConceptId("necrosis/any/none")};
    for (const char* name : {"amy", "bo", "zoe"}) {
        auto& row = cohort.readers.emplace_back();
        row.pseudonym = name;
        row.concepts.resize(3);
        row.concepts[0].share.value = 0.9;
        row.concepts[2].share.value = 0.4;
    }
    const auto heat = dashboard::groupHeat(cohort, 2, 3);
    QCOMPARE(heat.chart.columns, (QStringList{QStringLiteral("amy"), QStringLiteral("bo")}));
    QCOMPARE(heat.chart.shares[0][0], std::optional(0.4));
    QCOMPARE(heat.chart.shares[1][1], std::optional(0.9));
    QVERIFY(!heat.chart.shares[2][0]);
    QCOMPARE(heat.table[0].size(), heat.heads.size());
    QCOMPARE(dashboard::groupHeat(cohort, 2, 1).table.size(), std::size_t{1});
}

void TestDashboards::theGroupShowsWhatWasDisputed() {
    ScreenModels models;
    models.loadPack();
    models::Group group(models.store.folder() / "group.sqlite", models.store.clock);
    QVERIFY(group.import({groupAnswers(models, "zoe", 2, true)}));
    dashboard::GroupPage page(group, models.library);
    page.resize(1376, 850);
    page.show();
    auto* table = find<widgets::DataTable>(page, "groupDisputeTable");
    QVERIFY(!table->isVisible());
    QVERIFY(find<QWidget>(page, "noGroupDisputesLabel")->isVisible());
    MadeUpCall one{models.shelf.pack.cases[0], {}, {}, "Partial volume in the upper slice."};
    one.answer.grade = Grade::G1;
    one.answer.probability = 0.7;
    one.score = ScreenModels::scoreOf(Grade::G0, Grade::G1, 0.7, {});
    QVERIFY(group.import({writeAnswerFile(models, "mara", {one})}));
    QVERIFY(table->isVisible());
    QCOMPARE(table->rows(), 1);
    QCOMPARE(table->text(0, 0), QStringLiteral("mara"));
    QVERIFY(table->text(0, 2).contains(QStringLiteral("G1")));
    QVERIFY(table->text(0, 3).contains(QStringLiteral("G0")));
    QCOMPARE(table->text(0, 4), QStringLiteral("Partial volume in the upper slice."));
}

void TestDashboards::conceptsThatReadTheSameNameTheirSite() {
    const auto titles = text::conceptTitles(
        {ConceptId("margin/larynx/none"), ConceptId("fat/any/none"), ConceptId("margin/any/none")});
    QCOMPARE(titles, (QStringList{QStringLiteral("Margin, larynx"), QStringLiteral("Perinodal fat"),
                                  QStringLiteral("Margin, any site")}));
}

void TestDashboards::completionCountsCases() {
    ScreenModels models;
    models.loadPack();
    addMany(models, 4);
    models::Group group(models.store.folder() / "group.sqlite", models.store.clock);
    dashboard::ResearchPage page(models.learner, group, models.library);
    page.resize(1376, 850);
    page.show();
    auto* table = find<widgets::DataTable>(page, "completionTable");
    QCOMPARE(table->text(0, 2), QStringLiteral("4 of 6"));
    QCOMPARE(table->text(0, 3), QStringLiteral("4"));
    // A case that the pack no longer has is no part of what there is to do.
    models.shelf.pack.cases[0].id = CaseId("another");
    models.loadPack();
    QCOMPARE(table->text(0, 2), QStringLiteral("3 of 6"));
    QTest::mouseClick(find<QWidget>(page, "exportWhose_group"), Qt::LeftButton);
    QVERIFY(page.ofGroup());
    QCOMPARE(table->text(0, 2), QStringLiteral("0 of 6"));
}

void TestDashboards::everyExportIsWritten() {
    ScreenModels models;
    models.loadPack();
    addMany(models);
    models::ExportSource source;
    source.calls = models.learner.state().calls;
    source.events = *models.store->events();
    source.profile = models.learner.profile();
    source.pseudonym = "M1";
    source.appVersion = "test";
    source.key = models.store.folder() / "key.json";
    for (const auto kind : models::kExportKinds) {
        const auto file = models.store.folder() / models::exportFile(kind).toStdString();
        const auto written = models::writeExport(kind, source, file);
        QVERIFY2(written, written ? "" : written.error().detail.c_str());
        QVERIFY(written->rows > 0);
        QVERIFY(std::filesystem::file_size(file) > 100);
        QVERIFY(!models::exportName(kind).isEmpty());
    }
    const std::string log = serial::readFile(models.store.folder() / "log.jsonl").value();
    std::istringstream lines(log);
    std::vector<session::Event> events;
    for (std::string line; std::getline(lines, line);)
        events.push_back(session::eventFromJson(serial::parseJson(line).value()).value());
    QVERIFY(events == source.events);
    NullJobControl job;
    const auto back = exchange::readAnswers(models.store.folder() / "answers.nwanswers", job);
    QVERIFY(back && back->pseudonym == "M1" && back->signer);
    QVERIFY(std::filesystem::exists(models.store.folder() / "calls_codebook.csv"));
}

void TestDashboards::aStudyWithoutBothClassesIsNamed() {
    ScreenModels models;
    models.addCall(0, Grade::G2, Grade::G2, 0.9);
    models.learner.refresh();
    models::ExportSource source;
    source.calls = models.learner.state().calls;
    const auto written = models::writeExport(models::ExportKind::Imrmc, source,
                                             models.store.folder() / "study.imrmc");
    QCOMPARE(written.error().code, ErrorCode::InvalidArgument);
}

void TestDashboards::pagesPassTheAccessibilityCheck() {
    ScreenModels models;
    models.loadPack();
    addMany(models);
    models::Group group(models.store.folder() / "group.sqlite", models.store.clock);
    QVERIFY(group.import({groupAnswers(models, "zoe", 24, true)}));
    std::vector<std::unique_ptr<QWidget>> pages;
    pages.push_back(std::make_unique<dashboard::DetailsPage>(models.progress));
    pages.push_back(std::make_unique<dashboard::GroupPage>(group, models.library));
    pages.push_back(
        std::make_unique<dashboard::ResearchPage>(models.learner, group, models.library));
    for (const auto& page : pages) {
        page->resize(1376, 850);
        page->show();
        const QStringList faults = accessibilityFaults(page.get());
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }
}

QTEST_MAIN(TestDashboards)
#include "tst_dashboards.moc"
