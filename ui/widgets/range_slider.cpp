#include "ui/widgets/range_slider.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/paint_text.h"
#include "ui/widgets/theme.h"
#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>

namespace nodewise::widgets {

namespace {
constexpr double kTrackY = 14;
}

RangeSlider::RangeSlider(QWidget* parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RangeSlider::setRange(int low, int high) {
    m_low = low;
    m_high = high;
    setChosen(low, high);
}

void RangeSlider::setChosen(int low, int high) {
    m_chosenLow = low;
    m_chosenHigh = high;
    describe();
    update();
}

void RangeSlider::setEndTexts(const QString& low, const QString& high) {
    m_lowText = low;
    m_highText = high;
    update();
}

void RangeSlider::describe() {
    setAccessibleDescription(tr("%1 to %2").arg(m_chosenLow).arg(m_chosenHigh));
}

double RangeSlider::xOf(int value) const {
    return 8 + (width() - 16.0) * (value - m_low) / std::max(1, m_high - m_low);
}

int RangeSlider::valueAt(double x) const {
    const double share = (x - 8) / std::max(1.0, width() - 16.0);
    return std::clamp(m_low + static_cast<int>(std::lround(share * (m_high - m_low))), m_low,
                      m_high);
}

void RangeSlider::moveThumb(int value) {
    const int low = m_upper ? m_chosenLow : std::clamp(value, m_low, m_chosenHigh);
    const int high = m_upper ? std::clamp(value, m_chosenLow, m_high) : m_chosenHigh;
    if (low == m_chosenLow && high == m_chosenHigh)
        return;
    setChosen(low, high);
    Q_EMIT rangeChosen(low, high);
}

void RangeSlider::mousePressEvent(QMouseEvent* event) {
    const double x = event->position().x();
    const double toLow = std::abs(x - xOf(m_chosenLow)), toHigh = std::abs(x - xOf(m_chosenHigh));
    m_upper = toHigh < toLow || (toHigh == toLow && x > xOf(m_chosenHigh));
    moveThumb(valueAt(x));
}

void RangeSlider::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton)
        moveThumb(valueAt(event->position().x()));
}

void RangeSlider::keyPressEvent(QKeyEvent* event) {
    const int at = m_upper ? m_chosenHigh : m_chosenLow;
    switch (event->key()) {
    case Qt::Key_Left:
        return moveThumb(at - 1);
    case Qt::Key_Right:
        return moveThumb(at + 1);
    case Qt::Key_Up:
    case Qt::Key_Down:
        m_upper = !m_upper;
        return update();
    default:
        QWidget::keyPressEvent(event);
    }
}

void RangeSlider::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void RangeSlider::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

void RangeSlider::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.line);
    painter.drawRoundedRect(QRectF(8, kTrackY - 2, width() - 16, 4), 2, 2);
    painter.setBrush(theme.accent);
    const double low = xOf(m_chosenLow), high = xOf(m_chosenHigh);
    painter.drawRect(QRectF(low, kTrackY - 2, high - low, 4));
    for (const bool upper : {false, true}) {
        const bool here = hasKeyboardFocus(this) && upper == m_upper;
        painter.setPen(QPen(here ? theme.strong : theme.accent, 2));
        painter.setBrush(theme.panel);
        painter.drawEllipse(QPointF(upper ? high : low, kTrackY), 7, 7);
    }
    const QRectF texts(0, 30, width(), 16);
    paintText(painter, texts, Qt::AlignLeft | Qt::AlignVCenter, m_lowText, TextStyle::Small,
              theme.dim);
    paintText(painter, texts, Qt::AlignRight | Qt::AlignVCenter, m_highText, TextStyle::Small,
              theme.dim);
    if (hasKeyboardFocus(this))
        paintFocusRing(painter, QRectF(0, 2, width(), 24), 6, this);
}

}  // namespace nodewise::widgets
