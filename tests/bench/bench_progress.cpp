// 100,000 calls in the database and the starter pack on the shelf: Today and Progress open under
// 150 ms, also with a call that was kept in between; an export takes under 3 s, the scheduler picks
// in under 20 ms.
#include "app/nodewise/application.h"
#include "support/fake_dialogs.h"
#include "support/fixed_clock.h"
#include "support/many_calls.h"
#include "ui/jobs/job_runner.h"
#include "ui/models/exports.h"
#include "ui/models/next_draw.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workspace.h"
#include <QApplication>
#include <QTemporaryDir>
#include <benchmark/benchmark.h>

using namespace nodewise;

namespace {

constexpr int kCalls = 100000;

/// One program over 100,000 calls, made once.
struct Desk {
    QTemporaryDir home;
    tests::FixedClock clock;
    tests::FakeDialogs dialogs;
    jobs::ImmediateJobRunner jobs;
    std::unique_ptr<app::Application> program;
    app::AppPaths paths = app::AppPaths::make(home.path(), {});

    Desk() {
        paths.builtInPacks = {NODEWISE_STARTER_PACK};
        fill();
        auto made = app::Application::create(*qApp, {}, paths, {clock, jobs, dialogs});
        if (!made)
            qFatal("%s", made.error().detail.c_str());
        program = std::move(*made);
        program->window().resize(1440, 900);
        program->window().show();
    }

    void fill() {
        auto store = progress::ProgressStore::open(paths.database, clock);
        if (!store)
            qFatal("store");
        tests::addManyCalls(*store, clock.now(), kCalls);
    }
};

void keepACall(const models::Learner& learner) {
    auto& store = learner.store();
    auto opened = tests::sampleCase(newUuid());
    opened.nodes.resize(1);
    const auto score = tests::sampleScore();
    if (!store.openCase(learner.profile(), opened) ||
        !store.commitNodeCall(learner.profile(), tests::sampleCommit(opened), &score) ||
        !store.finishCase(opened.session))
        qFatal("a call was not kept");
}

/// Taken down in main, before the application goes.
std::unique_ptr<Desk> g_desk;

Desk& desk() {
    if (!g_desk)
        g_desk = std::make_unique<Desk>();
    return *g_desk;
}

void openPlace(benchmark::State& state, const char* place) {
    auto& window = desk().program->window();
    for (auto _ : state) {
        state.PauseTiming();
        window.goTo(QStringLiteral("cases"));
        state.ResumeTiming();
        window.goTo(QLatin1String(place));
        benchmark::DoNotOptimize(window.grab());
    }
}

/// A new call makes every figure stale: read, worked out and drawn again.
void openPlaceAfterACall(benchmark::State& state, const char* place) {
    auto& window = desk().program->window();
    const auto models = desk().program->models();
    for (auto _ : state) {
        state.PauseTiming();
        window.goTo(QStringLiteral("cases"));
        keepACall(models.learner);
        state.ResumeTiming();
        models.learner.refresh();
        window.goTo(QLatin1String(place));
        benchmark::DoNotOptimize(window.grab());
    }
}

void todayOpensAfterACall(benchmark::State& state) {
    openPlaceAfterACall(state, "today");
}
void progressOpensAfterACall(benchmark::State& state) {
    openPlaceAfterACall(state, "progress");
}

void todayOpens(benchmark::State& state) {
    openPlace(state, "today");
}
void progressOpens(benchmark::State& state) {
    openPlace(state, "progress");
}

void schedulerPicks(benchmark::State& state) {
    const auto models = desk().program->models();
    for (auto _ : state)
        benchmark::DoNotOptimize(models::nextDraw(models.learner, models.library, true));
}

void exports(benchmark::State& state, models::ExportKind kind) {
    const auto models = desk().program->models();
    const auto& learner = models.learner;
    const std::filesystem::path file = desk().paths.data / "calls.csv";
    for (auto _ : state) {
        models::ExportSource source;
        source.calls = *learner.store().calls(learner.profile());
        if (!models::writeExport(kind, source, file))
            state.SkipWithError("export");
    }
}

void exportsCalls(benchmark::State& state) {
    exports(state, models::ExportKind::Calls);
}
void exportsScores(benchmark::State& state) {
    exports(state, models::ExportKind::Scores);
}

void startsWithAllCalls(benchmark::State& state) {
    auto& paths = desk().paths;
    for (auto _ : state) {
        auto store = progress::ProgressStore::open(paths.database, desk().clock);
        benchmark::DoNotOptimize(store->calls(store->profiles()->front().id));
    }
}

}  // namespace

BENCHMARK(todayOpens)->Unit(benchmark::kMillisecond)->Iterations(5);
BENCHMARK(progressOpens)->Unit(benchmark::kMillisecond)->Iterations(5);
BENCHMARK(todayOpensAfterACall)->Unit(benchmark::kMillisecond)->Iterations(5);
BENCHMARK(progressOpensAfterACall)->Unit(benchmark::kMillisecond)->Iterations(5);
BENCHMARK(schedulerPicks)->Unit(benchmark::kMillisecond)->Iterations(20);
BENCHMARK(exportsCalls)->Unit(benchmark::kMillisecond)->Iterations(3);
BENCHMARK(exportsScores)->Unit(benchmark::kMillisecond)->Iterations(3);
BENCHMARK(startsWithAllCalls)->Unit(benchmark::kMillisecond)->Iterations(2);

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    g_desk.reset();
    return 0;
}
