/// depth_slider.h: how deep the extension reaches, 0 to 10 mm in halves.
#pragma once
#include <QAbstractSlider>

namespace nodewise::bench {

/// Steps of half a millimetre; `value()` counts them. Arrows one step, Page keys two, Home, End.
class DepthSlider final : public QAbstractSlider {
    Q_OBJECT
public:
    explicit DepthSlider(QWidget* parent = nullptr);
    [[nodiscard]] double depthMm() const { return value() / 2.0; }
    /// Without a signal.
    void setDepthMm(double mm);
    [[nodiscard]] QSize sizeHint() const override { return {240, 44}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 44}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void sliderChange(SliderChange change) override;

private:
    [[nodiscard]] double xOf(double steps) const;
    void goTo(double x);
};

}  // namespace nodewise::bench
