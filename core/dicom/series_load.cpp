#include "base/large_pages.h"
#include "base/parallel.h"
#include "dicom/dictionary.h"
#include "dicom/parsed_file.h"
#include "dicom/regular_grid.h"
#include "dicom/series.h"
#include "dicom/slice_reader.h"
#include <algorithm>
#include <atomic>
#include <new>

namespace nodewise::dicom {
namespace {

/// The voxels of a stack while they arrive. Slices become int16 values at once when they fit; when
/// one does not, all become float in the end.
class Arriving {
public:
    explicit Arriving(const SeriesContent& content)
        : m_content(content)
        , m_pixels(content.images.front()->pixelsPerFrame())
        , m_words(zerosOnLargePages<std::int16_t>(m_pixels * content.slices.size()))
        , m_formats(content.slices.size()) {}

    [[nodiscard]] SliceSink sink() {
        return {
            [this](std::size_t slice) { return wordsOf(slice); },
            [this](std::size_t slice, std::span<std::uint16_t> words, const PixelFormat& format) {
                const Rescale& rescale = m_content.frame(m_content.slices[slice]).rescale;
                if (!convertInPlace(words, format, rescale)) {
                    m_formats[slice] = format;
                    m_allFit = false;
                }
            }};
    }

    [[nodiscard]] CtVolume::Voxels take(unsigned threads) {
        if (m_allFit)
            return std::move(m_words);
        CtVolume::FloatVoxels values(m_words.size());
        parallelFor(m_formats.size(), threads, [&](std::size_t slice) {
            const auto out = std::span(values).subspan(slice * m_pixels, m_pixels);
            if (m_formats[slice])
                convertToFloat(wordsOf(slice), *m_formats[slice],
                               m_content.frame(m_content.slices[slice]).rescale, out);
            else
                std::ranges::copy(std::span(m_words).subspan(slice * m_pixels, m_pixels),
                                  out.begin());
        });
        return values;
    }

private:
    [[nodiscard]] std::span<std::uint16_t> wordsOf(std::size_t slice) {
        // Signed and unsigned types of one size may look at the same memory.
        return {reinterpret_cast<std::uint16_t*>(m_words.data()) + slice * m_pixels, m_pixels};
    }

    const SeriesContent& m_content;
    std::size_t m_pixels;
    CtVolume::Int16Voxels m_words;
    std::vector<std::optional<PixelFormat>> m_formats;  ///< Of slices that did not fit.
    std::atomic<bool> m_allFit{true};
};

Result<CtVolume::Voxels> readVoxels(const SeriesContent& content, JobControl& job,
                                    unsigned threads) {
    try {
        Arriving arriving(content);
        if (const auto ok = readSlices(content, arriving.sink(), job, threads); !ok)
            return fail(ok.error());
        return arriving.take(threads);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, "not enough memory for the volume",
                    pathText(content.images.front()->file));
    }
}

bool mendedByResampling(ErrorCode code) {
    return code == ErrorCode::SpacingUneven || code == ErrorCode::GeometryInconsistent;
}

Result<void> checkLoadable(const SeriesInfo& series, bool resampling) {
    if (series.content == nullptr)
        return fail(ErrorCode::InvalidArgument, "the series does not come from a scan");
    const std::string file = pathText(series.content->images.front()->file);
    const std::uint64_t voxels =
        series.content->images.front()->pixelsPerFrame() * series.content->slices.size();
    if (voxels > kMaxVoxels)
        return fail(ErrorCode::ImageTooLarge,
                    std::to_string(voxels) + " voxels are more than one volume may hold", file,
                    tagText(tags::kRows));
    if (series.obstacle && !(resampling && mendedByResampling(series.obstacle->code)))
        return fail(*series.obstacle);
    return {};
}

Result<VolumePtr> onRegularGrid(const SeriesInfo& series, CtVolume::Voxels voxels, JobControl& job,
                                unsigned threads) {
    SliceStack stack;
    stack.columns = series.dims[0];
    stack.rows = series.dims[1];
    stack.pixelSpacing = {series.spacing[0], series.spacing[1]};
    stack.orientation = {series.axes[0], series.axes[1]};
    for (const Slice& slice : series.content->slices)
        stack.positions.push_back(*series.content->frame(slice).position);
    stack.voxels = std::move(voxels);
    stack.meaning = series.meaning;
    return resampleToRegular(stack, series.spacing[2], job, threads);
}

}  // namespace

