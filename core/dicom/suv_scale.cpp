#include "dicom/dictionary.h"
#include "dicom/parsed_file.h"
#include "dicom/series.h"
#include "dicom/series_content.h"
#include <cmath>

namespace nodewise::dicom {
namespace {

constexpr Tag kSeriesTime{0x0008, 0x0031}, kWeight{0x0010, 0x1030}, kTracer{0x0054, 0x0016},
    kStart{0x0018, 0x1072}, kDose{0x0018, 0x1074}, kHalfLife{0x0018, 0x1075},
    kStartDateTime{0x0018, 0x1078}, kDecayCorrection{0x0054, 0x1102};
constexpr double kDaySeconds = 86400;

/// Seconds of the day of "HHMMSS.ffffff"; nothing when it is no time.
std::optional<double> secondsOf(const std::string& time) {
    if (time.size() < 4)
        return std::nullopt;
    for (std::size_t n = 0; n < std::min<std::size_t>(time.size(), 6); ++n)
        if (time[n] < '0' || time[n] > '9')
            return std::nullopt;
    const auto two = [&](std::size_t at) {
        return time.size() >= at + 2 ? (time[at] - '0') * 10 + (time[at + 1] - '0') : 0;
    };
    return two(0) * 3600.0 + two(2) * 60.0 + two(4);
}

Result<double> positive(const TagReader& tags, Tag tag, const std::string& file) {
    const auto value = tags.decimal(tag);
    if (!value)
        return fail(inFile(value.error(), file));
    if (!*value || !(**value > 0))
        return fail(ErrorCode::TagMissing, "no SUV without this value", file, tagText(tag));
    return **value;
}

}  // namespace

Result<SuvScale> suvScaleOf(const SeriesInfo& series) {
    if (const auto ready = ensureDictionary(); !ready)
        return fail(ready.error());
    if (series.content == nullptr || series.meaning != VoxelMeaning::Becquerel)
        return fail(ErrorCode::InvalidArgument, "the values are not in Bq/mL");
    const auto& path = series.content->images.front()->file;
    const auto file = ParsedFile::open(path, ReadExtent::Header);
    if (!file)
        return fail(file.error());
    const std::string name = pathText(path);
    const TagReader tags = file->tags();
    if (const std::string kind = tags.text(kDecayCorrection); kind != "START")
        return fail(ErrorCode::TagInvalid, "decay is corrected to \"" + kind + "\", not to START",
                    name, tagText(kDecayCorrection));
    const auto tracer = tags.firstItem(kTracer);
    if (!tracer)
        return fail(ErrorCode::TagMissing, "nothing is said of the tracer", name, tagText(kTracer));
    SuvScale scale;
    const auto weight = positive(tags, kWeight, name);
    const auto dose = positive(*tracer, kDose, name);
    const auto halfLife = positive(*tracer, kHalfLife, name);
    for (const auto* value : {&weight, &dose, &halfLife})
        if (!*value)
            return fail(value->error());
    std::string injected = tracer->text(kStartDateTime);
    injected = injected.size() > 8 ? injected.substr(8) : tracer->text(kStart);
    const auto from = secondsOf(injected), to = secondsOf(tags.text(kSeriesTime));
    if (!from || !to)
        return fail(ErrorCode::TagMissing, "the time of injection or of the series is missing",
                    name, tagText(from ? kSeriesTime : kStart));
    // Over midnight the scan is a day later.
    const double passed = std::fmod(*to - *from + kDaySeconds, kDaySeconds);
    scale.weightKg = *weight;
    scale.doseBq = *dose;
    scale.halfLifeS = *halfLife;
    scale.minutesToScan = passed / 60;
    scale.factor = *weight * 1000 / (*dose * std::exp2(-passed / *halfLife));
    return scale;
}

}  // namespace nodewise::dicom
