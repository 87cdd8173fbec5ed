#include "synthesis/upper_vertebrae.h"
#include "synthesis/noise_field.h"
#include "synthesis/solid.h"
#include "synthesis/vertebra.h"
#include <algorithm>
#include <cmath>

namespace nodewise::synthesis {

namespace {

/// Height of the joint between axis and atlas: it sinks to the sides.
float atlasJoint(float ax) {
    return 44.3F - 0.5F * (ax - 18);
}
constexpr float kAtlasCosine = 0.89F;

/// Body with its waist, and the dens with a neck and a round top.
float axisBody(float ax, float y, float z, const CasePlan& plan) {
    const SolidPoint p{ax, y, z};
    const float bottom = kDiscs[0] + halfDisc(plan, 0) + 2.4F * smoothStep(7, 11, ax) -
                         0.12F * std::max(0.0F, -15 - y);
    const float low = smoothStep(30, 21, z);
    float body = smoothMax(ellipseDistance(ax, y + 13.0F, 9.6F + 2.0F * low, 10.2F + 0.8F * low),
                           y + 7.4F, 3);
    body = smoothMax(body, std::max(bottom - z, z - 39), 2);
    const float neck = 0.6F * smoothStep(4.5F, 1, std::fabs(z - 44));
    const float dens = bar(p, {0, -14.5F, 36, 5.4F}, {0, -15.5F, 56.2F, 5.0F}) + neck;
    return smoothMin(body, dens, 3);
}

/// Shoulders that carry the atlas, sloping to the sides.
float axisShoulder(float ax, float y, float z) {
    float d = ellipsoid(ax - 15.5F, y + 9.5F, z - 37, 10.2F, 8.6F, 9.5F);
    return smoothMax(d, kAtlasCosine * (z - atlasJoint(ax)) + kHalfJointGap, 1.2F);
}

/// From the shoulder back and down to the lower joint.
float axisPillar(float ax, float y, float z) {
    const SolidPoint p{ax, y, z};
    const float px = ax - 20.4F, py = y - 0.6F;
    float block = ellipseDistance(0.906F * px - 0.423F * py, 0.423F * px + 0.906F * py, 7.8F, 5.4F);
    block = smoothMax(block, z - 28 - 0.5F * y, 3);
    const float isthmus = bar(p, {14, -6, 35, 4.4F}, {19.5F, 1, 25, 4.4F}, 1.2F);
    const float d = smoothMin(block, isthmus, 3);
    return smoothMax(d, kJointCosine * (kDiscs[0] + jointRise(ax, y, 0) - z) + kHalfJointGap, 0.8F);
}

/// Broad plates and the large forked process.
float axisArch(float ax, float y, float z) {
    const SolidPoint p{ax, y, z};
    float lamina = bar(p, {17, 2.5F, 28, 2.5F}, {1, 13.5F, 30, 2.9F}, 2.5F);
    float spine = bar(p, {0, 14, 29.5F, 3.6F}, {1.2F, 21, 26, 3.2F}, 1.6F);
    spine = smoothMin(spine, bar(p, {1.2F, 21, 25, 2.8F}, {4.2F, 26, 22.5F, 2.2F}, 1.5F), 2);
    return smoothMin(lamina, spine, 2.5F);
}

/// Small, pointing down: its plate closes the hole of the artery at the side.
float axisProcess(float ax, float y, float z, const std::array<float, 2>& artery) {
    const float x = std::fabs(artery[0]), v = artery[1];
    const SolidPoint p{ax, y, z};
    float d = bar(p, {11, -15.5F, 30, 2.0F}, {x + 3.2F, v - 3.8F, 29, 1.5F}, 1.8F);
    d = smoothMin(d, bar(p, {x + 3.4F, v - 3.6F, 29, 1.5F}, {x + 5.4F, v + 2.5F, 28, 1.9F}, 2.2F),
                  1);
    return smoothMin(
        d, bar(p, {19.5F, -3.5F, 28.5F, 2.6F}, {x + 6.5F, v + 2.8F, 27.5F, 1.9F}, 1.5F), 1.5F);
}

}  // namespace

float axisAt(float x, float y, float z, const std::array<float, 2>& artery, const CasePlan& plan) {
    const float ax = std::fabs(x);
    const float shoulder = smoothMin(axisShoulder(ax, y, z), axisProcess(ax, y, z, artery), 1.5F);
    const float hole = 2.9F - std::hypot(ax - std::fabs(artery[0]), y - artery[1]);
    const float d = smoothMin(axisBody(ax, y, z, plan), std::max(shoulder, hole), 2.5F);
    return smoothMin(d, smoothMin(axisPillar(ax, y, z), axisArch(ax, y, z), 2.5F), 2);
}

float atlasAt(float x, float y, float z) {
    const float ax = std::fabs(x);
    const SolidPoint p{ax, y, z};
    float mass = ellipsoid(ax - 20.5F, y + 11.0F, z - 53, 8.2F, 10.2F, 15);
    mass = smoothMax(mass, kAtlasCosine * (atlasJoint(ax) - z) + kHalfJointGap, 1.2F);
    mass = smoothMax(mass, z - 62.3F - 0.25F * (ax - 18), 1.5F);
    float front = smoothMin(bar(p, {0, -24.3F, 56, 2.8F}, {8.5F, -22.6F, 55.7F, 2.6F}, 1.8F),
                            bar(p, {8.5F, -22.6F, 55.7F, 2.6F}, {16, -17.5F, 55, 3.0F}, 1.8F), 1);
    front = smoothMin(front, bar(p, {0, -25.6F, 55.5F, 2.2F}, {0.1F, -26, 55, 2.2F}, 1.3F), 2);
    float back = smoothMin(bar(p, {19.5F, -3, 55, 3.0F}, {18.5F, 7.5F, 54, 2.5F}, 1.4F),
                           bar(p, {18.5F, 7.5F, 54, 2.5F}, {10.5F, 17, 53.5F, 2.6F}, 1.5F), 1);
    back = smoothMin(back, bar(p, {10.5F, 17, 53.5F, 2.6F}, {0, 20.4F, 53, 3.0F}, 1.6F), 1);
    // Transverse process behind the jugular vein; its front root closes the artery's hole.
    float side = smoothMin(bar(p, {24, -7, 54, 3.0F}, {36.5F, -5, 53, 2.9F}, 1.4F),
                           bar(p, {25, -17, 54, 1.6F}, {34, -8, 53.5F, 1.7F}, 2.2F), 1.5F);
    side = std::max(side, 2.6F - std::hypot(ax - 28.0F, y + 13.0F));
    return smoothMin(smoothMin(mass, front, 2), smoothMin(back, side, 2), 2);
}

}  // namespace nodewise::synthesis
