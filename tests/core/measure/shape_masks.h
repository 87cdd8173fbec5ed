/// shape_masks.h: masks painted in a tight grid, and their shape, for the shape tests.
#pragma once
#include "measure/shape.h"
#include "serial/file_io.h"
#include "serial/json.h"
#include "shapes.h"
#include <cmath>
#include <utility>
#include <vector>

namespace nodewise::measure {

inline MaskBox paintBox(const GridGeometry& grid, const Inside& inside) {
    std::vector<std::uint8_t> mask(grid.voxelCount());
    for (std::size_t at = 0; at < mask.size(); ++at)
        mask[at] = inside(grid.toPatient(grid.indexOf(at))) ? 1 : 0;
    return maskBoxOf(grid, mask);
}

/// A grid with room for a body of `reachMm` round the origin.
inline GridGeometry roomy(double reachMm, std::array<double, 3> spacing) {
    std::array<int, 3> dims{};
    for (std::size_t a = 0; a < 3; ++a)
        dims[a] = 2 * static_cast<int>(std::ceil((reachMm + 2) / spacing[a])) + 1;
    return centredGrid(dims, spacing);
}

inline ShapeMeasurement shapeOf(const MaskBox& mask) {
    NullJobControl job;
    return *measureShape(mask, job);
}

inline Inside shifted(Inside inside, VectorLps by) {
    return [inside = std::move(inside), by](PointLps p) { return inside(p - by); };
}

inline double rel(double value, double reference) {
    return std::abs(value / reference - 1);
}

inline const char* const kShapes = NODEWISE_SHARED_DIR "/oracles/geometry/synthetic_shapes.json";

inline serial::Json readJson(const char* path) {
    const auto text = serial::readFile(path);
    return text ? serial::parseJson(*text).value_or(serial::Json()) : serial::Json();
}

/// The mask of an entry of synthetic_shapes.json, on the entry's own grid.
inline MaskBox oracleMask(const serial::Json& json, const serial::Reader& shape) {
    const auto spacing = shape.numbers("spacing", 3), dims = shape.numbers("dims", 3);
    const auto offset = serial::Reader(json).numbers("offset", 3);
    return paintBox(centredGrid({static_cast<int>(dims[0]), static_cast<int>(dims[1]),
                                 static_cast<int>(dims[2])},
                                {spacing[0], spacing[1], spacing[2]}),
                    shifted(oracleShape(shape.string("name")), {offset[0], offset[1], offset[2]}));
}

}  // namespace nodewise::measure
