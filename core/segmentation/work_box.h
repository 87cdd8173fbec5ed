/// work_box.h: the part of a CT about a click, as floats: as scanned and smoothed.
#pragma once
#include "base/result.h"
#include "geometry/point.h"
#include "volume/ct_volume.h"
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace nodewise::segmentation {

/// A place in the box: mm along the grid's axes from the centre of its first voxel.
struct BoxPoint {
    float x = 0, y = 0, z = 0;
};

/// Values of a box of voxels. Built once, then read from several threads.
class WorkBox {
public:
    /// Voxels within `halfMm` of `centre` along each axis, cut to the volume; smoothed with a
    /// Gaussian of `sigmaMm` along axes finer than twice that. @pre the centre lies in the volume.
    /// Errors: NotANumber when a voxel of the box is NaN.
    [[nodiscard]] static Result<WorkBox> cut(const CtVolume& volume, PointLps centre, double halfMm,
                                             double sigmaMm, unsigned threads);

    [[nodiscard]] VoxelIndex start() const { return m_start; }
    [[nodiscard]] const std::array<int, 3>& dims() const { return m_dims; }
    [[nodiscard]] const std::array<float, 3>& spacing() const { return m_spacing; }

    [[nodiscard]] BoxPoint toBox(const GridGeometry& grid, PointLps point) const;
    [[nodiscard]] PointLps toPatient(const GridGeometry& grid, BoxPoint point) const;
    /// Within half a voxel of the outermost centres.
    [[nodiscard]] bool inside(BoxPoint p) const;
    /// Trilinear; beyond the outermost centres the border voxel is repeated.
    [[nodiscard]] float raw(BoxPoint p) const { return sample(m_raw, p); }
    [[nodiscard]] float smooth(BoxPoint p) const { return sample(m_smooth, p); }
    [[nodiscard]] const std::vector<float>& rawVoxels() const { return m_raw; }
    [[nodiscard]] const std::vector<float>& smoothVoxels() const { return m_smooth; }
    [[nodiscard]] std::size_t offset(int i, int j, int k) const {
        return static_cast<std::size_t>(i) +
               static_cast<std::size_t>(m_dims[0]) *
                   (static_cast<std::size_t>(j) +
                    static_cast<std::size_t>(m_dims[1]) * static_cast<std::size_t>(k));
    }

    /// Makes fat of the voxels whose bit is set. @pre one bit a voxel of the box.
    void wallOff(const std::vector<std::uint8_t>& bits);

private:
    [[nodiscard]] float sample(const std::vector<float>& values, BoxPoint p) const;

    VoxelIndex m_start;
    std::array<int, 3> m_dims{1, 1, 1};
    std::array<float, 3> m_spacing{1, 1, 1};
    std::vector<float> m_raw, m_smooth;
};

}  // namespace nodewise::segmentation
