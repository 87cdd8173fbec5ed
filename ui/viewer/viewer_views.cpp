// How each view of the model looks at the volume: field, direction, place.
#include "base/require.h"
#include "ui/viewer/viewer_model.h"
#include <algorithm>
#include <cmath>

namespace nodewise::viewer {
namespace {

constexpr double kLeastFieldMm = 4, kMostFieldMm = 4000;

}  // namespace

const ViewState& ViewerModel::view(ViewPlane plane) const {
    return m_views[static_cast<std::size_t>(plane)];
}

ViewState& ViewerModel::state(ViewPlane plane) {
    return m_views[static_cast<std::size_t>(plane)];
}

void ViewerModel::setView(ViewPlane plane, const ViewState& wanted) {
    if (state(plane) == wanted)
        return;
    state(plane) = wanted;
    Q_EMIT viewChanged(plane);
}

void ViewerModel::setDirections(ViewPlane plane, ViewDirections directions) {
    const VectorLps right = normalized(directions.right);
    const VectorLps down = normalized(directions.down - right * dot(directions.down, right));
    NODEWISE_REQUIRE(length(right) > 0.5 && length(down) > 0.5);
    ViewState wanted = view(plane);
    wanted.directions = {right, down};
    setView(plane, wanted);
}

void ViewerModel::fit(ViewPlane plane) {
    ViewState wanted = view(plane);
    wanted.fieldMm.reset();
    wanted.fitMm.reset();
    wanted.panRightMm = wanted.panDownMm = 0;
    setView(plane, wanted);
}

void ViewerModel::oneToOne(ViewPlane plane, QSize viewSize, double devicePixelRatio) {
    if (!m_volume)
        return;
    ViewState wanted = view(plane);
    const double spacing = std::min(spacingAlongMm(m_volume->geometry(), wanted.directions.right),
                                    spacingAlongMm(m_volume->geometry(), wanted.directions.down));
    wanted.fieldMm =
        spacing * devicePixelRatio * std::max(1, std::min(viewSize.width(), viewSize.height()));
    setView(plane, wanted);
}

void ViewerModel::toggleFlip(ViewPlane plane) {
    ViewState wanted = view(plane);
    wanted.flipped = !wanted.flipped;
    setView(plane, wanted);
}

void ViewerModel::panBy(ViewPlane plane, QPointF pixels, QSize viewSize) {
    if (!m_volume)
        return;
    ViewState wanted = view(plane);
    const double mm = mmPerPixelOf(m_volume->geometry(), wanted, viewSize);
    wanted.panRightMm -= pixels.x() * mm * (wanted.flipped ? -1 : 1);
    wanted.panDownMm -= pixels.y() * mm;
    setView(plane, wanted);
}

void ViewerModel::zoomBy(ViewPlane plane, double factor, QPointF anchor, QSize viewSize) {
    if (!m_volume || !(factor > 0))
        return;
    ViewState wanted = view(plane);
    const double before = mmPerPixelOf(m_volume->geometry(), wanted, viewSize);
    const double shorter = std::max(1, std::min(viewSize.width(), viewSize.height()));
    wanted.fieldMm = std::clamp(before / factor * shorter, kLeastFieldMm, kMostFieldMm);
    const double after = *wanted.fieldMm / shorter;
    const double dx = (anchor.x() - viewSize.width() / 2.0) * (wanted.flipped ? -1 : 1);
    const double dy = anchor.y() - viewSize.height() / 2.0;
    wanted.panRightMm += dx * (before - after);
    wanted.panDownMm += dy * (before - after);
    setView(plane, wanted);
}

void ViewerModel::showSpot(PointLps place, double fieldMm) {
    if (!m_volume)
        return;
    setCursor(place);
    const VectorLps from = m_cursor - m_volume->geometry().centre();
    for (const ViewPlane plane : kViewPlanes) {
        ViewState wanted = view(plane);
        wanted.fieldMm = fieldMm;
        wanted.panRightMm = dot(from, wanted.directions.right);
        wanted.panDownMm = dot(from, wanted.directions.down);
        setView(plane, wanted);
    }
}

void ViewerModel::resetViews() {
    if (!m_volume)
        return;
    for (const ViewPlane plane : kViewPlanes)
        setView(plane, openingView(plane));
    setWindow(openingWindow());
    setSlab({});
    setCursor(m_volume->geometry().centre());
}

SlicePlane ViewerModel::planeOf(ViewPlane plane, QSize viewSize) const {
    NODEWISE_REQUIRE(m_volume != nullptr);
    return viewPlaneOf(m_volume->geometry(), view(plane), m_cursor, viewSize);
}

}  // namespace nodewise::viewer
