#include "ui/render/built_scene.h"
#include "ui/render/surface_scene.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <vtkCellArray.h>
#include <vtkFlyingEdges3D.h>
#include <vtkIdList.h>
#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkWindowedSincPolyDataFilter.h>

namespace nodewise::render {
namespace {

/// Voxels round the label that stay empty, so that every surface is closed.
constexpr int kMargin = 2;

/// 1-2-1 along one axis of a block; the outermost layer is empty and stays.
void binomial(std::vector<float>& values, const std::array<int, 3>& dims, std::size_t axis) {
    const std::array<std::size_t, 3> strides{1, static_cast<std::size_t>(dims[0]),
                                             static_cast<std::size_t>(dims[0]) *
                                                 static_cast<std::size_t>(dims[1])};
    const std::size_t step = strides[axis];
    const std::vector<float> before = values;
    for (std::size_t n = step; n + step < values.size(); ++n)
        values[n] = (before[n - step] + 2 * before[n] + before[n + step]) / 4;
}

/// The label's block as shares 0..1, softened by one voxel so that slices do not show as terraces.
vtkNew<vtkImageData> softBlock(const LabelMap& map, LabelValue label, const VoxelBox& box) {
    const std::array<int, 3> dims{box.high.i - box.low.i + 1 + 2 * kMargin,
                                  box.high.j - box.low.j + 1 + 2 * kMargin,
                                  box.high.k - box.low.k + 1 + 2 * kMargin};
    std::vector<float> shares;
    shares.reserve(static_cast<std::size_t>(dims[0]) * static_cast<std::size_t>(dims[1]) *
                   static_cast<std::size_t>(dims[2]));
    for (int k = box.low.k - kMargin; k <= box.high.k + kMargin; ++k)
        for (int j = box.low.j - kMargin; j <= box.high.j + kMargin; ++j)
            for (int i = box.low.i - kMargin; i <= box.high.i + kMargin; ++i) {
                const bool inBox = i >= box.low.i && i <= box.high.i && j >= box.low.j &&
                                   j <= box.high.j && k >= box.low.k && k <= box.high.k;
                shares.push_back(inBox && map.at(VoxelIndex{i, j, k}) == label ? 1.0F : 0.0F);
            }
    for (std::size_t axis = 0; axis < 3; ++axis)
        binomial(shares, dims, axis);
    vtkNew<vtkImageData> image;
    image->SetDimensions(dims.data());
    image->AllocateScalars(VTK_FLOAT, 1);
    std::copy(shares.begin(), shares.end(), static_cast<float*>(image->GetScalarPointer()));
    return image;
}

/// From steps of the block to patient mm.
void toPatient(vtkPolyData* surface, const GridGeometry& grid, const VoxelBox& box) {
    vtkPoints* points = surface->GetPoints();
    for (vtkIdType n = 0; n < points->GetNumberOfPoints(); ++n) {
        std::array<double, 3> p{};
        points->GetPoint(n, p.data());
        const PointLps at = grid.toPatient(ContinuousIndex{
            p[0] + box.low.i - kMargin, p[1] + box.low.j - kMargin, p[2] + box.low.k - kMargin});
        points->SetPoint(n, at.x, at.y, at.z);
    }
    points->Modified();
}

TriangleMesh toMesh(vtkPolyData* surface) {
    TriangleMesh mesh;
    const vtkIdType count = surface->GetNumberOfPoints();
    for (vtkIdType n = 0; n < count; ++n) {
        std::array<double, 3> p{};
        surface->GetPoint(n, p.data());
        mesh.vertices.push_back({p[0], p[1], p[2]});
    }
    vtkNew<vtkIdList> ids;
    vtkCellArray* cells = surface->GetPolys();
    cells->InitTraversal();
    while (cells->GetNextCell(ids) != 0)
        if (ids->GetNumberOfIds() == 3)
            mesh.triangles.push_back({static_cast<std::uint32_t>(ids->GetId(0)),
                                      static_cast<std::uint32_t>(ids->GetId(1)),
                                      static_cast<std::uint32_t>(ids->GetId(2))});
    // A reversed or left-handed grid turns every triangle inside out.
    if (!mesh.triangles.empty() && volumeMm3(mesh) < 0)
        for (auto& triangle : mesh.triangles)
            std::swap(triangle[1], triangle[2]);
    return mesh;
}

TriangleMesh surfaceOfBox(const LabelMap& map, LabelValue label, const VoxelBox& box,
                          JobControl& job) {
    const vtkNew<vtkImageData> block = softBlock(map, label, box);
    if (job.cancelled())
        return {};
    vtkNew<vtkFlyingEdges3D> edges;
    edges->SetInputData(block);
    edges->SetValue(0, 0.5);
    edges->ComputeNormalsOff();
    edges->ComputeGradientsOff();
    edges->ComputeScalarsOff();
    edges->Update();
    if (job.cancelled() || edges->GetOutput()->GetNumberOfPoints() == 0)
        return {};
    toPatient(edges->GetOutput(), map.geometry(), box);
    vtkNew<vtkWindowedSincPolyDataFilter> smooth;
    smooth->SetInputData(edges->GetOutput());
    smooth->SetNumberOfIterations(20);
    smooth->SetPassBand(0.08);
    smooth->BoundarySmoothingOff();
    smooth->FeatureEdgeSmoothingOff();
    smooth->NonManifoldSmoothingOn();
    smooth->NormalizeCoordinatesOn();
    smooth->Update();
    return job.cancelled() ? TriangleMesh{} : toMesh(smooth->GetOutput());
}

/// The part of a box within `reachMm` of a place; nothing when they do not meet.
std::optional<VoxelBox> nearPart(const GridGeometry& grid, const VoxelBox& box, PointLps centre,
                                 double reachMm) {
    if (reachMm <= 0)
        return box;
    const ContinuousIndex c = grid.toIndex(centre);
    const auto low = [&](double at, std::size_t axis, int from) {
        return std::max(from, static_cast<int>(std::ceil(at - reachMm / grid.spacing()[axis])));
    };
    const auto high = [&](double at, std::size_t axis, int to) {
        return std::min(to, static_cast<int>(std::floor(at + reachMm / grid.spacing()[axis])));
    };
    const VoxelBox part{
        {low(c.i, 0, box.low.i), low(c.j, 1, box.low.j), low(c.k, 2, box.low.k)},
        {high(c.i, 0, box.high.i), high(c.j, 1, box.high.j), high(c.k, 2, box.high.k)}};
    if (part.low.i > part.high.i || part.low.j > part.high.j || part.low.k > part.high.k)
        return std::nullopt;
    return part;
}

TriangleMesh meshOf(const SurfaceSource& source, const SurfaceScene& scene, PointLps focus,
                    JobControl& job) {
    if (source.mesh)
        return *source.mesh;
    const LabelMap* map = source.map ? source.map.get() : scene.map.get();
    if (map == nullptr)
        return {};
    const auto whole = map->boxOf(source.label);
    if (!whole)
        return {};
    const double reach = source.kind == SurfaceKind::Node ? 0 : scene.reachMm;
    const auto box = nearPart(map->geometry(), *whole, focus, reach);
    return box ? surfaceOfBox(*map, source.label, *box, job) : TriangleMesh{};
}

/// Middle of the box round the node and the ball round that; the first surface when there is none.
void aim(BuiltScene& built) {
    const auto node = std::ranges::find(built.surfaces, SurfaceKind::Node, &BuiltSurface::kind);
    if (built.surfaces.empty())
        return;
    const BuiltSurface& target = node == built.surfaces.end() ? built.surfaces.front() : *node;
    constexpr double most = std::numeric_limits<double>::max();
    PointLps low{most, most, most}, high{-most, -most, -most};
    for (const PointLps p : target.mesh.vertices) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y), std::min(low.z, p.z)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y), std::max(high.z, p.z)};
    }
    built.focus = low + (high - low) * 0.5;
    built.radiusMm = std::max(1.0, distance(low, high) / 2);
}

