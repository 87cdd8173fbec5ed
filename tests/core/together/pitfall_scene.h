/// pitfall_scene.h: a node in fat and what can be mistaken for ENE beside it, painted by a formula.
#pragma once
#include "cohort.h"
#include <QtGlobal>
#include <functional>

namespace nodewise::tests {

/// What a test changes. Places in mm; the node is a ball about (30, 0, 0), the other side lies at
/// negative x. Everything is seen through a blur of half a millimetre and 8 HU of noise.
struct PitfallScene {
    using At = std::function<bool(PointLps)>;

    double radiusMm = 8;
    double sliceMm = 1.25;
    double fatHu = -100;
    double noiseHu = 8;
    std::function<std::optional<double>(PointLps)> inside;  ///< HU within the node, where given.
    std::function<std::optional<double>(PointLps)> around;  ///< HU of the fat, where given.
    At grown;                                               ///< Tumour beyond the ball.
    At other;                                               ///< A second node.
    At structure;                                           ///< A neighbouring structure …
    double structureHu = 60;
    std::string structureName = "sternocleidomastoid_left";
    measure::SeriesFacts facts;

    static PointLps centre() { return {30, 0, 0}; }
    [[nodiscard]] double fromNode(PointLps p) const { return distance(p, centre()) - radiusMm; }
    [[nodiscard]] bool node(PointLps p) const { return fromNode(p) <= 0 || (grown && grown(p)); }

    [[nodiscard]] double hu(PointLps p) const {
        if (node(p)) {
            if (inside)
                if (const auto own = inside(p))
                    return *own;
            return 95;
        }
        if (other && other(p))
            return 95;
        if (structure && structure(p))
            return structureHu;
        if (around)
            if (const auto own = around(p))
                return *own;
        return fatHu;
    }

    [[nodiscard]] GridGeometry grid() const {
        const int slices = static_cast<int>(60 / sliceMm);
        return GridGeometry::axisAligned({200, 110, slices}, {0.6, 0.6, sliceMm},
                                         {-59.7, -32.7, -0.5 * (slices - 1) * sliceMm});
    }

    [[nodiscard]] VolumePtr picture() const {
        const GridGeometry geometry = grid();
        CohortDice dice(12345);
        CtVolume::FloatVoxels voxels(geometry.voxelCount());
        for (std::size_t at = 0; at < voxels.size(); ++at) {
            const PointLps p = geometry.toPatient(geometry.indexOf(at));
            double sum = 0;
            for (const double x : {-0.5, 0.0, 0.5})
                for (const double y : {-0.5, 0.0, 0.5})
                    for (const double z : {-0.3, 0.3})
                        sum += hu({p.x + x, p.y + y, p.z + z * sliceMm});
            // Near enough normal: the sum of four even draws.
            double noise = -2;
            for (int n = 0; n < 4; ++n)
                noise += dice.between(0, 1);
            voxels[at] = static_cast<float>(sum / 18 + noiseHu * 1.73 * noise);
        }
        return *CtVolume::create(geometry, std::move(voxels));
    }

    /// 1 the node, 2 the other node, 7 the structure.
    [[nodiscard]] LabelMap labels() const {
        LabelMap map = LabelMap::empty(grid());
        for (std::size_t at = 0; at < map.geometry().voxelCount(); ++at) {
            const VoxelIndex v = map.geometry().indexOf(at);
            const PointLps p = map.geometry().toPatient(v);
            if (node(p))
                map.set(v, 1);
            else if (other && other(p))
                map.set(v, 2);
            else if (structure && structure(p))
                map.set(v, 7);
        }
        map.setName(1, "node-1");
        if (other)
            map.setName(2, "node-2");
        if (structure)
            map.setName(7, structureName);
        return map;
    }

    /// Contrast was given and the two sides mirror each other, unless a test says otherwise.
    static measure::SeriesFacts usualFacts() {
        measure::SeriesFacts facts;
        facts.phase = measure::ContrastPhase::Enhanced;
        facts.mirror = measure::MirrorPlane{{0, 0, 0}, {1, 0, 0}, 0.9};
        facts.blur = measure::ScannerBlur{0.45, 0.4, true, 100};
        facts.noiseHu = 8;
        facts.fatHu = -100;
        facts.softTissueHu = 60;
        return facts;
    }

    [[nodiscard]] AssessedNode assess(const evidence::PatientContext& patient = {}) const {
        NullJobControl job;
        measure::MeasureOptions how;
        how.facts = &facts;
        auto measured = measure::measureNode(*picture(), labels(), 1, nullptr, how, job);
        if (!measured)
            qFatal("%s", measured.error().detail.c_str());
        AssessedNode out{std::move(*measured), {}};
        out.evidence = evidence::assessNode(out.measured, patient);
        return out;
    }
};

inline PitfallScene pitfallScene() {
    PitfallScene scene;
    scene.facts = PitfallScene::usualFacts();
    return scene;
}

}  // namespace nodewise::tests
