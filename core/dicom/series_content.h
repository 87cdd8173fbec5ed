/// series_content.h: the slices behind a SeriesInfo. Private to core/dicom.
#pragma once
#include "dicom/image_header.h"
#include <cstddef>
#include <memory>
#include <vector>

namespace nodewise::dicom {

/// One slice of a stack: which image of the series, which frame in it.
struct Slice {
    std::size_t image = 0;
    std::size_t frame = 0;
};

struct SeriesContent {
    std::vector<std::shared_ptr<const ImageHeader>> images;  ///< Each file once.
    std::vector<Slice> slices;                               ///< In order of position.
    std::shared_ptr<const void> storage;  ///< Keeps a temporary folder; empty for plain files.

    [[nodiscard]] const ImageHeader& image(const Slice& slice) const {
        return *images[slice.image];
    }
    [[nodiscard]] const FrameHeader& frame(const Slice& slice) const {
        return images[slice.image]->frames[slice.frame];
    }
};

}  // namespace nodewise::dicom
