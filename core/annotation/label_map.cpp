#include "annotation/label_map.h"
#include <algorithm>

namespace nodewise {

Result<LabelMap> LabelMap::create(LabelGrid grid) {
    if (grid.labels.size() != grid.geometry.voxelCount())
        return fail(ErrorCode::GridMismatch, "the number of labels does not fit the grid");
    LabelMap map;
    map.m_grid = std::move(grid);
    return map;
}

LabelMap LabelMap::empty(const GridGeometry& geometry) {
    LabelMap map;
    map.m_grid.geometry = geometry;
    map.m_grid.labels.assign(geometry.voxelCount(), 0);
    return map;
}

LabelValue LabelMap::at(PointLps point) const {
    const VoxelIndex index = geometry().nearestVoxel(point);
    return geometry().contains(index) ? at(index) : LabelValue{0};
}

std::optional<LabelValue> LabelMap::labelNamed(const std::string& name) const {
    for (const auto& [value, text] : m_grid.names)
        if (text == name)
            return value;
    return std::nullopt;
}

std::size_t LabelMap::count(LabelValue value) const {
    return static_cast<std::size_t>(std::count(m_grid.labels.begin(), m_grid.labels.end(), value));
}

std::optional<VoxelBox> LabelMap::boxOf(LabelValue value) const {
    std::optional<VoxelBox> box;
    const auto& dims = geometry().dims();
    std::size_t at = 0;
    for (int k = 0; k < dims[2]; ++k)
        for (int j = 0; j < dims[1]; ++j)
            for (int i = 0; i < dims[0]; ++i, ++at) {
                if (m_grid.labels[at] != value)
                    continue;
                if (!box)
                    box = VoxelBox{{i, j, k}, {i, j, k}};
                box->low = {std::min(box->low.i, i), std::min(box->low.j, j), box->low.k};
                box->high = {std::max(box->high.i, i), std::max(box->high.j, j), k};
            }
    return box;
}

std::optional<PointLps> LabelMap::centroidOf(LabelValue value) const {
    ContinuousIndex sum;
    std::size_t found = 0;
    for (std::size_t at = 0; at < m_grid.labels.size(); ++at) {
        if (m_grid.labels[at] != value)
            continue;
        const VoxelIndex index = geometry().indexOf(at);
        sum.i += index.i;
        sum.j += index.j;
        sum.k += index.k;
        ++found;
    }
    if (found == 0)
        return std::nullopt;
    const auto n = static_cast<double>(found);
    return geometry().toPatient(ContinuousIndex{sum.i / n, sum.j / n, sum.k / n});
}

}  // namespace nodewise
