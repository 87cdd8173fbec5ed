/// capsule.h: the ellipsoid that a node's capsule would be without what grows out of it.
#pragma once
#include "geometry/point.h"
#include "measure/node_region.h"
#include "measure/node_surface.h"
#include <array>
#include <optional>

namespace nodewise::measure {

/// The ellipsoid that fits the undisturbed part of a node's surface.
struct Capsule {
    PointLps centre;
    std::array<VectorLps, 3> axes;    ///< Unit vectors.
    std::array<double, 3> radiiMm{};  ///< Along them, longest first.
    double residualMm = 0;            ///< SD of the surface about it, where it fits.
    double fittedShare = 0;           ///< Share of the surface that it fits.

    /// The nearest place on the ellipsoid, to a hundredth of a millimetre. @pre not the centre.
    [[nodiscard]] PointLps nearest(PointLps place) const;
    /// Distance outward of it, mm; negative inside.
    [[nodiscard]] double outsideMm(PointLps place) const;
    /// Outward unit normal at a place on it.
    [[nodiscard]] VectorLps normalAt(PointLps onIt) const;
};

/// The capsule as the voxels of a grid see it: most lie so far inside or out that the way to the
/// nearest place on it need not be gone. Thread-safe.
class CapsuleOnGrid {
public:
    CapsuleOnGrid(const Capsule& capsule, const GridGeometry& grid);

    /// Square of the distance from the centre, in units of the capsule's radius that way: 1 on it.
    [[nodiscard]] double squared(int i, int j, int k) const {
        double sum = 0;
        for (std::size_t a = 0; a < 3; ++a) {
            const double part =
                m_first[a] + i * m_steps[0][a] + j * m_steps[1][a] + k * m_steps[2][a];
            sum += part * part;
        }
        return sum;
    }
    /// No voxel with a smaller square lies more than `mm` outside.
    [[nodiscard]] double squareOutside(double mm) const {
        const double scaled = 1 + mm / m_capsule.radiiMm[0];
        return scaled * scaled;
    }
    /// Distance to the capsule to first order (value over slope), mm; positive outside. Good to a
    /// tenth within a quarter of the smallest radius. @pre not the centre.
    [[nodiscard]] double aboutMm(int i, int j, int k) const;

private:
    const Capsule& m_capsule;
    std::array<double, 3> m_first{};
    std::array<std::array<double, 3>, 3> m_steps{};  ///< By grid axis.
};

/// Fits a quadric to the surface by weighted least squares on first-order distances (Taubin 1991),
/// weights falling for what lies outside it (graduated non-convexity), so that a tongue or a bay
/// does not pull it along. Two starts, all of the surface and what lies near the largest ball
/// inside; the one with the smaller residual per fitted share wins. Where neither fits all round, a
/// third start leaves out a cap of 126 degrees, and must lower that figure by a quarter: so a broad
/// bulge on a ball is told from an egg. Nothing for fewer than 30 vertices or when no ellipsoid
/// fits. Thread-safe.
[[nodiscard]] std::optional<Capsule> fitCapsule(const NodeRegion& region,
                                                const NodeSurface& surface);
/// The same from the free part of the surface (1 in `free`, one a vertex), carried on over the
/// rest.
[[nodiscard]] std::optional<Capsule> fitCapsule(const NodeRegion& region,
                                                const NodeSurface& surface,
                                                const std::vector<std::uint8_t>& free);

}  // namespace nodewise::measure
