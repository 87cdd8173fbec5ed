#include "ui/viewer/paint_overlays.h"
#include "annotation/contour.h"
#include "ui/viewer/mesh_cut.h"
#include "ui/viewer/paint_lines.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/type_scale.h"
#include <QFontMetricsF>
#include <QLineF>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

namespace nodewise::viewer {
namespace {

namespace colours = widgets::image;

constexpr double kMarkPx = 12, kHatchPx = 6;
constexpr double kRampLowMm = 0.5, kRampHighMm = 4.5;

QColor rampColour(double mm) {
    return colours::viridis((mm - kRampLowMm) / (kRampHighMm - kRampLowMm));
}

void addLabelLines(const LabelOverlay& label, const SlicePlane& plane, std::vector<Overlay>& out) {
    if (!label.map)
        return;
    bool first = true;
    for (Contour& line : contoursOfLabel(*label.map, label.label, plane)) {
        Overlay overlay;
        overlay.role = label.role;
        overlay.points = std::move(line.points);
        overlay.closed = line.closed;
        overlay.colour = label.colour;
        overlay.fill = label.fill;
        overlay.letter = first ? label.letter : QString();
        overlay.caption = first ? label.caption : QString();
        out.push_back(std::move(overlay));
        first = false;
    }
}

void addSurfaceLines(const SurfaceOverlay& surface, const SlicePlane& plane,
                     std::vector<Overlay>& out) {
    if (!surface.mesh)
        return;
    bool first = true;
    for (const CutLine& line : cutMesh(*surface.mesh, surface.values, plane))
        for (CutLine& part : partsAbove(line, surface.threshold)) {
            Overlay overlay;
            overlay.role = surface.role;
            overlay.points = std::move(part.points);
            overlay.values = std::move(part.values);
            overlay.closed = part.closed;
            overlay.helper = surface.helper;
            overlay.letter = first ? surface.letter : QString();
            overlay.caption = first ? surface.caption : QString();
            out.push_back(std::move(overlay));
            first = false;
        }
}

void paintRamp(QPainter& painter, const PixelMap& map, const Overlay& overlay) {
    const QPainterPath path = map.path(overlay.points, overlay.closed);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::black, 6, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.drawPath(path);
    const std::size_t count = overlay.points.size();
    const std::size_t last = overlay.closed ? count : count - 1;
    for (std::size_t n = 0; n < last; ++n) {
        const std::size_t next = (n + 1) % count;
        const double mm = overlay.values.size() == count
                              ? (overlay.values[n] + overlay.values[next]) / 2
                              : kRampHighMm;
        painter.setPen(QPen(rampColour(mm), 3.5, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(map(overlay.points[n]), map(overlay.points[next]));
    }
}

void paintHatch(QPainter& painter, const QPainterPath& path) {
    const LineLook look = lookOf(OverlayRole::StrandedFat);
    const QRectF box = path.boundingRect();
    QPainterPath lines;
    for (double x = box.left() - box.height(); x < box.right();
         x += kHatchPx * std::numbers::sqrt2) {
        lines.moveTo(x, box.bottom());
        lines.lineTo(x + box.height(), box.top());
    }
    painter.save();
    painter.setClipPath(path, Qt::IntersectClip);
    strokeWithHalo(painter, lines, {look.colour, 1, {}});
    painter.restore();
    strokeWithHalo(painter, path, look);
}

void paintBar(QPainter& painter, const PixelMap& map, const Overlay& overlay, double tick) {
    QPainterPath path = map.path(overlay.points, false);
    const std::size_t count = overlay.points.size();
    if (count > 1) {
        addEndTick(path, map(overlay.points.front()), map(overlay.points[1]), tick);
        addEndTick(path, map(overlay.points.back()), map(overlay.points[count - 2]), tick);
    }
    strokeWithHalo(painter, path, lookOf(overlay.role));
}

void paintSquare(QPainter& painter, QPointF at, const QString& caption) {
    QPainterPath path;
    path.addRect(at.x() - kMarkPx / 2, at.y() - kMarkPx / 2, kMarkPx, kMarkPx);
    strokeWithHalo(painter, path, yourLook());
    if (!caption.isEmpty())
        haloText(painter, at + QPointF(kMarkPx / 2 + 4, -2), caption, colours::kMark);
}

/// Beside the end that lies farther right, so that the words run away from the node; where the
/// picture ends there, beside the other.
void paintCaption(QPainter& painter, const PixelMap& map, const Overlay& overlay) {
    constexpr double gap = 8, drop = 4, edge = 4;
    QPointF left = map(overlay.points.front()), right = map(overlay.points.back());
    if (left.x() > right.x())
        std::swap(left, right);
    const double wide = QFontMetricsF(widgets::textFont(widgets::TextStyle::Note))
                            .horizontalAdvance(overlay.caption);
    const bool fits = right.x() + gap + wide + edge <= map.width();
    haloText(painter, fits ? right + QPointF(gap, drop) : left + QPointF(-gap - wide, drop),
             overlay.caption, colours::kPlane);
}

void paintLine(QPainter& painter, const PixelMap& map, const Overlay& overlay) {
    if (overlay.points.empty())
        return;
    switch (overlay.role) {
    case OverlayRole::MarginWidth:
        return paintRamp(painter, map, overlay);
    case OverlayRole::StrandedFat:
        return paintHatch(painter, map.path(overlay.points, true));
    case OverlayRole::LostPlane:
        return paintBar(painter, map, overlay, 10);
    case OverlayRole::CoreRuler: {
        paintBar(painter, map, overlay, 8);
        if (!overlay.caption.isEmpty() && overlay.letter.isEmpty())
            paintCaption(painter, map, overlay);
        return;
    }
    case OverlayRole::Beyond:
        if (overlay.points.size() == 2 && !overlay.closed)
            return paintBar(painter, map, overlay, 8);
        break;
    case OverlayRole::YourMark:
        return paintSquare(painter, map(overlay.points.front()), overlay.caption);
    case OverlayRole::Capsule:
    case OverlayRole::Contact:
    case OverlayRole::Necrosis:
    case OverlayRole::YourOutline:
    case OverlayRole::Structure:
        break;
    }
    LineLook look = lookOf(overlay.role);
    if (overlay.colour.isValid())
        look.colour = overlay.colour;
    if (overlay.helper) {
        look.width = 1;
        look.dashesPx = {4, 4};
    }
    const QPainterPath path = map.path(overlay.points, overlay.closed);
    if (overlay.fill > 0 && overlay.closed) {
        QColor inside = look.colour;
        inside.setAlphaF(static_cast<float>(std::clamp(overlay.fill, 0.0, 1.0)));
        painter.fillPath(path, inside);
    }
    strokeWithHalo(painter, path, look);
}

/// Places letter boxes outside the circle round the node, in the direction of what they name,
/// turning on until they are free of each other and inside the picture.
class LetterPlaces {
public:
    LetterPlaces(const std::vector<Overlay>& overlays, const PixelMap& map, QSize size)
        : m_area(QRectF(QPointF(), QSizeF(size)).adjusted(30, 44, -30, -44)) {
        const bool capsule = std::ranges::any_of(
            overlays, [](const Overlay& o) { return o.role == OverlayRole::Capsule; });
        QPolygonF points;
        for (const Overlay& overlay : overlays)
            if (!capsule || overlay.role == OverlayRole::Capsule)
                for (const PointLps point : overlay.points)
                    points.append(map(point));
        for (const Overlay& overlay : overlays)
            if (overlay.role != OverlayRole::YourMark)
                m_covered.append(map.path(overlay.points, false)
                                     .boundingRect()
                                     .adjusted(-kLetterBox * 0.7, -kLetterBox * 0.7,
                                               kLetterBox * 0.7, kLetterBox * 0.7));
        m_centre = points.boundingRect().center();
        for (const QPointF point : points)
            m_radius = std::max(m_radius, QLineF(m_centre, point).length());
    }

    QPointF place(QPointF target) {
        const QLineF out(m_centre, target);
        const double start = out.length() > 1 ? std::atan2(out.dy(), out.dx()) : -0.8;
        for (const double away : {44.0, 64.0, 90.0, 120.0, 28.0})
            for (int turn = 0; turn < 19; ++turn) {
                const double angle =
                    start + (turn % 2 == 0 ? 1 : -1) * ((turn + 1) / 2) * std::numbers::pi / 9;
                const QPointF at =
                    m_centre + QPointF(std::cos(angle), std::sin(angle)) * (m_radius + away);
                if (m_area.contains(at) && free(at)) {
                    m_taken.append(at);
                    return at;
                }
            }
        const QPointF inside(std::clamp(target.x() + 40, m_area.left(), m_area.right()),
                             std::clamp(target.y() - 40, m_area.top(), m_area.bottom()));
        m_taken.append(inside);
        return inside;
    }

    /// The point of a line that lies farthest out.
    [[nodiscard]] QPointF outermost(const Overlay& overlay, const PixelMap& map) const {
        QPointF best = m_centre;
        double far = -1;
        for (const PointLps point : overlay.points)
            if (const double d = QLineF(m_centre, map(point)).length(); d > far) {
                far = d;
                best = map(point);
            }
        return best;
    }

private:
    /// Away from other boxes and from every drawn line, so from the node as well.
    [[nodiscard]] bool free(QPointF at) const {
        if (std::ranges::any_of(m_covered, [at](const QRectF& box) { return box.contains(at); }))
            return false;
        return std::ranges::all_of(m_taken, [at](QPointF other) {
            return std::abs(other.x() - at.x()) > kLetterBox * 3 ||
                   std::abs(other.y() - at.y()) > kLetterBox * 1.5;
        });
    }

    QRectF m_area;
    QPointF m_centre;
    double m_radius = 0;
    QList<QPointF> m_taken;
    QList<QRectF> m_covered;
};

void paintLetters(QPainter& painter, const SliceScene& scene, const PixelMap& map,
                  const std::vector<Overlay>& overlays) {
    LetterPlaces places(overlays, map, scene.size);
    for (const Overlay& overlay : overlays) {
        if (overlay.letter.isEmpty() || overlay.points.empty())
            continue;
        const QPointF target =
            overlay.leaderTo ? map(*overlay.leaderTo) : places.outermost(overlay, map);
        const QColor colour = overlay.role == OverlayRole::MarginWidth && !overlay.values.empty()
                                  ? rampColour(*std::ranges::max_element(overlay.values))
                              : overlay.colour.isValid() ? overlay.colour
                                                         : lookOf(overlay.role).colour;
        const QPointF at = places.place(target);
        letterBox(painter, at, target, overlay.letter, colour);
        if (!overlay.caption.isEmpty() && overlay.role != OverlayRole::YourMark)
            haloText(painter, at + QPointF(kLetterBox / 2 + 6, 4), overlay.caption, colours::kText);
    }
}

}  // namespace

std::vector<Overlay> overlaysOnPlane(const SliceScene& scene) {
    std::vector<Overlay> out;
    const PixelMap map(scene);
    const auto hidden = [&](OverlayRole role) { return scene.overlays.hidden.contains(role); };
    for (const LabelOverlay& label : scene.overlays.labels)
        if (!hidden(label.role))
            addLabelLines(label, map.plane(), out);
    for (const SurfaceOverlay& surface : scene.overlays.surfaces)
        if (!hidden(surface.role))
            addSurfaceLines(surface, map.plane(), out);
    for (const Overlay& line : scene.overlays.lines)
        if (!hidden(line.role) && map.near(line.points, line.reachMm))
            out.push_back(line);
    return out;
}

void paintOverlays(QPainter& painter, const SliceScene& scene) {
    const PixelMap map(scene);
    const std::vector<Overlay> overlays = overlaysOnPlane(scene);
    for (const Overlay& overlay : overlays)
        paintLine(painter, map, overlay);
    paintLetters(painter, scene, map, overlays);
}

}  // namespace nodewise::viewer
