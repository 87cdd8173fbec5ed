#include "synthesis/noise_field.h"
#include <cmath>
#include <cstddef>

namespace nodewise::synthesis {

namespace {

constexpr int kPeriod = 16;
// Added to coordinates so that truncation rounds down; a whole number of periods in samples.
constexpr float kPositive = 64.0F * 512.0F;

float gradient(std::uint32_t hash, float x, float y, float z) {
    // The twelve edges of a cube (Perlin 2002).
    const std::uint32_t h = hash & 15U;
    const float u = h < 8 ? x : y;
    const float v = h < 4 ? y : (h == 12 || h == 14 ? x : z);
    return ((h & 1U) != 0 ? -u : u) + ((h & 2U) != 0 ? -v : v);
}

float fade(float t) {
    return t * t * t * (t * (t * 6 - 15) + 10);
}

float blend(float a, float b, float t) {
    return a + t * (b - a);
}

float latticeNoise(std::uint32_t seed, int ix, int iy, int iz, float x, float y, float z) {
    std::array<float, 8> corner{};
    for (int c = 0; c < 8; ++c) {
        const int dx = c & 1, dy = (c >> 1) & 1, dz = c >> 2;
        const auto cell = static_cast<std::uint32_t>(
            ((iz + dz) % kPeriod * kPeriod + (iy + dy) % kPeriod) * kPeriod + (ix + dx) % kPeriod);
        corner[static_cast<std::size_t>(c)] =
            gradient(mix(seed, cell), x - static_cast<float>(dx), y - static_cast<float>(dy),
                     z - static_cast<float>(dz));
    }
    const float fx = fade(x), fy = fade(y), fz = fade(z);
    const float low = blend(blend(corner[0], corner[1], fx), blend(corner[2], corner[3], fx), fy);
    const float high = blend(blend(corner[4], corner[5], fx), blend(corner[6], corner[7], fx), fy);
    return blend(low, high, fz);
}

float shiftOf(std::uint32_t stream, std::uint32_t axis) {
    return static_cast<float>(mix(stream, axis) & 0xFFFFU) / 1024.0F;  // 0..64 samples
}

}  // namespace

double Draw::uniform() {
    return static_cast<double>(bits()) / 4294967296.0;
}

double Draw::normal() {
    double sum = -6;
    for (int i = 0; i < 12; ++i)
        sum += uniform();
    return sum;
}

std::uint32_t Draw::bits() {
    return mix(m_state, ++m_count);
}

NoiseTile::NoiseTile(std::uint32_t seed)
    : m_values(std::size_t{64} * 64 * 64) {
    std::size_t at = 0;
    for (int k = 0; k < kSamples; ++k)
        for (int j = 0; j < kSamples; ++j)
            for (int i = 0; i < kSamples; ++i)
                m_values[at++] = latticeNoise(
                    seed, i / 4, j / 4, k / 4, static_cast<float>(i % 4) / kPerUnit,
                    static_cast<float>(j % 4) / kPerUnit, static_cast<float>(k % 4) / kPerUnit);
}

float NoiseTile::at(float x, float y, float z, std::uint32_t stream) const {
    const float u = x * kPerUnit + kPositive + shiftOf(stream, 1);
    const float v = y * kPerUnit + kPositive + shiftOf(stream, 2);
    const float w = z * kPerUnit + kPositive + shiftOf(stream, 3);
    const int i = static_cast<int>(u), j = static_cast<int>(v), k = static_cast<int>(w);
    const float tx = u - static_cast<float>(i), ty = v - static_cast<float>(j),
                tz = w - static_cast<float>(k);
    const auto a = static_cast<std::size_t>(i & 63), b = static_cast<std::size_t>((i + 1) & 63);
    const auto line = [&](int y0, int z0) {
        const float* r = row(y0, z0);
        return blend(r[a], r[b], tx);
    };
    return blend(blend(line(j, k), line(j + 1, k), ty),
                 blend(line(j, k + 1), line(j + 1, k + 1), ty), tz);
}

NoiseLine::NoiseLine(const NoiseTile& tile, std::uint32_t stream, std::array<float, 3> sizeMm)
    : m_tile(&tile)
    , m_scaleX(NoiseTile::kPerUnit / sizeMm[0])
    , m_scaleY(NoiseTile::kPerUnit / sizeMm[1])
    , m_scaleZ(NoiseTile::kPerUnit / sizeMm[2])
    , m_shiftX(kPositive + shiftOf(stream, 1))
    , m_shiftY(kPositive + shiftOf(stream, 2))
    , m_shiftZ(kPositive + shiftOf(stream, 3)) {}

void NoiseLine::setRow(float yMm, float zMm) {
    const float v = yMm * m_scaleY + m_shiftY, w = zMm * m_scaleZ + m_shiftZ;
    const int j = static_cast<int>(v), k = static_cast<int>(w);
    const float ty = v - static_cast<float>(j), tz = w - static_cast<float>(k);
    const float *a = m_tile->row(j, k), *b = m_tile->row(j + 1, k), *c = m_tile->row(j, k + 1),
                *d = m_tile->row(j + 1, k + 1);
    for (std::size_t i = 0; i < 64; ++i)
        m_line[i] = blend(blend(a[i], b[i], ty), blend(c[i], d[i], ty), tz);
    m_line[64] = m_line[0];
}

}  // namespace nodewise::synthesis
