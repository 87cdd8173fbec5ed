/// slice_tool.h: what the mouse does on a slice: navigation, marks and measurements.
#pragma once
#include "ui/viewer/measurement.h"
#include "ui/viewer/viewer_model.h"
#include <QPointF>
#include <optional>

namespace nodewise::viewer {

class SliceView;

/// Turns presses, moves and releases on one view into calls of the model. A measurement that is
/// being drawn is the `draft`; it reaches the model, and the undo history, when it is complete.
class SliceTool {
public:
    SliceTool(ViewerModel& model, SliceView& view);

    void press(QPointF at, Qt::MouseButton button);
    void move(QPointF at);
    void release(QPointF at, Qt::MouseButton button);
    /// Forgets the draft. True when there was something to forget.
    bool cancel();
    [[nodiscard]] const std::optional<Measurement>& draft() const { return m_draft; }
    [[nodiscard]] Qt::CursorShape cursorAt(QPointF at) const;

private:
    enum class Action { None, Scroll, Window, Pan, Zoom, Cursor, Draw, Handle, AngleArm };
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
};

}  // namespace nodewise::viewer
