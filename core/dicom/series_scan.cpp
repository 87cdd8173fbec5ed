#include "base/parallel.h"
#include "dicom/dictionary.h"
#include "dicom/file_finder.h"
#include "dicom/guarded.h"
#include "dicom/series.h"
#include "dicom/series_grouping.h"
#include <algorithm>
#include <atomic>

namespace nodewise::dicom {
namespace {

using Headers = std::vector<Result<ImageHeader>>;

Headers readHeaders(const std::vector<std::filesystem::path>& files, JobControl& job,
                    unsigned threads) {
    Headers headers(files.size(), fail(ErrorCode::Cancelled, "the scan was cancelled"));
    std::atomic<std::size_t> done{0};
    parallelFor(files.size(), threads, [&](std::size_t i) {
        if (job.cancelled())
            return;
        // One bad file must never end the scan, whatever the library underneath throws.
        headers[i] = guarded(files[i], [&] { return readImageHeader(files[i]); });
        job.report(static_cast<double>(++done) / static_cast<double>(files.size()), "scan");
    });
    return headers;
}

std::string withPlace(const Error& error) {
    return error.place.empty() ? error.detail : error.place + " " + error.detail;
}

}  // namespace

Result<ScanResult> scanSeries(std::span<const std::filesystem::path> paths, JobControl& job,
                              unsigned threads) {
    if (const auto ready = ensureDictionary(); !ready)
        return fail(ready.error());
    auto found = findFiles(paths, job);
    if (!found)
        return fail(found.error());
    auto headers = readHeaders(found->files, job, threads);
    if (job.cancelled())
        return fail(ErrorCode::Cancelled, "the scan was cancelled");

    ScanResult result;
    result.skipped = std::move(found->skipped);
    std::vector<std::shared_ptr<const ImageHeader>> images;
    for (std::size_t i = 0; i < headers.size(); ++i) {
        if (headers[i])
            images.push_back(std::make_shared<const ImageHeader>(std::move(*headers[i])));
        else
            result.skipped.push_back(
                {found->files[i], headers[i].error().code, withPlace(headers[i].error())});
    }
    result.series = groupSeries(std::move(images), found->storage, result.skipped);
    std::ranges::stable_sort(result.skipped, {}, &SkippedFile::path);
    return result;
}

}  // namespace nodewise::dicom
