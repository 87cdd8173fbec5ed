#include "ui/text/term_text.h"
#include "ui/text/word_table.h"

namespace nodewise::text {

namespace {

constexpr auto kContext = "Terms";

template <class T, std::size_t N>
using Table = std::array<std::pair<T, const char*>, N>;

constexpr Table<Site, 11> kSites{{
    {Site::OralCavity, QT_TRANSLATE_NOOP("Terms", "oral cavity")},
    {Site::OropharynxP16Neg, QT_TRANSLATE_NOOP("Terms", "oropharynx, p16-negative")},
    {Site::OropharynxP16Pos, QT_TRANSLATE_NOOP("Terms", "oropharynx, p16-positive")},
    {Site::Hypopharynx, QT_TRANSLATE_NOOP("Terms", "hypopharynx")},
    {Site::Larynx, QT_TRANSLATE_NOOP("Terms", "larynx")},
    {Site::Nasopharynx, QT_TRANSLATE_NOOP("Terms", "nasopharynx")},
    {Site::Sinonasal, QT_TRANSLATE_NOOP("Terms", "nose and sinuses")},
    {Site::Salivary, QT_TRANSLATE_NOOP("Terms", "salivary gland")},
    {Site::UnknownPrimaryNeg, QT_TRANSLATE_NOOP("Terms", "unknown primary, p16 and EBV negative")},
    {Site::UnknownPrimaryHpv, QT_TRANSLATE_NOOP("Terms", "unknown primary, HPV-positive")},
    {Site::UnknownPrimaryEbv, QT_TRANSLATE_NOOP("Terms", "unknown primary, EBV-positive")},
}};

constexpr Table<P16Status, 3> kP16{{
    {P16Status::Positive, QT_TRANSLATE_NOOP("Terms", "p16+")},
    {P16Status::Negative, QT_TRANSLATE_NOOP("Terms", "p16−")},
    {P16Status::Unknown, QT_TRANSLATE_NOOP("Terms", "p16 unknown")},
}};

constexpr Table<BiopsyKind, 5> kBiopsies{{
    {BiopsyKind::None, QT_TRANSLATE_NOOP("Terms", "no biopsy")},
    {BiopsyKind::Fna, QT_TRANSLATE_NOOP("Terms", "fine-needle aspiration")},
    {BiopsyKind::Core, QT_TRANSLATE_NOOP("Terms", "core biopsy")},
    {BiopsyKind::Excision, QT_TRANSLATE_NOOP("Terms", "open biopsy")},
    {BiopsyKind::Unknown, QT_TRANSLATE_NOOP("Terms", "biopsy not known")},
}};

constexpr Table<Side, 3> kSides{{
    {Side::Left, QT_TRANSLATE_NOOP("Terms", "left")},
    {Side::Right, QT_TRANSLATE_NOOP("Terms", "right")},
    {Side::Midline, QT_TRANSLATE_NOOP("Terms", "midline")},
}};

constexpr Table<Side, 3> kSideLetters{{
    //: One letter for the patient's left side.
    {Side::Left, QT_TRANSLATE_NOOP("SideLetters", "L")},
    //: One letter for the patient's right side.
    {Side::Right, QT_TRANSLATE_NOOP("SideLetters", "R")},
    //: One letter for the midline.
    {Side::Midline, QT_TRANSLATE_NOOP("SideLetters", "M")},
}};

constexpr Table<PrimarySide, 4> kPrimarySides{{
    {PrimarySide::Left, QT_TRANSLATE_NOOP("Terms", "primary on the left")},
    {PrimarySide::Right, QT_TRANSLATE_NOOP("Terms", "primary on the right")},
    {PrimarySide::Midline, QT_TRANSLATE_NOOP("Terms", "primary in the midline")},
    {PrimarySide::Unknown, QT_TRANSLATE_NOOP("Terms", "side of the primary not known")},
}};

constexpr Table<StructureKind, 7> kStructureKinds{{
    {StructureKind::Muscle, QT_TRANSLATE_NOOP("Terms", "muscle")},
    {StructureKind::Skin, QT_TRANSLATE_NOOP("Terms", "skin")},
    {StructureKind::Vein, QT_TRANSLATE_NOOP("Terms", "vein")},
    {StructureKind::Artery, QT_TRANSLATE_NOOP("Terms", "artery")},
    {StructureKind::Nerve, QT_TRANSLATE_NOOP("Terms", "nerve")},
    {StructureKind::Gland, QT_TRANSLATE_NOOP("Terms", "gland")},
    {StructureKind::Other, QT_TRANSLATE_NOOP("Terms", "other structure")},
}};

constexpr Table<Grade, 4> kGradeWords{{
    //: Second line of the grade segment, at most ten letters.
    {Grade::G0, QT_TRANSLATE_NOOP("GradeWords", "none")},
    {Grade::G1, QT_TRANSLATE_NOOP("GradeWords", "fat")},
    {Grade::G2, QT_TRANSLATE_NOOP("GradeWords", "coalescent")},
    {Grade::G3, QT_TRANSLATE_NOOP("GradeWords", "structure")},
}};

constexpr Table<Grade, 4> kGradeMeanings{{
    {Grade::G0, QT_TRANSLATE_NOOP("Terms", "no extension seen")},
    {Grade::G1, QT_TRANSLATE_NOOP("Terms", "extension into the perinodal fat")},
    {Grade::G2, QT_TRANSLATE_NOOP("Terms", "coalescent nodes")},
    {Grade::G3, QT_TRANSLATE_NOOP("Terms", "extension into an adjacent structure")},
}};

constexpr Table<Certainty, 4> kCertainties{{
    {Certainty::Doubtful, QT_TRANSLATE_NOOP("Terms", "< 25 %")},
    {Certainty::Possible, QT_TRANSLATE_NOOP("Terms", "~ 50 %")},
    {Certainty::Probable, QT_TRANSLATE_NOOP("Terms", "~ 75 %")},
    {Certainty::Unequivocal, QT_TRANSLATE_NOOP("Terms", "> 90 %")},
}};

constexpr Table<Margin, 3> kMargins{{
    {Margin::Smooth, QT_TRANSLATE_NOOP("Terms", "Smooth")},
    {Margin::Irregular, QT_TRANSLATE_NOOP("Terms", "Irregular")},
    {Margin::Indistinct, QT_TRANSLATE_NOOP("Terms", "Indistinct")},
}};

constexpr Table<PerinodalFat, 3> kFats{{
    {PerinodalFat::Clean, QT_TRANSLATE_NOOP("Terms", "Clean")},
    {PerinodalFat::Stranded, QT_TRANSLATE_NOOP("Terms", "Stranded")},
    {PerinodalFat::Extended, QT_TRANSLATE_NOOP("Terms", "Extended")},
}};

constexpr Table<Adjacency, 3> kAdjacencies{{
    {Adjacency::None, QT_TRANSLATE_NOOP("Terms", "None")},
    {Adjacency::Contact, QT_TRANSLATE_NOOP("Terms", "Contact")},
    {Adjacency::Invaded, QT_TRANSLATE_NOOP("Terms", "Invaded")},
}};

constexpr Table<Feature, 8> kFeatures{{
    {Feature::Margin, QT_TRANSLATE_NOOP("Terms", "Margin")},
    {Feature::Fat, QT_TRANSLATE_NOOP("Terms", "Perinodal fat")},
    {Feature::Adjacent, QT_TRANSLATE_NOOP("Terms", "Adjacent structure")},
    {Feature::Coalescence, QT_TRANSLATE_NOOP("Terms", "Coalescence")},
    {Feature::Necrosis, QT_TRANSLATE_NOOP("Terms", "Necrosis")},
    {Feature::Cystic, QT_TRANSLATE_NOOP("Terms", "Cystic")},
    {Feature::Hilum, QT_TRANSLATE_NOOP("Terms", "Fatty hilum")},
    {Feature::Size, QT_TRANSLATE_NOOP("Terms", "Size")},
}};

constexpr Table<ImageQuality, 2> kQualities{{
    {ImageQuality::Adequate, QT_TRANSLATE_NOOP("Terms", "Adequate")},
    {ImageQuality::Limited, QT_TRANSLATE_NOOP("Terms", "Limited")},
}};

constexpr Table<PathologicalEne, 4> kPene{{
    {PathologicalEne::None, QT_TRANSLATE_NOOP("Terms", "no ENE at pathology")},
    {PathologicalEne::Micro, QT_TRANSLATE_NOOP("Terms", "microscopic ENE, at most 2 mm")},
    {PathologicalEne::Macro, QT_TRANSLATE_NOOP("Terms", "ENE of more than 2 mm")},
    {PathologicalEne::NotExamined, QT_TRANSLATE_NOOP("Terms", "not examined at pathology")},
}};

constexpr Table<TruthKind, 6> kTruthKinds{{
    {TruthKind::PeneNode, QT_TRANSLATE_NOOP("Terms", "pathology, this node")},
    {TruthKind::PeneLevel, QT_TRANSLATE_NOOP("Terms", "pathology, this level")},
    {TruthKind::PenePatient, QT_TRANSLATE_NOOP("Terms", "pathology, whole patient")},
    {TruthKind::IenePanel, QT_TRANSLATE_NOOP("Terms", "panel of readers")},
    {TruthKind::Synthetic, QT_TRANSLATE_NOOP("Terms", "by construction")},
    {TruthKind::TeachingDraft, QT_TRANSLATE_NOOP("Terms", "teaching draft, one author")},
}};

constexpr Table<Mark, 6> kMarks{{
    {Mark::Detection, QT_TRANSLATE_NOOP("Terms", "Detection")},
    {Mark::Level, QT_TRANSLATE_NOOP("Terms", "Side and level")},
    {Mark::Size, QT_TRANSLATE_NOOP("Terms", "Size")},
    {Mark::Features, QT_TRANSLATE_NOOP("Terms", "Features")},
    {Mark::Grade, QT_TRANSLATE_NOOP("Terms", "Grade, certainty")},
    {Mark::NCategory, QT_TRANSLATE_NOOP("Terms", "N category")},
}};

constexpr Table<Verdict, 3> kVerdicts{{
    {Verdict::Agrees, QT_TRANSLATE_NOOP("Terms", "agrees")},
    {Verdict::Close, QT_TRANSLATE_NOOP("Terms", "close")},
    {Verdict::Differs, QT_TRANSLATE_NOOP("Terms", "differs")},
}};

}  // namespace

QString siteName(Site site) {
    return lookUp(kContext, kSites, site);
}
QString p16Name(P16Status status) {
    return lookUp(kContext, kP16, status);
}
QString biopsyName(BiopsyKind kind) {
    return lookUp(kContext, kBiopsies, kind);
}
QString sideName(Side side) {
    return lookUp(kContext, kSides, side);
}
QString sideLetter(Side side) {
    return lookUp("SideLetters", kSideLetters, side);
}
QString primarySideName(PrimarySide side) {
    return lookUp(kContext, kPrimarySides, side);
}

QString levelName(Level level) {
    // The retropharyngeal level is called by its name: the numbering systems disagree about VII.
    if (level == Level::VIIa)
        return QCoreApplication::translate("Terms", "retropharyngeal");
    const auto spelling = word(level);
    return QString::fromLatin1(spelling.data(), static_cast<qsizetype>(spelling.size()));
}

QString sideLevel(Side side, Level level) {
    //: %1 is the side (left), %2 the neck level (IIa).
    return QCoreApplication::translate("Terms", "%1 %2").arg(sideName(side), levelName(level));
}

QString sideLevelTitle(Side side, Level level) {
    QString text = sideLevel(side, level);
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString sideLevelShort(Side side, Level level) {
    return sideLetter(side) + QLatin1Char(' ') + levelName(level);
}

QString structureKindName(StructureKind kind) {
    return lookUp(kContext, kStructureKinds, kind);
}

QString gradeName(Grade grade) {
    return QStringLiteral("G%1").arg(gradeNumber(grade));
}
QString gradeWord(Grade grade) {
    return lookUp("GradeWords", kGradeWords, grade);
}
QString gradeMeaning(Grade grade) {
    return lookUp(kContext, kGradeMeanings, grade);
}
QString certaintyName(Certainty bin) {
    return lookUp(kContext, kCertainties, bin);
}
QString marginName(Margin margin) {
    return lookUp(kContext, kMargins, margin);
}
QString fatName(PerinodalFat fat) {
    return lookUp(kContext, kFats, fat);
}
QString adjacencyName(Adjacency kind) {
    return lookUp(kContext, kAdjacencies, kind);
}
QString featureName(Feature feature) {
    return lookUp(kContext, kFeatures, feature);
}
QString qualityName(ImageQuality quality) {
    return lookUp(kContext, kQualities, quality);
}

QString editionName(Edition edition) {
    const auto spelling = word(edition);
    return QString::fromLatin1(spelling.data(), static_cast<qsizetype>(spelling.size()));
}

QString peneName(PathologicalEne pene) {
    return lookUp(kContext, kPene, pene);
}
QString truthKindName(TruthKind kind) {
    return lookUp(kContext, kTruthKinds, kind);
}
QString markName(Mark mark) {
    return lookUp(kContext, kMarks, mark);
}
QString verdictName(Verdict verdict) {
    return lookUp(kContext, kVerdicts, verdict);
}

}  // namespace nodewise::text
