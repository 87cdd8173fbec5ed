/// case.h: what a reader may know of a case before the call. The truth lives elsewhere (truth.h).
#pragma once
#include "base/ids.h"
#include "terms/terms.h"
#include <optional>
#include <string>
#include <vector>

namespace nodewise::casepack {

/// What the request form and the examination say.
struct History {
    int ageYears = 0;  ///< 0 = not given.
    std::string sex;   ///< "f", "m" or empty.
    Site site = Site::OropharynxP16Pos;
    PrimarySide primarySide = PrimarySide::Unknown;
    P16Status p16 = P16Status::Unknown;
    std::string primaryText;  ///< "base of tongue", in the case's language.
    BiopsyKind biopsy = BiopsyKind::None;
    std::optional<int> biopsyDaysBefore;
    bool fixedNode = false, skinInvolved = false, nervePalsy = false;  ///< On examination.
    std::optional<int> contrastDelayS;
    std::string examinationText;  ///< "mobile node, skin free".
};

/// How the case opens.
struct OpeningView {
    double windowWidthHu = 350, windowLevelHu = 60;
    std::optional<double> positionZMm;  ///< Axial position; the middle of the volume when absent.
};

/// A node the case asks about. Side and level are given; the voxels are truth.
struct NodeQuestion {
    NodeId id;
    Side side = Side::Left;
    Level level = Level::IIa;
};

enum class ImageKind {
    Recipe,  ///< Rendered by the generator from the sealed recipe.
    Dicom,   ///< cases/<id>/images/*.dcm
    Volume   ///< cases/<id>/images/volume.nrrd or .nii.gz
};

struct CaseRecord {
    CaseId id;
    std::string title;
    ImageKind imageKind = ImageKind::Recipe;
    TruthKind truthKind = TruthKind::Synthetic;
    int difficulty = 1;  ///< 1 easy … 5 hard.
    Edition edition = Edition::Tnm9;
    History history;
    OpeningView opening;
    std::vector<NodeQuestion> nodes;
    std::vector<ConceptId> concepts;  ///< What the case trains.
    /// Codes of neighbours a reader may choose from; empty = the usual list.
    std::vector<std::string> structures;
    bool asksPathology = false;  ///< The second question, "pathology would show ENE".
};

}  // namespace nodewise::casepack
