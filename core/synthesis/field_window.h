/// field_window.h: the fields of a small rectangle, sampled at every second place and read between
/// them, as the picture is drawn: four times cheaper, 0.05 mm off at a small vessel.
#pragma once
#include "synthesis/slice_evaluator.h"

namespace nodewise::synthesis {

/// Reused from slice to slice; one a thread.
class FieldWindow {
public:
    /// Evaluates the places of `grid`; nodes as in evaluateSlice.
    void evaluate(const Scene& scene, const SliceGrid& grid, bool withNodes);
    /// The same once more at every place. @pre evaluate() was called and its scene still lives.
    void evaluateFully();

    /// Anything of a field lies in the window.
    [[nodiscard]] bool holds(Field field) const;
    /// Distance in a field at column i and row j. @pre within the grid.
    [[nodiscard]] float at(Field field, int i, int j) const {
        const auto& plane = m_fields.of(field);
        const std::size_t p = corner(i, j);
        const bool between = m_every == 2;
        const float tx = between && i % 2 != 0 ? 0.5F : 0.0F,
                    ty = between && j % 2 != 0 ? 0.5F : 0.0F;
        const auto columns = static_cast<std::size_t>(m_fields.grid.columns);
        const float low = plane[p] + tx * (plane[p + 1] - plane[p]);
        const float high = plane[p + columns] + tx * (plane[p + columns + 1] - plane[p + columns]);
        return low + ty * (high - low);
    }
    /// What lies nearest there in a field: the sample with the smallest distance of the four.
    [[nodiscard]] std::uint8_t id(Field field, int i, int j) const;

private:
    [[nodiscard]] std::size_t corner(int i, int j) const {
        return static_cast<std::size_t>(j / m_every) *
                   static_cast<std::size_t>(m_fields.grid.columns) +
               static_cast<std::size_t>(i / m_every);
    }
    const Scene* m_scene = nullptr;
    SliceGrid m_grid;
    bool m_withNodes = false;
    int m_every = 2;
    FieldSlice m_fields;
};

}  // namespace nodewise::synthesis
