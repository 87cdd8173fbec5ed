/// node_painter.h: paints a planned node into a real CT and says what is so.
#pragma once
#include "annotation/reference_truth.h"
#include "node_insert.h"

namespace nodewise::tests {

/// A real picture with a painted node.
struct InsertedNode {
    VolumePtr image;
    LabelMap labels;      ///< 1 the node, 2 its partner.
    LabelMap structures;  ///< 1 muscle: soft tissue of the real picture, found before painting.
    NodeTruth truth;
    double fatScore = 0, muscleScore = 0;
};

/// Paints at 1/3 pixel and 1/6 slice, blurred in the plane as the scanner did. What is added is the
/// node's HU less the smoothed picture, so the real noise stays. The truth follows the generator's
/// rule (core/synthesis/extension_truth.h): Rose's ratio of the largest area beyond the capsule by
/// more than the picture resolves.
class NodePainter {
public:
    NodePainter(const CtVolume& real, const measure::SeriesFacts& facts, const InsertPlan& plan)
        : m_real(real)
        , m_plan(plan)
        , m_place(real, 24 + plan.radiusMm * 2, plan.at)
        , m_shape(m_plan, m_place)
        , m_blurMm(facts.blur ? facts.blur->inPlaneSdMm : 0.8)
        , m_cover(voxels())
        , m_sum(voxels())
        , m_one(voxels()) {}

    InsertedNode paint() {
        walk();
        InsertedNode out{
            nullptr, LabelMap::empty(m_real.geometry()), LabelMap::empty(m_real.geometry()), {}, 0,
            0};
        label(out);
        blur(m_cover);
        blur(m_sum);
        out.image = picture();
        judge(out);
        return out;
    }

private:
    static constexpr int kAcross = 3, kAlong = 6;
    static constexpr double kFatSpread = 22.5, kMuscleSpread = 14.5;  // robust SDs of this series

    [[nodiscard]] std::size_t voxels() const {
        const auto& s = m_place.size();
        return static_cast<std::size_t>(s[0]) * static_cast<std::size_t>(s[1]) *
               static_cast<std::size_t>(s[2]);
    }
    [[nodiscard]] VoxelIndex inVolume(int i, int j, int k) const {
        const auto& low = m_place.low();
        return {low[0] + i, low[1] + j, low[2] + k};
    }

    void walk() {
        const auto& size = m_place.size();
        m_fatArea.assign(static_cast<std::size_t>(size[2]), 0);
        m_muscleArea = m_fatArea;
        std::size_t to = 0;
        for (int k = 0; k < size[2]; ++k)
            for (int j = 0; j < size[1]; ++j)
                for (int i = 0; i < size[0]; ++i, ++to)
                    walkVoxel(inVolume(i, j, k), k, to);
    }

    void walkVoxel(VoxelIndex at, int slice, std::size_t to) {
        const GridGeometry& grid = m_place.grid();
        constexpr double kWhole = kAcross * kAcross * kAlong;
        for (int n = 0; n < kAcross * kAcross * kAlong; ++n) {
            const double x = (n % kAcross + 0.5) / kAcross - 0.5,
                         y = (n / kAcross % kAcross + 0.5) / kAcross - 0.5,
                         z = (n / (kAcross * kAcross) + 0.5) / kAlong - 0.5;
            const PointLps p = grid.toPatient(ContinuousIndex{at.i + x, at.j + y, at.k + z});
            const int body = m_shape.bodyAt(p);
            if (body == 0) {
                m_sum[to] += static_cast<float>(m_shape.hazeAt(p) / kWhole);
                continue;
            }
            m_cover[to] += static_cast<float>(1 / kWhole);
            m_sum[to] += static_cast<float>((m_shape.huAt(p, body) - m_place.hu(p)) / kWhole);
            if (body == 1) {
                m_one[to] += static_cast<float>(1 / kWhole);
                addBeyond(p, slice);
            }
        }
    }

    /// Extension by tissue; only what the picture resolves counts for the area.
    void addBeyond(PointLps p, int slice) {
        const double out = m_shape.beyond(p);
        if (out <= 0 || !m_shape.grown(p))
            return;
        const auto& s = m_place.grid().spacing();
        const double part = 1.0 / (kAcross * kAcross * kAlong);
        const bool muscle = m_place.muscle(p);
        (muscle ? m_muscleMm3 : m_fatMm3) += s[0] * s[1] * s[2] * part;
        if (out > 2.3548 * m_blurMm)
            (muscle ? m_muscleArea : m_fatArea)[static_cast<std::size_t>(slice)] +=
                s[0] * s[1] * part;
    }

