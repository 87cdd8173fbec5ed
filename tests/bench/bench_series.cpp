// Loading a 150 × 512 × 512 CT series beside GDCM and ITK: same files, same threads, same result
// (rescaled HU, sorted by position, one contiguous int16 block). First of all, what 600 slices cost
// in memory.
#include "base/parallel.h"
#include "bench/itk_series_peer.h"
#include "dicom/series.h"
#include "support/dicom_writer.h"
#include <algorithm>
#include <atomic>
#include <benchmark/benchmark.h>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gdcmImageReader.h>
#include <gdcmRescaler.h>
#include <string>
#include <vector>

using namespace nodewise;
namespace fs = std::filesystem;

namespace {

constexpr int kColumns = 512, kSlices = 150;
constexpr std::size_t kSliceVoxels = std::size_t{kColumns} * kColumns;

/// A noisy cylinder in stored values, 12 bits in 16, as most scanners write it: HU = stored − 1024.
std::vector<quint16> cylinderSlice(std::uint32_t& state) {
    std::vector<quint16> words(kSliceVoxels);
    for (std::size_t at = 0; at < words.size(); ++at) {
        state = state * 1664525U + 1013904223U;
        const double x = static_cast<double>(at % kColumns) - 256;
        const double y = static_cast<double>(at / kColumns) - 256;
        const double r = std::hypot(x, y);
        const int noise = static_cast<int>(state >> 27U) - 16;
        words[at] = static_cast<quint16>(1024 + (r > 200 ? -1000 : (r > 190 ? -90 : 50)) + noise);
    }
    return words;
}

void writeSeries(const fs::path& folder, int slices) {
    std::uint32_t state = 1;
    for (int k = 0; k < slices; ++k) {
        test::CtSlice slice;
        slice.columns = slice.rows = kColumns;
        slice.position = {-180, -180, 2.0 * k};
        slice.spacing = {0.7, 0.7};
        slice.instance = k + 1;
        slice.bitsStored = 12;
        slice.highBit = 11;
        slice.pixelRepresentation = 0;
        slice.intercept = -1024;
        slice.words = cylinderSlice(state);
        const fs::path file = folder / ("IMG" + std::to_string(1000 + k));
        if (!slice.writer().write(QString::fromStdString(file.string())))
            std::exit(1);
    }
}

class Series {
public:
    Series() {
        std::string name = (fs::temp_directory_path() / "nodewise-bench-XXXXXX").string();
        m_folder = mkdtemp(name.data());
        writeSeries(m_folder, kSlices);
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

/// One file decoded by GDCM and not rescaled: less work than the others do, shown for honesty.
double gdcmStoredSlice(const fs::path& file, std::int16_t* target, std::atomic<int>& failures) {
    gdcm::ImageReader reader;
    reader.SetFileName(file.c_str());
    if (!reader.Read()) {
        ++failures;
        return 0;
    }
    reader.GetImage().GetBuffer(reinterpret_cast<char*>(target));
    return reader.GetImage().GetOrigin(2);
}

/// One file by GDCM and its own Rescaler into its place, sorted by position afterwards through an
/// index.
double gdcmSlice(const fs::path& file, std::int16_t* target, std::atomic<int>& failures) {
    gdcm::ImageReader reader;
    reader.SetFileName(file.c_str());
    if (!reader.Read()) {
        ++failures;
        return 0;
    }
    const gdcm::Image& image = reader.GetImage();
    std::vector<char> stored(image.GetBufferLength());
    image.GetBuffer(stored.data());
    gdcm::Rescaler rescaler;
    rescaler.SetSlope(image.GetSlope());
    rescaler.SetIntercept(image.GetIntercept());
    rescaler.SetPixelFormat(image.GetPixelFormat());
    rescaler.SetTargetPixelType(gdcm::PixelFormat::INT16);
    rescaler.SetUseTargetPixelType(true);
    rescaler.Rescale(reinterpret_cast<char*>(target), stored.data(), stored.size());
    return image.GetOrigin(2);
}

using SliceReader = double (*)(const fs::path&, std::int16_t*, std::atomic<int>&);

void gdcmSeries(benchmark::State& state, SliceReader read) {
    const auto& files = series().files();
    const auto threads = static_cast<unsigned>(state.range(0));
    std::atomic<int> failures{0};
    for (auto _ : state) {
        std::vector<std::int16_t> voxels(kSliceVoxels * files.size());
        std::vector<double> z(files.size());
        parallelFor(files.size(), threads, [&](std::size_t i) {
            z[i] = read(files[i], voxels.data() + i * kSliceVoxels, failures);
        });
        if (failures > 0)
            state.SkipWithError("GDCM could not read the files");
        benchmark::DoNotOptimize(voxels.data());
        benchmark::DoNotOptimize(z.data());
    }
}

void gdcmLoad(benchmark::State& state) {
    gdcmSeries(state, gdcmSlice);
}
void gdcmStoredOnly(benchmark::State& state) {
    gdcmSeries(state, gdcmStoredSlice);
}

#ifdef NODEWISE_HAS_ITK
/// ITK's series reader on the sorted names; it decodes the slices one after the other.
void itkLoad(benchmark::State& state) {
    std::vector<std::string> names;
    for (const fs::path& file : series().files())
        names.push_back(file.string());
    for (auto _ : state)
        if (!loadedByItk(names, kSliceVoxels * names.size()))
            state.SkipWithError("ITK could not read the files");
}
#endif

/// The greatest memory of this process so far, bytes.
double peakBytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.rfind("VmHWM:", 0) == 0)
            return std::stod(line.substr(6)) * 1024;
    return 0;
}

/// The process's peak while 512 × 512 × 600 are loaded; 1.3 times their bytes and 150 MB are
/// allowed.
void tellMemory() {
    constexpr int slices = 600;
    std::string name = (fs::temp_directory_path() / "nodewise-bench-XXXXXX").string();
    const fs::path folder = mkdtemp(name.data());
    writeSeries(folder, slices);
    NullJobControl job;
    const std::vector<fs::path> paths{folder};
    const auto found = dicom::scanSeries(paths, job);
    const bool loaded = found && dicom::loadSeries(found->series.front(), job).has_value();
    constexpr double bytes = double{slices} * kSliceVoxels * sizeof(std::int16_t);
    std::printf("512 x 512 x 600: %.0f MB of values, peak %.0f MB, allowed %.0f MB%s\n",
                bytes / 1e6, peakBytes() / 1e6, (1.3 * bytes + 150e6) / 1e6,
                loaded ? "" : ": NOT LOADED");
    std::error_code ignored;
    fs::remove_all(folder, ignored);
}

void threadCounts(benchmark::internal::Benchmark* bench) {
    bench->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
}

}  // namespace

BENCHMARK(readBytesOnly)->Apply(threadCounts);
BENCHMARK(nodewiseScan)->Apply(threadCounts);
BENCHMARK(nodewiseLoad)->Apply(threadCounts);
BENCHMARK(gdcmLoad)->Apply(threadCounts);
BENCHMARK(gdcmStoredOnly)->Apply(threadCounts);
#ifdef NODEWISE_HAS_ITK
BENCHMARK(itkLoad)->UseRealTime()->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
#endif

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    tellMemory();  // While nothing else has raised the peak.
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
