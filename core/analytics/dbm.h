/// dbm.h: Dorfman, Berbaum and Metz: the crossed study as an analysis of variance of pseudovalues.
#pragma once
#include "analytics/mrmc.h"

namespace nodewise::analytics {

struct DbmResult {
    Reason reason = Reason::None;  ///< Else everything below is empty.
    /// Mean squares of modality T, reader R and case C, of the pseudovalues.
    double msT = 0, msR = 0, msC = 0, msTR = 0, msTC = 0, msRC = 0, msTRC = 0;
    ModalityTest randomBoth;    ///< Denominator degrees of freedom by Hillis 2007.
    ModalityTest fixedReaders;  ///< Random cases only.
    ModalityTest fixedCases;    ///< Random readers only.
};

/// Dorfman, Berbaum and Metz 1992 (Invest Radiol 27:723) with the model reduction and degrees of
/// freedom of Hillis, Berbaum and Metz 2008 (Acad Radiol 15:647); jackknife pseudovalues of the
/// empirical area. With random readers it comes to the same F, df and p as obuchowskiRockette with
/// jackknife covariances, by another way; with fixed readers its test is an F, not a chi-square.
/// Reasons as there. Pure.
[[nodiscard]] DbmResult dorfmanBerbaumMetz(const CrossedStudy& study);

}  // namespace nodewise::analytics
