/// label_map.h: which voxel belongs to which node or structure.
#pragma once
#include "base/result.h"
#include "geometry/grid_geometry.h"
#include "volume/volume_io.h"
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace nodewise {

using LabelValue = std::uint16_t;  ///< 0 is background.

/// Inclusive box of voxels.
struct VoxelBox {
    VoxelIndex low, high;
    friend bool operator==(const VoxelBox&, const VoxelBox&) = default;
};

/// One label a voxel, with names ("node-1", "sternocleidomastoid_left"). Value type; thread-safe to
/// read.
class LabelMap {
public:
    LabelMap() = default;
    /// Errors: GridMismatch when the count of labels does not fit the grid.
    [[nodiscard]] static Result<LabelMap> create(LabelGrid grid);
    /// All background.
    [[nodiscard]] static LabelMap empty(const GridGeometry& geometry);

    [[nodiscard]] const GridGeometry& geometry() const { return m_grid.geometry; }
    [[nodiscard]] std::span<const LabelValue> labels() const { return m_grid.labels; }
    [[nodiscard]] const LabelGrid& grid() const { return m_grid; }
    /// @pre geometry().contains(index).
    [[nodiscard]] LabelValue at(VoxelIndex index) const {
        return m_grid.labels[m_grid.geometry.offset(index)];
    }
    /// The label at a place in the patient; background outside the grid.
    [[nodiscard]] LabelValue at(PointLps point) const;
    void set(VoxelIndex index, LabelValue value) {
        m_grid.labels[m_grid.geometry.offset(index)] = value;
    }

    [[nodiscard]] const std::map<LabelValue, std::string>& names() const { return m_grid.names; }
    void setName(LabelValue value, std::string name) { m_grid.names[value] = std::move(name); }
    [[nodiscard]] std::optional<LabelValue> labelNamed(const std::string& name) const;

    /// Voxels that carry the label, and the box round them; nothing when the label is absent.
    [[nodiscard]] std::size_t count(LabelValue value) const;
    [[nodiscard]] std::optional<VoxelBox> boxOf(LabelValue value) const;
    /// Mean of the voxel centres of a label; nothing when absent.
    [[nodiscard]] std::optional<PointLps> centroidOf(LabelValue value) const;

private:
    LabelGrid m_grid;
};

}  // namespace nodewise
