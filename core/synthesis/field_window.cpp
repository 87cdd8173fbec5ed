#include "synthesis/field_window.h"
#include <algorithm>

namespace nodewise::synthesis {

void FieldWindow::evaluate(const Scene& scene, const SliceGrid& grid, bool withNodes) {
    m_scene = &scene;
    m_grid = grid;
    m_withNodes = withNodes;
    m_every = 2;
    SliceGrid coarse = grid;
    coarse.step = 2 * grid.step;
    coarse.columns = grid.columns / 2 + 2;
    coarse.rows = grid.rows / 2 + 2;
    evaluateSlice(scene, coarse, withNodes, m_fields);
}

void FieldWindow::evaluateFully() {
    m_every = 1;
    SliceGrid fine = m_grid;
    ++fine.columns;
    ++fine.rows;
    evaluateSlice(*m_scene, fine, m_withNodes, m_fields);
}

bool FieldWindow::holds(Field field) const {
    const auto& plane = m_fields.of(field);
    return std::any_of(plane.begin(), plane.end(), [](float d) { return d < 0; });
}

std::uint8_t FieldWindow::id(Field field, int i, int j) const {
    const auto& plane = m_fields.of(field);
    const auto& ids = m_fields.idOf(field);
    const auto columns = static_cast<std::size_t>(m_fields.grid.columns);
    std::size_t best = corner(i, j);
    const std::size_t right = m_every == 1 || i % 2 == 0 ? 0 : 1,
                      down = m_every == 1 || j % 2 == 0 ? 0 : columns;
    const std::size_t first = best;
    for (const std::size_t p : {first + right, first + down, first + right + down})
        if (plane[p] < plane[best])
            best = p;
    return ids[best];
}

}  // namespace nodewise::synthesis
