#include "app/nodewise/application.h"
#include "app/nodewise/starting.h"
#include "app/nodewise/tour.h"
#include "app/nodewise/truth_notices.h"
#include "base/log.h"
#include "casepack/unpacked_packs.h"
#include "dicom/dictionary.h"
#include "progress/progress_store.h"
#include "ui/jobs/job_runner.h"
#include "ui/models/fresh_cases.h"
#include "ui/models/pack_shelf.h"
#include "ui/models/reading_desk.h"
#include "ui/models/threshold_record.h"
#include "ui/models/truth_changes.h"
#include "ui/render/gl_support.h"
#include "ui/shell/languages.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workspace.h"
#include "ui/text/error_text.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/toast.h"
#include <QApplication>
#include <QPixmapCache>
#include <QTimer>

namespace nodewise::app {

namespace {

QString fromPath(const std::filesystem::path& path) {
    return QString::fromStdU16String(path.u16string());
}

models::Settings settingsOf(const progress::ProgressStore& store, const CommandLine& options) {
    models::Settings settings = models::readSettings(store);
    if (!options.theme.isEmpty())
        settings.lightTheme = options.theme == QLatin1String("light");
    if (!options.language.isEmpty())
        settings.language = options.language;
    settings.disable3d = settings.disable3d || options.no3d;
    return settings;
}

QString graphicsText(const render::GlSupport& graphics) {
    if (graphics.available())
        return graphics.renderer;
    return graphics.problem == render::GlProblem::SwitchedOff
               ? QCoreApplication::translate("Application", "switched off")
               : QCoreApplication::translate("Application", "not on this computer");
}

void showTheme(QApplication& app, const models::Settings& settings) {
    widgets::applyTheme(app, settings.lightTheme ? widgets::ThemeKind::Light
                                                 : widgets::ThemeKind::Reading);
    const bool fades = !settings.reduceMotion;
    app.setEffectEnabled(Qt::UI_FadeTooltip, fades);
    app.setEffectEnabled(Qt::UI_AnimateTooltip, fades);
}

}  // namespace

/// In the order of building; taken down the other way round.
struct Application::Parts {
    Parts(progress::ProgressStore opened, QApplication& application, const CommandLine& commands,
          const AppPaths& appPaths, const Outside& outside);

    QApplication& app;
    jobs::JobRunner& jobs;
    CommandLine options;
    AppPaths paths;
    progress::ProgressStore store;
    models::SettingsModel settings;
    QString language;
    render::GlSupport graphics;
    models::Learner learner;
    models::PackShelf shelf;
    models::CaseLibrary library;
    models::ReadingDesk desk;
    models::Thumbnails thumbnails;
    models::CasesModel cases;
    models::TodayModel today;
    models::ProgressModel progress;
    models::ReadingModel reading;
    models::ImportModel import;
    models::BenchModel bench;
    models::ThresholdRecord thresholds;
    remedies::RemedyPictures cards;
    models::MeasureModel measure;
    models::Safekeeping safekeeping;
    models::TestModel tests;
    models::DrillModel drill;
    models::PairModel pairs;
    models::Group group;
    models::MeetingModel meeting;
    models::AtlasModel atlas;
    models::TruthChanges truthChanges;
    models::ReplayModel replay;
    models::FreshCases fresh;
    std::optional<std::filesystem::path> wantedCopy;
    bool started = false;
    shell::MainWindow window;
    std::unique_ptr<shell::Workspace> workspace;

    [[nodiscard]] shell::Models all() {
        return {learner,  library, thumbnails, cases,   today,   progress,    reading,
                settings, import,  bench,      cards,   measure, safekeeping, tests,
                drill,    pairs,   group,      meeting, atlas,   replay};
    }
    void keepCopy();