PointLps firstFocus(const SurfaceScene& scene) {
    for (const SurfaceSource& source : scene.sources)
        if (source.kind == SurfaceKind::Node) {
            if (source.mesh && !source.mesh->vertices.empty())
                return source.mesh->vertices.front();
            if (scene.map)
                if (const auto centre = scene.map->centroidOf(source.label))
                    return *centre;
        }
    return scene.map ? scene.map->geometry().centre() : PointLps{};
}

}  // namespace

SurfaceLook lookOf(SurfaceKind kind) {
    switch (kind) {
    case SurfaceKind::Node:
        return {QColor(0xc9, 0xc4, 0xb6), 1};
    case SurfaceKind::OtherNode:
        return {QColor(0xa8, 0xa3, 0x96), 0.7};
    case SurfaceKind::Muscle:
        return {QColor(0xc7, 0x9e, 0x8f), 0.42};
    case SurfaceKind::Vein:
        return {QColor(0x5c, 0x73, 0x99), 1};
    case SurfaceKind::Artery:
        return {QColor(0x9e, 0x6b, 0x61), 1};
    case SurfaceKind::Gland:
        return {QColor(0xb3, 0xa0, 0x7a), 0.42};
    case SurfaceKind::Bone:
        return {QColor(0xd9, 0xd4, 0xc7), 1};
    case SurfaceKind::Airway:
        return {QColor(0x7d, 0x95, 0x9c), 0.42};
    case SurfaceKind::Skin:
        return {QColor(0xc9, 0xa4, 0x8c), 0.16};
    case SurfaceKind::Other:
        break;
    }
    return {QColor(0x94, 0x9e, 0xa9), 0.42};
}

TriangleMesh surfaceOfLabel(const LabelMap& map, LabelValue label, JobControl& job) {
    const auto box = map.boxOf(label);
    return box ? surfaceOfBox(map, label, *box, job) : TriangleMesh{};
}

BuiltScene buildScene(const SurfaceScene& scene, JobControl& job) {
    BuiltScene built;
    built.rampLowMm = scene.rampLowMm;
    built.rampHighMm = scene.rampHighMm;
    built.lineAtMm = scene.lineAtMm;
    built.rampTitle = scene.rampTitle;
    const PointLps focus = firstFocus(scene);
    for (const SurfaceSource& source : scene.sources) {
        BuiltSurface surface{source.kind, source.name, meshOf(source, scene, focus, job), {}, {}};
        if (job.cancelled())
            return {};
        if (surface.mesh.triangles.empty())
            continue;
        surface.normals = vertexNormals(surface.mesh);
        if (source.values.size() == surface.mesh.vertices.size())
            surface.values = source.values;
        built.hasRamp = built.hasRamp || !surface.values.empty();
        built.surfaces.push_back(std::move(surface));
    }
    // See-through surfaces are drawn last, over the solid ones.
    std::ranges::stable_sort(built.surfaces, std::ranges::greater{},
                             [](const BuiltSurface& s) { return lookOf(s.kind).opacity; });
    aim(built);
    return built;
}

}  // namespace nodewise::render
