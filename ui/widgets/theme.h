/// theme.h: the colour roles of the window, in both themes, from one token table.
#pragma once
#include <QColor>
#include <QPalette>
#include <QString>

class QApplication;
class QWidget;

namespace nodewise::widgets {

enum class ThemeKind {
    Reading,  ///< Dark, for the reading room; the default.
    Light     ///< For offices and print.
};

/// Every colour the chrome uses. Meanings: DESIGN 1.1. Shapes only: agrees, close, differs, mark.
struct Theme {
    ThemeKind kind = ThemeKind::Reading;
    QColor view, bg, panel, raised, hover, press, line, edge, text, strong, dim;
    QColor accent, onAccent, accentSoft, accentHover, accentPress;
    QColor agrees, close, differs, mark;
    QColor well;  ///< Fill of inputs: bg in the reading theme, white in the light one.

    /// The table of one theme; lives for the whole program.
    [[nodiscard]] static const Theme& of(ThemeKind kind);
    /// The theme a widget stands in, read from its palette; Reading for null.
    [[nodiscard]] static const Theme& of(const QWidget* widget);
    /// The palette that carries this theme.
    [[nodiscard]] QPalette palette() const;
    /// `sheet` with every @role replaced by its colour.
    [[nodiscard]] QString fill(QString sheet) const;
};

/// Colours inside images, the same in both themes (DESIGN 1.2).
namespace image {
inline const QColor kAxial{0x56, 0xB4, 0xE9};
inline const QColor kCoronal{0x2f, 0xbf, 0x97};
inline const QColor kSagittal{0xE6, 0x9F, 0x00};
inline const QColor kMark{0xF0, 0xE4, 0x42};       ///< Your mark, outline, ruler.
inline const QColor kReference{0xE8, 0x74, 0x3B};  ///< Capsule, definite part.
inline const QColor kFat{0xCC, 0x79, 0xA7};
inline const QColor kPlane{0xe3, 0xe8, 0xed};  ///< Lost plane; ruler measured by the core.
inline const QColor kNecrosis{0x56, 0xB4, 0xE9};
inline const QColor kText{0xee, 0xf1, 0xf4};
inline const QColor kUnder{0, 0, 0, 191};  ///< Under-stroke, 2 px wider than its line.
inline const QColor kPlate{0, 0, 0, 184};  ///< Behind corner text.
inline const QColor kFlippedText{0x11, 0x11, 0x11};
/// Viridis from 0 to 0.88 for `share` in 0..1 (margin width 0.5–4.5 mm); clamped outside.
[[nodiscard]] QColor viridis(double share);
}  // namespace image

/// Sets style (Fusion), palette, font and style sheet of the whole program.
void applyTheme(QApplication& app, ThemeKind kind);

}  // namespace nodewise::widgets
