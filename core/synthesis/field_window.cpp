#include "synthesis/field_window.h"

namespace nodewise::synthesis {

void FieldWindow::evaluate(const Scene& scene, const SliceGrid& grid, bool withNodes) {
    const SliceGrid coarse{grid.z,           grid.x0, grid.y0, 2 * grid.step, grid.columns / 2 + 2,
                           grid.rows / 2 + 2};
    evaluateSlice(scene, coarse, withNodes, m_fields);
}

std::uint8_t FieldWindow::id(Field field, int i, int j) const {
    const auto& plane = m_fields.of(field);
    const auto& ids = m_fields.idOf(field);
    const auto columns = static_cast<std::size_t>(m_fields.grid.columns);
    std::size_t best = corner(i, j);
    const std::size_t right = i % 2 == 0 ? 0 : 1, down = j % 2 == 0 ? 0 : columns;
    for (const std::size_t p : {best + right, best + down, best + right + down})
        if (plane[p] < plane[best])
            best = p;
    return ids[best];
}

}  // namespace nodewise::synthesis
