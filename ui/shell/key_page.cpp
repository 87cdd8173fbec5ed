// The keys on paper: Read and Measure in the left column, the pictures in the right one.
#include "ui/shell/keys_section.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/type_scale.h"
#include <QPainter>

namespace nodewise::shell {

namespace {

using widgets::TextStyle;

constexpr double kWidth = 595, kMargin = 42, kGap = 24, kKeyWidth = 96, kLine = 16;
constexpr double kColumn = (kWidth - 2 * kMargin - kGap) / 2;
/// Text of the screen in px drawn in points of paper.
constexpr double kSmaller = 0.75;

QFont paperFont(TextStyle style) {
    QFont font = widgets::textFont(style);
    font.setPixelSize(qRound(font.pixelSize() * kSmaller));
    return font;
}

/// Draws the text within the width over as many lines as it needs; gives the height.
double drawText(QPainter& painter, const QString& text, QPointF at, double width) {
    QRectF used;
    painter.drawText(QRectF(at, QSizeF(width, 200)), Qt::TextWordWrap, text, &used);
    return used.height();
}

/// Lines end between keys, never within one.
QString unbroken(const QString& keys) {
    QStringList parts = keys.split(QStringLiteral("  "));
    for (QString& part : parts)
        part.replace(QLatin1Char(' '), QChar(QChar::Nbsp));
    return parts.join(QLatin1Char(' '));
}

double drawGroup(QPainter& painter, const viewer::KeyGroup& group, QPointF at) {
    const auto& theme = widgets::Theme::of(widgets::ThemeKind::Light);
    painter.setFont(paperFont(TextStyle::Head));
    painter.setPen(theme.strong);
    double y = at.y() + drawText(painter, group.title, at, kColumn) + 6;
    for (const auto& [key, meaning] : group.rows) {
        painter.setFont(paperFont(TextStyle::Value));
        painter.setPen(theme.strong);
        const double keys = drawText(painter, unbroken(key), {at.x(), y}, kKeyWidth - 8);
        painter.setFont(paperFont(TextStyle::Base));
        painter.setPen(theme.text);
        const double words =
            drawText(painter, meaning, {at.x() + kKeyWidth, y}, kColumn - kKeyWidth);
        y += std::max({keys, words, kLine - 4}) + 4;
        painter.setPen(QPen(theme.line, 0.5));
        painter.drawLine(QPointF(at.x(), y - 2), QPointF(at.x() + kColumn, y - 2));
    }
    return y + kLine;
}

}  // namespace

void paintKeyPage(QPainter& painter, const QList<viewer::KeyGroup>& groups) {
    const auto& theme = widgets::Theme::of(widgets::ThemeKind::Light);
    painter.setFont(paperFont(TextStyle::Title));
    painter.setPen(theme.strong);
    const double top = kMargin +
                       drawText(painter, KeysSection::tr("Keys of Nodewise"), {kMargin, kMargin},
                                kWidth - 2 * kMargin) +
                       16;
    double y = top;
    for (int n = 0; n + 1 < groups.size(); ++n)
        y = drawGroup(painter, groups[n], {kMargin, y});
    if (!groups.isEmpty())
        drawGroup(painter, groups.back(), {kMargin + kColumn + kGap, top});
}

}  // namespace nodewise::shell
