/// skull_model.h: skull base with brain, upper jaw with palate and sinuses, ears.
#pragma once
#include "synthesis/chain.h"
#include "synthesis/plan.h"

namespace nodewise::synthesis {

struct SkullDistances {
    float bone;    ///< Occiput, clivus, temporal bone, palate, walls of the sinuses.
    float cavity;  ///< Posterior fossa with the foramen magnum.
    float sinus;   ///< Air of the maxillary sinuses.
    float brain;   ///< Cerebellum and brain stem.
};

/// Distances in mm at a point of the straight neck; meaningful above kSkullFloor.
[[nodiscard]] SkullDistances skullAt(float x, float y, float z);

inline constexpr float kSkullFloor = 44;  ///< Nothing of the skull lies below, mm.

/// Outside this box every distance is more than 6 mm.
struct SkullBox {
    static constexpr float x0 = -72, x1 = 72, y0 = -100, y1 = 92;
};

/// Adds alveolar arch, upper teeth, soft palate, nose, styloid, zygoma and ears of a slice.
void cutSkull(SliceAnatomy& out, const CasePlan& plan, float z);

}  // namespace nodewise::synthesis
