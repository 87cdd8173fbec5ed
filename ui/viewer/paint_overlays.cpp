#include "ui/viewer/paint_overlays.h"
#include "annotation/contour.h"
#include "ui/viewer/letter_places.h"
#include "ui/viewer/mesh_cut.h"
#include "ui/viewer/paint_lines.h"
#include "ui/widgets/theme.h"
#include <algorithm>
#include <array>
#include <cmath>
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
/// picture ends there, beside the other. The left end of the base line.
QPointF captionPlace(const PixelMap& map, const Overlay& overlay, double wide) {
    constexpr double gap = 8, drop = 4, edge = 4;
    QPointF left = map(overlay.points.front()), right = map(overlay.points.back());
    if (left.x() > right.x())
        std::swap(left, right);
    const bool fits = right.x() + gap + wide + edge <= map.width();
    return fits ? right + QPointF(gap, drop) : left + QPointF(-gap - wide, drop);
}

/// A ruler's words stand beside it; those of all others beside their letter.
bool hasOwnCaption(const Overlay& overlay) {
    return overlay.role == OverlayRole::CoreRuler && !overlay.caption.isEmpty() &&
           overlay.letter.isEmpty() && !overlay.points.empty();
}

void paintCaption(QPainter& painter, const PixelMap& map, const Overlay& overlay) {
    haloText(painter, captionPlace(map, overlay, haloWidth(overlay.caption)), overlay.caption,
             colours::kPlane);
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
        if (hasOwnCaption(overlay))
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

namespace {

/// Where A, P, R, L … stand: the middle of each edge.
std::array<QPointF, 4> orientationPlaces(QSize size) {
    constexpr double edge = 14;
    const double x = size.width() / 2.0, y = size.height() / 2.0;
    return {QPointF(edge, y), QPointF(size.width() - edge, y), QPointF(x, edge),
            QPointF(x, size.height() - edge)};
}

/// Where a leader may end: the place asked for, the widest part of a margin, or anywhere on the
/// line.
QList<QPointF> leaderEnds(const PixelMap& map, const Overlay& overlay) {
    if (overlay.leaderTo)
        return {map(*overlay.leaderTo)};
    if (overlay.role == OverlayRole::MarginWidth && overlay.values.size() == overlay.points.size())
        return {map(overlay.points[static_cast<std::size_t>(
            std::ranges::max_element(overlay.values) - overlay.values.begin())])};
    QList<QPointF> ends;
    for (const PointLps point : overlay.points)
        ends.append(map(point));
    return ends;
}

std::vector<PlacedLetter> placeLetters(const SliceScene& scene, const PixelMap& map,
                                       const std::vector<Overlay>& overlays) {
    LetterPlaces places(overlays, map, scene.size);
    if (scene.textShown)
        for (const QPointF letter : orientationPlaces(scene.size))
            places.keepFree(QRectF(letter - QPointF(8, 8), QSizeF(16, 16)));
    for (const Overlay& overlay : overlays)
        if (hasOwnCaption(overlay)) {
            const double wide = haloWidth(overlay.caption);
            places.keepFree(haloBox(captionPlace(map, overlay, wide), wide));
        }
    std::vector<PlacedLetter> out;
    for (const Overlay& overlay : overlays) {
        if (overlay.letter.isEmpty() || overlay.points.empty())
            continue;
        const bool words = !overlay.caption.isEmpty() && overlay.role != OverlayRole::YourMark;
        const double wide = words ? haloWidth(overlay.caption) : 0;
        const QColor colour = overlay.role == OverlayRole::MarginWidth && !overlay.values.empty()
                                  ? rampColour(*std::ranges::max_element(overlay.values))
                              : overlay.colour.isValid() ? overlay.colour
                                                         : lookOf(overlay.role).colour;
        out.push_back({overlay.letter, words ? overlay.caption : QString(), colour,
                       places.place(leaderEnds(map, overlay), wide)});
    }
    return out;
}

void paintLetter(QPainter& painter, const PlacedLetter& letter) {
    const LetterPlace& place = letter.place;
    letterBox(painter, place.at, place.target, letter.letter, letter.colour);
    if (letter.words.isEmpty())
        return;
    const double aside = kLetterBox / 2 + kLetterGap;
    const double start = place.wordsLeft ? -aside - haloWidth(letter.words) : aside;
    haloText(painter, place.at + QPointF(start, 4), letter.words, colours::kText);
}

}  // namespace

void paintOverlays(QPainter& painter, const SliceScene& scene) {
    const PixelMap map(scene);
    const std::vector<Overlay> overlays = overlaysOnPlane(scene);
    for (const Overlay& overlay : overlays)
        paintLine(painter, map, overlay);
    for (const PlacedLetter& letter : placeLetters(scene, map, overlays))
        paintLetter(painter, letter);
}

std::vector<PlacedLetter> lettersOnPlane(const SliceScene& scene) {
    return placeLetters(scene, PixelMap(scene), overlaysOnPlane(scene));
}

}  // namespace nodewise::viewer
