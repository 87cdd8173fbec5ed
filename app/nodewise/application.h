/// application.h: builds the program: store, services, view-models, window, in this order.
#pragma once
#include "app/nodewise/app_paths.h"
#include "app/nodewise/command_line.h"
#include "base/clock.h"
#include "base/result.h"
#include "ui/widgets/dialog_service.h"
#include <filesystem>
#include <memory>
#include <optional>

class QApplication;

namespace nodewise::jobs {
class JobRunner;
}
namespace nodewise::shell {
class MainWindow;
class Workspace;
struct Models;
}  // namespace nodewise::shell

namespace nodewise::app {

/// What a test may put in place of the real thing. All outlive the application.
struct Outside {
    const Clock& clock;
    jobs::JobRunner& jobs;
    widgets::DialogService& dialogs;
};

class Application {
public:
    /// Opens the store and builds everything; the window is not shown yet. Errors: those of
    /// ProgressStore::open.
    [[nodiscard]] static Result<std::unique_ptr<Application>> create(QApplication& app,
                                                                     const CommandLine& options,
                                                                     const AppPaths& paths,
                                                                     const Outside& outside);
    ~Application();

    [[nodiscard]] shell::MainWindow& window();
    [[nodiscard]] shell::Workspace& workspace();
    [[nodiscard]] shell::Models models();
    /// Keeps a copy of the progress, reads packs, opens what the command line names.
    void start();
    /// The copy that the user wants in place of the progress file; the window has closed then.
    /// Nothing when the program just ends.
    [[nodiscard]] std::optional<std::filesystem::path> wantedCopy() const;

private:
    struct Parts;
    explicit Application(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

/// The whole program with the real clock, threads and dialogs; gives the exit code.
int runApplication(QApplication& app, const CommandLine& options);

}  // namespace nodewise::app
