#include "ui/shell/workspace.h"
#include "ui/bench/bench_screen.h"
#include "ui/dashboard/progress_screen.h"
#include "ui/feedback/feedback_screen.h"
#include "ui/library/cases_screen.h"
#include "ui/measure/measure_screen.h"
#include "ui/models/fresh_cases.h"
#include "ui/read/read_screen.h"
#include "ui/render/surface_view.h"
#include "ui/shell/keys_section.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_names.h"
#include "ui/shell/practice_ways.h"
#include "ui/shell/report_ways.h"
#include "ui/shell/safety_section.h"
#include "ui/shell/window_keeper.h"
#include "ui/text/error_text.h"
#include "ui/text/term_text.h"
#include "ui/today/today_screen.h"
#include "ui/widgets/strips.h"
#include "ui/widgets/toast.h"
#include <QFileInfo>

namespace nodewise::shell {

using models::ImportState;
using models::ReadingState;

namespace {

constexpr int kStripAfterMs = 300;

std::filesystem::path pathOf(const QString& text) {
    return std::filesystem::path(text.toStdU16String());
}

}  // namespace

Workspace::Workspace(MainWindow& window, const Models& models, widgets::DialogService& dialogs,
                     const render::GlSupport& graphics, const AboutFacts& facts, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_models(models)
    , m_dialogs(dialogs)
    , m_practice(new PracticeWays(window, models, dialogs, this)) {
    m_showStrip.setSingleShot(true);
    m_showStrip.setInterval(kStripAfterMs);
    buildScreens(graphics, facts);
    connectReading();
    connectLibrary();
    connectImport();
    connect(&window, &MainWindow::openPackRequested, this, &Workspace::askForPack);
    connect(&window, &MainWindow::importRequested, this, &Workspace::askForFolder);
    connect(&window, &MainWindow::pathsDropped, this, &Workspace::openPaths);
    connect(&m_showStrip, &QTimer::timeout, this, &Workspace::showStrip);
}

void Workspace::buildScreens(const render::GlSupport& graphics, const AboutFacts& facts) {
    auto* today = new today::TodayScreen(m_models.today, m_models.thumbnails);
    auto* cases = new library::CasesScreen(m_models.cases);
    auto* progress = new dashboard::ProgressScreen(m_models.progress, m_models.thumbnails);
    auto* settings = new SettingsScreen(m_models.settings, m_models.learner, facts);
    m_window.addPlace({kToday, kToday, tr("Today")}, today);
    m_window.addPlace({kCases, kCases, tr("Cases")}, cases);
    buildReading(graphics);
    buildBench();
    m_window.addPlace({kProgress, kProgress, tr("Progress")}, progress);
    buildMeasure(graphics);
    m_practice->addAtlas();
    m_practice->connectToday(*today);
    connect(m_practice, &PracticeWays::reviewCallRequested, this, &Workspace::reviewCall);
    connect(m_practice, &PracticeWays::problem, this, &Workspace::tell);
    auto* reports = new ReportWays(m_window, m_models, m_dialogs, facts, *progress, this);
    connect(reports, &ReportWays::problem, this, &Workspace::tell);
    connect(reports, &ReportWays::importRequested, m_practice, &PracticeWays::importAnswers);
    m_window.addPlace({kSettings, kSettings, tr("Settings"), true}, settings);
    connect(today, &today::TodayScreen::openCaseRequested, this, &Workspace::openCase);
    connect(today, &today::TodayScreen::reviewCallRequested, this, &Workspace::reviewCall);
    connect(today, &today::TodayScreen::openPackRequested, this, &Workspace::askForPack);
    connect(today, &today::TodayScreen::importRequested, this, &Workspace::askForFolder);
    connect(today, &today::TodayScreen::casesRequested, this, [this] { m_window.goTo(kCases); });
    connect(today, &today::TodayScreen::progressRequested, this,
            [this] { m_window.goTo(kProgress); });
    connect(cases, &library::CasesScreen::openCaseRequested, this, &Workspace::openCase);
    connect(cases, &library::CasesScreen::benchRequested, this, [this] { showBench(kCases); });
    connect(cases, &library::CasesScreen::openPackRequested, this, &Workspace::askForPack);
    connect(cases, &library::CasesScreen::importRequested, this, &Workspace::askForFolder);
    connect(progress, &dashboard::ProgressScreen::reviewCallRequested, this,
            &Workspace::reviewCall);
    connect(progress, &dashboard::ProgressScreen::readRequested, this,
            [this] { m_window.goTo(kToday); });
    connect(settings, &SettingsScreen::problem, this, &Workspace::tell);
    auto* safety = new SafetySection(m_models.safekeeping, m_models.learner, m_dialogs, settings);
    settings->addSection(tr("Safety of your progress"), safety);
    connect(safety, &SafetySection::problem, this, &Workspace::tell);
    addKeys(*settings);
}

void Workspace::addKeys(SettingsScreen& settings) {
    auto* keys = new KeysSection(m_models.settings, m_dialogs, &settings);
    settings.addWideSection(tr("Mouse and keys"), keys);
    connect(keys, &KeysSection::problem, this, &Workspace::tell);
    connect(keys, &KeysSection::saved, this, [this](const QString& file) {
        //: %1 is the name of a file.
        m_window.toast()->showMessage(tr("Saved as %1").arg(QFileInfo(file).fileName()));
    });
}

void Workspace::keepWindows(viewer::ViewerModel& views, std::function<QString()> series) {
    auto* keeper = new WindowKeeper(views, m_models.settings.windows(), std::move(series), this);
    connect(keeper, &WindowKeeper::problem, this, &Workspace::tell);
}

void Workspace::buildReading(const render::GlSupport& graphics) {
    auto* read = new read::ReadScreen(m_models.reading);
    keepWindows(read->viewerModel(), [this] {
        const auto& opened = m_models.reading.openedCase();
        return opened ? QString::fromStdU16String(opened->where.pack.u16string()) +
                            QLatin1Char('/') + QString::fromStdString(opened->where.id.value)
                      : QString();
    });
    auto* solid = new render::SurfaceView(graphics);
    solid->setObjectName(QStringLiteral("readSolidView"));
    solid->setAccessibleName(tr("CT in 3‑D"));
    solid->setVolumeLook(render::VolumeLook::Bone);
    read->setSolidView(solid);
    auto& views = read->viewerModel();
    connect(&views, &viewer::ViewerModel::volumeChanged, solid,
            [solid, &views] { solid->setVolume(views.volume()); });
    connect(solid, &render::SurfaceView::placePicked, &views, &viewer::ViewerModel::setCursor);
    connect(read, &read::ReadScreen::savePictureRequested, this, &Workspace::savePicture);
    m_window.addPlace({kRead, kRead, tr("Read")}, read);
    connect(read, &read::ReadScreen::casesRequested, this, [this] { m_window.goTo(kCases); });
    m_feedback = new feedback_screen::FeedbackScreen(m_models.reading, m_dialogs, graphics);
    m_feedback->setRemedyPictures(&m_models.cards);
    m_window.addPage(kRead, kFeedback, m_feedback);
    connect(m_feedback, &feedback_screen::FeedbackScreen::benchRequested, this,
            &Workspace::benchCalledNode);
    connect(m_feedback, &feedback_screen::FeedbackScreen::closed, this,
            [this] { m_window.goTo(kToday); });
    connect(m_feedback, &feedback_screen::FeedbackScreen::practiseRequested, this,
            [this](const QStringList& concepts) {
                std::vector<ConceptId> wanted;
                for (const QString& id : concepts)
                    wanted.emplace_back(id.toStdString());
                if (const auto* entry = m_models.cases.newCaseFor(wanted))
                    openCase(models::CaseLocator(entry->where));
            });
}

void Workspace::savePicture(const QImage& picture) {
    const auto file =
        m_dialogs.saveFile(&m_window, tr("Save the picture"), QStringLiteral("picture.png"),
                           QStringLiteral("PNG (*.png)"));
    if (!file)
        return;
    if (picture.save(*file, "PNG"))
        m_window.toast()->showMessage(tr("Saved as %1").arg(QFileInfo(*file).fileName()));
    else
        tell({ErrorCode::FileUnwritable, "the picture cannot be written", file->toStdString(), {}});
}

void Workspace::buildBench() {
    auto* bench = new bench::BenchScreen(m_models.bench);
    m_window.addPage(kCases, kBench, bench);
    connect(bench, &bench::BenchScreen::closed, this, [this] { m_window.goTo(m_beforeBench); });
}

void Workspace::showBench(const QString& comingFrom) {
    m_beforeBench = comingFrom;
    m_window.goTo(kBench);
}

/// The node just called, once its case is over: its recipe is a truth.
void Workspace::benchCalledNode() {
    const auto graded = m_models.reading.graded();
    if (!graded || !graded->recipe)
        return;
    m_models.bench.addCalled(graded->recipe, graded->node.id.value,
                             m_models.reading.title() + QStringLiteral(" · ") +
                                 text::sideLevel(graded->node.side, graded->node.level));
    showBench(kFeedback);
}

void Workspace::buildMeasure(const render::GlSupport& graphics) {
    using measure_screen::MeasureScreen;
    m_measure = new MeasureScreen(m_models.measure, m_models.import, m_dialogs, graphics);
    keepWindows(m_measure->viewerModel(), [this] {
        const auto& series = m_models.measure.series();
        if (series.info)
            return QString::fromStdString(series.info->id);
        return series.source.empty() ? QString()
                                     : QString::fromStdU16String(series.source.front().u16string());
    });
    m_window.addPlace({kMeasure, kMeasure, tr("Measure")}, m_measure);
    connect(m_measure, &MeasureScreen::openFolderRequested, this, &Workspace::askForFolder);
    connect(m_measure, &MeasureScreen::openFileRequested, this, &Workspace::askForVolume);
    connect(m_measure, &MeasureScreen::openPathsRequested, this, &Workspace::openPaths);
}

void Workspace::connectReading() {
    auto& reading = m_models.reading;
    connect(&reading, &models::ReadingModel::feedbackReady, this, [this] {
        m_models.learner.refresh();
        const auto graded = m_models.reading.graded();
        m_feedback->setPractiseOffered(graded && m_models.cases.newCaseFor(graded->score.concepts));
        m_window.goTo(kFeedback);
    });
    connect(&reading, &models::ReadingModel::stateChanged, this, &Workspace::followReading);
    connect(&m_window, &MainWindow::placeChosen, this, [this](const QString& id) {
        // Read leads back to where the reader was: the call, or its feedback.
        if (id == kRead && m_models.reading.state() == ReadingState::Reviewing)
            m_window.goTo(kFeedback);
    });
    connect(&m_window, &MainWindow::pageChanged, this, [this](const QString& id) {
        if (id == kToday || id == kCases || id == kProgress)
            m_models.learner.refresh();
    });
}

void Workspace::followReading() {
    const ReadingState state = m_models.reading.state();
    if (m_window.currentPage() == kFeedback &&
        (state == ReadingState::Calling || state == ReadingState::Finished ||
         state == ReadingState::Empty || state == ReadingState::Opening))
        m_window.goTo(kRead);
}

void Workspace::openCase(const models::CaseLocator& where) {
    if (m_practice->takesCase(where))
        return;
    m_window.goTo(kRead);
    m_models.reading.openCase(where);
}

void Workspace::reviewCall(const session::CallId& call) {
    m_window.goTo(kRead);
    m_models.reading.reviewCall(call);
}

void Workspace::openPaths(const QStringList& paths) {
    QStringList others;
    for (const QString& path : paths) {
        if (path.endsWith(QLatin1String(".nwpack"), Qt::CaseInsensitive))
            m_models.library.addPack(pathOf(path));
        else if (path.endsWith(QLatin1String(".nwwork"), Qt::CaseInsensitive))
            openWork(path);
        else
            others << path;
    }
    if (!others.isEmpty())
        m_models.import.open(others);
}

void Workspace::openWork(const QString& file) {
    m_window.goTo(kMeasure);
    m_measure->takeUpFile(pathOf(file));
}

void Workspace::askForVolume() {
    const auto file =
        m_dialogs.openFile(&m_window, tr("Open a series"),
                           tr("Images (*.nrrd *.nhdr *.nii *.nii.gz *.zip *.dcm DICOMDIR *)"));
    if (file)
        openPaths({*file});
}

void Workspace::askForPack() {
    const auto file =
        m_dialogs.openFile(&m_window, tr("Open a case pack"), tr("Case packs (*.nwpack)"));
    if (file)
        openPaths({*file});
}

void Workspace::askForFolder() {
    if (const auto folder = m_dialogs.openFolder(&m_window, tr("Import a DICOM folder")))
        openPaths({*folder});
}

void Workspace::tell(const Error& error) {
    m_dialogs.tell(&m_window, text::errorTitle(text::errorKindOf(error.code)),
                   text::errorSentence(error));
}

void Workspace::showStrip() {
    const ImportState import = m_models.import.state();
    const bool importing = import == ImportState::Scanning || import == ImportState::Loading;
    // The work may have ended with nobody told yet: a timer can come before a queued signal.
    if (!importing && !m_models.library.isBusy())
        return;
    // The first slice is on screen with a strip of its own.
    if (importing && m_measure->isArriving())
        return;
    if (m_window.currentPage() == kRead || m_window.currentPage() == kFeedback ||
        (m_window.currentPage() == kMeasure && m_models.measure.isOpen())) {
        // The strip must not lie over a picture that is being read; only a series that was asked
        // for may take the reader away from it.
        if (!importing)
            return m_showStrip.start();
        m_window.goTo(kToday);
    }
    m_window.jobStrip()->start(m_stripText);
}

void Workspace::startStrip(const QString& text) {
    m_stripText = text;
    if (!m_window.jobStrip()->isVisible())
        m_showStrip.start();
    else
        m_window.jobStrip()->start(text);
}

void Workspace::connectLibrary() {
    auto& library = m_models.library;
    connect(&library, &models::CaseLibrary::busyChanged, this, [this] {
        if (m_models.library.isBusy()) {
            startStrip(tr("Reading a case pack"));
        } else {
            m_showStrip.stop();
            m_window.jobStrip()->finish();
        }
    });
    connect(&library, &models::CaseLibrary::packAdded, this,
            [this](const QString& name, int cases) {
                m_window.toast()->showMessage(tr("%1: %n case(s)", nullptr, cases).arg(name),
                                              tr("Show"));
            });
    // Fresh cases come by themselves: said once, then they are just there.
    if (const auto* fresh = models::FreshCases::of(library))
        connect(
            fresh, &models::FreshCases::made, this,
            [this] {
                m_window.toast()->showMessage(
                    tr("A fresh case was drawn for you: every other of its kind is read."),
                    tr("Show"));
            },
            Qt::SingleShotConnection);
    connect(m_window.toast(), &widgets::Toast::actionTriggered, this,
            [this] { m_window.goTo(kCases); });
    // Queued: a dialog must not stand in the way of the job that tells.
    connect(&library, &models::CaseLibrary::packRefused, this, &Workspace::tell,
            Qt::QueuedConnection);
}

void Workspace::connectImport() {
    auto& import = m_models.import;
    connect(&import, &models::ImportModel::stateChanged, this, &Workspace::followImport,
            Qt::QueuedConnection);
    const auto progress = [this](double fraction, const QString&) {
        m_window.jobStrip()->setProgress(fraction);
    };
    connect(&import, &models::ImportModel::progressed, this, progress);
    connect(&m_models.library, &models::CaseLibrary::progressed, this, progress);
    connect(&import, &models::ImportModel::failed, this, &Workspace::tell, Qt::QueuedConnection);
    connect(&import, &models::ImportModel::firstSlice, this, [this] {
        m_showStrip.stop();
        m_window.jobStrip()->finish();
        m_window.goTo(kMeasure);
        m_measure->paintArriving();
    });
    connect(&import, &models::ImportModel::loaded, this,
            [this](const VolumePtr& volume, const QString& title) {
                m_models.measure.openSeries(
                    {volume, title, m_models.import.series(), m_models.import.sources()});
                m_models.import.loadLabels(volume->geometry());
                m_window.goTo(kMeasure);
                const QString skipped = m_models.import.skippedText();
                if (!skipped.isEmpty())
                    m_window.toast()->showMessage(skipped);
            });
    connect(m_window.jobStrip(), &widgets::ProgressStrip::cancelRequested, this, [this] {
        m_models.import.cancel();
        m_models.library.cancel();
    });
}

void Workspace::followImport() {
    auto& import = m_models.import;
    switch (import.state()) {
    case ImportState::Idle:
        m_showStrip.stop();
        return m_window.jobStrip()->finish();
    case ImportState::Scanning:
        return startStrip(tr("Looking for series"));
    case ImportState::Loading:
        return m_measure->isArriving() ? void() : startStrip(tr("Reading the images"));
    case ImportState::Choosing:
        m_showStrip.stop();
        m_window.jobStrip()->finish();
        m_window.goTo(kMeasure);
        return m_measure->showChoice();
    case ImportState::Asking: {
        m_showStrip.stop();
        m_window.jobStrip()->finish();
        const widgets::Question question{
            tr("This series has no regular grid"),
            import.obstacle() + QLatin1Char(' ') +
                tr("It can be resampled to one; lengths stay right, fine detail may soften."),
            tr("Resample"),
            {}};
        if (m_dialogs.ask(&m_window, question) == widgets::Answer::Primary)
            import.resample();
        else
            import.cancel();
        return;
    }
    }
}

}  // namespace nodewise::shell
