#include "dicom/slice_reader.h"
#include "base/parallel.h"
#include "dicom/frame_reader.h"
#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>

namespace nodewise::dicom {
namespace {

/// Slices of one file that one thread reads in one go.
struct Portion {
    std::size_t image = 0;
    std::vector<std::size_t> slices;
};

/// Frames of an uncompressed file can be shared among threads; a compressed one is opened once.
constexpr std::size_t kNativeFramesAtOnce = 8;

std::vector<Portion> portionsOf(const SeriesContent& content) {
    std::vector<Portion> whole(content.images.size());
    for (std::size_t i = 0; i < content.slices.size(); ++i) {
        whole[content.slices[i].image].image = content.slices[i].image;
        whole[content.slices[i].image].slices.push_back(i);
    }
    std::vector<Portion> portions;
    for (Portion& portion : whole) {
        std::ranges::sort(portion.slices, {},
                          [&](std::size_t i) { return content.slices[i].frame; });
        const std::size_t step =
            content.images[portion.image]->place ? kNativeFramesAtOnce : portion.slices.size();
        for (std::size_t start = 0; start < portion.slices.size(); start += step) {
            const std::size_t end = std::min(start + step, portion.slices.size());
            const auto at = [&](std::size_t i) {
                return portion.slices.begin() + static_cast<std::ptrdiff_t>(i);
            };
            portions.push_back({portion.image, {at(start), at(end)}});
        }
    }
    return portions;
}

/// Keeps the error of the lowest portion, and tells the others to stop.
class FirstError {
public:
    void keep(std::size_t portion, const Error& error) {
        const std::lock_guard lock(m_mutex);
        if (!m_error || portion < m_portion) {
            m_error = error;
            m_portion = portion;
        }
        m_failed = true;
    }
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

private:
    std::mutex m_mutex;
    std::optional<Error> m_error;
    std::size_t m_portion = 0;
    std::atomic<bool> m_failed{false};
};

}  // namespace

Result<void> readSlices(const SeriesContent& content, const SliceSink& sink, JobControl& job,
                        unsigned threads) {
    const std::vector<Portion> portions = portionsOf(content);
    FirstError problem;
    std::atomic<std::size_t> done{0};
    parallelFor(portions.size(), threads, [&](std::size_t i) {
        if (problem.failed())
            return;
        std::vector<FrameTarget> targets;
        for (const std::size_t slice : portions[i].slices) {
            const auto words = sink.memory(slice);
            targets.push_back(
                {content.slices[slice].frame, words, [&, slice, words](const PixelFormat& format) {
                     sink.arrived(slice, words, format);
                     job.report(static_cast<double>(++done) /
                                    static_cast<double>(content.slices.size()),
                                "read");
                 }});
        }
        if (const auto ok = readFrameWords(*content.images[portions[i].image], targets, job); !ok)
            problem.keep(i, ok.error());
    });
    if (problem.error())
        return fail(*problem.error());
    return {};
}

}  // namespace nodewise::dicom
