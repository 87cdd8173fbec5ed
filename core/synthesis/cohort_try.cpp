#include "synthesis/cohort_try.h"
#include "synthesis/neck_levels.h"
#include "synthesis/node_room.h"
#include <algorithm>
#include <cmath>
#include <optional>

namespace nodewise::synthesis {

namespace {

constexpr int kFirmTries = 30;
constexpr double kGapMm = 2.2;  ///< Of fat between two capsules that will join.

/// How far a try goes to find room.
struct Search {
    int offsets = 14, joins = 1;   ///< Places of a node, directions of a partner.
    double mostObstructed = 0.06;  ///< Share of the node.
    double overlapMm = 4;          ///< Of the boxes of two nodes with their reactions.
    bool wholeLevel = false;       ///< Anywhere the level reaches, not about its site alone.
};
constexpr Search kUsual{}, kWide{40, 24, 0.1, 7, true};

/// Not so near another that one would be read as a part of the other.
bool clearOf(const PlacedNode& node, const std::vector<PlacedNode>& others, double overlapMm) {
    for (const PlacedNode& other : others) {
        double square = 0;
        for (std::size_t a = 0; a < 3; ++a) {
            const auto d = static_cast<double>(node.body.centre[a] - other.body.centre[a]);
            square += d * d;
        }
        if (std::sqrt(square) < static_cast<double>(node.reach() + other.reach()) - overlapMm)
            return false;
    }
    return true;
}

/// Other structures of the level that a node may enter when the usual one lies too far away.
std::string otherTarget(Draw& draw, Level level, const std::string& usual) {
    const double dice = draw.uniform();
    switch (level) {
    case Level::Ia:
        return dice < 0.5 ? "digastric_anterior" : usual;
    case Level::Ib:
        return dice < 0.5 ? "submandibular_gland" : usual;
    case Level::Va:
    case Level::Vb:
        return dice < 0.5 ? "levator_scapulae" : usual;
    default:
        return dice < 0.5 ? "internal_jugular_vein" : usual;
    }
}

class Placer {
public:
    Placer(const CohortPatient& patient, int attempt)
        : m_patient(patient)
        , m_search(attempt < kUsualTries ? kUsual : kWide)
        , m_recipe(patient.recipe)
        , m_draw(mix(patient.seed, static_cast<std::uint32_t>(attempt)), 211) {
        // Another neck after some tries: this one may have no room.
        m_recipe.seed = attempt < 6
                            ? patient.seed
                            : mix(patient.seed, 17, static_cast<std::uint32_t>(attempt / 6));
        if (m_search.wholeLevel)
            reshape();
        else
            shrink(attempt);
        Recipe bare = m_recipe;
        bare.nodes.clear();
        m_scene.emplace(bare, makePlan(bare));
    }

    /// The recipe with all nodes in place, or why this try found no room.
    tl::expected<Recipe, Refusal> run() {
        std::vector<NodeRecipe> placed;
        for (std::size_t i = 0; i < m_recipe.nodes.size(); ++i) {
            NodeRecipe node = m_recipe.nodes[i];
            const bool partner = i == 1 && m_patient.built == Grade::G2;
            if (!(partner ? joinAnyhow(placed.front(), node) : settle(node, i))) {
                if (i == 0)
                    return tl::unexpected(m_blocked);
                if (partner)
                    return tl::unexpected(Refusal::PartnerNoRoom);
                continue;  // one innocent node fewer
            }
            placed.push_back(node);
        }
        m_recipe.nodes = std::move(placed);
        return m_recipe;
    }

private:
    [[nodiscard]] double leastLongMm() const {
        return 5.0 * static_cast<double>(m_patient.sizeClass) + 0.3;
    }

    /// Nobody's neck has room for every size at every level: after many tries the first node grows
    /// smaller, but stays in its class of the table (10 mm wide).
    void shrink(int attempt) {
        if (attempt < kFirmTries)
            return;
        auto& radii = m_recipe.nodes.front().radiiMm;
        const double scale =
            std::max(std::min(1.0, leastLongMm() / radii[0]), std::pow(0.98, attempt - kFirmTries));
        for (double& radius : radii)
            radius *= scale;
    }

