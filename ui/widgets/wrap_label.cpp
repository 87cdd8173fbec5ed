#include "ui/widgets/wrap_label.h"
#include <QPainter>
#include <QTextLayout>
#include <algorithm>

namespace nodewise::widgets {

WrapLabel::WrapLabel(const QString& text, TextStyle style, TextTone tone, QWidget* parent)
    : QLabel(text, parent)
    , m_lineHeight(lineHeight(style)) {
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setFont(textFont(style));
    setTone(this, tone);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int WrapLabel::lay(int width, QPainter* painter) const {
    const QMargins margins = contentsMargins();
    const int room = std::max(1, width - margins.left() - margins.right());
    int top = margins.top();
    const QStringList paragraphs = text().split(QLatin1Char('\n'));
    for (const QString& paragraph : paragraphs) {
        QTextLayout layout(paragraph, font());
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(room);
            line.setPosition(QPointF(0, (m_lineHeight - line.height()) / 2));
            if (painter)
                line.draw(painter, QPointF(margins.left(), top));
            top += m_lineHeight;
        }
        layout.endLayout();
        if (paragraph.isEmpty())
            top += m_lineHeight;
    }
    return top + margins.bottom();
}

int WrapLabel::heightForWidth(int width) const {
    return text().isEmpty() ? 0 : lay(width, nullptr);
}

QSize WrapLabel::sizeHint() const {
    int widest = 0;
    const QStringList paragraphs = text().split(QLatin1Char('\n'));
    for (const QString& paragraph : paragraphs)
        widest = std::max(widest, QFontMetrics(font()).horizontalAdvance(paragraph) + 2);
    const int width = std::min(widest, 480);
    return {width, heightForWidth(width)};
}

QSize WrapLabel::minimumSizeHint() const {
    return {48, text().isEmpty() ? 0 : m_lineHeight};
}

void WrapLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    (void)lay(width(), &painter);
}

QLabel* makeWrapped(const QString& text, TextStyle style, TextTone tone, QWidget* parent) {
    return new WrapLabel(text, style, tone, parent);
}

}  // namespace nodewise::widgets
