// bench_synthesis: a whole neck from skull base to thoracic inlet on two threads, with streaks of
// metal, shoulders and hardening: wall time, growth in slices and in nodes, peak memory of the
// process (Linux), and how soon the first slice can be seen.
#include "base/job_control.h"
#include "synthesis/render.h"
#include "synthesis/truth.h"
#include <benchmark/benchmark.h>
#include <chrono>
#include <cstdint>
#include <fstream>
#include <string>

using namespace nodewise;
using namespace nodewise::synthesis;

namespace {

Recipe neck(int slices, int nodes) {
    Recipe recipe;
    recipe.seed = 417;
    recipe.patient.fatScale = 0.6;
    recipe.scanner.pixelMm = 0.5;
    recipe.scanner.slices = slices;
    recipe.scanner.sliceMm = 1.25;
    recipe.scanner.topMm = 80;
    for (int n = 0; n < nodes; ++n) {
        NodeRecipe node;
        node.id = "node-" + std::to_string(n + 1);
        node.side = n % 2 == 0 ? Side::Left : Side::Right;
        node.level = n < 2 ? Level::IIb : Level::III;
        node.offsetMm = n < 2 ? std::array<double, 3>{0, 1, -10} : std::array<double, 3>{1, 1, -8};
        node.radiiMm = {7, 6, 9};
        ExtensionRecipe extension;
        extension.depthMm = 2;
        node.extension = extension;
        node.reaction.fibres = 120;
        node.reaction.hazeHu = 50;
        recipe.nodes.push_back(node);
    }
    return recipe;
}

/// From here on the kernel counts the peak anew.
void forgetPeak() {
    std::ofstream("/proc/self/clear_refs") << "5";
}

/// Most memory that the process has held since forgetPeak, MB; 0 where the kernel does not tell.
double peakMb() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:"))
            return std::stod(line.substr(6)) / 1024;
    return 0;
}

void wholeNeck(benchmark::State& state) {
    Recipe recipe = neck(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)));
    recipe.scanner.dentalHu = 150;
    recipe.scanner.hardening = 0.5;
    NullJobControl job;
    forgetPeak();
    for (auto _ : state) {
        const auto volume = renderVolume(recipe, job, 2);
        if (!volume)
            state.SkipWithError(volume.error().detail.c_str());
        benchmark::DoNotOptimize(volume);
    }
    state.counters["peakMB"] = peakMb();
}

void firstSlice(benchmark::State& state) {
    Recipe recipe = neck(160, 2);
    recipe.scanner.dentalHu = 150;
    NullJobControl job;
    for (auto _ : state) {
        const auto start = std::chrono::steady_clock::now();
        double first = 0;
        const auto volume = renderVolume(
            recipe, job, 2,
            [&](int, std::span<const std::int16_t>) {
                if (first == 0)
                    first = std::chrono::duration<double>(std::chrono::steady_clock::now() - start)
                                .count();
            },
            80);
        if (!volume)
            state.SkipWithError(volume.error().detail.c_str());
        state.SetIterationTime(first);
    }
}

}  // namespace

BENCHMARK(wholeNeck)
    ->ArgNames({"slices", "nodes"})
    ->Args({40, 0})
    ->Args({80, 0})
    ->Args({160, 0})
    ->Args({160, 1})
    ->Args({160, 2})
    ->Args({160, 4})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(firstSlice)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(3);
BENCHMARK_MAIN();
