/// spine_model.h: vertebrae C1 to T1, discs, canal and cord.
#pragma once
#include "synthesis/plan.h"

namespace nodewise::synthesis {

struct SpineDistances {
    float bone, disc, canal, cord;
};

/// Distances in mm at a point of the straight neck; foramina and joint gaps are open.
[[nodiscard]] SpineDistances spineAt(float x, float y, float z, const CasePlan& plan);

/// Outside this box every distance is more than 6 mm.
struct SpineBox {
    static constexpr float x0 = -52, x1 = 52, y0 = -40, y1 = 52;
};

}  // namespace nodewise::synthesis
