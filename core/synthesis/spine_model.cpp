#include "synthesis/spine_model.h"
#include "synthesis/noise_field.h"
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
constexpr std::size_t kSeventh = 4;  ///< C7 among the vertebrae below C2.
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

/// Intersection with rounded edges.
float smoothMax(float a, float b, float k) {
    return -smoothMin(-a, -b, k);
}

/// What of an arch differs from vertebra to vertebra; heights above the middle of its body.
struct Arch {
    float upperJoint, lowerJoint;  ///< Middles of its facet joints.
    float spinous;                 ///< How far back the spinous process reaches.
    bool low;                      ///< C7 and below: long transverse and sloping spinous processes.
};

/// Height of a facet joint against its middle: it sinks towards the back.
float jointSlope(float y) {
    return -0.9F * (y + 1) - 1;
}
constexpr float kJointCosine = 0.74F, kHalfJointGap = 0.4F;

/// The column of one vertebra between its upper and its lower joint.
float pillarAt(float ax, float y, float u, const Arch& arch) {
    const float joint = jointSlope(y);
    float d = ellipseDistance(ax - 21.5F, y + 1.0F, 6.6F, 6.2F);
    d = std::max(d, kJointCosine * (u - arch.upperJoint - joint) + kHalfJointGap);
    return std::max(d, kJointCosine * (arch.lowerJoint + joint - u) + kHalfJointGap);
}

/// Pedicle, in the upper half, and the transverse process about the artery's hole.
float pedicleAt(float ax, float y, float u, const Arch& arch) {
    float pedicle = capsule(ax, y, {9.5F, -9.5F, 2.9F}, {19, -3.5F, 3.2F});
    pedicle = smoothMax(pedicle, std::fabs(u - 3) - 3.8F, 2);
    float process = capsule(ax, y, {21, -4, 2.8F}, {26, -9.5F, 2.2F});
    process = std::min(process, capsule(ax, y, {10, -15, 2.0F}, {20.5F, -17, 2.0F}));
    process = std::min(process, capsule(ax, y, {20.5F, -17, 2.0F}, {26, -9.5F, 2.2F}));
    if (arch.low)
        process = capsule(ax, y, {20, -4, 3.6F}, {33, 3, 3.0F});
    process = smoothMax(process, std::fabs(u - 1.5F + 0.12F * (ax - 15)) - 3.2F, 1.5F);
    return std::max(std::min(pedicle, process), 2.9F - std::hypot(ax - 15.8F, y + 12.5F));
}

/// A plate from pillar to midline, its lower edge further back, and the spinous process.
float laminaAt(float ax, float y, float u, const Arch& arch) {
    float lamina = capsule(ax, y + 0.22F * (u + 2), {19, 3, 2.9F}, {0, 11.8F, 2.7F});
    lamina = smoothMax(lamina, std::fabs(u + 1.8F) - 7.0F, 2);
    float spine = capsule(ax, y, {0, 11.5F, 2.9F}, {0, arch.spinous - 5, 2.2F});
    const float fork = arch.spinous < 25 ? 3.4F : 0.8F;
    spine = std::min(
        spine, capsule(ax, y, {0.3F * fork, arch.spinous - 6, 2.2F}, {fork, arch.spinous, 2.0F}));
    const float sink = (arch.low ? 0.42F : 0.25F) * (y - 12);
    const float high = std::clamp(5.2F - 0.09F * (y - 12), 3.2F, 5.2F);
    spine = smoothMax(spine, std::fabs(u + 3.6F + sink) - high, 1.5F);
    return smoothMin(lamina, spine, 2);
}

/// Everything behind the body, for one vertebra; u is the height above its middle.
float archAt(float ax, float y, float u, const Arch& arch) {
    const float d = smoothMin(pillarAt(ax, y, u, arch), laminaAt(ax, y, u, arch), 1.5F);
    return y < 8 ? smoothMin(d, pedicleAt(ax, y, u, arch), 1.5F) : d;
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
    if (y < -24)
        return body;
    const float middle = 0.5F * (top + bottom);
    const Arch arch{kDiscs[level] - middle, kDiscs[level + 1] - middle, kSpinous[level],
                    level >= kSeventh};
    return smoothMin(body, archAt(ax, y, u, arch), 1.5F);
}

