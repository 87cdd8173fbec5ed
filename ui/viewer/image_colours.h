/// image_colours.h: the colours of things drawn on pictures; the same in both themes.
#pragma once
#include <QColor>

namespace nodewise::viewer {

enum class ImageColour {
    View,           ///< Behind every picture.
    Halo,           ///< Under every line, two pixels wider.
    Plate,          ///< Behind corner text.
    Text,           ///< Corner text and letters.
    StrongText,     ///< Name of the active view.
    Edge,           ///< Frame of the active view.
    AxialPlane,     ///< Solid.
    CoronalPlane,   ///< Dashed 6 4.
    SagittalPlane,  ///< Dashed 10 3 2 3.
    Yours,          ///< Your mark, your outline, your ruler.
    Capsule,
    StrandedFat,
    LostPlane,
    Necrosis,
    CoreRuler,
    BadgeText,
    Muscle,
    Vein,
    Artery,
    Node,
};

[[nodiscard]] QColor imageColour(ImageColour role);

/// Viridis over 0–0.88 of its range for a value in [low, high]; clamped, so the yellow of the
/// reader's own mark never appears.
[[nodiscard]] QColor rampColour(double value, double low, double high);

/// The span of the margin-width ramp, mm.
inline constexpr double kRampLowMm = 0.5;
inline constexpr double kRampHighMm = 4.5;

}  // namespace nodewise::viewer
