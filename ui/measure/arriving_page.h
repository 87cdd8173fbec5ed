/// arriving_page.h: the middle slice of a series while the rest of it is read.
#pragma once
#include "ui/viewer/viewer_model.h"
#include <QWidget>

namespace nodewise::viewer {
class SliceView;
}
namespace nodewise::widgets {
class HeaderStrip;
class ProgressStrip;
}  // namespace nodewise::widgets

namespace nodewise::measure_screen {

/// One picture with window, zoom and pan, and how far the reading is. objectName: arrivingPage; its
/// picture is arrivingView.
class ArrivingPage final : public QWidget {
    Q_OBJECT
public:
    explicit ArrivingPage(QWidget* parent);
    void showSlice(const VolumePtr& slice, const QString& title);
    void setProgress(double fraction);
    /// Lets go of the slice.
    void clear();
    [[nodiscard]] viewer::SliceView* view() { return m_view; }

Q_SIGNALS:
    void cancelRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    viewer::ViewerModel m_viewer;
    widgets::HeaderStrip* m_header;
    viewer::SliceView* m_view;
    widgets::ProgressStrip* m_strip;
};

}  // namespace nodewise::measure_screen
