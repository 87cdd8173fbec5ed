#include "ui/feedback/margin_chart.h"
#include "ui/text/number_text.h"
#include "ui/widgets/paint_text.h"
#include "ui/widgets/theme.h"
#include <QPainterPath>

namespace nodewise::feedback_screen {

using models::MarginLine;
using namespace widgets;

namespace {

constexpr double kReachMm = 5.0;
/// The ramp of margin widths, as on picture and surface.
constexpr double kRampLowMm = 0.5, kRampHighMm = 4.5;

}  // namespace

/// From mm and HU to the picture.
struct MarginChart::Axes {
    QRectF box;
    double low = -150, high = 150;
    [[nodiscard]] QPointF at(double mm, double hu) const {
        return {box.left() + box.width() * (mm + kReachMm) / (2 * kReachMm),
                box.bottom() - box.height() * (std::clamp(hu, low, high) - low) / (high - low)};
    }
};

MarginChart::MarginChart(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("marginChart"));
}

void MarginChart::setLines(const MarginLine& widest, const MarginLine& clean) {
    m_widest = widest;
    m_clean = clean;
    setAccessibleName(
        tr("Through the margin: %1 wide at the widest part, %2 at a clean one")
            .arg(text::millimetres(widest.widthMm), text::millimetres(clean.widthMm)));
    update();
}

void MarginChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    Axes axes;
    axes.box = QRectF(40, 4, width() - 44, height() - 26);
    paintAxes(painter, axes);
    paintLine(painter, axes, m_clean, true);
    paintLine(painter, axes, m_widest, false);
    paintCaptions(painter, axes);
}

void MarginChart::paintAxes(QPainter& painter, const Axes& axes) const {
    const Theme& theme = Theme::of(this);
    for (const int hu : {-100, 0, 100}) {
        const double y = axes.at(0, hu).y();
        painter.setPen(theme.line);
        painter.drawLine(QPointF(axes.box.left(), y), QPointF(axes.box.right(), y));
        paintText(painter, QRectF(0, y - 8, 32, 16), Qt::AlignRight | Qt::AlignVCenter,
                  text::number(hu), TextStyle::Small, theme.dim);
    }
    QPen zero(theme.edge, 1);
    zero.setDashPattern({1, 3});
    painter.setPen(zero);
    painter.drawLine(axes.at(0, axes.low), axes.at(0, axes.high));
    for (const int mm : {-4, -2, 0, 2, 4})
        paintText(painter, QRectF(axes.at(mm, axes.low).x() - 16, height() - 18, 32, 16),
                  Qt::AlignCenter, text::number(mm), TextStyle::Small, theme.dim);
}

void MarginChart::paintLine(QPainter& painter, const Axes& axes, const MarginLine& line,
                            bool clean) const {
    const Theme& theme = Theme::of(this);
    const QColor colour =
        clean ? theme.dim
              : image::viridis((line.widthMm - kRampLowMm) / (kRampHighMm - kRampLowMm));
    QPainterPath path;
    for (std::size_t i = 0; i < line.mm.size() && i < line.fitted.size(); ++i) {
        const QPointF at = axes.at(line.mm[i], line.fitted[i]);
        if (i == 0)
            path.moveTo(at);
        else
            path.lineTo(at);
    }
    QPen pen(colour, clean ? 1.5 : 2);
    if (clean)
        pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    // Every fourth sample, one a millimetre, is shown: the eye judges the fit by these.
    for (std::size_t i = 0; i < line.mm.size() && i < line.hu.size(); i += 4) {
        const QPointF at = axes.at(line.mm[i], line.hu[i]);
        painter.drawRect(QRectF(at.x() - 2, at.y() - 2, 4, 4));
    }
}

void MarginChart::paintCaptions(QPainter& painter, const Axes& axes) const {
    const Theme& theme = Theme::of(this);
    const QString wide = tr("widest part: %1").arg(text::millimetres(m_widest.widthMm));
    const QString clean = tr("clean side: %1").arg(text::millimetres(m_clean.widthMm));
    // Above the right half of the line, which falls from left to right.
    paintText(painter, QRectF(axes.box.left(), axes.box.top() - 2, axes.box.width() - 8, 16),
              Qt::AlignRight | Qt::AlignVCenter, wide, TextStyle::Note, theme.text);
    paintText(painter, QRectF(0, axes.at(0, -50).y() - 8, axes.box.center().x() - 8, 16),
              Qt::AlignRight | Qt::AlignVCenter, clean, TextStyle::Note, theme.dim);
}

}  // namespace nodewise::feedback_screen
