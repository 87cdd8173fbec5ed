#include "ui/widgets/elide_label.h"
#include "ui/widgets/paint_text.h"
#include "ui/widgets/theme.h"

namespace nodewise::widgets {

ElideLabel::ElideLabel(TextStyle style, TextTone tone, QWidget* parent)
    : QWidget(parent)
    , m_style(style)
    , m_tone(tone) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElideLabel::setText(const QString& text) {
    if (m_text == text)
        return;
    m_text = text;
    updateGeometry();
    tell();
    update();
}

void ElideLabel::setElideMode(Qt::TextElideMode mode) {
    m_mode = mode;
    update();
}

bool ElideLabel::isElided() const {
    return textWidth(m_text, m_style) > width();
}

QSize ElideLabel::sizeHint() const {
    return {textWidth(m_text, m_style) + 1, lineHeight(m_style)};
}

QSize ElideLabel::minimumSizeHint() const {
    return {std::min(48, textWidth(m_text, m_style) + 1), lineHeight(m_style)};
}

void ElideLabel::tell() {
    setAccessibleName(m_text);
    setToolTip(isElided() ? m_text : QString());
}

void ElideLabel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    tell();
}

void ElideLabel::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    const QFontMetrics metrics(textFont(m_style));
    QColor colour = theme.text;
    if (m_tone == TextTone::Strong)
        colour = theme.strong;
    else if (m_tone == TextTone::Dim)
        colour = theme.dim;
    else if (m_tone == TextTone::Accent)
        colour = theme.accent;
    widgets::paintText(painter, rect(), Qt::AlignVCenter | Qt::AlignLeft,
                       metrics.elidedText(m_text, m_mode, width()), m_style, colour);
}

}  // namespace nodewise::widgets
