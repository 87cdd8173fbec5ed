#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/paint_text.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/theme.h"
#include <QAccessibleWidget>
#include <QPainterPath>

namespace nodewise::widgets {

namespace {

/// A rectangle with corners of radius 6 only where the group ends.
QPainterPath outline(const QRectF& box, bool first, bool last) {
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addRoundedRect(box, 6, 6);
    if (!first)
        path.addRect(QRectF(box.left(), box.top(), 8, box.height()));
    if (!last)
        path.addRect(QRectF(box.right() - 8, box.top(), 8, box.height()));
    return path.simplified();
}

/// Qt would call a button that can be unchecked a check box; in a group it is one of several.
class SpokenSegment final : public QAccessibleWidget {
public:
    explicit SpokenSegment(SegmentButton* button)
        : QAccessibleWidget(button, QAccessible::RadioButton, button->text()) {}

    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State state = QAccessibleWidget::state();
        state.checkable = true;
        state.checked = button()->isChecked();
        return state;
    }
    [[nodiscard]] QStringList actionNames() const override { return {toggleAction()}; }
    void doAction(const QString& action) override {
        if (action == toggleAction())
            button()->click();
    }

private:
    [[nodiscard]] SegmentButton* button() const { return static_cast<SegmentButton*>(widget()); }
};

QAccessibleInterface* speak(const QString&, QObject* object) {
    auto* button = qobject_cast<SegmentButton*>(object);
    return button ? new SpokenSegment(button) : nullptr;
}

}  // namespace

SegmentButton::SegmentButton(const Segment& segment, QWidget* parent)
    : QRadioButton(parent)
    , m_segment(segment) {
    QAccessible::installFactory(speak);  // Once; later calls find it there.
    setText(segment.word);
    setAccessibleName(segment.second.isEmpty() ? segment.word
                                               : segment.word + QLatin1Char(' ') + segment.second);
    setAccessibleDescription(segment.key);
    setAutoExclusive(false);
    setFocusPolicy(Qt::NoFocus);  // The group is one tab stop.
    setAttribute(Qt::WA_Hover);
}

void SegmentButton::setKey(const QString& key) {
    m_segment.key = key;
    setAccessibleDescription(key);
    update();
}

void SegmentButton::setCursorHere(bool here) {
    m_cursorHere = here;
    update();
}

void SegmentButton::setEnds(bool first, bool last) {
    m_first = first;
    m_last = last;
}

QSize SegmentButton::sizeHint() const {
    int width = textWidth(m_segment.word, TextStyle::Head);
    if (!m_segment.key.isEmpty())
        width += 6 + textWidth(m_segment.key, TextStyle::Small);
    width = std::max(width, textWidth(m_segment.second, TextStyle::Small));
    return {width + 12, 32};
}

void SegmentButton::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor fill = theme.well;
    if (isChecked())
        fill = theme.accentSoft;
    else if (isDown())
        fill = theme.press;
    else if (isEnabled() && (underMouse() || m_cursorHere))
        fill = theme.hover;
    // Neighbours share one line: each segment but the first lets its left edge fall outside.
    const QRectF box =
        QRectF(rect()).adjusted(m_first ? 0.5 : -0.5, 0.5, m_last ? -0.5 : 0.5, -0.5);
    const QPainterPath path = outline(box.adjusted(0, 0, m_last ? 0 : -1, 0), m_first, m_last);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(fill);
    painter.drawPath(path);
    if (isChecked()) {
        painter.setClipPath(path);
        painter.fillRect(QRectF(0, height() - 2, width(), 2), theme.accent);
        painter.setClipping(false);
    }
    paintWords(painter, theme);
    // One ring round the whole group: each segment paints the part of it that crosses it.
    if (hasKeyboardFocus(parentWidget()))
        paintFocusRing(painter, QRectF(-x(), 0, parentWidget()->width(), height()), 6,
                       parentWidget());
}

void SegmentButton::paintWords(QPainter& painter, const Theme& theme) const {
    const bool on = isChecked();
    const QColor word = !isEnabled() ? theme.edge : on ? theme.strong : theme.text;
    const QColor quiet = !isEnabled() ? theme.edge : on ? theme.text : theme.dim;
    if (!m_segment.second.isEmpty()) {
        const double top = (height() - 34) / 2.0;
        widgets::paintText(painter, QRectF(0, top, width(), 18), Qt::AlignCenter, m_segment.word,
                           TextStyle::Head, word);
        widgets::paintElided(painter, QRectF(2, top + 17, width() - 4, 16), Qt::AlignCenter,
                             m_segment.second, TextStyle::Small, quiet);
        return;
    }
    const TextStyle style = on ? TextStyle::Head : TextStyle::Base;
    const double wordWidth = textWidth(m_segment.word, style);
    const double keyWidth =
        m_segment.key.isEmpty() ? 0 : 6 + textWidth(m_segment.key, TextStyle::Small);
    const double left = std::max(4.0, (width() - wordWidth - keyWidth) / 2);
    widgets::paintElided(painter, QRectF(left, 0, width() - left - keyWidth, height()),
                         Qt::AlignVCenter | Qt::AlignLeft, m_segment.word, style, word);
    if (keyWidth > 0)
        widgets::paintText(painter, QRectF(left + wordWidth + 6, 0, keyWidth, height()),
                           Qt::AlignVCenter | Qt::AlignLeft, m_segment.key, TextStyle::Small,
                           quiet);
}

}  // namespace nodewise::widgets
