/// neck_levels.h: which level of the neck a place belongs to, by the boundaries of the consensus of
/// 2014 (Grégoire et al., Radiother Oncol 110:172) read off this patient's own anatomy.
#pragma once
#include "geometry/point.h"
#include "synthesis/scene.h"
#include "terms/terms.h"
#include <optional>

namespace nodewise::synthesis {

/// Edges at one height of the straight neck, left side, mm.
struct LevelEdges {
    float veinBack = 0;                ///< y of the back of the internal jugular vein.
    float arteryInner = 0;             ///< x of the inner edge of internal or common carotid.
    float glandBack = 0;               ///< y of the back of the submandibular gland.
    float bellyX = 0;                  ///< x of the anterior belly of the digastric.
    float strapFront = 0;              ///< y of the front of the strap muscles.
    float scmFront = 0;                ///< y of the front of the sternocleidomastoid.
    std::array<float, 2> scmBack{};    ///< Its back end.
    std::array<float, 2> trapezius{};  ///< Front end of the trapezius.
    float parotid = 0;                 ///< Distance of the place to the parotid gland.
};

/// The level of a place of the patient; nothing for places in no level (larynx, deep nape, outside
/// the body). The side is the sign of x. Thread-safe.
[[nodiscard]] std::optional<Level> levelAt(const Scene& scene, const PointLps& place);

}  // namespace nodewise::synthesis
