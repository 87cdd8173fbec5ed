/// ray_set.h: directions spread evenly over a sphere or a circle, who lies beside whom, and how to
/// read a value between them.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace nodewise::segmentation {

using Direction = std::array<float, 3>;

/// Fixed tables; built once, thread-safe to read.
class RaySet {
public:
    /// The icosahedron split `level` times: 10·4^level + 2 rays. 3 gives 642, 8.6 degrees apart.
    [[nodiscard]] static RaySet sphere(int level);
    /// `count` rays in the plane of the first two axes.
    [[nodiscard]] static RaySet circle(int count);

    [[nodiscard]] std::size_t size() const { return m_directions.size(); }
    [[nodiscard]] const Direction& operator[](std::size_t ray) const { return m_directions[ray]; }
    [[nodiscard]] const std::vector<std::uint16_t>& neighbours(std::size_t ray) const {
        return m_neighbours[ray];
    }
    /// Mean angle between neighbours, radians.
    [[nodiscard]] float angle() const { return m_angle; }
    [[nodiscard]] bool flat() const { return m_flat; }

    /// One value a ray -> one value a texel of a cube about the middle, to be read by `texelOf`.
    [[nodiscard]] std::vector<float> spread(const std::vector<float>& perRay) const;
    /// The texel a displacement points to. It need not be of unit length; zero is allowed.
    [[nodiscard]] static std::size_t texelOf(float x, float y, float z);
    /// The ray nearest to a texel's direction.
    [[nodiscard]] std::uint16_t nearestRay(std::size_t texel) const;

private:
    struct Blend {
        std::array<std::uint16_t, 3> ray{};
        std::array<float, 3> weight{};
    };
    void link(const std::vector<std::array<std::uint16_t, 3>>& triangles);
    void measureAngle();

    std::vector<Direction> m_directions;
    std::vector<std::vector<std::uint16_t>> m_neighbours;
    std::vector<Blend> m_texels;
    float m_angle = 0;
    bool m_flat = false;
};

}  // namespace nodewise::segmentation
