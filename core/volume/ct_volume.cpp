#include "volume/ct_volume.h"
#include "base/require.h"
#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>

namespace nodewise {
namespace {

template <class T>
ValueRange rangeOf(std::span<const T> voxels) {
    T low = std::numeric_limits<T>::max();
    T high = std::numeric_limits<T>::lowest();
    for (const T v : voxels) {
        if constexpr (std::is_floating_point_v<T>)
            if (std::isnan(v))
                continue;
        low = std::min(low, v);
        high = std::max(high, v);
    }
    if (low > high)
        return {};
    return {static_cast<double>(low), static_cast<double>(high)};
}

/// The two neighbours of a coordinate on one axis and the weight of the second; clamped to the
/// grid.
struct Neighbours {
    int first, second;
    float weight;
};

Neighbours neighboursOf(double coordinate, int count) {
    const double inside = std::clamp(coordinate, 0.0, static_cast<double>(count - 1));
    const int first = std::min(static_cast<int>(inside), std::max(0, count - 2));
    return {first, std::min(first + 1, count - 1), static_cast<float>(inside - first)};
}

}  // namespace

Result<std::shared_ptr<const CtVolume>> CtVolume::create(GridGeometry geometry, Voxels voxels,
                                                         VoxelMeaning meaning) {
    const std::size_t given = std::visit([](const auto& v) { return v.size(); }, voxels);
    if (given != geometry.voxelCount())
        return fail(ErrorCode::GridMismatch, "the number of voxels does not fit the grid");
    return std::shared_ptr<const CtVolume>(new CtVolume(geometry, std::move(voxels), meaning));
}

CtVolume::CtVolume(GridGeometry geometry, Voxels voxels, VoxelMeaning meaning)
    : m_geometry(geometry)
    , m_voxels(std::move(voxels))
    , m_meaning(meaning) {
    m_range = visit([](auto span) { return rangeOf(span); });
}

std::span<const std::int16_t> CtVolume::int16Voxels() const {
    NODEWISE_REQUIRE(isInt16());
    return std::get<Int16Voxels>(m_voxels);
}

std::span<const float> CtVolume::floatVoxels() const {
    NODEWISE_REQUIRE(!isInt16());
    return std::get<FloatVoxels>(m_voxels);
}

float CtVolume::value(VoxelIndex index) const {
    const std::size_t at = m_geometry.offset(index);
    return visit([at](auto span) { return static_cast<float>(span[at]); });
}

float CtVolume::sample(PointLps point) const {
    const ContinuousIndex c = m_geometry.toIndex(point);
    const Neighbours x = neighboursOf(c.i, m_geometry.dims()[0]);
    const Neighbours y = neighboursOf(c.j, m_geometry.dims()[1]);
    const Neighbours z = neighboursOf(c.k, m_geometry.dims()[2]);
    return visit([&](auto span) {
        const auto along = [&](int j, int k) {
            const auto a = static_cast<float>(span[m_geometry.offset({x.first, j, k})]);
            const auto b = static_cast<float>(span[m_geometry.offset({x.second, j, k})]);
            return a + (b - a) * x.weight;
        };
        const auto plane = [&](int k) {
            const float a = along(y.first, k);
            return a + (along(y.second, k) - a) * y.weight;
        };
        const float a = plane(z.first);
        return a + (plane(z.second) - a) * z.weight;
    });
}

}  // namespace nodewise
