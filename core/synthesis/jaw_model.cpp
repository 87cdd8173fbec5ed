#include "synthesis/jaw_model.h"
#include <algorithm>
#include <array>
#include <cmath>

namespace nodewise::synthesis {

namespace {

/// A place on the arch of the mandible: half thickness, lower and upper edge.
struct ArchPoint {
    float x, y, half, low, high;
};
constexpr std::array kArch{ArchPoint{0, -93.5F, 6.6F, 17, 42},  ArchPoint{8, -92.5F, 6.2F, 17, 42},
                           ArchPoint{18, -86, 5.8F, 18.5F, 42}, ArchPoint{28, -72, 5.3F, 21, 42},
                           ArchPoint{37, -55, 5.4F, 23.5F, 46}, ArchPoint{43, -42, 4.6F, 26, 80},
                           ArchPoint{45.5F, -34, 3.8F, 31, 80}};

/// Half thickness at height z: round at the edges, and a distance beyond them.
StrokePoint archAt(const ArchPoint& p, float z, float side) {
    const float inside = std::min(z - p.low, p.high - z);
    const float r = inside < 0 ? inside : p.half * std::min(1.0F, std::sqrt(inside / 7.0F));
    return {side * p.x, p.y, r};
}

/// One tooth of the lower jaw: place on the arch, crown radius, heights.
struct Tooth {
    float x, y, crown, top;
};
constexpr std::array kTeeth{Tooth{2.6F, -92, 2.5F, 50.5F},     Tooth{7.8F, -90.8F, 2.7F, 50.5F},
                            Tooth{13, -87.6F, 3.2F, 51},       Tooth{17.6F, -82, 3.3F, 50},
                            Tooth{21.6F, -75.6F, 3.4F, 49.5F}, Tooth{26, -67.4F, 4.7F, 49},
                            Tooth{30, -57.4F, 4.8F, 48.5F}};

void addTeeth(SliceAnatomy& out, float z, bool left) {
    constexpr float kNeck = 42;  // where crown and root meet
    Chain chain;
    chain.field = Field::Tooth;
    chain.part = partSide(Part::Mandible, left);
    const float side = left ? 1.0F : -1.0F;
    for (const Tooth& tooth : kTeeth) {
        float r = 0;
        if (z > tooth.top)
            r = tooth.top - z;
        else if (z > kNeck)
            r = tooth.crown * std::min(1.0F, std::sqrt((tooth.top - z) / 1.5F));
        else
            r = tooth.crown * (0.85F - (kNeck - z) / 16.0F);
        if (r > -4)
            chain.dot(side * tooth.x, tooth.y, r);
    }
    if (!chain.segments.empty())
        out.chains.push_back(std::move(chain));
}

void addMandible(SliceAnatomy& out, float z) {
    Chain chain;
    chain.field = Field::Bone;
    chain.part = partSide(Part::Mandible, true);
    chain.reach = 4.5F;  // its skin follows
    for (const float side : {1.0F, -1.0F})
        for (std::size_t i = 1; i < kArch.size(); ++i)
            chain.add(archAt(kArch[i - 1], z, side), archAt(kArch[i], z, side));
    if (!chain.segments.empty())
        out.chains.push_back(std::move(chain));
    if (z > 28 && z < 54)
        for (const bool left : {true, false})
            addTeeth(out, z, left);
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

/// The thin midline sheet between the muscles of the nape.
void addNuchalLigament(SliceAnatomy& out, float z) {
    Chain chain;
    chain.field = Field::Muscle;
    chain.part = partSide(Part::Trapezius, true);
    chain.add({0.3F, 24, 0.5F}, {-0.4F, 38, 0.6F});
    chain.add({-0.4F, 38, 0.6F}, {0.2F, z < -40 ? 44.0F : 54.0F, 0.9F});
    out.chains.push_back(std::move(chain));
}

}  // namespace

void cutJaw(SliceAnatomy& out, float z) {
    if (z > -4)
        addMandible(out, z);
    addHyoid(out, z);
    addNuchalLigament(out, z);
}

}  // namespace nodewise::synthesis
