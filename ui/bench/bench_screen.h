/// bench_screen.h: one node under other depths and scanners, and where you begin to call it.
#pragma once
#include "ui/models/bench_model.h"
#include "ui/widgets/focus_regions.h"
#include <QWidget>
#include <vector>

class QLabel;
class QStackedWidget;

namespace nodewise::widgets {
class Button;
class ComboBox;
class HeaderStrip;
class SegmentedChoice;
}  // namespace nodewise::widgets

namespace nodewise::bench {

class BenchPicture;
class DepthSlider;
class ThresholdPanel;

/// What the screen shows.
enum class BenchPage { Dial, Physics, Threshold };

/// Pictures at the left, what can be turned at the right. Keys: [ and ] depth, C outlines, V and G
/// answer a trial, digits the window, arrows and wheel the slices.
class BenchScreen final : public QWidget, public widgets::FocusRegions {
    Q_OBJECT
public:
    /// The model outlives the screen.
    explicit BenchScreen(models::BenchModel& model, QWidget* parent = nullptr);
    ~BenchScreen() override;

    void showPage(BenchPage page);
    [[nodiscard]] BenchPage page() const { return m_page; }
    [[nodiscard]] QList<QWidget*> focusRegions() const override;
    [[nodiscard]] QWidget* openingFocus() const override;

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildHead();
    void buildPictures();
    QWidget* buildPanel();
    QWidget* buildScanner(QWidget* parent);
    void fillNodes();
    /// Asks for what the page needs and shows what is there.
    void refresh();
    void refreshDial();
    void refreshPhysics();
    void refreshTrial();
    void showControls();
    void place(BenchPicture* picture, const models::BenchSetting& setting, const QString& title);
    void startAnew();
    void turnDepth(double mm);
    void takeScanner();
    [[nodiscard]] PointLps spot();

    models::BenchModel& m_model;
    BenchPage m_page = BenchPage::Dial;
    bool m_outlines = false;
    std::optional<PointLps> m_spot;  ///< The decisive place of the node on the bench.
    int m_shownTrial = -1;
    widgets::HeaderStrip* m_head = nullptr;
    widgets::ComboBox* m_nodes = nullptr;
    QStackedWidget* m_pictures = nullptr;
    BenchPicture *m_without = nullptr, *m_turned = nullptr, *m_trial = nullptr;
    std::vector<BenchPicture*> m_slices;
    QWidget *m_panel = nullptr, *m_depthBox = nullptr, *m_scannerBox = nullptr;
    widgets::SegmentedChoice *m_pages = nullptr, *m_kernel = nullptr, *m_noise = nullptr,
                             *m_thickness = nullptr;
    DepthSlider* m_depth = nullptr;
    QLabel *m_depthValue = nullptr, *m_note = nullptr;
    widgets::Button* m_outline = nullptr;
    ThresholdPanel* m_threshold = nullptr;
};

}  // namespace nodewise::bench
