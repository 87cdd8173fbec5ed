/// insert_places.h: where in a real neck a node can be painted, and which one.
#pragma once
#include "node_insert.h"

namespace nodewise::tests {

/// Draws plans for places in the fat of a real neck between two heights.
class InsertDraw {
public:
    InsertDraw(const CtVolume& image, double lowZ, double highZ)
        : m_image(image)
        , m_lowZ(lowZ)
        , m_highZ(highZ) {}

    /// Nothing when the lot finds no room for its node.
    std::optional<InsertPlan> draw(std::uint32_t seed) const {
        CohortDice dice(seed);
        InsertPlan plan;
        const double aim = dice.between(0, 1);  // 0.4 none, then 0.2 each, as in the cohort
        plan.kind = aim < 0.1   ? InsertKind::Neighbour
                    : aim < 0.4 ? InsertKind::Alone
                    : aim < 0.6 ? InsertKind::IntoFat
                    : aim < 0.8 ? InsertKind::Matted
                                : InsertKind::IntoMuscle;
        plan.radiusMm = dice.between(5.5, plan.kind == InsertKind::IntoMuscle ? 9 : 8);
        plan.flat = dice.between(0.75, 1);
        plan.tall = dice.between(1, 1.3);
        plan.poseRad = dice.between(-0.8, 0.8);
        plan.hu = dice.between(80, 110);
        plan.rimMm = dice.chance(0.4) ? dice.between(1.5, 2.5) : 0;
        plan.waveShare = dice.chance(0.3) ? dice.between(0.02, 0.05) : 0;
        plan.hazeHu = dice.chance(0.5) ? dice.between(10, 60) : 0;
        plan.phase = dice.between(0, 6.28);
        plan.halfAngle = dice.between(0.8, 1.3);
        plan.gapMm = plan.kind == InsertKind::Matted ? dice.between(-1, 1) : dice.between(2.5, 4);
        plan.depthMm =
            plan.kind == InsertKind::IntoFat ? dice.between(2.5, 8) : dice.between(5, 10);
        for (int attempt = 0; attempt < 4000; ++attempt) {
            plan.at = somewhere(dice);
            const double turn = dice.between(0, 6.283);
            plan.towards = {std::cos(turn), std::sin(turn), 0};
            if (fits(plan))
                return plan;
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] PointLps somewhere(CohortDice& dice) const {
        const auto& grid = m_image.geometry();
        const auto& dims = grid.dims();
        PointLps p = grid.toPatient(VoxelIndex{dims[0] / 8 + dice.below(3 * dims[0] / 4),
                                               dims[1] / 8 + dice.below(3 * dims[1] / 4), 0});
        p.z = dice.between(m_lowZ, m_highZ);
        return p;
    }

    [[nodiscard]] double hu(PointLps p) const {
        const auto v = m_image.geometry().nearestVoxel(p);
        return m_image.geometry().contains(v) ? static_cast<double>(m_image.value(v)) : -1000;
    }
    [[nodiscard]] bool isFat(PointLps p) const { return hu(p) > -160 && hu(p) < -50; }
    [[nodiscard]] bool isMuscle(PointLps p) const { return hu(p) > -10 && hu(p) < 120; }

    /// Share of a ball that is fat; less than nothing where air or bone comes near.
    [[nodiscard]] double fatShare(PointLps centre, double radius) const {
        int fat = 0, all = 0;
        for (double z = -radius; z <= radius; z += 2.5)
            for (double y = -radius - 3; y <= radius + 3; y += 1.5)
                for (double x = -radius - 3; x <= radius + 3; x += 1.5) {
                    const PointLps p{centre.x + x, centre.y + y, centre.z + z};
                    const double value = hu(p);
                    if (value < -250 || value > 220)
                        return -1;
                    if (x * x + y * y + z * z > radius * radius)
                        continue;
                    ++all;
                    fat += isFat(p) ? 1 : 0;
                }
        return all > 0 ? static_cast<double>(fat) / all : 0;
    }

    [[nodiscard]] bool fits(const InsertPlan& plan) const {
        if (!isFat(plan.at))
            return false;
        const PointLps ahead = plan.at + plan.towards * (plan.radiusMm + 4);
        switch (plan.kind) {
        case InsertKind::Alone:
            return fatShare(plan.at, plan.radiusMm) > 0.75;
        case InsertKind::IntoFat:
            return fatShare(plan.at, plan.radiusMm) > 0.75 && fatShare(ahead, 4) > 0.8;
        case InsertKind::IntoMuscle:
            return fatShare(plan.at, plan.radiusMm) > 0.5 && muscleAhead(plan);
        case InsertKind::Neighbour:
        case InsertKind::Matted:
            return fatShare(plan.at, plan.radiusMm) > 0.75 &&
                   fatShare(plan.at + plan.towards * (2 * plan.radiusMm * plan.flat + plan.gapMm),
                            plan.radiusMm) > 0.75;
        }
        return false;
    }

    /// From the capsule on there are 7 mm of muscle.
    [[nodiscard]] bool muscleAhead(const InsertPlan& plan) const {
        for (double mm = 1.5; mm <= 8; mm += 1)
            if (!isMuscle(plan.at + plan.towards * (plan.radiusMm * plan.flat + mm)))
                return false;
        return true;
    }

    const CtVolume& m_image;
    double m_lowZ, m_highZ;
};

}  // namespace nodewise::tests
