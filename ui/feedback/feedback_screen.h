/// feedback_screen.h: the feedback on one kept call, at the spot in the picture.
#pragma once
#include "ui/models/reading_model.h"
#include "ui/render/gl_support.h"
#include "ui/viewer/viewer_model.h"
#include "ui/widgets/focus_regions.h"
#include <QMap>
#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace nodewise::render {
class SurfaceView;
}
namespace nodewise::remedies {
class RemedyPictures;
}
namespace nodewise::viewer {
class SliceView;
}
namespace nodewise::widgets {
class Button;
class Chip;
class DialogService;
class HeaderStrip;
class Toast;
}  // namespace nodewise::widgets

namespace nodewise::feedback_screen {

class MarginChart;
class MarksPanel;
class MeasuredList;

/// Shows `ReadingModel::graded()`; the shell brings it up on `feedbackReady` and leaves it when the
/// model's state is no longer Reviewing. Focus goes to the first mark.
class FeedbackScreen final : public QWidget, public widgets::FocusRegions {
    Q_OBJECT
public:
    /// Model and dialogs outlive the screen.
    FeedbackScreen(models::ReadingModel& model, widgets::DialogService& dialogs,
                   const render::GlSupport& gl, QWidget* parent = nullptr);
    ~FeedbackScreen() override;

    [[nodiscard]] QList<QWidget*> focusRegions() const override;
    /// Whether "Practise" leads somewhere; hidden at first.
    void setPractiseOffered(bool offered);
    /// Remedy cards have pictures from now on. The pictures outlive the screen.
    void setRemedyPictures(remedies::RemedyPictures* pictures);

Q_SIGNALS:
    /// The feedback of an earlier call was looked at and is left.
    void closed();
    void practiseRequested(const QStringList& concepts);
    /// The node of a synthetic case that is over goes on the bench.
    void benchRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildPictures();
    QWidget* buildChips();
    QWidget* buildNumbers();
    QWidget* buildFoot();
    void showGraded();
    void showHeader(const models::GradedCall& graded);
    void showPictures(const models::GradedCall& graded);
    void fillChips();
    void arrangeChips();
    void showNumbers(const models::GradedCall& graded);
    void showFoot();
    void goToSpot();
    void goOn();
    void askDispute();

    models::ReadingModel& m_model;
    widgets::DialogService& m_dialogs;
    viewer::ViewerModel m_viewer;
    widgets::HeaderStrip* m_header = nullptr;
    viewer::SliceView* m_axial = nullptr;
    render::SurfaceView* m_surface = nullptr;
    QWidget* m_chipBar = nullptr;
    QHBoxLayout *m_chipRow = nullptr, *m_secondRow = nullptr;
    QMap<viewer::OverlayRole, widgets::Chip*> m_chips;
    QHBoxLayout* m_numbers = nullptr;
    QWidget* m_chartBox = nullptr;
    MarginChart* m_chart = nullptr;
    MeasuredList* m_measured = nullptr;
    MarksPanel* m_marks = nullptr;
    widgets::Button *m_next = nullptr, *m_practise = nullptr, *m_dispute = nullptr,
                    *m_bench = nullptr;
    widgets::Toast* m_toast = nullptr;
    widgets::Button* m_spot = nullptr;
    QLabel *m_noPictures = nullptr, *m_axes = nullptr;
    bool m_focusPending = false, m_brief = false;
};

}  // namespace nodewise::feedback_screen
