#include "ui/viewer/paint_lines.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/type_scale.h"
#include <QFontMetricsF>
#include <QLineF>
#include <algorithm>
#include <cmath>

namespace nodewise::viewer {
namespace {

namespace colours = widgets::image;

const QColor kContact{0x2f, 0xbf, 0x97}, kBeyond{0x9f, 0xa8, 0xff};
constexpr double kPlatePadding = 4, kPlateRadius = 2;

QPen penOf(const LineLook& look, double extraWidth, const QColor& colour) {
    QPen pen(colour, look.width + extraWidth);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::RoundJoin);
    return pen;
}

}  // namespace

LineLook lookOf(ViewPlane plane) {
    switch (plane) {
    case ViewPlane::Axial:
        return {colours::kAxial, 1, {}};
    case ViewPlane::Coronal:
        return {colours::kCoronal, 1, {6, 4}};
    case ViewPlane::Sagittal:
        break;
    }
    return {colours::kSagittal, 1, {10, 3, 2, 3}};
}

LineLook lookOf(OverlayRole role) {
    switch (role) {
    case OverlayRole::Capsule:
        return {colours::kReference, 1.5, {}};
    case OverlayRole::MarginWidth:
        return {colours::viridis(0.9), 3.5, {}};
    case OverlayRole::StrandedFat:
        return {colours::kFat, 1.5, {1, 3}};
    case OverlayRole::LostPlane:
        return {colours::kPlane, 2, {}};
    case OverlayRole::Contact:
        return {kContact, 2, {6, 3}};
    case OverlayRole::Beyond:
        return {kBeyond, 1.5, {}};
    case OverlayRole::Necrosis:
        return {colours::kNecrosis, 1.5, {1, 3}};
    case OverlayRole::CoreRuler:
        return {colours::kPlane, 1.5, {}};
    case OverlayRole::Structure:
        return {colours::kPlane, 1.25, {5, 3}};
    case OverlayRole::YourOutline:
    case OverlayRole::YourMark:
        break;
    }
    return yourLook();
}

LineLook yourLook() {
    return {colours::kMark, 1.5, {}};
}

void strokeWithHalo(QPainter& painter, const QPainterPath& path, const LineLook& look) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(penOf(look, 2, colours::kUnder));
    QPen pen = penOf(look, 0, look.colour);
    if (!look.dashesPx.isEmpty()) {
        QList<qreal> pattern;
        for (const double px : look.dashesPx)
            pattern.append(px / look.width);  // Qt counts dashes in pen widths.
        pen.setDashPattern(pattern);
        // A dashed line keeps its gaps dark only where it has dashes.
        QPen under = painter.pen();
        QList<qreal> wide;
        for (const double px : look.dashesPx)
            wide.append(px / under.widthF());
        under.setDashPattern(wide);
        painter.setPen(under);
    }
    painter.drawPath(path);
    painter.setPen(pen);
    painter.drawPath(path);
}

void addEndTick(QPainterPath& path, QPointF end, QPointF from, double length) {
    const QLineF line(from, end);
    if (line.length() < 1e-6)
        return;
    const QPointF across(-line.dy() / line.length(), line.dx() / line.length());
    path.moveTo(end - across * (length / 2));
    path.lineTo(end + across * (length / 2));
}

QRectF plateText(QPainter& painter, QPointF corner, Qt::Alignment alignment, const QString& text,
                 const QColor& colour, PlateWeight weight, int indent) {
    QFont font = widgets::textFont(widgets::TextStyle::Note);
    if (weight == PlateWeight::Bold)
        font.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(font);
    const double width = std::ceil(metrics.horizontalAdvance(text)) + indent;
    const double height = widgets::lineHeight(widgets::TextStyle::Note);
    QRectF box(corner, QSizeF(width, height));
    if (alignment.testFlag(Qt::AlignRight))
        box.moveRight(corner.x());
    else if (alignment.testFlag(Qt::AlignHCenter))
        box.moveLeft(corner.x() - width / 2);
    if (alignment.testFlag(Qt::AlignBottom))
        box.moveBottom(corner.y());
    else if (alignment.testFlag(Qt::AlignVCenter))
        box.moveTop(corner.y() - height / 2);
    const QRectF plate = box.adjusted(-kPlatePadding, 0, kPlatePadding, 0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours::kPlate);
    painter.drawRoundedRect(plate, kPlateRadius, kPlateRadius);
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(box.adjusted(indent, 0, 2, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
    return plate;
}

void haloText(QPainter& painter, QPointF at, const QString& text, const QColor& colour) {
    QPainterPath path;
    path.addText(at, widgets::textFont(widgets::TextStyle::Note), text);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colours::kUnder, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    painter.setFont(widgets::textFont(widgets::TextStyle::Note));
    painter.setPen(colour);
    painter.drawText(at, text);
}

double haloWidth(const QString& text) {
    return QFontMetricsF(widgets::textFont(widgets::TextStyle::Note)).horizontalAdvance(text);
}

QRectF haloBox(QPointF at, double width) {
    const QFontMetricsF metrics(widgets::textFont(widgets::TextStyle::Note));
    return {at.x(), at.y() - metrics.ascent(), width, metrics.height()};
}

void letterBox(QPainter& painter, QPointF centre, QPointF target, const QString& letter,
               const QColor& colour) {
    const QLineF line(centre, target);
    if (line.length() > kLetterBox * 0.75) {
        const double share = kLetterBox / 2 / std::max(std::abs(line.dx()), std::abs(line.dy()));
        QPainterPath leader(line.pointAt(share));
        leader.lineTo(target);
        strokeWithHalo(painter, leader, {colour, 1, {}});
    }
    const QRectF box(centre.x() - kLetterBox / 2, centre.y() - kLetterBox / 2, kLetterBox,
                     kLetterBox);
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(Qt::black);
    painter.drawRoundedRect(box, kPlateRadius, kPlateRadius);
    QFont font = widgets::textFont(widgets::TextStyle::Small);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(box, Qt::AlignCenter, letter);
}

PixelMap::PixelMap(const SliceScene& scene)
    : m_plane(scene.slicePlane())
    , m_width(scene.size.width()) {}

QPointF PixelMap::operator()(PointLps point) const {
    const PixelPoint at = m_plane.toPixel(point);
    return {at.x, at.y};
}

bool PixelMap::near(const std::vector<PointLps>& points, double reachMm) const {
    return std::all_of(points.begin(), points.end(),
                       [&](PointLps point) { return std::abs(distanceMm(point)) <= reachMm; });
}

QPainterPath PixelMap::path(const std::vector<PointLps>& points, bool closed) const {
    QPainterPath out;
    for (std::size_t n = 0; n < points.size(); ++n) {
        const QPointF at = (*this)(points[n]);
        if (n == 0)
            out.moveTo(at);
        else
            out.lineTo(at);
    }
    if (closed && !points.empty())
        out.closeSubpath();
    return out;
}

}  // namespace nodewise::viewer
