/// program.h: the whole program on a data folder of its own; it can be ended and started again.
#pragma once
#include "app/nodewise/application.h"
#include "dicom/dictionary.h"
#include "support/fake_dialogs.h"
#include "support/robot.h"
#include "ui/jobs/job_runner.h"
#include "ui/measure/measure_screen.h"
#include "ui/read/read_screen.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/keyboard_focus.h"
#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

namespace nodewise::tests {

/// How much slower a program with sanitizers may be; promises of speed hold without.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr int kSlower = 5;
#else
inline constexpr int kSlower = 1;
#endif
inline constexpr int kLongWaitMs = 120000 * kSlower;

/// Real threads, real store, and the real clock unless the test brings its own; only the dialogs
/// answer as the test says.
class Program {
    QTemporaryDir m_home;  // First: the paths are made in it.

public:
    FakeDialogs dialogs;
    app::CommandLine options;
    app::AppPaths paths;

    /// `packs` come with the program; none is a fresh program without its demo pack.
    explicit Program(const QStringList& packs = {})
        : paths(app::AppPaths::make(m_home.path(), QCoreApplication::applicationDirPath())) {
        paths.builtInPacks.clear();
        for (const QString& pack : packs)
            paths.builtInPacks.emplace_back(pack.toStdU16String());
        options.language = QStringLiteral("en");
        options.no3d = true;
    }

    /// As runApplication does it. True when the window is up and all packs are read.
    [[nodiscard]] bool start() {
        auto made = app::Application::create(*qApp, options, paths, {clock(), m_jobs, dialogs});
        if (!made) {
            qWarning("%s", made.error().detail.c_str());
            return false;
        }
        m_application = std::move(*made);
        qApp->installEventFilter(&m_focus);
        window().show();
        window().activateWindow();
        if (!QTest::qWaitForWindowActive(&window()) || !dicom::ensureDictionary(paths.dictionary))
            return false;
        m_application->start();
        return QTest::qWaitFor([this] { return !models().library.isBusy(); }, kLongWaitMs);
    }
    /// As when the window is closed and the process ends.
    void end() { m_application.reset(); }

    [[nodiscard]] shell::MainWindow& window() { return m_application->window(); }
    [[nodiscard]] shell::Workspace& workspace() { return m_application->workspace(); }
    [[nodiscard]] shell::Models models() { return m_application->models(); }
    [[nodiscard]] Robot robot() { return Robot(window()); }
    [[nodiscard]] const Clock& clock() const { return m_testClock ? *m_testClock : m_clock; }
    /// From the next start on; outlives the program.
    void useClock(const Clock& clock) { m_testClock = &clock; }
    [[nodiscard]] QString home() const { return m_home.path(); }

    [[nodiscard]] models::ReadingState reading() { return models().reading.state(); }
    [[nodiscard]] viewer::ViewerModel& viewer() {
        return window().findChild<read::ReadScreen*>()->viewerModel();
    }
    [[nodiscard]] viewer::ViewerModel& measureViewer() {
        return window().findChild<measure_screen::MeasureScreen*>()->viewerModel();
    }
    [[nodiscard]] bool waitForReading(models::ReadingState state) {
        return QTest::qWaitFor([&] { return reading() == state; }, kLongWaitMs);
    }
    [[nodiscard]] bool waitForPage(const char* page) {
        return QTest::qWaitFor([&] { return window().currentPage() == QLatin1String(page); },
                               kLongWaitMs);
    }

private:
    SystemClock m_clock;
    const Clock* m_testClock = nullptr;
    jobs::ThreadJobRunner m_jobs;
    widgets::KeyboardFocus m_focus;
    std::unique_ptr<app::Application> m_application;
};

}  // namespace nodewise::tests
