/// series_grouping.h: which slices belong to one stack, and in which order. Private to core/dicom.
#pragma once
#include "dicom/series.h"
#include "dicom/series_content.h"
#include <memory>
#include <vector>

namespace nodewise::dicom {

/// Sorts the frames of all images into stacks. What cannot be placed lands in `skipped`.
/// The result depends on the images only, not on their order.
[[nodiscard]] std::vector<SeriesInfo>
groupSeries(std::vector<std::shared_ptr<const ImageHeader>> images,
            std::shared_ptr<const void> storage, std::vector<SkippedFile>& skipped);

/// Describes one stack whose slices are in order: fills every field of a SeriesInfo but `id`.
[[nodiscard]] SeriesInfo describeSeries(std::shared_ptr<const SeriesContent> content);

}  // namespace nodewise::dicom
