/// probability_scale.h: how likely, from 0 to 100 %, with the four certainty bins below.
#pragma once
#include <QAbstractSlider>
#include <optional>

namespace nodewise::widgets {

/// 66 px high (60 compact): label and value, track, bins. "not given" and no thumb until first use.
/// Keys with focus: [ ] or arrows ± 5, with Shift ± 1, Home, End, digits (two of them, or 100),
/// Delete clears. The first step starts at 50.
class ProbabilityScale final : public QAbstractSlider {
    Q_OBJECT
public:
    explicit ProbabilityScale(QWidget* parent = nullptr);

    void setLabel(const QString& label);
    /// Dim hint after the label, "[ ]" at first.
    void setKeyHint(const QString& hint);
    void setCompact(bool compact);

    [[nodiscard]] bool isGiven() const { return m_given; }
    /// 0..1 once given.
    [[nodiscard]] std::optional<double> probability() const;
    /// Sets without a signal.
    void setProbability(std::optional<double> probability);
    /// As the keys [ ] do: from "not given" to 50, then by `percent`.
    void step(int percent);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// By the user only.
    void probabilityChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    void give(int percent);
    void giveAt(double x);
    void typeDigit(int digit);
    void paintHead(class QPainter& painter, const struct Theme& theme) const;
    void paintTrack(class QPainter& painter, const struct Theme& theme) const;
    void paintBins(class QPainter& painter, const struct Theme& theme) const;
    void describe();
    [[nodiscard]] double xOf(double percent) const;
    [[nodiscard]] int trackY() const;

    QString m_label, m_keyHint;
    bool m_given = false, m_compact = false;
    int m_typed = -1;
};

}  // namespace nodewise::widgets
