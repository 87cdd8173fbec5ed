#include "synthesis/node_survey.h"
#include "synthesis/field_window.h"
#include "synthesis/slice_plane.h"
#include <algorithm>
#include <array>
#include <bitset>
#include <cmath>
#include <cstddef>

namespace nodewise::synthesis {

namespace {

constexpr float kTouchMm = 0.7F;
constexpr float kRounding = 0.6F;  ///< Cell of the growth field: nearer the capsule it may leak.

bool canTouch(Part part) {
    const StructureKind kind = partKind(part);
    return part != Part::None && (kind != StructureKind::Other || part == Part::Mandible);
}

class Surveyor {
public:
    Surveyor(const Scene& scene, std::size_t index, const GridGeometry& grid)
        : m_scene(scene)
        , m_node(scene.nodes[index])
        , m_index(index)
        , m_grid(grid)
        , m_stack{grid, 0}
        , m_pixel(static_cast<float>(grid.spacing()[0]))
        , m_resolved(static_cast<float>(resolutionMm(scene.recipe.scanner)))
        , m_subs(scene.recipe.scanner.sliceMm > 1.5 ? 3 : 1) {}

    NodeSurvey walk() {
        const auto& r = m_node.body.radii;
        const bool extends = m_node.extends();
        const float reach = std::max({r[0], r[1], r[2]}) + 2.5F +
                            (extends ? static_cast<float>(m_node.recipe.extension->depthMm) : 0.0F);
        // Neighbours alone need no slice of less than 2 mm.
        const int step = extends ? 1 : std::max(1, static_cast<int>(2 / m_grid.spacing()[2]));
        for (int k = 0; k < m_grid.dims()[2]; k += step) {
            const SlicePlane plane = m_stack.planeFrom({0, 0, k});
            if (std::fabs(heightAbove(plane)) <= reach)
                walkSlice(plane, reach);
        }
        for (std::size_t part = 1; part < m_touched.size(); ++part)
            if (m_touched[part])
                m_out.contacts.push_back(static_cast<PartSide>(part));
        return m_out;
    }

private:
    /// Of the slice over the node's middle, mm.
    [[nodiscard]] float heightAbove(const SlicePlane& plane) const {
        const auto& c = m_node.body.centre;
        return plane.sine == 0 ? plane.z0 - c[2]
                               : plane.cosine * (plane.z0 - c[2]) - plane.sine * (plane.y0 - c[1]);
    }

    /// The square of the slice that holds the node, on the grid's pixels.
    [[nodiscard]] SliceGrid squareOf(const SlicePlane& plane, float reach) const {
        const auto start = [&](float centre, double from) {
            return static_cast<float>(
                from + std::floor((centre - reach - from) / static_cast<double>(m_pixel)) *
                           static_cast<double>(m_pixel));
        };
        const int side = static_cast<int>(2 * reach / m_pixel) + 2;
        const auto& c = m_node.body.centre;
        const float x = start(c[0], m_grid.origin().x);
        if (plane.sine == 0)
            return {plane.z0, x, start(c[1], m_grid.origin().y), m_pixel, side, side};
        const float middle = plane.cosine * (c[1] - plane.y0) + plane.sine * (c[2] - plane.z0);
        const float down = start(middle, 0);
        return {plane.zAt(down), x, plane.yAt(down), m_pixel, side, side, plane.cosine, plane.sine};
    }

    void walkSlice(const SlicePlane& plane, float reach) {
        const SliceGrid box = squareOf(plane, reach);
        m_box = box;
        m_full.evaluate(m_scene, box, true);
        if (m_node.extends())
            m_bare.evaluate(m_scene, box, false);
        if (m_node.extends() && m_bare.holds(Field::Gland))
            m_bare.evaluateFully();
        m_fatArea = m_targetArea = 0;
        m_arc.reset();
        findAxis();
        for (int j = 0; j < box.rows; ++j)
            for (int i = 0; i < box.columns; ++i) {
                const auto at = box.place(i, j);
                touch(i, j);
                if (m_node.extends()) {
                    extension(i, j, at);
                    wrap(i, j, at);
                }
            }
        m_out.fat.largestAreaMm2 = std::max(m_out.fat.largestAreaMm2, m_fatArea);
        m_out.target.largestAreaMm2 = std::max(m_out.target.largestAreaMm2, m_targetArea);
        m_out.arcDeg = std::max(m_out.arcDeg, 10.0 * static_cast<double>(m_arc.count()));
    }

