#include "segmentation/ray_set.h"
#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <utility>

namespace nodewise::segmentation {

namespace {

constexpr int kSide = 64;  ///< Texels along an edge of a cube's face: 1.4 degrees.

using Triangle = std::array<std::uint16_t, 3>;

float dotOf(const Direction& a, const Direction& b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
Direction crossOf(const Direction& a, const Direction& b) {
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}
Direction unit(Direction d) {
    const float size = std::sqrt(dotOf(d, d));
    return {d[0] / size, d[1] / size, d[2] / size};
}

Direction directionOf(std::size_t texel) {
    const auto n = static_cast<int>(texel);
    const int face = n / (kSide * kSide), row = n / kSide % kSide, column = n % kSide;
    const float u = (2.0F * static_cast<float>(column) + 1) / kSide - 1;
    const float v = (2.0F * static_cast<float>(row) + 1) / kSide - 1;
    const float s = face % 2 == 0 ? 1.0F : -1.0F;
    switch (face / 2) {
    case 0:
        return unit({s, u, v});
    case 1:
        return unit({u, s, v});
    default:
        return unit({u, v, s});
    }
}

/// Triangles of each level; the children of triangle t are 4t to 4t + 3 of the next.
struct Icosphere {
    std::vector<Direction> points;
    std::vector<std::vector<Triangle>> levels;

    explicit Icosphere(int level) {
        const float g = std::numbers::phi_v<float>;
        for (const Direction& d : {Direction{-1, g, 0},
                                   {1, g, 0},
                                   {-1, -g, 0},
                                   {1, -g, 0},
                                   {0, -1, g},
                                   {0, 1, g},
                                   {0, -1, -g},
                                   {0, 1, -g},
                                   {g, 0, -1},
                                   {g, 0, 1},
                                   {-g, 0, -1},
                                   {-g, 0, 1}})
            points.push_back(unit(d));
        levels.push_back({{0, 11, 5}, {0, 5, 1},  {0, 1, 7},   {0, 7, 10}, {0, 10, 11},
                          {1, 5, 9},  {5, 11, 4}, {11, 10, 2}, {10, 7, 6}, {7, 1, 8},
                          {3, 9, 4},  {3, 4, 2},  {3, 2, 6},   {3, 6, 8},  {3, 8, 9},
                          {4, 9, 5},  {2, 4, 11}, {6, 2, 10},  {8, 6, 7},  {9, 8, 1}});
        for (int n = 0; n < level; ++n)
            split();
    }

private:
    void split() {
        std::map<std::pair<std::uint16_t, std::uint16_t>, std::uint16_t> middles;
        const auto middle = [&](std::uint16_t a, std::uint16_t b) {
            const auto [at, isNew] =
                middles.try_emplace(std::minmax(a, b), static_cast<std::uint16_t>(points.size()));
            if (isNew)
                points.push_back(unit({points[a][0] + points[b][0], points[a][1] + points[b][1],
                                       points[a][2] + points[b][2]}));
            return at->second;
        };
        std::vector<Triangle> finer;
        for (const auto& [a, b, c] : levels.back()) {
            const auto ab = middle(a, b), bc = middle(b, c), ca = middle(c, a);
            finer.insert(finer.end(), {{a, ab, ca}, {ab, b, bc}, {ca, bc, c}, {ab, bc, ca}});
        }
        levels.push_back(std::move(finer));
    }
};

/// Barycentric weights of a direction in a spherical triangle; all >= 0 when it lies within.
std::array<float, 3> weightsIn(const std::vector<Direction>& points, const Triangle& t,
                               const Direction& d) {
    const Direction &a = points[t[0]], &b = points[t[1]], &c = points[t[2]];
    std::array<float, 3> w{dotOf(crossOf(b, c), d), dotOf(crossOf(c, a), d),
                           dotOf(crossOf(a, b), d)};
    const float sum = w[0] + w[1] + w[2];
    for (float& x : w)
        x /= sum;
    return w;
}

/// Of `count` triangles from `first`, the one the direction lies deepest in.
std::size_t deepest(const std::vector<Direction>& points, const std::vector<Triangle>& triangles,
                    std::size_t first, std::size_t count, const Direction& d) {
    std::size_t best = first;
    float depth = -1e9F;
    for (std::size_t n = first; n < first + count; ++n) {
        const auto& t = triangles[n];
        // A triangle on the other side of the sphere has the same signs.
        if (dotOf(points[t[0]], d) < 0)
            continue;
        const auto w = weightsIn(points, t, d);
        if (const float least = std::min({w[0], w[1], w[2]}); least > depth) {
            depth = least;
            best = n;
        }
    }
    return best;
}

}  // namespace

RaySet RaySet::sphere(int level) {
    const Icosphere ico(level);
    RaySet set;
    set.m_directions = ico.points;
    set.link(ico.levels.back());
    set.m_texels.resize(6 * kSide * kSide);
    for (std::size_t texel = 0; texel < set.m_texels.size(); ++texel) {
        const Direction d = directionOf(texel);
        std::size_t at = deepest(ico.points, ico.levels[0], 0, ico.levels[0].size(), d);
        for (std::size_t n = 1; n < ico.levels.size(); ++n)
            at = deepest(ico.points, ico.levels[n], 4 * at, 4, d);
        Blend& blend = set.m_texels[texel];
        blend.ray = ico.levels.back()[at];
        blend.weight = weightsIn(ico.points, blend.ray, d);
    }
    return set;
}

RaySet RaySet::circle(int count) {
    RaySet set;
    set.m_flat = true;
    const float step = 2 * std::numbers::pi_v<float> / static_cast<float>(count);
    for (int n = 0; n < count; ++n) {
        const float a = step * static_cast<float>(n);
        set.m_directions.push_back({std::cos(a), std::sin(a), 0});
        set.m_neighbours.push_back({static_cast<std::uint16_t>((n + count - 1) % count),
                                    static_cast<std::uint16_t>((n + 1) % count)});
    }
    set.m_texels.resize(6 * kSide * kSide);
    for (std::size_t texel = 0; texel < set.m_texels.size(); ++texel) {
        const Direction d = directionOf(texel);
        float turn = std::atan2(d[1], d[0]) / step;
        if (turn < 0)
            turn += static_cast<float>(count);
        const int low = static_cast<int>(turn);
        const float t = turn - static_cast<float>(low);
        set.m_texels[texel] = {{static_cast<std::uint16_t>(low % count),
                                static_cast<std::uint16_t>((low + 1) % count), 0},
                               {1 - t, t, 0}};
    }
    set.measureAngle();
    return set;
}

void RaySet::link(const std::vector<Triangle>& triangles) {
    m_neighbours.resize(m_directions.size());
    for (const Triangle& t : triangles)
        for (std::size_t n = 0; n < 3; ++n)
            m_neighbours[t[n]].push_back(t[(n + 1) % 3]);
    measureAngle();
}

void RaySet::measureAngle() {
    double sum = 0, count = 0;
    for (std::size_t r = 0; r < size(); ++r)
        for (const std::uint16_t n : m_neighbours[r]) {
            sum += std::acos(std::clamp(dotOf(m_directions[r], m_directions[n]), -1.0F, 1.0F));
            ++count;
        }
    m_angle = static_cast<float>(sum / count);
}

std::vector<float> RaySet::spread(const std::vector<float>& perRay) const {
    std::vector<float> out(m_texels.size());
    for (std::size_t n = 0; n < out.size(); ++n) {
        const Blend& b = m_texels[n];
        out[n] = b.weight[0] * perRay[b.ray[0]] + b.weight[1] * perRay[b.ray[1]] +
                 b.weight[2] * perRay[b.ray[2]];
    }
    return out;
}

std::size_t RaySet::texelOf(float x, float y, float z) {
    const float ax = std::fabs(x), ay = std::fabs(y), az = std::fabs(z);
    int face = 0;
    float u = 0, v = 0, size = 0;
    if (ax >= ay && ax >= az) {
        face = x >= 0 ? 0 : 1;
        u = y, v = z, size = ax;
    } else if (ay >= az) {
        face = y >= 0 ? 2 : 3;
        u = x, v = z, size = ay;
    } else {
        face = z >= 0 ? 4 : 5;
        u = x, v = y, size = az;
    }
    if (size <= 0)
        return 0;
    const auto texel = [&](float c) {
        return std::clamp(static_cast<int>((c / size + 1) * (0.5F * kSide)), 0, kSide - 1);
    };
    return static_cast<std::size_t>((face * kSide + texel(v)) * kSide + texel(u));
}

std::uint16_t RaySet::nearestRay(std::size_t texel) const {
    const Blend& b = m_texels[texel];
    const auto most = std::max_element(b.weight.begin(), b.weight.end()) - b.weight.begin();
    return b.ray[static_cast<std::size_t>(most)];
}

}  // namespace nodewise::segmentation
