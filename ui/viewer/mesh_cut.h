/// mesh_cut.h: where a surface cuts a plane, with the surface's values along the line.
#pragma once
#include "geometry/triangle_mesh.h"
#include "volume/slice_plane.h"
#include <span>
#include <vector>

namespace nodewise::viewer {

/// A line on the plane; `values` has one number a point, or is empty when the mesh had none.
struct CutLine {
    std::vector<PointLps> points;
    std::vector<double> values;
    bool closed = false;
};

/// Lines of a mesh on a plane, chained through shared edges; values are linear along an edge.
/// @pre values is empty or has one number a vertex. Pure.
[[nodiscard]] std::vector<CutLine> cutMesh(const TriangleMesh& mesh, std::span<const double> values,
                                           const SlicePlane& plane);

/// The parts of a line whose value is at least `threshold`; the whole line when it has no values.
[[nodiscard]] std::vector<CutLine> partsAbove(const CutLine& line, double threshold);

}  // namespace nodewise::viewer
