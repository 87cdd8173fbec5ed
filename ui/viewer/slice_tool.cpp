#include "ui/viewer/slice_tool.h"
#include "ui/viewer/paint_measurements.h"
#include "ui/viewer/slice_view.h"
#include <QLineF>
#include <algorithm>
#include <cmath>

namespace nodewise::viewer {
namespace {

constexpr double kClickPx = 3, kHandlePx = 7, kPixelsASlice = 8, kHuAPixel = 2, kLineStepPx = 12;

std::optional<MeasurementKind> kindOf(Tool tool) {
    switch (tool) {
    case Tool::Pair:
        return MeasurementKind::Pair;
    case Tool::Ruler:
        return MeasurementKind::Ruler;
    case Tool::Angle:
        return MeasurementKind::Angle;
    case Tool::Ellipse:
        return MeasurementKind::Ellipse;
    case Tool::Probe:
        return MeasurementKind::Probe;
    default:
        return std::nullopt;
    }
}

}  // namespace

SliceTool::SliceTool(ViewerModel& model, SliceView& view)
    : m_model(model)
    , m_view(view) {}

PointLps SliceTool::pointAt(QPointF at) const {
    return m_view.patientPointAt(at);
}

void SliceTool::setDraft(std::optional<Measurement> draft) {
    m_draft = std::move(draft);
    m_view.update();
}

// ---- press, move, release ----------------------------------------------------------------------

void SliceTool::press(QPointF at, Qt::MouseButton button, bool other) {
    if (!m_model.volume() || m_button != Qt::NoButton)
        return;
    m_erasing = other;
    m_button = button;
    m_start = m_last = at;
    m_moved = false;
    m_slicesDone = 0;
    if (button == Qt::MiddleButton)
        m_action =
            m_model.mouseProfile() == MouseProfile::WindowLeft ? Action::Pan : Action::Window;
    else if (button == Qt::RightButton)
        m_action = Action::Zoom;
    else if (button == Qt::LeftButton)
        m_action = leftAction(at);
    if (m_action == Action::Cursor)
        m_model.setCursor(pointAt(at));
}

SliceTool::Action SliceTool::leftAction(QPointF at) {
    if (m_action == Action::AngleArm)
        return Action::AngleArm;
    if (!m_model.readOnly())
        if (const auto handle = handleAt(at)) {
            m_handlePoint = handle->point;
            setDraft(handle->measurement);
            return Action::Handle;
        }
    switch (m_model.tool()) {
    case Tool::Scroll:
        return Action::Scroll;
    case Tool::Window:
        // The tool of a fresh viewer: what it does is the profile's to say.
        return m_model.mouseProfile() == MouseProfile::ScrollLeft     ? Action::Scroll
               : m_model.mouseProfile() == MouseProfile::WindowMiddle ? Action::Pan
                                                                      : Action::Window;
    case Tool::Pan:
        return Action::Pan;
    case Tool::Zoom:
        return Action::Zoom;
    case Tool::Crosshair:
        return onLine(at) ? Action::Turn : Action::Cursor;
    case Tool::Mark:
    case Tool::Node:
        return Action::None;
    case Tool::AutoWindow:
        m_stroke = {pointAt(at)};
        return Action::Box;
    default:
        break;
    }
    if (m_model.readOnly())
        return Action::None;
    if (m_model.tool() == Tool::Brush) {
        m_stroke = {pointAt(at)};
        m_view.update();
        return Action::Brush;
    }
    if (drawsLine()) {
        addCorner(at);
        return Action::Line;
    }
    startDrawing(at);
    return Action::Draw;
}

void SliceTool::move(QPointF at) {
    if (m_action == Action::AngleArm && m_draft) {
        Measurement angle = *m_draft;
        angle.points[2] = pointAt(at);
        setDraft(angle);
        return;
    }
    if (m_button == Qt::NoButton) {
        if (drawsLine() && m_stroke.size() > 1) {
            m_stroke.back() = pointAt(at);
            m_view.update();
        }
        return;
    }
    m_moved = m_moved || QLineF(m_start, at).length() > kClickPx;
    if (m_action == Action::Draw)
        draw(at);
    else if (m_action == Action::Handle)
        moveHandle(at);
    else if (m_action == Action::Brush || m_action == Action::Line) {
        if (m_action == Action::Brush || QLineF(m_last, at).length() > kLineStepPx)
            m_stroke.push_back(pointAt(at));
        m_view.update();
        if (m_action == Action::Line && QLineF(m_last, at).length() <= kLineStepPx)
            return;
        m_last = at;
    } else if (m_action == Action::Box) {
        const SlicePlane plane = m_model.planeOf(m_view.plane(), m_view.size());
        const PixelPoint a{m_start.x(), m_start.y()}, c{at.x(), at.y()};
        m_stroke = {plane.toPatient(a), plane.toPatient({c.x, a.y}), plane.toPatient(c),
                    plane.toPatient({a.x, c.y}), plane.toPatient(a)};
        m_view.update();
    } else if (m_moved)
        drag(at);
    if (m_moved)
        m_last = at;
}

void SliceTool::drag(QPointF at) {
    const QPointF by = at - m_last;
    switch (m_action) {
    case Action::Pan:
        return m_model.panBy(m_view.plane(), by, m_view.size());
    case Action::Zoom:
        return m_model.zoomBy(m_view.plane(), std::exp(-by.y() * 0.01), m_start, m_view.size());
    case Action::Window:
        return dragWindow(by);
    case Action::Scroll:
        return dragSlices(at);
    case Action::Cursor:
        return m_model.setCursor(pointAt(at));
    case Action::Turn:
        return turnLines(at);
    default:
        return;
    }
}

void SliceTool::dragWindow(QPointF by) {
    Window window = m_model.window();
    const ValueRange range = m_model.volume()->range();
    // HU have a fixed step; other scales take one that crosses their range on a
    // screen's width.
    const double step = m_model.volume()->meaning() == VoxelMeaning::Hounsfield
                            ? kHuAPixel
                            : std::max(range.high - range.low, 1e-6) / 800;
    window.width += by.x() * step;
    window.level += by.y() * step;
    m_model.setWindow(window);
}

void SliceTool::dragSlices(QPointF at) {
    const int wanted = static_cast<int>(std::lround((m_start.y() - at.y()) / kPixelsASlice));
    m_model.stepSlices(m_view.plane(), wanted - m_slicesDone);
    m_slicesDone = wanted;
}

void SliceTool::release(QPointF at, Qt::MouseButton button) {
    if (button != m_button)
        return;
    if (m_action == Action::AngleArm)
        move(at);  // A click may come without a move before it.
    m_button = Qt::NoButton;
    const Action action = std::exchange(m_action, Action::None);
    if (action == Action::Draw)
        finishDrawing(at);
    else if (action == Action::Handle || action == Action::AngleArm)
        commitDraft();
    else if (action == Action::Brush)
        finishBrush();
    else if (action == Action::Box)
        finishBox(at);
    else if (action == Action::Line) {
        // Drawn in one go with the button held, the line closes when it is let go.
        if (m_moved && m_stroke.size() > 5)
            closeLine();
    } else if (!m_moved && button == Qt::LeftButton)
        click(at);
}

void SliceTool::click(QPointF at) {
    const PointLps place = pointAt(at);
    if (m_model.tool() == Tool::Mark) {
        if (m_model.readOnly() || !m_model.valueAt(place))
            return;
        m_model.addMark(place);
    }
    if (m_model.tool() == Tool::Node && m_model.valueAt(place))
        Q_EMIT m_model.nodeWanted(place);
    m_model.setCursor(place);
}

bool SliceTool::cancel() {
    const bool any = m_draft.has_value() || !m_stroke.empty();
    m_stroke.clear();
    m_action = Action::None;
    setDraft(std::nullopt);
    return any;
}

// ---- drawing -----------------------------------------------------------------------------------

void SliceTool::startDrawing(QPointF at) {
    Measurement fresh;
    fresh.kind = *kindOf(m_model.tool());
    fresh.normal = m_model.view(m_view.plane()).directions.normal();
    fresh.points.assign(static_cast<std::size_t>(pointCount(fresh.kind)), pointAt(at));
    setDraft(fresh);
}

void SliceTool::draw(QPointF at) {
    Measurement m = *m_draft;
    const PointLps from = pointAt(m_start), to = pointAt(at);
    switch (m.kind) {
    case MeasurementKind::Pair: {
        const int markNumber = m_model.activeMark();
        m = makePair(from, to, m.normal);
        m.markNumber = markNumber;
        break;
    }
    case MeasurementKind::Ruler:
        m.points = {from, to};
        break;
    case MeasurementKind::Angle:
        m.points = {from, to, to};
        break;
    case MeasurementKind::Ellipse: {
        const QPointF middle = (m_start + at) / 2;
        m.points = {pointAt(middle), pointAt({at.x(), middle.y()}), pointAt({middle.x(), at.y()})};
        break;
    }
    case MeasurementKind::Probe:
        m.points = {to};
        break;
    case MeasurementKind::Polygon:
        break;  // Drawn corner by corner.
    }
    setDraft(m);
}

void SliceTool::finishDrawing(QPointF at) {
    const bool probe = m_draft->kind == MeasurementKind::Probe;
    const double size = QLineF(m_start, at).length();
    const bool flat = m_draft->kind == MeasurementKind::Ellipse &&
                      (std::abs(at.x() - m_start.x()) < 1 || std::abs(at.y() - m_start.y()) < 1);
    if (!probe && (size <= kClickPx || flat)) {
        setDraft(std::nullopt);
        return;
    }
    draw(at);
    if (m_draft->kind == MeasurementKind::Angle)
        m_action = Action::AngleArm;  // The next click sets the second arm.
    else
        commitDraft();
}

void SliceTool::commitDraft() {
    if (!m_draft)
        return;
    const Measurement done = *m_draft;
    setDraft(std::nullopt);
    if (done.id == 0)
        m_model.addMeasurement(done);
    else
        m_model.changeMeasurement(done);
}

// ---- editable ends -----------------------------------------------------------------------------

std::optional<SliceTool::Handle> SliceTool::handleAt(QPointF at) const {
    const SliceScene scene = sceneOf(m_model, m_view.plane(), m_view.size(), 1);
    std::optional<Handle> best;
    double nearest = kHandlePx;
    for (const Measurement& m : scene.measurements) {
        if (!measurementOnPlane(m, scene))
            continue;
        for (std::size_t n = 0; n < m.points.size(); ++n) {
            const double away = QLineF(m_view.pixelOf(m.points[n]), at).length();
            if (away < nearest) {
                nearest = away;
                best = Handle{m, static_cast<int>(n)};
            }
        }
    }
    return best;
}

void SliceTool::moveHandle(QPointF at) {
    Measurement m = *m_draft;
    const PointLps to = pointAt(at);
    const auto index = static_cast<std::size_t>(m_handlePoint);
    if (m.kind == MeasurementKind::Pair) {
        movePairEnd(m, m_handlePoint, to);
    } else if (m.kind == MeasurementKind::Ellipse && index == 0) {
        const VectorLps by = to - m.points[0];
        for (PointLps& point : m.points)
            point = point + by;
    } else if (m.kind == MeasurementKind::Ellipse) {
        // An end keeps its direction, so that the axes stay perpendicular.
        const VectorLps axis = normalized(m.points[index] - m.points[0]);
        m.points[index] = m.points[0] + axis * std::max(dot(to - m.points[0], axis), 0.5);
    } else {
        m.points[index] = to;
    }
    setDraft(m);
}

Qt::CursorShape SliceTool::cursorAt(QPointF at) const {
    if (!m_model.volume())
        return Qt::ArrowCursor;
    if (!m_model.readOnly() && handleAt(at))
        return Qt::SizeAllCursor;
    switch (m_model.tool()) {
    case Tool::Crosshair:
        return onLine(at) ? Qt::SizeAllCursor : Qt::CrossCursor;
    case Tool::Mark:
    case Tool::Pair:
    case Tool::Ruler:
    case Tool::Angle:
    case Tool::Ellipse:
    case Tool::Probe:
    case Tool::Polygon:
    case Tool::Node:
    case Tool::Brush:
    case Tool::Outline:
    case Tool::AutoWindow:
        return Qt::CrossCursor;
    case Tool::Pan:
        return Qt::OpenHandCursor;
    default:
        return Qt::ArrowCursor;
    }
}

}  // namespace nodewise::viewer
