#include "synthesis/cohort_try.h"
#include <optional>
#include <string>

namespace nodewise::synthesis {

namespace {

/// What the drawn patient asks of the fields; nothing when they give it.
std::optional<Refusal> lacking(const CohortPatient& patient, const SyntheticTruth& truth) {
    // Joined by construction means joined in the fields.
    if (patient.built == Grade::G2 && truth.fields.front().joinedWith.empty())
        return Refusal::NotJoined;
    if (patient.built == Grade::G3 && truth.fields.front().targetMm3 <= 0)
        return Refusal::NotEntered;
    return std::nullopt;
}

std::string told(const std::array<int, kRefusals>& refusals) {
    std::string text;
    for (std::size_t i = 0; i < kRefusals; ++i)
        if (refusals[i] > 0)
            text += (text.empty() ? "" : ", ") + std::string(word(static_cast<Refusal>(i))) + " " +
                    std::to_string(refusals[i]);
    return text;
}

/// One try: the recipe with its truth.
tl::expected<Placement, Refusal> tryOnce(const CohortPatient& patient, int attempt, JobControl& job,
                                         unsigned threads) {
    auto recipe = tryPlaces(patient, attempt);
    if (!recipe)
        return tl::unexpected(recipe.error());
    TruthOptions options;
    options.labels = LabelExtent::None;
    options.checkExpectation = false;
    options.threads = threads;
    auto truth = makeTruth(*recipe, job, options);
    if (!truth)
        return tl::unexpected(Refusal::TruthBroken);
    if (const auto refusal = lacking(patient, *truth))
        return tl::unexpected(*refusal);
    for (std::size_t i = 0; i < recipe->nodes.size(); ++i)
        recipe->nodes[i].expect = truth->truth.nodes[i].grade;
    Placement out{*std::move(recipe), *std::move(truth)};
    const NodeRecipe &drawn = patient.recipe.nodes.front(), &first = out.recipe.nodes.front();
    out.tries = attempt + 1;
    out.otherBody = out.recipe.seed != patient.seed;
    out.smaller = first.radiiMm[0] < drawn.radiiMm[0];
    out.wider = attempt >= kUsualTries;
    out.leftOut = static_cast<int>(patient.recipe.nodes.size() - out.recipe.nodes.size());
    return out;
}

}  // namespace

Result<Placement> placeFrom(int attempt, const CohortPatient& patient, JobControl& job,
                            unsigned threads) {
    std::array<int, kRefusals> refusals{};
    for (; attempt < kMostTries; ++attempt) {
        auto placed = tryOnce(patient, attempt, job, threads);
        if (job.cancelled())
            return fail(ErrorCode::Cancelled, "cancelled while a patient was placed");
        if (placed) {
            placed->refusals = refusals;
            return *std::move(placed);
        }
        ++refusals[static_cast<std::size_t>(placed.error())];
    }
    return fail(ErrorCode::TruthInconsistent, "no place for a patient of the cohort after " +
                                                  std::to_string(kMostTries) +
                                                  " tries: " + told(refusals));
}

Result<Placement> placePatient(const CohortPatient& patient, JobControl& job, unsigned threads) {
    return placeFrom(0, patient, job, threads);
}

}  // namespace nodewise::synthesis
