/// node_insert.h: a node painted into a real CT, with its truth by construction.
#pragma once
#include "cohort.h"
#include "measure/series_facts.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

namespace nodewise::tests {

enum class InsertKind { Alone, Neighbour, IntoFat, Matted, IntoMuscle };

/// What is painted; all of it drawn by lot.
struct InsertPlan {
    InsertKind kind = InsertKind::Alone;
    PointLps at;
    double radiusMm = 7, flat = 0.9, tall = 1.1, poseRad = 0;
    double waveShare = 0, waveTurns = 3;  ///< Lobes of the outline.
    double hu = 95, rimMm = 0;            ///< 0: solid.
    double hazeHu = 0;
    VectorLps towards{0, 1, 0};  ///< Of extension, haze or partner.
    double depthMm = 0, halfAngle = 1, gapMm = 0, phase = 0;
};

/// The picture about a place of a real CT, read between its voxels.
class RealPlace {
public:
    RealPlace(const CtVolume& image, double reachMm, PointLps about)
        : m_grid(image.geometry()) {
        const VoxelIndex at = m_grid.nearestVoxel(about);
        for (std::size_t a = 0; a < 3; ++a) {
            const int reach = static_cast<int>(std::ceil(reachMm / m_grid.spacing()[a])) + 1;
            const int middle = std::array{at.i, at.j, at.k}[a];
            m_low[a] = std::max(1, middle - reach);
            m_size[a] = std::min(m_grid.dims()[a] - 2, middle + reach) - m_low[a] + 1;
        }
        m_smooth.resize(static_cast<std::size_t>(m_size[0]) * static_cast<std::size_t>(m_size[1]) *
                        static_cast<std::size_t>(m_size[2]));
        std::size_t to = 0;
        for (int k = 0; k < m_size[2]; ++k)
            for (int j = 0; j < m_size[1]; ++j)
                for (int i = 0; i < m_size[0]; ++i, ++to) {
                    double sum = 0;
                    for (int n = 0; n < 9; ++n)
                        sum += image.value(
                            {m_low[0] + i + n % 3 - 1, m_low[1] + j + n / 3 - 1, m_low[2] + k});
                    m_smooth[to] = static_cast<float>(sum / 9);
                }
    }

    /// Mean of the nine voxels of a slice about a place, between them by trilinear reading.
    [[nodiscard]] double hu(PointLps place) const {
        const auto at = m_grid.toIndex(place);
        const std::array<double, 3> index{at.i, at.j, at.k};
        std::array<int, 3> low{};
        std::array<double, 3> part{};
        for (std::size_t a = 0; a < 3; ++a) {
            const double in = std::clamp(index[a] - m_low[a], 0.0, m_size[a] - 1.001);
            low[a] = static_cast<int>(in);
            part[a] = in - low[a];
        }
        double sum = 0;
        for (int c = 0; c < 8; ++c) {
            const int x = c & 1, y = (c >> 1) & 1, z = c >> 2;
            const double weight = (x != 0 ? part[0] : 1 - part[0]) *
                                  (y != 0 ? part[1] : 1 - part[1]) *
                                  (z != 0 ? part[2] : 1 - part[2]);
            sum += weight * static_cast<double>(m_smooth[static_cast<std::size_t>(
                                ((low[2] + z) * m_size[1] + low[1] + y) * m_size[0] + low[0] + x)]);
        }
        return sum;
    }
    [[nodiscard]] bool muscle(PointLps place) const { return hu(place) > -20; }

    [[nodiscard]] const std::array<int, 3>& low() const { return m_low; }
    [[nodiscard]] const std::array<int, 3>& size() const { return m_size; }
    [[nodiscard]] const GridGeometry& grid() const { return m_grid; }

private:
    const GridGeometry& m_grid;
    std::array<int, 3> m_low{}, m_size{};
    std::vector<float> m_smooth;
};

/// The bodies of a plan as formulas, mm.
class InsertShape {
public:
    InsertShape(const InsertPlan& plan, const RealPlace& place)
        : m_plan(plan)
        , m_place(place) {}

