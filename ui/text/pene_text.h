/// pene_text.h: the probability of pathological ENE and its model card in words.
#pragma once
#include "evidence/pene.h"
#include "ui/text/feedback_text.h"
#include <QString>
#include <QStringList>

namespace nodewise::text {

/// The row of the list "Measured": probability with interval, or why there is none. `constructed`:
/// says that the model is not calibrated for such cases.
[[nodiscard]] MeasuredRow peneRow(const evidence::PeneEstimate& pene, bool constructed);

[[nodiscard]] QString
abstentionSentence(const std::string& reason);  ///< "no figures for this site"
[[nodiscard]] QString peneNoteSentence(const std::string& note);
/// "Stranded fat" for a row of the model or "prior"; with the words of its weight.
[[nodiscard]] QString contributionSentence(const evidence::Contribution& part);

/// One click away from every probability: what it is made of, in whole sentences and rows.
[[nodiscard]] QStringList modelCardLines();

}  // namespace nodewise::text
