#include "segmentation/work_box.h"
#include "base/parallel.h"
#include <algorithm>
#include <atomic>
#include <cmath>

namespace nodewise::segmentation {

namespace {

std::vector<float> gaussian(double sigmaVoxels) {
    const int reach = std::max(1, static_cast<int>(std::ceil(2.2 * sigmaVoxels)));
    std::vector<float> half(static_cast<std::size_t>(reach) + 1);
    double sum = 0;
    for (int n = 0; n <= reach; ++n) {
        const double w = std::exp(-0.5 * n * n / (sigmaVoxels * sigmaVoxels));
        half[static_cast<std::size_t>(n)] = static_cast<float>(w);
        sum += n == 0 ? w : 2 * w;
    }
    for (float& w : half)
        w = static_cast<float>(w / sum);
    return half;
}

/// `count` lines of `width` neighbours; out[n] = the blend of the lines about n, border repeated.
void blendLines(const float* in, float* out, std::size_t width, std::size_t stride, int count,
                const std::vector<float>& half) {
    const auto at = [&](int n) {
        return in + static_cast<std::size_t>(std::clamp(n, 0, count - 1)) * stride;
    };
    for (int n = 0; n < count; ++n) {
        float* to = out + static_cast<std::size_t>(n) * stride;
        const float* mid = at(n);
        for (std::size_t x = 0; x < width; ++x)
            to[x] = half[0] * mid[x];
        for (std::size_t t = 1; t < half.size(); ++t) {
            const float* a = at(n - static_cast<int>(t));
            const float* b = at(n + static_cast<int>(t));
            const float w = half[t];
            for (std::size_t x = 0; x < width; ++x)
                to[x] += w * (a[x] + b[x]);
        }
    }
}

void blendRow(const float* in, float* out, int width, const std::vector<float>& half) {
    const int reach = static_cast<int>(half.size()) - 1;
    for (int x = 0; x < width; ++x) {
        float sum = half[0] * in[x];
        const bool inner = x >= reach && x + reach < width;
        for (int t = 1; t <= reach; ++t) {
            const int a = inner ? x - t : std::max(x - t, 0);
            const int b = inner ? x + t : std::min(x + t, width - 1);
            sum += half[static_cast<std::size_t>(t)] * (in[a] + in[b]);
        }
        out[x] = sum;
    }
}

/// Smooths along i and j, slice by slice, then along k, row by row.
void smoothBox(const std::array<int, 3>& dims, const std::array<float, 3>& spacing, double sigma,
               unsigned threads, std::vector<float>& values) {
    const auto nx = static_cast<std::size_t>(dims[0]), ny = static_cast<std::size_t>(dims[1]);
    const std::size_t area = nx * ny;
    const auto wanted = [&](std::size_t a) {
        return dims[a] > 1 && static_cast<double>(spacing[a]) < 2 * sigma;
    };
    const auto kernel = [&](std::size_t a) {
        return gaussian(sigma / static_cast<double>(spacing[a]));
    };
    std::vector<float> turned(values.size());
    parallelFor(static_cast<std::size_t>(dims[2]), threads, [&](std::size_t k) {
        float* slice = values.data() + k * area;
        float* other = turned.data() + k * area;
        if (wanted(0))
            for (std::size_t j = 0; j < ny; ++j)
                blendRow(slice + j * nx, other + j * nx, dims[0], kernel(0));
        else
            std::copy(slice, slice + area, other);
        if (wanted(1))
            blendLines(other, slice, nx, nx, dims[1], kernel(1));
        else
            std::copy(other, other + area, slice);
    });
    if (!wanted(2))
        return;
    turned = values;
    parallelFor(ny, threads, [&](std::size_t j) {
        blendLines(turned.data() + j * nx, values.data() + j * nx, nx, area, dims[2], kernel(2));
    });
}

}  // namespace

Result<WorkBox> WorkBox::cut(const CtVolume& volume, PointLps centre, double halfMm, double sigmaMm,
                             unsigned threads) {
    const GridGeometry& grid = volume.geometry();
    const VoxelIndex middle = grid.nearestVoxel(centre);
    const std::array<int, 3> at{middle.i, middle.j, middle.k};
    std::array<int, 3> low{};
    WorkBox box;
    for (std::size_t a = 0; a < 3; ++a) {
        const int reach = static_cast<int>(std::ceil(halfMm / grid.spacing()[a]));
        low[a] = std::max(0, at[a] - reach);
        box.m_dims[a] = std::min(grid.dims()[a] - 1, at[a] + reach) - low[a] + 1;
        box.m_spacing[a] = static_cast<float>(grid.spacing()[a]);
    }
    box.m_start = {low[0], low[1], low[2]};
    box.m_raw.resize(box.offset(0, 0, box.m_dims[2]));
    std::atomic<bool> bad{false};
    volume.visit([&](const auto& voxels) {
        parallelFor(static_cast<std::size_t>(box.m_dims[2]), threads, [&](std::size_t kk) {
            const int k = static_cast<int>(kk);
            bool nan = false;
            for (int j = 0; j < box.m_dims[1]; ++j) {
                const auto* from = voxels.data() + grid.offset({low[0], low[1] + j, low[2] + k});
                float* to = box.m_raw.data() + box.offset(0, j, k);
                for (int i = 0; i < box.m_dims[0]; ++i) {
                    to[i] = static_cast<float>(from[i]);
                    nan = nan || !std::isfinite(to[i]);
                }
            }
            if (nan)
                bad = true;
        });
    });
    if (bad)
        return fail(ErrorCode::NotANumber,
                    "voxels near the click are not numbers; export the series again");
    box.m_smooth = box.m_raw;
    smoothBox(box.m_dims, box.m_spacing, sigmaMm, threads, box.m_smooth);
    return box;
}

BoxPoint WorkBox::toBox(const GridGeometry& grid, PointLps point) const {
    const ContinuousIndex c = grid.toIndex(point);
    return {static_cast<float>((c.i - m_start.i) * grid.spacing()[0]),
            static_cast<float>((c.j - m_start.j) * grid.spacing()[1]),
            static_cast<float>((c.k - m_start.k) * grid.spacing()[2])};
}

PointLps WorkBox::toPatient(const GridGeometry& grid, BoxPoint p) const {
    const ContinuousIndex c{static_cast<double>(p.x) / grid.spacing()[0] + m_start.i,
                            static_cast<double>(p.y) / grid.spacing()[1] + m_start.j,
                            static_cast<double>(p.z) / grid.spacing()[2] + m_start.k};
    return grid.toPatient(c);
}

void WorkBox::wallOff(const std::vector<std::uint8_t>& bits) {
    constexpr float kFatHu = -100;
    for (std::size_t n = 0; n < bits.size(); ++n)
        if (bits[n] != 0)
            m_raw[n] = m_smooth[n] = kFatHu;
}

bool WorkBox::inside(BoxPoint p) const {
    const auto within = [&](float v, std::size_t a) {
        return v >= -0.5F * m_spacing[a] &&
               v <= (static_cast<float>(m_dims[a]) - 0.5F) * m_spacing[a];
    };
    return within(p.x, 0) && within(p.y, 1) && within(p.z, 2);
}

float WorkBox::sample(const std::vector<float>& values, BoxPoint p) const {
    const std::array<float, 3> mm{p.x, p.y, p.z};
    std::array<std::size_t, 3> first{}, next{};
    std::array<float, 3> t{};
    std::size_t stride = 1;
    for (std::size_t a = 0; a < 3; ++a) {
        const float last = static_cast<float>(m_dims[a] - 1);
        const float c = std::clamp(mm[a] / m_spacing[a], 0.0F, last);
        const int whole = std::min(static_cast<int>(c), std::max(0, m_dims[a] - 2));
        t[a] = c - static_cast<float>(whole);
        first[a] = static_cast<std::size_t>(whole) * stride;
        next[a] = m_dims[a] > 1 ? stride : 0;
        stride *= static_cast<std::size_t>(m_dims[a]);
    }
    const float* v = values.data() + first[0] + first[1] + first[2];
    const auto row = [&](std::size_t o) { return v[o] + t[0] * (v[o + next[0]] - v[o]); };
    const auto plane = [&](std::size_t o) {
        const float a = row(o), b = row(o + next[1]);
        return a + t[1] * (b - a);
    };
    const float a = plane(0), b = plane(next[2]);
    return a + t[2] * (b - a);
}

}  // namespace nodewise::segmentation
