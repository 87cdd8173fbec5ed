// The rule block and the list of measurements.
#include "ui/text/call_text.h"
#include "ui/text/evidence_text.h"
#include "ui/text/feedback_text.h"
#include "ui/text/feedback_values.h"
#include "ui/text/number_text.h"
#include "ui/text/pene_text.h"
#include "ui/text/term_text.h"
#include <QCoreApplication>

namespace nodewise::text {

namespace {

class RuleBlock {
    Q_DECLARE_TR_FUNCTIONS(RuleBlock)
};

/// Length of the lost plane to the structure of the reference, mm; 0 when not measured.
double lostPlaneMm(const FeedbackSource& source) {
    if (source.measured)
        for (const auto& contact : source.measured->contacts)
            if (contact.structure == source.truth.structure)
                return contact.lostPlaneMm;
    return 0;
}

QString criterionSentence(const evidence::TraceStep& step, const FeedbackSource& source) {
    const QString structure =
        step.subject.empty() ? structureName(source.truth.structure) : structureName(step.subject);
    if (const double lost = lostPlaneMm(source);
        step.rule == "G3.invasion" && !structure.isEmpty() && lost >= 0.5)
        //: %1 is a structure, %2 a length.
        return RuleBlock::tr("Extension into an adjacent structure: the %1 is invaded, its fat "
                             "plane lost over %2.")
            .arg(structure, millimetres(lost, 0));
    if (step.rule == "G3.invasion")
        return structure.isEmpty()
                   ? RuleBlock::tr("Extension into an adjacent structure.")
                   //: %1 is a structure.
                   : RuleBlock::tr("Extension into an adjacent structure: the %1 is invaded.")
                         .arg(structure);
    if (step.rule == "G2.coalescence")
        return RuleBlock::tr("Coalescent nodes: the planes between them are lost.");
    if (step.rule == "G1.extension")
        return RuleBlock::tr("Extension into the perinodal fat.");
    if (step.rule == "G1.margin_and_fat")
        return RuleBlock::tr("An indistinct or irregular margin together with stranded fat.");
    return RuleBlock::tr("No HNCIG criterion is present.");
}

/// The measured sentence that goes with the grade.
QString measuredFor(const FeedbackSource& source) {
    switch (source.feedback.rule.grade) {
    case Grade::G3:
        return {};  // Part of the criterion's own sentence.
    case Grade::G2:
        return measuredSentence(Feature::Coalescence, source);
    case Grade::G1:
        return measuredSentence(Feature::Fat, source);
    case Grade::G0:
        break;
    }
    return measuredSentence(Feature::Fat, source);
}

QStringList notCounted(const FeedbackSource& source) {
    QStringList notes;
    if (source.truth.adjacency == Adjacency::Contact)
        notes << RuleBlock::tr("Contact alone does not count.");
    for (const auto& item : source.feedback.mark(Mark::Features).items)
        if (item.code == "reason_not_a_criterion")
            notes << itemSentence(item);
    QStringList recorded;
    for (const auto& step : source.feedback.rule.trace) {
        if (step.rule == "not_a_criterion" && step.finding && step.strength >= 0.5)
            recorded << findingName(*step.finding);
        if (step.rule.ends_with(".lower") && step.fired)
            notes << traceSentence({step.rule, {}, 0, true, {}}).section(QLatin1Char(':'), 0, 0) +
                         QLatin1Char('.');
    }
    recorded.removeDuplicates();
    if (!recorded.isEmpty() && notes.size() < 2)
        //: %1 lists findings.
        notes << RuleBlock::tr("Recorded, not counted: %1.").arg(joined(recorded));
    return notes;
}

void addSize(const measure::Measurements& measured, std::vector<MeasuredRow>& rows) {
    if (!measured.size || !measured.size->shortAxis || !measured.size->longAxis)
        return;
    const auto& size = *measured.size;
    rows.push_back(
        {RuleBlock::tr("Short × long axis"),
         withUnit(axes(size.shortAxis->lengthMm, size.longAxis->lengthMm), QStringLiteral("mm")),
         millilitres(size.volumeMl),
         RuleBlock::tr(
             "Longest axial line of the reference outline, and its width at a right angle.")});
}

void addMargin(const measure::Measurements& measured, std::vector<MeasuredRow>& rows) {
    if (!measured.margin)
        return;
    rows.push_back({RuleBlock::tr("Indistinct margin"),
                    percent(measured.margin->indistinctFraction), RuleBlock::tr("of the surface"),
                    RuleBlock::tr("Share of the surface whose edge is wider than %1.")
                        .arg(millimetres(measured.margin->indistinctWidthMm))});
}

void addFat(const measure::Measurements& measured, std::vector<MeasuredRow>& rows) {
    if (!measured.fat)
        return;
    const auto& fat = *measured.fat;
    rows.push_back(
        {RuleBlock::tr("Fat shell, 1–5 mm"), hounsfield(fat.shellHu),
         fat.referenceHu ? RuleBlock::tr("clean fat %1").arg(hounsfield(*fat.referenceHu))
                         : QString(),
         RuleBlock::tr(
             "Mean of the fat 1 to 5 mm from the node, against clean fat 8 to 20 mm away.")});
    rows.push_back(
        {RuleBlock::tr("Raised fat"), percent(fat.strandingIndex),
         fat.referenceIndex ? RuleBlock::tr("clean fat %1").arg(percent(*fat.referenceIndex))
                            : QString(),
         RuleBlock::tr(
             "Share of the shell from −80 to +10 HU. Thick slices raise it beside a clean node.")});
}

void addContacts(const FeedbackSource& source, std::vector<MeasuredRow>& rows) {
    int shown = 0;
    for (const auto& contact : source.measured->contacts) {
        const bool named = contact.structure == source.truth.structure;
        if (!named && (contact.lostPlaneMm < 1 || shown >= 2))
            continue;
        ++shown;
        rows.push_back(
            {RuleBlock::tr("Plane lost"), millimetres(contact.lostPlaneMm),
             structureBriefName(contact.structure),
             structureName(contact.structure) + QLatin1Char('\n') +
                 RuleBlock::tr("Longest run in an axial plane without fat between node and "
                               "structure; contact %1.")
                     .arg(withUnit(number(contact.areaMm2), QStringLiteral("mm²")))});
        if (contact.penetrationMm)
            rows.push_back({RuleBlock::tr("Grown into it"), millimetres(*contact.penetrationMm),
                            RuleBlock::tr("edge ragged by %1")
                                .arg(millimetres(contact.roughnessMm.value_or(0.0), 2)),
                            RuleBlock::tr("Deepest part of the node within the place the structure "
                                          "should have, beyond the node's fitted capsule.")});
        if (contact.insideHuChange)
            rows.push_back({RuleBlock::tr("Change inside it"),
                            hounsfield(*contact.insideHuChange),
                            {},
                            RuleBlock::tr("Structure 1 to 4 mm behind the contact, less the rest "
                                          "of it.")});
        if (contact.interfaceStepHu)
            rows.push_back(
                {RuleBlock::tr("Step at that interface"),
                 hounsfield(*contact.interfaceStepHu),
                 {},
                 RuleBlock::tr("Median of the node minus median of the structure, within 3 mm.")});
    }
}

void addNeighbours(const measure::Measurements& measured, std::vector<MeasuredRow>& rows) {
    for (const auto& neighbour : measured.coalescence)
        rows.push_back(
            {RuleBlock::tr("Plane to the next node lost"), percent(neighbour.lostSeptumFraction),
             RuleBlock::tr("gap %1").arg(millimetres(neighbour.gapMm)),
             RuleBlock::tr("Share of the shared interface without fat between the nodes.")});
}

void addExtension(const measure::Measurements& measured, std::vector<MeasuredRow>& rows) {
    if (!measured.extension || measured.extension->depthMm <= 0)
        return;
    rows.push_back({RuleBlock::tr("Beyond the capsule"), millimetres(measured.extension->depthMm),
                    RuleBlock::tr("recorded, depth never grades"),
                    RuleBlock::tr("Tissue like the node's outside the ellipsoid that fits its "
                                  "undisturbed part.")});
}

/// What the core itself reads from the numbers: two answers that are never mixed.
void addCore(const FeedbackSource& source, std::vector<MeasuredRow>& rows) {
    if (!source.feedback.core)
        return;
    const auto& core = *source.feedback.core;
    rows.push_back({RuleBlock::tr("Grade from the numbers"), gradeName(core.opinion.grade),
                    certaintyName(core.opinion.certainty),
                    RuleBlock::tr("The HNCIG rule on the measured findings. It is not scored and "
                                  "can be wrong: %1.")
                        .arg(traceSentence(core.opinion.decisive()))});
    rows.push_back(peneRow(core.pene, source.truth.kind == TruthKind::Synthetic));
}

void addNecrosis(const measure::Measurements& measured, std::vector<MeasuredRow>& rows) {
    if (!measured.necrosis)
        return;
    rows.push_back(
        {RuleBlock::tr("Necrosis"), percent(measured.necrosis->fraction),
         RuleBlock::tr("never graded"),
         RuleBlock::tr("Share of the node more than 20 HU below muscle, its rim left out.")});
}

void addGaps(const measure::Measurements& measured, std::vector<MeasuredRow>& rows) {
    const auto missing = [&](const char* part, const QString& name) {
        const auto gap = measured.gaps.find(part);
        if (gap != measured.gaps.end())
            rows.push_back({name, QStringLiteral("–"), gapReason(gap->second), {}});
    };
    missing("margin", RuleBlock::tr("Indistinct margin"));
    missing("fat", RuleBlock::tr("Fat shell, 1–5 mm"));
    missing("contact", RuleBlock::tr("Contact"));
    missing("necrosis", RuleBlock::tr("Necrosis"));
}

}  // namespace

RuleText ruleText(const FeedbackSource& source) {
    const evidence::GradeOpinion& rule = source.feedback.rule;
    RuleText made;
    made.tag = QStringLiteral("HNCIG ") + gradeName(rule.grade);
    if (rule.trace.empty())
        return made;
    made.sentence = criterionSentence(rule.decisive(), source);
    if (const QString measured = measuredFor(source); !measured.isEmpty())
        made.sentence += QLatin1Char(' ') + measured;
    made.note = notCounted(source).join(QLatin1Char(' '));
    for (const auto& step : rule.trace)
        made.trace << traceSentence(step);
    return made;
}

std::vector<MeasuredRow> measuredRows(const FeedbackSource& source) {
    std::vector<MeasuredRow> rows;
    if (!source.measured)
        return rows;
    addMargin(*source.measured, rows);
    addFat(*source.measured, rows);
    addExtension(*source.measured, rows);
    addContacts(source, rows);
    addNeighbours(*source.measured, rows);
    addNecrosis(*source.measured, rows);
    addSize(*source.measured, rows);
    addCore(source, rows);
    addGaps(*source.measured, rows);
    return rows;
}

}  // namespace nodewise::text
