/// odds_chart.h: what each sign did to the odds, and where the probability lies.
#pragma once
#include "evidence/pene.h"
#include <QWidget>
#include <vector>

namespace nodewise::measure_screen {

/// A line from 0 to 100 % with the interval, the value and the starting value. 40 high.
class ProbabilityBar final : public QWidget {
    Q_OBJECT
public:
    explicit ProbabilityBar(QWidget* parent = nullptr);
    void setEstimate(const evidence::PeneEstimate& estimate);
    [[nodiscard]] QSize sizeHint() const override { return {400, 40}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    evidence::PeneEstimate m_estimate;
};

/// One row a sign: name (over two lines where it has to), ratio with its weight, a bar in log-odds,
/// the number; the sum at the foot. The whole source stands in the tooltip of each row.
class OddsChart final : public QWidget {
    Q_OBJECT
public:
    explicit OddsChart(QWidget* parent = nullptr);
    void setContributions(const std::vector<evidence::Contribution>& parts);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitRows();
    void paintPart(QPainter& painter, const evidence::Contribution& part, double y, double most);
    [[nodiscard]] int nameWidth() const;

    std::vector<evidence::Contribution> m_parts;
    int m_row = 26;  ///< Height of one.
};

}  // namespace nodewise::measure_screen
