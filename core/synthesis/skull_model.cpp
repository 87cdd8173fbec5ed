#include "synthesis/skull_model.h"
#include "synthesis/noise_field.h"
#include "synthesis/rods.h"
#include "synthesis/solid.h"
#include <algorithm>
#include <array>
#include <cmath>

namespace nodewise::synthesis {

namespace {

/// A bowl with a flat floor, at z 66 behind the foramen magnum and rising to the back.
float posteriorFossa(float x, float y, float z) {
    const float a = 56, b = 43, c = 46;
    const float u = x / a, v = (y - 29) / b;
    const float w = (z - 0.24F * std::max(0.0F, y - 20) - 112) / c;
    const float round = u * u + v * v, high = w * w;
    const float k = std::sqrt(std::sqrt(round * round + high * high)) + 1e-6F;
    // d = (k - 1) / |gradient of k|: exact to first order at the wall.
    const float flat = round * std::sqrt(u * u / (a * a) + v * v / (b * b)), tall = high * w / c;
    return k * k * k * (k - 1) / (std::sqrt(flat * flat + tall * tall) + 1e-6F);
}

/// From the basion (y -14) to the opisthion (y 20).
float foramenMagnum(float x, float y, float z) {
    return std::max(ellipseDistance(x, y - 3, 14.5F, 17), std::max(59 - z, z - 84));
}

/// Clivus, condyles and the bar to the jugular process.
float basicranium(float ax, float x, float y, float z) {
    const float slope = -18 - 0.65F * std::max(0.0F, z - 72);
    float d = std::max(superellipse(x, y - slope, 12.5F, 6.5F), 69 - z);
    const float condyle = std::max(ellipseDistance(ax - 16, y + 7, 6.5F, 10), 62.5F - z);
    d = smoothMin(d, condyle, 2);
    const float bar = std::max(capsule(ax, y, {22, -4, 4.5F}, {42, 3, 5}), 67 - z);
    return smoothMin(d, bar, 3);
}

/// Petrous part and mastoid process.
float temporalBone(float ax, float y, float z) {
    const float petrous =
        std::max(capsule(ax, y, {15, -23, 6.5F}, {46, -6, 9}), 75 - z - 0.05F * ax);
    const float swell = std::clamp((z - 53) / 22, 0.0F, 1.0F);
    const float mastoid =
        std::max(capsule(ax, y, {50, 1, 4 + 5 * swell}, {53, 9, 3.5F + 8 * swell}), 53 - z);
    return smoothMin(petrous, mastoid, 3);
}

/// Outside of the occiput: crest from the foramen magnum to the protuberance, and the lines from it
/// to the sides.
float occipitalRelief(float ax, float y, float z) {
    const SolidPoint p{ax, y, z};
    float d = smoothMin(bar(p, {0, 30, 64, 1.5F}, {0, 56, 68, 1.9F}),
                        bar(p, {0, 56, 68, 1.9F}, {0, 71, 77, 3.0F}), 2);
    d = smoothMin(d, bar(p, {0, 71, 78, 4.0F}, {0, 74, 77, 2.6F}), 3);
    d = smoothMin(d, bar(p, {0, 70, 79, 2.8F}, {24, 63.5F, 80, 2.4F}), 3);
    d = smoothMin(d, bar(p, {24, 63.5F, 80, 2.4F}, {45, 46, 76.5F, 2.0F}), 3);
    return smoothMin(d, bar(p, {3, 50, 67, 1.6F}, {28, 43, 69, 1.3F}), 2);
}

/// How much lower the hard palate lies beside the midline and towards the incisors: a vault.
float palateDrop(float ax, float y) {
    const float front = std::max(0.0F, -68 - y);
    return 0.0114F * ax * ax + 0.0115F * front * front;
}

/// Hard palate, walls of the maxillary sinuses, pterygoid plates, septum of the nose.
float midface(float ax, float y, float z, float sinus) {
    float palate = superellipse(ax, y + 66, 26, 26);
    palate = std::max(palate, 0.9F * (std::fabs(z - 73.2F + palateDrop(ax, y)) - 1.3F));
    float walls = std::max(std::fabs(sinus - 0.6F) - 0.8F, 69 - z);
    float plates = std::min(capsule(ax, y, {16, -49, 1.2F}, {25, -38, 1.1F}),
                            capsule(ax, y, {13, -50, 1.2F}, {12, -42, 1.0F}));
    plates = std::max(plates, 66 - z);
    const float septum = std::max(capsule(ax, y, {0, -88, 0.9F}, {0, -52, 0.9F}), 72 - z);
    return std::min(std::min(palate, walls), std::min(plates, septum));
}

struct ArchPoint {
    float x, y;
};
constexpr std::array kUpperArch{ArchPoint{0, -93},  ArchPoint{8, -91},        ArchPoint{17, -84.5F},
                                ArchPoint{24, -74}, ArchPoint{29.5F, -62.5F}, ArchPoint{32, -54}};

void addAlveolus(SliceAnatomy& out, float z) {
    // As thick as elsewhere at the necks of the teeth.
    const float r =
        z < 68 ? withinHeights(z, 58, 78, 5.2F, 1.5F) : withinHeights(z, 58, 78, 5.2F, 5);
    for (const float side : {1.0F, -1.0F}) {
        std::array<StrokePoint, kUpperArch.size()> line;
        for (std::size_t i = 0; i < line.size(); ++i)
            line[i] = {kUpperArch[i].x, kUpperArch[i].y, r};
        addLine(out, partSide(Part::Maxilla, true), Field::Bone, line, side, 4.5F);
    }
}

struct UpperTooth {
    float x, y, crown, bottom;
};
constexpr std::array kUpperTeeth{
    UpperTooth{3.6F, -94, 3.3F, 51.5F},  UpperTooth{10, -91.8F, 2.7F, 51.8F},
    UpperTooth{15, -88, 3.2F, 51},       UpperTooth{19.5F, -82, 3.3F, 51.5F},
    UpperTooth{23, -75.4F, 3.3F, 51.5F}, UpperTooth{28.8F, -67, 4.6F, 51.8F},
    UpperTooth{32.5F, -57, 4.4F, 52}};

void addUpperTeeth(SliceAnatomy& out, const CasePlan& plan, float z, bool left) {
    constexpr float kNeck = 59.5F;
    Chain chain, crowns;
    chain.field = crowns.field = Field::Tooth;
    chain.part = partSide(Part::Teeth, left);
    crowns.part = partSide(Part::Crown, left);
    const float side = left ? 1.0F : -1.0F;
    for (std::size_t n = 0; n < kUpperTeeth.size(); ++n) {
        const UpperTooth& tooth = kUpperTeeth[n];
        if ((plan.missingTeeth & toothBit(true, left, static_cast<int>(n))) != 0)
            continue;
        float r = 0;
        if (z < tooth.bottom)
            r = z - tooth.bottom;
        else if (z < kNeck)
            r = tooth.crown * std::min(1.0F, std::sqrt((z - tooth.bottom) / 1.5F));
        else
            r = tooth.crown * (0.85F - (z - kNeck) / 15.0F);
        const bool metal = z < kNeck + 0.5F &&
                           (plan.crownedTeeth & toothBit(true, left, static_cast<int>(n))) != 0;
        if (r > -4)
            addTooth(metal ? crowns : chain, {side * tooth.x, tooth.y, r}, n);
    }
    for (Chain* all : {&chain, &crowns})
        if (!all->segments.empty())
            out.chains.push_back(std::move(*all));
}

void addNose(SliceAnatomy& out, float z) {
    if (z < 66)
        return;
    for (const float s : {1.0F, -1.0F}) {
        const float floor = withinHeights(z, 73, 120, 2.4F, 3), middle = std::min(floor, 1.7F);
        const std::array meatus{StrokePoint{4.5F, -90, middle}, StrokePoint{5.5F, -76, floor},
                                StrokePoint{7, -62, middle}, StrokePoint{6, -52, floor + 1}};
        addLine(out, partSide(Part::Airway, true), Field::Lumen, meatus, s);
        const float outer = std::min(floor, withinHeights(z, 74, 120, 1.5F));
        const std::array lateral{StrokePoint{12, -84, outer}, StrokePoint{13, -70, outer},
                                 StrokePoint{11, -58, outer}};
        addLine(out, partSide(Part::Airway, true), Field::Lumen, lateral, s);
        // Turbinates and lining fill what lies between.
        const float flesh = withinHeights(z, 71, 120, 4.2F, 3);
        const std::array turbinate{StrokePoint{8.5F, -88, flesh}, StrokePoint{9.5F, -74, flesh},
                                   StrokePoint{9, -58, flesh}};
        addLine(out, partSide(Part::PharyngealWall, true), Field::Mucosa, turbinate, s);
    }
}

/// Mucosa of the hard palate, above and below.
void addHardPalate(SliceAnatomy& out, float z) {
    for (const float x : {-19.0F, -12.0F, -5.0F, 2.0F, 5.0F, 12.0F, 19.0F}) {
        const float drop = palateDrop(x, -66);
        const float r = withinHeights(z, 68.2F - drop, 76.7F - drop, 4, 2);
        const float front = -88 + 0.045F * x * x;
        const std::array line{StrokePoint{x, front, r}, StrokePoint{x, -50, r}};
        addLine(out, partSide(Part::Maxilla, true), Field::Mucosa, line);
    }
}

void addEars(SliceAnatomy& out, float z) {
    const float r = withinHeights(z, 58, 118, 1.7F, 3), lobe = withinHeights(z, 55, 66, 2.6F, 4);
    for (const float s : {1.0F, -1.0F}) {
        const std::array flap{StrokePoint{65, -3, 1.3F * r}, StrokePoint{71, 2, 1.2F * r},
                              StrokePoint{75, 9, r}, StrokePoint{75.5F, 16, 1.2F * r}};
        addLine(out, partSide(Part::Skin, true), Field::Skin, flap, s);
        const std::array tip{StrokePoint{66, -4, lobe}, StrokePoint{71, 0, lobe}};
        addLine(out, partSide(Part::Skin, true), Field::Skin, tip, s);
    }
}

constexpr std::array kStyloid{Knot{37, -13, 72, 2.4F}, Knot{36, -18, 62, 1.9F},
                              Knot{33, -25, 50, 1.5F}, Knot{31, -28, 43, 1.1F}};
constexpr std::array kZygoma{Knot{63, -22, 92, 3}, Knot{62, -38, 89, 3.2F}, Knot{57, -54, 86, 4},
                             Knot{46, -67, 85, 6}, Knot{36, -72, 84, 6}};
constexpr std::array kEarCanal{Knot{46, -9, 84, 2.6F}, Knot{58, -9, 83, 3}, Knot{74, -8, 82, 3.2F}};

}  // namespace

SkullDistances skullAt(float x, float y, float z) {
    const float ax = std::fabs(x);
    SkullDistances d{};
    const float fossa = posteriorFossa(x, y, z), hole = foramenMagnum(x, y, z);
    // Thick behind and below, thinner at the sides.
    const float thick =
        3.8F + 1.0F * smoothStep(25, 45, ax) + 4.8F * smoothStep(26, 60, y) * smoothStep(35, 5, ax);
    d.bone = fossa - thick;
    if (y > 22 && z > 58)
        d.bone = smoothMin(d.bone, occipitalRelief(ax, y, z), 3);
    d.bone = smoothMin(d.bone, basicranium(ax, x, y, z), 3);
    d.bone = smoothMin(d.bone, temporalBone(ax, y, z), 4);
    // A low crest inside as well.
    const float inner = fossa + 2.4F * smoothStep(8, 1, ax) * smoothStep(32, 50, y);
    d.cavity = smoothMin(inner, hole, 5);
    d.bone = std::max(d.bone, 0.05F - d.cavity);
    d.brain = smoothMin(inner + 1.8F, std::max(ellipseDistance(x, y + 1.5F, 8, 6.5F), 60 - z), 6);
    d.sinus = ellipsoid(ax - 27, y + 69, z - 92, 11.5F, 14, 19);
    if (z > 62 && y < -34)
        d.bone = std::min(d.bone, midface(ax, y, z, d.sinus));
    return d;
}

void cutSkull(SliceAnatomy& out, const CasePlan& plan, float z) {
    if (z < kSkullFloor - 6)
        return;
    addAlveolus(out, z);
    addNose(out, z);
    addHardPalate(out, z);
    addEars(out, z);
    for (const bool left : {true, false})
        addUpperTeeth(out, plan, z, left);
    addRodPair(out, Part::Styloid, Field::Bone, kStyloid, z);
    addRodPair(out, Part::Skull, Field::Bone, kZygoma, z);
    addRodPair(out, Part::Airway, Field::Lumen, kEarCanal, z);
}

}  // namespace nodewise::synthesis
