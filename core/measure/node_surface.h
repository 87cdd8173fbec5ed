/// node_surface.h: the surface of a node as a mesh, without the steps of its voxels.
#pragma once
#include "geometry/triangle_mesh.h"
#include "measure/node_region.h"

namespace nodewise::measure {

/// The 0.5 level of the smoothed mask (Gaussian of the finest spacing) as naive surface nets
/// (Gibson 1998): a vertex in each cell the surface passes, at the mean of the crossings on its
/// edges; two triangles an edge. Patient frame, outward. Empty when the node is too small to have a
/// surface.
[[nodiscard]] TriangleMesh nodeSurface(const NodeRegion& region);

/// A third of the area of the triangles that meet at each vertex, mm².
[[nodiscard]] std::vector<double> vertexAreas(const TriangleMesh& mesh);

}  // namespace nodewise::measure
