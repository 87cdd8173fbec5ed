#include "synthesis/inlet_model.h"
#include "synthesis/rods.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace nodewise::synthesis {

namespace {

// Left side, straight neck; places from the anatomy note 2.5 and 3, drawn in as the tables are.
constexpr std::array kClavicle{Knot{15, -66, -116, 6.5F}, Knot{22, -67, -113, 6},
                               Knot{36, -66, -109, 5.2F}, Knot{53, -60, -104, 4.8F},
                               Knot{72, -50, -98, 4.8F},  Knot{92, -38, -94, 5},
                               Knot{112, -26, -91, 5.2F}, Knot{126, -18, -90, 5.5F}};
// From the head beside the disc over the tubercle at the transverse process round the lung.
constexpr std::array kFirstRib{
    Knot{15, -6, -84, 3.6F}, Knot{25, 0, -81, 3.4F},    Knot{36, 2.5F, -80, 4},
    Knot{47, -3, -81, 3.8F}, Knot{56, -13, -85, 3.8F},  Knot{59, -29, -94, 3.8F},
    Knot{53, -44, -103, 4},  Knot{42, -56, -112, 4.2F}, Knot{30, -62, -119, 4.5F}};
constexpr std::array kSecondRib{Knot{15, -6, -101, 3.6F},  Knot{26, 1, -99, 3.4F},
                                Knot{42, 5, -98, 3.8F},    Knot{60, 0, -102, 3.6F},
                                Knot{73, -12, -108, 3.6F}, Knot{78, -28, -116, 3.6F},
                                Knot{74, -44, -124, 3.6F}};
constexpr std::array kThirdRib{Knot{15, -6, -120, 3.6F}, Knot{26, 2, -118, 3.4F},
                               Knot{46, 10, -118, 3.6F}, Knot{68, 8, -121, 3.6F},
                               Knot{84, -4, -127, 3.6F}};
constexpr std::array kProcess1{Knot{18, -2, -86, 4}, Knot{27, 5, -84, 4}, Knot{35, 10, -83, 3.6F}};
constexpr std::array kProcess2{Knot{18, -2, -105, 4}, Knot{27, 5, -103, 4},
                               Knot{35, 11, -102, 3.4F}};
constexpr std::array kAcromion{Knot{126, -18, -90, 5.5F}, Knot{136, -8, -89, 6},
                               Knot{132, 8, -91, 5},      Knot{118, 24, -94, 4},
                               Knot{98, 38, -98, 3.6F},   Knot{76, 48, -103, 3}};
constexpr std::array kHumerus{Knot{148, -14, -108, 22}, Knot{150, -14, -116, 22},
                              Knot{152, -14, -136, 15}};
// Over the top of the lung, between the anterior and the middle scalene.
constexpr std::array kSubclavianArtery{
    Knot{14, -36, -126, 5},      Knot{19, -32, -112, 4.6F},   Knot{26, -27, -99, 4.5F},
    Knot{35, -24.5F, -91, 4.3F}, Knot{45, -25, -88.5F, 4.1F}, Knot{54, -30, -90.5F, 4},
    Knot{64, -36, -96, 4},       Knot{80, -42, -103, 3.9F},   Knot{104, -40, -112, 3.8F}};
constexpr std::array kSubclavianVein{Knot{16, -54, -128, 7.5F}, Knot{24, -57, -115, 7.5F},
                                     Knot{34, -57, -107, 7},    Knot{46, -55, -102, 6},
                                     Knot{60, -53, -102, 5.6F}, Knot{80, -50, -107, 5.4F},
                                     Knot{106, -46, -115, 5.2F}};
constexpr std::array kTransverseCervical{Knot{38, -36, -78, 1.3F}, Knot{48, -33, -74, 1.2F},
                                         Knot{60, -24, -70, 1.2F}, Knot{70, -8, -66, 1.1F},
                                         Knot{74, 8, -64, 1.0F}};

/// Roots C5 to T1: from the foramen between the scalenes to the first rib and the axilla.
struct Root {
    float z, r;
};
constexpr std::array kRoots{Root{-33, 1.5F}, Root{-52, 1.8F}, Root{-69, 1.9F}, Root{-78, 1.7F},
                            Root{-92, 1.5F}};

void addPlexus(SliceAnatomy& out, float z) {
    for (std::size_t n = 0; n < kRoots.size(); ++n) {
        const auto low = static_cast<float>(n);
        const float start = kRoots[n].z, r = kRoots[n].r;
        const float y = -22 + 2.2F * (low - 2), end = -96 - 1.5F * low;
        const std::array root{Knot{17, -7, start, r},
                              Knot{25, -13, start - 5, r},
                              Knot{33, -19 + low, 0.55F * start - 32, r},
                              Knot{47, y, std::min(start - 8, -78 - 2 * low), r},
                              Knot{62, y - 8, end + 3, 1.1F * r},
                              Knot{82, y - 16, end - 6, 1.2F * r},
                              Knot{106, y - 18, end - 14, 1.2F * r}};
        addRodPair(out, Part::BrachialPlexus, Field::Small, root, z);
    }
}

void addScapula(SliceAnatomy& out, float z) {
    const float r = withinHeights(z, -160, -94, 1.9F, 5);
    const float down = std::max(0.0F, -98 - z);
    for (const bool left : {true, false}) {
        const std::array blade{
            StrokePoint{68 - 0.1F * down, 46, r + 0.5F}, StrokePoint{84, 36 - 0.05F * down, r},
            StrokePoint{102, 24, std::min(r, withinHeights(z, -160, -97, 1.9F))},
            StrokePoint{120, 6, std::min(r, withinHeights(z, -150, -99, 5.0F, 8))}};
        addLine(out, partSide(Part::Scapula, left), Field::Bone, blade, left ? 1.0F : -1.0F);
    }
}

void addManubrium(SliceAnatomy& out, float z) {
    const float middle = withinHeights(z, -170, -113, 5.5F, 4),
                side = withinHeights(z, -170, -110, 6.0F, 5);
    const std::array plate{StrokePoint{-17, -63, side}, StrokePoint{-8, -67, middle},
                           StrokePoint{0, -68, middle}, StrokePoint{8, -67, middle},
                           StrokePoint{17, -63, side}};
    addLine(out, partSide(Part::Manubrium, true), Field::Bone, plate);
}

/// The shoulders of this patient: broader or narrower beyond the neck, higher or lower.
template <std::size_t N>
std::array<Knot, N> broad(const std::array<Knot, N>& knots, const CasePlan& plan) {
    auto out = knots;
    for (Knot& k : out) {
        const float far = std::clamp((k.x - 30) / 60, 0.0F, 1.0F);
        k.x *= 1 + (plan.shoulderScale - 1) * far;
        k.z -= plan.shoulderDropMm * far * far;
    }
    return out;
}

}  // namespace

