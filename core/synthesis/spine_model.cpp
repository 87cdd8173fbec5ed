#include "synthesis/spine_model.h"
#include "synthesis/noise_field.h"
#include "synthesis/upper_vertebrae.h"
#include <algorithm>
#include <cmath>

namespace nodewise::synthesis {

SpineCut::SpineCut(const CasePlan& plan, float height, const ArteryPlaces& arteries)
    : m_plan(&plan)
    // The larynx stands higher or lower against the spine; skull and chest stay in their places.
    , m_z(height + plan.larynxLevelMm * smoothStep(32, 8, height) * smoothStep(-68, -40, height))
    , m_arteries(arteries)
    , m_disc(0) {
    for (std::size_t level = 0; level + 1 < kDiscs.size(); ++level)
        if (VertebraCut::reaches(level, m_z))
            m_vertebrae.emplace_back(plan, level, m_z, arteries);
    for (std::size_t n = 1; n < kDiscs.size(); ++n)
        if (std::fabs(m_z - kDiscs[n]) < std::fabs(m_z - kDiscs[m_disc]))
            m_disc = n;
}

float SpineCut::discAt(float ax, float y) const {
    const DiscPlace place = discPlace(ax, y);
    const float half = halfDisc(*m_plan, m_disc) + 0.5F;
    return std::max(place.outline, std::fabs(m_z - kDiscs[m_disc] - place.lift) - half);
}

SpineDistances SpineCut::at(float x, float y) const {
    const float ax = std::fabs(x);
    SpineDistances d{kFar, kFar, canalAt(ax, y, m_z), 0};
    const auto keep = [&](const BoneDistance& bone) {
        if (bone.mm < d.bone) {
            d.bone = bone.mm;
            d.dense = bone.dense;
        }
    };
    if (m_z > kAxisFloor && m_z < 64)
        keep({axisAt(x, y, m_z, m_arteries[x > 0 ? 1 : 0], *m_plan), y > -6});
    if (m_z > kAtlasFloor)
        keep({atlasAt(x, y, m_z), y > -2});
    for (const VertebraCut& vertebra : m_vertebrae)
        keep(vertebra.at(x, y));
    if (d.canal < 0.5F)
        d.bone = std::max(d.bone, -d.canal + 0.05F);
    d.disc = std::max(discAt(ax, y), -d.canal);
    d.cord = ellipseDistance(x, y + 1, 6.3F, 4.2F);
    return d;
}

}  // namespace nodewise::synthesis
