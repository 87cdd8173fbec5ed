#include "synthesis/plan.h"
#include "synthesis/innocent_nodes.h"
#include "synthesis/noise_field.h"
#include "synthesis/triangle_model.h"
#include <algorithm>
#include <cmath>

namespace nodewise::synthesis {

namespace {

// One stream of the seed for each group, so that a new draw in one group moves no other.
enum Stream : std::uint32_t { kBody = 1, kJitter, kVessels, kNodes, kBuild, kTeeth, kForm, kSpine };

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

float pick(const std::optional<double>& given, double drawn) {
    return static_cast<float>(given.value_or(drawn));
}

/// Who the patient is; the rest of the body follows with its own spread.
void drawBuild(CasePlan& plan, const PatientRecipe& patient) {
    // Drawn whether given or not, so that giving one moves no other.
    Draw draw(plan.seed, kBuild);
    const auto normal = [&](double mean, double sd, double low, double high) {
        return std::clamp(mean + sd * draw.normal(), low, high);
    };
    const bool drawnFemale = draw.uniform() < 0.35;
    plan.female = patient.sex ? *patient.sex == "f" : drawnFemale;
    plan.ageYears = pick(patient.ageYears, normal(60, 12, 25, 88));
    plan.neckLength = pick(patient.neckLength, normal(plan.female ? 0.96 : 1.0, 0.05, 0.86, 1.13));
    plan.lordosisMm = 0.35F * pick(patient.lordosisDeg, normal(6, 7, -9, 22));
    plan.tiltDeg = pick(patient.tiltDeg, normal(0, 1.6, -4.5, 4.5));
    plan.bifurcationMm = pick(patient.bifurcationMm, normal(1, 5, -11, 13));
    const double inward = std::max(0.0, normal(-1.5, 2.6, -8, 7) * plan.ageYears / 60);
    plan.carotidMedialMm = pick(patient.carotidMedial, inward);
    plan.glandScale = pick(patient.glandScale, normal(1, 0.11, 0.76, 1.3));
    plan.glandFat = static_cast<float>(
        std::clamp(0.006 * (plan.ageYears - 25) + 0.16 * draw.normal(), 0.0, 0.9));
    plan.asymmetry = pick(patient.asymmetry, normal(1, 0.3, 0.4, 1.8));
    plan.larynxScale = static_cast<float>(normal(plan.female ? 0.86 : 1.0, 0.035, 0.78, 1.08));
    plan.jawScale = static_cast<float>(normal(plan.female ? 0.95 : 1.0, 0.03, 0.88, 1.07));
    plan.shoulderScale = static_cast<float>(normal(plan.female ? 0.92 : 1.0, 0.06, 0.8, 1.15));
    plan.fatFront = static_cast<float>(std::exp(normal(0, 0.28, -0.6, 0.6)));
    plan.fatBack = static_cast<float>(std::exp(normal(0, 0.3, -0.6, 0.6)));
    plan.muscleFat =
        static_cast<float>(std::clamp((plan.ageYears - 30) / 70 + 0.2 * draw.normal(), 0.0, 1.0));
    plan.sternomastoid = static_cast<float>(normal(1, 0.1, 0.78, 1.25));
}

/// Forms of jaw, shoulders and throat that no other measure brings with it.
void drawForm(CasePlan& plan) {
    Draw draw(plan.seed, kForm);
    const auto normal = [&](double sd, double most) {
        return static_cast<float>(std::clamp(sd * draw.normal(), -most, most));
    };
    plan.larynxLevelMm = normal(2.2, 4.5);
    plan.chinMm = normal(3.0, 6.0);
    plan.jawAngleMm = normal(1.8, 3.5) - (plan.female ? 0.8F : 0.0F);
    plan.jawDepthMm = normal(1.5, 3.0);
    plan.shoulderDropMm = normal(4.0, 8.0);
}

/// Wear of the spine comes with age, first between C4 and C7; each vertebra has a form of its own.
void drawSpine(CasePlan& plan) {
    constexpr std::array kProne{0.25F, 0.5F, 0.8F, 1.0F, 1.0F, 0.45F, 0.35F, 0.35F, 0.35F};
    Draw draw(plan.seed, kSpine);
    const float age = std::clamp((plan.ageYears - 38) / 38, 0.0F, 1.1F);
    for (std::size_t n = 0; n < kDiscCount; ++n) {
        DiscWear& disc = plan.discWear[n];
        const float prone = age * kProne[n];
        disc.narrow = std::clamp(prone * static_cast<float>(draw.uniform(0.15, 1.15)), 0.0F, 1.0F);
        const auto bony = static_cast<float>(draw.uniform(0.2, 1.5));
        disc.spur = std::clamp(disc.narrow * bony + 0.2F * prone, 0.0F, 1.3F);
        for (float& facet : disc.facet) {
            const auto lot = static_cast<float>(draw.uniform());
            facet = std::clamp(1.3F * age * lot * lot, 0.0F, 1.0F);
        }
    }
    for (VertebraForm& form : plan.vertebraForm) {
        form.spinousMm = static_cast<float>(std::clamp(1.2 * draw.normal(), -2.5, 2.5));
        form.spinousX = static_cast<float>(std::clamp(1.0 * draw.normal(), -2.2, 2.2));
        for (float& size : form.pillar)
            size = 1 + static_cast<float>(std::clamp(0.05 * draw.normal(), -0.1, 0.1));
    }
}

void drawBody(CasePlan& plan, const PatientRecipe& patient) {
    Draw draw(plan.seed, kBody);
    plan.bodyScale =
        pick(patient.bodyScale,
             std::clamp((plan.female ? 0.91 : 1.0) + 0.04 * draw.normal(), 0.82, 1.12));
    plan.fatScale =
        pick(patient.fatScale, 0.45 * std::exp(std::clamp(0.45 * draw.normal(), -1.0, 0.95)));
    plan.muscleScale =
        pick(patient.muscleScale,
             std::clamp((plan.female ? 0.9 : 1.02) + 0.09 * draw.normal(), 0.72, 1.25));
    plan.yawDeg = pick(patient.yawDeg, std::clamp(3.0 * draw.normal(), -8.0, 8.0));
    plan.calcification =
        pick(patient.calcification,
             std::clamp((plan.ageYears - 25) / 65 + draw.uniform(-0.2, 0.2), 0.02, 0.95));
    const bool drawnLeft = draw.uniform() < 0.33;
    const bool left = patient.dominantJugular ? *patient.dominantJugular == Side::Left : drawnLeft;
    const auto strong = static_cast<float>(draw.uniform(0.98, 1.28));
    const auto weak = static_cast<float>(draw.uniform(0.72, 1.0));
    plan.jugularScale = left ? std::array{weak, strong} : std::array{strong, weak};
    plan.visceraShiftX =
        plan.asymmetry * static_cast<float>(std::clamp(1.4 * draw.normal(), -3.5, 3.5));
}

void drawTeeth(CasePlan& plan, bool metalWanted) {
    Draw draw(plan.seed, kTeeth);
    const double lost = std::clamp(0.01 * (plan.ageYears - 45) + 0.15 * draw.normal(), 0.0, 1.0);
    const bool none = draw.uniform() < 0.1 * (plan.ageYears > 60 ? 2 : 0.2);
    const double metal = draw.uniform() < 0.3 ? 0.0 : 0.35 * draw.uniform();
    for (unsigned tooth = 0; tooth < 28; ++tooth) {
        const double back = static_cast<double>(tooth % 7) / 6;
        if (none || draw.uniform() < lost * (0.3 + 0.9 * back))
            plan.missingTeeth |= 1U << tooth;
        if (draw.uniform() < metal * (0.2 + 1.2 * back))
            plan.crownedTeeth |= 1U << tooth;
    }
    if (!metalWanted)
        return;
    // Who asks for metal gets it in the lower jaw as well, where level II lies behind it: crowns on
    // screws, on one side or on both.
    const std::uint32_t lot = mix(plan.seed, 909);
    const bool left = (lot & 1U) != 0;
    const int tooth = (lot & 2U) != 0 ? 5 : 4;
    plan.implants = toothBit(false, left, tooth);
    if ((lot & 4U) != 0)
        plan.implants |= toothBit(false, left, 6);
    if ((lot & 8U) != 0)
        plan.implants |= toothBit(false, !left, 5);
    plan.crownedTeeth |= plan.implants;
    plan.missingTeeth &= ~plan.crownedTeeth;
}

void drawJitter(CasePlan& plan) {
    Draw draw(plan.seed, kJitter);
    for (auto& sides : plan.jitter)
        for (auto& one : sides) {
            const float far = plan.asymmetry;
            one.dx = far * static_cast<float>(std::clamp(0.7 * draw.normal(), -1.6, 1.6));
            one.dy = far * static_cast<float>(std::clamp(0.7 * draw.normal(), -1.6, 1.6));
            one.size = 1 + far * static_cast<float>(std::clamp(0.07 * draw.normal(), -0.15, 0.15));
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

/// What the surgeon took; drawn all the same, so that the rest of the neck stays as it was.
void operate(CasePlan& plan, const HistoryRecipe& history) {
    if (!history.dissection)
        return;
    const bool left = *history.dissection == Side::Left;
    plan.dissected[left ? 1 : 0] = true;
    plan.jugularScale[left ? 1 : 0] *= 0.6F;
    std::erase_if(plan.smallNodes,
                  [&](const SmallNode& node) { return (node.centre[0] > 0) == left; });
}

}  // namespace

CasePlan makePlan(const Recipe& recipe) {
    CasePlan plan;
    plan.seed = recipe.seed;
    drawBuild(plan, recipe.patient);
    drawBody(plan, recipe.patient);
    drawTeeth(plan, recipe.scanner.dentalHu > 0);
    drawJitter(plan);
    drawSmall(plan, recipe.distractors);
    operate(plan, recipe.history);
    drawForm(plan);
    plan.soft = drawSoftForm(plan.seed, plan.female, plan.ageYears, plan.asymmetry);
    if (recipe.distractors.smallVessels > 0)
        plan.namedVessels = drawNamedVessels(plan.seed);
    // As many as the small things asked for, none where the fat is to be empty.
    plan.innocentNodes =
        placeInnocentNodes(plan, std::min(1.0, recipe.distractors.smallNodes / 22.0));
    if (recipe.history.dissection)
        std::erase_if(plan.innocentNodes, [&](const InnocentNode& node) {
            return plan.dissected[node.centre[0] > 0 ? 1 : 0];
        });
    drawSpine(plan);
    return plan;
}

}  // namespace nodewise::synthesis
