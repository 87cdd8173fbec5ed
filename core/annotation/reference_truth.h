/// reference_truth.h: what a case holds to be so, where it comes from and how sure it is.
#pragma once
#include "annotation/label_map.h"
#include "base/ids.h"
#include "terms/terms.h"
#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace nodewise {

/// Share of readers (or of the border band) behind each grade G0..G3; sums to 1.
using GradeDistribution = std::array<double, 4>;

/// The reference for one node. Lengths in mm.
struct NodeTruth {
    NodeId id;
    TruthKind kind = TruthKind::Synthetic;
    Side side = Side::Left;
    Level level = Level::IIa;
    PointLps centre;       ///< Patient frame.
    LabelValue label = 0;  ///< Its voxels in the case's truth label map.

    bool metastatic = true;  ///< False for a benign node: shown and asked, never staged.

    Grade grade = Grade::G0;  ///< iENE, the highest of the distribution.
    GradeDistribution distribution{1, 0, 0, 0};
    PathologicalEne pene = PathologicalEne::NotExamined;
    double peneDepthMm = 0;    ///< Beyond the capsule; 0 when none or not examined.
    bool clinicalEne = false;  ///< Signs on examination.

    Margin margin = Margin::Smooth;
    PerinodalFat fat = PerinodalFat::Clean;
    Adjacency adjacency = Adjacency::None;
    std::string structure;  ///< Code such as "sternocleidomastoid_left"; empty when none.
    StructureKind structureKind = StructureKind::Other;
    bool coalescence = false, necrosis = false, cystic = false, hilum = false;

    double shortAxisMm = 0, longAxisMm = 0, greatestMm = 0;
    bool belowCricoid = false, retropharyngeal = false;
};

/// The reference for a case.
struct CaseTruth {
    std::vector<NodeTruth> nodes;
    ImageQuality quality = ImageQuality::Adequate;
    std::vector<std::string> pitfalls;  ///< "P1" … "P15" the case was made for.
    std::string source;                 ///< Where the truth comes from, one sentence.
};

}  // namespace nodewise
