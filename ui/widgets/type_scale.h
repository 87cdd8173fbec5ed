/// type_scale.h: the six sizes of text, and labels that use them.
#pragma once
#include <QFont>
#include <QLabel>

namespace nodewise::widgets {

/// px size / line height / weight (DESIGN 1.3).
enum class TextStyle {
    Small,    ///< 11/16: key hints, column heads, axis ticks, rail
    Note,     ///< 12/16: labels of questions, second lines, image text
    Base,     ///< 13/20
    Value,    ///< 13/20, 500
    Head,     ///< 13/20, 600: section heads
    Section,  ///< 16/24, 600: panel titles, the probability given
    Title,    ///< 22/28, 600
    Figure    ///< 28/32, 600: one a block
};

/// The system's sans (Inter where installed) in that size, with tabular figures where Qt can ask
/// for them.
[[nodiscard]] QFont textFont(TextStyle style);
/// Line height in px.
[[nodiscard]] int lineHeight(TextStyle style);

/// Colour of a label: text, strong, dim or accent.
enum class TextTone { Text, Strong, Dim, Accent };

/// A label in one style and tone; keeps its tone when the theme changes. Plain text, not
/// selectable.
[[nodiscard]] QLabel* makeLabel(const QString& text, TextStyle style, TextTone tone,
                                QWidget* parent);
void setTone(QWidget* label, TextTone tone);

/// "−0.28", "+0.28": true minus, always a sign.
[[nodiscard]] QString signedNumber(double value, int decimals);
/// "14.2": true minus, the locale's decimal sign.
[[nodiscard]] QString plainNumber(double value, int decimals);
/// A number and its unit with a thin no-break space between ("14.2 mm", "72 %").
[[nodiscard]] QString withUnit(const QString& number, const QString& unit);

}  // namespace nodewise::widgets