    [[nodiscard]] VoxelIndex voxelAt(const std::array<float, 3>& at) const {
        const ContinuousIndex c = m_grid.toIndex(
            {static_cast<double>(at[0]), static_cast<double>(at[1]), static_cast<double>(at[2])});
        const auto whole = [](double v) { return static_cast<int>(std::lround(v)); };
        return {whole(c.i), whole(c.j), whole(c.k)};
    }

    /// Muscle, vessel or gland within reach of the node's surface in the finished slice.
    void touch(int i, int j) {
        const float d = m_full.at(Field::Node, i, j);
        if (d > kTouchMm || d < -0.3F || m_full.id(Field::Node, i, j) != m_index)
            return;
        for (const Field f : {Field::Artery, Field::Vein, Field::Gland, Field::Muscle}) {
            const float gap = std::max(d, 0.0F) + std::max(m_full.at(f, i, j), 0.0F);
            if (gap >= kTouchMm)
                continue;
            const PartSide part = m_full.id(f, i, j);
            if (!canTouch(partOf(part)) || part == m_node.target)
                continue;
            m_touched[part] = true;
            if (gap < m_gap) {
                m_gap = gap;
                m_out.nearest = part;
            }
        }
    }

    [[nodiscard]] PartSide bareAt(int i, int j) const {
        for (const Field f : {Field::Artery, Field::Vein, Field::Gland, Field::Bone,
                              Field::Cartilage, Field::Lumen, Field::Mucosa, Field::Muscle})
            if (m_bare.at(f, i, j) < 0)
                return m_bare.id(f, i, j);
        return m_bare.at(Field::Skin, i, j) > -2.5F ? partSide(Part::Skin, true) : PartSide{0};
    }

    /// Share of the slice's thickness with resolvable extension at this place.
    [[nodiscard]] double shown(const std::array<float, 3>& at) const {
        int count = 0;
        for (int s = 0; s < m_subs; ++s) {
            const float off = (static_cast<float>(s) + 0.5F) / static_cast<float>(m_subs) - 0.5F;
            const float up = off * static_cast<float>(m_grid.spacing()[2]);
            const float y = at[1] - m_box.sine * up, z = at[2] + m_box.cosine * up;
            count += capsuleAt(m_node, m_scene.tile, at[0], y, z) > m_resolved &&
                             nodeAt(m_node, m_scene.tile, at[0], y, z) < 0
                         ? 1
                         : 0;
        }
        return static_cast<double>(count) / m_subs;
    }

    void extension(int i, int j, const std::array<float, 3>& at) {
        const float capsule = capsuleAt(m_node, m_scene.tile, at[0], at[1], at[2]);
        const auto depth = static_cast<float>(m_node.recipe.extension->depthMm);
        if (capsule <= -2 || capsule > depth + 2)
            return;
        const double pixel = static_cast<double>(m_pixel);
        const bool outside = capsule > 0 && nodeAt(m_node, m_scene.tile, at[0], at[1], at[2]) < 0;
        const double share = shown(at);
        if (!outside && share <= 0)
            return;
        const PartSide part = bareAt(i, j);
        SeenExtension* seen = part == 0               ? &m_out.fat
                              : part == m_node.target ? &m_out.target
                                                      : nullptr;
        if (!seen) {
            if (outside && capsule > kRounding) {
                m_out.forbiddenMm3 += m_grid.voxelVolumeMm3();
                m_out.forbidden = part;
            }
            return;
        }
        if (share > 0.34)
            (seen == &m_out.fat ? m_fatArea : m_targetArea) += share * pixel * pixel;
        if (outside) {
            seen->volumeMm3 += m_grid.voxelVolumeMm3();
            seen->depthMm = std::max(seen->depthMm, static_cast<double>(capsule));
            seen->depthVoxels = std::max(seen->depthVoxels, voxels(at, capsule));
            if (const VoxelIndex v = voxelAt(at); seen == &m_out.target && m_grid.contains(v))
                m_out.inTarget.push_back(v);
        }
    }

