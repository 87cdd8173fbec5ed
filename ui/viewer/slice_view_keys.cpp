#include "ui/viewer/slice_tool.h"
#include "ui/viewer/slice_view.h"
#include "ui/viewer/viewer_model.h"
#include <QKeyEvent>

namespace nodewise::viewer {
namespace {

constexpr double kZoomStep = 1.25, kTurnDegrees = 5;

std::optional<Tool> toolOf(ViewerCommand command) {
    switch (command) {
    case ViewerCommand::ScrollTool:
        return Tool::Scroll;
    case ViewerCommand::WindowTool:
        return Tool::Window;
    case ViewerCommand::PanTool:
        return Tool::Pan;
    case ViewerCommand::ZoomTool:
        return Tool::Zoom;
    case ViewerCommand::PairTool:
        return Tool::Pair;
    case ViewerCommand::RulerTool:
        return Tool::Ruler;
    case ViewerCommand::AngleTool:
        return Tool::Angle;
    case ViewerCommand::EllipseTool:
        return Tool::Ellipse;
    case ViewerCommand::PolygonTool:
        return Tool::Polygon;
    case ViewerCommand::ProbeTool:
        return Tool::Probe;
    case ViewerCommand::CrosshairTool:
        return Tool::Crosshair;
    case ViewerCommand::AutoWindowTool:
        return Tool::AutoWindow;
    default:
        return std::nullopt;
    }
}

}  // namespace

void SliceView::keyPressEvent(QKeyEvent* event) {
    const auto command = viewerCommandFor(*event);
    if (command == ViewerCommand::Maximise) {
        Q_EMIT maximiseRequested();
    } else if (command && *command <= ViewerCommand::PlaneSagittal) {
        Q_EMIT planeRequested(static_cast<ViewPlane>(*command));
    } else if (!command || !execute(*command)) {
        QWidget::keyPressEvent(event);
    }
}

bool SliceView::execute(ViewerCommand command) {
    return executeSlices(command) || executePicture(command) || executeEditing(command);
}

bool SliceView::executeSlices(ViewerCommand command) {
    const auto nudge = [this](double right, double down) {
        const ViewState& view = m_model->view(m_plane);
        const VectorLps u = view.directions.right * (view.flipped ? -1.0 : 1.0);
        const VectorLps v = view.directions.down;
        const GridGeometry& grid = m_model->volume()->geometry();
        m_model->setCursor(m_model->cursor() + u * (right * spacingAlongMm(grid, u)) +
                           v * (down * spacingAlongMm(grid, v)));
    };
    if (!m_model->volume())
        return false;
    switch (command) {
    case ViewerCommand::SliceUp:
        m_model->stepSlices(m_plane, 1);
        return true;
    case ViewerCommand::SliceDown:
        m_model->stepSlices(m_plane, -1);
        return true;
    case ViewerCommand::TenSlicesUp:
        m_model->stepSlices(m_plane, 10);
        return true;
    case ViewerCommand::TenSlicesDown:
        m_model->stepSlices(m_plane, -10);
        return true;
    case ViewerCommand::FirstSlice:
        m_model->goToSlice(m_plane, 1);
        return true;
    case ViewerCommand::LastSlice:
        m_model->goToSlice(m_plane, m_model->sliceNumber(m_plane).count);
        return true;
    case ViewerCommand::NudgeLeft:
        nudge(-1, 0);
        return true;
    case ViewerCommand::NudgeRight:
        nudge(1, 0);
        return true;
    case ViewerCommand::NudgeUp:
        nudge(0, -1);
        return true;
    case ViewerCommand::NudgeDown:
        nudge(0, 1);
        return true;
    default:
        return false;
    }
}

bool SliceView::executePicture(ViewerCommand command) {
    const QPointF middle(width() / 2.0, height() / 2.0);
    if (command >= ViewerCommand::Preset0 && command <= ViewerCommand::Preset9)
        return m_model->applyPreset(static_cast<int>(command) -
                                    static_cast<int>(ViewerCommand::Preset0));
    switch (command) {
    case ViewerCommand::SlabThinner:
        m_model->stepSlab(-1);
        return true;
    case ViewerCommand::SlabThicker:
        m_model->stepSlab(1);
        return true;
    case ViewerCommand::Fit:
        m_model->fit(m_plane);
        return true;
    case ViewerCommand::Reset:
        m_model->resetViews();
        return true;
    case ViewerCommand::Invert:
        m_model->toggleInvert();
        return true;
    case ViewerCommand::TurnQuarter:
        m_model->turnQuarter(m_plane);
        return true;
    case ViewerCommand::Flip:
        m_model->toggleFlip(m_plane);
        return true;
    case ViewerCommand::ToggleLines:
        m_model->setCrosshairShown(!m_model->crosshairShown());
        return true;
    case ViewerCommand::TurnLinesLeft:
        m_model->rotateCrosshair(m_plane, -kTurnDegrees);
        return true;
    case ViewerCommand::TurnLinesRight:
        m_model->rotateCrosshair(m_plane, kTurnDegrees);
        return true;
    case ViewerCommand::Loupe:
        setLoupe(m_model->volume() != nullptr);
        return true;
    case ViewerCommand::KeyImage:
        m_model->toggleKeyImage(m_plane);
        return true;
    case ViewerCommand::OneToOne:
        m_model->oneToOne(m_plane, size(), devicePixelRatioF());
        return true;
    case ViewerCommand::ZoomIn:
        m_model->zoomBy(m_plane, kZoomStep, middle, size());
        return true;
    case ViewerCommand::ZoomOut:
        m_model->zoomBy(m_plane, 1 / kZoomStep, middle, size());
        return true;
    default:
        return false;
    }
}

bool SliceView::executeEditing(ViewerCommand command) {
    if (const auto tool = toolOf(command)) {
        m_model->setTool(*tool);
        return true;
    }
    switch (command) {
    case ViewerCommand::CancelTool:
        if (!m_tool->cancel()) {
            if (m_model->tool() == Tool::Window)
                return false;  // Nothing to leave here: the screen may use the key.
            m_model->setTool(Tool::Window);
        }
        return true;
    case ViewerCommand::PlaceMark:
        if (m_model->readOnly() || !m_model->volume())
            return false;
        m_model->addMark(m_model->cursor());
        return true;
    case ViewerCommand::RemoveLast:
        if (m_model->readOnly() || m_model->measurements().empty())
            return false;
        m_model->removeMeasurement(m_model->measurements().back().id);
        return true;
    case ViewerCommand::Undo:
        m_model->undoStack()->undo();
        return true;
    case ViewerCommand::Redo:
        m_model->undoStack()->redo();
        return true;
    default:
        return false;
    }
}

}  // namespace nodewise::viewer
