#include "ui/dashboard/report_paint.h"

namespace nodewise::dashboard::paint {

const widgets::Theme& light() {
    return widgets::Theme::of(widgets::ThemeKind::Light);
}

QFont fontOf(double points, int weight) {
    QFont font;
    font.setPixelSize(static_cast<int>(points));
    font.setWeight(static_cast<QFont::Weight>(weight));
    return font;
}

double write(QPainter& painter, double x, double y, double width, const QString& text,
             const QFont& font, const QColor& colour, int flags) {
    painter.setFont(font);
    painter.setPen(colour);
    QRectF used;
    painter.drawText(QRectF(x, y, width, 400), flags | Qt::AlignTop | Qt::TextWordWrap, text,
                     &used);
    return used.bottom();
}

void rule(QPainter& painter, double y) {
    painter.setPen(QPen(light().line, 1));
    painter.drawLine(QPointF(kLeft, y), QPointF(kRight, y));
}

double head(QPainter& painter, const ReportHead& head, const QString& line) {
    write(painter, kLeft, 40, kWidth, QStringLiteral("Nodewise"), fontOf(10, QFont::DemiBold),
          light().dim);
    write(painter, kLeft, 40, kWidth, head.date, fontOf(10), light().dim, Qt::AlignRight);
    double y = write(painter, kLeft, 58, kWidth,
                     head.name.isEmpty()
                         ? head.title
                         : say(QT_TRANSLATE_NOOP("Report", "%1, %2")).arg(head.title, head.name),
                     fontOf(20, QFont::DemiBold), light().strong);
    y = write(painter, kLeft, y + 4, kWidth, line, fontOf(11), light().dim);
    rule(painter, y + 10);
    return y + 22;
}

void foot(QPainter& painter, const ReportHead& head) {
    rule(painter, kFoot);
    write(painter, kLeft, kFoot + 8, kWidth,
          say(QT_TRANSLATE_NOOP("Report",
                                "Teaching and research. Not for diagnosis or treatment. Not a "
                                "medical device.")),
          fontOf(9), light().dim);
    write(painter, kLeft, kFoot + 8, kWidth, QStringLiteral("Nodewise ") + head.version, fontOf(9),
          light().dim, Qt::AlignRight);
}

void chartTitle(QPainter& painter, double x, double y, const QString& text) {
    write(painter, x, y, kRight - x, text, fontOf(11, QFont::DemiBold), light().strong);
}

}  // namespace nodewise::dashboard::paint
