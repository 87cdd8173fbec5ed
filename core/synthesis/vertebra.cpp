#include "synthesis/vertebra.h"
#include "synthesis/noise_field.h"
#include "synthesis/solid.h"
#include <algorithm>
#include <cmath>

namespace nodewise::synthesis {

namespace {

constexpr std::size_t kSixth = 3, kSeventh = 4;  ///< C6 and C7 among the vertebrae from C3.
constexpr float kDiscHalf = 2.6F, kWornDiscHalf = 0.9F;
constexpr float kHoleMm = 2.9F;  ///< Half width of the foramen of the vertebral artery.

/// How far back the spinous process reaches, and how broad its vertebra is.
struct LevelForm {
    float spinous, halfWidth, fork, tubercle, turn;
};
constexpr std::array kForms{
    LevelForm{18.5F, 11.6F, 2.6F, 1.3F, -0.25F}, LevelForm{19.5F, 11.8F, 2.8F, 1.4F, -0.15F},
    LevelForm{22, 12.2F, 3.0F, 1.6F, -0.05F},    LevelForm{28, 12.6F, 2.4F, 2.7F, 0.05F},
    LevelForm{38, 13.2F, 0.0F, 1.3F, 0.15F},     LevelForm{42, 13.6F, 0.0F, 1.3F, 0.15F},
    LevelForm{42, 13.8F, 0.0F, 1.3F, 0.1F},      LevelForm{42, 14.0F, 0.0F, 1.3F, 0.1F}};

/// How far the hooks rise at a place above the end plate: at its back outer edge alone.
float hook(float ax, float y) {
    return smoothStep(6.8F, 10.6F, ax) * smoothStep(-20, -12.5F, y);
}

/// Front an arch, back flat.
float bodyOutline(float x, float y, float halfWidth, float front) {
    const float round = ellipseDistance(x, y + 13.0F, halfWidth, 11.2F + front);
    return smoothMax(round, y + 7.6F, 3);
}

}  // namespace

float halfDisc(const CasePlan& plan, std::size_t disc) {
    return kDiscHalf + plan.discWear[disc].narrow * (kWornDiscHalf - kDiscHalf);
}

DiscPlace discPlace(float ax, float y) {
    return {bodyOutline(ax, y, 11.4F, 0), 3.2F * hook(ax, y) - 0.08F * std::max(0.0F, -15 - y)};
}

float canalSide(float ax, float y) {
    return 0.8F * std::sqrt(ax * ax + 9) + 0.6F * y - 7.9F;
}

float canalAt(float ax, float y, float z) {
    const float high = smoothStep(26, 46, z);
    float low = kFar, up = kFar;
    if (high < 1)
        low = smoothMax(smoothMax(canalSide(ax, y), -8.2F - y, 4), ax - 11.7F, 4);
    if (high > 0)
        up = ellipseDistance(ax, y - 2.0F, 12.7F * (1 - 0.015F * y), 11.5F);
    return high <= 0 ? low : (high >= 1 ? up : low + high * (up - low));
}

float jointRise(float ax, float y, std::size_t disc) {
    return -0.9F * (y + 1 + kForms[std::min(disc, kForms.size() - 1)].turn * (ax - 20)) - 1;
}

bool VertebraCut::reaches(std::size_t level, float z) {
    return z < kDiscs[level] + 10 && z > kDiscs[level + 1] - (level < kSeventh ? 15 : 24);
}

VertebraCut::VertebraCut(const CasePlan& plan, std::size_t level, float z,
                         const std::array<std::array<float, 2>, 2>& artery)
    : m_level(level)
    , m_above(plan.discWear[level])
    , m_below(plan.discWear[level + 1])
    , m_hole(artery) {
    const float top = kDiscs[level] - halfDisc(plan, level),
                bottom = kDiscs[level + 1] + halfDisc(plan, level + 1);
    const float middle = 0.5F * (top + bottom);
    m_half = 0.5F * (top - bottom);
    m_u = z - middle;
    m_upperJoint = kDiscs[level] - middle;
    m_lowerJoint = kDiscs[level + 1] - middle;
    m_spinousTip = kForms[level].spinous + plan.vertebraForm[level].spinousMm;
    m_spinousX = plan.vertebraForm[level].spinousX;
    m_pillarSize = plan.vertebraForm[level].pillar;
    m_nearTop = std::max(0.0F, 1 - (m_half - m_u) / 5);
    m_nearEnd = std::max(0.0F, 1 - (m_half + m_u) / 5);
    if (level >= kSeventh)
        m_hole = {std::array{-16.4F, -11.2F}, std::array{16.4F, -11.2F}};
}

float VertebraCut::body(float ax, float x, float y) const {
    // A waist; spurs at the rims of worn discs, longest in front.
    const float waist = std::max(0.0F, 1 - m_u * m_u / (m_half * m_half));
    const float spur = m_above.spur * m_nearTop * m_nearTop + m_below.spur * m_nearEnd * m_nearEnd;
    const float outline = bodyOutline(x, y, kForms[m_level].halfWidth - 1.5F * waist + 1.2F * spur,
                                      2.6F * spur - 0.8F * waist);
    const float side = hook(ax, y), front = std::max(0.0F, -15 - y);
    const float top = m_half + (4.4F + 1.2F * m_above.spur) * side - 0.05F * front;
    const float bottom = -m_half + 2.4F * side - 0.10F * front;
    const float steep = 1 - 0.35F * side * (1 - side) * 4;
    return smoothMax(outline, steep * std::max(m_u - top, bottom - m_u), 1.4F);
}

/// Between its upper and its lower joint.
float VertebraCut::joints(float d, float ax, float y) const {
    // Beside the midline nothing stands in the way of the laminae.
    const float inner = 1.3F * std::max(0.0F, 12 - ax);
    const float upper = m_u - m_upperJoint - jointRise(ax, y, m_level) - inner,
                lower = m_lowerJoint + jointRise(ax, y, m_level + 1) - m_u;
    d = smoothMax(d, kJointCosine * upper + kHalfJointGap, 0.8F);
    d = smoothMax(d, kJointCosine * lower + kHalfJointGap, 0.8F);
    // The lower facets end where the plates of the next vertebra begin.
    return smoothMax(d, m_lowerJoint - 6.2F - m_u, 1.5F);
}

/// A flat oval block, its inner end further back; it swells towards its joints.
float VertebraCut::pillar(float ax, float y, std::size_t side) const {
    const float t = (m_u + 1) / (0.5F * (m_upperJoint - m_lowerJoint));
    const float worn = m_u > 0 ? m_above.facet[side] : m_below.facet[side];
    const float swell = (0.8F + 2.4F * worn) * t * t - 0.5F;
    const float px = ax - 20.4F, py = y - 0.4F;
    const float along = 0.906F * px - 0.423F * py, across = 0.423F * px + 0.906F * py;
    const float size = m_pillarSize[side];
    return ellipseDistance(along, across, 8.2F * size + swell, 5.5F * size + 0.6F * swell);
}

/// Plates that follow the canal from pillar to midline, like shingles the lower edge further back.
float VertebraCut::lamina(float ax, float y) const {
    const float outer = smoothStep(7, 14, ax);
    const float middle = 2.4F + 1.3F * outer - 0.17F * (m_u + 2);
    float d = std::fabs(canalSide(ax, y) - middle) - (2.1F + 0.9F * outer);
    d = smoothMax(d, ax - 17, 2);
    d = smoothMax(d, -0.5F - y, 2);
    d = smoothMax(d, m_u - (6.2F + 1.3F * outer), 2);
    return smoothMax(d, -(9.2F + 4.5F * outer) - m_u, 2);
}

float VertebraCut::spinous(float x, float y) const {
    const bool low = m_level >= kSeventh;
    const float tip = m_spinousTip, sink = (low ? 0.42F : 0.25F) * (tip - 14);
    const SolidPoint p{x, y, m_u};
    float d = bar(p, {0.2F * m_spinousX, 12, -3.4F, 2.3F},
                  {0.8F * m_spinousX, tip - 3.5F, -3.6F - sink, 1.6F}, low ? 2.6F : 2.3F);
    const float fork = kForms[m_level].fork;
    if (fork <= 0)
        return smoothMin(d,
                         bar(p, {0.8F * m_spinousX, tip - 4, -3.6F - sink, 2.2F},
                             {m_spinousX, tip, -4.4F - sink, 2.8F}, 1.7F),
                         2);
    for (const float s : {1.0F, -1.0F})
        d = smoothMin(d,
                      bar(p, {0.8F * m_spinousX, tip - 5, -4 - sink, 1.7F},
                          {m_spinousX + s * fork, tip - 0.3F * s, -5.2F - sink, 1.8F}, 1.6F),
                      1.5F);
    return d;
}

float VertebraCut::pedicle(float ax, float y) const {
    return bar({ax, y, m_u}, {9.5F, -9.8F, 2.8F, 2.9F}, {17, -3, 2.2F, 3.0F}, 1.2F);
}

/// Front bar from the body, back bar from the pillar, and the plate at the side that closes the
/// ring about the artery; before and beside it the tubercles, a gutter between them.
float VertebraCut::process(float ax, float y, std::size_t side) const {
    const float x = std::fabs(m_hole[side][0]), v = m_hole[side][1];
    const float tubercle = kForms[m_level].tubercle;
    const float big = m_level == kSixth ? 1.0F : 0.0F;
    const SolidPoint p{ax, y, m_u};
    float d = bar(p, {10.5F, -14.8F, 1.2F, 1.8F}, {x + 3.9F, v - 4.3F, 0.4F, 1.4F}, 2.4F);
    d = smoothMin(d,
                  bar(p, {x + 3.9F, v - 4.3F, 0, 1.4F},
                      {x + 7 + 0.5F * big, v - 6.4F - 1.2F * big, -2.2F, tubercle}, 1.6F),
                  1);
    d = smoothMin(
        d, bar(p, {x + 3.9F, v - 3.9F, 0.6F, 1.25F}, {x + 5.2F, v + 3.6F, 0.4F, 1.4F}, 2.7F), 1);
    d = smoothMin(d, bar(p, {19, -4.5F, 0.8F, 2.2F}, {x + 5.2F, v + 3.8F, 0.2F, 1.9F}, 2.0F), 1.5F);
    d = smoothMin(
        d, bar(p, {x + 5.2F, v + 3.8F, -0.4F, 1.7F}, {x + 10.6F, v + 4.4F, -2.8F, 1.5F}, 1.7F), 1);
    return std::max(smoothMin(d, pedicle(ax, y), 1.5F), kHoleMm - std::hypot(ax - x, y - v));
}

/// C7 and below: far to the side and back; C7 has a small hole without an artery.
float VertebraCut::longProcess(float ax, float y) const {
    const SolidPoint p{ax, y, m_u};
    float d = bar(p, {18, -4, 1.8F, 3.3F}, {33, 2.5F, 0.4F, 2.9F}, 1.3F);
    if (m_level == kSeventh) {
        d = smoothMin(d, bar(p, {11, -16, 0.4F, 1.5F}, {20, -15, -0.4F, 1.2F}, 1.7F), 1);
        d = smoothMin(d, bar(p, {20, -15, -0.4F, 1.2F}, {23, -5, 0, 1.6F}, 1.9F), 1);
    }
    return std::max(smoothMin(d, pedicle(ax, y), 1.5F),
                    1.9F - std::hypot(ax - m_hole[1][0], y - m_hole[1][1]));
}

BoneDistance VertebraCut::at(float x, float y) const {
    const float ax = std::fabs(x);
    const std::size_t side = x > 0 ? 1 : 0;
    const float block = y < 0 ? body(ax, x, y) : kFar;
    float arch = kFar;
    if (y > -12)
        arch = joints(smoothMin(pillar(ax, y, side), lamina(ax, y), 3), ax, y);
    if (y < 10)
        arch =
            smoothMin(arch, m_level >= kSeventh ? longProcess(ax, y) : process(ax, y, side), 1.5F);
    if (y > 6)
        arch = smoothMin(arch, spinous(x, y), 1.5F);
    return {smoothMin(block, arch, 1.5F), arch < block};
}

}  // namespace nodewise::synthesis
