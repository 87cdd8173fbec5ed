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

/// The `level` of a field on a grid, made in the same way. The border of the grid is open.
[[nodiscard]] TriangleMesh surfaceOfField(const GridGeometry& grid, std::vector<float> field);

/// Surface, normals and areas that margin, contact and extension share: the surface of the node at
/// steps of about a millimetre, one vertex a square millimetre or so.
struct NodeSurface {
    TriangleMesh mesh;
    std::vector<VectorLps> normals;
    std::vector<double> areas;  ///< mm² a vertex.
};
[[nodiscard]] NodeSurface sharedSurface(const NodeRegion& region);

/// A third of the area of the triangles that meet at each vertex, mm².
[[nodiscard]] std::vector<double> vertexAreas(const TriangleMesh& mesh);

}  // namespace nodewise::measure
