// From the commit of a node's last field to its feedback, on constructed cases: the first node of
// a case whose reference was made while it was read, the next one, and the first node when the
// reader was quicker than that (everything is made now). The counters split the time.
#include "casepack/pack.h"
#include "support/temp_store.h"
#include "ui/models/reading_desk.h"
#include "ui/models/reading_model.h"
#include <QCoreApplication>
#include <QTemporaryDir>
#include <benchmark/benchmark.h>
#include <chrono>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>

using namespace nodewise;
using models::ReadingState;

namespace {

using Clock = std::chrono::steady_clock;

/// Adds up how long each stage was the one reported last.
class StageClock final : public JobControl {
public:
    void start() {
        const std::scoped_lock guard(m_lock);
        m_seconds.clear();
        m_stage = "open";
        m_since = Clock::now();
    }
    void report(double, std::string_view stage) override {
        const std::scoped_lock guard(m_lock);
        if (stage == m_stage)
            return;
        const auto now = Clock::now();
        m_seconds[m_stage] += std::chrono::duration<double>(now - m_since).count();
        m_stage = stage;
        m_since = now;
    }
    [[nodiscard]] bool cancelled() const override { return false; }
    [[nodiscard]] double seconds(const std::string& stage) const {
        const auto found = m_seconds.find(stage);
        return found == m_seconds.end() ? 0 : found->second;
    }

private:
    std::mutex m_lock;
    std::map<std::string, double> m_seconds;
    std::string m_stage;
    Clock::time_point m_since;
};

/// At once, in this thread, with the clock above.
class TimedRunner final : public jobs::JobRunner {
public:
    StageClock stages;

protected:
    jobs::JobPtr start(std::function<void(JobControl&)> task,
                       std::function<void()> finish) override {
        stages.start();
        task(stages);
        stages.report(1, "show");
        finish();
        return nullptr;
    }
};

const std::filesystem::path kPack = NODEWISE_DEMO_PACK;

/// Unpacked packs and rendered volumes: drawing a neck is not what is measured.
std::filesystem::path sharedFolder() {
    static const QTemporaryDir folder;
    return std::filesystem::path(folder.path().toStdString());
}

/// A fresh program over the demo pack: nothing of any truth has been made.
struct Desk {
    tests::TempStore store;
    progress::Profile profile = store->createProfile("Learner").value();
    TimedRunner runner;
    models::ReadingDesk desk{
        *store,
        {sharedFolder() / "packs", sharedFolder() / "cache", sharedFolder() / "trust.json", {}},
        [this] { return profile.id; },
        [](const PackId&) { return kPack; }};
    models::ReadingModel model{desk, runner, store.clock};

    void fill() {
        NodeCall call;
        call.mark = model.volume()->geometry().centre();
        call.grade = Grade::G1;
        call.probability = 0.7;
        call.margin = Margin::Smooth;
        call.fat = PerinodalFat::Clean;
        model.setDraft(call);
        session::CaseAnswer answer;
        answer.nCategory = model.nCategories().back();
        model.setCaseAnswer(answer);
    }
};

std::vector<CaseId> casesWith(std::size_t nodes) {
    NullJobControl job;
    const auto pack = casepack::openPack(kPack, sharedFolder() / "packs", {}, job);
    std::vector<CaseId> found;
    if (pack)
        for (const auto& record : (*pack)->cases())
            if (record.nodes.size() >= nodes)
                found.push_back(record.id);
    return found;
}

/// Commits `earlier` nodes unmeasured, then measures one commit; `prepared` or with nothing ready.
void commitToFeedback(benchmark::State& state, const CaseId& id, int earlier, bool prepared) {
    std::map<std::string, double> sums;
    for (auto _ : state) {
        Desk desk;
        desk.model.openCase({kPack, id});
        for (int node = 0; node < earlier; ++node) {
            desk.fill();
            desk.model.commit();
            desk.model.next();
        }
        desk.fill();
        if (!prepared)
            desk.desk.caseClosed();
        const auto start = Clock::now();
        desk.model.commit();
        state.SetIterationTime(std::chrono::duration<double>(Clock::now() - start).count());
        if (desk.model.state() != ReadingState::Reviewing) {
            state.SkipWithError(desk.model.problem().toStdString().c_str());
            return;
        }
        const StageClock& stages = desk.runner.stages;
        // The truth: growth and survey of the nodes, then their labels.
        sums["truth_nodes_ms"] += stages.seconds("open") + stages.seconds("plan");
        sums["truth_labels_ms"] += stages.seconds("labels");
        sums["measure_ms"] += stages.seconds("measure");
        sums["grade_ms"] += stages.seconds("compare");
    }
    for (const auto& [name, seconds] : sums)
        state.counters[name] =
            benchmark::Counter(1000 * seconds, benchmark::Counter::kAvgIterations);
}

void registerCase(const std::string& name, const CaseId& id, int earlier, bool prepared = true) {
    benchmark::RegisterBenchmark((name + "/" + id.value).c_str(), commitToFeedback, id, earlier,
                                 prepared)
        ->UseManualTime()
        ->Iterations(5)
        ->Unit(benchmark::kMillisecond);
}

}  // namespace

int main(int argc, char** argv) {
    const QCoreApplication program(argc, argv);
    benchmark::Initialize(&argc, argv);
    for (const CaseId& id : casesWith(1))
        registerCase("first_node", id, 0);
    for (const CaseId& id : casesWith(2))
        registerCase("next_node", id, 1);
    for (const CaseId& id : casesWith(1))
        registerCase("first_node_at_once", id, 0, false);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
