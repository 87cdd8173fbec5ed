/// compare_pane.h: a second series beside the first: linked by place, or laid
/// over it in colour.
#pragma once
#include "dicom/series.h"
#include "ui/viewer/viewer_link.h"
#include "ui/viewer/viewer_model.h"
#include <QFrame>

class QLabel;

namespace nodewise::viewer {
class PlaneLayout;
}
namespace nodewise::widgets {
class CheckRow;
class ElideLabel;
}  // namespace nodewise::widgets

namespace nodewise::measure_screen {

/// objectName: comparePane. "Linked" and "Fused" need one frame of reference;
/// without it they are off and say why.
class ComparePane final : public QFrame {
    Q_OBJECT
public:
    /// `first` outlives the pane.
    explicit ComparePane(viewer::ViewerModel& first, QWidget* parent = nullptr);
    ~ComparePane() override;
    /// `sameFrame`: both series name the same frame of reference.
    void showSeries(const VolumePtr& volume, const QString& title, bool sameFrame);
    [[nodiscard]] viewer::ViewerModel& viewerModel() { return m_viewer; }
    [[nodiscard]] bool isLinked() const { return m_link.isOn(); }

Q_SIGNALS:
    void closed();

private:
    void fuse(bool on);

    viewer::ViewerModel& m_first;
    viewer::ViewerModel m_viewer;
    viewer::ViewerLink m_link;
    viewer::PlaneLayout* m_layout;
    widgets::ElideLabel* m_title;
    widgets::CheckRow *m_linked, *m_fused;
};

}  // namespace nodewise::measure_screen
