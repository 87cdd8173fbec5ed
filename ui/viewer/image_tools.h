/// image_tools.h: the tool bar under the views.
#pragma once
#include "ui/viewer/viewer_keys.h"
#include "ui/viewer/viewer_model.h"
#include <QFrame>
#include <QList>
#include <QTimer>

class QButtonGroup;
class QHBoxLayout;
class QMenu;

namespace nodewise::widgets {
class ComboBox;
class ToolButton;
}  // namespace nodewise::widgets

namespace nodewise::viewer {

class PlaneLayout;

/// 44 high. Tools of the left button, slab, crosshair, cine; invert, flip, fit,
/// reset; undo, layout.
class ImageTools final : public QFrame {
    Q_OBJECT
public:
    ImageTools(ViewerModel& viewer, PlaneLayout& layout, QWidget* parent = nullptr);
    void setCompact(bool compact);
    /// Marking is offered only while a node may be marked.
    void setMarking(bool marking);
    /// Outlining a node (click, brush, closed line) is offered; rarer tools then
    /// stand in the menu alone.
    void setOutlining(bool outlining);
    [[nodiscard]] QWidget* firstControl() const;

Q_SIGNALS:
    void savePictureRequested();
    void copyPictureRequested();

private:
    void addTools(QHBoxLayout* row);
    void addSlab(QHBoxLayout* row);
    void addOutlining(QHBoxLayout* row);
    void addView(QHBoxLayout* row);
    void addMore(QHBoxLayout* row);
    void addLayouts();
    void addSlabs();
    void addColours();
    void addProfiles();
    void showKeys();
    void addMoreTool(const QString& name, const QString& words, Tool tool);
    widgets::ToolButton* addButton(QHBoxLayout* row, const QString& name, const QString& iconName,
                                   const QString& words, const QString& key);
    widgets::ToolButton* addTool(QHBoxLayout* row, const QString& iconName, const QString& words,
                                 const QString& key, Tool tool);
    widgets::ToolButton* addTool(QHBoxLayout* row, const QString& iconName, ViewerCommand command,
                                 Tool tool);
    void follow(ViewerCommand command);
    void showTool();
    void showSlab();
    void takeSlab(int row);
    void playCine(bool playing);
    void stepCine();

    ViewerModel& m_viewer;
    PlaneLayout& m_layout;
    QButtonGroup* m_tools;
    widgets::ComboBox* m_slab = nullptr;
    widgets::ToolButton *m_crosshair = nullptr, *m_cine = nullptr, *m_undo = nullptr,
                        *m_mark = nullptr, *m_invert = nullptr, *m_more = nullptr;
    QMenu *m_menu = nullptr, *m_layouts = nullptr;
    QList<QAction*> m_slabActions;
    QList<QPair<widgets::ToolButton*, ViewerCommand>> m_keyed;
    QList<QWidget*> m_outlining, m_rarer;
    widgets::ComboBox* m_brush = nullptr;
    QTimer m_cineTimer;
    int m_cineStep = 1;
};

}  // namespace nodewise::viewer
