#include "geometry/triangle_mesh.h"

namespace nodewise {
namespace {

struct Corners {
    PointLps a, b, c;
};

Corners cornersOf(const TriangleMesh& mesh, const std::array<std::uint32_t, 3>& triangle) {
    return {mesh.vertices[triangle[0]], mesh.vertices[triangle[1]], mesh.vertices[triangle[2]]};
}

}  // namespace

double areaMm2(const TriangleMesh& mesh) {
    double twice = 0;
    for (const auto& triangle : mesh.triangles) {
        const Corners t = cornersOf(mesh, triangle);
        twice += length(cross(t.b - t.a, t.c - t.a));
    }
    return twice / 2;
}

double volumeMm3(const TriangleMesh& mesh) {
    if (mesh.vertices.empty())
        return 0;
    const PointLps reference = mesh.vertices.front();
    double six = 0;
    for (const auto& triangle : mesh.triangles) {
        const Corners t = cornersOf(mesh, triangle);
        six += dot(t.a - reference, cross(t.b - reference, t.c - reference));
    }
    return six / 6;
}

std::vector<VectorLps> vertexNormals(const TriangleMesh& mesh) {
    std::vector<VectorLps> normals(mesh.vertices.size());
    for (const auto& triangle : mesh.triangles) {
        const Corners t = cornersOf(mesh, triangle);
        const VectorLps weighted = cross(t.b - t.a, t.c - t.a);
        for (const auto vertex : triangle)
            normals[vertex] = normals[vertex] + weighted;
    }
    for (auto& normal : normals)
        normal = normalized(normal);
    return normals;
}

}  // namespace nodewise
