/// evidence_row.h: one line of the literature: sensitivity, specificity, likelihood ratio, source.
#pragma once
#include "evidence/likelihoods.h"
#include <QWidget>

namespace nodewise::feedback_screen {

/// Columns of the table, px from its left edge; the plot takes what is left of `kSource`.
struct EvidenceColumns {
    static constexpr int kSens = 176, kSpec = 208, kPlot = 240, kRatio = 306, kSource = 342;
};

/// 28 high. Filled square: from published figures; open: our estimate. A line where an interval is
/// known, solid when published. The shares with their intervals and the whole
/// reference open on click or Space.
class EvidenceRow final : public QWidget {
    Q_OBJECT
public:
    /// Support: the shares alone, for what is no evidence of ENE (evidence::supportRows).
    enum class Use { Evidence, Support };
    EvidenceRow(const evidence::Likelihood& row, QWidget* parent = nullptr,
                Use use = Use::Evidence);
    [[nodiscard]] QSize sizeHint() const override { return {424, 28}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {400, 28}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void paintPlot(QPainter& painter) const;
    void openSource();
    evidence::Likelihood m_row;
    Use m_use;
};

}  // namespace nodewise::feedback_screen
