#include "dicom/dictionary.h"
#include "dicom/export.h"
#include "dicom/parsed_file.h"
#include "dicom/series_content.h"

namespace nodewise::dicom {

Result<WrittenSeries> identityOfScanned(const SeriesInfo& series) {
    if (const auto ready = ensureDictionary(); !ready)
        return fail(ready.error());
    if (series.content == nullptr)
        return fail(ErrorCode::InvalidArgument, "the series does not come from a scan");
    const SeriesContent& content = *series.content;
    if (!series.uniform)
        return fail(ErrorCode::GridMismatch, "the stack was resampled: its voxels have no images");
    WrittenSeries identity;
    for (const Slice& slice : content.slices) {
        const ImageHeader& image = content.image(slice);
        if (image.frames.size() != 1)
            return fail(ErrorCode::GridMismatch, "the images have several frames each",
                        pathText(image.file));
        identity.instanceUids.push_back(image.sopInstance);
    }
    const ImageHeader& first = content.image(content.slices.front());
    identity.seriesUid = series.uid;
    identity.frameOfReferenceUid = first.frameOfReference;
    identity.imageClassUid = first.sopClass;
    const auto file = ParsedFile::open(first.file, ReadExtent::Header);
    if (!file)
        return fail(file.error());
    identity.studyUid = file->tags().text(tags::kStudy);
    if (identity.studyUid.empty() || identity.frameOfReferenceUid.empty() ||
        identity.seriesUid.empty())
        return fail(ErrorCode::TagMissing, "the images name no study or frame of reference",
                    pathText(first.file),
                    tagText(identity.studyUid.empty() ? tags::kStudy : tags::kFrameOfReference));
    return identity;
}

}  // namespace nodewise::dicom
