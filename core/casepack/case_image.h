/// case_image.h: the volume of a case, without any label.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include "casepack/pack.h"
#include "volume/ct_volume.h"
#include <filesystem>

namespace nodewise::casepack {

/// Opens the picture of a case. Synthetic cases are rendered from their sealed recipe and kept in
/// `cacheFolder` (2 GB, least recently used go first), so that they open at once the next time; an
/// empty `cacheFolder` keeps nothing. The volume does not depend on `threads` (0 = all cores).
/// Thread-safe. Errors: CaseNotFound, TruthSealed (a recipe that is not in the pack), those of
/// synthesis::renderVolume, dicom::loadSeries and readVolume, Cancelled.
[[nodiscard]] Result<VolumePtr> openCaseImage(const Pack& pack, const CaseId& id,
                                              const std::filesystem::path& cacheFolder,
                                              JobControl& job, unsigned threads = 0);

}  // namespace nodewise::casepack
