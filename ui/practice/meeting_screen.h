/// meeting_screen.h: everyone's calls on one node: spread, second vote, then the reference.
#pragma once
#include "ui/models/meeting_model.h"
#include "ui/viewer/viewer_model.h"
#include "ui/widgets/focus_regions.h"
#include <QWidget>
#include <array>

class QLabel;
class QSpinBox;

namespace nodewise::viewer {
class SliceView;
}
namespace nodewise::widgets {
class Button;
class DataTable;
class EmptyState;
class HeaderStrip;
}  // namespace nodewise::widgets

namespace nodewise::practice {

class MeetingScreen final : public QWidget, public widgets::FocusRegions {
    Q_OBJECT
public:
    explicit MeetingScreen(models::MeetingModel& model, QWidget* parent = nullptr);
    ~MeetingScreen() override;
    [[nodiscard]] QList<QWidget*> focusRegions() const override;

Q_SIGNALS:
    void importRequested();
    void closed();

private:
    QWidget* buildPanel();
    void showNodes();
    void refresh();
    void showStep();
    void showPicture();

    models::MeetingModel& m_model;
    std::unique_ptr<viewer::ViewerModel> m_viewer;
    widgets::HeaderStrip* m_head;
    widgets::EmptyState* m_empty;
    QWidget* m_body = nullptr;
    widgets::DataTable* m_nodes = nullptr;
    viewer::SliceView* m_view = nullptr;
    QWidget* m_panel = nullptr;
    widgets::DataTable* m_calls = nullptr;
    QLabel *m_title = nullptr, *m_standing = nullptr, *m_truth = nullptr;
    std::array<QSpinBox*, 4> m_hands{};
    widgets::Button *m_step = nullptr, *m_done = nullptr;
    VolumePtr m_shown;
};

}  // namespace nodewise::practice
