/// model_card.h: what the probability model is made of, and what it must not be used for.
#pragma once
#include "evidence/pene_model.h"
#include "evidence/thresholds.h"
#include <string>
#include <vector>

namespace nodewise::evidence {

/// Made from the data files alone, so that it cannot say something else than the model does. Codes;
/// ui/text has the sentences, `modelCardText` plain English for the command line.
struct ModelCard {
    std::string target;                 ///< "pathological_ene".
    std::vector<std::string> limits;    ///< "not_calibrated", "not_for_constructed_cases" …
    std::vector<std::string> abstains;  ///< Every reason to abstain.
    const PeneModel* model = nullptr;
    const std::vector<Threshold>* lines = nullptr;
};

/// The card of the built-in model. Thread-safe.
[[nodiscard]] ModelCard modelCard();

/// The card as Markdown, in English: tables of priors, ratios and thresholds with their sources.
[[nodiscard]] std::string modelCardText(const ModelCard& card);

}  // namespace nodewise::evidence
