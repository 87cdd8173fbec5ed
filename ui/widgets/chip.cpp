#include "ui/widgets/chip.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/paint_text.h"
#include "ui/widgets/theme.h"

namespace nodewise::widgets {

namespace {
constexpr int kPadding = 10;
constexpr int kLeastWords = 24;
}  // namespace

Chip::Chip(const QString& text, QWidget* parent)
    : QToolButton(parent) {
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void Chip::setKey(const QString& key) {
    m_key = key;
    setAccessibleDescription(key);
    updateGeometry();
    update();
}

void Chip::setSample(Sample sample) {
    m_sample = std::move(sample);
    updateGeometry();
    update();
}

void Chip::setRemovable(bool removable) {
    m_removable = removable;
    setCheckable(!removable);
    if (removable)
        setAccessibleName(tr("Remove filter %1").arg(text()));
    updateGeometry();
}

QSize Chip::sizeHint() const {
    return {textWidth(text(), TextStyle::Note) + widthWithoutWords(), 24};
}

QSize Chip::minimumSizeHint() const {
    return {std::min(textWidth(text(), TextStyle::Note), kLeastWords) + widthWithoutWords(), 24};
}

int Chip::widthWithoutWords() const {
    int width = 2 * kPadding + 2;
    if (m_sample)
        width += 16 + 6;
    if (!m_key.isEmpty())
        width += 6 + textWidth(m_key, TextStyle::Small);
    if (m_removable)
        width += 6 + 12;
    return width;
}

void Chip::resizeEvent(QResizeEvent* event) {
    QToolButton::resizeEvent(event);
    setToolTip(width() < sizeHint().width() ? text() : QString());
}

void Chip::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    const bool on = m_removable || isChecked();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor fill = on ? theme.raised : QColor(Qt::transparent);
    if (isDown())
        fill = theme.press;
    else if (underMouse() && isEnabled())
        fill = theme.hover;
    painter.setPen(QPen(on ? theme.edge : theme.line, 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 11.5, 11.5);
    double x = kPadding;
    if (m_sample) {
        painter.save();
        painter.setOpacity(on ? 1.0 : 0.5);
        m_sample(painter, QRectF(x, (height() - 10) / 2.0, 16, 10));
        painter.restore();
        x += 16 + 6;
    }
    const QColor colour = !isEnabled() ? theme.edge : on ? theme.text : theme.dim;
    const int whole = textWidth(text(), TextStyle::Note);
    const double wide = std::min(whole, width() - widthWithoutWords());
    paintElided(painter, QRectF(x, 0, wide + 2, height()), Qt::AlignVCenter, text(),
                TextStyle::Note, colour);
    x += wide + 6;
    if (!m_key.isEmpty())
        paintText(painter, QRectF(x, 0, 40, height()), Qt::AlignVCenter, m_key, TextStyle::Small,
                  theme.dim);
    if (m_removable)
        paintIcon(painter, QRectF(width() - kPadding - 13, (height() - 14) / 2.0, 14, 14),
                  QStringLiteral("close"), theme.dim);
    if (hasKeyboardFocus(this))
        paintFocusRing(painter, rect(), 11, this);
}

}  // namespace nodewise::widgets
