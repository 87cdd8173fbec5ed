/// node_match.h: which call speaks of which reference node.
#pragma once
#include "feedback/feedback.h"
#include <optional>
#include <vector>

namespace nodewise::feedback {

/// How far beside a node a mark still counts as "beside", mm.
constexpr double kBesideMm = 3.0;

struct NodeMatch {
    std::size_t call = 0;
    bool inside = false;    ///< The mark lies within the node.
    double distanceMm = 0;  ///< From the node's centre; 0 without a mark.
    bool marked = false;
};

struct Matching {
    std::vector<std::optional<NodeMatch>> ofNode;  ///< One for each reference node.
    std::vector<std::size_t> unmatched;            ///< Calls that speak of no node.
};

/// A mark belongs to the node it lies in, else to the nearest node at most 3 mm beside it; of two
/// marks on one node the one inside, then the nearer, counts. A call without a mark belongs to the
/// first free node of its side and level.
[[nodiscard]] Matching matchNodes(const CaseCall& call, const CaseTruth& truth,
                                  const FeedbackContext& context);

}  // namespace nodewise::feedback