void cutInlet(SliceAnatomy& out, const CasePlan& plan, float z) {
    if (z > -25)
        return;
    addPlexus(out, z);
    if (z > -55)
        return;
    addRodPair(out, Part::Clavicle, Field::Bone, broad(kClavicle, plan), z);
    addRodPair(out, Part::Rib, Field::Bone, kFirstRib, z);
    addRodPair(out, Part::Rib, Field::Bone, kSecondRib, z);
    addRodPair(out, Part::Rib, Field::Bone, kThirdRib, z);
    addRodPair(out, Part::Spine, Field::Bone, kProcess1, z);
    addRodPair(out, Part::Spine, Field::Bone, kProcess2, z);
    addRodPair(out, Part::Scapula, Field::Bone, broad(kAcromion, plan), z);
    addRodPair(out, Part::Humerus, Field::Bone, broad(kHumerus, plan), z);
    addRodPair(out, Part::SubclavianArtery, Field::Artery, kSubclavianArtery, z);
    addRodPair(out, Part::SubclavianVein, Field::Vein, kSubclavianVein, z);
    addRodPair(out, Part::SubclavianArtery, Field::Artery, kTransverseCervical, z);
    addScapula(out, z + plan.shoulderDropMm);
    addManubrium(out, z);
}

}  // namespace nodewise::synthesis
