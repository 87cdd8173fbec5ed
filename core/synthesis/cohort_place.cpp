#include "synthesis/cohort.h"
#include "synthesis/node_room.h"
#include "synthesis/truth.h"
#include <algorithm>
#include <cmath>
#include <optional>

namespace nodewise::synthesis {

namespace {

constexpr int kTries = 240, kOffsets = 14, kFirmTries = 30;
constexpr double kMostObstructed = 0.06;
constexpr double kGapMm = 2.2;  ///< Of fat between two capsules that will join.

/// Not so near another that one would be read as a part of the other.
bool clearOf(const PlacedNode& node, const std::vector<PlacedNode>& others) {
    for (const PlacedNode& other : others) {
        double square = 0;
        for (std::size_t a = 0; a < 3; ++a) {
            const auto d = static_cast<double>(node.body.centre[a] - other.body.centre[a]);
            square += d * d;
        }
        if (std::sqrt(square) < static_cast<double>(node.reach() + other.reach()) - 4)
            return false;
    }
    return true;
}

class Placer {
public:
    Placer(const CohortPatient& patient, int attempt)
        : m_patient(patient)
        , m_recipe(patient.recipe)
        , m_draw(mix(patient.seed, static_cast<std::uint32_t>(attempt)), 211) {
        // Another neck after some tries: this one may have no room.
        m_recipe.seed = attempt < 6
                            ? patient.seed
                            : mix(patient.seed, 17, static_cast<std::uint32_t>(attempt / 6));
        shrink(attempt);
        Recipe bare = m_recipe;
        bare.nodes.clear();
        m_scene.emplace(bare, makePlan(bare));
    }

    /// The recipe with all nodes in place; nothing when this try found no room.
    std::optional<Recipe> run() {
        std::vector<NodeRecipe> placed;
        for (std::size_t i = 0; i < m_recipe.nodes.size(); ++i) {
            NodeRecipe node = m_recipe.nodes[i];
            const bool partner = i == 1 && m_patient.built == Grade::G2;
            if (!(partner ? join(placed.front(), node) : settle(node, i))) {
                if (i == 0 || partner)
                    return std::nullopt;
                continue;  // one innocent node fewer
            }
            placed.push_back(node);
        }
        m_recipe.nodes = std::move(placed);
        return m_recipe;
    }

private:
    /// Nobody's neck has room for every size at every level: after many tries the first node grows
    /// smaller, but stays in its class of the table (10 mm wide).
    void shrink(int attempt) {
        if (attempt < kFirmTries)
            return;
        auto& radii = m_recipe.nodes.front().radiiMm;
        const double least = 5.0 * static_cast<double>(m_patient.sizeClass) + 0.3;
        const double scale =
            std::max(std::min(1.0, least / radii[0]), std::pow(0.98, attempt - kFirmTries));
        for (double& radius : radii)
            radius *= scale;
    }

    std::optional<PlacedNode> at(const NodeRecipe& node, std::size_t index) const {
        auto placed = placeNode(*m_scene, node, index);
        return placed ? std::optional<PlacedNode>(std::move(*placed)) : std::nullopt;
    }

    /// The offset with the least in its way, and a direction to grow.
    bool settle(NodeRecipe& node, std::size_t index) {
        std::optional<PlacedNode> best;
        double least = kMostObstructed;
        for (int n = 0; n < kOffsets; ++n) {
            NodeRecipe moved = node;
            // Large nodes lie further out: the deep vessels leave them no other room.
            const double size = std::max(node.radiiMm[0], node.radiiMm[1]);
            const double wide = std::max(3.5, 0.45 * size);
            for (double& offset : moved.offsetMm)
                offset = std::clamp(wide * m_draw.normal(), -2.6 * wide, 2.6 * wide);
            moved.offsetMm[0] += std::max(0.0, 0.5 * (size - 9));
            moved.poseDeg = m_draw.uniform(-90, 90);
            const auto placed = at(moved, index);
            if (!placed || !clearOf(*placed, m_placed))
                continue;
            if (const double share = obstructedShare(*m_scene, *placed); share < least) {
                least = share;
                best = placed;
            }
        }
        if (!best || !aim(*best))
            return false;
        node = best->recipe;
        m_placed.push_back(*best);
        return true;
    }

