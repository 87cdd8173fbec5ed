/// margin_chart.h: HU along the normal, at the widest part of the margin and at a clean one.
#pragma once
#include "ui/models/reading_services.h"
#include <QWidget>

namespace nodewise::feedback_screen {

class MarginChart final : public QWidget {
    Q_OBJECT
public:
    explicit MarginChart(QWidget* parent = nullptr);
    void setLines(const models::MarginLine& widest, const models::MarginLine& clean);
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 120}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Axes;
    void paintAxes(QPainter& painter, const Axes& axes) const;
    void paintLine(QPainter& painter, const Axes& axes, const models::MarginLine& line,
                   bool clean) const;
    void paintCaptions(QPainter& painter, const Axes& axes) const;
    models::MarginLine m_widest, m_clean;
};

}  // namespace nodewise::feedback_screen
