/// viewer_undo.h: marks and measurements before and after a change, for undo and redo.
#pragma once
#include "ui/viewer/viewer_model.h"
#include <QUndoCommand>

namespace nodewise::viewer {

class ChangeMarks final : public QUndoCommand {
public:
    ChangeMarks(ViewerModel& model, std::vector<NodeMark> after, const QString& text);
    void undo() override;
    void redo() override;

private:
    ViewerModel& m_model;
    std::vector<NodeMark> m_before, m_after;
};

class ChangeMeasurements final : public QUndoCommand {
public:
    ChangeMeasurements(ViewerModel& model, std::vector<Measurement> after, const QString& text);
    void undo() override;
    void redo() override;

private:
    ViewerModel& m_model;
    std::vector<Measurement> m_before, m_after;
};

}  // namespace nodewise::viewer
