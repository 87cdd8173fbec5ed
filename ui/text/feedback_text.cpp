#include "ui/text/feedback_text.h"
#include "ui/text/evidence_text.h"
#include "ui/text/feedback_values.h"
#include "ui/text/number_text.h"
#include "ui/text/term_text.h"
#include <QCoreApplication>
#include <QLocale>

namespace nodewise::text {

namespace {

class FeedbackText {
    Q_DECLARE_TR_FUNCTIONS(FeedbackText)
};

using feedback::FeedbackItem;
using feedback::MarkResult;

QString dash() {
    return QStringLiteral("–");
}

QString sizeOf(const std::optional<double>& shortMm, const std::optional<double>& longMm) {
    if (shortMm && longMm)
        return axes(*shortMm, *longMm);
    if (shortMm || longMm)
        return millimetres(shortMm ? *shortMm : *longMm);
    return dash();
}

MarkText detectionText(const FeedbackSource& source, const MarkResult& mark) {
    const bool found = source.feedback.callIndex.has_value();
    return {found ? FeedbackText::tr("found") : FeedbackText::tr("not found"),
            FeedbackText::tr("%1 of %2").arg(found ? 1 : 0).arg(1), firstSentence(mark)};
}

MarkText levelText(const FeedbackSource& source, const MarkResult& mark) {
    const NodeCall& call = source.call;
    MarkText row;
    row.you = call.side && call.level ? sideLevelShort(*call.side, *call.level) : dash();
    row.reference = sideLevelShort(source.truth.side, source.truth.level);
    const QString place = sideLevel(source.truth.side, source.truth.level);
    if (mark.verdict == Verdict::Agrees)
        row.sentence = FeedbackText::tr("The reference outline lies in %1.").arg(place);
    else if (call.side && *call.side != source.truth.side)
        row.sentence = FeedbackText::tr("The node lies on the other side: %1.").arg(place);
    else if (mark.verdict == Verdict::Close)
        row.sentence = FeedbackText::tr("Same level, another part of it: %1.").arg(place);
    else
        row.sentence = FeedbackText::tr("The reference places the node in %1.").arg(place);
    return row;
}

MarkText sizeText(const FeedbackSource& source, const MarkResult& mark) {
    MarkText row;
    row.you = sizeOf(source.call.shortAxisMm, source.call.longAxisMm);
    row.reference = axes(source.truth.shortAxisMm, source.truth.longAxisMm);
    QStringList parts;
    double tolerance = 0;
    for (const FeedbackItem& item : mark.items) {
        if (item.code != "size_difference")
            continue;
        const QString by =
            withUnit(signedNumber(numberIn(item, "difference_mm"), 1), QStringLiteral("mm"));
        parts << (wordIn(item, "axis") == "short" ? FeedbackText::tr("short %1").arg(by)
                                                  : FeedbackText::tr("long %1").arg(by));
        tolerance = std::max(tolerance, numberIn(item, "tolerance_mm"));
    }
    if (parts.isEmpty()) {
        row.sentence = FeedbackText::tr("No size was given.");
        return row;
    }
    QString differences = parts.join(QStringLiteral(", "));
    differences[0] = differences[0].toUpper();
    //: %1 lists differences, %2 is a length.
    row.sentence = FeedbackText::tr("%1; up to ±%2 counts as the same.")
                       .arg(differences, millimetres(tolerance));
    return row;
}

/// The features the row speaks about: the first that differs, in the order of the HNCIG grades.
const FeedbackItem* leadingDifference(const MarkResult& mark) {
    const FeedbackItem* leading = nullptr;
    int best = 99;
    constexpr std::array kOrder{Feature::Adjacent, Feature::Coalescence, Feature::Fat,
                                Feature::Margin};
    for (const FeedbackItem& item : mark.items) {
        if (item.code != "feature_differs")
            continue;
        const auto feature = parse<Feature>(wordIn(item, "feature"));
        int rank = 10;
        for (std::size_t i = 0; i < kOrder.size(); ++i)
            if (feature == kOrder[i])
                rank = static_cast<int>(i);
        if (rank < best) {
            best = rank;
            leading = &item;
        }
    }
    return leading;
}

/// The measured sentence short enough for one line of a row.
QString shortMeasured(Feature feature, const FeedbackSource& source) {
    if (feature != Feature::Adjacent || !source.measured)
        return measuredSentence(feature, source);
    for (const auto& contact : source.measured->contacts)
        if (contact.structure == source.truth.structure && contact.lostPlaneMm >= 0.5)
            return FeedbackText::tr("Fat plane lost over %1.")
                .arg(millimetres(contact.lostPlaneMm, 0));
    return {};
}

MarkText featuresText(const FeedbackSource& source, const MarkResult& mark) {
    MarkText row{dash(), dash(), {}};
    QString agree;
    for (const FeedbackItem& item : mark.items)
        if (item.code == "features_agree")
            agree = FeedbackText::tr("%1 of %2 agree.")
                        .arg(number(numberIn(item, "agree")), number(numberIn(item, "of")));
    const FeedbackItem* leading = leadingDifference(mark);
    if (!leading) {
        const int count = static_cast<int>(mark.given.size());
        row.you = count > 0 ? FeedbackText::tr("%n given", nullptr, count) : dash();
        row.reference = count > 0 ? FeedbackText::tr("the same") : dash();
        row.sentence = agree.isEmpty() ? firstSentence(mark) : agree;
        return row;
    }
    const auto feature = parse<Feature>(wordIn(*leading, "feature")).value_or(Feature::Margin);
    row.you = featureValue(feature, wordIn(*leading, "given"));
    row.reference = featureValue(feature, wordIn(*leading, "reference"));
    const QString measured = shortMeasured(feature, source);
    row.sentence =
        agree + QLatin1Char(' ') + (measured.isEmpty() ? itemSentence(*leading) : measured);
    return row;
}

/// Who stands behind the grade of the reference, and how many of them.
QString behindTheGrade(const NodeTruth& truth) {
    const double share = truth.distribution[static_cast<std::size_t>(gradeNumber(truth.grade))];
    const QString grade = gradeName(truth.grade);
    if (truth.kind == TruthKind::IenePanel)
        //: %1 a share of readers, %2 a grade.
        return FeedbackText::tr("%1 of the panel saw %2.").arg(percent(share), grade);
    if (truth.kind == TruthKind::TeachingDraft)
        return FeedbackText::tr("%1 by one author; a draft, not scored.").arg(grade);
    if (share < 0.999)
        return FeedbackText::tr("At the border: %1 for %2.").arg(percent(share), grade);
    if (truth.kind == TruthKind::Synthetic)
        return FeedbackText::tr("%1 by construction.").arg(grade);
    return FeedbackText::tr("Reference %1.").arg(grade);
}

MarkText gradeText(const FeedbackSource& source, const MarkResult& mark) {
    MarkText row{dash(), gradeName(source.truth.grade), {}};
    if (source.call.grade && source.call.probability)
        row.you = FeedbackText::tr("%1, %2", "grade, probability")
                      .arg(gradeName(*source.call.grade), percent(*source.call.probability));
    row.sentence = behindTheGrade(source.truth);
    if (!source.feedback.scores.brier)
        return row;
    const double brier = *source.feedback.scores.brier;
    const QString score = number(brier, 2);
    bool off = false;
    for (const FeedbackItem& item : mark.items)
        off = off || item.code == "certainty_off";
    if (off)
        row.sentence +=
            QLatin1Char(' ') + FeedbackText::tr("Brier %1: the certainty was off.").arg(score);
    else if (mark.verdict != Verdict::Agrees && source.truth.grade != Grade::G0)
        row.sentence +=
            QLatin1Char(' ') + FeedbackText::tr("Brier %1: the ENE itself you saw.").arg(score);
    else
        row.sentence += QLatin1Char(' ') + FeedbackText::tr("Brier %1.").arg(score);
    return row;
}

}  // namespace

MarkText markText(Mark mark, const FeedbackSource& source) {
    const MarkResult& result = source.feedback.mark(mark);
    if (!source.feedback.callIndex && mark != Mark::Detection) {
        MarkText row = mark == Mark::Level   ? levelText(source, result)
                       : mark == Mark::Size  ? sizeText(source, result)
                       : mark == Mark::Grade ? gradeText(source, result)
                                             : MarkText{dash(), dash(), {}};
        row.sentence = FeedbackText::tr("Not compared: your mark lies in no reference node.");
        return row;
    }
    switch (mark) {
    case Mark::Detection:
        return detectionText(source, result);
    case Mark::Level:
        return levelText(source, result);
    case Mark::Size:
        return sizeText(source, result);
    case Mark::Features:
        return featuresText(source, result);
    case Mark::Grade:
        return gradeText(source, result);
    case Mark::NCategory:
        break;
    }
    return {};
}

MarkText nMarkText(const MarkResult& mark, const feedback::TnmComparison& own) {
    MarkText row;
    const auto given = mark.given.find("category");
    row.you = given == mark.given.end() ? dash() : valueText(given->second);
    row.reference = QString::fromStdString(staging::bareCategory(own.reference.category));
    //: %1 is the edition, %2 the rule that fired.
    row.sentence = FeedbackText::tr("%1: %2").arg(editionName(own.edition),
                                                  stagingRuleSentence(own.reference.rule));
    for (const FeedbackItem& item : mark.items)
        if (item.code == "n_ambiguous" || item.code == "n_follows_from_call")
            row.sentence = itemSentence(item);
    return row;
}

QString tnmChangeSentence(const std::vector<feedback::TnmComparison>& editions) {
    QStringList changed;
    bool known = false;
    for (auto tnm = editions.rbegin(); tnm != editions.rend(); ++tnm) {
        if (!tnm->call)
            continue;
        known = true;
        const std::string own = staging::bareCategory(tnm->call->category);
        if (own != staging::bareCategory(tnm->reference.category))
            //: %1 is a category such as N2b, %2 an edition such as TNM8.
            changed << FeedbackText::tr("%1 in %2")
                           .arg(QString::fromStdString(own), editionName(tnm->edition));
    }
    if (!known)
        return {};
    if (changed.isEmpty())
        return FeedbackText::tr("Your calls give the same category.");
    //: %1 is "N2b in TNM8", or two of them with a comma.
    return FeedbackText::tr("Your calls would have given %1.").arg(changed.join(u", "));
}

QString pathologySentence(const FeedbackSource& source) {
    if (source.truth.pene == PathologicalEne::NotExamined)
        return {};
    QString sentence = source.truth.kind == TruthKind::Synthetic
                           //: %1 says what pathology would show: "ENE of more than 2 mm".
                           ? FeedbackText::tr("Under the microscope this node would show: %1.")
                                 .arg(peneName(source.truth.pene))
                           : FeedbackText::tr("Pathology: %1.").arg(peneName(source.truth.pene));
    if (source.truth.pene != PathologicalEne::None && source.truth.grade == Grade::G0)
        sentence += QLatin1Char(' ') + FeedbackText::tr("It cannot be seen on this CT.");
    if (source.call.peneProbability && source.feedback.scores.peneBrier)
        sentence += QLatin1Char(' ') + FeedbackText::tr("You said %1, Brier %2.")
                                           .arg(percent(*source.call.peneProbability),
                                                number(*source.feedback.scores.peneBrier, 2));
    return sentence;
}

QString consequenceSentence(Grade grade) {
    switch (grade) {
    case Grade::G0:
        return {};
    case Grade::G1:
    case Grade::G2:
        return FeedbackText::tr(
            "If confirmed, this enters the multidisciplinary discussion about primary surgery.");
    case Grade::G3:
        return FeedbackText::tr(
            "If confirmed, this enters the multidisciplinary discussion about resectability.");
    }
    return {};
}

}  // namespace nodewise::text
