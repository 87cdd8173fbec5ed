/// feedback_text.h: the comparison of a call with its reference, as the sentences people read.
#pragma once
#include "feedback/feedback.h"
#include "measure/measurements.h"
#include <QString>
#include <QStringList>

namespace nodewise::text {

/// What the sentences of one node are made from. Measurements may be null.
struct FeedbackSource {
    const NodeCall& call;
    const NodeTruth& truth;
    const feedback::NodeFeedback& feedback;
    const measure::Measurements* measured = nullptr;
};

/// One row of the six marks: "14.0 × 21.5", "14.2 × 21.0", one measured sentence.
struct MarkText {
    QString you, reference, sentence;
};
/// The five marks of a node. @pre mark is not NCategory.
[[nodiscard]] MarkText markText(Mark mark, const FeedbackSource& source);
/// The sixth mark; `own` is the edition of the call.
[[nodiscard]] MarkText nMarkText(const feedback::MarkResult& mark,
                                 const feedback::TnmComparison& own);

/// What the reader's own calls would have made of the stage: "Your calls would give N2b in TNM8."
/// Empty when the calls give no category in either edition.
[[nodiscard]] QString tnmChangeSentence(const std::vector<feedback::TnmComparison>& editions);

/// Any item by its code; empty for a code that is not known. Every code of core/feedback has one.
[[nodiscard]] QString itemSentence(const feedback::FeedbackItem& item);
/// The measured sentence behind a feature: "Fat plane to the left sternocleidomastoid is lost over
/// 8 mm." Empty when it was not measured.
[[nodiscard]] QString measuredSentence(Feature feature, const FeedbackSource& source);

/// The rule block: tag, the criterion that fired, what did not count.
struct RuleText {
    QString tag;        ///< "HNCIG G3"
    QString sentence;   ///< "Extension into an adjacent structure: …"
    QString note;       ///< "Contact alone would not count. …"; may be empty.
    QStringList trace;  ///< Each step, in the order it was looked at.
};
[[nodiscard]] RuleText ruleText(const FeedbackSource& source);

/// One row of the list "Measured".
struct MeasuredRow {
    QString name, value, context;
    QString how;     ///< What the number is; for the tooltip.
    QString card{};  ///< The model card behind the number; empty for measurements.
};
[[nodiscard]] std::vector<MeasuredRow> measuredRows(const FeedbackSource& source);

/// The other truth: what pathology showed, or the construction holds, and how the second question
/// scored. Empty when pathology was not examined.
[[nodiscard]] QString pathologySentence(const FeedbackSource& source);

/// What the tumour board would hear: "If confirmed, this enters the multidisciplinary discussion
/// about …". Empty for G0.
[[nodiscard]] QString consequenceSentence(Grade grade);

}  // namespace nodewise::text
