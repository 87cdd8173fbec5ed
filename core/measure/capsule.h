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

/// Fits a quadric to the surface by weighted least squares on first-order distances (Taubin 1991),
/// weights falling for what lies outside it (graduated non-convexity), so that a tongue or a bay
/// does not pull it along. Two starts, all of the surface and what lies near the largest ball
/// inside; the one with the smaller residual per fitted share wins. A broad, smooth bulge cannot be
/// told from an egg. Nothing for fewer than 30 vertices or when no ellipsoid fits. Thread-safe.
[[nodiscard]] std::optional<Capsule> fitCapsule(const NodeRegion& region,
                                                const NodeSurface& surface);
/// The same from the free part of the surface (1 in `free`, one a vertex), carried on over the
/// rest.
[[nodiscard]] std::optional<Capsule> fitCapsule(const NodeRegion& region,
                                                const NodeSurface& surface,
                                                const std::vector<std::uint8_t>& free);

}  // namespace nodewise::measure
