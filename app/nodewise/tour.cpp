#include "app/nodewise/tour.h"
#include "app/nodewise/application.h"
#include "app/nodewise/silent_dialogs.h"
#include "app/nodewise/tour_camera.h"
#include "app/nodewise/tour_data.h"
#include "casepack/truth.h"
#include "ui/dashboard/progress_screen.h"
#include "ui/dashboard/report.h"
#include "ui/jobs/job_runner.h"
#include "ui/read/read_screen.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workspace.h"
#include "ui/text/error_text.h"
#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <cstdio>
#include <map>

namespace nodewise::app {

namespace {

class Tour {
public:
    Tour(QApplication& app, const CommandLine& options, const AppPaths& paths)
        : m_app(app)
        , m_options(options)
        , m_camera(app, options.tourDir)
        , m_paths(AppPaths::make(m_home.path(), QCoreApplication::applicationDirPath())) {
        // The demo pack alone: its history is known here, and a course of cases takes minutes.
        m_paths.builtInPacks.clear();
        for (const std::filesystem::path& pack : paths.builtInPacks)
            if (pack.filename() == "nodewise-demo.nwpack")
                m_paths.builtInPacks.push_back(pack);
        for (const QString& pack : options.open)
            m_paths.builtInPacks.emplace_back(pack.toStdU16String());
        m_options.open.clear();
        m_options.profile.clear();
        m_clock.time = tourNow();
    }

    int run() {
        if (m_paths.builtInPacks.empty())
            return complain("no demo pack beside the program; name one with --open");
        if (!QDir().mkpath(m_options.tourDir))
            return complain("the folder for the pictures cannot be made");
        const bool drawn = drawFirstStart() && writeHistory() && drawReader();
        // Last: the program has chosen the language by then.
        m_camera.shootComponents();
        return drawn && !m_failed && m_camera.isWell() ? 0 : 1;
    }

private:
    int complain(const char* text) {
        std::fprintf(stderr, "nodewise --tour: %s\n", text);
        m_failed = true;
        return 1;
    }

    bool begin() {
        auto made = Application::create(m_app, m_options, m_paths, {m_clock, m_jobs, m_dialogs});
        if (!made) {
            complain(made.error().detail.c_str());
            return false;
        }
        m_application = std::move(*made);
        m_application->window().show();
        m_application->start();
        const auto& library = m_application->models().library;
        if (!waitFor([&] { return !library.isBusy(); }) || library.entries().empty()) {
            complain("the demo pack could not be read");
            return false;
        }
        return true;
    }

    /// Small pictures are drawn in the background.
    void settlePictures() {
        settle();
        const auto& pictures = m_application->models().thumbnails;
        (void)waitFor([&] { return !pictures.isBusy(); });
        settle();
    }

    void shoot(const QString& name, bool all = false) {
        m_camera.shoot(m_application->window(), name, all);
    }

    bool drawFirstStart() {
        if (!begin())
            return false;
        settlePictures();
        shoot(QStringLiteral("01-first-start"), true);
        m_application->window().goTo(QStringLiteral("progress"));
        shoot(QStringLiteral("02-progress-empty"));
        m_application->window().goTo(QStringLiteral("read"));
        shoot(QStringLiteral("03-read-empty"));
        m_entries = m_application->models().library.entries();
        const bool tested = drawTest();
        m_application.reset();
        // The reader of the other pictures begins with nothing.
        std::error_code ignored;
        for (const char* part : {"", "-wal", "-shm"}) {
            std::filesystem::path file = m_paths.database;
            file += part;
            std::filesystem::remove(file, ignored);
        }
        return tested;
    }

    /// A test of one case, called to its end.
    bool drawTest() {
        auto models = m_application->models();
        auto& reading = m_application->models().reading;
        if (const auto started = models.tests.start({1, 0, 0}, 8412); !started) {
            complain(started.error().detail.c_str());
            return false;
        }
        m_application->window().goTo(QStringLiteral("read"));
        models.tests.goOn();
        if (!waitFor([&] { return reading.state() == models::ReadingState::Calling; }))
            return false;
        const auto* entry = models.library.find(reading.openedCase()->where);
        const auto nodes = reading.nodes().size();
        for (std::size_t node = 0; node < nodes; ++node) {
            reading.setDraft(finishedCall(*entry, node));
            if (node == 0) {
                settle(1500);
                shoot(QStringLiteral("08-test-reading"));
            }
            m_clock.time += std::chrono::seconds(95);
            reading.commit();
        }
        if (!waitFor([&] {
                const auto results = models.tests.results();
                return !results.empty() && results.front().graded && !models.tests.isGrading();
            }))
            return false;
        settle();
        shoot(QStringLiteral("09-test-result"), true);
        models.replay.open(models.tests.results().front().rows.front().call);
        (void)waitFor([&] { return models.replay.replay().has_value(); });
        m_application->window().goTo(QStringLiteral("replay"));
        shoot(QStringLiteral("09-test-replay"));
        m_clock.time = tourNow();
        return true;
    }

