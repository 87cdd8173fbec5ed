/// click_cohort.h: random synthetic necks for the tests of segmentation by a click.
#pragma once
#include "synthesis/recipe.h"
#include "synthesis/render.h"
#include "synthesis/truth.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <random>
#include <string>

namespace nodewise::together {

/// Numbers that are the same with every standard library.
class Lots {
public:
    explicit Lots(std::uint32_t seed)
        : m_engine(seed * 2654435761U + 97U) {}
    double between(double low, double high) {
        return low + (high - low) * (static_cast<double>(m_engine()) / 4294967296.0);
    }
    std::size_t below(std::size_t count) { return m_engine() % count; }
    bool chance(double share) { return between(0, 1) < share; }

private:
    std::mt19937 m_engine;
};

struct NeckCase {
    synthesis::Recipe recipe;
    VolumePtr image;
    synthesis::SyntheticTruth truth;
};

namespace detail {

using synthesis::ExtensionRecipe;
using synthesis::NodeKind;
using synthesis::NodeRecipe;
using synthesis::Recipe;

struct Spot {
    Level level;
    double z;
    const char* muscle;
};
inline constexpr std::array kSpots{
    Spot{Level::IIa, 16, "sternocleidomastoid"}, Spot{Level::IIb, 20, "sternocleidomastoid"},
    Spot{Level::III, -22, "sternocleidomastoid"}, Spot{Level::Va, -16, "sternocleidomastoid"},
    Spot{Level::IVa, -60, "sternocleidomastoid"}};

/// Short-axis diameters of 6 to 36 mm, small ones more often.
inline NodeRecipe plainNode(Lots& lots, Level level, Side side, const char* id) {
    NodeRecipe node;
    node.id = id;
    node.level = level;
    node.side = side;
    const double r = 3.2 * std::pow(4.6, std::pow(lots.between(0, 1), 1.2));
    node.radiiMm = {r * lots.between(1, 1.25), r, r * lots.between(1.1, 1.6)};
    node.radiiMm[2] = std::min(node.radiiMm[2], 20.0);
    node.poseDeg = lots.between(-60, 60);
    node.offsetMm = {lots.between(-2, 3), lots.between(-3, 3), lots.between(-4, 4)};
    constexpr std::array kKinds{NodeKind::Reactive, NodeKind::Solid, NodeKind::Necrotic,
                                NodeKind::Cystic};
    node.kind = kKinds[r < 4 ? lots.below(2) : lots.below(4)];
    node.rimMm = std::min(lots.between(1.2, 3.2), 0.4 * r);
    node.push = lots.between(0.6, 0.95);
    return node;
}

inline void addReaction(Lots& lots, NodeRecipe& node) {
    if (!lots.chance(0.4))
        return;
    node.reaction.fibres = static_cast<int>(lots.between(30, 250));
    node.reaction.hazeHu = lots.between(15, 65);
    node.reaction.direction = {lots.between(-1, 1), lots.between(-1, 1), lots.between(-0.4, 0.4)};
}

inline ExtensionRecipe extension(Lots& lots, double depth) {
    ExtensionRecipe e;
    e.depthMm = depth;
    e.direction = {lots.between(-0.5, 0.5), 1, lots.between(-0.5, 0.5)};
    e.halfAngleDeg = lots.between(40, 70);
    e.blurMm = lots.between(0.5, 1.8);
    return e;
}

inline void makeSolid(Lots& lots, NodeRecipe& node) {
    if (node.kind == NodeKind::Reactive)
        node.kind = lots.chance(0.5) ? NodeKind::Solid : NodeKind::Necrotic;
    for (double& r : node.radiiMm)
        r = std::max(r, 5.5);
}

inline void addPair(Lots& lots, Recipe& recipe, NodeRecipe one) {
    makeSolid(lots, one);
    for (double& r : one.radiiMm)
        r = std::clamp(r, 5.5, 10.0);
    NodeRecipe two = one;
    two.id = "node-1b";
    two.offsetMm[2] -= 2.05 * one.radiiMm[2];
    two.offsetMm[1] += lots.between(-2, 2);
    one.extension = extension(lots, 4);
    two.extension = one.extension;
    one.extension->direction = {0, 0, -1};
    two.extension->direction = {0, 0, 1};
    one.extension->with = {"node-1b"};
    two.extension->with = {one.id};
    recipe.nodes.push_back(one);
    recipe.nodes.push_back(two);
}

inline void addScanner(Lots& lots, Recipe& recipe, double z) {
    constexpr std::array kSlices{0.625, 1.0, 1.25, 1.25, 2.0, 2.5, 3.0, 5.0};
    auto& s = recipe.scanner;
    s.sliceMm = kSlices[lots.below(kSlices.size())];
    s.pixelMm = 0.45;
    s.slices = static_cast<int>(std::min(100.0, std::ceil(66 / s.sliceMm)));
    s.topMm = std::clamp(z + 33.0, -84 + s.slices * s.sliceMm, 56.0);
    s.noiseHu = lots.between(5, 18);
    s.streakHu = lots.between(0, 4);
    s.kernelSigmaMm = lots.between(0.4, 0.8);
}

}  // namespace detail

/// A neck with a node on either side; what the left one is follows the seed: plain, touching,
/// with extension into fat, matted with a second node, or with extension into muscle.
inline synthesis::Recipe clickRecipe(std::uint32_t seed) {
    using namespace detail;
    Lots lots(seed);
    Recipe recipe;
    recipe.seed = seed * 7919U + 13U;
    const std::size_t kind = seed % 5;
    const Spot spot = kSpots[kind == 4 ? lots.below(3) : lots.below(kSpots.size())];
    NodeRecipe left = plainNode(lots, spot.level, Side::Left, "node-1");
    if (kind == 1 || kind == 0) {
        left.contact = kind == 1 ? spot.muscle : "";
        left.closePlaneMm = kind == 1 ? lots.between(0.8, 2.5) : 0;
    } else {
        makeSolid(lots, left);
    }
    if (kind == 2)
        left.extension = extension(lots, lots.between(3, 7));
    if (kind == 4) {
        left.extension = extension(lots, lots.between(4, 8));
        left.extension->direction = {1, 0.3, 0};
        left.extension->into = spot.muscle;
        left.push = 0.5;
    }
    addReaction(lots, left);
    if (kind == 3)
        addPair(lots, recipe, left);
    else
        recipe.nodes.push_back(left);
    NodeRecipe right = plainNode(lots, spot.level, Side::Right, "node-2");
    addReaction(lots, right);
    recipe.nodes.push_back(right);
    addScanner(lots, recipe, spot.z);
    return recipe;
}

/// The neck of a seed with what the fields give as its truth; nothing when the lot cannot be drawn
/// (a node in bone, an extension that finds no fat).
inline std::optional<NeckCase> drawClickNeck(std::uint32_t seed) {
    NullJobControl job;
    NeckCase neck;
    neck.recipe = clickRecipe(seed);
    synthesis::TruthOptions options;
    options.checkExpectation = false;
    auto truth = synthesis::makeTruth(neck.recipe, job, options);
    auto image =
        truth ? synthesis::renderVolume(neck.recipe, job) : Result<VolumePtr>(fail(truth.error()));
    if (!image)
        return std::nullopt;
    neck.truth = std::move(*truth);
    neck.image = std::move(*image);
    return neck;
}

}  // namespace nodewise::together
