// The brush, lines drawn point by point, boxes, and turning the crosshair.
#include "ui/viewer/slice_tool.h"
#include "ui/viewer/slice_view.h"
#include <QLineF>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace nodewise::viewer {
namespace {

constexpr double kHandlePx = 7;

}  // namespace

double SliceTool::strokeMm() const {
    return m_model.tool() == Tool::Brush ? m_model.brushMm() : 0;
}

bool SliceTool::drawsLine() const {
    return m_model.tool() == Tool::Polygon || m_model.tool() == Tool::Outline;
}

void SliceTool::addCorner(QPointF at) {
    // The last point follows the pointer until the next press puts it down.
    if (!m_stroke.empty() && m_stroke.size() > 3 &&
        QLineF(m_view.pixelOf(m_stroke.front()), at).length() < kHandlePx) {
        closeLine();
        return;
    }
    if (m_stroke.empty())
        m_stroke = {pointAt(at), pointAt(at)};
    else {
        m_stroke.back() = pointAt(at);
        m_stroke.push_back(pointAt(at));
    }
    m_view.update();
}

void SliceTool::followTool() {
    if (!m_stroke.empty() && !drawsLine() && m_button == Qt::NoButton) {
        m_stroke.clear();
        m_view.update();
    }
}

bool SliceTool::closeLine() {
    if (!drawsLine() || m_stroke.empty())
        return false;
    std::vector<PointLps> corners = std::exchange(m_stroke, {});
    // Points on top of each other come from the press that ended the line.
    const auto same = [](PointLps a, PointLps b) { return distance(a, b) < 0.05; };
    corners.erase(std::unique(corners.begin(), corners.end(), same), corners.end());
    m_view.update();
    if (corners.size() < 3)
        return true;
    const VectorLps normal = m_model.view(m_view.plane()).directions.normal();
    if (m_model.tool() == Tool::Outline) {
        Q_EMIT m_model.outlineDrawn(smoothLine(corners), normal);
        return true;
    }
    Measurement polygon;
    polygon.kind = MeasurementKind::Polygon;
    polygon.normal = normal;
    polygon.points = std::move(corners);
    m_model.addMeasurement(polygon);
    return true;
}

void SliceTool::finishBrush() {
    const std::vector<PointLps> path = std::exchange(m_stroke, {});
    m_view.update();
    if (!path.empty())
        Q_EMIT m_model.brushed(path, m_model.view(m_view.plane()).directions.normal(), m_erasing);
}

void SliceTool::finishBox(QPointF at) {
    m_stroke.clear();
    m_view.update();
    if (m_moved && m_model.windowFromRegion(m_view.plane(), pointAt(m_start), pointAt(at)))
        m_model.setTool(Tool::Window);
}

bool SliceTool::onLine(QPointF at) const {
    constexpr double away = 40, near = 6;
    const QPointF centre = m_view.pixelOf(m_model.cursor());
    if (QLineF(centre, at).length() < away)
        return false;
    const SlicePlane plane = m_model.planeOf(m_view.plane(), m_view.size());
    const VectorLps normal = plane.normal();
    for (const ViewPlane other : kViewPlanes) {
        const VectorLps cut = cross(normal, m_model.view(other).directions.normal());
        if (other == m_view.plane() || length(cut) < 1e-3)
            continue;
        const QPointF along = m_view.pixelOf(m_model.cursor() + normalized(cut) * 10) - centre;
        const QPointF unit = along / std::max(std::hypot(along.x(), along.y()), 1e-9);
        const QPointF from = at - centre;
        if (std::abs(from.x() * unit.y() - from.y() * unit.x()) < near)
            return true;
    }
    return false;
}

void SliceTool::turnLines(QPointF at) {
    const QPointF centre = m_view.pixelOf(m_model.cursor());
    const QPointF before = m_last - centre, now = at - centre;
    const double turn = std::atan2(before.x() * now.y() - before.y() * now.x(),
                                   before.x() * now.x() + before.y() * now.y());
    // Clockwise on the screen; a flipped picture turns the other way in the
    // patient.
    const double sign = m_model.view(m_view.plane()).flipped ? -1 : 1;
    m_model.rotateCrosshair(m_view.plane(), sign * turn * 180 / std::numbers::pi);
}

}  // namespace nodewise::viewer
