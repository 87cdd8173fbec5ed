/// mrmc.h: several readers, several modalities, the same cases: does the modality matter?
#pragma once
#include "analytics/estimate.h"
#include "analytics/roc.h"
#include <string>
#include <vector>

namespace nodewise::analytics {

/// How the covariances of the areas are estimated.
enum class CovarianceMethod { Jackknife, DeLong };

/// Fully crossed study: `ratings[modality][reader]` holds the same cases in the same order.
struct CrossedStudy {
    std::vector<std::vector<std::vector<Rated>>> ratings;
};

/// A test of "all modalities have the same mean area".
struct ModalityTest {
    double statistic = 0;                       ///< F; for fixed readers chi-square.
    double numeratorDf = 0, denominatorDf = 0;  ///< The latter 0 for chi-square.
    double p = 1;
};

struct MrmcResult {
    Reason reason = Reason::None;            ///< Else everything below is empty.
    std::vector<std::vector<double>> areas;  ///< [modality][reader]
    std::vector<double> meanAreas;           ///< [modality]
    double msModality = 0, msReader = 0, msInteraction = 0;
    double varianceError = 0, cov1 = 0, cov2 = 0, cov3 = 0;
    ModalityTest randomBoth;    ///< Random readers and cases (Hillis 2007 degrees of freedom).
    ModalityTest fixedReaders;  ///< Random cases only.
    ModalityTest fixedCases;    ///< Random readers only.
    /// Mean area of the first modality minus the second, 95 % interval; two modalities only.
    Estimate differenceBoth, differenceFixedReaders, differenceFixedCases;
};

/// Obuchowski and Rockette 1995 with the corrections of Hillis 2007, empirical areas. NoData with
/// fewer than two modalities or readers, InvalidInput when the study is not fully crossed,
/// OneClassOnly, TooFewPerClass with fewer than two of a class. Pure.
[[nodiscard]] MrmcResult obuchowskiRockette(const CrossedStudy& study,
                                            CovarianceMethod method = CovarianceMethod::Jackknife);

}  // namespace nodewise::analytics
