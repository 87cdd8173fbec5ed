/// report_paint.h: what the pages of report.h are drawn with; A4 in points, light theme.
#pragma once
#include "ui/dashboard/report.h"
#include "ui/widgets/theme.h"
#include <QCoreApplication>
#include <QPainter>

namespace nodewise::dashboard::paint {

constexpr double kLeft = 48, kRight = 547, kWidth = kRight - kLeft, kFoot = 800;

[[nodiscard]] inline QString say(const char* text) {
    return QCoreApplication::translate("Report", text);
}

[[nodiscard]] const widgets::Theme& light();
/// Sizes in points; the family is the program's.
[[nodiscard]] QFont fontOf(double points, int weight = QFont::Normal);
/// Gives the y below the text.
double write(QPainter& painter, double x, double y, double width, const QString& text,
             const QFont& font, const QColor& colour, int flags = Qt::AlignLeft);
void rule(QPainter& painter, double y);
/// Title, date and a line; gives the y below.
double head(QPainter& painter, const ReportHead& head, const QString& line);
void foot(QPainter& painter, const ReportHead& head);
void chartTitle(QPainter& painter, double x, double y, const QString& text);

/// Charts are laid out in screen pixels: drawn larger and scaled down.
template <class Paint>
void inBox(QPainter& painter, const QRectF& box, const Paint& paint) {
    constexpr double kScale = 0.72;
    painter.save();
    painter.translate(box.topLeft());
    painter.scale(kScale, kScale);
    paint(QRectF(0, 0, box.width() / kScale, box.height() / kScale));
    painter.restore();
}

}  // namespace nodewise::dashboard::paint
