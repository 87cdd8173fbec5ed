/// pack_sheet.h: a contact sheet of a pack, for the eye of its author.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include "casepack/pack.h"
#include "gray_picture.h"
#include <filesystem>
#include <string>

namespace nodewise::cli {

/// What was drawn of one case.
struct SheetPage {
    CaseId id;
    NodeId node;     ///< The node asked about with the highest grade.
    double zMm = 0;  ///< Height of the slice in which it is largest.
    GrayPicture picture{1, 1};
};

/// The decisive slice: whole at W350 L60, and round the node at W300 L-20, axial and coronal,
/// 80 mm wide. Errors: those of openCaseImage and openCaseTruth.
[[nodiscard]] Result<SheetPage> drawPage(const casepack::Pack& pack, const CaseId& id,
                                         JobControl& job, unsigned threads);

/// One PNG a case (<id>.png), and all of them small in sheet.png. `only` names one case; empty:
/// all. Errors: CaseNotFound, those of drawPage and writePng, Cancelled.
[[nodiscard]] Result<std::vector<SheetPage>> drawSheet(const casepack::Pack& pack,
                                                       const std::filesystem::path& folder,
                                                       const std::string& only, JobControl& job,
                                                       unsigned threads);

}  // namespace nodewise::cli
