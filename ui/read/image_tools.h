/// image_tools.h: the tool bar under the views.
#pragma once
#include "ui/viewer/viewer_model.h"
#include <QFrame>
#include <QTimer>

class QButtonGroup;
class QHBoxLayout;

namespace nodewise::viewer {
class PlaneLayout;
}
namespace nodewise::widgets {
class ComboBox;
class ToolButton;
}  // namespace nodewise::widgets

namespace nodewise::read {

/// 44 high. Tools of the left button, slab, crosshair, cine; invert, flip, fit, reset; undo,
/// layout.
class ImageTools final : public QFrame {
    Q_OBJECT
public:
    ImageTools(viewer::ViewerModel& viewer, viewer::PlaneLayout& layout, QWidget* parent = nullptr);
    void setCompact(bool compact);
    /// Marking is offered only while a node may be marked.
    void setMarking(bool marking);
    [[nodiscard]] QWidget* firstControl() const;

private:
    void addTools(QHBoxLayout* row);
    void addSlab(QHBoxLayout* row);
    void addView(QHBoxLayout* row);
    widgets::ToolButton* addButton(QHBoxLayout* row, const QString& name, const QString& iconName,
                                   const QString& words, const QString& key);
    widgets::ToolButton* addTool(QHBoxLayout* row, const QString& iconName, const QString& words,
                                 const QString& key, viewer::Tool tool);
    void showTool();
    void showSlab();
    void takeSlab(int row);
    void playCine(bool playing);
    void stepCine();

    viewer::ViewerModel& m_viewer;
    viewer::PlaneLayout& m_layout;
    QButtonGroup* m_tools;
    widgets::ComboBox* m_slab = nullptr;
    widgets::ToolButton *m_crosshair = nullptr, *m_cine = nullptr, *m_undo = nullptr,
                        *m_mark = nullptr, *m_invert = nullptr;
    QTimer m_cineTimer;
    int m_cineStep = 1;
};

}  // namespace nodewise::read
