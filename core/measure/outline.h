/// outline.h: the outline of a mask in one plane, finer than its voxels, and lengths across it.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

namespace nodewise::measure {

/// A place in a plane, mm from the centre of its first pixel.
struct PlanePoint {
    double u = 0, v = 0;
};

/// A plane of pixels, u fastest.
struct PlaneMask {
    int width = 0, height = 0;
    double spacingU = 1, spacingV = 1;
    std::vector<std::uint8_t> inside;
};

/// The mask after a Gaussian of 0.6 pixel in both directions, on a plane with a rim of kPlaneRim
/// pixels all round. Its 0.5 level keeps areas and takes away the steps of half a pixel; parts one
/// pixel wide keep their centres inside.
constexpr int kPlaneRim = 3;
struct PlaneField {
    int width = 0, height = 0;
    double spacingU = 1, spacingV = 1;
    std::vector<float> value;

    [[nodiscard]] float at(int i, int j) const {
        return value[static_cast<std::size_t>(j) * static_cast<std::size_t>(width) +
                     static_cast<std::size_t>(i)];
    }
    /// Place of pixel (i, j) of the field in the plane of the mask.
    [[nodiscard]] PlanePoint place(double i, double j) const {
        return {(i - kPlaneRim) * spacingU, (j - kPlaneRim) * spacingV};
    }
};
[[nodiscard]] PlaneField smoothPlane(const PlaneMask& mask);

/// Closed loops of the 0.5 level (marching squares, straight between pixels), the inside to the
/// left hand; longest first.
[[nodiscard]] std::vector<std::vector<PlanePoint>> outlinesOf(const PlaneField& field);

/// Corners of the convex hull, counter-clockwise, without points on its edges.
[[nodiscard]] std::vector<PlanePoint> convexHull(std::vector<PlanePoint> points);

/// The two corners of a hull that lie farthest apart. @pre at least two corners.
[[nodiscard]] std::array<PlanePoint, 2> farthestPair(const std::vector<PlanePoint>& hull);

/// The full width of a hull at right angles to a line: its two ends, drawn where the hull is
/// widest.
[[nodiscard]] std::array<PlanePoint, 2> widthAcross(const std::vector<PlanePoint>& hull,
                                                    const std::array<PlanePoint, 2>& line);

[[nodiscard]] double distance(PlanePoint a, PlanePoint b);

}  // namespace nodewise::measure
