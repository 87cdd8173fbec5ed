// 100,000 calls in the database, without a window: an export takes under 3 s. Reading uses all
// cores: "CPU" is that of all threads together.
#include "exchange/call_tables.h"
#include "serial/file_io.h"
#include "support/many_calls.h"
#include "support/temp_store.h"
#include <QCoreApplication>
#include <benchmark/benchmark.h>

using namespace nodewise;

namespace {

constexpr int kCalls = 100000;

struct Years {
    tests::TempStore store;
    ProfileId profile = tests::addManyCalls(*store, store.clock.now(), kCalls);
};

Years& years() {
    static Years made;
    return made;
}

void readsAllCalls(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(years().store->calls(years().profile));
}

void exports(benchmark::State& state, exchange::CallTable which) {
    const auto file = years().store.folder() / "table.csv";
    for (auto _ : state) {
        const auto calls = years().store->calls(years().profile);
        const auto table = exchange::callTable(which, *calls);
        if (table.rows != kCalls || !serial::writeFileAtomically(file, table.text))
            state.SkipWithError("export");
    }
}

void opensTheFile(benchmark::State& state) {
    for (auto _ : state) {
        auto store = progress::ProgressStore::open(years().store.file(), years().store.clock);
        benchmark::DoNotOptimize(store);
    }
}

}  // namespace

BENCHMARK(readsAllCalls)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(3)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK_CAPTURE(exports, calls, exchange::CallTable::Calls)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(3)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK_CAPTURE(exports, scores, exchange::CallTable::Scores)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(3)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK(opensTheFile)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(3)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    years();  // Writing the calls is not part of any figure.
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
