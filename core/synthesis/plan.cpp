#include "synthesis/plan.h"
#include "synthesis/noise_field.h"
#include <algorithm>
#include <cmath>

namespace nodewise::synthesis {

namespace {

// One stream of the seed for each group, so that a new draw in one group moves no other.
enum Stream : std::uint32_t { kBody = 1, kJitter, kVessels, kNodes };

/// Where small vessels and nodes run: lines through the fat of the left side of the straight neck.
struct FatLine {
    Knot from, to;
    float spread;
};
constexpr std::array kNodeLines{
    FatLine{{42, -10, 34, 0}, {44, -4, -4, 0}, 4.0F},     // behind the vein, upper
    FatLine{{44, -12, -8, 0}, {47, -24, -40, 0}, 4.0F},   // deep to SCM, middle
    FatLine{{50, 4, 20, 0}, {58, 14, -30, 0}, 5.0F},      // posterior triangle
    FatLine{{30, -62, 30, 0}, {33, -60, 10, 0}, 5.0F},    // beside the submandibular gland
    FatLine{{44, -38, -55, 0}, {46, -40, -70, 0}, 5.0F},  // lower jugular
    FatLine{{58, -4, -45, 0}, {64, -10, -70, 0}, 7.0F}};  // supraclavicular
constexpr std::array kVesselLines{
    FatLine{{30, -70, 30, 0}, {40, -48, 5, 0}, 8.0F},     // facial
    FatLine{{48, -20, 10, 0}, {62, 16, -20, 0}, 9.0F},    // posterior triangle
    FatLine{{30, -46, -10, 0}, {40, -40, -45, 0}, 8.0F},  // carotid triangle
    FatLine{{46, 2, 30, 0}, {52, 20, -10, 0}, 8.0F},      // occipital
    FatLine{{20, 50, 30, 0}, {34, 52, -40, 0}, 9.0F},     // nape
    FatLine{{56, -10, -30, 0}, {70, 6, -65, 0}, 12.0F},   // transverse cervical
    FatLine{{16, -66, -20, 0}, {30, -54, -60, 0}, 7.0F},  // superficial, front
    FatLine{{62, -6, 30, 0}, {66, 6, -30, 0}, 5.0F}};     // superficial, side

Knot between(const FatLine& line, float t, Draw& draw) {
    const auto wander = [&] { return line.spread * static_cast<float>(draw.normal()) * 0.6F; };
    return {line.from.x + t * (line.to.x - line.from.x) + wander(),
            line.from.y + t * (line.to.y - line.from.y) + wander(),
            line.from.z + t * (line.to.z - line.from.z) + wander(), 0};
}

void drawBody(CasePlan& plan, const PatientRecipe& patient) {
    Draw draw(plan.seed, kBody);
    // Drawn whether given or not, so that giving one moves no other.
    const auto pick = [](const std::optional<double>& given, double drawn) {
        return static_cast<float>(given.value_or(drawn));
    };
    plan.bodyScale = pick(patient.bodyScale, std::clamp(1.0 + 0.04 * draw.normal(), 0.9, 1.1));
    plan.fatScale =
        pick(patient.fatScale, 0.45 * std::exp(std::clamp(0.3 * draw.normal(), -0.7, 0.7)));
    plan.muscleScale = pick(patient.muscleScale, std::clamp(1.0 + 0.08 * draw.normal(), 0.8, 1.2));
    plan.yawDeg = pick(patient.yawDeg, std::clamp(2.5 * draw.normal(), -6.0, 6.0));
    plan.calcification = pick(patient.calcification, draw.uniform(0.1, 0.8));
    const bool drawnLeft = draw.uniform() < 0.33;
    const bool left = patient.dominantJugular ? *patient.dominantJugular == Side::Left : drawnLeft;
    const auto strong = static_cast<float>(draw.uniform(1.0, 1.2));
    const auto weak = static_cast<float>(draw.uniform(0.85, 1.0));
    plan.jugularScale = left ? std::array{weak, strong} : std::array{strong, weak};
    plan.visceraShiftX = static_cast<float>(std::clamp(1.2 * draw.normal(), -3.0, 3.0));
}

void drawJitter(CasePlan& plan) {
    Draw draw(plan.seed, kJitter);
    for (auto& sides : plan.jitter)
        for (auto& one : sides) {
            one.dx = static_cast<float>(std::clamp(0.7 * draw.normal(), -1.6, 1.6));
            one.dy = static_cast<float>(std::clamp(0.7 * draw.normal(), -1.6, 1.6));
            one.size = static_cast<float>(std::clamp(1.0 + 0.06 * draw.normal(), 0.85, 1.15));
        }
}

SmallVessel drawVessel(Draw& draw, const FatLine& line, float side) {
    SmallVessel vessel;
    vessel.artery = draw.uniform() < 0.4;
    const auto t = static_cast<float>(draw.uniform());
    Knot at = between(line, t, draw);
    at.r = static_cast<float>(draw.uniform(0.5, 1.3));
    float dx = 0.5F * static_cast<float>(draw.normal()),
          dy = 0.5F * static_cast<float>(draw.normal());
    const int steps = 3 + static_cast<int>(draw.uniform(0, 5));
    for (int i = 0; i <= steps; ++i) {
        Knot knot = at;
        knot.x *= side;
        vessel.knots.push_back(knot);
        dx += 0.35F * static_cast<float>(draw.normal());
        dy += 0.35F * static_cast<float>(draw.normal());
        at.x += 4 * dx;
        at.y += 4 * dy;
        at.z -= static_cast<float>(draw.uniform(2.5, 6));
        at.r *= 0.93F;
    }
    return vessel;
}

void drawSmall(CasePlan& plan, const DistractorRecipe& wanted) {
    Draw vessels(plan.seed, kVessels);
    for (int i = 0; i < wanted.smallVessels; ++i)
        plan.smallVessels.push_back(
            drawVessel(vessels, kVesselLines[static_cast<std::size_t>(i / 2) % kVesselLines.size()],
                       i % 2 == 0 ? 1.0F : -1.0F));
    Draw nodes(plan.seed, kNodes);
    for (int i = 0; i < wanted.smallNodes; ++i) {
        const auto& line = kNodeLines[static_cast<std::size_t>(i / 2) % kNodeLines.size()];
        const Knot at = between(line, static_cast<float>(nodes.uniform()), nodes);
        SmallNode node;
        const auto r = static_cast<float>(nodes.uniform(1.4, 2.7));
        node.centre = {i % 2 == 0 ? at.x : -at.x, at.y, at.z};
        node.radii = {r * static_cast<float>(nodes.uniform(1.0, 1.5)), r,
                      r * static_cast<float>(nodes.uniform(1.2, 2.2))};
        node.turnDeg = static_cast<float>(nodes.uniform(0, 180));
        plan.smallNodes.push_back(node);
    }
}

}  // namespace

CasePlan makePlan(const Recipe& recipe) {
    CasePlan plan;
    plan.seed = recipe.seed;
    drawBody(plan, recipe.patient);
    drawJitter(plan);
    drawSmall(plan, recipe.distractors);
    return plan;
}

}  // namespace nodewise::synthesis
