#include "synthesis/jaw_model.h"
#include "synthesis/noise_field.h"
#include "synthesis/rods.h"
#include <algorithm>
#include <array>
#include <cmath>

namespace nodewise::synthesis {

namespace {

/// A place on the arch of the mandible: half thickness, lower and upper edge.
struct ArchPoint {
    float x, y, half, low, high;
};
constexpr std::array kArch{
    ArchPoint{0, -93.5F, 6.6F, 17, 43.5F},  ArchPoint{8, -92.5F, 6.2F, 17, 43.5F},
    ArchPoint{18, -86, 5.8F, 18.5F, 43.5F}, ArchPoint{28, -72, 5.6F, 21, 43.5F},
    ArchPoint{36.5F, -58, 5.4F, 23.5F, 62}, ArchPoint{41.5F, -47, 4.4F, 25, 72},
    ArchPoint{45, -38, 4.0F, 27, 74},       ArchPoint{46.5F, -31, 3.4F, 33, 76}};

// Coronoid process in front, condyle behind.
constexpr std::array kCoronoid{Knot{39, -55, 58, 4.2F}, Knot{43, -57, 70, 3.6F},
                               Knot{46, -58, 84, 2.4F}};
constexpr std::array kCondyle{Knot{45.5F, -36, 70, 4}, Knot{47, -31, 80, 3.8F},
                              Knot{49, -28, 88, 4.6F}, Knot{49, -27, 93, 4.4F}};

/// Half thickness at height z: round at the edges, and a distance beyond them;
/// the alveolus keeps its thickness up to the necks of the teeth.
StrokePoint archAt(const ArchPoint& p, const CasePlan& plan, float z, float side) {
    const bool teeth = p.high < 50;
    const float low = p.low - plan.jawDepthMm * smoothStep(52, 30, p.x);
    const float up = p.high - z, inside = std::min(z - low, up);
    float r = inside;
    if (inside >= 0)
        r = p.half * std::min(1.0F, std::min(std::sqrt((z - low) / 7.0F),
                                             std::sqrt(up / (teeth ? 2.0F : 7.0F))));
    const float angle = smoothStep(26, 40, p.x) * smoothStep(64, 40, z);
    return {side * (p.x + plan.jawAngleMm * angle), p.y, r};
}

/// One tooth of the lower jaw: place on the arch, crown radius, heights.
struct Tooth {
    float x, y, crown, top;
};
constexpr std::array kTeeth{Tooth{2.6F, -92, 2.5F, 50.5F},     Tooth{7.8F, -90.8F, 2.7F, 50.5F},
                            Tooth{13, -87.6F, 3.2F, 51},       Tooth{19.2F, -82, 3.2F, 50},
                            Tooth{23.8F, -75.5F, 3.3F, 49.5F}, Tooth{29.3F, -67.2F, 4.5F, 49},
                            Tooth{33.8F, -57.4F, 4.4F, 48.5F}};

void addTeeth(SliceAnatomy& out, const CasePlan& plan, float z, bool left) {
    constexpr float kNeck = 42;  // where crown and root meet
    constexpr float kScrewEnd = 26.0F, kScrew = 2.1F;
    Chain chain, crowns;
    chain.field = crowns.field = Field::Tooth;
    chain.part = partSide(Part::Teeth, left);
    crowns.part = partSide(Part::Crown, left);
    const float side = left ? 1.0F : -1.0F;
    for (std::size_t n = 0; n < kTeeth.size(); ++n) {
        const Tooth& tooth = kTeeth[n];
        if ((plan.missingTeeth & toothBit(false, left, static_cast<int>(n))) != 0)
            continue;
        float r = 0;
        if (z > tooth.top)
            r = tooth.top - z;
        else if (z > kNeck)
            r = tooth.crown * std::min(1.0F, std::sqrt((tooth.top - z) / 1.5F));
        else
            r = tooth.crown * (0.85F - (kNeck - z) / 16.0F);
        const std::uint32_t bit = toothBit(false, left, static_cast<int>(n));
        const bool screw = (plan.implants & bit) != 0;
        if (screw && z <= kNeck)
            r = std::min(kScrew, z - kScrewEnd);
        const bool metal = screw || (z > kNeck - 0.5F && (plan.crownedTeeth & bit) != 0);
        if (r > -4)
            addTooth(metal ? crowns : chain, {side * tooth.x, tooth.y, r}, n);
    }
    for (Chain* all : {&chain, &crowns})
        if (!all->segments.empty())
            out.chains.push_back(std::move(*all));
}

void addMandible(SliceAnatomy& out, const CasePlan& plan, float z) {
    Chain chain;
    chain.field = Field::Bone;
    chain.part = partSide(Part::Mandible, true);
    chain.reach = 4.5F;  // its skin follows
    for (const float side : {1.0F, -1.0F})
        for (std::size_t i = 1; i < kArch.size(); ++i)
            chain.add(archAt(kArch[i - 1], plan, z, side), archAt(kArch[i], plan, z, side));
    if (!chain.segments.empty())
        out.chains.push_back(std::move(chain));
    if (z > 28 && z < 54)
        for (const bool left : {true, false})
            addTeeth(out, plan, z, left);
    if (z > 48) {
        addRodPair(out, Part::Mandible, Field::Bone, kCoronoid, z);
        addRodPair(out, Part::Mandible, Field::Bone, kCondyle, z);
    }
}

void addHyoid(SliceAnatomy& out, float z) {
    Chain chain;
    chain.field = Field::Bone;
    chain.part = partSide(Part::Hyoid, true);
    // Body: an arch about 9 mm high; greater horns: bars that sink towards the carotids.
    const auto rounded = [z](float low, float high, float r) {
        const float inside = std::min(z - low, high - z);
        return inside < 0 ? inside : r * std::min(1.0F, std::sqrt(inside / 2.0F));
    };
    for (const float s : {1.0F, -1.0F}) {
        const StrokePoint middle{0, -56.5F, rounded(-4.5F, 4.5F, 3.1F)},
            half{s * 9, -54.8F, rounded(-4.0F, 4.5F, 2.8F)},
            corner{s * 15.5F, -50.5F, rounded(-3.5F, 4.0F, 2.1F)};
        chain.add(middle, half);
        chain.add(half, corner);
        chain.add(corner, {s * 18.5F, -43, rounded(-5.0F, 2.5F, 1.9F)});
        chain.add({s * 18.5F, -43, rounded(-5.0F, 2.5F, 1.9F)},
                  {s * 20.5F, -36, rounded(-8.0F, -1.0F, 1.9F)});
    }
    if (!chain.segments.empty() && z > -14 && z < 11)
        out.chains.push_back(std::move(chain));
}

/// The thin midline sheet between the muscles of the nape, back to the raphe of the trapezius.
void addNuchalLigament(SliceAnatomy& out, float z) {
    const float raphe =
        z > -30 ? 41.5F + 0.0018F * (z + 30) * (z + 30) : 41.5F + 0.0019F * (z + 30) * (z + 30);
    Chain chain;
    chain.field = Field::Muscle;
    chain.part = partSide(Part::Trapezius, true);
    chain.add({0.3F, 24, 0.5F}, {-0.4F, 36, 0.6F});
    chain.add({-0.4F, 36, 0.6F}, {0.2F, raphe, 0.9F});
    out.chains.push_back(std::move(chain));
}

}  // namespace

void cutJaw(SliceAnatomy& out, const CasePlan& plan, float z) {
    if (z > -4)
        addMandible(out, plan, z);
    addHyoid(out, z);
    if (z < 56)
        addNuchalLigament(out, z);
}

}  // namespace nodewise::synthesis
