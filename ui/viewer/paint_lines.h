/// paint_lines.h: lines with a dark halo, texts on plates and letter boxes, for pictures.
#pragma once
#include "ui/viewer/slice_picture.h"
#include <QColor>
#include <QPainter>
#include <QPainterPath>
#include <QPen>
#include <QRectF>
#include <QString>

namespace nodewise::viewer {

/// A line's look: colour, width, dash lengths in px (empty = solid).
struct LineLook {
    QColor colour;
    double width = 1;
    QList<double> dashesPx;
};

[[nodiscard]] LineLook lookOf(ViewPlane plane);
[[nodiscard]] LineLook lookOf(OverlayRole role);
/// Your ruler, your mark.
[[nodiscard]] LineLook yourLook();

/// The path with a black under-stroke two pixels wider.
void strokeWithHalo(QPainter& painter, const QPainterPath& path, const LineLook& look);

/// A tick of `length` px across the end of a line that comes from `from`.
void addEndTick(QPainterPath& path, QPointF end, QPointF from, double length);

enum class PlateWeight { Normal, Bold };
/// Text in image size on a black plate; `corner` is where the text's box lies against (an
/// alignment of left or right, top or bottom or centre). Gives the plate's rectangle.
QRectF plateText(QPainter& painter, QPointF corner, Qt::Alignment alignment, const QString& text,
                 const QColor& colour, PlateWeight weight = PlateWeight::Normal, int indent = 0);

/// Text with a dark outline and no plate, for measurements. `at` is the left end of the base line.
void haloText(QPainter& painter, QPointF at, const QString& text, const QColor& colour);

/// Width of such a text, and the box round it, px.
[[nodiscard]] double haloWidth(const QString& text);
[[nodiscard]] QRectF haloBox(QPointF at, double width);

/// An 18 × 18 px box with a letter, and the leader from it to `target`.
void letterBox(QPainter& painter, QPointF centre, QPointF target, const QString& letter,
               const QColor& colour);
inline constexpr double kLetterBox = 18;

/// Where patient points fall on the picture.
class PixelMap {
public:
    explicit PixelMap(const SliceScene& scene);
    [[nodiscard]] QPointF operator()(PointLps point) const;
    [[nodiscard]] double distanceMm(PointLps point) const {
        return m_plane.signedDistanceMm(point);
    }
    [[nodiscard]] const SlicePlane& plane() const { return m_plane; }
    [[nodiscard]] int width() const { return m_width; }  ///< Of the picture, px.
    /// True when every point lies at most `reachMm` from the plane.
    [[nodiscard]] bool near(const std::vector<PointLps>& points, double reachMm) const;
    [[nodiscard]] QPainterPath path(const std::vector<PointLps>& points, bool closed) const;

private:
    SlicePlane m_plane;
    int m_width = 0;
};

}  // namespace nodewise::viewer
