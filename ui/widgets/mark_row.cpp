#include "ui/widgets/mark_row.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/paint_text.h"
#include "ui/widgets/theme.h"

namespace nodewise::widgets {

MarkRow::MarkRow(QWidget* parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MarkRow::setContents(const MarkContents& contents) {
    m_contents = contents;
    if (m_contents.word.isEmpty() && m_contents.kind)
        m_contents.word = markWord(*m_contents.kind);
    setAccessibleName(
        tr("%1, %2, you %3, reference %4")
            .arg(m_contents.name, m_contents.word, m_contents.you, m_contents.reference));
    setAccessibleDescription(m_contents.sentence);
    resizeEvent(nullptr);
    update();
}

QSize MarkRow::sizeHint() const {
    return {424, 56};
}

QSize MarkRow::minimumSizeHint() const {
    return {360, 56};
}

void MarkRow::resizeEvent(QResizeEvent*) {
    const int room = width() - MarkColumns::kName;
    const bool cut = textWidth(m_contents.sentence, TextStyle::Note) > room;
    setToolTip(cut ? m_contents.sentence : QString());
}

void MarkRow::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(QRectF(0, 0, width(), 1), theme.line);
    const double lineOne = 9;
    const QPointF centre(8, lineOne + 10);
    if (m_contents.kind) {
        paintMark(painter, centre, *m_contents.kind, theme);
    } else {
        painter.setPen(QPen(theme.dim, 1.5));
        painter.drawLine(centre - QPointF(5, 0), centre + QPointF(5, 0));
    }
    const auto cell = [&](int left, int right, const QString& text, TextStyle style,
                          const QColor& colour, int flags = Qt::AlignLeft) {
        paintElided(painter, QRectF(left, lineOne, right - left - 4, 20), flags | Qt::AlignVCenter,
                    text, style, colour);
    };
    const int wordLeft = width() - textWidth(m_contents.word, TextStyle::Small) - 4;
    cell(MarkColumns::kName, MarkColumns::kYou, m_contents.name, TextStyle::Value, theme.strong);
    cell(MarkColumns::kYou, MarkColumns::kReference, m_contents.you, TextStyle::Base, theme.text);
    cell(MarkColumns::kReference, wordLeft, m_contents.reference, TextStyle::Base, theme.text);
    cell(wordLeft, width() + 4, m_contents.word, TextStyle::Small, theme.dim);
    paintElided(painter, QRectF(MarkColumns::kName, lineOne + 21, width() - MarkColumns::kName, 16),
                Qt::AlignLeft | Qt::AlignVCenter, m_contents.sentence, TextStyle::Note, theme.dim);
    if (hasKeyboardFocus(this))
        paintFocusRing(painter, rect(), 4, this);
}

void MarkRow::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void MarkRow::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

}  // namespace nodewise::widgets
