#include "measure/shape.h"
#include "measure/binary_mesh.h"
#include "measure/level_surface.h"
#include "measure/plane_roughness.h"
#include "measure/radius_fit.h"
#include <algorithm>
#include <cmath>

namespace nodewise::measure {
namespace {

constexpr double kPi = 3.14159265358979323846;

double sphericityOf(double volumeMm3, double areaMm2) {
    return areaMm2 > 0 ? std::cbrt(36.0 * kPi * volumeMm3 * volumeMm3) / areaMm2 : 0;
}

double radiusOf(double volumeMm3) {
    return std::cbrt(0.75 * volumeMm3 / kPi);
}

double coarsest(const MaskBox& mask) {
    return std::max({mask.spacingMm[0], mask.spacingMm[1], mask.spacingMm[2]});
}

void measureSmooth(const MaskBox& mask, ShapeMeasurement& shape) {
    const double sigma = 0.35 + 0.5 * coarsest(mask);
    const auto surface = levelSurface(blurMask(mask, sigma, sigma / 1.2));
    if (surface.pieces.size() < 12 || surface.volumeMm3 <= 0) {
        shape.smoothGap = Gap::TooSmall;
        return;
    }
    shape.sphericityCorrected = sphericityOf(surface.volumeMm3, surface.areaMm2);
    shape.roughnessMm = radiusResidualMm(surface);
}

void measureConcavity(const MaskBox& mask, double volumeMm3, ShapeMeasurement& shape) {
    const double radius = radiusOf(volumeMm3);
    const double sigma = 0.6 + 0.04 * radius + 0.55 * coarsest(mask);
    const BlurredMask field = blurMask(mask, sigma, sigma / 1.25);
    const auto surface = levelSurface(field);
    double hollow = 0;
    for (const auto& piece : surface.pieces)
        if (leastCurvature(field, piece) * radius < -0.1)
            hollow += piece.area;
    if (surface.areaMm2 > 0)
        shape.concaveFraction = hollow / surface.areaMm2;
}

bool touchesEdge(const MaskBox& node, const GridGeometry& region) {
    for (std::size_t a = 0; a < 3; ++a)
        if (node.start[a] == 0 || node.start[a] + node.dims[a] == region.dims()[a])
            return true;
    return false;
}

}  // namespace

MaskBox maskBoxOf(const GridGeometry& geometry, std::span<const std::uint8_t> inside) {
    std::array<int, 3> low = geometry.dims(), high{-1, -1, -1};
    const auto& dims = geometry.dims();
    std::size_t row = 0;
    for (int k = 0; k < dims[2]; ++k)
        for (int j = 0; j < dims[1]; ++j, row += static_cast<std::size_t>(dims[0])) {
            const auto begin = inside.begin() + static_cast<std::ptrdiff_t>(row);
            const auto end = begin + dims[0];
            const auto first = std::find_if(begin, end, [](std::uint8_t v) { return v != 0; });
            if (first == end)
                continue;
            auto last = end - 1;
            while (*last == 0)
                --last;
            low = {std::min(low[0], static_cast<int>(first - begin)), std::min(low[1], j),
                   std::min(low[2], k)};
            high = {std::max(high[0], static_cast<int>(last - begin)), std::max(high[1], j),
                    std::max(high[2], k)};
        }
    MaskBox box;
    box.spacingMm = geometry.spacing();
    if (high[0] < 0)
        return box;
    box.start = low;
    for (std::size_t a = 0; a < 3; ++a)
        box.dims[a] = high[a] - low[a] + 1;
    for (int k = low[2]; k <= high[2]; ++k)
        for (int j = low[1]; j <= high[1]; ++j) {
            const auto from =
                inside.begin() + static_cast<std::ptrdiff_t>(geometry.offset({low[0], j, k}));
            box.inside.insert(box.inside.end(), from, from + box.dims[0]);
        }
    return box;
}

Result<ShapeMeasurement> measureShape(const MaskBox& mask, JobControl& job) {
    ShapeMeasurement shape;
    const BinaryMesh mesh = binaryMesh(mask);
    shape.meshVolumeMl = mesh.volumeMm3 / 1000.0;
    shape.meshAreaMm2 = mesh.areaMm2;
    shape.sphericity = sphericityOf(mesh.volumeMm3, mesh.areaMm2);
    shape.meshGreatestMm = meshGreatestMm(mask);
    if (job.cancelled())
        return fail(ErrorCode::Cancelled, "cancelled");
    measureSmooth(mask, shape);
    if (job.cancelled())
        return fail(ErrorCode::Cancelled, "cancelled");
    if (!shape.smoothGap)
        measureConcavity(mask, mesh.volumeMm3, shape);
    if (!shape.concaveFraction || !shape.roughnessMm)
        shape.smoothGap = Gap::TooSmall;
    return shape;
}

Result<ShapeResult> measureShape(const NodeRegion& region, JobControl& job) {
    const MaskBox mask = maskBoxOf(region.geometry, region.inside);
    ShapeResult result;
    if (*std::min_element(mask.dims.begin(), mask.dims.end()) < 2)
        result.gap = Gap::TooSmall;
    else if (touchesEdge(mask, region.geometry))
        result.gap = Gap::TouchesBorder;
    if (result.gap)
        return result;
    auto shape = measureShape(mask, job);
    if (!shape)
        return fail(shape.error());
    result.shape = *shape;
    result.shape->planeRoughnessMm = planeRoughnessMm(region);
    return result;
}

}  // namespace nodewise::measure
