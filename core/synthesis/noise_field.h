/// noise_field.h: smooth noise from whole-number hashes: the same numbers on every machine.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

namespace nodewise::synthesis {

/// A well mixed 32-bit hash. Pure.
[[nodiscard]] constexpr std::uint32_t mix(std::uint32_t v) {
    v ^= v >> 16U;
    v *= 0x7feb352dU;
    v ^= v >> 15U;
    v *= 0x846ca68bU;
    v ^= v >> 16U;
    return v;
}
[[nodiscard]] constexpr std::uint32_t mix(std::uint32_t a, std::uint32_t b) {
    return mix(a ^ (mix(b) + 0x9e3779b9U + (a << 6U) + (a >> 2U)));
}
[[nodiscard]] constexpr std::uint32_t mix(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    return mix(mix(a, b), c);
}

/// Draws in a fixed order; only the plan uses it, nothing is random while drawing.
class Draw {
public:
    explicit Draw(std::uint32_t seed, std::uint32_t stream)
        : m_state(mix(seed, stream)) {}
    /// Uniform in [0, 1).
    [[nodiscard]] double uniform();
    [[nodiscard]] double uniform(double low, double high) { return low + (high - low) * uniform(); }
    /// Near normal (sum of twelve uniforms), mean 0, SD 1, within 6.
    [[nodiscard]] double normal();
    [[nodiscard]] std::uint32_t bits();

private:
    std::uint32_t m_state;
    std::uint32_t m_count = 0;
};

/// S(a, b, x): 0 below a, 1 above b, smooth between.
[[nodiscard]] inline float smoothStep(float a, float b, float x) {
    const float t = (x - a) / (b - a);
    const float c = t < 0 ? 0 : (t > 1 ? 1 : t);
    return c * c * (3 - 2 * c);
}

/// Gradient noise of feature size 1 in a periodic tile: about -1..1, SD about 0.25, period 16.
class NoiseTile {
public:
    static constexpr int kSamples = 64;  ///< A side; four a unit.
    static constexpr float kPerUnit = 4.0F;

    explicit NoiseTile(std::uint32_t seed);

    /// Trilinear; `stream` moves to another part of the tile. Coordinates within ±1000 units.
    [[nodiscard]] float at(float x, float y, float z, std::uint32_t stream = 0) const;

    [[nodiscard]] const float* row(int y, int z) const {
        return &m_values[static_cast<std::size_t>(((z & 63) * 64 + (y & 63)) * 64)];
    }

private:
    std::vector<float> m_values;
};

/// The noise along one row of an image: y and z fixed, so a look-up costs two reads.
class NoiseLine {
public:
    /// Feature sizes in mm along x, y, z.
    NoiseLine(const NoiseTile& tile, std::uint32_t stream, std::array<float, 3> sizeMm);
    void setRow(float yMm, float zMm);
    [[nodiscard]] float at(float xMm) const {
        const float u = xMm * m_scaleX + m_shiftX;
        const int i = static_cast<int>(u);
        const float t = u - static_cast<float>(i);
        const auto k = static_cast<std::size_t>(i & 63);
        return m_line[k] + t * (m_line[k + 1] - m_line[k]);
    }

private:
    const NoiseTile* m_tile;
    float m_scaleX, m_scaleY, m_scaleZ;
    float m_shiftX, m_shiftY, m_shiftZ;
    std::array<float, 65> m_line{};
};

/// ridge(n) = 1 - 2.2 |n|: 1 on thin sheets.
[[nodiscard]] inline float ridge(float noise) {
    return 1.0F - 2.2F * (noise < 0 ? -noise : noise);
}

}  // namespace nodewise::synthesis
