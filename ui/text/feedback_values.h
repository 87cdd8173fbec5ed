/// feedback_values.h: reading the coded values of feedback items.
#pragma once
#include "feedback/feedback.h"
#include <QString>

namespace nodewise::text {

/// A number or word of an item; 0 and empty when it is not there.
[[nodiscard]] double numberIn(const feedback::FeedbackItem& item, const char* name);
[[nodiscard]] std::string wordIn(const feedback::FeedbackItem& item, const char* name);
[[nodiscard]] bool has(const feedback::FeedbackItem& item, const char* name);
[[nodiscard]] QString valueText(const feedback::ItemValue& value);
/// "contact", "indistinct", "present", "absent" for the word of a feature.
[[nodiscard]] QString featureValue(Feature feature, const std::string& code);
/// The first item of a mark that has a sentence.
[[nodiscard]] QString firstSentence(const feedback::MarkResult& mark);

}  // namespace nodewise::text
