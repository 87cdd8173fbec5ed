/// vertebra.h: one vertebra from C3 down, cut by a slice.
#pragma once
#include "synthesis/plan.h"
#include <array>
#include <cstddef>

namespace nodewise::synthesis {

// Middle heights of the discs C2/3 … C7/T1 and below (anatomy note).
inline constexpr std::array kDiscs{18.0F,  -3.0F,  -23.5F,  -43.0F, -61.0F,
                                   -78.5F, -97.0F, -116.5F, -137.0F};
static_assert(kDiscs.size() == kDiscCount);

/// Half height of a disc as it is worn.
[[nodiscard]] float halfDisc(const CasePlan& plan, std::size_t disc);

/// The bone's outline about a disc, and how far its middle is lifted: beside it the hooks of the
/// lower vertebra rise.
struct DiscPlace {
    float outline, lift;
};
[[nodiscard]] DiscPlace discPlace(float ax, float y);

/// Canal of the spine: flat in front, its back corner round; wider at the atlas.
[[nodiscard]] float canalAt(float ax, float y, float z);

/// The two walls of the canal behind, as they go on to the sides: 0 at the canal, larger outside.
[[nodiscard]] float canalSide(float ax, float y);

/// Height of a facet joint against its middle: it sinks towards the back, and turns from facing
/// inward at the top to facing outward.
[[nodiscard]] float jointRise(float ax, float y, std::size_t disc);
inline constexpr float kJointCosine = 0.74F, kHalfJointGap = 0.4F;

/// `dense`: of the arch, whose inside is denser than the body's.
struct BoneDistance {
    float mm;
    bool dense;
};

class VertebraCut {
public:
    /// `level` 0 is C3. `artery`: where the vertebral arteries run, right and left.
    VertebraCut(const CasePlan& plan, std::size_t level, float z,
                const std::array<std::array<float, 2>, 2>& artery);

    [[nodiscard]] BoneDistance at(float x, float y) const;

    /// Nothing of it lies further up or down.
    [[nodiscard]] static bool reaches(std::size_t level, float z);

private:
    [[nodiscard]] float body(float ax, float x, float y) const;
    [[nodiscard]] float pillar(float ax, float y, std::size_t side) const;
    [[nodiscard]] float lamina(float ax, float y) const;
    [[nodiscard]] float joints(float d, float ax, float y) const;
    [[nodiscard]] float spinous(float x, float y) const;
    [[nodiscard]] float pedicle(float ax, float y) const;
    [[nodiscard]] float process(float ax, float y, std::size_t side) const;
    [[nodiscard]] float longProcess(float ax, float y) const;

    std::size_t m_level;
    float m_u = 0, m_half = 0;  ///< Height above the body's middle; half the body's height.
    float m_upperJoint = 0, m_lowerJoint = 0;
    float m_spinousTip = 0, m_spinousX = 0;
    float m_nearTop = 0, m_nearEnd = 0;  ///< 1 at the end plates, 0 from 5 mm on.
    DiscWear m_above, m_below;
    std::array<std::array<float, 2>, 2> m_hole{};
    std::array<float, 2> m_pillarSize{};
};

}  // namespace nodewise::synthesis
