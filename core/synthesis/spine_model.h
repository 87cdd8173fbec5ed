/// spine_model.h: vertebrae C1 to T2, discs, canal and cord.
#pragma once
#include "synthesis/vertebra.h"
#include <array>
#include <vector>

namespace nodewise::synthesis {

struct SpineDistances {
    float bone, disc, canal, cord;
    bool dense = false;  ///< The bone is of an arch.
};

/// Places of the vertebral arteries in the straight neck at one height: right, left; x, y.
using ArteryPlaces = std::array<std::array<float, 2>, 2>;
inline constexpr ArteryPlaces kUsualArteries{std::array{-15.9F, -12.5F}, std::array{15.9F, -12.5F}};

/// The spine cut at one height of the straight neck: the foramina lie about the arteries.
class SpineCut {
public:
    SpineCut(const CasePlan& plan, float height, const ArteryPlaces& arteries = kUsualArteries);

    /// Distances in mm; foramina and joint gaps are open.
    [[nodiscard]] SpineDistances at(float x, float y) const;

private:
    [[nodiscard]] float discAt(float ax, float y) const;

    const CasePlan* m_plan;
    float m_z;
    ArteryPlaces m_arteries;
    std::vector<VertebraCut> m_vertebrae;
    std::size_t m_disc;  ///< The nearest.
};

/// Outside this box every distance is more than 6 mm.
struct SpineBox {
    static constexpr float x0 = -52, x1 = 52, y0 = -40, y1 = 52;
};

}  // namespace nodewise::synthesis
