/// field_window.h: the fields of a small rectangle, sampled at every second place and read between
/// them, as the picture is drawn: four times cheaper, 0.05 mm off at a small vessel.
#pragma once
#include "synthesis/slice_evaluator.h"
#include <array>

namespace nodewise::synthesis {

/// Reused from slice to slice; one a thread.
class FieldWindow {
public:
    /// Evaluates the places of `grid`; nodes as in evaluateSlice.
    void evaluate(const Scene& scene, const SliceGrid& grid, bool withNodes);

    /// Distance in a field at column i and row j. @pre within the grid.
    [[nodiscard]] float at(Field field, int i, int j) const {
        const auto& plane = m_fields.of(field);
        const std::size_t p = corner(i, j);
        const float tx = i % 2 == 0 ? 0.0F : 0.5F, ty = j % 2 == 0 ? 0.0F : 0.5F;
        const auto columns = static_cast<std::size_t>(m_fields.grid.columns);
        const float low = plane[p] + tx * (plane[p + 1] - plane[p]);
        const float high = plane[p + columns] + tx * (plane[p + columns + 1] - plane[p + columns]);
        return low + ty * (high - low);
    }
    /// What lies nearest there in a field: the sample with the smallest distance of the four.
    [[nodiscard]] std::uint8_t id(Field field, int i, int j) const;

private:
    [[nodiscard]] std::size_t corner(int i, int j) const {
        return static_cast<std::size_t>(j / 2) * static_cast<std::size_t>(m_fields.grid.columns) +
               static_cast<std::size_t>(i / 2);
    }
    FieldSlice m_fields;
};

}  // namespace nodewise::synthesis
