#include "command.h"
#include <CLI/CLI.hpp>
#include <atomic>
#include <csignal>
#include <cstdio>

namespace nodewise::cli {
namespace {

std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void onInterrupt(int) {
    interrupted = true;
}

}  // namespace

void ConsoleJob::report(double fraction, std::string_view stage) {
    if (m_quiet)
        return;
    std::fprintf(stderr, "\r%3.0f %% %.*s\x1b[K%s", fraction * 100, static_cast<int>(stage.size()),
                 stage.data(), fraction >= 1 ? "\n" : "");
}

bool ConsoleJob::cancelled() const {
    return interrupted;
}

CLI::App& Program::add(const std::string& name, const std::string& help, Run run) {
    return add(m_app, name, help, std::move(run));
}

CLI::App& Program::add(CLI::App& parent, const std::string& name, const std::string& help,
                       Run run) {
    std::signal(SIGINT, onInterrupt);
    CLI::App& command = *parent.add_subcommand(name, help);
    // A group (`pack`) has nothing to run itself; its callback would come after its subcommand's.
    if (run)
        command.callback([this, run = std::move(run)] { m_chosen = run; });
    return command;
}

}  // namespace nodewise::cli
