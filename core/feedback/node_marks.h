/// node_marks.h: the five marks of one node.
#pragma once
#include "feedback/feedback.h"
#include "feedback/node_match.h"

namespace nodewise::feedback {

/// What the marks of one node are made from. `call` and `match` are null for a missed node,
/// `measured` when the node was not measured.
struct NodeView {
    const NodeTruth* truth = nullptr;
    const NodeCall* call = nullptr;
    const NodeMatch* match = nullptr;
    const measure::Measurements* measured = nullptr;
    const FeedbackContext* context = nullptr;
};

[[nodiscard]] MarkResult detectionMark(const NodeView& view);
[[nodiscard]] MarkResult levelMark(const NodeView& view);
[[nodiscard]] MarkResult sizeMark(const NodeView& view);
[[nodiscard]] MarkResult featuresMark(const NodeView& view);
[[nodiscard]] MarkResult gradeMark(const NodeView& view);

[[nodiscard]] Scores scoresOf(const NodeView& view);

/// Where a feature shows, from the measurements; else the centre of the node.
[[nodiscard]] PointLps placeOf(Feature feature, const NodeView& view);
/// Where to look first: the place of the highest criterion of the reference.
[[nodiscard]] PointLps firstPlace(const NodeView& view);

/// The measured sentences of a node.
[[nodiscard]] std::vector<FeedbackItem> measuredItems(const NodeView& view);

/// Features of a reference, and of a call, for the rule.
[[nodiscard]] evidence::FeatureSet featuresOf(const NodeTruth& truth);
[[nodiscard]] evidence::FeatureSet featuresOf(const NodeCall& call);

}  // namespace nodewise::feedback
