#include "volume/slice_rows.h"
#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>
#include <vector>

namespace nodewise::slice {
namespace {

constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();

/// Volumes beyond this would overflow the 32-bit offsets of the inner loop.
constexpr std::size_t kMostInnerVoxels = std::size_t{1} << 30;

template <class T>
class GeneralRows final : public RowMaker {
public:
    GeneralRows(std::span<const T> voxels, const SliceFrame& frame, SlabMode mode,
                const SliceKernels& kernels)
        : m_voxels(voxels)
        , m_frame(frame)
        , m_mode(mode)
        , m_kernels(kernels) {
        const auto width = static_cast<std::size_t>(frame.size.width);
        if (frame.offsets.size() > 1) {
            m_sample.resize(width);
            m_counts.resize(width);
        }
    }
    void makeRow(int y, std::span<float> out) override;

private:
    void sampleRow(int y, const Triple& offset, std::span<float> out) const;
    [[nodiscard]] PixelRange clip(const Triple& start, double low, double below) const;
    [[nodiscard]] InnerRow innerRow(const Triple& start, PixelRange from, PixelRange part) const;
    void bordered(const InnerRow& row, PixelRange outer, PixelRange part,
                  std::span<float> out) const;

    std::span<const T> m_voxels;
    const SliceFrame& m_frame;
    SlabMode m_mode;
    const SliceKernels& m_kernels;
    std::vector<float> m_sample, m_counts;
};

/// Pixels whose index lies within [low, count − below] on all three axes.
template <class T>
PixelRange GeneralRows<T>::clip(const Triple& start, double low, double below) const {
    PixelRange range{0, m_frame.size.width};
    for (std::size_t axis = 0; axis < 3 && !range.empty(); ++axis)
        range = intersection(range, rangeWithin(start[axis], m_frame.dx[axis], low,
                                                m_frame.dims[axis] - below, m_frame.size.width));
    return range;
}

/// The row counted from the first pixel inside, so that float keeps its precision however far away
/// the picture begins.
template <class T>
InnerRow GeneralRows<T>::innerRow(const Triple& start, PixelRange outer, PixelRange part) const {
    const auto at = [&](std::size_t axis) {
        return static_cast<float>(start[axis] + outer.first * m_frame.dx[axis]);
    };
    return {at(0),
            at(1),
            at(2),
            static_cast<float>(m_frame.dx[0]),
            static_cast<float>(m_frame.dx[1]),
            static_cast<float>(m_frame.dx[2]),
            m_frame.dims[0],
            m_frame.dims[0] * m_frame.dims[1],
            part.last - part.first};
}

/// Values where a neighbour may be missing: the border voxel is repeated.
template <class T>
void GeneralRows<T>::bordered(const InnerRow& row, PixelRange outer, PixelRange part,
                              std::span<float> out) const {
    const auto& dims = m_frame.dims;
    const std::ptrdiff_t strideJ = dims[0];
    const std::ptrdiff_t strideK = strideJ * dims[1];
    for (int x = part.first; x < part.last; ++x) {
        const auto n = static_cast<float>(x - outer.first);
        const Blend i = blendAt(row.startI + n * row.stepI, dims[0]);
        const Blend j = blendAt(row.startJ + n * row.stepJ, dims[1]);
        const Blend k = blendAt(row.startK + n * row.stepK, dims[2]);
        const T* at = m_voxels.data() + k.first * strideK + j.first * strideJ + i.first;
        const std::ptrdiff_t nextI = i.first + 1 < dims[0] ? 1 : 0;
        const std::ptrdiff_t nextJ = j.first + 1 < dims[1] ? strideJ : 0;
        const std::ptrdiff_t nextK = k.first + 1 < dims[2] ? strideK : 0;
        const auto along = [&](std::ptrdiff_t from) {
            const auto a = static_cast<float>(at[from]);
            const auto b = static_cast<float>(at[from + nextI]);
            return a + (b - a) * i.weight;
        };
        const auto plane = [&](std::ptrdiff_t from) {
            const float a = along(from);
            return a + (along(from + nextJ) - a) * j.weight;
        };
        const float a = plane(0);
        out[static_cast<std::size_t>(x)] = a + (plane(nextK) - a) * k.weight;
    }
}

template <class T>
void GeneralRows<T>::sampleRow(int y, const Triple& offset, std::span<float> out) const {
    std::fill(out.begin(), out.end(), kNothing);
    Triple start{};
    for (std::size_t axis = 0; axis < 3; ++axis)
        start[axis] = m_frame.base[axis] + y * m_frame.dy[axis] + offset[axis];
    const PixelRange outer = clip(start, -kBorder, 1 - kBorder);
    if (outer.empty())
        return;
    // The inner loop works in float: keep as far from the border as float can be wrong.
    const double margin = 1e-3 + 5e-7 * std::ranges::max(m_frame.dims);
    PixelRange inside = m_voxels.size() < kMostInnerVoxels
                            ? intersection(outer, clip(start, margin, 1 + margin))
                            : PixelRange{};
    if (inside.empty())
        inside = {outer.last, outer.last};
    const InnerRow around = innerRow(start, outer, outer);
    bordered(around, outer, {outer.first, inside.first}, out);
    bordered(around, outer, {inside.last, outer.last}, out);
    const InnerRow row = innerRow(start, inside, inside);
    if constexpr (std::is_same_v<T, std::int16_t>)
        m_kernels.innerInt16(m_voxels.data(), row, out.data() + inside.first);
    else
        m_kernels.innerFloat(m_voxels.data(), row, out.data() + inside.first);
}

template <class T>
void GeneralRows<T>::makeRow(int y, std::span<float> out) {
    sampleRow(y, m_frame.offsets.front(), out);
    if (m_frame.offsets.size() == 1)
        return;
    const bool mean = m_mode == SlabMode::Mean;
    if (mean)
        for (std::size_t x = 0; x < out.size(); ++x) {
            m_counts[x] = std::isnan(out[x]) ? 0.0F : 1.0F;
            out[x] = std::isnan(out[x]) ? 0.0F : out[x];
        }
    for (std::size_t n = 1; n < m_frame.offsets.size(); ++n) {
        sampleRow(y, m_frame.offsets[n], m_sample);
        combineRows(m_mode, m_sample, out, m_counts);
    }
    if (mean)
        finishMean(out, m_counts);
}

}  // namespace

std::unique_ptr<RowMaker> makeGeneralRows(const CtVolume& volume, const SliceFrame& frame,
                                          SlabMode mode, const SliceKernels& kernels) {
    return volume.visit([&](auto voxels) -> std::unique_ptr<RowMaker> {
        using T = typename decltype(voxels)::value_type;
        return std::make_unique<GeneralRows<std::remove_const_t<T>>>(voxels, frame, mode, kernels);
    });
}

}  // namespace nodewise::slice
