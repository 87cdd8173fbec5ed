#include "ui/measure/odds_chart.h"
#include "ui/text/measure_text.h"
#include "ui/text/number_text.h"
#include "ui/text/pene_text.h"
#include "ui/widgets/paint_text.h"
#include "ui/widgets/theme.h"
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace nodewise::measure_screen {

using namespace widgets;

namespace {

constexpr int kRow = 26, kTallRow = 34, kRatioWidth = 84, kValueWidth = 48;
constexpr int kLeastName = 144, kLeastBars = 64, kGap = 8;
constexpr auto kLeft = Qt::AlignLeft | Qt::AlignVCenter;
constexpr auto kRight = Qt::AlignRight | Qt::AlignVCenter;

QString ratioWords(const evidence::Contribution& part) {
    if (part.sign == "prior")
        return text::percent(part.strength);
    if (part.power <= 0)
        return OddsChart::tr("left out");
    const QString ratio = text::number(part.ratio, part.ratio < 1 ? 2 : 1);
    //: %1 is a likelihood ratio, which counts in full or by its square root.
    return part.power >= 1 ? OddsChart::tr("%1, in full").arg(ratio)
                           : OddsChart::tr("%1, half").arg(ratio);
}

}  // namespace

ProbabilityBar::ProbabilityBar(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("probabilityBar"));
    setFixedHeight(40);
}

void ProbabilityBar::setEstimate(const evidence::PeneEstimate& estimate) {
    m_estimate = estimate;
    setAccessibleName(estimate.probability
                          ? tr("%1, interval %2")
                                .arg(text::percent(*estimate.probability),
                                     text::percentInterval(estimate.low, estimate.high))
                          : QString());
    update();
}

void ProbabilityBar::paintEvent(QPaintEvent*) {
    if (!m_estimate.probability)
        return;
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double left = 1, wide = width() - 2, y = 9;
    const auto at = [&](double share) { return left + share * wide; };
    painter.fillRect(QRectF(left, y - 1, wide, 2), theme.line);
    painter.fillRect(QRectF(at(m_estimate.low), y - 4, at(m_estimate.high) - at(m_estimate.low), 8),
                     theme.accent);
    painter.fillRect(QRectF(at(*m_estimate.probability) - 1.5, y - 8, 3, 16), theme.strong);
    paintText(painter, {left, 20, 60, 16}, kLeft, QStringLiteral("0"), TextStyle::Small, theme.dim);
    paintText(painter, {left + wide - 60, 20, 60, 16}, kRight, text::percent(1), TextStyle::Small,
              theme.dim);
    if (m_estimate.contributions.empty())
        return;
    const double prior = m_estimate.contributions.front().strength;
    painter.fillRect(QRectF(at(prior) - 0.5, y - 7, 1, 14), theme.dim);
    paintText(painter, {std::clamp(at(prior) - 80, left + 20, left + wide - 200), 20, 160, 16},
              Qt::AlignHCenter | Qt::AlignVCenter, tr("start %1").arg(text::percent(prior)),
              TextStyle::Small, theme.dim);
}

OddsChart::OddsChart(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("oddsChart"));
}

void OddsChart::setContributions(const std::vector<evidence::Contribution>& parts) {
    m_parts = parts;
    QStringList spoken;
    for (const auto& part : parts)
        spoken << text::contributionSentence(part);
    setAccessibleName(tr("Log-odds"));
    setAccessibleDescription(spoken.join(QStringLiteral(". ")));
    fitRows();
    update();
}

int OddsChart::nameWidth() const {
    int widest = kLeastName;
    for (const auto& part : m_parts)
        widest = std::max(widest, textWidth(text::peneSignName(part.sign), TextStyle::Base) + kGap);
    return std::clamp(width() - kRatioWidth - kValueWidth - kLeastBars, kLeastName, widest);
}

void OddsChart::fitRows() {
    const int room = nameWidth() - kGap;
    const bool tall = std::ranges::any_of(m_parts, [room](const evidence::Contribution& part) {
        return textWidth(text::peneSignName(part.sign), TextStyle::Base) > room;
    });
    m_row = tall ? kTallRow : kRow;
    setFixedHeight((static_cast<int>(m_parts.size()) + 2) * m_row);
}

void OddsChart::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitRows();
}

void OddsChart::paintPart(QPainter& painter, const evidence::Contribution& part, double y,
                          double most) {
    const Theme& theme = Theme::of(this);
    const int names = nameWidth();
    const double barLeft = names + kRatioWidth, barWidth = width() - barLeft - kValueWidth;
    const double zero = barLeft + barWidth * 0.4, scale = barWidth * 0.58 / most;
    const QRectF nameBox(0, y, names - kGap, m_row);
    const QString name = text::peneSignName(part.sign);
    if (textWidth(name, TextStyle::Base) <= names - kGap) {
        paintText(painter, nameBox, kLeft, name, TextStyle::Base, theme.text);
    } else {
        painter.setFont(textFont(TextStyle::Note));
        painter.setPen(theme.text);
        painter.drawText(nameBox, kLeft | Qt::TextWordWrap, name);
    }
    paintElided(painter, QRectF(names, y, kRatioWidth - 4, m_row), kLeft, ratioWords(part),
                TextStyle::Note, theme.dim);
    const double end = zero + std::max(part.logOdds * scale, -(zero - barLeft));
    const double middle = y + m_row / 2.0;
    painter.fillRect(QRectF(std::min(zero, end), middle - 4, std::abs(end - zero), 8),
                     part.logOdds >= 0 ? theme.accent : theme.dim);
    painter.fillRect(QRectF(zero, middle - 8, 1, 16), theme.edge);
    paintText(painter, QRectF(width() - kValueWidth, y, kValueWidth, m_row), kRight,
              text::signedNumber(part.logOdds, 2), TextStyle::Base, theme.text);
}

void OddsChart::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    double most = 1, sum = 0;
    for (const auto& part : m_parts) {
        most = std::max(most, std::abs(part.logOdds));
        sum += part.logOdds;
    }
    const int names = nameWidth();
    paintText(painter, QRectF(0, 0, names, m_row), kLeft, tr("Log-odds"), TextStyle::Small,
              theme.dim);
    paintText(painter, QRectF(names, 0, kRatioWidth, m_row), kLeft, tr("LR, weight"),
              TextStyle::Small, theme.dim);
    double y = m_row;
    for (const auto& part : m_parts) {
        paintPart(painter, part, y, most);
        y += m_row;
    }
    painter.fillRect(QRectF(0, y, width(), 1), theme.line);
    paintText(painter, QRectF(0, y, names, m_row), kLeft, tr("Sum"), TextStyle::Base, theme.dim);
    paintText(painter, QRectF(width() - kValueWidth, y, kValueWidth, m_row), kRight,
              text::signedNumber(sum, 2), TextStyle::Value, theme.strong);
}

bool OddsChart::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int row = help->y() / m_row - 1;
    if (row >= 0 && row < static_cast<int>(m_parts.size()))
        QToolTip::showText(help->globalPos(),
                           text::contributionSentence(m_parts[static_cast<std::size_t>(row)]),
                           this);
    return true;
}

}  // namespace nodewise::measure_screen
