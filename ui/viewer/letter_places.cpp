#include "ui/viewer/letter_places.h"
#include <QPolygonF>
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace nodewise::viewer {
namespace {

/// A leader comes no nearer to the middle than this share of its end's distance.
constexpr double kOutward = 0.9;

/// The box of a letter and the words beside it.
QRectF boxOf(const LetterPlace& place, double wordsPx) {
    const double half = kLetterBox / 2;
    const double words = wordsPx > 0 ? kLetterGap + wordsPx : 0;
    return {place.at.x() - half - (place.wordsLeft ? words : 0), place.at.y() - half,
            kLetterBox + words, kLetterBox};
}

/// The words alone.
QRectF wordsOf(const LetterPlace& place, double wordsPx) {
    QRectF box = boxOf(place, wordsPx);
    const double room = kLetterBox + kLetterGap / 2;
    return place.wordsLeft ? box.adjusted(0, 0, -room, 0) : box.adjusted(room, 0, 0, 0);
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

QPointF nearest(const QList<QPointF>& points, QPointF to) {
    return *std::ranges::min_element(points, {},
                                     [to](QPointF point) { return QLineF(to, point).length(); });
}

double distanceTo(const QLineF& line, QPointF point) {
    const QPointF along = line.p2() - line.p1();
    const double length2 = QPointF::dotProduct(along, along);
    const double share =
        length2 > 0 ? QPointF::dotProduct(point - line.p1(), along) / length2 : 0.0;
    return QLineF(point, line.pointAt(std::clamp(share, 0.0, 1.0))).length();
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

LetterPlace LetterPlaces::place(const QList<QPointF>& targets, double wordsPx) {
    const QPointF outer = outermost(targets);
    const QLineF out(m_centre, outer);
    const double start = out.length() > 1 ? std::atan2(out.dy(), out.dx()) : -0.8;
    for (const Care care : {Care::Leaders, Care::Words, Care::Boxes})
        for (const double away : {44.0, 64.0, 90.0, 120.0, 28.0})
            for (int turn = 0; turn < 19; ++turn) {
                const double angle =
                    start + (turn % 2 == 0 ? 1 : -1) * ((turn + 1) / 2) * std::numbers::pi / 9;
                const QPointF at =
                    m_centre + QPointF(std::cos(angle), std::sin(angle)) * (m_radius + away);
                if (!m_area.contains(at))
                    continue;
                const QPointF target = nearest(targets, at);
                for (const bool left : {false, true})
                    if (free({at, target, left}, wordsPx, care))
                        return take({at, target, left}, wordsPx);
            }
    const QPointF beside(std::clamp(outer.x() + 40, m_area.left(), m_area.right()),
                         std::clamp(outer.y() - 40, m_area.top(), m_area.bottom()));
    return take({beside, outer, false}, wordsPx);
}

QPointF LetterPlaces::outermost(const QList<QPointF>& points) const {
    return *std::ranges::max_element(
        points, {}, [this](QPointF point) { return QLineF(m_centre, point).length(); });
}

/// Away from other boxes and words and from every drawn line, so from the node as well.
bool LetterPlaces::free(const LetterPlace& place, double wordsPx, Care care) const {
    const QPointF at = place.at;
    if (std::ranges::any_of(m_covered, [at](const QRectF& box) { return box.contains(at); }))
        return false;
    const QRectF box = boxOf(place, wordsPx);
    if (!m_picture.contains(box) || (wordsPx > 0 && m_node.intersects(box)))
        return false;
    const QRectF wide = box.adjusted(-kLetterBox, -kLetterBox / 2, kLetterBox, kLetterBox / 2);
    if (std::ranges::any_of(m_taken, [&](const QRectF& other) { return other.intersects(wide); }))
        return false;
    if (care == Care::Boxes)
        return true;
    const bool overOwn = wordsPx > 0 && crosses(QLineF(at, place.target), wordsOf(place, wordsPx));
    return !overOwn && leaderFree(place, box, care);
}

bool LetterPlaces::leaderFree(const LetterPlace& place, const QRectF& box, Care care) const {
    const QLineF leader(place.at, place.target);
    if (std::ranges::any_of(m_taken, [&](const QRectF& other) { return crosses(leader, other); }) ||
        std::ranges::any_of(m_leaders, [&](const QLineF& other) { return crosses(other, box); }))
        return false;
    if (care == Care::Words)
        return true;
    const double inside = QLineF(m_centre, place.target).length() * kOutward;
    return distanceTo(leader, m_centre) >= inside &&
           std::ranges::none_of(m_leaders, [&](const QLineF& other) {
               return leader.intersects(other) == QLineF::BoundedIntersection;
           });
}

LetterPlace LetterPlaces::take(const LetterPlace& place, double wordsPx) {
    m_taken.append(boxOf(place, wordsPx));
    m_leaders.append(QLineF(place.at, place.target));
    return place;
}

}  // namespace nodewise::viewer
