#include "ui/text/evidence_text.h"
#include "ui/text/number_text.h"
#include "ui/text/term_text.h"
#include "ui/text/word_table.h"

namespace nodewise::text {

namespace {

using evidence::FindingCode;
using measure::Gap;
using measure::QualityFlag;

constexpr std::array<std::pair<FindingCode, const char*>, 15> kFindings{{
    {FindingCode::MarginIndistinct, QT_TRANSLATE_NOOP("Findings", "indistinct margin")},
    {FindingCode::MarginIrregular, QT_TRANSLATE_NOOP("Findings", "irregular margin")},
    {FindingCode::Shape, QT_TRANSLATE_NOOP("Findings", "shape")},
    {FindingCode::FatStranding, QT_TRANSLATE_NOOP("Findings", "stranded fat")},
    {FindingCode::FatExtension, QT_TRANSLATE_NOOP("Findings", "extension into fat")},
    {FindingCode::Coalescence, QT_TRANSLATE_NOOP("Findings", "coalescence")},
    {FindingCode::StructureInvasion, QT_TRANSLATE_NOOP("Findings", "invasion of a structure")},
    {FindingCode::StructureContact, QT_TRANSLATE_NOOP("Findings", "contact with a structure")},
    {FindingCode::Necrosis, QT_TRANSLATE_NOOP("Findings", "necrosis")},
    {FindingCode::Cystic, QT_TRANSLATE_NOOP("Findings", "cystic change")},
    {FindingCode::Hilum, QT_TRANSLATE_NOOP("Findings", "fatty hilum")},
    {FindingCode::Size, QT_TRANSLATE_NOOP("Findings", "size")},
    {FindingCode::ExtensionDepth, QT_TRANSLATE_NOOP("Findings", "depth of extension")},
    {FindingCode::NodeCount, QT_TRANSLATE_NOOP("Findings", "number of nodes")},
    {FindingCode::StructureCount, QT_TRANSLATE_NOOP("Findings", "number of structures")},
}};

constexpr WordRow kTrace[] = {
    {"G3.invasion", QT_TRANSLATE_NOOP("Trace", "G3, an adjacent structure is invaded")},
    {"G2.coalescence", QT_TRANSLATE_NOOP("Trace", "G2, nodes are coalescent")},
    {"G1.extension", QT_TRANSLATE_NOOP("Trace", "G1, extension into the perinodal fat")},
    {"G1.margin_and_fat",
     QT_TRANSLATE_NOOP("Trace", "G1, indistinct or irregular margin with stranded fat")},
    {"G0.none", QT_TRANSLATE_NOOP("Trace", "G0, no criterion is present")},
    {"not_a_criterion", QT_TRANSLATE_NOOP("Trace", "Recorded, no criterion")},
    {"quality.lower",
     QT_TRANSLATE_NOOP("Trace", "Limited image quality lowers the certainty, not the grade")},
    {"unread.lower",
     QT_TRANSLATE_NOOP("Trace", "Margin and fat could not be measured: no criterion found says "
                                "little")},
    {"infection.lower",
     QT_TRANSLATE_NOOP("Trace", "Infection or earlier radiation lowers the weight of stranding")},
    {"biopsy.lower", QT_TRANSLATE_NOOP("Trace", "A recent biopsy lowers the weight of stranding")},
};

constexpr WordRow kSigns[] = {
    {"structure_invaded", QT_TRANSLATE_NOOP("Signs", "Adjacent structure invaded")},
    {"coalescence", QT_TRANSLATE_NOOP("Signs", "Coalescence")},
    {"fat_stranded", QT_TRANSLATE_NOOP("Signs", "Fat stranded")},
    {"margin_indistinct", QT_TRANSLATE_NOOP("Signs", "Margin indistinct")},
    {"necrosis_central", QT_TRANSLATE_NOOP("Signs", "Necrosis")},
    {"short_axis_16mm", QT_TRANSLATE_NOOP("Signs", "Short axis ≥ 16 mm")},
    {"reading", QT_TRANSLATE_NOOP("Signs", "Whole reading")},
    {"us_reading", QT_TRANSLATE_NOOP("Signs", "Ultrasound")},
    {"pet_reading", QT_TRANSLATE_NOOP("Signs", "PET")},
    {"pet_suv_3", QT_TRANSLATE_NOOP("Signs", "PET, SUVmax ≥ 3")},
};

/// By the id of the row: what a bare citation does not say.
constexpr WordRow kSources[] = {
    {"park2020-infiltration",
     QT_TRANSLATE_NOOP("Sources", "Park SI et al., Eur Radiol 2021 (22 studies, 2478 patients)")},
    {"our-coalescence",
     QT_TRANSLATE_NOOP("Sources", "Starting value of our own; no pooled figures were found")},
    {"our-stranding",
     QT_TRANSLATE_NOOP("Sources",
                       "Shrunk from an odds ratio of 26.4 in 31 patients (Douglas 2018)")},
    {"our-margin",
     QT_TRANSLATE_NOOP("Sources", "Middle of Carlton 2017 and J Comput Assist Tomogr 2024;48:129")},
    {"park2020-necrosis",
     QT_TRANSLATE_NOOP("Sources", "Park SI et al., Eur Radiol 2021 (22 studies, 2478 patients); "
                                  "pairing of the figures inferred from the abstract")},
    {"our-necrosis-hpv",
     QT_TRANSLATE_NOOP(
         "Sources", "Specificity is lost in HPV-positive disease (Park 2020: CT 74 against 87 %)")},
    {"kimura2008-short-axis",
     QT_TRANSLATE_NOOP("Sources", "Kimura Y et al., AJNR 2008;29:1355 (177 nodes, one study)")},
    {"park2020-ct",
     QT_TRANSLATE_NOOP("Sources", "Park SI et al., Eur Radiol 2021 (22 studies, 2478 patients)")},
    {"park2020-mri",
     QT_TRANSLATE_NOOP("Sources", "Park SI et al., Eur Radiol 2021 (22 studies, 2478 patients)")},
    {"mair2024-ct",
     QT_TRANSLATE_NOOP("Sources", "Mair M et al., Cancers 2024;16(8):1457 (29 studies)")},
    {"mair2024-us",
     QT_TRANSLATE_NOOP("Sources", "Mair M et al., Cancers 2024;16(8):1457 (few studies); deep and "
                                  "retropharyngeal nodes are not seen by ultrasound")},
    {"mair2024-pet",
     QT_TRANSLATE_NOOP("Sources",
                       "Mair M et al., Cancers 2024;16(8):1457; most levels counted held "
                       "no metastasis, so this tells metastasis from normal")},
    {"toya2020-suv",
     QT_TRANSLATE_NOOP(
         "Sources", "Toya R et al., Anticancer Res 2020;40:2073 (566 levels, 53 with ENE); nearly "
                    "the same line, 3.16, tells metastasis from normal (Lim 2016): in a proven "
                    "metastasis it says nothing of ENE")},
    {"mehanna2025",
     QT_TRANSLATE_NOOP("Sources", "Mehanna H et al., Int J Radiat Oncol Biol Phys 2025, "
                                  "10.1016/j.ijrobp.2025.04.003 (638 patients, 13 hospitals)")},
};

constexpr std::array<std::pair<Gap, const char*>, 16> kGaps{{
    {Gap::TooSmall, QT_TRANSLATE_NOOP("Gaps", "too few voxels across")},
    {Gap::TouchesBorder, QT_TRANSLATE_NOOP("Gaps", "cut by the edge of the volume")},
    {Gap::NoReferenceFat, QT_TRANSLATE_NOOP("Gaps", "too little clean fat to compare with")},
    {Gap::NoFatAround, QT_TRANSLATE_NOOP("Gaps", "no fat round the node")},
    {Gap::NoStructures, QT_TRANSLATE_NOOP("Gaps", "no outline of a structure")},
    {Gap::OneNodeOnly, QT_TRANSLATE_NOOP("Gaps", "no second node nearby")},
    {Gap::NoMargin, QT_TRANSLATE_NOOP("Gaps", "no edge was found")},
    {Gap::NotCalibrated, QT_TRANSLATE_NOOP("Gaps", "the image is not in HU")},
    {Gap::TooCoarse, QT_TRANSLATE_NOOP("Gaps", "fewer than two voxels where it would lie")},
    {Gap::NoEdges, QT_TRANSLATE_NOOP("Gaps", "no skin or airway to learn the scanner's blur from")},
    {Gap::NoMirror, QT_TRANSLATE_NOOP("Gaps", "the opposite side is not in the picture")},
    {Gap::NoContact, QT_TRANSLATE_NOOP("Gaps", "the node does not touch it")},
    {Gap::NoRestOfStructure,
     QT_TRANSLATE_NOOP("Gaps", "too little of the structure away from the node")},
    {Gap::NamesNeeded, QT_TRANSLATE_NOOP("Gaps", "the structure has no name")},
    {Gap::SeveralPieces, QT_TRANSLATE_NOOP("Gaps", "the mask is in several pieces")},
    {Gap::NotInThisVersion, QT_TRANSLATE_NOOP("Gaps", "not measured in this version")},
}};

constexpr std::array<std::pair<QualityFlag, const char*>, 15> kFlags{{
    {QualityFlag::ThickSlices, QT_TRANSLATE_NOOP("Gaps", "Slices are thicker than 3 mm.")},
    {QualityFlag::CoarseForSize, QT_TRANSLATE_NOOP("Gaps", "The short axis is under four voxels.")},
    {QualityFlag::Noisy, QT_TRANSLATE_NOOP("Gaps", "The image is noisy.")},
    {QualityFlag::TouchesBorder,
     QT_TRANSLATE_NOOP("Gaps", "The node is cut by the edge of the volume.")},
    {QualityFlag::StructuresNotMasked,
     QT_TRANSLATE_NOOP("Gaps",
                       "Muscles and vessels are not outlined; the fat shell may hold some.")},
    {QualityFlag::MuscleAssumed, QT_TRANSLATE_NOOP("Gaps", "Muscle is taken as 60 HU.")},
    {QualityFlag::SeveralPieces, QT_TRANSLATE_NOOP("Gaps", "The outline is in several pieces.")},
    {QualityFlag::Unenhanced, QT_TRANSLATE_NOOP("Gaps", "No vessel is opacified.")},
    {QualityFlag::PhaseUnknown, QT_TRANSLATE_NOOP("Gaps", "The contrast phase could not be told.")},
    {QualityFlag::Streaks, QT_TRANSLATE_NOOP("Gaps", "Streaks cross the slices of the node.")},
    {QualityFlag::NotCalibrated, QT_TRANSLATE_NOOP("Gaps", "The image is not in HU.")},
    {QualityFlag::HuDoubtful,
     QT_TRANSLATE_NOOP("Gaps", "Air or fat does not have the HU it should have.")},
    {QualityFlag::NoFatAround,
     QT_TRANSLATE_NOOP("Gaps", "There is hardly any fat round the node.")},
    {QualityFlag::BlurUnknown,
     QT_TRANSLATE_NOOP("Gaps", "The scanner's blur is not known; it was not taken out.")},
    {QualityFlag::NoOppositeSide,
     QT_TRANSLATE_NOOP("Gaps", "The opposite side is not in the picture; fat further out is "
                               "the reference.")},
}};

constexpr WordRow kRules[] = {
    {"n0", QT_TRANSLATE_NOOP("StagingRules", "No metastatic node.")},
    {"n1", QT_TRANSLATE_NOOP("StagingRules", "No rule of a higher category applies.")},
    {"n1a", QT_TRANSLATE_NOOP("StagingRules", "One node, no rule of a higher category applies.")},
    {"n1b",
     QT_TRANSLATE_NOOP("StagingRules", "Several nodes, no rule of a higher category applies.")},
    {"n2", QT_TRANSLATE_NOOP("StagingRules", "Nodes on both sides or on the other side.")},
    {"n2a", QT_TRANSLATE_NOOP("StagingRules", "One node, larger than 3 cm.")},
    {"n2a-ene", QT_TRANSLATE_NOOP("StagingRules", "One small node on the same side, with ENE.")},
    {"n2b", QT_TRANSLATE_NOOP("StagingRules", "Several nodes on the same side.")},
    {"n2c", QT_TRANSLATE_NOOP("StagingRules", "Nodes on both sides or on the other side.")},
    {"n2-bilateral",
     QT_TRANSLATE_NOOP("StagingRules", "Nodes on both sides or on the other side.")},
    {"n2-contralateral-ene",
     QT_TRANSLATE_NOOP("StagingRules", "Nodes on the other side only, with ENE.")},
    {"n2-count", QT_TRANSLATE_NOOP("StagingRules", "The number of nodes decides.")},
    {"n2-ene", QT_TRANSLATE_NOOP("StagingRules", "Same side, ENE counts in this table.")},
    {"n3", QT_TRANSLATE_NOOP("StagingRules", "A node is larger than 6 cm.")},
    {"n3a", QT_TRANSLATE_NOOP("StagingRules", "A node is larger than 6 cm.")},
    {"n3b", QT_TRANSLATE_NOOP("StagingRules", "ENE counts in this table, whatever the size.")},
    {"n3-size", QT_TRANSLATE_NOOP("StagingRules", "A node is larger than 6 cm.")},
    {"n3-low", QT_TRANSLATE_NOOP("StagingRules", "A node reaches below the cricoid.")},
    {"n3-bilateral-ene", QT_TRANSLATE_NOOP("StagingRules", "Nodes on both sides, with ENE.")},
    {"n3-advanced-ene", QT_TRANSLATE_NOOP("StagingRules", "Advanced ENE on imaging.")},
};

constexpr WordRow kNotes[] = {
    {"imaging_only",
     QT_TRANSLATE_NOOP("StagingNotes",
                       "ENE is seen on imaging only; this table asks for signs on examination.")},
    {"lower_category", QT_TRANSLATE_NOOP("StagingNotes", "In doubt the lower category is taken.")},
    {"reading", QT_TRANSLATE_NOOP("StagingNotes", "One reading of the sources: %1.")},
    {"p16_unknown", QT_TRANSLATE_NOOP("StagingNotes", "p16 is not known; staged as p16-negative.")},
    {"certainty_not_given",
     QT_TRANSLATE_NOOP("StagingNotes", "No certainty was given; the grade is taken at its word.")},
    {"clinical_ene_without_imaging",
     QT_TRANSLATE_NOOP("StagingNotes", "ENE on examination is not confirmed on imaging.")},
    {"pathology_not_examined", QT_TRANSLATE_NOOP("StagingNotes", "Pathology was not examined.")},
    {"primary_side",
     QT_TRANSLATE_NOOP("StagingNotes", "The side of the primary is not known and would matter.")},
    {"no_rule", QT_TRANSLATE_NOOP("StagingNotes",
                                  "The public sources give no rule for this site and edition.")},
    {"structures_unclear",
     QT_TRANSLATE_NOOP("StagingNotes", "Which structures count is not settled.")},
    {"source_unconfirmed",
     QT_TRANSLATE_NOOP("StagingNotes", "The source of this rule was read second hand.")},
    {"contralateral_only",
     QT_TRANSLATE_NOOP("StagingNotes",
                       "Nodes on the other side only with ENE can be read as N2 or N3.")},
};

}  // namespace

QString findingName(FindingCode code) {
    return lookUp("Findings", kFindings, code);
}

QString traceSentence(const evidence::TraceStep& step) {
    QString sentence = lookUp("Trace", kTrace, step.rule);
    if (step.rule == "not_a_criterion" && step.finding)
        //: %1 is "Recorded, no criterion", %2 a finding.
        sentence = QCoreApplication::translate("Trace", "%1: %2")
                       .arg(sentence, findingName(*step.finding));
    if (!step.subject.empty() && step.subject != "unnamed")
        sentence += QStringLiteral(" · ") + structureName(step.subject);
    if (step.rule == "not_a_criterion")
        return sentence;
    //: %1 is a rule. The rule decided.
    return step.fired ? QCoreApplication::translate("Trace", "%1: yes").arg(sentence)
                      //: %1 is a rule that did not apply.
                      : QCoreApplication::translate("Trace", "%1: no").arg(sentence);
}

QString signName(const evidence::Likelihood& row) {
    const QString name = lookUp("Signs", kSigns, row.sign);
    switch (row.hpv) {
    case evidence::HpvScope::Positive:
        return QCoreApplication::translate("Signs", "%1, HPV+").arg(name);
    case evidence::HpvScope::Negative:
        return QCoreApplication::translate("Signs", "%1, HPV−").arg(name);
    case evidence::HpvScope::Any:
        break;
    }
    return name;
}

QString sourceName(const evidence::Likelihood& row) {
    return row.kind == evidence::LikelihoodKind::Estimated
               ? QCoreApplication::translate("Signs", "our estimate")
               : QString::fromStdString(row.citation);
}

QString sourceSentence(const evidence::Likelihood& row) {
    const QString sentence = lookUp("Sources", kSources, row.id);
    return sentence.isEmpty() ? QString::fromStdString(row.source) : sentence;
}

QString evidenceSentence(const evidence::Likelihood& row) {
    if (!row.sensitivity || !row.specificity)
        return sourceSentence(row);
    const auto share = [](const evidence::Estimate& one) {
        return one.low && one.high ? QStringLiteral("%1 (%2)").arg(
                                         percent(one.value), percentInterval(*one.low, *one.high))
                                   : percent(one.value);
    };
    //: Both are shares, with the 95 % interval behind them where one was published.
    return QCoreApplication::translate("Signs", "Sensitivity %1, specificity %2.")
               .arg(share(*row.sensitivity), share(*row.specificity)) +
           QLatin1Char(' ') + sourceSentence(row);
}

QString gapReason(Gap gap) {
    return lookUp("Gaps", kGaps, gap);
}

QString qualityFlagSentence(QualityFlag flag) {
    return lookUp("Gaps", kFlags, flag);
}

QString stagingRuleSentence(const std::string& rule) {
    const auto cut = rule.find_last_of("/:");
    return lookUp("StagingRules", kRules, cut == std::string::npos ? rule : rule.substr(cut + 1));
}

QString stagingNoteSentence(const staging::StagingNote& note) {
    QString sentence = lookUp("StagingNotes", kNotes, note.code);
    QStringList values;
    for (const std::string& value : note.values)
        values << QString::fromStdString(value);
    if (sentence.contains(QLatin1String("%1")))
        sentence = sentence.arg(values.join(QStringLiteral(", ")));
    return sentence;
}

QStringList knownTraceRules() {
    return codesOf(kTrace);
}
QStringList knownSigns() {
    return codesOf(kSigns);
}
QStringList knownStagingRules() {
    return codesOf(kRules);
}
QStringList knownStagingNotes() {
    return codesOf(kNotes);
}

}  // namespace nodewise::text
