/// agreement.h: how far two outlines of the same thing lie apart.
#pragma once
#include "annotation/label_map.h"
#include "base/job_control.h"
#include <array>
#include <vector>

namespace nodewise {

/// A piece of surface and how far it lies from the other surface.
struct SurfaceDistance {
    double distanceMm = 0;
    double size = 0;  ///< mm², or mm on grids of one plane.
};

/// Two masks held against each other. Value type. With an empty mask there is no distance to it:
/// such distances are infinite, means over nothing are NaN; never 0.
class Agreement {
public:
    /// Both lists in rising order of distance.
    Agreement(std::array<std::size_t, 3> voxels, std::vector<SurfaceDistance> fromFirst,
              std::vector<SurfaceDistance> fromSecond);

    /// 2 |A and B| / (|A| + |B|) by voxels; NaN when both are empty.
    [[nodiscard]] double dice() const;
    /// |A and B| / |A or B|; NaN when both are empty.
    [[nodiscard]] double jaccard() const;
    /// Mean over the surface of the first (0) or second (1) mask of the distance to the other, mm.
    [[nodiscard]] double averageMm(std::size_t from) const;
    /// The larger of the two directed distances at a percentile of the surface, mm; 100 is the
    /// Hausdorff distance.
    [[nodiscard]] double hausdorffMm(double percent = 100) const;
    /// Share of the surface of one mask within a distance of the other.
    [[nodiscard]] double overlap(std::size_t from, double toleranceMm) const;
    /// The same over both surfaces together (surface Dice).
    [[nodiscard]] double surfaceDice(double toleranceMm) const;

private:
    std::array<std::size_t, 3> m_voxels;  ///< First, second, both.
    std::array<std::vector<SurfaceDistance>, 2> m_from;
};

/// Surface pieces lie between eight (in one plane four) voxels that are not alike; each weighs by
/// the area of the marching-cubes surface there, and its distance is that of the piece's middle to
/// the nearest such middle of the other mask. The border of the volume counts as surface. After
/// Nikolov et al., J Med Internet Res 2021;23:e26151 (surface Dice at a tolerance).
/// Errors: GridMismatch, Cancelled. Thread-safe.
[[nodiscard]] Result<Agreement> agreementOf(const LabelMap& first, LabelValue firstLabel,
                                            const LabelMap& second, LabelValue secondLabel,
                                            JobControl& job);

}  // namespace nodewise
