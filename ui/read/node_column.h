/// node_column.h: the left column: nodes, the way to mark one, the series, when it was saved.
#pragma once
#include "ui/models/reading_model.h"
#include <QFrame>

class QLabel;

namespace nodewise::widgets {
class Button;
}

namespace nodewise::read {

class NodeList;
class SeriesCard;

class NodeColumn final : public QFrame {
    Q_OBJECT
public:
    explicit NodeColumn(models::ReadingModel& model, QWidget* parent = nullptr);
    void setCompact(bool compact);
    [[nodiscard]] NodeList* list() const { return m_list; }
    [[nodiscard]] SeriesCard* series() const { return m_series; }

Q_SIGNALS:
    void markRequested();

private:
    void showCase();
    void showNodes();
    void showSaved();

    models::ReadingModel& m_model;
    QWidget* m_nodes;
    QLabel* m_count;
    NodeList* m_list;
    widgets::Button* m_mark;
    SeriesCard* m_series;
    QLabel* m_saved;
};

}  // namespace nodewise::read
