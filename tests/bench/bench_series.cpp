// Loading a 150 × 512 × 512 CT series beside GDCM: same files, same threads, same result
// (rescaled HU, sorted by position, one contiguous int16 block).
#include "base/parallel.h"
#include "dicom/dictionary.h"
#include "dicom/export.h"
#include "dicom/series.h"
#include <algorithm>
#include <benchmark/benchmark.h>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <gdcmImageReader.h>
#include <map>

using namespace nodewise;
namespace fs = std::filesystem;

namespace {

constexpr int kColumns = 512, kSlices = 150;
constexpr std::size_t kSliceVoxels = std::size_t{kColumns} * kColumns;

/// A noisy cylinder: compresses like anatomy, not like zeros.
VolumePtr phantom() {
    const auto grid = GridGeometry::axisAligned({kColumns, kColumns, kSlices}, {0.7, 0.7, 2.0});
    CtVolume::Int16Voxels voxels(grid.voxelCount());
    std::uint32_t state = 1;
    for (std::size_t at = 0; at < voxels.size(); ++at) {
        state = state * 1664525U + 1013904223U;
        const VoxelIndex v = grid.indexOf(at);
        const double r = std::hypot(v.i - 256.0, v.j - 256.0);
        const int noise = static_cast<int>(state >> 27U) - 16;
        voxels[at] = static_cast<std::int16_t>(r > 200 ? -1000 : (r > 190 ? -90 : 50) + noise);
    }
    return *CtVolume::create(grid, std::move(voxels));
}

class Series {
public:
    Series() {
        std::string name = (fs::temp_directory_path() / "nodewise-bench-XXXXXX").string();
        m_folder = mkdtemp(name.data());
        NullJobControl job;
        const auto written = dicom::writeCtSeries(*phantom(), m_folder, {}, job);
        if (!written) {
            std::fprintf(stderr, "%s\n", written.error().detail.c_str());
            std::exit(1);
        }
        for (const auto& entry : fs::directory_iterator(m_folder))
            m_files.push_back(entry.path());
        std::sort(m_files.begin(), m_files.end());
    }
    ~Series() {
        std::error_code ignored;
        fs::remove_all(m_folder, ignored);
    }
    Series(const Series&) = delete;
    Series& operator=(const Series&) = delete;

    const fs::path& folder() const { return m_folder; }
    const std::vector<fs::path>& files() const { return m_files; }

private:
    fs::path m_folder;
    std::vector<fs::path> m_files;
};

const Series& series() {
    static const Series made;
    return made;
}

dicom::SeriesInfo scanned() {
    NullJobControl job;
    const std::vector<fs::path> paths{series().folder()};
    return dicom::scanSeries(paths, job)->series.front();
}

/// The floor: reading the bytes and nothing else.
void readBytesOnly(benchmark::State& state) {
    const auto threads = static_cast<unsigned>(state.range(0));
    for (auto _ : state)
        parallelFor(series().files().size(), threads, [](std::size_t i) {
            std::ifstream in(series().files()[i], std::ios::binary);
            std::vector<char> bytes(fs::file_size(series().files()[i]));
            in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
            benchmark::DoNotOptimize(bytes.data());
        });
}

void nodewiseScan(benchmark::State& state) {
    const std::vector<fs::path> paths{series().folder()};
    NullJobControl job;
    for (auto _ : state)
        benchmark::DoNotOptimize(
            dicom::scanSeries(paths, job, static_cast<unsigned>(state.range(0))));
}

void nodewiseLoad(benchmark::State& state) {
    const dicom::SeriesInfo info = scanned();
    NullJobControl job;
    dicom::LoadOptions options;
    options.threads = static_cast<unsigned>(state.range(0));
    for (auto _ : state) {
        const auto volume = dicom::loadSeries(info, job, options);
        if (!volume)
            state.SkipWithError(volume.error().detail.c_str());
        benchmark::DoNotOptimize(volume);
    }
}

/// One file by GDCM into its place, sorted by position afterwards through an index.
double gdcmSlice(const fs::path& file, std::int16_t* target) {
    gdcm::ImageReader reader;
    reader.SetFileName(file.c_str());
    if (!reader.Read())
        return 0;
    const gdcm::Image& image = reader.GetImage();
    image.GetBuffer(reinterpret_cast<char*>(target));
    const double slope = image.GetSlope();
    const double intercept = image.GetIntercept();
    if (slope != 1 || intercept != 0)
        for (std::size_t i = 0; i < kSliceVoxels; ++i)
            target[i] = static_cast<std::int16_t>(target[i] * slope + intercept);
    return image.GetOrigin(2);
}

void gdcmLoad(benchmark::State& state) {
    const auto& files = series().files();
    const auto threads = static_cast<unsigned>(state.range(0));
    for (auto _ : state) {
        std::vector<std::int16_t> voxels(kSliceVoxels * files.size());
        std::vector<double> z(files.size());
        parallelFor(files.size(), threads, [&](std::size_t i) {
            z[i] = gdcmSlice(files[i], voxels.data() + i * kSliceVoxels);
        });
        benchmark::DoNotOptimize(voxels.data());
        benchmark::DoNotOptimize(z.data());
    }
}

void threadCounts(benchmark::internal::Benchmark* bench) {
    bench->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
}

}  // namespace

BENCHMARK(readBytesOnly)->Apply(threadCounts);
BENCHMARK(nodewiseScan)->Apply(threadCounts);
BENCHMARK(nodewiseLoad)->Apply(threadCounts);
BENCHMARK(gdcmLoad)->Apply(threadCounts);
BENCHMARK_MAIN();
