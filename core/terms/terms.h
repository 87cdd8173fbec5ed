/// terms.h: the vocabulary of a neck-node call. Meanings: reference in translations/glossary.md.
#pragma once
#include "terms/words.h"

namespace nodewise {

// ---- the patient -------------------------------------------------------------------------------

#define NODEWISE_SITES(X)                                                                          \
    X(OralCavity, "oral_cavity")                                                                   \
    X(OropharynxP16Neg, "oropharynx_p16neg")                                                       \
    X(OropharynxP16Pos, "oropharynx_p16pos")                                                       \
    X(Hypopharynx, "hypopharynx")                                                                  \
    X(Larynx, "larynx")                                                                            \
    X(Nasopharynx, "nasopharynx")                                                                  \
    X(Sinonasal, "sinonasal")                                                                      \
    X(Salivary, "salivary")                                                                        \
    X(UnknownPrimaryNeg, "unknown_primary_neg")                                                    \
    X(UnknownPrimaryHpv, "unknown_primary_hpv") X(UnknownPrimaryEbv, "unknown_primary_ebv")
NODEWISE_TERM(Site, NODEWISE_SITES)

#define NODEWISE_HPV(X) X(Positive, "pos") X(Negative, "neg") X(Unknown, "unknown")
NODEWISE_TERM(P16Status, NODEWISE_HPV)

/// The patient's own sides, never the picture's.
#define NODEWISE_SIDES(X) X(Left, "left") X(Right, "right") X(Midline, "midline")
NODEWISE_TERM(Side, NODEWISE_SIDES)

/// Side of the primary; for Midline and Unknown a side-dependent category is ambiguous.
#define NODEWISE_PRIMARY_SIDES(X)                                                                  \
    X(Left, "left") X(Right, "right") X(Midline, "midline") X(Unknown, "unknown")
NODEWISE_TERM(PrimarySide, NODEWISE_PRIMARY_SIDES)

/// Side of a node against the primary, as the staging tables use it.
#define NODEWISE_RELATIVE_SIDES(X)                                                                 \
    X(Ipsilateral, "ipsilateral") X(Contralateral, "contralateral") X(Midline, "midline")
NODEWISE_TERM(RelativeSide, NODEWISE_RELATIVE_SIDES)

/// Neck levels of Gregoire 2014. II, IV, V, VI, VII, X are the coarse forms a reader may give.
#define NODEWISE_LEVELS(X)                                                                         \
    X(Ia, "Ia")                                                                                    \
    X(Ib, "Ib")                                                                                    \
    X(IIa, "IIa")                                                                                  \
    X(IIb, "IIb")                                                                                  \
    X(III, "III")                                                                                  \
    X(IVa, "IVa")                                                                                  \
    X(IVb, "IVb")                                                                                  \
    X(Va, "Va")                                                                                    \
    X(Vb, "Vb")                                                                                    \
    X(Vc, "Vc")                                                                                    \
    X(VIa, "VIa")                                                                                  \
    X(VIb, "VIb")                                                                                  \
    X(VIIa, "VIIa")                                                                                \
    X(VIIb, "VIIb")                                                                                \
    X(VIII, "VIII")                                                                                \
    X(IX, "IX")                                                                                    \
    X(Xa, "Xa")                                                                                    \
    X(Xb, "Xb") X(I, "I") X(II, "II") X(IV, "IV") X(V, "V") X(VI, "VI") X(VII, "VII") X(X_, "X")
NODEWISE_TERM(Level, NODEWISE_LEVELS)

// ---- the call ----------------------------------------------------------------------------------

/// HNCIG 2024 grade of imaging-detected extranodal extension (Henson et al., Lancet Oncol 2024).
enum class Grade { G0 = 0, G1 = 1, G2 = 2, G3 = 3 };
template <>
struct Words<Grade> {
    static constexpr auto pairs = std::to_array({std::pair{Grade::G0, std::string_view{"G0"}},
                                                 std::pair{Grade::G1, std::string_view{"G1"}},
                                                 std::pair{Grade::G2, std::string_view{"G2"}},
                                                 std::pair{Grade::G3, std::string_view{"G3"}}});
};

/// The four certainty bins of Chin 2022: > 90, ~75, ~50, < 25 %.
#define NODEWISE_CERTAINTIES(X)                                                                    \
    X(Unequivocal, "unequivocal")                                                                  \
    X(Probable, "probable") X(Possible, "possible") X(Doubtful, "doubtful")
NODEWISE_TERM(Certainty, NODEWISE_CERTAINTIES)

#define NODEWISE_MARGINS(X)                                                                        \
    X(Smooth, "smooth") X(Irregular, "irregular") X(Indistinct, "indistinct")
NODEWISE_TERM(Margin, NODEWISE_MARGINS)

#define NODEWISE_FATS(X) X(Clean, "clean") X(Stranded, "stranded") X(Extended, "extended")
NODEWISE_TERM(PerinodalFat, NODEWISE_FATS)

#define NODEWISE_CONTACTS(X) X(None, "none") X(Contact, "contact") X(Invaded, "invaded")
NODEWISE_TERM(Adjacency, NODEWISE_CONTACTS)

/// Kinds of adjacent structure, as the staging rules need them.
#define NODEWISE_STRUCTURE_KINDS(X)                                                                \
    X(Muscle, "muscle")                                                                            \
    X(Skin, "skin")                                                                                \
    X(Vein, "vein") X(Artery, "artery") X(Nerve, "nerve") X(Gland, "gland") X(Other, "other")
NODEWISE_TERM(StructureKind, NODEWISE_STRUCTURE_KINDS)

/// What a reader ticks; also the vocabulary of "reasons" and of findings.
#define NODEWISE_FEATURES(X)                                                                       \
    X(Margin, "margin")                                                                            \
    X(Fat, "fat")                                                                                  \
    X(Adjacent, "adjacent_structure")                                                              \
    X(Coalescence, "coalescence")                                                                  \
    X(Necrosis, "necrosis") X(Cystic, "cystic") X(Hilum, "hilum") X(Size, "size")
NODEWISE_TERM(Feature, NODEWISE_FEATURES)

#define NODEWISE_QUALITIES(X) X(Adequate, "adequate") X(Limited, "limited")
NODEWISE_TERM(ImageQuality, NODEWISE_QUALITIES)

// ---- staging -----------------------------------------------------------------------------------

#define NODEWISE_EDITIONS(X) X(Tnm8, "TNM8") X(Tnm9, "TNM9")
NODEWISE_TERM(Edition, NODEWISE_EDITIONS)

#define NODEWISE_BASES(X) X(Clinical, "clinical") X(Pathological, "pathological")
NODEWISE_TERM(Basis, NODEWISE_BASES)

// ---- truth and feedback ------------------------------------------------------------------------

/// Pathological ENE: micro is at most 2 mm beyond the capsule, macro more.
#define NODEWISE_PENE(X)                                                                           \
    X(None, "none") X(Micro, "micro") X(Macro, "macro") X(NotExamined, "not_examined")
NODEWISE_TERM(PathologicalEne, NODEWISE_PENE)

#define NODEWISE_TRUTH_KINDS(X)                                                                    \
    X(PeneNode, "pene_node")                                                                       \
    X(PeneLevel, "pene_level")                                                                     \
    X(PenePatient, "pene_patient")                                                                 \
    X(IenePanel, "iene_panel") X(Synthetic, "synthetic") X(TeachingDraft, "teaching_draft")
NODEWISE_TERM(TruthKind, NODEWISE_TRUTH_KINDS)

#define NODEWISE_BIOPSIES(X)                                                                       \
    X(None, "none") X(Fna, "fna") X(Core, "core") X(Excision, "excision") X(Unknown, "unknown")
NODEWISE_TERM(BiopsyKind, NODEWISE_BIOPSIES)

/// The six marks of feedback, in the order they are shown.
#define NODEWISE_MARKS(X)                                                                          \
    X(Detection, "detection")                                                                      \
    X(Level, "level")                                                                              \
    X(Size, "size") X(Features, "features") X(Grade, "grade") X(NCategory, "n_category")
NODEWISE_TERM(Mark, NODEWISE_MARKS)

#define NODEWISE_VERDICTS(X) X(Agrees, "agrees") X(Close, "close") X(Differs, "differs")
NODEWISE_TERM(Verdict, NODEWISE_VERDICTS)

/// Trainee errors; meanings and detection rules: core/feedback/README.md.
#define NODEWISE_TRAINEE_ERRORS(X)                                                                 \
    X(E01, "E01")                                                                                  \
    X(E02, "E02")                                                                                  \
    X(E03, "E03")                                                                                  \
    X(E04, "E04")                                                                                  \
    X(E05, "E05")                                                                                  \
    X(E06, "E06")                                                                                  \
    X(E07, "E07")                                                                                  \
    X(E08, "E08")                                                                                  \
    X(E09, "E09")                                                                                  \
    X(E10, "E10")                                                                                  \
    X(E11, "E11") X(E12, "E12") X(E13, "E13") X(E14, "E14") X(E15, "E15") X(E16, "E16")
NODEWISE_TERM(TraineeError, NODEWISE_TRAINEE_ERRORS)

// ---- small rules that belong to the words -----------------------------------------------------

/// 0..3 of a grade, and back; `value` must be 0..3.
[[nodiscard]] constexpr int gradeNumber(Grade grade) {
    return static_cast<int>(grade);
}
[[nodiscard]] constexpr Grade gradeFromNumber(int value) {
    return static_cast<Grade>(value);
}

/// The bin that a probability in 0..1 falls in; edges 0.25, 0.625, 0.90 (mock/DESIGN, domain 2.3).
/// It speaks about how sure the reader is that ENE is there, not about being right.
[[nodiscard]] constexpr Certainty certaintyOf(double probability) {
    if (probability > 0.90)
        return Certainty::Unequivocal;
    if (probability > 0.625)
        return Certainty::Probable;
    return probability >= 0.25 ? Certainty::Possible : Certainty::Doubtful;
}

/// IIa -> II, Va -> V …; levels without parts stay.
[[nodiscard]] Level coarseLevel(Level level);

/// True when `given` names the same place as `reference`, a coarse form included (II for IIa).
[[nodiscard]] bool levelMatches(Level given, Level reference);

}  // namespace nodewise
