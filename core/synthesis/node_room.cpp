#include "synthesis/node_room.h"
#include "synthesis/slice_evaluator.h"
#include <algorithm>
#include <cmath>
#include <utility>

namespace nodewise::synthesis {

namespace {

constexpr int kDirections = 30;
constexpr std::array kHard{Field::Lumen, Field::Tooth,  Field::Bone, Field::Cartilage,
                           Field::Canal, Field::Artery, Field::Disc};

struct Found {
    bool fat = false;
    PartSide part = 0;
};

/// What lies at one place without nodes.
Found tissueAt(const Scene& scene, const std::array<float, 3>& at, FieldSlice& slice) {
    evaluateSlice(scene, {at[2], at[0], at[1], 0.5F, 1, 1}, false, slice);
    if (slice.of(Field::Skin)[0] > -3)
        return {false, slice.of(Field::Skin)[0] < -0.3F ? partSide(Part::Skin, true) : PartSide{0}};
    for (const Field f :
         {Field::Lumen, Field::Tooth, Field::Bone, Field::Cartilage, Field::Disc, Field::Canal,
          Field::Artery, Field::Vein, Field::Gland, Field::Mucosa, Field::Muscle})
        if (slice.of(f)[0] < 0)
            return {false, slice.idOf(f)[0]};
    return {true, 0};
}

/// Distance from the middle to the capsule along a direction.
float outlineAlong(const Scene& scene, const PlacedNode& node, const std::array<double, 3>& to) {
    const auto& c = node.body.centre;
    float r = 1;
    for (; r < 40; r += 0.5F)
        if (capsuleAt(node, scene.tile, c[0] + r * static_cast<float>(to[0]),
                      c[1] + r * static_cast<float>(to[1]),
                      c[2] + r * static_cast<float>(to[2])) >= 0)
            break;
    return r;
}

/// How good a way is: 0 none, 1 all of it.
double worth(const Scene& scene, const PlacedNode& node, const std::array<double, 3>& to,
             double depthMm, PartSide target, FieldSlice& slice) {
    const float start = outlineAlong(scene, node, to);
    int fat = 0, entered = 0, steps = 0;
    for (double beyond = 0.8; beyond < depthMm + 1; beyond += 1, ++steps) {
        std::array<float, 3> at = node.body.centre;
        for (std::size_t a = 0; a < 3; ++a)
            at[a] += (start + static_cast<float>(beyond)) * static_cast<float>(to[a]);
        const Found found = tissueAt(scene, at, slice);
        if (target != 0 && found.part == target)
            ++entered;
        else if (found.fat)
            ++fat;
        else
            break;
    }
    if (steps == 0)
        return 0;
    const double way = static_cast<double>(fat + entered) / steps;
    return target != 0 ? (entered > 0 ? way + 0.1 * entered : 0) : way;
}

}  // namespace

double obstructedShare(const Scene& scene, const PlacedNode& node) {
    const auto& c = node.body.centre;
    const auto& r = node.body.radii;
    const float flat = std::max(r[0], r[1]), step = std::max(1.0F, flat / 7);
    const int side = static_cast<int>(2 * flat / step) + 1;
    FieldSlice slice;
    double inside = 0, hard = 0;
    for (const float level : {-0.8F, -0.5F, -0.2F, 0.1F, 0.4F, 0.7F}) {
        const float z = c[2] + level * r[2];
        const SliceGrid grid{z, c[0] - flat, c[1] - flat, step, side, side};
        evaluateSlice(scene, grid, false, slice);
        std::size_t p = 0;
        for (int j = 0; j < side; ++j)
            for (int i = 0; i < side; ++i, ++p) {
                if (capsuleAt(node, scene.tile, grid.x0 + step * static_cast<float>(i),
                              grid.y0 + step * static_cast<float>(j), z) > 0)
                    continue;
                ++inside;
                bool blocked = slice.of(Field::Skin)[p] > -3;
                for (const Field f : kHard)
                    blocked = blocked || slice.of(f)[p] < -0.3F;
                hard += blocked ? 1 : 0;
            }
    }
    return inside > 0 ? hard / inside : 1;
}

std::vector<std::array<double, 3>> waysOut(const Scene& scene, const PlacedNode& node,
                                           double depthMm, PartSide target, double turn) {
    FieldSlice slice;
    std::vector<std::pair<double, std::array<double, 3>>> ways;
    for (int n = 0; n < kDirections; ++n) {
        // A Fibonacci sphere, flattened: extension that only goes up or down is hard to see.
        const double z = 0.7 * (2 * (n + 0.5) / kDirections - 1);
        const double angle = 2.399963 * n + 6.283185 * turn, ring = std::sqrt(1 - z * z);
        const std::array<double, 3> to{ring * std::cos(angle), ring * std::sin(angle), z};
        const double value = worth(scene, node, to, depthMm, target, slice);
        if (value > 0)
            ways.emplace_back(value, to);
    }
    std::stable_sort(ways.begin(), ways.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<std::array<double, 3>> out;
    for (const auto& way : ways)
        out.push_back(way.second);
    return out;
}

}  // namespace nodewise::synthesis