    /// Other shapes: the long axis anywhere between the least of its class and what was drawn,
    /// the others as flat as nodes are; the partner smaller.
    void reshape() {
        for (std::size_t i = 0; i < m_recipe.nodes.size(); ++i) {
            NodeRecipe& node = m_recipe.nodes[i];
            if (i > 0 && !node.isMetastatic())
                continue;
            const double drawn = node.radiiMm[0], least = i == 0 ? leastLongMm() : 3.5;
            const double half = m_draw.uniform(std::min(drawn, least), drawn);
            node.radiiMm = {half, half * m_draw.uniform(0.6, 0.9),
                            std::min(half * m_draw.uniform(0.85, 1.4), 28.0)};
        }
        NodeRecipe& first = m_recipe.nodes.front();
        if (m_patient.built == Grade::G3)
            first.extension->into = otherTarget(m_draw, m_patient.level, first.extension->into);
    }

    std::optional<PlacedNode> at(const NodeRecipe& node, std::size_t index) const {
        auto placed = placeNode(*m_scene, node, index);
        return placed ? std::optional<PlacedNode>(std::move(*placed)) : std::nullopt;
    }

    /// A place about the level's site.
    void moveNear(NodeRecipe& node) {
        // Large nodes lie further out: the deep vessels leave them no other room.
        const double size = std::max(node.radiiMm[0], node.radiiMm[1]);
        const double wide = std::max(3.5, 0.45 * size);
        for (double& offset : node.offsetMm)
            offset = std::clamp(wide * m_draw.normal(), -2.6 * wide, 2.6 * wide);
        node.offsetMm[0] += std::max(0.0, 0.5 * (size - 9));
    }

    /// A place anywhere in the level: other heights, other sides of the vessel.
    bool moveWithinLevel(NodeRecipe& node, std::size_t index) {
        constexpr int kDraws = 30;
        for (int n = 0; n < kDraws; ++n) {
            node.offsetMm = {m_draw.uniform(-16, 26), m_draw.uniform(-24, 24),
                             m_draw.uniform(-18, 18)};
            const auto placed = at(node, index);
            if (!placed)
                return false;
            const auto& c = placed->body.centre;
            if (levelAt(*m_scene, {c[0], c[1], c[2]}) == node.level)
                return true;
        }
        return false;
    }

    /// The place with the least in its way from which there is a direction to grow.
    bool settle(NodeRecipe& node, std::size_t index) {
        std::vector<std::pair<double, PlacedNode>> places;
        for (int n = 0; n < m_search.offsets; ++n) {
            NodeRecipe moved = node;
            if (!m_search.wholeLevel)
                moveNear(moved);
            else if (!moveWithinLevel(moved, index))
                break;
            moved.poseDeg = m_draw.uniform(-90, 90);
            auto placed = at(moved, index);
            if (!placed || !clearOf(*placed, m_placed, m_search.overlapMm))
                continue;
            if (const double share = obstructedShare(*m_scene, *placed);
                share < m_search.mostObstructed)
                places.emplace_back(share, *std::move(placed));
        }
        std::ranges::stable_sort(places, {}, &std::pair<double, PlacedNode>::first);
        if (!m_search.wholeLevel && places.size() > 1)
            places.resize(1, places.front());
        m_blocked = places.empty() ? Refusal::NoRoom : Refusal::NoWayOut;
        for (auto& [share, place] : places)
            if (aim(place)) {
                node = place.recipe;
                m_placed.push_back(std::move(place));
                return true;
            }
        return false;
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

    bool joinAnyhow(NodeRecipe& first, NodeRecipe& partner) {
        for (int n = 0; n < m_search.joins; ++n) {
            NodeRecipe one = first, other = partner;
            if (!join(one, other))
                continue;
            first = std::move(one);
            partner = std::move(other);
            return true;
        }
        return false;
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
        if (!placed || obstructedShare(*m_scene, *placed) > m_search.mostObstructed)
            return false;
        m_placed.front().recipe = first;
        m_placed.push_back(*placed);
        return true;
    }

    const CohortPatient& m_patient;
    Search m_search;
    Recipe m_recipe;
    Draw m_draw;
    std::optional<Scene> m_scene;
    std::vector<PlacedNode> m_placed;
    Refusal m_blocked = Refusal::NoRoom;
};

}  // namespace

tl::expected<Recipe, Refusal> tryPlaces(const CohortPatient& patient, int attempt) {
    return Placer(patient, attempt).run();
}

}  // namespace nodewise::synthesis
