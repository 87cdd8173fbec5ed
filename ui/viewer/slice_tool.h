/// slice_tool.h: what the mouse does on a slice: navigation, marks and
/// measurements.
#pragma once
#include "ui/viewer/measurement.h"
#include "ui/viewer/viewer_model.h"
#include <QPointF>
#include <optional>
#include <vector>

namespace nodewise::viewer {

class SliceView;

/// Turns presses, moves and releases on one view into calls of the model. A
/// measurement that is being drawn is the `draft`; it reaches the model, and
/// the undo history, when it is complete.
class SliceTool {
public:
    SliceTool(ViewerModel& model, SliceView& view);

    /// `other`: Shift is held (the brush erases).
    void press(QPointF at, Qt::MouseButton button, bool other = false);
    void move(QPointF at);
    void release(QPointF at, Qt::MouseButton button);
    /// Forgets the draft. True when there was something to forget.
    bool cancel();
    [[nodiscard]] const std::optional<Measurement>& draft() const { return m_draft; }
    /// Another tool was taken: a line that is not closed is given up.
    void followTool();
    /// Ends a line that is drawn point by point; false when there is none.
    bool closeLine();
    /// Points of the brush or of the line in work, radius (0 for a line), and
    /// whether it erases.
    [[nodiscard]] const std::vector<PointLps>& stroke() const { return m_stroke; }
    [[nodiscard]] double strokeMm() const;
    [[nodiscard]] bool erases() const { return m_erasing; }
    [[nodiscard]] Qt::CursorShape cursorAt(QPointF at) const;

private:
    enum class Action {
        None,
        Scroll,
        Window,
        Pan,
        Zoom,
        Cursor,
        Draw,
        Handle,
        AngleArm,
        Brush,
        Line,
        Box,
        Turn
    };
    struct Handle {
        Measurement measurement;
        int point = 0;
    };

    [[nodiscard]] Action leftAction(QPointF at);
    void startDrawing(QPointF at);
    void draw(QPointF at);
    void finishDrawing(QPointF at);
    void moveHandle(QPointF at);
    void drag(QPointF at);
    void dragWindow(QPointF by);
    void dragSlices(QPointF at);
    void click(QPointF at);
    [[nodiscard]] std::optional<Handle> handleAt(QPointF at) const;
    [[nodiscard]] PointLps pointAt(QPointF at) const;
    [[nodiscard]] bool drawsLine() const;
    void addCorner(QPointF at);
    /// True on a reference line, away from the point itself.
    [[nodiscard]] bool onLine(QPointF at) const;
    void turnLines(QPointF at);
    void finishBrush();
    void finishBox(QPointF at);
    void setDraft(std::optional<Measurement> draft);
    void commitDraft();

    ViewerModel& m_model;
    SliceView& m_view;
    Action m_action = Action::None;
    Qt::MouseButton m_button = Qt::NoButton;
    QPointF m_start, m_last;
    bool m_moved = false;
    int m_slicesDone = 0;
    int m_handlePoint = 0;
    std::optional<Measurement> m_draft;
    std::vector<PointLps> m_stroke;
    bool m_erasing = false;
};

}  // namespace nodewise::viewer