    void label(InsertedNode& out) const {
        const auto& size = m_place.size();
        std::size_t at = 0;
        for (int k = 0; k < size[2]; ++k)
            for (int j = 0; j < size[1]; ++j)
                for (int i = 0; i < size[0]; ++i, ++at) {
                    const VoxelIndex v = inVolume(i, j, k);
                    if (m_cover[at] >= 0.5F)
                        out.labels.set(v, 2 * m_one[at] >= m_cover[at] ? 1 : 2);
                    else if (m_place.muscle(m_place.grid().toPatient(v)))
                        out.structures.set(v, 1);
                }
        out.labels.setName(1, "node-1");
        out.labels.setName(2, "node-2");
        out.structures.setName(1, "muscle");
    }

    /// In the plane, by the scanner's own blur.
    void blur(std::vector<float>& field) const {
        const auto& size = m_place.size();
        for (int axis = 0; axis < 2; ++axis) {
            const double sd = m_blurMm / m_place.grid().spacing()[static_cast<std::size_t>(axis)];
            const int reach = static_cast<int>(std::ceil(3 * sd));
            std::vector<float> out(field.size(), 0);
            const int step = axis == 0 ? 1 : size[0];
            for (std::size_t at = 0; at < field.size(); ++at) {
                const int along = axis == 0 ? static_cast<int>(at) % size[0]
                                            : static_cast<int>(at) / size[0] % size[1];
                double sum = 0, weights = 0;
                for (int d = -reach; d <= reach; ++d) {
                    if (along + d < 0 || along + d >= size[static_cast<std::size_t>(axis)])
                        continue;
                    const double w = std::exp(-0.5 * d * d / (sd * sd));
                    weights += w;
                    sum +=
                        w * static_cast<double>(
                                field[static_cast<std::size_t>(static_cast<int>(at) + d * step)]);
                }
                out[at] = static_cast<float>(sum / weights);
            }
            field = std::move(out);
        }
    }

    [[nodiscard]] VolumePtr picture() const {
        const GridGeometry& grid = m_real.geometry();
        CtVolume::FloatVoxels hu(grid.voxelCount());
        m_real.visit([&](auto values) {
            for (std::size_t at = 0; at < hu.size(); ++at)
                hu[at] = static_cast<float>(values[at]);
        });
        const auto& size = m_place.size();
        std::size_t from = 0;
        for (int k = 0; k < size[2]; ++k)
            for (int j = 0; j < size[1]; ++j)
                for (int i = 0; i < size[0]; ++i, ++from)
                    hu[grid.offset(inVolume(i, j, k))] += m_sum[from];
        return *CtVolume::create(grid, std::move(hu));
    }

    /// CNR times the root of the area over the area that noise hangs together in.
    [[nodiscard]] double score(const std::vector<double>& areas, double mm3, double tissueHu,
                               double spread, double correlationMm2) const {
        if (mm3 < 15 || m_plan.depthMm < 2 * m_place.grid().spacing()[0])
            return 0;
        const double together = correlationMm2 + 12.566 * (m_blurMm * m_blurMm - 0.25);
        const double area = *std::max_element(areas.begin(), areas.end());
        return std::abs(m_plan.hu - tissueHu) / spread * std::sqrt(area / together);
    }

    void judge(InsertedNode& out) const {
        out.fatScore = score(m_fatArea, m_fatMm3, -108, kFatSpread, 8);
        out.muscleScore = score(m_muscleArea, m_muscleMm3, 34, kMuscleSpread, 5);
        const auto share = [](double s) { return std::clamp((s - 3) / 2, 0.0, 1.0); };
        const double fat = share(out.fatScore), muscle = share(out.muscleScore);
        auto& d = out.truth.distribution;
        d = {1, 0, 0, 0};
        if (m_plan.kind == InsertKind::Matted)
            d = {0, 0, 1, 0};
        else
            d = {1 - std::max(fat, muscle), std::max(fat, muscle) - muscle, 0, muscle};
        out.truth.grade = static_cast<Grade>(std::max_element(d.begin(), d.end()) - d.begin());
        out.truth.label = 1;
        out.truth.centre = m_plan.at;
    }

    const CtVolume& m_real;
    InsertPlan m_plan;
    RealPlace m_place;
    InsertShape m_shape;
    double m_blurMm;
    std::vector<float> m_cover, m_sum, m_one;
    std::vector<double> m_fatArea, m_muscleArea;
    double m_fatMm3 = 0, m_muscleMm3 = 0;
};

}  // namespace nodewise::tests
