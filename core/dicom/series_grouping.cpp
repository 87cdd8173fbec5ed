#include "dicom/series_grouping.h"
#include "dicom/parsed_file.h"
#include "dicom/stack_geometry.h"
#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace nodewise::dicom {
namespace {

using Images = std::vector<std::shared_ptr<const ImageHeader>>;

/// A slice with the image it comes from, before stacks exist.
struct LooseSlice {
    std::shared_ptr<const ImageHeader> image;
    std::size_t frame = 0;

    [[nodiscard]] const FrameHeader& header() const { return image->frames[frame]; }
};

using Stack = std::vector<LooseSlice>;

constexpr double kSameDirection = 1e-4;
constexpr double kSameSpacing = 1e-4;

bool sameDirection(VectorLps a, VectorLps b) {
    return length(a - b) <= kSameDirection;
}

bool samePlaneKind(const LooseSlice& a, const LooseSlice& b) {
    const FrameHeader& x = a.header();
    const FrameHeader& y = b.header();
    if (x.position.has_value() != y.position.has_value() ||
        x.orientation.has_value() != y.orientation.has_value() ||
        x.pixelSpacing.has_value() != y.pixelSpacing.has_value())
        return false;
    if (x.orientation && !(sameDirection(x.orientation->row, y.orientation->row) &&
                           sameDirection(x.orientation->column, y.orientation->column)))
        return false;
    return !x.pixelSpacing ||
           (std::abs((*x.pixelSpacing)[0] - (*y.pixelSpacing)[0]) <= kSameSpacing &&
            std::abs((*x.pixelSpacing)[1] - (*y.pixelSpacing)[1]) <= kSameSpacing);
}

/// What two slices of one stack must share exactly. A multi-frame object, a file without a series
/// and a file without a position stand alone.
std::string keyOf(const LooseSlice& slice) {
    const ImageHeader& image = *slice.image;
    std::string key = image.series + '\n' + image.frameOfReference + '\n' +
                      std::to_string(image.rows) + 'x' + std::to_string(image.columns);
    const bool alone = image.frames.size() > 1 || image.series.empty() || !slice.header().position;
    if (alone)
        key += '\n' + pathText(image.file);
    return key;
}

std::vector<Stack> stacksOf(const Images& images) {
    std::map<std::string, std::vector<Stack>> byKey;
    for (const auto& image : images)
        for (std::size_t frame = 0; frame < image->frames.size(); ++frame) {
            const LooseSlice slice{image, frame};
            auto& stacks = byKey[keyOf(slice)];
            const auto fits = std::ranges::find_if(
                stacks, [&](const Stack& s) { return samePlaneKind(s.front(), slice); });
            if (fits == stacks.end())
                stacks.push_back({slice});
            else
                fits->push_back(slice);
        }
    std::vector<Stack> all;
    for (auto& [key, stacks] : byKey)
        for (Stack& stack : stacks)
            all.push_back(std::move(stack));
    return all;
}

bool placed(const Stack& stack) {
    return stack.front().header().position && stack.front().header().orientation;
}

double along(const LooseSlice& slice, VectorLps normal) {
    return alongNormal(*slice.header().position, normal);
}

/// By position; among slices at one place by instance number, file and frame, so that the order
/// never hangs on the order of reading.
void sortByPosition(Stack& stack) {
    const VectorLps normal = normalOf(*stack.front().header().orientation);
    std::ranges::stable_sort(stack, [&](const LooseSlice& a, const LooseSlice& b) {
        return std::tuple(along(a, normal), a.image->instanceNumber, a.image->file, a.frame) <
               std::tuple(along(b, normal), b.image->instanceNumber, b.image->file, b.frame);
    });
}

/// For each slice how many slices before it lie at the same place. @pre sorted.
std::vector<std::size_t> occurrences(const Stack& stack) {
    const VectorLps normal = normalOf(*stack.front().header().orientation);
    std::vector<std::size_t> result(stack.size(), 0);
    for (std::size_t i = 1; i < stack.size(); ++i)
        if (along(stack[i], normal) - along(stack[i - 1], normal) <= kSamePlaceMm)
            result[i] = result[i - 1] + 1;
    return result;
}

std::size_t mostAtOnePlace(const Stack& stack) {
    return std::ranges::max(occurrences(stack)) + 1;
}

void skipCopy(const LooseSlice& copy, const LooseSlice& kept, std::vector<SkippedFile>& skipped) {
    skipped.push_back(
        {copy.image->file, ErrorCode::DuplicatePosition,
         "lies at the same place as " + pathText(kept.image->file.filename()) + ", which is used"});
}

/// The same object twice (copied folders) is no second image.
Stack withoutCopies(const Stack& stack, std::vector<SkippedFile>& skipped) {
    Stack kept;
    std::map<std::pair<std::string, std::size_t>, std::size_t> seen;
    for (const LooseSlice& slice : stack) {
        const std::string& uid = slice.image->sopInstance;
        const auto [at, fresh] = seen.try_emplace({uid, slice.frame}, kept.size());
        if (fresh || uid.empty() || kept[at->second].image == slice.image)
            kept.push_back(slice);
        else
            skipCopy(slice, kept[at->second], skipped);
    }
    return kept;
}

/// Echoes, phases, acquisitions: as many parts as slices share a place, not one a slice.
std::vector<Stack> splitByPart(const Stack& stack, std::size_t most) {
    std::map<std::string, Stack> parts;
    for (const LooseSlice& slice : stack)
        parts[slice.header().part].push_back(slice);
    std::vector<Stack> result;
    for (auto& [part, slices] : parts)
        result.push_back(std::move(slices));
    if (result.size() < 2 || result.size() > most ||
        std::ranges::any_of(result, [](const Stack& s) { return mostAtOnePlace(s) > 1; }))
        return {stack};
    return result;
}

/// As many slices at every place: the first of each is one stack, the second the next, and so on.
std::vector<Stack> splitByOccurrence(const Stack& stack, std::size_t most) {
    const auto order = occurrences(stack);
    std::vector<Stack> result(most);
    for (std::size_t i = 0; i < stack.size(); ++i)
        result[order[i]].push_back(stack[i]);
    if (result.back().size() != result.front().size())
        return {stack};
    return result;
}

Stack firstAtEachPlace(const Stack& stack, std::vector<SkippedFile>& skipped) {
    const auto order = occurrences(stack);
    Stack kept;
    for (std::size_t i = 0; i < stack.size(); ++i)
        if (order[i] == 0)
            kept.push_back(stack[i]);
        else
            skipCopy(stack[i], kept.back(), skipped);
    return kept;
}

/// Stacks without two slices at one place. @pre placed(stack).
std::vector<Stack> untangled(Stack stack, std::vector<SkippedFile>& skipped) {
    sortByPosition(stack);
    stack = withoutCopies(stack, skipped);
    const std::size_t most = mostAtOnePlace(stack);
    if (most == 1)
        return {stack};
    std::vector<Stack> parts = splitByPart(stack, most);
    if (parts.size() == 1)
        parts = splitByOccurrence(stack, most);
    if (parts.size() == 1)
        parts = {firstAtEachPlace(stack, skipped)};
    return parts;
}

std::shared_ptr<const SeriesContent> contentOf(const Stack& stack,
                                               const std::shared_ptr<const void>& storage) {
    auto content = std::make_shared<SeriesContent>();
    content->storage = storage;
    std::map<const ImageHeader*, std::size_t> index;
    for (const LooseSlice& slice : stack) {
        const auto [at, fresh] = index.try_emplace(slice.image.get(), content->images.size());
        if (fresh)
            content->images.push_back(slice.image);
        content->slices.push_back({at->second, slice.frame});
    }
    return content;
}

void nameStacks(std::vector<SeriesInfo>& series) {
    std::ranges::stable_sort(series, [](const SeriesInfo& a, const SeriesInfo& b) {
        return std::tuple(-a.dims[2], a.uid, a.files.front()) <
               std::tuple(-b.dims[2], b.uid, b.files.front());
    });
    std::map<std::string, int> count;
    for (SeriesInfo& one : series) {
        const int number = ++count[one.uid];
        one.id = number == 1 ? one.uid : one.uid + '#' + std::to_string(number);
    }
}

}  // namespace

std::vector<SeriesInfo> groupSeries(Images images, std::shared_ptr<const void> storage,
                                    std::vector<SkippedFile>& skipped) {
    std::ranges::sort(images, {}, [](const auto& image) { return image->file; });
    std::vector<SeriesInfo> series;
    for (Stack& stack : stacksOf(images)) {
        if (!placed(stack)) {
            series.push_back(describeSeries(contentOf(stack, storage)));
            continue;
        }
        for (const Stack& part : untangled(std::move(stack), skipped))
            series.push_back(describeSeries(contentOf(part, storage)));
    }
    nameStacks(series);
    return series;
}

}  // namespace nodewise::dicom
