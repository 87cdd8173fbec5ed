/// call.h: the reader's call on one node and on the case. On disk: cases/schema/call.schema.json.
#pragma once
#include "annotation/label_map.h"
#include "geometry/point.h"
#include "terms/terms.h"
#include <optional>
#include <string>
#include <vector>

namespace nodewise {

/// Contact with, or invasion of, a neighbouring structure.
struct AdjacencyCall {
    Adjacency kind = Adjacency::None;
    std::string structure;  ///< Code such as "sternocleidomastoid_left"; empty for None.
    friend bool operator==(const AdjacencyCall&, const AdjacencyCall&) = default;
};

/// One node. Every answer is optional until given; nothing is preselected. Lengths in mm,
/// probabilities 0..1 (shown as %).
struct NodeCall {
    std::optional<PointLps> mark;  ///< The click, patient frame.
    std::optional<Side> side;
    std::optional<Level> level;
    std::optional<double> probability;  ///< That imaging shows ENE (iENE grade 1 or more).
    std::optional<Grade> grade;
    std::optional<Margin> margin;
    std::optional<PerinodalFat> fat;
    std::optional<AdjacencyCall> contact;
    std::optional<bool> coalescence, necrosis, cystic, hilum;
    std::optional<double> shortAxisMm, longAxisMm;
    std::vector<Feature> reasons;           ///< The ticked features that carried the call.
    std::optional<double> peneProbability;  ///< That pathology would show ENE; scored apart.
    friend bool operator==(const NodeCall&, const NodeCall&) = default;
};

/// The case as a whole.
struct CaseCall {
    std::vector<NodeCall> nodes;
    std::string nCategory;  ///< "N0" … "N3b" as the edition prints it, without c/p; may be empty.
    Edition edition = Edition::Tnm9;
    std::optional<ImageQuality> quality;
    std::string nextStep;  ///< The reader's own words.
    friend bool operator==(const CaseCall&, const CaseCall&) = default;
};

}  // namespace nodewise
