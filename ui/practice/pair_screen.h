/// pair_screen.h: two nodes side by side: which one has ENE?
#pragma once
#include "ui/models/pair_model.h"
#include "ui/viewer/viewer_model.h"
#include "ui/widgets/focus_regions.h"
#include <QWidget>
#include <array>

class QLabel;

namespace nodewise::viewer {
class SliceView;
}
namespace nodewise::widgets {
class Button;
class EmptyState;
class HeaderStrip;
}  // namespace nodewise::widgets

namespace nodewise::practice {

/// Keys 1 and 2 choose, Enter goes on.
class PairScreen final : public QWidget, public widgets::FocusRegions {
    Q_OBJECT
public:
    explicit PairScreen(models::PairModel& model, QWidget* parent = nullptr);
    ~PairScreen() override;
    [[nodiscard]] QList<QWidget*> focusRegions() const override;
    [[nodiscard]] QWidget* openingFocus() const override;

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildSide(int side);
    void refresh();
    void showPictures();

    struct Side {
        std::unique_ptr<viewer::ViewerModel> viewer;
        viewer::SliceView* view = nullptr;
        QLabel *title = nullptr, *reference = nullptr;
        widgets::Button* choose = nullptr;
        VolumePtr shown;
    };
    models::PairModel& m_model;
    widgets::HeaderStrip* m_head;
    std::array<Side, 2> m_sides;
    QWidget* m_body = nullptr;
    widgets::EmptyState* m_empty;
    QLabel *m_answer = nullptr, *m_score = nullptr;
    widgets::Button *m_next = nullptr, *m_done = nullptr;
};

}  // namespace nodewise::practice
