/// n_category.h: the N category of a neck under a TNM edition, with the rule that fired.
#pragma once
#include "base/result.h"
#include "terms/terms.h"
#include <optional>
#include <string>
#include <vector>

namespace nodewise::staging {

/// What is known of extranodal extension of one node.
struct EneEvidence {
    bool clinical = false;  ///< Unambiguous signs on examination.
    std::optional<Grade> imagingGrade;
    std::optional<Certainty> imagingCertainty;  ///< Absent: the grade is taken at its word.
    PathologicalEne pathological = PathologicalEne::NotExamined;
};

/// A metastatic node as the tables see it.
struct StagedNode {
    RelativeSide side = RelativeSide::Ipsilateral;  ///< Midline counts as ipsilateral.
    std::optional<Level> level;
    double greatestMm = 0;      ///< In any plane; for pathology of the metastasis.
    bool belowCricoid = false;  ///< Reaches below the caudal border of the cricoid.
    bool retropharyngeal = false;
    EneEvidence ene;
    std::vector<StructureKind> structures;  ///< Invaded ones, when the grade is G3.
};

struct StagingInput {
    Edition edition = Edition::Tnm9;
    Site site = Site::OropharynxP16Pos;
    Basis basis = Basis::Clinical;
    std::optional<P16Status>
        p16;  ///< Given: checked against the site; Unknown is staged as negative.
    /// Midline or Unknown: sides are tried both ways round; when that matters, ambiguous.
    PrimarySide primarySide = PrimarySide::Left;
    std::vector<StagedNode> nodes;
};

/// A remark beside the category: a code with its values, sentences come from ui/text.
struct StagingNote {
    /// "imaging_only", "lower_category", "reading", "p16_unknown", "certainty_not_given",
    /// "clinical_ene_without_imaging", "pathology_not_examined", "primary_side", "no_rule",
    /// "structures_unclear", "source_unconfirmed", "contralateral_only".
    std::string code;
    std::vector<std::string> values;
    friend bool operator==(const StagingNote&, const StagingNote&) = default;
};
/// English text of a note for the CLI: "imaging only: …", "UICC9: cN3b".
[[nodiscard]] std::string noteText(const StagingNote& note);

/// One reading: a category as printed ("cN2b") and the id of the rule behind it.
struct Reading {
    std::string category;
    std::string rule;
    std::string source;  ///< Citation of the rule.
    friend bool operator==(const Reading&, const Reading&) = default;
};

struct NCategory {
    std::string category;  ///< "cN0" … "pN3b". With several readings the lower one.
    std::string rule;
    std::string source;
    std::vector<StagingNote> notes;
    bool ambiguous = false;         ///< Sources differ or give no rule: never a test question.
    std::vector<Reading> readings;  ///< All readings when there are several.

    /// True when `category` (with or without c/p) is this one or one of the readings.
    [[nodiscard]] bool accepts(const std::string& category) const;
};

struct StagingResult {
    Edition edition = Edition::Tnm9;
    NCategory result;
    Edition otherEdition = Edition::Tnm8;
    NCategory other;  ///< The same neck under the other edition.
};

/// Stages a neck under the named edition and the other one. Rules: core/staging/rules (data), after
/// domain 3. Errors: InvalidArgument (a size that is not above 0 and finite, or a p16 status that
/// contradicts the site). Thread-safe.
[[nodiscard]] Result<StagingResult> stageNeck(const StagingInput& input);
/// One edition only.
[[nodiscard]] Result<NCategory> stageEdition(const StagingInput& input);

/// Side of a node against the primary. For a midline or unknown primary the first side is taken as
/// ipsilateral: left. @see StagingInput::primarySide
[[nodiscard]] RelativeSide relativeSide(Side node, PrimarySide primary);

/// Order of categories, low to high: N0 < N1a < N1 < N1b < N2a < N2 < N2b < N2c < N3a < N3 < N3b.
/// The prefix c or p is ignored; -1 for a text that is no category.
[[nodiscard]] int categoryRank(const std::string& category);
/// Without c or p: "N2b".
[[nodiscard]] std::string bareCategory(const std::string& category);
/// The categories an edition, site and basis can give, low to high, for a choice list.
[[nodiscard]] std::vector<std::string> possibleCategories(Edition edition, Site site, Basis basis);

}  // namespace nodewise::staging
