#include "synthesis/space_warp.h"
#include <algorithm>
#include <cmath>
#include <cstddef>

namespace nodewise::synthesis {

namespace {

constexpr float kStep = 4;
constexpr std::array<float, 3> kOrigin{-136, -152, -136};
constexpr std::array<int, 3> kSize{69, 73, 61};
constexpr float kAmplitude = 4.2F;

std::size_t indexOf(int i, int j, int k) {
    return static_cast<std::size_t>((k * kSize[1] + j) * kSize[0] + i);
}

/// Cell and share of a coordinate, kept within the grid.
struct Cell {
    int i;
    float t;
};
Cell cellOf(float v, std::size_t axis) {
    const float u =
        std::clamp((v - kOrigin[axis]) / kStep, 0.0F, static_cast<float>(kSize[axis] - 1) - 0.001F);
    const int i = static_cast<int>(u);
    return {i, u - static_cast<float>(i)};
}

/// Larger or smaller jaw and larynx than the table's: how far the look-up moves.
std::array<float, 2> bodyForm(const CasePlan& plan, float x, float y, float z) {
    const float height = z / plan.neckLength;
    const float v = y - canalShift(height);
    const float jaw =
        (1 / plan.jawScale - 1) * smoothStep(-30, -58, v) * smoothStep(-2, 18, height);
    const float off = std::sqrt(x * x + (v + 50) * (v + 50));
    const float larynx = (1 / plan.larynxScale - 1) * smoothStep(34, 16, off) *
                         smoothStep(6, -8, height) * smoothStep(-82, -66, height);
    // A longer chin is looked up further back.
    const float chin = plan.chinMm * smoothStep(-64, -92, v) * smoothStep(6, 22, height);
    return {(jaw + larynx) * x, jaw * (v + 40) + larynx * (v + 46) + chin};
}

}  // namespace

SpaceWarp::SpaceWarp(const CasePlan& plan, const NoiseTile& tile)
    : m_yawDeg(plan.yawDeg)
    , m_scale(plan.bodyScale)
    , m_length(plan.neckLength)
    , m_lordosis(plan.lordosisMm)
    , m_tilt(steadySin(plan.tiltDeg * 0.01745329F))
    , m_grid(indexOf(0, 0, kSize[2])) {
    const auto wave = [&](float x, float y, float z, std::uint32_t stream) {
        return kAmplitude * (1.7F * tile.at(x / 38, y / 38, z / 50, stream) +
                             0.8F * tile.at(x / 17, y / 17, z / 28, stream + 1) +
                             0.35F * tile.at(x / 9, y / 9, z / 18, stream + 2));
    };
    for (int k = 0; k < kSize[2]; ++k)
        for (int j = 0; j < kSize[1]; ++j)
            for (int i = 0; i < kSize[0]; ++i) {
                const float x = kOrigin[0] + kStep * static_cast<float>(i),
                            y = kOrigin[1] + kStep * static_cast<float>(j),
                            z = kOrigin[2] + kStep * static_cast<float>(k);
                // Spine, airway and jaw bend little; muscles and fat a lot.
                const float middle = smoothStep(14, 38, std::sqrt(x * x + 0.35F * y * y));
                const float jaw = smoothStep(-45, -80, y) * smoothStep(-5, 20, z);
                const float head = smoothStep(50, 66, z);
                const float calm = (0.35F + 0.65F * middle) * (1 - 0.65F * jaw) * (1 - 0.7F * head);
                const auto form = bodyForm(plan, x, y, z);
                m_grid[indexOf(i, j, k)] = {form[0] + calm * wave(x, y, z, 11),
                                            form[1] + calm * wave(x, y, z, 21)};
            }
}

std::array<float, 2> SpaceWarp::displacement(float x, float y, float z) const {
    const Cell a = cellOf(x, 0), b = cellOf(y, 1), c = cellOf(z, 2);
    std::array<float, 2> out{};
    for (int corner = 0; corner < 8; ++corner) {
        const int dx = corner & 1, dy = (corner >> 1) & 1, dz = corner >> 2;
        const float w =
            (dx != 0 ? a.t : 1 - a.t) * (dy != 0 ? b.t : 1 - b.t) * (dz != 0 ? c.t : 1 - c.t);
        const auto& v = m_grid[indexOf(a.i + dx, b.i + dy, c.i + dz)];
        out[0] += w * v[0];
        out[1] += w * v[1];
    }
    return out;
}

SpaceWarp::Frame SpaceWarp::frame(float z) const {
    const float angle = m_yawDeg * std::clamp((z + 60) / 100, 0.0F, 1.0F) * 0.01745329F;
    // The middle of the neck bows forward, head and chest stay.
    const float bow = (z + 25) / 75, bowed = 1 / (1 + bow * bow * (1 + bow * bow));
    const float above = std::max(0.0F, z + 80);
    return {steadyCos(angle), steadySin(angle), m_tilt * above * above / (above + 40),
            canalShift(z) - m_lordosis * bowed, 1 / m_scale};
}

std::array<float, 2> SpaceWarp::straight(float x, float y, float z, float share) const {
    const auto w = displacement(x, y, z);
    return frame(z).plain(x + share * w[0], y + share * w[1]);
}

std::array<float, 2> SpaceWarp::patient(float x, float y, float z) const {
    const Frame f = frame(z);
    const float u = x * m_scale, v = y * m_scale;
    const float bentX = u * f.cosine - v * f.sine + f.lean,
                bentY = v * f.cosine + u * f.sine + f.shift;
    std::array<float, 2> p{bentX, bentY};
    for (int i = 0; i < 5; ++i) {
        const auto w = displacement(p[0], p[1], z);
        p = {bentX - w[0], bentY - w[1]};
    }
    return p;
}

void SpaceWarp::row(const Frame& frame, float x0, float step, float y, float z, std::size_t count,
                    float* outX, float* outY) const {
    for (std::size_t i = 0; i < count; ++i) {
        const float x = x0 + step * static_cast<float>(i);
        const auto w = displacement(x, y, z);
        const auto p = frame.plain(x + w[0], y + w[1]);
        outX[i] = p[0];
        outY[i] = p[1];
    }
}

std::array<float, 2> pushAt(const PushBody& body, float x, float y, float z) {
    const float w = (z - body.centre[2]) / body.radii[2];
    const float section = 1 - w * w;
    const float dx = x - body.centre[0], dy = y - body.centre[1];
    const float r = std::sqrt(dx * dx + dy * dy);
    const float reach = std::max(body.radii[0], body.radii[1]);
    if (section <= 0 || r > 3.4F * reach || r < 0.1F)
        return {0, 0};
    const float shrink = std::sqrt(section);
    const float a = body.radii[0] * shrink, b = body.radii[1] * shrink;
    const float u = dx * body.cosine + dy * body.sine, v = dy * body.cosine - dx * body.sine;
    const float mean = std::sqrt(a * b);
    const float outside = ellipseDistance(u, v, std::max(a, 0.3F), std::max(b, 0.3F)) + mean;
    if (outside <= 0)
        return {0, 0};
    const float source = std::sqrt(std::max(outside * outside - body.strength * mean * mean, 0.0F));
    const float move = (outside - source) * (1 - smoothStep(1.3F * reach, 3.4F * reach, r));
    return {-dx / r * move, -dy / r * move};
}

}  // namespace nodewise::synthesis
