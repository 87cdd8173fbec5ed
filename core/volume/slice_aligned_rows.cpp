#include "volume/slice_rows.h"
#include <algorithm>
#include <limits>
#include <vector>

namespace nodewise::slice {
namespace {

constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();

/// Slices across the normal with their weights: one blend of a single plane, or a whole mean slab.
struct DepthTerm {
    std::int32_t slice;
    float weight;
};
using Depth = std::vector<DepthTerm>;

void addTerm(Depth& depth, std::int32_t slice, float weight) {
    if (weight == 0.0F)
        return;
    for (DepthTerm& term : depth)
        if (term.slice == slice) {
            term.weight += weight;
            return;
        }
    depth.push_back({slice, weight});
}

/// One depth for each picture that is put together afterwards: a mean is linear and needs one, MIP
/// and MinIP need one a sample. Samples beyond the border are left out.
std::vector<Depth> depthsOf(const SliceFrame& frame, SlabMode mode) {
    const auto axis = static_cast<std::size_t>(frame.axisNormal);
    const int count = frame.dims[axis];
    std::vector<Depth> depths;
    int inside = 0;
    for (const Triple& offset : frame.offsets) {
        const double at = frame.base[axis] + offset[axis];
        if (at < -kBorder || at > count - 1 + kBorder)
            continue;
        ++inside;
        if (depths.empty() || mode == SlabMode::Mip || mode == SlabMode::MinIp)
            depths.emplace_back();
        const Blend blend = blendAt(at, count);
        addTerm(depths.back(), blend.first, 1.0F - blend.weight);
        addTerm(depths.back(), std::min(blend.first + 1, count - 1), blend.weight);
    }
    if (mode != SlabMode::Mip && mode != SlabMode::MinIp)
        for (Depth& depth : depths)
            for (DepthTerm& term : depth)
                term.weight /= static_cast<float>(inside);
    return depths;
}

/// A voxel row already blended across depth and stretched to the picture's columns.
struct StretchedRow {
    std::int32_t voxelRow = -1;
    std::vector<float> values;
};

template <class T>
class AlignedRows final : public RowMaker {
public:
    AlignedRows(std::span<const T> voxels, const SliceFrame& frame, SlabMode mode,
                const SliceKernels& kernels);
    void makeRow(int y, std::span<float> out) override;

private:
    /// Two stretched rows a depth: neighbours in the picture mostly need the same two.
    struct Layer {
        Depth depth;
        StretchedRow rows[2];
    };
    const float* stretched(Layer& layer, std::int32_t voxelRow, std::int32_t keep);
    void fillLine(const Depth& depth, std::int32_t voxelRow);
    void fillAlongMemory(const Depth& depth, const T* row);
    void fillAcrossMemory(const Depth& depth, const T* row);
    void blendLayer(Layer& layer, const Blend& row, std::span<float> out);

