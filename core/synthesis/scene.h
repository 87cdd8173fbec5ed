/// scene.h: a recipe made ready to be cut into slices.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include "synthesis/node_model.h"
#include "synthesis/plan.h"
#include "synthesis/space_warp.h"
#include <memory>
#include <vector>

namespace nodewise::synthesis {

/// Everything drawing and truth need; immutable afterwards, thread-safe to read.
struct Scene {
    Recipe recipe;
    CasePlan plan;
    NoiseTile tile;
    SpaceWarp warp;
    std::vector<PlacedNode> nodes;

    Scene(const Recipe& from, const CasePlan& drawn)
        : recipe(from)
        , plan(drawn)
        , tile(mix(drawn.seed, 77))
        , warp(plan, tile) {}
};

/// One node in its place, not grown, whatever lies there. Errors: InvalidArgument when its level
/// has no site. Thread-safe.
[[nodiscard]] Result<PlacedNode> placeNode(const Scene& scene, const NodeRecipe& recipe,
                                           std::size_t index);

/// Plans, places the nodes and lets them grow. Errors: Cancelled; InvalidArgument when a node lies
/// in air, bone, artery or outside the body, or two nodes overlap; TruthInconsistent when an
/// extension cannot reach the depth asked for.
[[nodiscard]] Result<std::shared_ptr<const Scene>> makeScene(const Recipe& recipe, JobControl& job,
                                                             unsigned threads);

}  // namespace nodewise::synthesis
