#include "synthesis/cohort.h"
#include "synthesis/noise_field.h"
#include <algorithm>
#include <cmath>

namespace nodewise::synthesis {

namespace {

// One stream for each group of draws, so that none moves another.
enum Stream : std::uint32_t {
    kWho = 101,
    kIndex,
    kExtension,
    kReaction,
    kInside,
    kOthers,
    kPicture
};

constexpr double kSmallestLongMm = 7, kLargestLongMm = 42;
constexpr double kStayInFat = 0.55, kJoin = 0.25;  // the rest enters a structure
// So deep that 10 to 20 % of the extensions of placed patients are not visible, the clinic's own
// share.
constexpr double kDepthMedianMm = 4.2, kDepthSpread = 0.55;

template <class Weights, class Of>
std::size_t pick(Draw& draw, const Weights& items, const Of& weight) {
    double all = 0;
    for (const auto& item : items)
        all += weight(item);
    double left = draw.uniform() * all;
    for (std::size_t i = 0; i < items.size(); ++i) {
        left -= weight(items[i]);
        if (left < 0)
            return i;
    }
    return items.size() - 1;
}

std::array<double, 3> radiiOf(Draw& draw, double longMm) {
    const double across = longMm * draw.uniform(0.62, 0.95);
    return {0.5 * longMm, 0.5 * across, 0.5 * std::min(longMm * draw.uniform(0.9, 1.4), 56.0)};
}

/// What a metastasis of this site looks like inside; nothing of it depends on the extension.
void drawInside(Draw& draw, const SiteRates& site, NodeRecipe& node) {
    const bool hpv = site.site == "oropharynx_p16pos";
    const double dice = draw.uniform();
    node.kind = NodeKind::Metastasis;
    node.enhancementHu = draw.uniform(78, 118);
    node.shape = draw.uniform() < 0.25 ? NodeShape::Lobulated : NodeShape::Oval;
    const double share = draw.uniform(0.08, 0.75);
    const bool eccentric = draw.uniform() < 0.5;
    if (dice < (hpv ? 0.35 : 0.08)) {
        node.kind = hpv ? NodeKind::HpvCystic : NodeKind::Cystic;
        node.shape = NodeShape::Oval;
        node.rimMm = draw.uniform(1.1, 2.0);
    } else if (dice < 0.6) {
        node.necrosis =
            NecrosisRecipe{share, eccentric ? NecrosisPlace::Eccentric : NecrosisPlace::Central,
                           draw.uniform(14, 34), draw.uniform(0, 50)};
    }
}

void drawReaction(Draw& draw, NodeRecipe& node) {
    const bool strands = draw.uniform() < 0.45, haze = draw.uniform() < 0.45;
    const double fibres = draw.uniform(40, 300), hu = draw.uniform(20, 80);
    const double turn = draw.uniform(0, 6.283185);
    node.reaction.fibres = strands ? static_cast<int>(fibres) : 0;
    node.reaction.hazeHu = haze ? hu : 0;
    node.reaction.direction = {std::cos(turn), std::sin(turn), draw.uniform(-0.4, 0.4)};
    node.reaction.halfAngleDeg = draw.uniform(50, 160);
}

/// The structure that a node of this level may enter or touch.
const char* neighbourOf(Level level) {
    switch (level) {
    case Level::Ia:
    case Level::Ib:
        return "mylohyoid";
    case Level::Vb:
        return "trapezius";
    default:
        return "sternocleidomastoid";
    }
}

void drawExtension(Draw& draw, const BaseRates& rates, CohortPatient& patient) {
    const double chance = rates.extensionRate(patient.site, patient.sizeClass);
    const double dice = draw.uniform(), way = draw.uniform(), normal = draw.normal();
    const double half = draw.uniform(45, 80), margin = draw.uniform(), blur = draw.uniform(0.6, 2);
    patient.extends = dice < chance;
    if (!patient.extends)
        return;
    patient.built =
        way < kStayInFat ? Grade::G1 : (way < kStayInFat + kJoin ? Grade::G2 : Grade::G3);
    if (patient.built == Grade::G2 && patient.metastases < 2)
        patient.built = Grade::G1;
    ExtensionRecipe extension;
    extension.depthMm = std::clamp(kDepthMedianMm * std::exp(kDepthSpread * normal), 0.6, 9.0);
    if (patient.built == Grade::G2)
        extension.depthMm = std::clamp(extension.depthMm, 3.4, 6.0);
    if (patient.built == Grade::G3)
        extension.depthMm = std::clamp(extension.depthMm + 2, 5.0, 9.0);
    extension.halfAngleDeg = half;
    extension.margin = margin < 0.5 ? Margin::Indistinct : Margin::Irregular;
    extension.blurMm = extension.margin == Margin::Indistinct ? blur : 0.3;
    if (patient.built == Grade::G3)
        extension.into = neighbourOf(patient.level);
    patient.recipe.nodes.front().extension = extension;
}

void drawPicture(Draw& draw, ScannerRecipe& s) {
    constexpr std::array kThickness{1.0, 1.25, 2.0, 2.5, 3.0};
    s.sliceMm = kThickness[std::min<std::size_t>(4, static_cast<std::size_t>(draw.uniform() * 5))];
    s.pixelMm = draw.uniform(0.42, 0.5);
    s.kernelSigmaMm = draw.uniform(0.45, 0.75);
    s.noiseHu = draw.uniform(5, 13);
    s.topMm = 62;
    s.slices = static_cast<int>(160 / s.sliceMm);
}

NodeRecipe metastasis(Draw& draw, const SiteRates& site, const std::string& id, Side side,
                      Level level, double longMm) {
    NodeRecipe node;
    node.id = id;
    node.side = side;
    node.level = level;
    node.radiiMm = radiiOf(draw, longMm);
    node.poseDeg = draw.uniform(-90, 90);
    drawInside(draw, site, node);
    return node;
}

/// Further metastases without extension, the partner of a joined one first; then benign nodes.
void drawOthers(Draw& draw, const SiteRates& site, double longMm, CohortPatient& patient) {
    const Side side = patient.recipe.nodes.front().side;
    const int more = std::min(patient.metastases - 1, 2);
    for (int i = 0; i < more; ++i) {
        const bool partner = i == 0 && patient.built == Grade::G2;
        const Level level =
            partner ? patient.level
                    : site.levels[pick(draw, site.levels, [](const auto& l) { return l.second; })]
                          .first;
        patient.recipe.nodes.push_back(
            metastasis(draw, site, "node-" + std::to_string(i + 2), side, level,
                       draw.uniform(kSmallestLongMm, std::max(8.0, 0.8 * std::min(longMm, 22.0)))));
        drawReaction(draw, patient.recipe.nodes.back());
    }
    NodeRecipe benign;
    benign.id = "benign-1";
    benign.side = side == Side::Left ? Side::Right : Side::Left;
    benign.level = Level::IIa;
    benign.kind = NodeKind::Reactive;
    benign.radiiMm = {draw.uniform(4, 7), draw.uniform(3, 4.5), draw.uniform(5, 10)};
    benign.poseDeg = draw.uniform(10, 60);
    benign.hilum = draw.uniform(0.4, 1);
    drawReaction(draw, benign);
    patient.recipe.nodes.push_back(benign);
}

}  // namespace

CohortPatient drawPatient(const BaseRates& rates, std::uint32_t seed, int index) {
    CohortPatient out;
    out.seed = mix(seed, static_cast<std::uint32_t>(index), 7);
    out.recipe.seed = out.seed;
    Draw who(out.seed, kWho), largest(out.seed, kIndex), extension(out.seed, kExtension);
    Draw reaction(out.seed, kReaction), inside(out.seed, kInside), others(out.seed, kOthers);
    Draw picture(out.seed, kPicture);
    out.site = pick(who, rates.sites, [](const SiteRates& s) { return s.nodePositive; });
    const SiteRates& site = rates.sites[out.site];
    out.metastases = 1 + static_cast<int>(pick(who, site.nodes, [](double n) { return n; }));
    out.level = site.levels[pick(who, site.levels, [](const auto& l) { return l.second; })].first;
    out.sizeClass = pick(largest, rates.sizes, [](const SizeRates& s) { return s.patients; });
    const SizeRates& size = rates.sizes[out.sizeClass];
    const double longMm = largest.uniform(std::max(size.overMm, kSmallestLongMm),
                                          std::min(size.toMm, kLargestLongMm));
    out.recipe.nodes.push_back(metastasis(inside, site, "node-1",
                                          largest.uniform() < 0.5 ? Side::Left : Side::Right,
                                          out.level, longMm));
    drawReaction(reaction, out.recipe.nodes.front());
    drawExtension(extension, rates, out);
    // Contact without invasion: as often with extension into fat as without any.
    out.wantsContact = reaction.uniform() < 0.3;
    if (out.wantsContact && out.built <= Grade::G1) {
        out.recipe.nodes.front().contact = neighbourOf(out.level);
        out.recipe.nodes.front().closePlaneMm = 2.2;
    }
    drawOthers(others, site, longMm, out);
    drawPicture(picture, out.recipe.scanner);
    return out;
}

}  // namespace nodewise::synthesis
