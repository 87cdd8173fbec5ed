/// demo_report.h: the page that `nodewise-cli demo` leaves: one section a node, pictures as SVG.
#pragma once
#include "annotation/label_map.h"
#include "annotation/reference_truth.h"
#include "assessment/call.h"
#include "feedback/feedback.h"
#include "volume/ct_volume.h"
#include <string>
#include <vector>

namespace nodewise::cli {

/// One graded node for the page.
struct ReportedNode {
    std::string caseTitle, history, manner;
    NodeTruth truth;
    NodeCall call;
    feedback::NodeFeedback feedback;
    std::string figure;  ///< An <svg> element.
};

/// The axial slice through the reference node, 60 mm wide, W 350 L 60, with the reference outline
/// (vermilion) and the trainee's mark (yellow square); scale bar 10 mm.
[[nodiscard]] std::string nodeFigure(const CtVolume& volume, const LabelMap& labels,
                                     const NodeTruth& truth, const NodeCall& call);

/// A whole HTML page without scripts and without links to anything outside.
[[nodiscard]] std::string reportPage(const std::vector<ReportedNode>& nodes);

}  // namespace nodewise::cli
