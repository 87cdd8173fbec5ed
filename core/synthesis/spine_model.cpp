#include "synthesis/spine_model.h"
#include "synthesis/shapes.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace nodewise::synthesis {

namespace {

// Middle heights of the discs C2/3 … C7/T1 and below (anatomy note), and the reach of the spinous
// process of the vertebra under each.
constexpr std::array kDiscs{18.0F, -3.0F, -23.5F, -43.0F, -61.0F, -78.5F, -97.0F, -116.5F, -137.0F};
constexpr std::array kSpinous{16.0F, 17.0F, 21.0F, 28.0F, 38.0F, 42.0F, 42.0F, 42.0F};
constexpr float kThinDisc = 1.5F, kThickDisc = 2.6F;

/// What age does to the spine.
struct Wear {
    float halfDisc, spur;
};
Wear wearOf(const CasePlan& plan, std::size_t disc) {
    // Middle discs wear first.
    const float middle = disc == 2 || disc == 3 ? 1.0F : 0.5F;
    const float old = std::clamp((plan.ageYears - 40) / 40, 0.0F, 1.0F) * middle;
    return {kThickDisc + old * (kThinDisc - kThickDisc), 1.8F * old * (0.5F + plan.calcification)};
}

float canalAt(float x, float y, float z) {
    // Wider at the atlas; three-cornered with round corners, flat in front.
    const float high = std::clamp((z - 30) / 18, 0.0F, 1.0F);
    const float a = 11.2F + 1.5F * high, b = 8.0F + 3.5F * high;
    return ellipseDistance(x, y - 2.0F * high, a * (1 - 0.02F * y), b);
}

/// Everything behind the body, for one vertebra; u is the height above its middle.
float archAt(float ax, float y, float u, float half, float spinous) {
    // Joint pillar, cut by the oblique gaps of the facet joints.
    float d = ellipseDistance(ax - 21.5F, y + 1.0F, 6.6F, 6.0F);
    const float joint = 0.75F * (y + 1) - 1;
    d = std::max(d, 0.7F - std::fabs(u + half - joint));
    d = std::max(d, 0.7F - std::fabs(u - half - joint));
    // Pedicle and the transverse process about the artery's hole.
    float process = capsule(ax, y, {10, -9, 3.2F}, {20, -3, 3.4F});
    process = std::min(process, capsule(ax, y, {10, -15, 2.2F}, {20.5F, -17, 2.2F}));
    process = std::min(process, capsule(ax, y, {20.5F, -17, 2.0F}, {26, -9.5F, 2.2F}));
    process = std::min(process, capsule(ax, y, {21, -3, 3.0F}, {26, -9.5F, 2.2F}));
    process = std::max(process, std::fabs(u - 1) - 4.2F);
    process = std::max(process, 2.9F - std::hypot(ax - 15.8F, y + 12.5F));
    d = smoothMin(d, process, 1.5F);
    // Lamina and forked spine; both slope down to the back.
    float lamina = capsule(ax, y, {19, 2.5F, 2.7F}, {0, 11.5F, 2.6F});
    lamina = std::max(lamina, std::fabs(u + 2.5F + 0.25F * (y - 6)) - 5.2F);
    d = smoothMin(d, lamina, 1.5F);
    float spine = capsule(ax, y, {0, 11.5F, 3.0F}, {0, spinous - 5, 2.3F});
    const float fork = spinous < 25 ? 3.4F : 0.8F;
    spine =
        std::min(spine, capsule(ax, y, {0.3F * fork, spinous - 6, 2.2F}, {fork, spinous, 2.0F}));
    spine = std::max(spine, std::fabs(u + 4.5F + 0.22F * (y - 12)) - 3.8F);
    return smoothMin(d, spine, 1.5F);
}

float lowerVertebra(float ax, float x, float y, float z, std::size_t level, const CasePlan& plan) {
    const Wear above = wearOf(plan, level), under = wearOf(plan, level + 1);
    const float top = kDiscs[level] - above.halfDisc, bottom = kDiscs[level + 1] + under.halfDisc;
    const float half = (top - bottom) / 2, u = z - (top + bottom) / 2;
    // A waist, a straight back edge and raised lips beside the disc above.
    const float waist = 1.0F * (1 - u * u / (half * half));
    const float lip = std::clamp((ax - 7) * 0.4F, 0.0F, 2.5F);
    // Spurs at the rims of worn discs.
    const float nearTop = std::max(0.0F, 1 - (half - u) / 5),
                nearEnd = std::max(0.0F, 1 - (half + u) / 5);
    const float spur = above.spur * nearTop + under.spur * nearEnd;
    float body =
        superellipse(x, y + 15.4F, 12.6F - waist + 0.6F * spur, 8.8F - 0.5F * waist + 0.7F * spur);
    body = std::max(body, std::max(u - half - lip, -u - half));
    return smoothMin(
        body, archAt(ax, y, u, half + 0.5F * (above.halfDisc + under.halfDisc), kSpinous[level]),
        1.5F);
}

float axis(float ax, float x, float y, float z) {
    const float bottom = kDiscs[0] + kThickDisc;
    float body = superellipse(x, y + 15, 11.5F, 8.6F);
    body = std::max(body, std::max(bottom - z, z - 40));
    float dens = ellipseDistance(x, y + 15.0F, 5.3F, 5.0F);
    dens = std::max(dens, std::max(36 - z, z - 61));
    float side = ellipseDistance(ax - 16, y + 8, 9.5F, 8.0F);
    side = std::max(side, std::max(28 - z, z - 43.5F));
    side = std::max(side, 2.9F - std::hypot(ax - 20.0F, y + 10.0F));
    float pillar = ellipseDistance(ax - 21.5F, y + 1.0F, 6.6F, 6.0F);
    pillar = std::max(pillar, std::max(19.5F + 0.75F * (y + 1) - z, z - 34));
    float lamina = capsule(ax, y, {20, 3, 3.2F}, {0, 12.5F, 3.4F});
    lamina = std::max(lamina, std::max(23 - z, z - 37));
    float spine = capsule(ax, y, {0, 12, 4.0F}, {3.5F, 23, 3.4F});
    spine = std::max(spine, std::max(21 - z, z - 33));
    float d = smoothMin(body, smoothMin(dens, side, 2), 2);
    d = smoothMin(d, smoothMin(pillar, lamina, 2), 1.5F);
    return smoothMin(d, spine, 2);
}

float atlas(float ax, float y, float z) {
    float mass = ellipseDistance(ax - 21, y + 11.5F, 7.5F, 9.5F);
    mass = std::max(mass, std::max(45 - z, z - 63));
    float front = capsule(ax, y, {0, -24.5F, 3.0F}, {15, -18.5F, 3.0F});
    front = std::max(front, std::max(50.5F - z, z - 62));
    float back = std::min(capsule(ax, y, {20, -3, 3.4F}, {14, 14, 3.0F}),
                          capsule(ax, y, {14, 14, 3.0F}, {0, 20.5F, 3.2F}));
    back = std::max(back, std::max(49 - z, z - 59));
    float side = capsule(ax, y, {24, -11, 4.0F}, {37, -11, 3.4F});
    side = std::max(side, std::fabs(z - 54) - 4.5F);
    side = std::max(side, 2.9F - std::hypot(ax - 28.0F, y + 13.0F));
    return smoothMin(smoothMin(mass, front, 2), smoothMin(back, side, 2), 2);
}

float discAt(float x, float y, float z, const CasePlan& plan) {
    float d = kFar;
    for (std::size_t n = 0; n < kDiscs.size(); ++n)
        if (const float middle = kDiscs[n]; std::fabs(z - middle) < 8)
            d = std::min(d, std::max(superellipse(x, y + 15.4F, 12.4F, 8.8F),
                                     std::fabs(z - middle) - wearOf(plan, n).halfDisc - 0.5F));
    return d;
}

}  // namespace

SpineDistances spineAt(float x, float y, float z, const CasePlan& plan) {
    const float ax = std::fabs(x);
    SpineDistances d{kFar, kFar, canalAt(x, y, z), 0};
    if (z > 12)
        d.bone = std::min(axis(ax, x, y, z), z > 40 ? atlas(ax, y, z) : kFar);
    for (std::size_t level = 0; level + 1 < kDiscs.size(); ++level)
        if (z < kDiscs[level] + 8 && z > kDiscs[level + 1] - 14)
            d.bone = std::min(d.bone, lowerVertebra(ax, x, y, z, level, plan));
    if (d.canal < 0.5F)
        d.bone = std::max(d.bone, -d.canal + 0.05F);
    d.disc = discAt(x, y, z, plan);
    d.disc = std::max(d.disc, -d.canal);
    d.cord = ellipseDistance(x, y + 1, 6.3F, 4.2F);
    return d;
}

}  // namespace nodewise::synthesis
