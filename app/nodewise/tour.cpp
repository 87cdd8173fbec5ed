#include "app/nodewise/tour.h"
#include "app/nodewise/application.h"
#include "app/nodewise/silent_dialogs.h"
#include "app/nodewise/tour_data.h"
#include "app/nodewise/tour_pages.h"
#include "casepack/truth.h"
#include "ui/jobs/job_runner.h"
#include "ui/read/read_screen.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workspace.h"
#include "ui/text/error_text.h"
#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <map>

namespace nodewise::app {

namespace {

constexpr int kFewCalls = 6, kManyCalls = 64;

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
            return complain("no demo pack beside the program; name one with --open") ? 0 : 1;
        if (!QDir().mkpath(m_options.tourDir))
            return complain("the folder for the pictures cannot be made") ? 0 : 1;
        const bool drawn = drawFirstStart() && drawBeginner() && drawReader();
        // Last: the program has chosen the language by then.
        m_camera.shootComponents();
        return drawn && m_camera.isWell() ? 0 : 1;
    }

private:
    /// False, for the caller to pass on.
    bool complain(const char* text) {
        m_camera.complain(text);
        return false;
    }

    bool begin() {
        auto made = Application::create(m_app, m_options, m_paths, {m_clock, m_jobs, m_dialogs});
        if (!made)
            return complain(made.error().detail.c_str());
        m_application = std::move(*made);
        m_application->window().show();
        m_application->start();
        const auto& library = m_application->models().library;
        if (!waitFor([&] { return !library.isBusy(); }) || library.entries().empty())
            return complain("the demo pack could not be read");
        return true;
    }

    /// Small pictures are drawn in the background.
    void settlePictures() {
        settle();
        const auto& pictures = m_application->models().thumbnails;
        (void)waitFor([&] { return !pictures.isBusy(); });
        settle();
    }

    TourStage stage() { return {*m_application, m_camera}; }
    void shoot(const char* name, bool all = false) { stage().shoot(QLatin1String(name), all); }
    void goTo(const char* place) { stage().goTo(place); }

    /// Ends the program and takes its progress away: the next learner begins with nothing.
    void forgetLearner() {
        m_application.reset();
        std::error_code ignored;
        for (const std::filesystem::path& database : {m_paths.database, m_paths.group})
            for (const char* part : {"", "-wal", "-shm"}) {
                std::filesystem::path file = database;
                file += part;
                std::filesystem::remove(file, ignored);
            }
    }

    /// Nobody has read anything.
    bool drawFirstStart() {
        if (!begin())
            return false;
        settlePictures();
        shoot("01-first-start", true);
        drawProgressPages(stage(), QStringLiteral("02-progress-empty"), false);
        drawReports(stage(), QStringLiteral("02-report-empty"));
        for (const char* place : {"read", "meeting", "atlas", "pairs"}) {
            goTo(place);
            stage().shoot(QStringLiteral("03-empty-") + QLatin1String(place));
        }
        m_entries = m_application->models().library.entries();
        const bool tested = drawTest();
        forgetLearner();
        return tested;
    }

    /// A learner of the first days: most figures say what they still need.
    bool drawBeginner() {
        if (!writeHistory(kFewCalls) || !begin())
            return false;
        goTo("today");
        settlePictures();
        shoot("04-few-today");
        takeUpGroup(kFewCalls);
        drawProgressPages(stage(), QStringLiteral("04-few-progress"), false);
        drawReports(stage(), QStringLiteral("04-few-report"));
        forgetLearner();
        return true;
    }

