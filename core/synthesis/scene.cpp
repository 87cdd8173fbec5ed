#include "synthesis/scene.h"
#include "base/parallel.h"
#include "synthesis/slice_evaluator.h"
#include "synthesis/tumour_growth.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <mutex>
#include <optional>

namespace nodewise::synthesis {

namespace {

/// Where a node of a level lies when no offset is given: straight neck, left side (anatomy note
/// 5.2, drawn in as the tables are).
struct LevelSite {
    Level level;
    float x, y, z;
};
constexpr std::array kSites{
    LevelSite{Level::Ia, 3, -84, 18},    LevelSite{Level::Ib, 31, -64, 18},
    LevelSite{Level::IIa, 42, -30, 16},  LevelSite{Level::IIb, 47, -5, 20},
    LevelSite{Level::III, 44, -20, -22}, LevelSite{Level::IVa, 43, -38, -64},
    LevelSite{Level::Va, 56, 14, -16},   LevelSite{Level::Vb, 62, -14, -64},
    LevelSite{Level::VIa, 0, -68, -50},  LevelSite{Level::VIb, 14, -36, -66},
    LevelSite{Level::VIIa, 22, -31, 46}, LevelSite{Level::VIII, 61, -26, 44},
    LevelSite{Level::IVb, 38, -36, -84}, LevelSite{Level::Vc, 62, -18, -84},
    LevelSite{Level::VIIb, 41, -14, 56}};

Result<LevelSite> siteOf(const NodeRecipe& node) {
    for (const LevelSite& site : kSites)
        if (site.level == node.level)
            return site;
    return fail(ErrorCode::InvalidArgument,
                "node " + node.id + ": no site is known for level " + std::string(word(node.level)),
                {}, node.id);
}

PartSide partFor(const std::string& code, Side side) {
    const auto part = partOfCode(code);
    if (!part)
        return 0;
    return partSide(*part, !isPaired(*part) || side == Side::Left);
}

/// What the node's middle lies in, when it is nothing that gives way.
std::optional<std::string> obstacle(const Scene& scene, const PlacedNode& node, FieldSlice& slice) {
    const auto& c = node.body.centre;
    evaluateSlice(scene, {c[2], c[0], c[1], 0.5F, 1, 1}, false, slice);
    if (slice.of(Field::Skin)[0] > -3)
        return "outside the body";
    for (const Field f : {Field::Lumen, Field::Bone, Field::Cartilage, Field::Artery, Field::Canal})
        if (slice.of(f)[0] < -0.5F)
            return "inside " + partName(slice.idOf(f)[0]);
    return std::nullopt;
}

Result<void> checkRoom(const Scene& scene) {
    FieldSlice slice;
    for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
        const PlacedNode& node = scene.nodes[i];
        if (const auto what = obstacle(scene, node, slice))
            return fail(ErrorCode::InvalidArgument,
                        "node " + node.recipe.id + " lies " + *what + "; change its offset", {},
                        node.recipe.id);
        for (std::size_t k = 0; k < i; ++k) {
            const PlacedNode& other = scene.nodes[k];
            if (node.joins(k))
                continue;
            if (capsuleAt(other, scene.tile, node.body.centre[0], node.body.centre[1],
                          node.body.centre[2]) < std::min(node.body.radii[0], node.body.radii[1]))
                return fail(ErrorCode::InvalidArgument,
                            "nodes " + other.recipe.id + " and " + node.recipe.id + " overlap", {},
                            node.recipe.id);
        }
    }
    return {};
}

void pairUp(Scene& scene) {
    const auto join = [](PlacedNode& node, std::size_t other) {
        if (!node.joins(other))
            node.partners.push_back(static_cast<int>(other));
    };
    for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
        if (!scene.nodes[i].recipe.extension)
            continue;
        for (const std::string& id : scene.nodes[i].recipe.extension->with)
            for (std::size_t k = 0; k < scene.nodes.size(); ++k)
                if (k != i && scene.nodes[k].recipe.id == id) {
                    join(scene.nodes[i], k);
                    join(scene.nodes[k], i);
                }
    }
}

Result<void> growAll(Scene& scene, JobControl& job, unsigned threads) {
    std::vector<std::shared_ptr<const Growth>> grown(scene.nodes.size());
    std::optional<Error> first;
    std::size_t firstIndex = scene.nodes.size();
    std::mutex guard;
    parallelFor(scene.nodes.size(), threads, [&](std::size_t i) {
        const NodeRecipe& recipe = scene.nodes[i].recipe;
        if (!recipe.extension && recipe.reaction.empty())
            return;
        auto growth = growNode(scene, i, job);
        if (growth) {
            grown[i] = std::make_shared<const Growth>(std::move(*growth));
            return;
        }
        const std::lock_guard lock(guard);
        if (i < firstIndex) {
            firstIndex = i;
            first = growth.error();
        }
    });
    if (first)
        return fail(*first);
    for (std::size_t i = 0; i < grown.size(); ++i)
        scene.nodes[i].growth = grown[i];
    return {};
}

}  // namespace

Result<PlacedNode> placeNode(const Scene& scene, const NodeRecipe& recipe, std::size_t index) {
    const auto site = siteOf(recipe);
    if (!site)
        return fail(site.error());
    const float side = recipe.side == Side::Right ? -1.0F : 1.0F;
    const float middle = recipe.side == Side::Midline ? 0.0F : side;
    const float height = scene.warp.patientHeight(site->z);
    const auto at = scene.warp.patient(middle * site->x, site->y, height);
    PlacedNode node;
    node.recipe = recipe;
    node.stream = 1000 + 64 * static_cast<std::uint32_t>(index);
    node.body.centre = {at[0] + side * static_cast<float>(recipe.offsetMm[0]),
                        at[1] + static_cast<float>(recipe.offsetMm[1]),
                        height + static_cast<float>(recipe.offsetMm[2])};
    for (std::size_t a = 0; a < 3 && recipe.positionMm; ++a)
        node.body.centre[a] = static_cast<float>((*recipe.positionMm)[a]);
    for (std::size_t a = 0; a < 3; ++a)
        node.body.radii[a] = static_cast<float>(recipe.radiiMm[a]);
    const float angle = side * static_cast<float>(recipe.poseDeg) * 0.01745329F;
    node.body.cosine = steadyCos(angle);
    node.body.sine = steadySin(angle);
    node.body.strength = static_cast<float>(recipe.push);
    node.contact = partFor(recipe.contact, recipe.side);
    if (recipe.extension)
        node.target = partFor(recipe.extension->into, recipe.side);
    prepareInside(node, scene.tile, scene.plan.seed);
    return node;
}

Result<std::shared_ptr<const Scene>> makeScene(const Recipe& recipe, JobControl& job,
                                               unsigned threads) {
    job.report(0, "plan");
    if (job.cancelled())
        return fail(ErrorCode::Cancelled, "cancelled before the plan");
    auto scene = std::make_shared<Scene>(recipe, makePlan(recipe));
    for (std::size_t i = 0; i < recipe.nodes.size(); ++i) {
        auto node = placeNode(*scene, recipe.nodes[i], i);
        if (!node)
            return fail(node.error());
        scene->nodes.push_back(std::move(*node));
    }
    pairUp(*scene);
    if (const auto room = checkRoom(*scene); !room)
        return fail(room.error());
    if (const auto grown = growAll(*scene, job, threads); !grown)
        return fail(grown.error());
    return scene;
}

}  // namespace nodewise::synthesis
