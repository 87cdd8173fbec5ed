/// read_screen.h: the reading screen: history, nodes, linked views, the call.
#pragma once
#include "ui/models/reading_model.h"
#include "ui/viewer/viewer_model.h"
#include "ui/widgets/focus_regions.h"
#include <QImage>
#include <QStackedWidget>
#include <QTimer>

class QHBoxLayout;
class QLabel;

namespace nodewise::viewer {
class ImageTools;
class KeySheet;
class PlaneLayout;
}  // namespace nodewise::viewer
namespace nodewise::widgets {
class EmptyState;
class HeaderStrip;
class ProgressStrip;
class Toast;
}  // namespace nodewise::widgets

namespace nodewise::read {

class CallPanel;
class NodeColumn;
class ViewingNote;

/// Follows the reading model; keeps the viewer's state for itself. When the feedback of a node is
/// there (`ReadingModel::feedbackReady`) the shell shows the feedback screen in its place.
class ReadScreen final : public QStackedWidget, public widgets::FocusRegions {
    Q_OBJECT
public:
    /// The model outlives the screen.
    explicit ReadScreen(models::ReadingModel& model, QWidget* parent = nullptr);
    ~ReadScreen() override;

    [[nodiscard]] QList<QWidget*> focusRegions() const override;
    [[nodiscard]] viewer::ViewerModel& viewerModel() { return m_viewer; }
    /// The 3-D view of the layouts that have one; taken over.
    void setSolidView(QWidget* view);

Q_SIGNALS:
    /// The picture that is looked at, to be kept as a file.
    void savePictureRequested(const QImage& picture);
    /// From an empty screen, a finished case or one that could not be opened.
    void casesRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    QWidget* buildReading();
    QWidget* buildOpening();
    void connectModel();
    void connectViewer();
    void setCompact(bool compact);

    void showState();
    void showReading();
    void showEmpty(const QString& title, const QString& detail, const QString& action);
    void showCase();
    void showHeader();
    void showNode();
    void tellTime();
    void restoreMarks();
    void followDraft();

    void takeMarks();
    void takePair();
    void takeDrawn();
    void tellView();
    void startMarking();
    [[nodiscard]] QImage picture() const;
    [[nodiscard]] bool handleCallKey(const QKeyEvent& event);

    models::ReadingModel& m_model;
    viewer::ViewerModel m_viewer;
    widgets::EmptyState* m_empty = nullptr;
    widgets::ProgressStrip* m_opening = nullptr;
    QWidget *m_emptyPage = nullptr, *m_openingPage = nullptr, *m_readingPage = nullptr;
    widgets::HeaderStrip* m_header = nullptr;
    QLabel *m_mode = nullptr, *m_edition = nullptr, *m_time = nullptr;
    NodeColumn* m_column = nullptr;
    viewer::PlaneLayout* m_layout = nullptr;
    viewer::ImageTools* m_tools = nullptr;
    CallPanel* m_panel = nullptr;
    ViewingNote* m_note = nullptr;
    viewer::KeySheet* m_sheet = nullptr;
    widgets::Toast* m_toast = nullptr;
    QTimer m_seconds;
    bool m_restoring = false;
    std::optional<viewer::MeasurementValues> m_lastPair;
};

}  // namespace nodewise::read