    std::span<const T> m_voxels;
    SlabMode m_mode;
    const SliceKernels& m_kernels;
    std::ptrdiff_t m_strideRight, m_strideDown, m_strideNormal;
    int m_countRight, m_countDown;
    double m_startDown, m_stepDown;
    PixelRange m_columns, m_rows;
    std::vector<std::int32_t> m_first;  ///< For each picture column with a value.
    std::vector<float> m_weight;
    std::int32_t m_lineFirst = 0, m_lineLast = -1;  ///< Voxels of a line that are needed.
    std::vector<float> m_line;                      ///< One longer: the last voxel again.
    std::vector<float> m_sample;
    std::vector<Layer> m_layers;
};

template <class T>
AlignedRows<T>::AlignedRows(std::span<const T> voxels, const SliceFrame& frame, SlabMode mode,
                            const SliceKernels& kernels)
    : m_voxels(voxels)
    , m_mode(mode)
    , m_kernels(kernels) {
    const std::array<std::ptrdiff_t, 3> strides{
        1, frame.dims[0], static_cast<std::ptrdiff_t>(frame.dims[0]) * frame.dims[1]};
    const auto right = static_cast<std::size_t>(frame.axisRight);
    const auto down = static_cast<std::size_t>(frame.axisDown);
    m_strideRight = strides[right];
    m_strideDown = strides[down];
    m_strideNormal = strides[static_cast<std::size_t>(frame.axisNormal)];
    m_countRight = frame.dims[right];
    m_countDown = frame.dims[down];
    m_startDown = frame.base[down];
    m_stepDown = frame.dy[down];
    m_columns = rangeWithin(frame.base[right], frame.dx[right], -kBorder,
                            m_countRight - 1 + kBorder, frame.size.width);
    m_rows = rangeWithin(m_startDown, m_stepDown, -kBorder, m_countDown - 1 + kBorder,
                         frame.size.height);
    for (int x = m_columns.first; x < m_columns.last; ++x) {
        const Blend blend = blendAt(frame.base[right] + x * frame.dx[right], m_countRight);
        m_first.push_back(blend.first);
        m_weight.push_back(blend.weight);
    }
    if (!m_first.empty()) {
        const auto [low, high] = std::minmax_element(m_first.begin(), m_first.end());
        m_lineFirst = *low;
        m_lineLast = std::min(*high + 1, m_countRight - 1);
    }
    m_line.resize(static_cast<std::size_t>(m_countRight) + 1);
    for (Depth& depth : depthsOf(frame, mode)) {
        Layer& layer = m_layers.emplace_back();
        layer.depth = std::move(depth);
        for (StretchedRow& row : layer.rows)
            row.values.resize(m_first.size());
    }
    m_sample.resize(m_first.size());
}

template <class T>
void AlignedRows<T>::fillLine(const Depth& depth, std::int32_t voxelRow) {
    const T* from = m_voxels.data() + voxelRow * m_strideDown;
    if (m_strideRight == 1)
        fillAlongMemory(depth, from);
    else
        fillAcrossMemory(depth, from);
    m_line[static_cast<std::size_t>(m_lineLast) + 1] = m_line[static_cast<std::size_t>(m_lineLast)];
}

template <class T>
void AlignedRows<T>::fillAlongMemory(const Depth& depth, const T* row) {
    bool fresh = true;
    for (const DepthTerm& term : depth) {
        const T* from = row + term.slice * m_strideNormal;
        float* line = m_line.data();
        const float weight = term.weight;
        if (fresh)
            for (std::int32_t n = m_lineFirst; n <= m_lineLast; ++n)
                line[n] = static_cast<float>(from[n]) * weight;
        else
            for (std::int32_t n = m_lineFirst; n <= m_lineLast; ++n)
                line[n] += static_cast<float>(from[n]) * weight;
        fresh = false;
    }
}

/// Each voxel of the line lies in memory of its own, the one it is blended with mostly beside it: a
/// single plane takes both at once.
template <class T>
void AlignedRows<T>::fillAcrossMemory(const Depth& depth, const T* row) {
    float* line = m_line.data();
    if (depth.size() == 2) {
        const T *first = row + depth[0].slice * m_strideNormal,
                *second = row + depth[1].slice * m_strideNormal;
        for (std::int32_t n = m_lineFirst; n <= m_lineLast; ++n)
            line[n] = static_cast<float>(first[n * m_strideRight]) * depth[0].weight +
                      static_cast<float>(second[n * m_strideRight]) * depth[1].weight;
        return;
    }
    bool fresh = true;
    for (const DepthTerm& term : depth) {
        const T* from = row + term.slice * m_strideNormal;
        for (std::int32_t n = m_lineFirst; n <= m_lineLast; ++n)
            line[n] = (fresh ? 0.0F : line[n]) +
                      static_cast<float>(from[n * m_strideRight]) * term.weight;
        fresh = false;
    }
}

template <class T>
const float* AlignedRows<T>::stretched(Layer& layer, std::int32_t voxelRow, std::int32_t keep) {
    for (const StretchedRow& row : layer.rows)
        if (row.voxelRow == voxelRow)
            return row.values.data();
    StretchedRow& row = layer.rows[layer.rows[0].voxelRow == keep ? 1 : 0];
    fillLine(layer.depth, voxelRow);
    m_kernels.blendColumns(m_line.data(), m_first.data(), m_weight.data(), m_first.size(),
                           row.values.data());
    row.voxelRow = voxelRow;
    return row.values.data();
}

template <class T>
void AlignedRows<T>::blendLayer(Layer& layer, const Blend& row, std::span<float> out) {
    const std::int32_t second = std::min(row.first + 1, m_countDown - 1);
    const float* a = stretched(layer, row.first, second);
    const float* b = stretched(layer, second, row.first);
    m_kernels.blendRows(a, b, row.weight, out.size(), out.data());
}

template <class T>
void AlignedRows<T>::makeRow(int y, std::span<float> out) {
    if (m_columns.empty() || y < m_rows.first || y >= m_rows.last || m_layers.empty()) {
        std::fill(out.begin(), out.end(), kNothing);
        return;
    }
    std::fill(out.begin(), out.begin() + m_columns.first, kNothing);
    std::fill(out.begin() + m_columns.last, out.end(), kNothing);
    const Blend row = blendAt(m_startDown + y * m_stepDown, m_countDown);
    const auto part = out.subspan(static_cast<std::size_t>(m_columns.first), m_first.size());
    blendLayer(m_layers.front(), row, part);
    for (std::size_t n = 1; n < m_layers.size(); ++n) {
        blendLayer(m_layers[n], row, m_sample);
        combineRows(m_mode, m_sample, part, {});
    }
}

}  // namespace

std::unique_ptr<RowMaker> makeAlignedRows(const CtVolume& volume, const SliceFrame& frame,
                                          SlabMode mode, const SliceKernels& kernels) {
    return volume.visit([&](auto voxels) -> std::unique_ptr<RowMaker> {
        using T = typename decltype(voxels)::value_type;
        return std::make_unique<AlignedRows<std::remove_const_t<T>>>(voxels, frame, mode, kernels);
    });
}

}  // namespace nodewise::slice