    bool aim(PlacedNode& node) {
        if (!node.recipe.extension || m_patient.built == Grade::G2)
            return true;
        const auto ways =
            waysOut(*m_scene, node, node.recipe.extension->depthMm, node.target, m_draw.uniform());
        if (ways.empty())
            return false;
        const auto among = std::min<std::size_t>(ways.size(), 4);
        node.recipe.extension->direction =
            ways[static_cast<std::size_t>(m_draw.uniform() * static_cast<double>(among))];
        return true;
    }

    /// Puts the partner beside the first node, above or below, and turns both towards each other.
    bool join(NodeRecipe& first, NodeRecipe& partner) {
        const double up = m_draw.uniform() < 0.5 ? 1 : -1, lean = m_draw.uniform(0, 6.283185);
        const std::array<double, 3> to{0.75 * std::cos(lean), 0.75 * std::sin(lean), 0.66 * up};
        const auto across = [&](const NodeRecipe& n) {
            double inverse = 0;
            for (std::size_t a = 0; a < 3; ++a)
                inverse += to[a] * to[a] / (n.radiiMm[a] * n.radiiMm[a]);
            return 1 / std::sqrt(inverse);
        };
        const double apart = across(first) + across(partner) + kGapMm;
        const double side = first.side == Side::Right ? -1 : 1;
        partner.offsetMm = first.offsetMm;
        partner.offsetMm[0] += side * apart * to[0];
        partner.offsetMm[1] += apart * to[1];
        partner.offsetMm[2] += apart * to[2];
        for (const double offset : partner.offsetMm)
            if (std::fabs(offset) > 40)
                return false;
        partner.extension = first.extension;
        first.extension->direction = to;
        partner.extension->direction = {-to[0], -to[1], -to[2]};
        first.extension->with = {partner.id};
        partner.extension->with = {first.id};
        const auto placed = at(partner, 1);
        if (!placed || obstructedShare(*m_scene, *placed) > kMostObstructed)
            return false;
        m_placed.front().recipe = first;
        m_placed.push_back(*placed);
        return true;
    }

    const CohortPatient& m_patient;
    Recipe m_recipe;
    Draw m_draw;
    std::optional<Scene> m_scene;
    std::vector<PlacedNode> m_placed;
};

}  // namespace

Result<Recipe> placePatient(const CohortPatient& patient, JobControl& job, unsigned threads) {
    std::string why = "no room";
    TruthOptions options;
    options.labels = LabelExtent::None;
    options.checkExpectation = false;
    options.threads = threads;
    for (int attempt = 0; attempt < kTries; ++attempt) {
        if (job.cancelled())
            return fail(ErrorCode::Cancelled, "cancelled while a patient was placed");
        auto recipe = Placer(patient, attempt).run();
        if (!recipe)
            continue;
        const auto truth = makeTruth(*recipe, job, options);
        if (!truth) {
            if (truth.error().code == ErrorCode::Cancelled)
                return fail(truth.error());
            why = truth.error().detail;
            continue;
        }
        // Joined by construction means joined in the fields.
        if (patient.built == Grade::G2 && truth->fields.front().joinedWith.empty())
            continue;
        if (patient.built == Grade::G3 && truth->fields.front().targetMm3 <= 0)
            continue;
        for (std::size_t i = 0; i < recipe->nodes.size(); ++i)
            recipe->nodes[i].expect = truth->truth.nodes[i].grade;
        return *std::move(recipe);
    }
    return fail(ErrorCode::TruthInconsistent, "no place for a patient of the cohort after " +
                                                  std::to_string(kTries) +
                                                  " tries; the last one: " + why);
}

}  // namespace nodewise::synthesis
