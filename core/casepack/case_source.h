/// case_source.h: one case of an author's folder on its way into a pack. Private to the module.
#pragma once
#include "annotation/reference_truth.h"
#include "base/job_control.h"
#include "base/result.h"
#include "casepack/pack.h"
#include "geometry/grid_geometry.h"
#include "volume/ct_volume.h"
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace nodewise::casepack {

/// What "build" in a source case.json says.
struct BuildOrder {
    std::filesystem::path recipe;  ///< Empty: truth/<id>/recipe.json.
    std::filesystem::path images;  ///< DICOM folder, file or zip, or volume file; may be empty.
    std::string series;            ///< Empty: the largest.
    bool keepDicom = false;
    std::filesystem::path labels;  ///< Empty: truth/<id>/labels.nrrd.
    /// Node or structure -> its name or number in the outlines. Empty: numbers as in truth.json.
    std::map<std::string, std::variant<std::string, LabelValue>> regions;
};

/// Where things come from and go to.
struct BuildPlace {
    const std::filesystem::path& source;  ///< The author's folder.
    const std::filesystem::path& target;  ///< The content of the pack.
    JobControl& job;
    unsigned threads = 0;
    std::vector<std::string>& remarks;
};

/// Puts the image of a case into the pack and gives it back: outlines must lie on its grid.
/// Errors: see buildPack.
[[nodiscard]] Result<VolumePtr> stageImage(const CaseRecord& record, const CaseRights& rights,
                                           const std::optional<BuildOrder>& order,
                                           const BuildPlace& place);

/// Checks and completes truth.json and puts it into the pack with its outlines.
[[nodiscard]] Result<CaseTruth> stageTruth(const CaseRecord& record,
                                           const std::optional<BuildOrder>& order,
                                           const GridGeometry& grid, const BuildPlace& place);

/// Copies the recipe and makes its truth, which must come to what the recipe expects.
[[nodiscard]] Result<CaseTruth> stageRecipe(const CaseRecord& record,
                                            const std::optional<BuildOrder>& order,
                                            const BuildPlace& place);

/// Reads, checks and stages the case of the folder cases/<id>.
[[nodiscard]] Result<void> stageCase(const CaseId& id, const std::map<CaseId, CaseRights>& rights,
                                     const BuildPlace& place);

}  // namespace nodewise::casepack
