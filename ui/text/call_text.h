/// call_text.h: the case and the call in one line each.
#pragma once
#include "assessment/call.h"
#include "casepack/case.h"
#include <QString>
#include <QStringList>

namespace nodewise::text {

/// Age, site, p16, contrast, biopsy, examination: what stands in the header strip, part by part.
[[nodiscard]] QStringList historyParts(const casepack::History& history);
/// The parts joined by middle dots.
[[nodiscard]] QString historyLine(const casepack::History& history);

/// "58 m", "58 f", "58"; empty when neither is given.
[[nodiscard]] QString ageAndSex(const casepack::History& history);

/// The live summary of a call: "G1 at 72 %: indistinct margin and stranded fat; touches the left
/// sternocleidomastoid." Empty for an empty call. The features named first are those that carried
/// it.
[[nodiscard]] QString callSummary(const NodeCall& call);

/// What a call still lacks, or what in it cannot be so.
enum class CallGap {
    Mark,         ///< No click on the node.
    Probability,  ///< Not given.
    Grade,        ///< Not given.
    AxisOrder,    ///< The short axis is longer than the long one.
    AxisRange     ///< A length no node of the neck has.
};
/// One sentence that says what to do: "Give the ENE probability with [ or ]."
[[nodiscard]] QString gapSentence(CallGap gap, const NodeCall& call);

/// Words joined as in a sentence: "a", "a and b", "a, b and c".
[[nodiscard]] QString joined(const QStringList& words);

}  // namespace nodewise::text
