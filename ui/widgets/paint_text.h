/// paint_text.h: small helpers that every painted control uses.
#pragma once
#include "ui/widgets/type_scale.h"
#include <QPainter>

namespace nodewise::widgets {

/// Width of `text` in that style, px, rounded up.
[[nodiscard]] inline int textWidth(const QString& text, TextStyle style) {
    return QFontMetrics(textFont(style)).horizontalAdvance(text);
}

/// One line in one style and colour; `flags` as QPainter::drawText takes them.
inline void paintText(QPainter& painter, const QRectF& box, int flags, const QString& text,
                      TextStyle style, const QColor& colour) {
    painter.setFont(textFont(style));
    painter.setPen(colour);
    painter.drawText(box, flags | Qt::TextSingleLine, text);
}

/// The same, cut at the right with an ellipsis when it does not fit.
inline void paintElided(QPainter& painter, const QRectF& box, int flags, const QString& text,
                        TextStyle style, const QColor& colour) {
    const QFontMetrics metrics(textFont(style));
    paintText(painter, box, flags,
              metrics.elidedText(text, Qt::ElideRight, static_cast<int>(box.width())), style,
              colour);
}

}  // namespace nodewise::widgets
