/// margin.h: how sharp the edge of a node is, from sigmoids fitted along its normals.
#pragma once
#include "geometry/triangle_mesh.h"
#include "measure/node_region.h"
#include "measure/node_surface.h"
#include "measure/series_facts.h"
#include <optional>
#include <vector>

namespace nodewise::measure {

/// What became of a line through the margin.
enum class RayFate {
    Fitted,          ///< An edge was fitted.
    NoEdge,          ///< Free tissue on both sides, but no edge: indistinct.
    MeetsStructure,  ///< Runs into other tissue before it has seen free tissue: not counted.
    MeetsNode,       ///< The same with another node.
    TooShort,        ///< The node is too thin here, or the volume ends: not counted.
    TooCoarse        ///< Two voxels along it are longer than the line: not counted.
};

/// One line through the margin: HU along the outward normal, and the fitted edge.
struct MarginProfile {
    PointLps place;         ///< On the surface.
    VectorLps normal;       ///< Outward.
    bool fitted = false;    ///< False: no edge was found (step too small, or the fit fails).
    double widthMm = 0;     ///< 10-90 % width of the fitted sigmoid, the scanner's blur taken out.
    double rawWidthMm = 0;  ///< The same with the scanner's blur in it.
    double leastWidthMm = 0;  ///< A width this small cannot be told from none.
    double stepHu = 0;        ///< Inside minus outside.
    double shiftMm = 0;       ///< Fitted edge, outward of the mask's surface.
    RayFate fate = RayFate::NoEdge;
    bool indistinct = false;  ///< Counted, and wider than its line or without edge.
};

struct MarginMeasurement {
    double widthMedianMm = 0, widthP90Mm = 0;
    double leastWidthMm =
        0;              ///< Median of the least width that can be told; narrower ones read so.
    double stepHu = 0;  ///< Median over the fitted profiles.
    double indistinctFraction =
        0;  ///< Share of the surface wider than `indistinctWidthMm`, or without edge.
    double indistinctWidthMm = 0;            ///< The line used, a function of spacing.
    double rawWidthMedianMm = 0;             ///< As the picture shows it, the scanner's blur in it.
    std::optional<double> blurSdMm;          ///< Median of what was taken out; absent when unknown.
    std::size_t rays = 0, excludedRays = 0;  ///< All, and those that met another structure or node.
    std::optional<PointLps> widest;          ///< Centre of the widest part.
    TriangleMesh surface;                    ///< Smoothed surface of the node, for the 3-D view.
    std::vector<float> widthMm;  ///< One a vertex of `surface`; NaN where nothing was fitted.
    std::vector<MarginProfile> profiles;  ///< One a vertex of `surface`.
};

/// Samples of a profile round `place`: HU at -5 … +5 mm along the normal, in steps of 0.25 mm.
struct ProfileCurve {
    std::vector<double> mm, hu, fitted;
};

struct MarginResult {
    std::optional<MarginMeasurement> margin;
    std::optional<Gap> gap;
};

/// Definition: Xu, Napel, Greenspan et al., Med Phys 2012;39:5405 (sigmoid orthogonal to the
/// margin: intensity difference and sharpness). Lines that run into another node or a structure are
/// counted as excluded, not as indistinct. With `facts` the scanner's own blur is taken out of the
/// width in quadrature; a quarter of what blurs the picture is the least width told. A line is
/// indistinct when its width is above max(2.5 mm, 1.1 x the spacing along it, 1.5 x the width of
/// the scanner's blur along it), or without a known blur above max(2.5 mm, 2.2 x the spacing).
/// Errors: Cancelled. Thread-safe.
[[nodiscard]] Result<MarginResult> measureMargin(const NodeRegion& region,
                                                 const NodeSurface& surface,
                                                 const SeriesFacts* facts, unsigned threads,
                                                 JobControl& job);
/// The same with its own surface, the blur unknown.
[[nodiscard]] Result<MarginResult> measureMargin(const NodeRegion& region, JobControl& job);

/// The curve behind one profile, for the plot "through the margin".
[[nodiscard]] ProfileCurve curveOf(const NodeRegion& region, const MarginProfile& profile);

}  // namespace nodewise::measure
