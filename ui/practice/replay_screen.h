/// replay_screen.h: where the reader looked: dwell painted on the coronal picture.
#pragma once
#include "ui/models/replay_model.h"
#include "ui/widgets/focus_regions.h"
#include <QWidget>

class QLabel;

namespace nodewise::widgets {
class Button;
class DataTable;
class HeaderStrip;
}  // namespace nodewise::widgets

namespace nodewise::practice {

/// The coronal picture with two columns beside it: the reader's dwell, and a reading by the book.
class ReplayView final : public QWidget {
    Q_OBJECT
public:
    explicit ReplayView(QWidget* parent = nullptr);
    void setReplay(const std::optional<models::Replay>& replay);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintDwell(QPainter& painter, const QRectF& box, const session::SearchSummary& search,
                    const QString& title) const;
    std::optional<models::Replay> m_replay;
};

class ReplayScreen final : public QWidget, public widgets::FocusRegions {
    Q_OBJECT
public:
    explicit ReplayScreen(models::ReplayModel& model, QWidget* parent = nullptr);
    [[nodiscard]] QList<QWidget*> focusRegions() const override;
    [[nodiscard]] QWidget* openingFocus() const override;

Q_SIGNALS:
    void closed();

private:
    void refresh();
    models::ReplayModel& m_model;
    widgets::HeaderStrip* m_head;
    ReplayView* m_view;
    QLabel* m_summary;
    widgets::DataTable* m_steps;
    widgets::Button* m_done;
};

}  // namespace nodewise::practice
