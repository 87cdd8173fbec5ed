/// cohort.h: necks drawn by seed, measured and graded, for the tests of the whole core.
#pragma once
#include "evidence/assess.h"
#include "measure/measurements.h"
#include "synthesis/render.h"
#include "synthesis/truth.h"
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

namespace nodewise::tests {

/// The same draws on every standard library.
class CohortDice {
public:
    explicit CohortDice(std::uint64_t seed)
        : m_state(seed * 0x9E3779B97F4A7C15ULL + 0x632BE59BD9B4E019ULL) {}
    double between(double low, double high) { return low + (high - low) * unit(); }
    int below(int count) { return static_cast<int>(unit() * count); }
    bool chance(double share) { return unit() < share; }

private:
    double unit() {
        m_state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return static_cast<double>((z ^ (z >> 31U)) >> 11U) * 0x1.0p-53;
    }
    std::uint64_t m_state;
};

/// Draws one neck. What lies about a node and inside it (strands, haze, necrosis, contact, size,
/// slices, noise) is drawn apart from the grade that is aimed at; the grade itself is what the
/// fields give.
class NeckDraw {
public:
    explicit NeckDraw(std::uint32_t seed)
        : m_dice(seed) {
        m_recipe.seed = seed;
    }

    synthesis::Recipe run() {
        drawScanner();
        m_recipe.patient.fatScale = m_dice.between(0.35, 0.8);
        m_recipe.patient.yawDeg = m_dice.between(-3, 3);
        const double aim = m_dice.between(0, 1);  // 0.4 none, then 0.2 each
        synthesis::NodeRecipe node = drawNode("node-1");
        if (aim < 0.1)
            addNeighbour(node);
        else if (aim < 0.4)
            drawContact(node);
        else if (aim < 0.6)
            growIntoFat(node);
        else if (aim < 0.8)
            addPartner(node);
        else
            growIntoMuscle(node);
        m_recipe.nodes.insert(m_recipe.nodes.begin(), node);
        m_recipe.scanner.topMm = topOf(node);
        return std::move(m_recipe);
    }

private:
    void drawScanner() {
        auto& scanner = m_recipe.scanner;
        scanner.columns = 460;
        scanner.pixelMm = 0.5;
        constexpr std::array kSlices{0.75, 1.25, 2.0, 3.0};
        scanner.sliceMm = kSlices[static_cast<std::size_t>(m_dice.below(4))];
        scanner.slices = static_cast<int>(60 / scanner.sliceMm);
        scanner.noiseHu = m_dice.between(6, 14);
        scanner.kernelSigmaMm = m_dice.between(0.4, 0.8);
        scanner.streakHu = m_dice.between(0, 4);
    }

    /// Height of the upper edge: 30 mm above the level's site.
    [[nodiscard]] static double topOf(const synthesis::NodeRecipe& node) {
        const double site = node.level == Level::IIa ? 16 : node.level == Level::IIb ? 20 : -25;
        return site + node.offsetMm[2] + 30;
    }

    synthesis::NodeRecipe drawNode(const char* id) {
        synthesis::NodeRecipe node;
        node.id = id;
        node.side = m_dice.chance(0.5) ? Side::Left : Side::Right;
        constexpr std::array kLevels{Level::IIa, Level::IIb, Level::III};
        node.level = kLevels[static_cast<std::size_t>(m_dice.below(3))];
        node.offsetMm = {m_dice.between(-1, 2), m_dice.between(-1, 2), m_dice.between(-8, 0)};
        const double size = m_dice.between(5.5, 10);
        node.radiiMm = {size, size * m_dice.between(0.75, 1), size * m_dice.between(1, 1.35)};
        node.poseDeg = m_dice.between(0, 45);
        constexpr std::array kKinds{synthesis::NodeKind::Solid, synthesis::NodeKind::Necrotic,
                                    synthesis::NodeKind::Cystic};
        node.kind = kKinds[static_cast<std::size_t>(m_dice.below(3))];
        using S = synthesis::NodeShape;
        constexpr std::array kShapes{S::Oval, S::Oval, S::Oval, S::Round, S::Lobulated, S::Kidney};
        node.shape = kShapes[static_cast<std::size_t>(m_dice.below(6))];
        if (m_dice.chance(0.5)) {
            node.reaction.fibres = m_dice.below(240);
            node.reaction.hazeHu = m_dice.between(0, 60);
            node.reaction.direction = {m_dice.between(-0.5, 0.5), 1, 0};
        }
        return node;
    }

    /// Two nodes side by side that do not grow together (P7).
    void addNeighbour(synthesis::NodeRecipe& node) { pair(node, m_dice.between(1, 3)); }

