/// remedy_picture.h: what the picture on a remedy card shows, made from a recipe of the starter
/// pack.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include "casepack/remedy_card.h"
#include "synthesis/node_piece.h"
#include "synthesis/recipe.h"

namespace nodewise::casepack {

/// The recipe behind a card's picture: that of its case, in another neck (`pictureSeed`), so that
/// the card gives no case of the course away. Errors: CaseNotFound when no such recipe is built in;
/// those of parseRecipe. Thread-safe.
[[nodiscard]] Result<synthesis::Recipe> pictureRecipe(const RemedyCard& card);

/// Draws it: see synthesis::makeNodePiece; `place` lies `pictureUpMm` higher. About a second.
/// Thread-safe.
[[nodiscard]] Result<synthesis::NodePiece> drawRemedyPicture(const RemedyCard& card,
                                                             JobControl& job, unsigned threads = 0);

}  // namespace nodewise::casepack
