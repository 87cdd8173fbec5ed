/// command.h: what every subcommand of nodewise-cli shares.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include "serial/json.h"
#include <functional>
#include <string>

namespace CLI {
class App;
}

namespace nodewise::cli {

/// Options that stand before or after any subcommand.
struct Common {
    bool json = false;  ///< One UTF-8 JSON object on standard output.
    unsigned jobs = 0;  ///< Threads; 0 = all cores.
};

/// What a subcommand gives back: the object of the contract, and the lines a person reads without
/// --json (the object, indented, when empty).
struct Answer {
    serial::Json object;
    std::string text;
};

/// Reports on standard error; Ctrl-C cancels.
class ConsoleJob final : public JobControl {
public:
    explicit ConsoleJob(bool quiet)
        : m_quiet(quiet) {}
    void report(double fraction, std::string_view stage) override;
    [[nodiscard]] bool cancelled() const override;

private:
    bool m_quiet;
};

/// A bad combination of options: exit code 2.
struct UsageProblem {
    std::string sentence;
};

using Run = std::function<Result<Answer>(const Common&, JobControl&)>;

/// Collects the subcommands. Each `add…` function below defines the options of one command and
/// hands over what runs when that command was chosen. `Run` may throw UsageProblem.
class Program {
public:
    explicit Program(CLI::App& app)
        : m_app(app) {}
    /// The parser of a new subcommand; `run` is called at most once, after parsing.
    CLI::App& add(const std::string& name, const std::string& help, Run run);
    /// A subcommand of a subcommand (`pack build`).
    CLI::App& add(CLI::App& parent, const std::string& name, const std::string& help, Run run);
    [[nodiscard]] const Run& chosen() const { return m_chosen; }

private:
    CLI::App& m_app;
    Run m_chosen;
};

void addSeries(Program& program);
void addConvert(Program& program);
void addSegment(Program& program);
void addMeasure(Program& program);
void addAssess(Program& program);
void addModelCard(Program& program);
void addStage(Program& program);
void addSynthesize(Program& program);
void addPack(Program& program);
void addGrade(Program& program);
void addAnalyze(Program& program);
void addSchedule(Program& program);
void addExport(Program& program);
void addAnswers(Program& program);
void addDemo(Program& program);

}  // namespace nodewise::cli
