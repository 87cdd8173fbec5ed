/// range_slider.h: from here to there, in whole steps.
#pragma once
#include <QWidget>

namespace nodewise::widgets {

/// Two thumbs on a 4 px track and the two ends as text below. Left and right move the thumb that
/// was used last, Tab stays outside, Up and Down change the thumb.
class RangeSlider final : public QWidget {
    Q_OBJECT
public:
    explicit RangeSlider(QWidget* parent = nullptr);
    void setRange(int low, int high);
    /// Without a signal.
    void setChosen(int low, int high);
    void setEndTexts(const QString& low, const QString& high);
    [[nodiscard]] int chosenLow() const { return m_chosenLow; }
    [[nodiscard]] int chosenHigh() const { return m_chosenHigh; }
    [[nodiscard]] QSize sizeHint() const override { return {180, 48}; }

Q_SIGNALS:
    /// By the user.
    void rangeChosen(int low, int high);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] double xOf(int value) const;
    [[nodiscard]] int valueAt(double x) const;
    void moveThumb(int value);
    void describe();
    int m_low = 0, m_high = 1, m_chosenLow = 0, m_chosenHigh = 1;
    QString m_lowText, m_highText;
    bool m_upper = true;  ///< Which thumb the keys move.
};

}  // namespace nodewise::widgets
