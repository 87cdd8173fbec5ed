#include "ui/text/pene_text.h"
#include "evidence/model_card.h"
#include "ui/text/measure_text.h"
#include "ui/text/number_text.h"
#include "ui/text/word_table.h"
#include <QCoreApplication>
#include <cmath>

namespace nodewise::text {

namespace {

class PeneText {
    Q_DECLARE_TR_FUNCTIONS(PeneText)
};

constexpr WordRow kReasons[] = {
    {"no_prior_for_site", QT_TRANSLATE_NOOP("PeneReasons", "no figures for this site")},
    {"not_calibrated", QT_TRANSLATE_NOOP("PeneReasons", "the image is not in HU")},
    {"unenhanced", QT_TRANSLATE_NOOP("PeneReasons", "no contrast was given")},
    {"slices_too_thick", QT_TRANSLATE_NOOP("PeneReasons", "the slices are too thick")},
    {"node_too_small", QT_TRANSLATE_NOOP("PeneReasons", "the node is too small")},
    {"too_few_signs", QT_TRANSLATE_NOOP("PeneReasons", "too few signs were measured")},
};

constexpr WordRow kNotes[] = {
    {"prior_counts_patients",
     QT_TRANSLATE_NOOP("PeneNotes", "The starting value counts patients, not nodes.")},
    {"prior_of_mixed_units",
     QT_TRANSLATE_NOOP("PeneNotes", "The starting value comes from nodes and from patients.")},
    {"without_overt_iene",
     QT_TRANSLATE_NOOP("PeneNotes", "The starting value is that of nodes without overt ENE.")},
    {"p16_outside_oropharynx",
     QT_TRANSLATE_NOOP("PeneNotes", "p16 does not change it outside the oropharynx.")},
    {"biopsy", QT_TRANSLATE_NOOP("PeneNotes", "Stranding is left out after the biopsy.")},
    {"infection", QT_TRANSLATE_NOOP("PeneNotes", "Stranding is left out with an infection.")},
};

constexpr WordRow kSigns[] = {
    {"prior", QT_TRANSLATE_NOOP("PeneSigns", "Starting value")},
    {"structure_invaded", QT_TRANSLATE_NOOP("PeneSigns", "Adjacent structure invaded")},
    {"fat_stranded", QT_TRANSLATE_NOOP("PeneSigns", "Stranded fat")},
    {"coalescence", QT_TRANSLATE_NOOP("PeneSigns", "Coalescence")},
    {"margin_indistinct", QT_TRANSLATE_NOOP("PeneSigns", "Indistinct or irregular margin")},
    {"necrosis_hpv_negative", QT_TRANSLATE_NOOP("PeneSigns", "Necrosis, HPV−")},
    {"necrosis_hpv_positive", QT_TRANSLATE_NOOP("PeneSigns", "Necrosis, HPV+")},
    {"short_axis_16mm", QT_TRANSLATE_NOOP("PeneSigns", "Short axis ≥ 16 mm")},
};

QString interval(double value, double low, double high, int decimals) {
    //: %1 is a value, %2 and %3 the ends of its interval.
    return PeneText::tr("%1 (%2 to %3)")
        .arg(number(value, decimals), number(low, decimals), number(high, decimals));
}

QString sources(const std::vector<evidence::SourceRow>& rows) {
    QStringList names;
    for (const auto& row : rows)
        names << QString::fromStdString(row.citation);
    names.removeDuplicates();
    return names.join(QStringLiteral(", "));
}

QString how(const evidence::PeneEstimate& pene, bool constructed) {
    QStringList lines;
    lines << (constructed
                  ? PeneText::tr("From the literature; not calibrated for constructed cases.")
                  : PeneText::tr("From the literature; not calibrated on patients."));
    for (const auto& note : pene.notes)
        lines << peneNoteSentence(note);
    for (const auto& part : pene.contributions)
        lines << contributionSentence(part);
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

QString abstentionSentence(const std::string& reason) {
    return lookUp("PeneReasons", kReasons, reason);
}

QString peneNoteSentence(const std::string& note) {
    return lookUp("PeneNotes", kNotes, note);
}

QString peneSignName(const std::string& sign) {
    return lookUp("PeneSigns", kSigns, sign);
}

QString contributionSentence(const evidence::Contribution& part) {
    const QString name = lookUp("PeneSigns", kSigns, part.sign);
    const QString citation = QString::fromStdString(part.citation);
    if (part.sign == "prior")
        //: %1 is "Starting value", %2 a share, %3 a citation.
        return PeneText::tr("%1 %2 · %3").arg(name, percent(part.strength), citation);
    if (part.power <= 0)
        //: %1 is a sign.
        return PeneText::tr("%1: left out").arg(name);
    //: %1 is a sign, %2 the factor it puts on the odds, %3 a citation.
    return PeneText::tr("%1: odds × %2 · %3")
        .arg(name, number(std::exp(part.logOdds), 2), citation);
}

MeasuredRow peneRow(const evidence::PeneEstimate& pene, bool constructed) {
    const QString name = PeneText::tr("Pathology would show ENE");
    const QString card = modelCardLines().join(QLatin1Char('\n'));
    if (pene.abstained)
        return {name, QStringLiteral("–"), abstentionSentence(pene.reason), how(pene, constructed),
                card};
    const QString context =
        constructed
            ? PeneText::tr("%1, from the literature; not calibrated for constructed cases")
                  .arg(percentInterval(pene.low, pene.high))
            : PeneText::tr("%1, from the literature").arg(percentInterval(pene.low, pene.high));
    return {name, percent(*pene.probability), context, how(pene, constructed), card};
}

QStringList modelCardLines() {
    const auto card = evidence::modelCard();
    QStringList lines;
    lines << PeneText::tr("Model card %1").arg(QString::fromStdString(card.model->version))
          << PeneText::tr("Published figures and starting values of our own; never fitted to "
                          "patients. Teaching and research, not for diagnosis or treatment.");
    for (const auto& row : card.model->priors)
        if (row.usedForNodes)
            lines << PeneText::tr("Starting value %1 · %2")
                         .arg(interval(row.value, row.low, row.high, 2), sources(row.sources));
    for (const auto& row : card.model->ratios)
        //: %1 is a sign, %2 and %3 its likelihood ratios with their spread, %4 the sources.
        lines << PeneText::tr("%1: LR+ %2, LR− %3 · %4")
                     .arg(lookUp("PeneSigns", kSigns, row.id),
                          interval(row.lrPositive.value, *row.lrPositive.low, *row.lrPositive.high,
                                   1),
                          interval(row.lrNegative.value, *row.lrNegative.low, *row.lrNegative.high,
                                   2),
                          sources(row.sources));
    lines << PeneText::tr("The strongest sign counts in full, the others by the square root of "
                          "their ratio.");
    return lines;
}

}  // namespace nodewise::text
