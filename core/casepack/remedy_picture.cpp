#include "casepack/remedy_picture.h"
#include "base/embedded_file.h"
#include <cmath>
#include <span>

namespace nodewise::casepack {

std::span<const EmbeddedFile> starterRecipeData();

namespace {

/// Enough of the neck to know where one is, mm from the node's middle.
constexpr double kAroundMm = 32, kAboveMm = 3;

}  // namespace

Result<synthesis::Recipe> pictureRecipe(const RemedyCard& card) {
    const std::string wanted = "/" + card.pictureCase.value + ".json";
    for (const EmbeddedFile& file : starterRecipeData()) {
        if (!file.name.ends_with(wanted))
            continue;
        auto recipe = synthesis::parseRecipe(file.text);
        if (recipe && card.pictureSeed != 0)
            recipe->seed = card.pictureSeed;
        return recipe;
    }
    return fail(ErrorCode::CaseNotFound, "no recipe is built in for the picture of " + card.code,
                {}, card.pictureCase.value);
}

Result<synthesis::NodePiece> drawRemedyPicture(const RemedyCard& card, JobControl& job,
                                               unsigned threads) {
    const auto recipe = pictureRecipe(card);
    if (!recipe)
        return fail(recipe.error());
    auto piece =
        synthesis::makeNodePiece(*recipe, card.pictureNode.value,
                                 {kAroundMm, kAboveMm + std::fabs(card.pictureUpMm)}, job, threads);
    if (piece)
        piece->place.z += card.pictureUpMm;
    return piece;
}

}  // namespace nodewise::casepack
