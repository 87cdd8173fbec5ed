#include "ui/feedback/evidence_row.h"
#include "ui/text/evidence_text.h"
#include "ui/text/number_text.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/paint_text.h"
#include "ui/widgets/theme.h"
#include <QKeyEvent>
#include <QToolTip>
#include <cmath>

namespace nodewise::feedback_screen {

using namespace widgets;

namespace {

constexpr double kLow = 0.5, kHigh = 20.0;
constexpr double kPlotWidth = 56;

double plotX(double ratio) {
    const double share = std::log(std::clamp(ratio, kLow, kHigh) / kLow) / std::log(kHigh / kLow);
    return EvidenceColumns::kPlot + kPlotWidth * share;
}

QString sharePercent(const std::optional<evidence::Estimate>& share) {
    return share ? text::number(100.0 * share->value) : QString();
}

}  // namespace

EvidenceRow::EvidenceRow(const evidence::Likelihood& row, QWidget* parent, Use use)
    : QWidget(parent)
    , m_row(row)
    , m_use(use) {
    setObjectName(QStringLiteral("evidence_") + QString::fromStdString(row.id));
    setFixedHeight(28);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    const QString name = text::signName(row);
    setAccessibleName(
        use == Use::Support
            ? tr("%1, supports only, %2").arg(name, text::sourceName(row))
            : tr("%1, likelihood ratio %2, %3")
                  .arg(name, text::number(row.lrPositive.value, 1), text::sourceName(row)));
    setAccessibleDescription(text::evidenceSentence(row));
    setToolTip(text::evidenceSentence(row));
}

void EvidenceRow::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto cell = [&](int left, int width) { return QRectF(left, 0, width, height()); };
    const int leftMiddle = Qt::AlignLeft | Qt::AlignVCenter;
    const int rightMiddle = Qt::AlignRight | Qt::AlignVCenter;
    paintElided(painter, cell(0, EvidenceColumns::kSens - 4), leftMiddle, text::signName(m_row),
                TextStyle::Base, theme.text);
    paintText(painter, cell(EvidenceColumns::kSens, 28), leftMiddle,
              sharePercent(m_row.sensitivity), TextStyle::Base, theme.dim);
    paintText(painter, cell(EvidenceColumns::kSpec, 28), leftMiddle,
              sharePercent(m_row.specificity), TextStyle::Base, theme.dim);
    if (m_use == Use::Support) {
        paintText(painter, cell(EvidenceColumns::kPlot, 94), leftMiddle, tr("supports only"),
                  TextStyle::Note, theme.dim);
    } else {
        paintPlot(painter);
        paintText(painter, cell(EvidenceColumns::kRatio, 28), rightMiddle,
                  text::number(m_row.lrPositive.value, 1), TextStyle::Value, theme.strong);
    }
    paintElided(painter, cell(EvidenceColumns::kSource, width() - EvidenceColumns::kSource),
                leftMiddle, text::sourceName(m_row), TextStyle::Note, theme.dim);
    if (hasKeyboardFocus(this))
        paintFocusRing(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, this);
}

void EvidenceRow::paintPlot(QPainter& painter) const {
    const Theme& theme = Theme::of(this);
    const double middle = height() / 2.0;
    QPen one(theme.edge, 1);
    one.setDashPattern({1, 3});
    painter.setPen(one);
    painter.drawLine(QPointF(plotX(1.0), 3), QPointF(plotX(1.0), height() - 3.0));
    const bool published = m_row.kind == evidence::LikelihoodKind::Published;
    const evidence::Estimate& ratio = m_row.lrPositive;
    if (ratio.low && ratio.high) {
        QPen line(theme.text, 1.5);
        if (!published)
            line.setDashPattern({1, 2});
        painter.setPen(line);
        painter.drawLine(QPointF(plotX(*ratio.low), middle), QPointF(plotX(*ratio.high), middle));
    }
    const QRectF square(plotX(ratio.value) - 3.5, middle - 3.5, 7, 7);
    painter.setPen(QPen(theme.text, 1.5));
    painter.setBrush(published ? QBrush(theme.text) : QBrush(theme.panel));
    painter.drawRect(square);
    painter.setBrush(Qt::NoBrush);
}

void EvidenceRow::openSource() {
    QToolTip::showText(mapToGlobal(QPoint(0, height())), text::evidenceSentence(m_row), this, {},
                       12000);
}

void EvidenceRow::mouseReleaseEvent(QMouseEvent*) {
    openSource();
}

void EvidenceRow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space)
        return openSource();
    QWidget::keyPressEvent(event);
}

void EvidenceRow::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void EvidenceRow::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

}  // namespace nodewise::feedback_screen
