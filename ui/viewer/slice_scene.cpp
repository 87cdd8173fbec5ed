#include "ui/viewer/colour_map.h"
#include "ui/viewer/slice_picture.h"
#include "ui/viewer/viewer_model.h"
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

namespace nodewise::viewer {
namespace {

/// "2 neck" or, without a preset, nothing.
QString presetWords(const ViewerModel& model) {
    const auto preset = model.preset();
    return preset ? QStringLiteral("%1 %2").arg(preset->key).arg(preset->name) : QString();
}

}  // namespace

SlicePlane SliceScene::slicePlane() const {
    return viewPlaneOf(volume->geometry(), view, cursor, size);
}

double SliceScene::reachMm() const {
    const double slice = spacingAlongMm(volume->geometry(), view.directions.normal());
    return std::max(slice, slab.thicknessMm) / 2 + 1e-3;
}

SliceScene sceneOf(const ViewerModel& model, ViewPlane plane, QSize size, double devicePixelRatio) {
    SliceScene scene;
    scene.volume = model.volume();
    scene.plane = plane;
    scene.view = model.view(plane);
    scene.cursor = model.cursor();
    scene.window = model.window();
    scene.windowName = presetWords(model);
    scene.slab = model.slab();
    scene.colours = model.colourMap();
    scene.fusion = model.fusion();
    scene.suvFactor = model.suvFactor();
    scene.size = size;
    scene.devicePixelRatio = devicePixelRatio;
    scene.active = model.activePlane() == plane;
    scene.crosshair = model.crosshairShown();
    scene.fullLines = model.tool() == Tool::Crosshair;
    for (const ViewPlane other : kViewPlanes)
        scene.directions[static_cast<std::size_t>(other)] = model.view(other).directions;
    scene.marks = model.marks();
    scene.activeMark = model.activeMark();
    scene.measurements = model.measurements();
    scene.overlays = model.overlays();
    return scene;
}

QImage renderImage(const SliceScene& scene, unsigned threads) {
    const double ratio = scene.devicePixelRatio;
    const ImageSize size{std::max(1, static_cast<int>(std::lround(scene.size.width() * ratio))),
                         std::max(1, static_cast<int>(std::lround(scene.size.height() * ratio)))};
    QImage image(size.width, size.height, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    if (!scene.volume || scene.size.isEmpty()) {
        image.fill(Qt::black);
        return image;
    }
    const SlicePlane logical = scene.slicePlane();
    // The core's plane starts at the middle of the first device pixel.
    const SlicePlane device{logical.toPatient({0.5 / ratio, 0.5 / ratio}),
                            logical.right * (1 / ratio), logical.down * (1 / ratio)};
    const std::span<std::uint32_t> pixels(reinterpret_cast<std::uint32_t*>(image.bits()),
                                          static_cast<std::size_t>(size.width) *
                                              static_cast<std::size_t>(size.height));
    renderSlice(*scene.volume, device, size, scene.window, scene.slab, pixels, threads);
    paintColours(pixels, scene.colours);
    if (scene.fusion.volume && scene.fusion.share > 0) {
        // Both volumes lie in the patient: the same plane cuts the second one at
        // the same place.
        std::vector<std::uint32_t> over(pixels.size());
        renderSlice(*scene.fusion.volume, device, size, scene.fusion.window, scene.slab, over,
                    threads);
        blendOver(pixels, over, scene.fusion.colours, scene.fusion.share);
    }
    return image;
}

QImage pictureOf(const SliceScene& scene) {
    QImage image = renderImage(scene);
    QImage out(image.size(), QImage::Format_RGB32);
    out.setDevicePixelRatio(scene.devicePixelRatio);
    out.fill(Qt::black);
    QPainter painter(&out);
    paintScene(painter, scene, image);
    return out;
}

}  // namespace nodewise::viewer
