/// outline_column.h: nodes, structures and drawn measurements of one's own
/// series.
#pragma once
#include "ui/models/measure_model.h"
#include "ui/viewer/viewer_model.h"
#include <QFrame>
#include <QSet>

class QVBoxLayout;

namespace nodewise::widgets {
class Button;
class CheckRow;
class ComboBox;
}  // namespace nodewise::widgets

namespace nodewise::measure_screen {

/// 180 wide. objectName: outlineColumn; rows node_A …, structure_1 …, drawn_1
/// ….
class OutlineColumn final : public QFrame {
    Q_OBJECT
public:
    OutlineColumn(models::MeasureModel& model, viewer::ViewerModel& viewer,
                  QWidget* parent = nullptr);
    /// Labels of structures that are not drawn.
    [[nodiscard]] const QSet<int>& hiddenStructures() const { return m_hidden; }
    [[nodiscard]] double fill() const;

Q_SIGNALS:
    void outlineRequested();
    void seriesRequested();
    void compareRequested();
    void structuresChanged();

private:
    QWidget* buildNodes();
    QWidget* buildStructures();
    QWidget* buildDrawn();
    void showNodes();
    void showStructures();
    void showDrawn();
    void addKeyImages(QVBoxLayout* column);
    [[nodiscard]] QVBoxLayout* refill(QWidget* list) const;

    models::MeasureModel& m_model;
    viewer::ViewerModel& m_viewer;
    QWidget *m_nodes = nullptr, *m_structures = nullptr, *m_drawn = nullptr;
    QWidget *m_structurePart = nullptr, *m_drawnPart = nullptr;
    widgets::Button *m_outline = nullptr, *m_fill = nullptr, *m_remove = nullptr;
    widgets::CheckRow* m_filled = nullptr;
    widgets::ComboBox* m_opacity = nullptr;
    QSet<int> m_hidden;
};

}  // namespace nodewise::measure_screen
