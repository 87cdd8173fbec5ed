/// icons.h: the one family of icons, drawn in the colours of the theme.
#pragma once
#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

class QPainter;
class QRectF;

namespace nodewise::widgets {

enum class IconTone {
    Tool,     ///< text; accent when on
    Plain,    ///< dim; strong when on (rail)
    Accent,   ///< accent
    OnAccent  ///< on a primary button
};

/// Names are the files of icons/ without ending, for example "pair". The icon follows the palette
/// of the program: nothing to do when the theme changes. A wrong name gives an empty icon and a
/// warning.
[[nodiscard]] QIcon icon(const QString& name, IconTone tone = IconTone::Tool);

/// Draws an icon in one colour.
void paintIcon(QPainter& painter, const QRectF& box, const QString& name, const QColor& colour);
[[nodiscard]] QPixmap iconPixmap(const QString& name, const QColor& colour, int size, qreal ratio);

/// All names, sorted: for tests.
[[nodiscard]] QStringList iconNames();

}  // namespace nodewise::widgets
