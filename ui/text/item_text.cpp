// Each coded item of core/feedback as one sentence.
#include "ui/text/call_text.h"
#include "ui/text/evidence_text.h"
#include "ui/text/feedback_text.h"
#include "ui/text/feedback_values.h"
#include "ui/text/number_text.h"
#include "ui/text/term_text.h"
#include <QCoreApplication>
#include <QLocale>

namespace nodewise::text {

namespace {

class ItemText {
    Q_DECLARE_TR_FUNCTIONS(ItemText)
};

using feedback::FeedbackItem;

/// A word of a list inside a sentence. The translation says whether its language keeps the capital.
QString lower(const QString& word) {
    //: Translate as "capital" where nouns begin with a capital inside a sentence, else as "small".
    const bool keepsCapital = ItemText::tr("small") == QLatin1String("capital");
    return keepsCapital ? word : QLocale().toLower(word);
}

/// The part of the call an item is about: a feature or one of the other answers.
QString partName(const std::string& part) {
    if (const auto feature = parse<Feature>(part))
        return lower(featureName(*feature));
    if (part == "short")
        return ItemText::tr("the short axis");
    if (part == "long")
        return ItemText::tr("the long axis");
    if (part == "side")
        return ItemText::tr("the side");
    if (part == "level")
        return ItemText::tr("the level");
    if (part == "probability")
        return ItemText::tr("the probability");
    if (part == "grade")
        return ItemText::tr("the grade");
    if (part == "n_category")
        return ItemText::tr("the N category");
    return QString::fromStdString(part);
}

/// The measured part of a gap, by its JSON name.
QString measuredPartName(const std::string& part) {
    if (part.rfind("size", 0) == 0)
        return ItemText::tr("Size");
    if (part == "margin")
        return ItemText::tr("Margin width");
    if (part.rfind("fat", 0) == 0)
        return ItemText::tr("Fat shell");
    if (part == "necrosis")
        return ItemText::tr("Necrosis");
    if (part == "coalescence")
        return ItemText::tr("Coalescence");
    if (part == "contact")
        return ItemText::tr("Contact");
    return QString::fromStdString(part);
}

QString markSentence(const FeedbackItem& item) {
    if (item.code == "missed_node")
        return ItemText::tr("No mark of yours lies in this node.");
    if (item.code == "mark_distance") {
        const QString away = millimetres(numberIn(item, "distance_mm"));
        return wordIn(item, "inside") == "yes"
                   ? ItemText::tr("Your mark lies %1 from the centre, inside the node.").arg(away)
                   : ItemText::tr("Your mark lies %1 from the centre, outside the outline.")
                         .arg(away);
    }
    if (item.code == "stray_mark")
        return ItemText::tr("One mark lies in no reference node.");
    if (item.code == "unanswered")
        //: %1 is a part of the call.
        return ItemText::tr("Not given: %1.").arg(partName(wordIn(item, "part")));
    if (item.code == "size_difference") {
        const QString by =
            withUnit(signedNumber(numberIn(item, "difference_mm"), 1), QStringLiteral("mm"));
        return wordIn(item, "axis") == "short" ? ItemText::tr("Short axis %1.").arg(by)
                                               : ItemText::tr("Long axis %1.").arg(by);
    }
    return {};
}

QString judgementSentence(const FeedbackItem& item) {
    if (item.code == "in_disagreement_band")
        return ItemText::tr("Your grade lies within the spread of the reference.");
    if (item.code == "certainty_off")
        return ItemText::tr("You said %1; the reference stands at %2.")
            .arg(percent(numberIn(item, "probability")), percent(numberIn(item, "ene_share")));
    if (item.code == "features_agree")
        return ItemText::tr("%1 of %2 agree.")
            .arg(number(numberIn(item, "agree")), number(numberIn(item, "of")));
    if (item.code == "feature_differs") {
        const auto feature = parse<Feature>(wordIn(item, "feature")).value_or(Feature::Margin);
        //: %1 is a feature, %2 what was called, %3 the reference.
        return ItemText::tr("%1 called %2; the reference is %3.")
            .arg(featureName(feature), featureValue(feature, wordIn(item, "given")),
                 featureValue(feature, wordIn(item, "reference")));
    }
    if (item.code == "reason_not_a_criterion") {
        const auto feature = parse<Feature>(wordIn(item, "feature")).value_or(Feature::Size);
        //: %1 is a feature.
        return ItemText::tr("%1 was given as a reason. HNCIG does not count it.")
            .arg(featureName(feature));
    }
    if (item.code == "n_ambiguous")
        return ItemText::tr("Sources differ here; no mark is lost.");
    if (item.code == "n_follows_from_call")
        return ItemText::tr("It follows from your own nodes; only the nodes differ.");
    if (item.code == "image_quality")
        return wordIn(item, "given") == wordIn(item, "reference")
                   ? ItemText::tr("Image quality agrees.")
                   : ItemText::tr("Image quality differs from the reference.");
    return {};
}

QString contactSentence(const std::string& structure, double lostMm) {
    //: %1 is a structure, %2 a length.
    return lostMm >= 0.5
               ? ItemText::tr("Fat plane to the %1 is lost over %2.")
                     .arg(structureName(structure), millimetres(lostMm, 0))
               : ItemText::tr("Fat remains towards the %1.").arg(structureName(structure));
}

QString fatSentence(double shellHu, const std::optional<double>& referenceHu) {
    return referenceHu ? ItemText::tr("Fat shell %1, fat further out %2.")
                             .arg(hounsfield(shellHu), hounsfield(*referenceHu))
                       : ItemText::tr("Fat shell %1.").arg(hounsfield(shellHu));
}

QString measuredItemSentence(const FeedbackItem& item) {
    if (item.code == "measured_size")
        return ItemText::tr("Measured %1, %2.")
            .arg(withUnit(axes(numberIn(item, "short_axis_mm"), numberIn(item, "long_axis_mm")),
                          QStringLiteral("mm")),
                 millilitres(numberIn(item, "volume_ml")));
    if (item.code == "measured_margin")
        return ItemText::tr("%1 of the margin is indistinct.")
            .arg(percent(numberIn(item, "indistinct_fraction")));
    if (item.code == "measured_outline")
        return ItemText::tr("The outline leaves its ellipsoid by %1.")
            .arg(millimetres(numberIn(item, "roughness_mm"), 2));
    if (item.code == "measured_extension")
        return ItemText::tr("Tissue lies up to %1 beyond the fitted capsule, over %2.")
            .arg(millimetres(numberIn(item, "depth_mm")), degrees(numberIn(item, "sector_deg")));
    if (item.code == "measured_fat_shell")
        return fatSentence(numberIn(item, "shell_hu"),
                           has(item, "reference_hu") ? std::optional(numberIn(item, "reference_hu"))
                                                     : std::nullopt);
    if (item.code == "measured_contact")
        return contactSentence(wordIn(item, "structure"), numberIn(item, "lost_plane_mm"));
    if (item.code == "measured_septum")
        return ItemText::tr("The plane to the next node is lost over %1.")
            .arg(percent(numberIn(item, "lost_septum_fraction")));
    if (item.code == "measured_necrosis")
        return ItemText::tr("%1 of the node is of low density.")
            .arg(percent(numberIn(item, "fraction")));
    if (item.code == "not_measurable")
        //: %1 is a measurement, %2 why it is missing.
        return ItemText::tr("%1 was not measured: %2.")
            .arg(measuredPartName(wordIn(item, "part")),
                 gapReason(parse<measure::Gap>(wordIn(item, "reason"))
                               .value_or(measure::Gap::NotInThisVersion)));
    return {};
}

}  // namespace

double numberIn(const FeedbackItem& item, const char* name) {
    const auto found = item.values.find(name);
    const auto* value = found == item.values.end() ? nullptr : std::get_if<double>(&found->second);
    return value ? *value : 0.0;
}

std::string wordIn(const FeedbackItem& item, const char* name) {
    const auto found = item.values.find(name);
    const auto* value =
        found == item.values.end() ? nullptr : std::get_if<std::string>(&found->second);
    return value ? *value : std::string();
}

bool has(const FeedbackItem& item, const char* name) {
    return item.values.count(name) > 0;
}

QString valueText(const feedback::ItemValue& value) {
    if (const auto* word = std::get_if<std::string>(&value))
        return QString::fromStdString(*word);
    return number(std::get<double>(value), 1);
}

QString featureValue(Feature feature, const std::string& code) {
    if (feature == Feature::Margin)
        if (const auto margin = parse<Margin>(code))
            return lower(marginName(*margin));
    if (feature == Feature::Fat)
        if (const auto fat = parse<PerinodalFat>(code))
            return lower(fatName(*fat));
    if (feature == Feature::Adjacent)
        if (const auto kind = parse<Adjacency>(code))
            return lower(adjacencyName(*kind));
    return code == "yes" ? ItemText::tr("present") : ItemText::tr("absent");
}

QString firstSentence(const feedback::MarkResult& mark) {
    for (const FeedbackItem& item : mark.items)
        if (const QString sentence = itemSentence(item); !sentence.isEmpty())
            return sentence;
    return {};
}

QString itemSentence(const FeedbackItem& item) {
    if (const auto error = parse<TraineeError>(item.code))
        return traineeErrorTitle(*error) + QLatin1Char('.');
    for (const auto say : {markSentence, judgementSentence, measuredItemSentence})
        if (const QString sentence = say(item); !sentence.isEmpty())
            return sentence;
    return {};
}

QString measuredSentence(Feature feature, const FeedbackSource& source) {
    if (!source.measured)
        return {};
    const measure::Measurements& measured = *source.measured;
    switch (feature) {
    case Feature::Margin:
        return measured.margin ? ItemText::tr("%1 of the margin is indistinct.")
                                     .arg(percent(measured.margin->indistinctFraction))
                               : QString();
    case Feature::Fat:
        return measured.fat ? fatSentence(measured.fat->shellHu, measured.fat->referenceHu)
                            : QString();
    case Feature::Adjacent: {
        const measure::StructureContact* shown = nullptr;
        for (const auto& contact : measured.contacts)
            if (contact.structure == source.truth.structure ||
                (!shown && source.truth.structure.empty()))
                shown = &contact;
        return shown ? contactSentence(shown->structure, shown->lostPlaneMm) : QString();
    }
    case Feature::Coalescence:
        return measured.coalescence.empty()
                   ? QString()
                   : ItemText::tr("The plane to the next node is lost over %1.")
                         .arg(percent(measured.coalescence.front().lostSeptumFraction));
    case Feature::Necrosis:
        return measured.necrosis ? ItemText::tr("%1 of the node is of low density.")
                                       .arg(percent(measured.necrosis->fraction))
                                 : QString();
    case Feature::Cystic:
    case Feature::Hilum:
    case Feature::Size:
        break;
    }
    return {};
}

}  // namespace nodewise::text
