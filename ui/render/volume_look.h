/// volume_look.h: how a CT looks as a whole: which values are seen, in which colour.
#pragma once
#include "ui/render/gl_support.h"
#include "volume/ct_volume.h"
#include <QColor>
#include <QString>
#include <array>
#include <vector>

namespace nodewise::render {

/// What of a CT is drawn besides the surfaces. Values are windows of Hounsfield units, not tissues:
/// contrast in a vessel and thin bone look alike.
enum class VolumeLook { None, Bone, Vessels, Muscle, Skin };
inline constexpr std::array kVolumeLooks{VolumeLook::None, VolumeLook::Bone, VolumeLook::Vessels,
                                         VolumeLook::Muscle, VolumeLook::Skin};

/// "Surfaces only", "Bone" …; translated.
[[nodiscard]] QString lookName(VolumeLook look);

/// One point of a transfer function; straight lines between them, the first and last go on.
struct LookPoint {
    double hu = 0;
    QColor colour;
    double opacity = 0;  ///< 0..1 for a way of one millimetre.
};
/// Rising in HU; empty for None.
[[nodiscard]] std::vector<LookPoint> pointsOf(VolumeLook look);

/// What draws it: rays on the processor, or the graphics card.
enum class VolumeMethod { Processor, Card };
/// By the renderer's name: a card that is only played by the processor is slower than the
/// processor's own way (2 s against 0.13 s a picture for a whole neck under llvmpipe).
[[nodiscard]] VolumeMethod methodFor(const GlSupport& support);

}  // namespace nodewise::render