    void drawModes() {
        auto models = m_application->models();
        models.pairs.next();
        if (!waitFor([&] { return models.pairs.state() == models::PairState::Looking; }))
            complain("no pair to compare");
        m_application->window().goTo(QStringLiteral("pairs"));
        settle(1500);
        shoot(QStringLiteral("10-pairs"));
        models.pairs.choose(false);
        settle();
        shoot(QStringLiteral("10-pairs-reference"));
        m_application->window().goTo(QStringLiteral("meeting"));
        shoot(QStringLiteral("11-meeting-empty"));
        const auto mark = [this](const models::LibraryEntry& entry, std::size_t node) {
            return entry.where.id.value.starts_with("made-") ? std::nullopt : markFor(entry, node);
        };
        const auto files = writeTourGroup(std::filesystem::path(m_home.path().toStdU16String()),
                                          m_clock, m_entries, mark);
        QStringList names;
        if (files)
            for (const auto& file : *files)
                names << QString::fromStdU16String(file.u16string());
        if (const auto taken = models.group.import(names); !files || !taken)
            complain("the answers of the group were not taken up");
        drawMeeting();
        drawAtlas();
    }

    void drawMeeting() {
        auto models = m_application->models();
        const auto nodes = models.meeting.nodes();
        int at = 0;
        for (std::size_t i = 0; i < nodes.size(); ++i)
            if (models.library.find(nodes[i].ref.pack, nodes[i].ref.caseId))
                at = static_cast<int>(i);
        models.meeting.open(at);
        (void)waitFor([&] { return models.meeting.volume() != nullptr; });
        models.meeting.showSpread();
        settle(1500);
        shoot(QStringLiteral("11-meeting-spread"), true);
        models.meeting.vote({1, 4, 0, 0});
        models.meeting.showTruth();
        (void)waitFor([&] { return models.meeting.truth() != nullptr; });
        settle(1500);
        shoot(QStringLiteral("11-meeting-reference"));
    }

    void drawAtlas() {
        auto models = m_application->models();
        m_application->window().goTo(QStringLiteral("atlas"));
        shoot(QStringLiteral("12-atlas"));
        models.atlas.choose(m_entries.back().where);
        if (models.atlas.state() == models::AtlasState::Asking)
            models.atlas.spend();
        (void)waitFor([&] { return models.atlas.state() == models::AtlasState::Open; });
        settle(1500);
        shoot(QStringLiteral("12-atlas-case"), true);
    }

    void drawProgressPages() {
        auto* screen = m_application->window().findChild<dashboard::ProgressScreen*>();
        m_application->window().goTo(QStringLiteral("progress"));
        for (const char* page : {"scores", "group", "research"}) {
            screen->showPage(QLatin1String(page));
            settle();
            shoot(QStringLiteral("13-progress-") + QLatin1String(page), true);
        }
        screen->showPage(QStringLiteral("overview"));
    }

    void drawReports() {
        auto models = m_application->models();
        const QString version = QStringLiteral(NODEWISE_VERSION);
        const auto resident = dashboard::residentReport(models.progress, version);
        const auto certificate = dashboard::certificateReport(models.progress, version);
        dashboard::GroupReport group;
        group.head = resident.head;
        group.head.name.clear();
        group.head.title = QStringLiteral("Group report");
        group.cohort = models.group.cohort();
        m_camera.shootPage(QStringLiteral("14-report"),
                           [&](QPainter& p) { dashboard::paintResident(p, resident); });
        m_camera.shootPage(QStringLiteral("14-certificate"),
                           [&](QPainter& p) { dashboard::paintCertificate(p, certificate); });
        m_camera.shootPage(QStringLiteral("14-group"),
                           [&](QPainter& p) { dashboard::paintGroup(p, group); });
    }

    bool writeHistory() {
        auto store = progress::ProgressStore::open(m_paths.database, m_clock);
        const auto mark = [this](const models::LibraryEntry& entry, std::size_t node) {
            return markFor(entry, node);
        };
        if (store && store->profiles() && store->profiles()->empty())
            static_cast<void>(store->createProfile("Mara"));
        const auto written = store ? writeTourHistory(*store, m_clock, m_entries, mark)
                                   : Result<void>(fail(store.error()));
        if (!written)
            complain(written.error().detail.c_str());
        return written.has_value();
    }

    /// A mark in the middle of the node, as a reader would set it.
    std::optional<PointLps> markFor(const models::LibraryEntry& entry, std::size_t node) {
        auto& marks = m_marks[entry.where.id];
        if (marks.empty()) {
            NullJobControl job;
            const auto pack =
                casepack::openPack(entry.where.pack, m_paths.unpacked, m_paths.trust, job);
            if (!pack)
                return std::nullopt;
            if (const auto truth = casepack::openCaseTruth(**pack, entry.where.id, job))
                for (const NodeTruth& reference : truth->truth.nodes)
                    marks.push_back(reference.centre);
        }
        return node < marks.size() ? std::optional(marks[node]) : std::nullopt;
    }

