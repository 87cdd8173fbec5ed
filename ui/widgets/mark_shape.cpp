#include "ui/widgets/mark_shape.h"
#include "ui/widgets/theme.h"
#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

namespace nodewise::widgets {

void paintMark(QPainter& painter, const QPointF& centre, MarkKind kind, const Theme& theme) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    switch (kind) {
    case MarkKind::Agrees:
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.agrees);
        painter.drawEllipse(centre, 5.25, 5.25);
        break;
    case MarkKind::Close: {
        painter.setPen(QPen(theme.close, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(centre, 4.75, 4.75);
        QPainterPath half(centre + QPointF(0, -4.75));
        half.arcTo(QRectF(centre.x() - 4.75, centre.y() - 4.75, 9.5, 9.5), 90, -180);
        half.closeSubpath();
        painter.setPen(Qt::NoPen);
        painter.fillPath(half, theme.close);
        break;
    }
    case MarkKind::Differs: {
        QPen pen(theme.differs, 1.75);
        pen.setJoinStyle(Qt::MiterJoin);
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPolygon(QPolygonF({centre + QPointF(0, -6), centre + QPointF(6, 0),
                                       centre + QPointF(0, 6), centre + QPointF(-6, 0)}));
        break;
    }
    }
    painter.restore();
}

QString markWord(MarkKind kind) {
    switch (kind) {
    case MarkKind::Agrees:
        return QCoreApplication::translate("MarkShape", "agrees");
    case MarkKind::Close:
        //: The answer is near the reference, not the same.
        return QCoreApplication::translate("MarkShape", "close");
    case MarkKind::Differs:
        return QCoreApplication::translate("MarkShape", "differs");
    }
    return {};
}

MarkShape::MarkShape(MarkKind kind, QWidget* parent)
    : QWidget(parent)
    , m_kind(kind) {
    setFixedSize(16, 16);
    setKind(kind);
}

void MarkShape::setKind(MarkKind kind) {
    m_kind = kind;
    setAccessibleName(markWord(kind));
    update();
}

void MarkShape::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintMark(painter, QPointF(width() / 2.0, height() / 2.0), m_kind, Theme::of(this));
}

}  // namespace nodewise::widgets
