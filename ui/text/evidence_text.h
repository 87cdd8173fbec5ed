/// evidence_text.h: findings, rules and the literature table in words.
#pragma once
#include "evidence/hncig.h"
#include "evidence/likelihoods.h"
#include "measure/measurements.h"
#include "staging/n_category.h"
#include <QString>
#include <QStringList>

namespace nodewise::text {

[[nodiscard]] QString findingName(evidence::FindingCode code);         ///< "indistinct margin"
[[nodiscard]] QString traceSentence(const evidence::TraceStep& step);  ///< One step of the rule.
[[nodiscard]] QString signName(const evidence::Likelihood& row);       ///< "Necrosis, HPV+"
[[nodiscard]] QString sourceName(const evidence::Likelihood& row);     ///< "Park 2020"
/// Where the figures come from and how; of a row without words of its own the bare reference.
[[nodiscard]] QString sourceSentence(const evidence::Likelihood& row);
/// Sensitivity and specificity with their 95 % intervals where these were published, then
/// sourceSentence.
[[nodiscard]] QString evidenceSentence(const evidence::Likelihood& row);
[[nodiscard]] QString gapReason(measure::Gap gap);  ///< "too few voxels across"
[[nodiscard]] QString qualityFlagSentence(measure::QualityFlag flag);

/// The staging rule that fired, as a sentence; `rule` is the id of NCategory::rule.
[[nodiscard]] QString stagingRuleSentence(const std::string& rule);
[[nodiscard]] QString stagingNoteSentence(const staging::StagingNote& note);

/// All codes that have a sentence: for tests.
[[nodiscard]] QStringList knownTraceRules();
[[nodiscard]] QStringList knownSigns();
[[nodiscard]] QStringList knownStagingRules();
[[nodiscard]] QStringList knownStagingNotes();

}  // namespace nodewise::text