    NodeCall finishedCall(const models::LibraryEntry& entry, std::size_t node) {
        NodeCall call = m_application->models().reading.draft();
        call.mark = markFor(entry, node);
        call.side = entry.record.nodes[node].side;
        call.level = entry.record.nodes[node].level;
        call.probability = 0.72;
        call.grade = Grade::G1;
        call.margin = Margin::Indistinct;
        call.fat = PerinodalFat::Stranded;
        call.contact = AdjacencyCall{Adjacency::None, {}};
        call.necrosis = true;
        call.shortAxisMm = 14.0;
        call.longAxisMm = 21.5;
        call.reasons = {Feature::Margin, Feature::Fat};
        return call;
    }

    bool drawReader() {
        if (!begin())
            return false;
        settle(1500);
        // The last case of the pack: the one with most to see.
        const models::LibraryEntry entry = m_application->models().library.entries().back();
        auto& reading = m_application->models().reading;
        m_application->workspace().openCase(entry.where);
        if (!waitFor([&] { return reading.state() == models::ReadingState::Calling; })) {
            complain(qUtf8Printable(reading.problem()));
            return false;
        }
        reading.setDraft(finishedCall(entry, 0));
        const auto categories = reading.nCategories();
        reading.setCaseAnswer({categories[categories.size() / 2], entry.record.edition,
                               ImageQuality::Adequate, "Discuss iENE at the tumour board"});
        if (auto* screen = m_application->window().findChild<read::ReadScreen*>())
            if (const auto mark = reading.draft().mark)
                screen->viewerModel().setCursor(*mark);
        settle(1500);
        shoot(QStringLiteral("04-read"), true);
        for (const char* place : {"today", "cases", "progress", "settings"}) {
            m_application->window().goTo(QLatin1String(place));
            settlePictures();
            shoot(QStringLiteral("05-") + QLatin1String(place), true);
        }
        m_application->window().goTo(QStringLiteral("read"));
        reading.commit();
        if (!waitFor([&] { return reading.state() == models::ReadingState::Reviewing; })) {
            complain(qUtf8Printable(reading.problem()));
            return false;
        }
        settle(2500);
        shoot(QStringLiteral("06-feedback"), true);
        m_application->window().goTo(QStringLiteral("bench"));
        // The last picture asked for: the node without its extension.
        const auto drawn = [this] { return !m_application->models().bench.isDrawing(); };
        settle(1000);
        if (!waitFor(drawn))
            complain("the bench could not draw its node");
        settle(3000);
        waitFor(drawn);
        shoot(QStringLiteral("07-bench"), true);
        const bool measured = drawMeasure(reading.volume(), markFor(entry, 0));
        drawModes();
        drawProgressPages();
        drawReports();
        m_application.reset();
        return measured;
    }

    /// The Measure place: nothing open, a node outlined, the core's answer beside the own call.
    bool drawMeasure(const VolumePtr& volume, const std::optional<PointLps>& node) {
        auto& measure = m_application->models().measure;
        m_application->window().goTo(QStringLiteral("measure"));
        shoot(QStringLiteral("08-measure-empty"));
        if (!volume || !node)
            return complain("there is no volume to measure") == 0;
        measure.openSeries({volume, QStringLiteral("Series A"), {}, {}});
        measure.outlineAt(*node);
        const auto ready = [&] {
            return !measure.nodes().empty() && measure.nodes().front().fresh;
        };
        if (!waitFor(ready))
            return complain("the node could not be measured") == 0;
        exchange::WorkPatient patient;
        patient.site = Site::OralCavity;
        patient.primarySide = PrimarySide::Left;
        measure.setPatient(patient);
        measure.setLevel(0, Level::IIa);
        settle(1500);
        shoot(QStringLiteral("08-measure"));
        measure.setOwn(0, Grade::G1, 0.72);
        measure.commit(0);
        settle(1500);
        shoot(QStringLiteral("09-measure-answer"), true);
        measure.close();
        return true;
    }

    QApplication& m_app;
    CommandLine m_options;
    TourCamera m_camera;
    QTemporaryDir m_home;
    AppPaths m_paths;
    TourClock m_clock;
    SilentDialogs m_dialogs;
    jobs::ThreadJobRunner m_jobs;
    std::unique_ptr<Application> m_application;
    std::vector<models::LibraryEntry> m_entries;
    std::map<CaseId, std::vector<PointLps>> m_marks;
    bool m_failed = false;
};

}  // namespace

int runTour(QApplication& app, const CommandLine& options, const AppPaths& paths) {
    return Tour(app, options, paths).run();
}

}  // namespace nodewise::app