    void drawContact(synthesis::NodeRecipe& node) {
        if (!m_dice.chance(0.4))
            return;
        node.contact = "sternocleidomastoid";
        node.closePlaneMm = m_dice.between(1, 2.5);
    }

    synthesis::ExtensionRecipe extension(double least, double most) {
        synthesis::ExtensionRecipe e;
        e.depthMm = m_dice.between(least, most);
        e.halfAngleDeg = m_dice.between(45, 80);
        e.blurMm = m_dice.between(0.5, 1.8);
        e.margin = m_dice.chance(0.5) ? Margin::Indistinct : Margin::Irregular;
        return e;
    }

    void growIntoFat(synthesis::NodeRecipe& node) {
        node.level = Level::IIb;
        node.offsetMm = {0, 1, m_dice.between(-12, -6)};
        node.extension = extension(1, 8);
        node.extension->direction = {m_dice.between(-0.2, 0.6), 1, m_dice.between(-0.5, 0.5)};
        if (m_dice.chance(0.4)) {
            node.contact = "sternocleidomastoid";
            node.closePlaneMm = m_dice.between(1, 2.5);
        }
    }

    /// One above the other in the fat of level IIb; `gapMm` between their capsules.
    void pair(synthesis::NodeRecipe& node, double gapMm) {
        synthesis::NodeRecipe other = drawNode("node-2");
        other.side = node.side;
        node.level = other.level = Level::IIb;
        node.shape = other.shape = synthesis::NodeShape::Round;
        node.radiiMm = {6, 6, m_dice.between(6, 7)};
        other.radiiMm = {6, 6, m_dice.between(6, 7)};
        node.offsetMm = {0, 0, m_dice.between(-5, -2)};
        other.offsetMm = {0, 1, node.offsetMm[2] - node.radiiMm[2] - other.radiiMm[2] - gapMm};
        m_recipe.nodes.push_back(other);
    }

    void addPartner(synthesis::NodeRecipe& node) {
        pair(node, m_dice.between(-0.5, 2));
        synthesis::NodeRecipe& other = m_recipe.nodes.back();
        node.extension = extension(3, 5);
        node.extension->direction = {0, 0, -1};
        node.extension->with = {"node-2"};
        other.extension = extension(3, 5);
        other.extension->direction = {0, 0, 1};
        other.extension->with = {"node-1"};
    }

    void growIntoMuscle(synthesis::NodeRecipe& node) {
        const double outwards = node.side == Side::Left ? 1 : -1;
        node.level = Level::IIa;
        node.offsetMm = {3, 2, m_dice.between(-8, -4)};
        const double size = m_dice.between(8, 10.5);
        node.radiiMm = {size, 0.9 * size, 1.2 * size};
        node.push = 0.5;
        node.extension = extension(5, 10);
        node.extension->direction = {outwards, 0.5, 0};
        node.extension->into = "sternocleidomastoid";
    }

    CohortDice m_dice;
    synthesis::Recipe m_recipe;
};

/// One neck with what is so; nothing when the draw cannot be placed.
struct DrawnNeck {
    synthesis::Recipe recipe;
    VolumePtr image;
    synthesis::SyntheticTruth truth;
};

inline Result<DrawnNeck> drawNeck(const synthesis::Recipe& recipe) {
    NullJobControl job;
    synthesis::TruthOptions options;
    options.checkExpectation = false;
    auto truth = synthesis::makeTruth(recipe, job, options);
    if (!truth)
        return fail(truth.error());
    auto image = synthesis::renderVolume(recipe, job);
    if (!image)
        return fail(image.error());
    return DrawnNeck{recipe, std::move(*image), std::move(*truth)};
}

struct AssessedNode {
    measure::Measurements measured;
    evidence::NodeEvidence evidence;
};

/// Measures and grades the first node of a neck; the truth's labels are its only help.
inline Result<AssessedNode> assessFirstNode(const CtVolume& image, const LabelMap& labels,
                                            LabelValue node,
                                            const evidence::PatientContext& patient = {}) {
    NullJobControl job;
    const auto facts = measure::findSeriesFacts(image, job);
    if (!facts)
        return fail(facts.error());
    measure::MeasureOptions how;
    how.facts = &*facts;
    auto measured = measure::measureNode(image, labels, node, nullptr, how, job);
    if (!measured)
        return fail(measured.error());
    AssessedNode out{std::move(*measured), {}};
    out.evidence = evidence::assessNode(out.measured, patient);
    return out;
}

}  // namespace nodewise::tests
