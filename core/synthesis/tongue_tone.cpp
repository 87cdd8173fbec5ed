#include "synthesis/tongue_tone.h"
#include "synthesis/noise_field.h"
#include <cmath>
#include <cstddef>

namespace nodewise::synthesis {

namespace {

constexpr float kLow = 8, kHigh = 70;
constexpr float kSpineY = -88, kSpineZ = 26;  ///< Mental spine, from where the fascicles fan out.

/// 1 at 0, 0 from 1 on.
float bell(float t) {
    return 1 - smoothStep(0, 1, t < 0 ? -t : t);
}

struct Tongue {
    const NoiseTile& tile;
    float fat, sway;

    [[nodiscard]] float at(float x, float y, float z) const {
        const float u = x - sway * tile.at(y / 22, z / 22, 0.5F, 311);
        // The septum: a sheet in the midline that thins to the tip and to the back, open in places.
        const float whole =
            smoothStep(-82, -72, y) * smoothStep(-47, -54, y) * smoothStep(66, 58, z);
        const float open = 0.55F + 0.45F * smoothStep(-0.25F, 0.15F, tile.at(y / 9, z / 9, 0, 312));
        float hu = -(62 + 46 * fat) * bell(u / 2.1F) * whole * open;
        // Fat gathers between the muscles of the root.
        const float root = bell(u / 13) * bell((y + 58) / 17) * smoothStep(50, 38, z);
        hu -= (8 + 30 * fat) * root * (0.6F + 1.2F * tile.at(x / 8, y / 8, z / 8, 313));
        // Fascicles rise in a fan from the spine: sheets along its rays, parallel to the midline.
        const float dy = y - kSpineY, dz = z - kSpineZ, r = std::sqrt(dy * dy + dz * dz) + 1;
        const float ray = angleDeg(dy, dz);
        const float inner = smoothStep(17, 9, std::fabs(x));
        const float fan = ridge(tile.at(x / 3.1F, ray / 26, r / 24, 314));
        hu -= (20 + 34 * fat) * smoothStep(0.55F, 1, fan) * inner * smoothStep(66, 56, z);
        // Above and to the sides the muscles of the tongue itself cross it.
        const float cross = ridge(tile.at(x / 12, r / 2.9F, ray / 40, 315));
        const float edge = 1 - inner * smoothStep(60, 50, z);
        hu -= (14 + 30 * fat) * smoothStep(0.6F, 1, cross) * edge;
        return hu + 9 * tile.at(x / 6, y / 6, z / 6, 316) + 5 * edge;
    }
};

bool ofTongue(Part part) {
    return part == Part::Tongue || part == Part::Genioglossus;
}

}  // namespace

void toneTongue(const Scene& scene, FieldSlice& out) {
    out.toned = out.height > kLow && out.height < kHigh;
    if (!out.toned)
        return;
    const auto& muscle = out.of(Field::Muscle);
    const auto& id = out.idOf(Field::Muscle);
    out.tone.assign(muscle.size(), 0.0F);
    const Tongue tongue{scene.tile, 0.15F + 0.75F * scene.plan.muscleFat, 3};
    for (std::size_t p = 0; p < muscle.size(); ++p)
        if (muscle[p] < 1 && ofTongue(partOf(id[p])))
            out.tone[p] =
                tongue.at(out.pushedX[p] - scene.plan.visceraShiftX, out.pushedY[p], out.height);
}

}  // namespace nodewise::synthesis
