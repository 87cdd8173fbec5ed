/// atlas_screen.h: search for a case, open it with its reference.
#pragma once
#include "ui/models/atlas_model.h"
#include "ui/viewer/viewer_model.h"
#include "ui/widgets/focus_regions.h"
#include <QWidget>

class QLabel;
class QLineEdit;

namespace nodewise::viewer {
class SliceView;
}
namespace nodewise::widgets {
class Button;
class DataTable;
class HeaderStrip;
}  // namespace nodewise::widgets

namespace nodewise::atlas {

class AtlasScreen final : public QWidget, public widgets::FocusRegions {
    Q_OBJECT
public:
    explicit AtlasScreen(models::AtlasModel& model, QWidget* parent = nullptr);
    ~AtlasScreen() override;
    [[nodiscard]] QList<QWidget*> focusRegions() const override;
    [[nodiscard]] QWidget* openingFocus() const override;

private:
    QWidget* buildAside();
    void showRows();
    void refresh();
    void showReference();
    void goToNode(int index);

    models::AtlasModel& m_model;
    std::unique_ptr<viewer::ViewerModel> m_viewer;
    widgets::HeaderStrip* m_head;
    QLineEdit* m_search;
    widgets::DataTable* m_rows;
    std::vector<models::AtlasRow> m_shownRows;
    viewer::SliceView* m_view;
    QWidget* m_aside = nullptr;
    QLabel *m_title = nullptr, *m_detail = nullptr, *m_warning = nullptr;
    widgets::Button* m_spend = nullptr;
    widgets::DataTable* m_nodes = nullptr;
    VolumePtr m_shown;
};

}  // namespace nodewise::atlas
