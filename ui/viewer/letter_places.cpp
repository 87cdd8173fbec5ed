#include "ui/viewer/letter_places.h"
#include <QPolygonF>
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace nodewise::viewer {
namespace {

/// The box of a letter and the words beside it.
QRectF boxOf(LetterPlace place, double wordsPx) {
    const double half = kLetterBox / 2;
    const double words = wordsPx > 0 ? kLetterGap + wordsPx : 0;
    return {place.at.x() - half - (place.wordsLeft ? words : 0), place.at.y() - half,
            kLetterBox + words, kLetterBox};
}

bool crosses(const QLineF& line, const QRectF& box) {
    if (box.contains(line.p1()) || box.contains(line.p2()))
        return true;
    const std::array edges{
        QLineF(box.topLeft(), box.topRight()), QLineF(box.topRight(), box.bottomRight()),
        QLineF(box.bottomRight(), box.bottomLeft()), QLineF(box.bottomLeft(), box.topLeft())};
    return std::ranges::any_of(edges, [&line](const QLineF& edge) {
        return line.intersects(edge) == QLineF::BoundedIntersection;
    });
}

}  // namespace

LetterPlaces::LetterPlaces(const std::vector<Overlay>& overlays, const PixelMap& map, QSize size)
    : m_map(map)
    , m_picture(QRectF(QPointF(), QSizeF(size)).adjusted(4, 4, -4, -4))
    , m_area(QRectF(QPointF(), QSizeF(size)).adjusted(30, 44, -30, -44)) {
    const bool capsule = std::ranges::any_of(
        overlays, [](const Overlay& o) { return o.role == OverlayRole::Capsule; });
    QPolygonF points;
    for (const Overlay& overlay : overlays)
        if (!capsule || overlay.role == OverlayRole::Capsule)
            for (const PointLps point : overlay.points)
                points.append(map(point));
    const double edge = kLetterBox * 0.7;
    for (const Overlay& overlay : overlays)
        if (overlay.role != OverlayRole::YourMark)
            m_covered.append(
                map.path(overlay.points, false).boundingRect().adjusted(-edge, -edge, edge, edge));
    m_node = points.boundingRect();
    m_centre = m_node.center();
    for (const QPointF point : points)
        m_radius = std::max(m_radius, QLineF(m_centre, point).length());
}

LetterPlace LetterPlaces::place(QPointF target, double wordsPx) {
    const QLineF out(m_centre, target);
    const double start = out.length() > 1 ? std::atan2(out.dy(), out.dx()) : -0.8;
    for (const bool leaders : {true, false})
        for (const double away : {44.0, 64.0, 90.0, 120.0, 28.0})
            for (int turn = 0; turn < 19; ++turn) {
                const double angle =
                    start + (turn % 2 == 0 ? 1 : -1) * ((turn + 1) / 2) * std::numbers::pi / 9;
                const QPointF at =
                    m_centre + QPointF(std::cos(angle), std::sin(angle)) * (m_radius + away);
                for (const bool left : {false, true})
                    if (m_area.contains(at) && free({at, left}, target, wordsPx, leaders))
                        return take({at, left}, target, wordsPx);
            }
    const QPointF beside(std::clamp(target.x() + 40, m_area.left(), m_area.right()),
                         std::clamp(target.y() - 40, m_area.top(), m_area.bottom()));
    return take({beside, false}, target, wordsPx);
}

QPointF LetterPlaces::outermost(const Overlay& overlay) const {
    QPointF best = m_centre;
    double far = -1;
    for (const PointLps point : overlay.points)
        if (const double d = QLineF(m_centre, m_map(point)).length(); d > far) {
            far = d;
            best = m_map(point);
        }
    return best;
}

/// Away from other boxes and words and from every drawn line, so from the node as well.
bool LetterPlaces::free(LetterPlace place, QPointF target, double wordsPx, bool leaders) const {
    const QPointF at = place.at;
    if (std::ranges::any_of(m_covered, [at](const QRectF& box) { return box.contains(at); }))
        return false;
    const QRectF box = boxOf(place, wordsPx);
    if (!m_picture.contains(box) || (wordsPx > 0 && m_node.intersects(box)))
        return false;
    const QRectF wide = box.adjusted(-kLetterBox, -kLetterBox / 2, kLetterBox, kLetterBox / 2);
    if (std::ranges::any_of(m_taken, [&](const QRectF& other) { return other.intersects(wide); }))
        return false;
    if (!leaders)
        return true;
    const QLineF leader(at, target);
    return std::ranges::none_of(m_taken,
                                [&](const QRectF& other) { return crosses(leader, other); }) &&
           std::ranges::none_of(m_leaders,
                                [&](const QLineF& other) { return crosses(other, box); });
}

LetterPlace LetterPlaces::take(LetterPlace place, QPointF target, double wordsPx) {
    m_taken.append(boxOf(place, wordsPx));
    m_leaders.append(QLineF(place.at, target));
    return place;
}

}  // namespace nodewise::viewer
