#include "ui/viewer/viewer_link.h"
#include <QScopedValueRollback>

namespace nodewise::viewer {

ViewerLink::ViewerLink(ViewerModel& first, ViewerModel& second, QObject* parent)
    : QObject(parent)
    , m_first(first)
    , m_second(second) {
    connect(&first, &ViewerModel::cursorChanged, this, [this] { follow(m_first, m_second); });
    connect(&second, &ViewerModel::cursorChanged, this, [this] { follow(m_second, m_first); });
    connect(&first, &ViewerModel::viewChanged, this,
            [this](ViewPlane plane) { followView(m_first, m_second, plane); });
    connect(&second, &ViewerModel::viewChanged, this,
            [this](ViewPlane plane) { followView(m_second, m_first, plane); });
}

void ViewerLink::setOn(bool on) {
    if (on == m_on)
        return;
    m_on = on;
    if (on) {
        follow(m_first, m_second);
        for (const ViewPlane plane : kViewPlanes)
            followView(m_first, m_second, plane);
    }
}

void ViewerLink::follow(ViewerModel& from, ViewerModel& to) {
    if (!m_on || m_following || !from.volume() || !to.volume())
        return;
    const QScopedValueRollback guard(m_following, true);
    to.setCursor(from.cursor());
}

void ViewerLink::followView(ViewerModel& from, ViewerModel& to, ViewPlane plane) {
    if (!m_on || m_following || !from.volume() || !to.volume())
        return;
    const QScopedValueRollback guard(m_following, true);
    const ViewState& seen = from.view(plane);
    ViewState wanted = to.view(plane);
    wanted.directions = seen.directions;
    wanted.flipped = seen.flipped;
    wanted.quarterTurns = seen.quarterTurns;
    wanted.fieldMm = seen.fieldMm;
    wanted.fitMm = seen.fitMm;
    if (!seen.fieldMm && !seen.fitMm) {
        // The whole of the first volume is fitted: the same stretch of the second
        // one.
        const GridGeometry& grid = from.volume()->geometry();
        wanted.fitMm = std::array{0.0, 0.0};
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const double mm = grid.dims()[axis] * grid.spacing()[axis];
            (*wanted.fitMm)[0] += mm * std::abs(dot(seen.directions.right, grid.axes()[axis]));
            (*wanted.fitMm)[1] += mm * std::abs(dot(seen.directions.down, grid.axes()[axis]));
        }
    }
    // Pans count from each volume's own centre.
    const VectorLps apart = from.volume()->geometry().centre() - to.volume()->geometry().centre();
    wanted.panRightMm = seen.panRightMm + dot(apart, seen.directions.right);
    wanted.panDownMm = seen.panDownMm + dot(apart, seen.directions.down);
    to.setView(plane, wanted);
}

}  // namespace nodewise::viewer
