#include "ui/widgets/check_row.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/paint_text.h"
#include "ui/widgets/theme.h"

namespace nodewise::widgets {

CheckRow::CheckRow(const QString& objectName, const QString& text, QWidget* parent)
    : QCheckBox(text, parent) {
    setObjectName(objectName);
    setAccessibleName(text);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CheckRow::setTrailing(const QString& trailing) {
    m_trailing = trailing;
    setAccessibleDescription(trailing);
    updateGeometry();
    update();
}

QSize CheckRow::sizeHint() const {
    const int end = m_trailing.isEmpty() ? 0 : 8 + textWidth(m_trailing, TextStyle::Small);
    return {24 + textWidth(text(), TextStyle::Base) + end + 4, 24};
}

QSize CheckRow::minimumSizeHint() const {
    return {80, 24};
}

void CheckRow::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box(0.5, (height() - 16) / 2.0 + 0.5, 15, 15);
    const QColor outline = isEnabled() ? theme.edge : theme.line;
    painter.setPen(QPen(isChecked() && isEnabled() ? theme.accent : outline, 1));
    painter.setBrush(isChecked()                   ? (isEnabled() ? theme.accent : theme.raised)
                     : underMouse() && isEnabled() ? theme.hover
                                                   : theme.well);
    painter.drawRoundedRect(box, 3, 3);
    if (isChecked()) {
        painter.setPen(QPen(isEnabled() ? theme.onAccent : theme.edge, 1.75, Qt::SolidLine,
                            Qt::RoundCap, Qt::RoundJoin));
        const QPointF o = box.topLeft();
        painter.drawPolyline(
            QPolygonF({o + QPointF(3.2, 7.8), o + QPointF(6.2, 10.8), o + QPointF(11.8, 4.6)}));
    }
    const double end = m_trailing.isEmpty() ? 0 : 8 + textWidth(m_trailing, TextStyle::Small);
    paintElided(painter, QRectF(24, 0, width() - 24 - end, height()), Qt::AlignVCenter, text(),
                TextStyle::Base, isEnabled() ? theme.text : theme.edge);
    if (end > 0)
        paintText(painter, QRectF(width() - end, 0, end, height()),
                  Qt::AlignVCenter | Qt::AlignRight, m_trailing, TextStyle::Small, theme.dim);
    if (hasKeyboardFocus(this))
        paintFocusRing(painter, box.adjusted(-2.5, -2.5, 2.5, 2.5), 4, this);
}

}  // namespace nodewise::widgets
