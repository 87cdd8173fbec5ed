/// triangle_mesh.h: a closed surface in the patient, as plain arrays.
#pragma once
#include "geometry/point.h"
#include <array>
#include <cstdint>
#include <vector>

namespace nodewise {

/// Vertices in mm (LPS); triangles wind so that their normals point outward.
struct TriangleMesh {
    std::vector<PointLps> vertices;
    std::vector<std::array<std::uint32_t, 3>> triangles;
};

/// Area in mm², volume in mm³ by the divergence theorem. @pre the mesh is closed (volume).
[[nodiscard]] double areaMm2(const TriangleMesh& mesh);
[[nodiscard]] double volumeMm3(const TriangleMesh& mesh);

/// Unit normals at the vertices, area-weighted over the triangles that meet there.
[[nodiscard]] std::vector<VectorLps> vertexNormals(const TriangleMesh& mesh);

}  // namespace nodewise
