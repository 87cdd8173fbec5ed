#include "synthesis/artefacts.h"
#include "synthesis/noise_field.h"
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace nodewise::synthesis {

namespace {

constexpr int kFineSide = 256, kFineAngles = 200, kCoarseSide = 128, kCoarseAngles = 90;
// Set on a crown of 9 mm: RMS of 0.4 dentalHu between 15 and 25 mm.
constexpr float kMetalGain = 8;
constexpr float kHardeningGain = -2.6F;

std::size_t at(int row, int column, int side) {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(side) +
           static_cast<std::size_t>(column);
}

/// Block means of `value(hu)` on a coarser square; whether anything is above zero.
template <class Value>
bool shrink(const std::vector<float>& hu, int columns, int side, Value&& value,
            std::vector<float>& out) {
    out.assign(at(side, 0, side), 0.0F);
    bool any = false;
    for (int j = 0; j < columns; ++j)
        for (int i = 0; i < columns; ++i) {
            const float v = value(hu[at(j, i, columns)]);
            if (v > 0) {
                out[at(j * side / columns, i * side / columns, side)] += v;
                any = true;
            }
        }
    const float scale = static_cast<float>(side) / static_cast<float>(columns);
    for (float& v : out)
        v *= scale * scale;
    return any;
}

}  // namespace

StreakBench::StreakBench(int side, double stepMm, int angles)
    : m_side(side)
    , m_angles(angles)
    , m_step(static_cast<float>(stepMm)) {
    for (int k = 0; k < angles; ++k) {
        const double a = std::numbers::pi * (k + 0.5) / angles;
        m_cosine.push_back(static_cast<float>(std::cos(a)));
        m_sine.push_back(static_cast<float>(std::sin(a)));
    }
    // Ramp filter in space (Ramachandran and Lakshminarayanan 1971).
    m_ramp.assign(static_cast<std::size_t>(side), 0.0F);
    m_ramp[0] = 0.25F / m_step;
    for (int n = 1; n < side; n += 2)
        m_ramp[static_cast<std::size_t>(n)] =
            static_cast<float>(-1 / (std::numbers::pi * std::numbers::pi * n * n)) / m_step;
}

void StreakBench::project(Desk& desk) const {
    desk.rays.assign(at(m_angles, 0, m_side), 0.0F);
    const float middle = 0.5F * static_cast<float>(m_side - 1);
    for (int j = 0; j < m_side; ++j)
        for (int i = 0; i < m_side; ++i) {
            const float v = desk.image[at(j, i, m_side)] * m_step;
            if (v == 0)
                continue;
            const float x = static_cast<float>(i) - middle, y = static_cast<float>(j) - middle;
            for (int k = 0; k < m_angles; ++k) {
                const auto n = static_cast<std::size_t>(k);
                const float s = x * m_cosine[n] + y * m_sine[n] + middle;
                const int cell = static_cast<int>(std::floor(s));
                if (cell < 0 || cell + 1 >= m_side)
                    continue;
                const float t = s - static_cast<float>(cell);
                desk.rays[at(k, cell, m_side)] += v * (1 - t);
                desk.rays[at(k, cell + 1, m_side)] += v * t;
            }
        }
}

void StreakBench::reconstruct(Desk& desk) const {
    desk.filtered.assign(desk.rays.size(), 0.0F);
    for (int k = 0; k < m_angles; ++k) {
        const float* in = &desk.rays[at(k, 0, m_side)];
        float* out = &desk.filtered[at(k, 0, m_side)];
        for (int from = 0; from < m_side; ++from) {
            const float v = in[from];
            if (v == 0)
                continue;
            for (int to = 0; to < m_side; ++to)
                out[to] += v * m_ramp[static_cast<std::size_t>(std::abs(to - from))];
        }
    }
    const float middle = 0.5F * static_cast<float>(m_side - 1);
    const float weight = static_cast<float>(std::numbers::pi) / static_cast<float>(m_angles);
    desk.image.assign(at(m_side, 0, m_side), 0.0F);
    for (int k = 0; k < m_angles; ++k) {
        const float c = m_cosine[static_cast<std::size_t>(k)],
                    s = m_sine[static_cast<std::size_t>(k)];
        const float* line = &desk.filtered[at(k, 0, m_side)];
        const auto last = static_cast<float>(m_side - 1) - 0.001F;
        for (int j = 0; j < m_side; ++j) {
            const float start = (static_cast<float>(j) - middle) * s + middle - middle * c;
            float* out = &desk.image[at(j, 0, m_side)];
            for (int i = 0; i < m_side; ++i) {
                float u = start + c * static_cast<float>(i);
                u = u < 0 ? 0 : (u > last ? last : u);
                const int cell = static_cast<int>(u);
                const float t = u - static_cast<float>(cell);
                out[i] += weight * (line[cell] + t * (line[cell + 1] - line[cell]));
            }
        }
    }
}

Artefacts::Artefacts(const ArtefactInput& input)
    : m_input(input)
    , m_fine(kFineSide, input.pixelMm * input.columns / kFineSide, kFineAngles)
    , m_coarse(kCoarseSide, input.pixelMm * input.columns / kCoarseSide, kCoarseAngles) {}

void Artefacts::add(std::vector<float>& hu, int slice, StreakBench::Desk& desk) const {
    if (m_input.hardening > 0)
        addHardening(hu, desk);
    if (m_input.dentalHu > 0)
        addMetal(hu, slice, desk);
}

/// Rays through metal come out too weak and nearly empty: dark and bright lines from every crown.
void Artefacts::addMetal(std::vector<float>& hu, int slice, StreakBench::Desk& desk) const {
    const auto metal = [](float v) { return v > 0.6F * kMetalHu ? 1.0F : 0.0F; };
    if (!shrink(hu, m_input.columns, m_fine.side(), metal, desk.image))
        return;
    m_fine.project(desk);
    const std::uint32_t seed = mix(m_input.seed, static_cast<std::uint32_t>(slice), 17);
    for (std::size_t n = 0; n < desk.rays.size(); ++n) {
        const float path = desk.rays[n];  // mm of metal
        if (path <= 0.05F)
            continue;
        // Neighbouring rays share their luck: streaks are broader than a pixel.
        const auto side = static_cast<std::size_t>(m_fine.side());
        const auto pair = static_cast<std::uint32_t>((n / side / 2) * side + n % side / 2);
        const float chance = static_cast<float>(mix(seed, pair) & 0xFFFFU) / 32768.0F - 1;
        const float hard = -path * path / (path + 12);
        desk.rays[n] = hard + 1.6F * chance * path / (1 + 0.05F * path);
    }
    m_fine.reconstruct(desk);
    spread(m_fine, desk, static_cast<float>(m_input.dentalHu) * kMetalGain, hu);
}

/// Rays through much bone look thinner than they are: dark bands between dense bones.
void Artefacts::addHardening(std::vector<float>& hu, StreakBench::Desk& desk) const {
    const auto bone = [](float v) { return v > 250 ? std::min(v, 2500.0F) * 0.001F : 0.0F; };
    if (!shrink(hu, m_input.columns, m_coarse.side(), bone, desk.image))
        return;
    m_coarse.project(desk);
    for (float& ray : desk.rays)
        ray *= ray;
    m_coarse.reconstruct(desk);
    // What a bone correction leaves: dark between bones, hardly anything brighter.
    for (float& v : desk.image)
        v = v < 0 ? 0.2F * v : v;
    spread(m_coarse, desk, static_cast<float>(m_input.hardening) * kHardeningGain, hu);
}

void Artefacts::spread(const StreakBench& bench, const StreakBench::Desk& desk, float gain,
                       std::vector<float>& hu) const {
    const int side = bench.side(), columns = m_input.columns;
    const float scale = static_cast<float>(side) / static_cast<float>(columns);
    const auto cellOf = [&](int n) {
        return std::clamp((static_cast<float>(n) + 0.5F) * scale - 0.5F, 0.0F,
                          static_cast<float>(side - 1) - 0.001F);
    };
    for (int j = 0; j < columns; ++j) {
        const float v = cellOf(j);
        const int row = static_cast<int>(v);
        const float t = v - static_cast<float>(row);
        for (int i = 0; i < columns; ++i) {
            const float u = cellOf(i);
            const int column = static_cast<int>(u);
            const float s = u - static_cast<float>(column);
            const float* a = &desk.image[at(row, column, side)];
            const float* b = a + side;
            const float upper = a[0] + s * (a[1] - a[0]), lower = b[0] + s * (b[1] - b[0]);
            float& out = hu[at(j, i, columns)];
            // Air saturates; bone hides it.
            const float share = out < -900 ? 0.4F : 1 - smoothStep(200, 500, out);
            out += share * gain * (upper + t * (lower - upper));
        }
    }
}

}  // namespace nodewise::synthesis
