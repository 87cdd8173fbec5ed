#include "feedback/node_match.h"
#include <algorithm>
#include <cmath>

namespace nodewise::feedback {
namespace {

/// Whether a voxel of the label lies within kBesideMm of the place.
bool labelBeside(const LabelMap& labels, LabelValue label, PointLps place) {
    const GridGeometry& grid = labels.geometry();
    const VoxelIndex at = grid.nearestVoxel(place);
    std::array<int, 3> reach{};
    for (std::size_t a = 0; a < 3; ++a)
        reach[a] = static_cast<int>(std::ceil(kBesideMm / grid.spacing()[a]));
    for (int k = at.k - reach[2]; k <= at.k + reach[2]; ++k)
        for (int j = at.j - reach[1]; j <= at.j + reach[1]; ++j)
            for (int i = at.i - reach[0]; i <= at.i + reach[0]; ++i) {
                const VoxelIndex next{i, j, k};
                if (grid.contains(next) && labels.at(next) == label &&
                    distance(grid.toPatient(next), place) <= kBesideMm)
                    return true;
            }
    return false;
}

/// The match of a mark with a node; nothing when it lies elsewhere.
std::optional<NodeMatch> matchOf(std::size_t call, PointLps mark, const NodeTruth& node,
                                 const LabelMap* labels) {
    NodeMatch match{call, false, distance(mark, node.centre), true};
    const bool drawn = labels != nullptr && node.label != 0;
    const double radius = std::max(node.longAxisMm, node.greatestMm) / 2;
    match.inside = drawn ? labels->at(mark) == node.label : match.distanceMm <= radius;
    const bool beside =
        drawn ? labelBeside(*labels, node.label, mark) : match.distanceMm <= radius + kBesideMm;
    if (!match.inside && !beside)
        return std::nullopt;
    return match;
}

bool better(const NodeMatch& a, const NodeMatch& b) {
    return a.inside != b.inside ? a.inside : a.distanceMm < b.distanceMm;
}

struct Candidate {
    std::size_t node;
    NodeMatch match;
};

std::vector<Candidate> markedCandidates(const CaseCall& call, const CaseTruth& truth,
                                        const LabelMap* labels) {
    std::vector<Candidate> list;
    for (std::size_t c = 0; c < call.nodes.size(); ++c)
        for (std::size_t n = 0; call.nodes[c].mark && n < truth.nodes.size(); ++n)
            if (const auto match = matchOf(c, *call.nodes[c].mark, truth.nodes[n], labels))
                list.push_back({n, *match});
    std::stable_sort(list.begin(), list.end(), [](const Candidate& a, const Candidate& b) {
        return better(a.match, b.match);
    });
    return list;
}

bool samePlace(const NodeCall& call, const NodeTruth& node) {
    return call.side == node.side && call.level && levelMatches(*call.level, node.level);
}

}  // namespace

Matching matchNodes(const CaseCall& call, const CaseTruth& truth, const FeedbackContext& context) {
    Matching result;
    result.ofNode.resize(truth.nodes.size());
    std::vector<bool> used(call.nodes.size(), false);
    const auto take = [&](std::size_t node, const NodeMatch& match) {
        if (result.ofNode[node] || used[match.call])
            return;
        result.ofNode[node] = match;
        used[match.call] = true;
    };
    for (const auto& candidate : markedCandidates(call, truth, context.truthLabels))
        take(candidate.node, candidate.match);
    for (std::size_t c = 0; c < call.nodes.size(); ++c)
        for (std::size_t n = 0; !call.nodes[c].mark && n < truth.nodes.size(); ++n)
            if (samePlace(call.nodes[c], truth.nodes[n]))
                take(n, {c, true, 0, false});
    for (std::size_t c = 0; c < used.size(); ++c)
        if (!used[c])
            result.unmatched.push_back(c);
    return result;
}

}  // namespace nodewise::feedback