    [[nodiscard]] models::DeskFolders deskFolders() const {
        return {paths.unpacked, paths.volumes, paths.trust, language.toStdString()};
    }
    [[nodiscard]] models::ReadingDesk::PackFileOf packFile();
    /// Another file than the learner's own is only ever read for its kept calls.
    [[nodiscard]] models::TruthChanges::ServicesFor deskFor();
};

Application::Parts::Parts(progress::ProgressStore opened, QApplication& application,
                          const CommandLine& commands, const AppPaths& appPaths,
                          const Outside& outside)
    : app(application)
    , jobs(outside.jobs)
    , options(commands)
    , paths(appPaths)
    , store(std::move(opened))
    , settings(store)
    , language(shell::installLanguage(app, settingsOf(store, options).language))
    , graphics(render::probeGl(settingsOf(store, options).disable3d))
    , learner(store, outside.clock)
    , shelf(paths.unpacked, paths.trust, language.toStdString())
    , library(shelf, outside.jobs, paths.packs)
    , desk(
          store, deskFolders(), [this] { return learner.profile(); }, packFile())
    , thumbnails(desk, outside.jobs, fromPath(paths.pictures))
    , cases(library, learner, thumbnails)
    , today(learner, library, cases)
    , progress(learner, library)
    , reading(desk, outside.jobs, outside.clock)
    , import(outside.jobs)
    , bench(outside.jobs)
    , thresholds(bench, learner)
    , cards(outside.jobs, fromPath(paths.pictures))
    , measure(outside.jobs)
    , safekeeping(store, paths.backups, outside.clock)
    , tests(learner, library, reading, desk, outside.jobs)
    , drill(learner, library, reading)
    , pairs(learner, library, desk, outside.jobs)
    , group(paths.group, outside.clock)
    , meeting(group, learner, library, desk, outside.jobs)
    , atlas(learner, library, desk, outside.jobs)
    , truthChanges(learner, group, library, desk, deskFor(), outside.jobs)
    , replay(learner, library, desk, outside.jobs)
    , fresh(learner, library, outside.jobs, {paths.packs, paths.unpacked, paths.trust}) {
    reading.setCaseNames([this](const models::CaseLocator& where) {
        const auto* entry = library.find(where);
        return entry ? models::caseTitle(*entry) : QString();
    });
    settings.overrideForThisRun(settingsOf(store, options));
    showTheme(app, settings.settings());
    const shell::AboutFacts facts{QStringLiteral(NODEWISE_VERSION), fromPath(paths.data),
                                  graphicsText(graphics)};
    workspace = std::make_unique<shell::Workspace>(window, all(), outside.dialogs, graphics, facts);
    QObject::connect(&settings, &models::SettingsModel::changed, &window,
                     [this] { showTheme(app, settings.settings()); });
    QObject::connect(&safekeeping, &models::Safekeeping::restoreRequested, &window,
                     [this](const std::filesystem::path& copy) {
                         wantedCopy = copy;
                         window.close();
                     });
    tellOfTruthChanges(truthChanges, window);
    window.resize(1440, 900);
}

models::ReadingDesk::PackFileOf Application::Parts::packFile() {
    return [this](const PackId& id) {
        for (const auto& pack : library.packs())
            if (pack.id == id)
                return pack.file;
        return std::filesystem::path();
    };
}

models::TruthChanges::ServicesFor Application::Parts::deskFor() {
    return [this](progress::ProgressStore& other) {
        return std::make_unique<models::ReadingDesk>(
            other, deskFolders(), [] { return ProfileId(); }, packFile());
    };
}

/// What goes wrong is told, not asked: the progress itself is whole.
void Application::Parts::keepCopy() {
    if (const auto kept = safekeeping.keepCopy(); !kept) {
        log::warning(kept.error().detail);
        window.toast()->showMessage(text::errorSentence(kept.error()));
    }
}

Application::Application(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts)) {}

Application::~Application() {
    // A reading that stands open is saved before its store goes.
    m_parts->reading.close();
    if (m_parts->started)
        m_parts->keepCopy();
    // Work on other threads uses the shelf and the desk.
    m_parts->jobs.stop();
}

