/// pick.h: the place on a surface under a pixel, without OpenGL.
#pragma once
#include "ui/render/built_scene.h"
#include "ui/render/turntable.h"
#include "ui/render/volume_block.h"
#include "ui/render/volume_look.h"
#include <optional>

namespace nodewise::render {

/// Straight line from the camera, patient mm.
struct PickRay {
    PointLps from;
    VectorLps direction;  ///< Unit length.
};

/// The line through a pixel of a picture of this size; what `Turntable::project` turns round.
[[nodiscard]] PickRay rayThrough(const Turntable& camera, QPointF pixel, QSizeF size);

/// Where the ray first meets a solid surface of the scene; without one, a see-through surface.
/// Nothing when it meets none. Any thread.
[[nodiscard]] std::optional<PointLps> pickPlace(const BuiltScene& scene, const PickRay& ray);

/// Where a ray has lost half of its light in a volume that is drawn with this look. Nothing when it
/// goes through. Any thread.
[[nodiscard]] std::optional<PointLps> pickPlace(const VolumeBlock& block, VolumeLook look,
                                                const PickRay& ray);

}  // namespace nodewise::render
