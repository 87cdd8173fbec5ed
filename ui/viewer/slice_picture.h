/// slice_picture.h: one painting function for the screen and for exported
/// pictures.
#pragma once
#include "ui/viewer/measurement.h"
#include "ui/viewer/overlay.h"
#include "ui/viewer/view_plane.h"
#include "ui/viewer/viewer_model.h"
#include "volume/slice_render.h"
#include <QImage>
#include <QSize>
#include <QString>
#include <array>
#include <optional>
#include <vector>

class QPainter;

namespace nodewise::viewer {

/// All that one picture shows, as plain values: can be painted on any thread.
struct SliceScene {
    VolumePtr volume;
    ViewPlane plane = ViewPlane::Axial;
    ViewState view;
    PointLps cursor;
    Window window;
    QString windowName;  ///< "2 neck"; empty when no preset is in force.
    Slab slab;
    ColourMap colours = ColourMap::Gray;
    Fusion fusion;
    double suvFactor = 0;  ///< Of values in Bq/mL; 0 = not known.
    QSize size;            ///< Logical pixels.
    double devicePixelRatio = 1;
    bool large = false, active = false, textShown = true, crosshair = true, fullLines = false;
    std::array<ViewDirections, 3> directions;  ///< Of all views, for the reference lines.
    std::vector<NodeMark> marks;
    int activeMark = 0;
    std::vector<Measurement> measurements;
    std::optional<Measurement> draft;  ///< The one being drawn.
    OverlaySet overlays;
    /// What the brush has passed over, or the corners of a line that is being
    /// drawn.
    std::vector<PointLps> stroke;
    double strokeMm = 0;  ///< Radius of the brush; 0 for a line.
    bool strokeErases = false;

    /// Plane in Qt's logical coordinates. @pre volume.
    [[nodiscard]] SlicePlane slicePlane() const;
    /// How far from the plane a point may lie to be drawn: half a slice or half
    /// the slab, mm.
    [[nodiscard]] double reachMm() const;
};

/// The scene of one view of the model. Nothing in it names a patient, case or
/// file.
[[nodiscard]] SliceScene sceneOf(const ViewerModel& model, ViewPlane plane, QSize size,
                                 double devicePixelRatio);

/// The picture alone, gray or in the colours of the scene, with the second
/// volume over it, size × ratio device pixels, Format_RGB32; black without a
/// volume. Thread-safe.
[[nodiscard]] QImage renderImage(const SliceScene& scene, unsigned threads = 0);

/// Picture, overlays, measurements, lines and texts. `image` as from
/// `renderImage`.
void paintScene(QPainter& painter, const SliceScene& scene, const QImage& image);

/// The whole as one image, for export and thumbnails.
[[nodiscard]] QImage pictureOf(const SliceScene& scene);

}  // namespace nodewise::viewer
