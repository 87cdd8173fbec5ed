/// term_text.h: the field's words as people read them, in the language of the window.
#pragma once
#include "terms/terms.h"
#include <QString>
#include <string>
#include <vector>

namespace nodewise::text {

// ---- the patient
// ---------------------------------------------------------------------------------
[[nodiscard]] QString siteName(Site site);          ///< "oropharynx, p16-positive"
[[nodiscard]] QString p16Name(P16Status status);    ///< "p16+"
[[nodiscard]] QString biopsyName(BiopsyKind kind);  ///< "core biopsy"; empty for None
[[nodiscard]] QString sideName(Side side);          ///< "left"
[[nodiscard]] QString sideLetter(Side side);        ///< "L"
[[nodiscard]] QString primarySideName(PrimarySide side);
[[nodiscard]] QString levelName(Level level);                  ///< "IIa"; VIIa is "retropharyngeal"
[[nodiscard]] QString sideLevel(Side side, Level level);       ///< "left IIa"
[[nodiscard]] QString sideLevelTitle(Side side, Level level);  ///< "Left IIa"
[[nodiscard]] QString sideLevelShort(Side side, Level level);  ///< "L IIa"
/// "left sternocleidomastoid" for "sternocleidomastoid_left"; a code that is not in the list is
/// shown as its words.
[[nodiscard]] QString structureName(const std::string& code);
/// The same for narrow columns: "left SCM", "right IJV" where such a short form is common.
[[nodiscard]] QString structureBriefName(const std::string& code);
/// Codes of the structures a node on this side may touch, the usual ones first: for a choice.
[[nodiscard]] std::vector<std::string> structureChoices(Side side);
[[nodiscard]] QString structureKindName(StructureKind kind);

// ---- the call
// ------------------------------------------------------------------------------------
[[nodiscard]] QString gradeName(Grade grade);         ///< "G1"
[[nodiscard]] QString gradeWord(Grade grade);         ///< "fat": second line of the segment
[[nodiscard]] QString gradeMeaning(Grade grade);      ///< "extension into the perinodal fat"
[[nodiscard]] QString certaintyName(Certainty bin);   ///< "~ 75 %"
[[nodiscard]] QString marginName(Margin margin);      ///< "Smooth"
[[nodiscard]] QString fatName(PerinodalFat fat);      ///< "Stranded"
[[nodiscard]] QString adjacencyName(Adjacency kind);  ///< "Contact"
[[nodiscard]] QString featureName(Feature feature);   ///< "Perinodal fat"
[[nodiscard]] QString qualityName(ImageQuality quality);

// ---- staging, truth, marks
// -----------------------------------------------------------------------
[[nodiscard]] QString editionName(Edition edition);  ///< "TNM9"
[[nodiscard]] QString peneName(PathologicalEne pene);
[[nodiscard]] QString truthKindName(TruthKind kind);  ///< "by construction", "reader panel" …
[[nodiscard]] QString markName(Mark mark);            ///< "Side and level"
[[nodiscard]] QString verdictName(Verdict verdict);   ///< "agrees"

// ---- remedy cards
// --------------------------------------------------------------------------------
[[nodiscard]] QString traineeErrorTitle(TraineeError error);   ///< What happened, a few words.
[[nodiscard]] QString traineeErrorRemedy(TraineeError error);  ///< What to do next time.

}  // namespace nodewise::text