Result<VolumePtr> loadSeries(const SeriesInfo& series, JobControl& job,
                             const LoadOptions& options) {
    if (const auto ready = ensureDictionary(); !ready)
        return fail(ready.error());
    if (const auto ok = checkLoadable(series, options.resampleToRegular); !ok)
        return fail(ok.error());
    auto voxels = readVoxels(*series.content, job, options.threads);
    if (!voxels)
        return fail(voxels.error());
    if (!series.uniform)
        return onRegularGrid(series, std::move(*voxels), job, options.threads);
    const auto grid = GridGeometry::create(series.dims, series.spacing, series.origin, series.axes);
    if (!grid)
        return fail(Error{ErrorCode::GeometryInconsistent, grid.error().detail,
                          pathText(series.files.front()), tagText(tags::kOrientation)});
    return CtVolume::create(*grid, std::move(*voxels), series.meaning);
}

Result<VolumePtr> loadSlice(const SeriesInfo& series, int slice, JobControl& job) {
    if (const auto ready = ensureDictionary(); !ready)
        return fail(ready.error());
    if (series.content == nullptr)
        return fail(ErrorCode::InvalidArgument, "the series does not come from a scan");
    SeriesContent one = *series.content;
    const auto last = static_cast<int>(one.slices.size()) - 1;
    const Slice wanted = one.slices[static_cast<std::size_t>(std::clamp(slice, 0, last))];
    one.slices = {wanted};
    auto voxels = readVoxels(one, job, 1);
    if (!voxels)
        return fail(voxels.error());
    const auto spacing = [&](std::size_t axis) {
        return series.spacing[axis] > 0 ? series.spacing[axis] : 1.0;
    };
    const PointLps origin = one.frame(wanted).position.value_or(PointLps{});
    const auto grid =
        GridGeometry::create({series.dims[0], series.dims[1], 1},
                             {spacing(0), spacing(1), spacing(2)}, origin, series.axes);
    if (!grid)
        return fail(grid.error());
    return CtVolume::create(*grid, std::move(*voxels), series.meaning);
}

Result<ValueRange> seriesValueRange(const SeriesInfo& series, JobControl& job, unsigned threads) {
    if (const auto ready = ensureDictionary(); !ready)
        return fail(ready.error());
    if (series.content == nullptr)
        return fail(ErrorCode::InvalidArgument, "the series does not come from a scan");
    const SeriesContent& content = *series.content;
    const std::size_t pixels = content.images.front()->pixelsPerFrame();
    std::vector<ValueRange> ranges(content.slices.size());
    // Each slice's memory lives from `memory` to `arrived`.
    std::vector<std::vector<std::uint16_t>> buffers(content.slices.size());
    const SliceSink sink{
        [&](std::size_t slice) {
            buffers[slice].resize(pixels);
            return std::span(buffers[slice]);
        },
        [&](std::size_t slice, std::span<std::uint16_t> words, const PixelFormat& format) {
            const WordRange stored = storedRange(words, format);
            const Rescale& rescale = content.frame(content.slices[slice]).rescale;
            const double a = stored.low * rescale.slope + rescale.intercept;
            const double b = stored.high * rescale.slope + rescale.intercept;
            ranges[slice] = {std::min(a, b), std::max(a, b)};
            buffers[slice] = {};
        }};
    try {
        if (const auto ok = readSlices(content, sink, job, threads); !ok)
            return fail(ok.error());
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, "not enough memory to read the series");
    }
    ValueRange all = ranges.front();
    for (const ValueRange& range : ranges)
        all = {std::min(all.low, range.low), std::max(all.high, range.high)};
    return all;
}

}  // namespace nodewise::dicom
