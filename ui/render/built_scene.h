/// built_scene.h: surfaces ready to draw, made from a scene off the GUI thread.
#pragma once
#include "ui/render/surface_scene.h"
#include <QColor>
#include <vector>

namespace nodewise::render {

/// Colour and opacity of a kind of structure; the same in both themes.
struct SurfaceLook {
    QColor colour;
    double opacity = 1;
};
[[nodiscard]] SurfaceLook lookOf(SurfaceKind kind);

struct BuiltSurface {
    SurfaceKind kind = SurfaceKind::Node;
    QString name;
    TriangleMesh mesh;
    std::vector<VectorLps> normals;  ///< One a vertex.
    std::vector<double> values;      ///< One a vertex, or empty.
};

struct BuiltScene {
    std::vector<BuiltSurface> surfaces;  ///< Without empty ones.
    PointLps focus;                      ///< Middle of the node.
    double radiusMm = 10;                ///< Round the node.
    double rampLowMm = 0.5, rampHighMm = 4.5, lineAtMm = 0;
    QString rampTitle;
    bool hasRamp = false;
};

/// Makes every surface of the scene. A scene that was cancelled comes back without surfaces.
[[nodiscard]] BuiltScene buildScene(const SurfaceScene& scene, JobControl& job);

}  // namespace nodewise::render