/// Height of the joint between axis and atlas: it sinks to the sides.
float atlasJoint(float ax) {
    return 44.3F - 0.45F * (ax - 18);
}
constexpr float kAtlasCosine = 0.91F;

float axis(float ax, float x, float y, float z) {
    const float bottom = kDiscs[0] + kThickDisc;
    float body = superellipse(x, y + 15, 11.5F, 8.6F);
    body = std::max(body, std::max(bottom - z, z - 40));
    float dens = ellipseDistance(x, y + 15.0F, 5.3F, 5.0F);
    dens = std::max(dens, std::max(36 - z, z - 61));
    float side = ellipseDistance(ax - 16, y + 8, 9.5F, 8.0F);
    side = std::max(side, std::max(28 - z, kAtlasCosine * (z - atlasJoint(ax)) + kHalfJointGap));
    side = std::max(side, 2.9F - std::hypot(ax - 20.0F, y + 10.0F));
    float pillar = ellipseDistance(ax - 21.5F, y + 1.0F, 6.6F, 6.0F);
    const float facet = kJointCosine * (kDiscs[0] + jointSlope(y) - z) + kHalfJointGap;
    pillar = std::max(pillar, std::max(facet, z - 34));
    float lamina = capsule(ax, y, {20, 3, 3.2F}, {0, 12.5F, 3.4F});
    lamina = std::max(lamina, std::max(23 - z, z - 39));
    float spine = capsule(ax, y, {0, 12, 4.0F}, {3.5F, 23, 3.4F});
    spine = std::max(spine, std::max(21 - z, z - 33));
    float d = smoothMin(body, smoothMin(dens, side, 2), 2);
    d = smoothMin(d, smoothMin(pillar, lamina, 2), 1.5F);
    return smoothMin(d, spine, 2);
}

float atlas(float ax, float y, float z) {
    float mass = ellipseDistance(ax - 21, y + 11.5F, 7.5F, 9.5F);
    mass = std::max(mass, std::max(kAtlasCosine * (atlasJoint(ax) - z) + kHalfJointGap, z - 63));
    float front = capsule(ax, y, {0, -24.5F, 3.0F}, {15, -18.5F, 3.0F});
    front = std::max(front, std::max(50.5F - z, z - 62));
    float back = std::min(capsule(ax, y, {20, -3, 3.4F}, {14, 14, 3.0F}),
                          capsule(ax, y, {14, 14, 3.0F}, {0, 20.5F, 3.2F}));
    back = std::max(back, std::max(48.5F - z, z - 58.5F));
    // Transverse process behind the jugular vein; its front root closes the artery's hole.
    float side = std::min(capsule(ax, y, {24, -7, 3.4F}, {36.5F, -4.5F, 3.2F}),
                          capsule(ax, y, {25, -17, 1.5F}, {33.5F, -8, 1.6F}));
    side = std::max(side, std::fabs(z - 54) - 4.5F);
    side = std::max(side, 2.6F - std::hypot(ax - 28.0F, y + 13.0F));
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

SpineDistances spineAt(float x, float y, float height, const CasePlan& plan) {
    const float ax = std::fabs(x);
    // The larynx stands higher or lower against the spine; skull and chest stay in their places.
    const float z =
        height + plan.larynxLevelMm * smoothStep(32, 8, height) * smoothStep(-68, -40, height);
    SpineDistances d{kFar, kFar, canalAt(x, y, z), 0};
    if (z > 8)
        d.bone = std::min(axis(ax, x, y, z), z > 36 ? atlas(ax, y, z) : kFar);
    for (std::size_t level = 0; level + 1 < kDiscs.size(); ++level)
        if (z < kDiscs[level] + 10 && z > kDiscs[level + 1] - (level < kSeventh ? 13 : 20))
            d.bone = std::min(d.bone, lowerVertebra(ax, x, y, z, level, plan));
    if (d.canal < 0.5F)
        d.bone = std::max(d.bone, -d.canal + 0.05F);
    d.disc = discAt(x, y, z, plan);
    d.disc = std::max(d.disc, -d.canal);
    d.cord = ellipseDistance(x, y + 1, 6.3F, 4.2F);
    return d;
}

}  // namespace nodewise::synthesis
