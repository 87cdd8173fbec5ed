/// ct_volume.h: a volume of numbers with its place in the patient. Immutable once made.
#pragma once
#include "base/result.h"
#include "geometry/grid_geometry.h"
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <variant>
#include <vector>

namespace nodewise {

/// What the numbers are.
enum class VoxelMeaning {
    Hounsfield,  ///< CT: stored × slope + intercept.
    Arbitrary,   ///< MR, derived: a scale without a unit.
    Suv,         ///< PET, body-weight SUV, g/mL.
    Becquerel    ///< PET, Bq/mL.
};

/// Lowest and highest voxel value; NaN voxels are left out.
struct ValueRange {
    double low = 0, high = 0;
    friend bool operator==(const ValueRange&, const ValueRange&) = default;
};

/// A regular volume, i fastest. Whole numbers that fit are kept as int16, others as float.
/// Held as `std::shared_ptr<const CtVolume>`; safe to read from any thread.
class CtVolume {
public:
    using Int16Voxels = std::vector<std::int16_t>;
    using FloatVoxels = std::vector<float>;
    using Voxels = std::variant<Int16Voxels, FloatVoxels>;

    /// Errors: GridMismatch when the number of voxels is not `geometry.voxelCount()`.
    [[nodiscard]] static Result<std::shared_ptr<const CtVolume>>
    create(GridGeometry geometry, Voxels voxels, VoxelMeaning meaning = VoxelMeaning::Hounsfield);

    [[nodiscard]] const GridGeometry& geometry() const { return m_geometry; }
    [[nodiscard]] VoxelMeaning meaning() const { return m_meaning; }
    [[nodiscard]] bool isInt16() const { return std::holds_alternative<Int16Voxels>(m_voxels); }

    /// @pre isInt16().
    [[nodiscard]] std::span<const std::int16_t> int16Voxels() const;
    /// @pre !isInt16().
    [[nodiscard]] std::span<const float> floatVoxels() const;
    /// Calls `use(span)` with the span of the kind the volume holds, and gives its result back.
    template <class F>
    auto visit(F&& use) const {
        return std::visit([&](const auto& v) { return std::forward<F>(use)(std::span(v)); },
                          m_voxels);
    }

    /// One voxel as float. @pre geometry().contains(index).
    [[nodiscard]] float value(VoxelIndex index) const;
    /// Trilinear between voxel centres; outside the grid the border voxel is repeated.
    [[nodiscard]] float sample(PointLps point) const;
    /// Found once at creation.
    [[nodiscard]] ValueRange range() const { return m_range; }

private:
    CtVolume(GridGeometry geometry, Voxels voxels, VoxelMeaning meaning);

    GridGeometry m_geometry;
    Voxels m_voxels;
    VoxelMeaning m_meaning;
    ValueRange m_range;
};

using VolumePtr = std::shared_ptr<const CtVolume>;

}  // namespace nodewise