Result<std::unique_ptr<Application>> Application::create(QApplication& app,
                                                         const CommandLine& options,
                                                         const AppPaths& paths,
                                                         const Outside& outside) {
    auto store = progress::ProgressStore::open(paths.database, outside.clock);
    if (!store)
        return fail(store.error());
    auto parts = std::make_unique<Parts>(std::move(*store), app, options, paths, outside);
    if (auto opened = parts->learner.open(options.profile); !opened)
        return fail(opened.error());
    return std::unique_ptr<Application>(new Application(std::move(parts)));
}

shell::MainWindow& Application::window() {
    return m_parts->window;
}

shell::Workspace& Application::workspace() {
    return *m_parts->workspace;
}

shell::Models Application::models() {
    return m_parts->all();
}

std::optional<std::filesystem::path> Application::wantedCopy() const {
    return m_parts->wantedCopy;
}

void Application::start() {
    Parts& parts = *m_parts;
    parts.started = true;
    parts.keepCopy();
    if (const QString warning = parts.safekeeping.warning(); !warning.isEmpty())
        parts.window.toast()->showMessage(warning);
    if (!parts.options.caseId.isEmpty()) {
        // The case opens as soon as the pack that holds it has been read.
        const CaseId wanted(parts.options.caseId.toStdString());
        QObject::connect(&parts.library, &models::CaseLibrary::changed, &parts.window,
                         [&parts, wanted, done = false]() mutable {
                             for (const auto& entry : parts.library.entries())
                                 if (!done && entry.where.id == wanted) {
                                     done = true;
                                     parts.workspace->openCase(entry.where);
                                 }
                         });
    }
    // When all packs at hand have been opened, what is left over belongs to nobody.
    QObject::connect(&parts.library, &models::CaseLibrary::busyChanged, &parts.window,
                     [&parts, done = false]() mutable {
                         if (done || parts.library.isBusy())
                             return;
                         done = true;
                         parts.truthChanges.check();
                         parts.jobs.run(
                             &parts.window,
                             [folder = parts.paths.unpacked](JobControl&) {
                                 return casepack::removeUnused(folder);
                             },
                             [](int) {});
                     });
    parts.library.load(parts.paths.builtInPacks);
    if (!parts.options.open.isEmpty())
        parts.workspace->openPaths(parts.options.open);
}

int runApplication(QApplication& app, const CommandLine& options) {
    const AppPaths paths = AppPaths::make(options.dataDir, QCoreApplication::applicationDirPath());
    log::openFile(paths.log);
    auto* focus = new widgets::KeyboardFocus(&app);
    app.installEventFilter(focus);
    widgets::QtDialogService dialogs;
    const SystemClock clock;
    jobs::ThreadJobRunner jobs;
    if (!options.tourDir.isEmpty())
        return runTour(app, options, paths);
    for (;;) {
        auto made = startProgram(app, options, paths, {clock, jobs, dialogs});
        if (!made) {
            log::error(made.error().detail);
            if (made.error().code == ErrorCode::Cancelled)
                return 1;
            showTheme(app, {});
            dialogs.tell(nullptr, text::errorTitle(text::errorKindOf(made.error().code)),
                         text::errorSentence(made.error()));
            return 1;
        }
        (*made)->window().show();
        // After the first picture of Today: reading packs and the dictionary must not hold it up.
        QTimer::singleShot(0, &(*made)->window(), [&application = **made, &paths] {
            if (const auto ready = dicom::ensureDictionary(paths.dictionary); !ready)
                log::warning(ready.error().detail);
            application.start();
        });
        const int code = QApplication::exec();
        const auto copy = (*made)->wantedCopy();
        made->reset();
        if (!copy)
            return code;
        if (const auto done = progress::restoreBackup(*copy, paths.database, clock); !done)
            dialogs.tell(nullptr, text::errorTitle(text::errorKindOf(done.error().code)),
                         text::errorSentence(done.error()));
    }
}

}  // namespace nodewise::app
