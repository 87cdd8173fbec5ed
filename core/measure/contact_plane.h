/// contact_plane.h: what the outline of a node meets in one axial plane.
#pragma once
#include "measure/crossing.h"
#include "measure/outline.h"
#include <map>
#include <vector>

namespace nodewise::measure {

/// What one plane shows of one structure.
struct PlaneContact {
    double areaMm2 = 0, lostAreaMm2 = 0, lostMm = 0, arcDeg = 0, raggedMm = 0;
    std::vector<double> steps, fat;   ///< Of the touching places.
    std::vector<PointLps> lostPlane;  ///< The longest lost run.
    std::vector<PointLps> arc;        ///< Touching places of the structure's outline.
    double residualSquares = 0;       ///< Sum of squared distances from the smooth outline.
    std::size_t residuals = 0;
    VectorLps touchSum;
    std::size_t touches = 0;
};

/// Looks at planes of the grid axis that runs most nearly along the patient's z. Thread-safe.
class ContactPlanes {
public:
    explicit ContactPlanes(const NodeRegion& region);

    /// Planes that hold the node, along the axis of the stack.
    [[nodiscard]] int first() const;
    [[nodiscard]] int last() const;
    [[nodiscard]] std::map<LabelValue, PlaneContact> look(int plane) const;
    /// How near counts as touching: a pixel, at least 1 mm.
    [[nodiscard]] double touchMm() const { return m_touchMm; }

private:
    using Loop = std::vector<PlanePoint>;
    using Found = std::map<LabelValue, PlaneContact>;

    [[nodiscard]] double spacing(int axis) const;
    [[nodiscard]] VoxelIndex voxelAt(int u, int v, int w) const;
    [[nodiscard]] PointLps place(PlanePoint p, int w) const;
    [[nodiscard]] PlaneMask maskOf(int w) const;
    [[nodiscard]] VectorLps outward(const Loop& loop, std::size_t n) const;
    void followLoop(const Loop& loop, int w, Found& found) const;
    void addTouch(const Crossing& crossing, PointLps at, double lengthMm, PlaneContact& own) const;
    void keepLongestLoss(const Loop& loop, const std::vector<std::optional<Crossing>>& crossings,
                         int w, LabelValue label, PlaneContact& own) const;
    void addRoughness(const Loop& loop, const std::vector<std::optional<Crossing>>& crossings,
                      LabelValue label, PlaneContact& own) const;
    void addArcs(int w, Found& found) const;
    [[nodiscard]] bool edgeOfStructure(int u, int v, std::size_t at, LabelValue label) const;

    const NodeRegion& m_region;
    RegionSampler m_sampler;
    int m_axis, m_axisU = 0, m_axisV = 1;
    double m_touchMm = 1;
    std::size_t m_stepU = 1, m_stepV = 1;                  ///< Voxels from one to the next.
    int m_lowU = 0, m_lowV = 0, m_highU = 0, m_highV = 0;  ///< The node and a rim, in the plane.
};

}  // namespace nodewise::measure
