#include "app/nodewise/tour_pages.h"
#include "ui/dashboard/progress_screen.h"
#include "ui/dashboard/report.h"
#include "ui/measure/measure_files.h"
#include "ui/measure/measure_screen.h"
#include "ui/shell/workspace.h"
#include <QImage>

namespace nodewise::app {

namespace {

constexpr double kNodeFieldMm = 110;  ///< The node with what lies round it.

/// The report as a reader saves it, a picture a page.
void drawMeasureReport(const TourStage& stage, const measure_screen::MeasureScreen& screen) {
    const auto pages =
        measure_screen::pdfPages(stage.program.models().measure.work(), screen.reportPictures());
    for (std::size_t page = 0; page < pages.size(); ++page)
        stage.camera.keep(pages[page], QStringLiteral("10-measure-report-%1").arg(page + 1));
    if (pages.empty())
        stage.camera.complain("the report has no page");
}

}  // namespace

void drawProgressPages(const TourStage& stage, const QString& name, bool all) {
    auto* screen = stage.program.window().findChild<dashboard::ProgressScreen*>();
    stage.goTo("progress");
    for (const char* page : {"overview", "scores", "compare", "group", "research"}) {
        screen->showPage(QLatin1String(page));
        settle();
        stage.shoot(name + QLatin1Char('-') + QLatin1String(page), all);
    }
    screen->showPage(QStringLiteral("overview"));
}

void drawReports(const TourStage& stage, const QString& name) {
    auto models = stage.program.models();
    const QString version = QStringLiteral(NODEWISE_VERSION);
    const auto resident = dashboard::residentReport(models.progress, version);
    const auto certificate = dashboard::certificateReport(models.progress, version);
    dashboard::GroupReport group;
    group.head = resident.head;
    group.head.name.clear();
    group.head.title = QStringLiteral("Group report");
    group.cohort = models.group.cohort();
    stage.camera.shootPage(name + QStringLiteral("-resident"),
                           [&](QPainter& p) { dashboard::paintResident(p, resident); });
    stage.camera.shootPage(name + QStringLiteral("-certificate"),
                           [&](QPainter& p) { dashboard::paintCertificate(p, certificate); });
    stage.camera.shootPage(name + QStringLiteral("-group"),
                           [&](QPainter& p) { dashboard::paintGroup(p, group); });
}

void drawPairs(const TourStage& stage) {
    auto models = stage.program.models();
    models.pairs.next();
    if (!waitFor([&] { return models.pairs.state() == models::PairState::Looking; }))
        stage.camera.complain("no pair to compare");
    stage.goTo("pairs");
    settle(1500);
    stage.shoot(QStringLiteral("10-pairs"));
    models.pairs.choose(false);
    settle();
    stage.shoot(QStringLiteral("10-pairs-reference"));
}

void drawMeeting(const TourStage& stage) {
    auto models = stage.program.models();
    const auto nodes = models.meeting.nodes();
    int at = 0;
    for (std::size_t i = 0; i < nodes.size(); ++i)
        if (models.library.find(nodes[i].ref.pack, nodes[i].ref.caseId))
            at = static_cast<int>(i);
    stage.goTo("meeting");
    models.meeting.open(at);
    (void)waitFor([&] { return models.meeting.volume() != nullptr; });
    models.meeting.showSpread();
    settle(1500);
    stage.shoot(QStringLiteral("11-meeting-spread"), true);
    models.meeting.vote({1, 4, 0, 0});
    models.meeting.showTruth();
    (void)waitFor([&] { return models.meeting.truth() != nullptr; });
    settle(1500);
    stage.shoot(QStringLiteral("11-meeting-reference"), true);
}

void drawAtlas(const TourStage& stage, const models::CaseLocator& where) {
    auto models = stage.program.models();
    stage.goTo("atlas");
    stage.shoot(QStringLiteral("12-atlas"));
    models.atlas.choose(where);
    if (models.atlas.state() == models::AtlasState::Asking)
        models.atlas.spend();
    (void)waitFor([&] { return models.atlas.state() == models::AtlasState::Open; });
    settle(1500);
    stage.shoot(QStringLiteral("12-atlas-case"), true);
}

void drawBench(const TourStage& stage) {
    stage.goTo("bench");
    // The last picture asked for: the node without its extension.
    const auto drawn = [&] { return !stage.program.models().bench.isDrawing(); };
    settle(1000);
    if (!waitFor(drawn))
        stage.camera.complain("the bench could not draw its node");
    settle(3000);
    waitFor(drawn);
    stage.shoot(QStringLiteral("07-bench"), true);
}

void drawMeasure(const TourStage& stage, const VolumePtr& volume,
                 const std::optional<PointLps>& node) {
    auto& measure = stage.program.models().measure;
    stage.goTo("measure");
    stage.shoot(QStringLiteral("08-measure-empty"));
    if (!volume || !node)
        return stage.camera.complain("there is no volume to measure");
    measure.openSeries({volume, QStringLiteral("Series A"), {}, {}});
    measure.outlineAt(*node);
    if (!waitFor([&] { return !measure.nodes().empty() && measure.nodes().front().fresh; }))
        return stage.camera.complain("the node could not be measured");
    exchange::WorkPatient patient;
    patient.site = Site::OralCavity;
    patient.primarySide = PrimarySide::Left;
    measure.setPatient(patient);
    measure.setLevel(0, Level::IIa);
    settle(1500);
    stage.shoot(QStringLiteral("08-measure"));
    auto* screen = stage.program.window().findChild<measure_screen::MeasureScreen*>();
    screen->viewerModel().showSpot(*node, kNodeFieldMm);
    measure.setOwn(0, Grade::G1, 0.72);
    measure.commit(0);
    settle(1500);
    stage.shoot(QStringLiteral("09-measure-answer"), true);
    drawMeasureReport(stage, *screen);
    measure.close();
}

}  // namespace nodewise::app
