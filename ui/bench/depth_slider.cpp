#include "ui/bench/depth_slider.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/paint_text.h"
#include "ui/widgets/theme.h"
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace nodewise::bench {

using widgets::Theme;

namespace {
constexpr double kTrackY = 12, kInset = 10;
constexpr int kSteps = 20;
}  // namespace

DepthSlider::DepthSlider(QWidget* parent)
    : QAbstractSlider(parent) {
    setObjectName(QStringLiteral("depthSlider"));
    setRange(0, kSteps);
    setSingleStep(1);
    setPageStep(2);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Depth of the extension"));
}

void DepthSlider::setDepthMm(double mm) {
    const bool before = blockSignals(true);
    setValue(static_cast<int>(std::lround(mm * 2)));
    blockSignals(before);
    setAccessibleDescription(tr("%1\u202Fmm").arg(locale().toString(depthMm(), 'f', 1)));
    update();
}

void DepthSlider::sliderChange(SliderChange change) {
    QAbstractSlider::sliderChange(change);
    setAccessibleDescription(tr("%1\u202Fmm").arg(locale().toString(depthMm(), 'f', 1)));
    update();
}

double DepthSlider::xOf(double steps) const {
    return kInset + (width() - 2 * kInset) * steps / kSteps;
}

void DepthSlider::goTo(double x) {
    const double share = (x - kInset) / std::max(1.0, width() - 2 * kInset);
    setValue(std::clamp(static_cast<int>(std::lround(share * kSteps)), 0, kSteps));
}

void DepthSlider::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        goTo(event->position().x());
}

void DepthSlider::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons().testFlag(Qt::LeftButton))
        goTo(event->position().x());
}

void DepthSlider::focusInEvent(QFocusEvent* event) {
    QAbstractSlider::focusInEvent(event);
    update();
}

void DepthSlider::focusOutEvent(QFocusEvent* event) {
    QAbstractSlider::focusOutEvent(event);
    update();
}

void DepthSlider::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // The track is a scale of depth: it never mirrors.
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.line);
    painter.drawRoundedRect(QRectF(kInset, kTrackY - 2, width() - 2 * kInset, 4), 2, 2);
    painter.setBrush(theme.accent);
    painter.drawRoundedRect(QRectF(kInset, kTrackY - 2, xOf(value()) - kInset, 4), 2, 2);
    for (int mm = 0; mm <= kSteps / 2; mm += 2) {
        const double x = xOf(2 * mm);
        painter.fillRect(QRectF(x - 0.5, kTrackY + 9, 1, 4), theme.edge);
        widgets::paintElided(painter, QRectF(x - 16, kTrackY + 14, 32, 16), Qt::AlignCenter,
                             locale().toString(mm), widgets::TextStyle::Small, theme.dim);
    }
    painter.setPen(QPen(theme.accent, 2));
    painter.setBrush(theme.raised);
    painter.drawEllipse(QPointF(xOf(value()), kTrackY), 7, 7);
    if (widgets::hasKeyboardFocus(this))
        widgets::paintFocusRing(painter, QRectF(rect()).adjusted(1, 1, -1, -1), 6, this);
}

}  // namespace nodewise::bench