    /// The depth against the voxel's size along the capsule's normal.
    [[nodiscard]] double voxels(const std::array<float, 3>& at, float capsule) const {
        constexpr float kStep = 0.5F;
        double sum = 0, size = 0;
        for (std::size_t a = 0; a < 3; ++a) {
            const VectorLps axis = m_grid.axis(static_cast<int>(a));
            const std::array<float, 3> step{kStep * static_cast<float>(axis.x),
                                            kStep * static_cast<float>(axis.y),
                                            kStep * static_cast<float>(axis.z)};
            auto up = at, down = at;
            for (std::size_t n = 0; n < 3; ++n) {
                up[n] += step[n];
                down[n] -= step[n];
            }
            const auto slope =
                static_cast<double>(capsuleAt(m_node, m_scene.tile, up[0], up[1], up[2]) -
                                    capsuleAt(m_node, m_scene.tile, down[0], down[1], down[2]));
            size += slope * slope;
            sum += slope * slope / (m_grid.spacing()[a] * m_grid.spacing()[a]);
        }
        return size > 0 ? static_cast<double>(capsule) * std::sqrt(sum / size) : 0;
    }

    /// Middle of the target artery in this slice.
    void findAxis() {
        m_hasAxis = false;
        if (!m_node.extends() || m_node.target == 0 ||
            partKind(partOf(m_node.target)) != StructureKind::Artery)
            return;
        double x = 0, y = 0, n = 0;
        for (int j = 0; j < m_box.rows; ++j)
            for (int i = 0; i < m_box.columns; ++i)
                if (m_bare.at(Field::Artery, i, j) < 0 &&
                    m_bare.id(Field::Artery, i, j) == m_node.target) {
                    x += i;
                    y += j;
                    ++n;
                }
        m_hasAxis = n > 0;
        if (m_hasAxis)
            m_axis = {m_box.x0 + m_pixel * static_cast<float>(x / n),
                      m_box.y0 + m_pixel * m_box.cosine * static_cast<float>(y / n)};
    }

    void wrap(int i, int j, const std::array<float, 3>& at) {
        if (!m_hasAxis || std::fabs(m_bare.at(Field::Artery, i, j)) > 1 ||
            m_bare.id(Field::Artery, i, j) != m_node.target || m_full.at(Field::Node, i, j) > 0)
            return;
        const float angle = angleDeg(at[0] - m_axis[0], (at[1] - m_axis[1]) / m_box.cosine) + 180;
        m_arc[static_cast<std::size_t>(std::min(angle / 10, 35.0F))] = true;
    }

    const Scene& m_scene;
    const PlacedNode& m_node;
    std::size_t m_index;
    const GridGeometry& m_grid;
    SliceStack m_stack;
    float m_pixel, m_resolved;
    int m_subs;
    NodeSurvey m_out;
    FieldWindow m_bare, m_full;
    SliceGrid m_box;
    double m_fatArea = 0, m_targetArea = 0;
    float m_gap = kTouchMm;
    std::array<bool, 256> m_touched{};
    std::bitset<36> m_arc;
    std::array<float, 2> m_axis{};
    bool m_hasAxis = false;
};

}  // namespace

double resolutionMm(const ScannerRecipe& scanner) {
    const double pixel = scanner.pixelMm * scanner.pixelMm / 12;
    return 2.3548 * std::sqrt(scanner.kernelSigmaMm * scanner.kernelSigmaMm + pixel);
}

NodeSurvey surveyNode(const Scene& scene, std::size_t index, const GridGeometry& grid) {
    return Surveyor(scene, index, grid).walk();
}

}  // namespace nodewise::synthesis