    /// A test of one case, called to its end.
    bool drawTest() {
        auto models = m_application->models();
        auto& reading = m_application->models().reading;
        if (const auto started = models.tests.start({1, 0, 0}, 8412); !started)
            return complain(started.error().detail.c_str());
        goTo("read");
        models.tests.goOn();
        if (!waitFor([&] { return reading.state() == models::ReadingState::Calling; }))
            return false;
        const auto* entry = models.library.find(reading.openedCase()->where);
        const auto nodes = reading.nodes().size();
        for (std::size_t node = 0; node < nodes; ++node) {
            reading.setDraft(finishedCall(*entry, node));
            if (node == 0) {
                settle(1500);
                shoot("08-test-reading");
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
        shoot("09-test-result", true);
        models.replay.open(models.tests.results().front().rows.front().call);
        (void)waitFor([&] { return models.replay.replay().has_value(); });
        goTo("replay");
        shoot("09-test-replay");
        m_clock.time = tourNow();
        return true;
    }

    /// The answers of five made-up readers, with so many calls each.
    void takeUpGroup(int calls) {
        const auto mark = [this](const models::LibraryEntry& entry, std::size_t node) {
            return entry.where.id.value.starts_with("made-") ? std::nullopt : markFor(entry, node);
        };
        const auto folder = std::filesystem::path(m_home.path().toStdU16String()) /
                            ("group-" + std::to_string(calls));
        const auto files = writeTourGroup(folder, m_clock, m_entries, mark, calls);
        QStringList names;
        if (files)
            for (const auto& file : *files)
                names << QString::fromStdU16String(file.u16string());
        if (const auto taken = m_application->models().group.import(names); !files || !taken)
            complain("the answers of the group were not taken up");
    }

    bool writeHistory(int calls) {
        auto store = progress::ProgressStore::open(m_paths.database, m_clock);
        const auto mark = [this](const models::LibraryEntry& entry, std::size_t node) {
            return markFor(entry, node);
        };
        if (store && store->profiles() && store->profiles()->empty())
            static_cast<void>(store->createProfile("Mara"));
        const auto written = store ? writeTourHistory(*store, m_clock, m_entries, mark, calls)
                                   : Result<void>(fail(store.error()));
        return written || complain(written.error().detail.c_str());
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
        if (!writeHistory(kManyCalls) || !begin())
            return false;
        settle(1500);
        // The last case of the pack: the one with most to see.
        const models::LibraryEntry entry = m_application->models().library.entries().back();
        if (!drawCall(entry) || !drawFeedback())
            return false;
        drawBench(stage());
        drawMeasure(stage(), m_application->models().reading.volume(), markFor(entry, 0));
        drawPairs(stage());
        takeUpGroup(kManyCalls);
        drawMeeting(stage());
        drawAtlas(stage(), m_entries.back().where);
        drawProgressPages(stage(), QStringLiteral("13-progress"), true);
        drawReports(stage(), QStringLiteral("14-report"));
        m_application.reset();
        return true;
    }

    /// A call on its first node, all but committed; the other places meanwhile.
    bool drawCall(const models::LibraryEntry& entry) {
        auto& reading = m_application->models().reading;
        m_application->workspace().openCase(entry.where);
        if (!waitFor([&] { return reading.state() == models::ReadingState::Calling; }))
            return complain(qUtf8Printable(reading.problem()));
        reading.setDraft(finishedCall(entry, 0));
        const auto categories = reading.nCategories();
        reading.setCaseAnswer({categories[categories.size() / 2], entry.record.edition,
                               ImageQuality::Adequate, "Discuss iENE at the tumour board"});
        if (auto* screen = m_application->window().findChild<read::ReadScreen*>())
            if (const auto mark = reading.draft().mark)
                screen->viewerModel().setCursor(*mark);
        settle(1500);
        shoot("04-read", true);
        for (const char* place : {"today", "cases", "settings"}) {
            goTo(place);
            settlePictures();
            stage().shoot(QStringLiteral("05-") + QLatin1String(place), true);
        }
        return true;
    }

    bool drawFeedback() {
        auto& reading = m_application->models().reading;
        goTo("read");
        reading.commit();
        if (!waitFor([&] { return reading.state() == models::ReadingState::Reviewing; }))
            return complain(qUtf8Printable(reading.problem()));
        settle(2500);
        shoot("06-feedback", true);
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
};

}  // namespace

int runTour(QApplication& app, const CommandLine& options, const AppPaths& paths) {
    return Tour(app, options, paths).run();
}

}  // namespace nodewise::app