    /// Distance beyond the capsule, negative inside.
    [[nodiscard]] double beyond(PointLps p) const { return beyondOf(p, m_plan.at); }
    [[nodiscard]] PointLps partner() const {
        const double apart = 2 * m_plan.radiusMm * m_plan.flat + m_plan.gapMm;
        return m_plan.at + m_plan.towards * apart;
    }
    [[nodiscard]] bool hasPartner() const {
        return m_plan.kind == InsertKind::Neighbour || m_plan.kind == InsertKind::Matted;
    }

    /// Tumour that left the capsule, wherever it may go.
    [[nodiscard]] bool grown(PointLps p) const {
        if (m_plan.kind != InsertKind::IntoFat && m_plan.kind != InsertKind::IntoMuscle)
            return false;
        const double out = beyond(p);
        if (out <= 0 || out > m_plan.depthMm)
            return false;
        const VectorLps way = normalized(p - m_plan.at);
        const double angle = std::acos(std::clamp(dot(way, m_plan.towards), -1.0, 1.0));
        if (angle > m_plan.halfAngle)
            return false;
        // Fingers: deep ones beside shallow ones, nothing at the rim of the sector.
        const double wave = 0.6 + 0.4 * std::sin(6 * way.x + m_plan.phase) *
                                      std::cos(7 * way.y + 5 * way.z + m_plan.phase);
        const double rim = 1 - angle / m_plan.halfAngle;
        if (out > m_plan.depthMm * wave * std::min(1.0, 2 * rim))
            return false;
        return m_plan.kind == InsertKind::IntoMuscle || !m_place.muscle(p);
    }

    /// 0 nothing, 1 the node, 2 its partner. A capsule gives way to muscle; growth need not.
    [[nodiscard]] int bodyAt(PointLps p) const {
        const bool fat = !m_place.muscle(p);
        if (hasPartner()) {
            const double one = beyond(p), two = beyondOf(p, partner());
            const bool bridge =
                m_plan.kind == InsertKind::Matted && fat && between(p) && one < 4 && two < 4;
            if (fat && (one < 0 || two < 0 || bridge))
                return one <= two ? 1 : 2;
            return 0;
        }
        return (fat && beyond(p) < 0) || grown(p) ? 1 : 0;
    }

    [[nodiscard]] double huAt(PointLps p, int body) const {
        const double in = body == 2 ? -beyondOf(p, partner()) : -beyond(p);
        return m_plan.rimMm > 0 && in > m_plan.rimMm ? 25 : m_plan.hu;
    }

    /// Raised fat about the node, HU; strands and haze.
    [[nodiscard]] double hazeAt(PointLps p) const {
        const double out = beyond(p);
        if (m_plan.hazeHu <= 0 || out <= 0 || out > 8 || m_place.muscle(p))
            return 0;
        const double wave = 0.6 + 0.4 * std::sin(1.3 * p.x + m_plan.phase) * std::cos(1.1 * p.y);
        return m_plan.hazeHu * (1 - out / 8) * wave;
    }

private:
    [[nodiscard]] double beyondOf(PointLps p, PointLps centre) const {
        const VectorLps d = p - centre;
        const double c = std::cos(m_plan.poseRad), s = std::sin(m_plan.poseRad);
        const double x = (c * d.x + s * d.y) / m_plan.radiusMm,
                     y = (c * d.y - s * d.x) / (m_plan.radiusMm * m_plan.flat),
                     z = d.z / (m_plan.radiusMm * m_plan.tall);
        const double q = std::sqrt(x * x + y * y + z * z);
        const double lobes =
            1 + m_plan.waveShare * std::sin(m_plan.waveTurns * std::atan2(y, x) + m_plan.phase);
        return q < 1e-9 ? -m_plan.radiusMm : length(d) * (1 - lobes / q);
    }

    /// Within the cylinder that joins the two nodes.
    [[nodiscard]] bool between(PointLps p) const {
        const VectorLps way = partner() - m_plan.at;
        const double along = dot(p - m_plan.at, way) / dot(way, way);
        return along > 0 && along < 1 &&
               distance(p, m_plan.at + way * along) < 0.7 * m_plan.radiusMm;
    }

    const InsertPlan& m_plan;
    const RealPlace& m_place;
};

}  // namespace nodewise::tests
