#include "coarse_necks.h"
#include "synthesis/innocent_nodes.h"
#include "synthesis/neck_levels.h"
#include "synthesis/slice_painter.h"
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

using namespace nodewise;
using namespace nodewise::synthesis;

namespace {

/// Mouth and throat in voxels of 1 mm, without noise.
Recipe throat(std::uint32_t seed) {
    Recipe recipe = smallRecipe(seed);
    recipe.scanner.columns = 220;
    recipe.scanner.pixelMm = 1;
    recipe.scanner.slices = 40;
    recipe.scanner.sliceMm = 2;
    recipe.scanner.topMm = 78;
    recipe.scanner.noiseHu = recipe.scanner.streakHu = 0;
    recipe.scanner.kernelSigmaMm = 0.5;
    recipe.patient.yawDeg = recipe.patient.tiltDeg = recipe.patient.asymmetry = 0;
    return recipe;
}

/// Labels and HU of a volume, asked by voxel.
struct Look {
    SliceStack stack;
    std::vector<std::vector<std::uint16_t>> labels;
    VolumePtr volume;
    int columns;

    /// Without HU only labels are drawn.
    explicit Look(const Recipe& recipe, bool withHu = true)
        : stack(regularStack(recipe))
        , columns(recipe.scanner.columns) {
        NullJobControl job;
        const auto scene = sceneOf(recipe);
        SlicePainter painter(*scene);
        labels.resize(static_cast<std::size_t>(recipe.scanner.slices));
        for (int k = 0; k < recipe.scanner.slices; ++k)
            painter.label(stack.planeFrom({0, 0, k}), labels[static_cast<std::size_t>(k)]);
        if (withHu)
            volume = *renderVolume(recipe, job, 2);
    }
    [[nodiscard]] Part part(VoxelIndex at) const {
        const auto label =
            labels[static_cast<std::size_t>(at.k)][static_cast<std::size_t>(at.j * columns + at.i)];
        return label < SlicePainter::kFirstPartLabel
                   ? Part::None
                   : partOf(static_cast<PartSide>(label - SlicePainter::kFirstPartLabel));
    }
    template <class Visit>
    void each(Part wanted, Visit&& visit) const {
        for (int k = 0; k < static_cast<int>(labels.size()); ++k)
            for (int j = 0; j < columns; ++j)
                for (int i = 0; i < columns; ++i)
                    if (part({i, j, k}) == wanted)
                        visit(VoxelIndex{i, j, k}, stack.place({i, j, k}));
    }
};

double mean(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) /
           std::max<double>(1, static_cast<double>(values.size()));
}

constexpr std::array<std::uint32_t, 3> kSeeds{3, 11, 29};

}  // namespace

class TestSoftTissue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theTongueHasAFattySeptum();
    void theMylohyoidHangsFromJawToHyoid();
    void bothTonsilsLieInTheirBeds();
    void thePalatePartsNoseAndThroat();
    void theBackWallOfTheThroatIsThin();
    void musclesDifferInHu();
    void olderMusclesHoldMoreFat();
    void aPersonHasInnocentNodes();
    void noInnocentNodeLiesByOneInQuestion();
    void innocentNodesAreLabelled();
};

void TestSoftTissue::theTongueHasAFattySeptum() {
    // Between 20 and 50 mm above the hyoid the midline is darker than the tongue beside it.
    for (const std::uint32_t seed : kSeeds) {
        Recipe recipe = throat(seed);
        recipe.patient.ageYears = 60;
        const Look look(recipe);
        // The middle of the tongue of each row is where the septum is sought.
        std::map<std::pair<int, int>, std::array<double, 2>> rows;
        const auto hold = [&](VoxelIndex v, const PointLps& p) {
            if (p.z < 24 || p.z > 50)
                return;
            auto& row = rows.try_emplace({v.k, v.j}, std::array{1e9, -1e9}).first->second;
            row = {std::min(row[0], p.x), std::max(row[1], p.x)};
        };
        look.each(Part::Tongue, hold);
        look.each(Part::Genioglossus, hold);
        std::vector<double> middle, beside;
        const auto gather = [&](VoxelIndex v, const PointLps& p) {
            const auto row = rows.find({v.k, v.j});
            if (row == rows.end() || row->second[1] - row->second[0] < 16)
                return;
            const double off = std::fabs(p.x - 0.5 * (row->second[0] + row->second[1]));
            (off < 1.6 ? middle : beside).push_back(look.volume->value(v));
            if (off > 1.6 && (off < 4 || off > 9))
                beside.pop_back();
        };
        look.each(Part::Tongue, gather);
        look.each(Part::Genioglossus, gather);
        QVERIFY(middle.size() > 200 && beside.size() > 400);
        QVERIFY2(
            mean(middle) < mean(beside) - 12,
            qPrintable(
                QStringLiteral("seed %1: %2, %3").arg(seed).arg(mean(middle)).arg(mean(beside))));
    }
}

void TestSoftTissue::theMylohyoidHangsFromJawToHyoid() {
    for (const std::uint32_t seed : kSeeds) {
        const Look look(throat(seed), false);
        std::vector<PointLps> jaw, hyoid;
        look.each(Part::Mandible, [&](VoxelIndex v, const PointLps& p) {
            // Its inner face is enough.
            if (p.z < 46 && v.k % 2 == 0 && look.part({v.i, v.j + 1, v.k}) != Part::Mandible)
                jaw.push_back(p);
        });
        look.each(Part::Hyoid, [&](VoxelIndex, const PointLps& p) { hyoid.push_back(p); });
        const auto nearest = [](const std::vector<PointLps>& all, const PointLps& p) {
            double best = 1e9;
            for (const PointLps& q : all)
                best = std::min(best, length(q - p));
            return best;
        };
        std::array<double, 2> toJaw{1e9, 1e9}, toHyoid{1e9, 1e9};
        look.each(Part::Mylohyoid, [&](VoxelIndex v, const PointLps& p) {
            if (v.k % 2 != 0)
                return;
            const std::size_t side = p.x > 0 ? 1 : 0;
            toJaw[side] = std::min(toJaw[side], nearest(jaw, p));
            toHyoid[side] = std::min(toHyoid[side], nearest(hyoid, p));
        });
        for (const std::size_t side : {std::size_t{0}, std::size_t{1}}) {
            QVERIFY2(toJaw[side] < 2.3, qPrintable(QString::number(toJaw[side])));
            QVERIFY2(toHyoid[side] < 5.5, qPrintable(QString::number(toHyoid[side])));
        }
    }
}

void TestSoftTissue::bothTonsilsLieInTheirBeds() {
    // 0.6 to 5 ml each, 15 to 35 mm high, beside the throat and not the same size.
    double differ = 0;
    for (const std::uint32_t seed : kSeeds) {
        Recipe recipe = throat(seed);
        recipe.patient.asymmetry = 1;
        const Look look(recipe, false);
        std::array<double, 2> volume{}, low{1e9, 1e9}, high{-1e9, -1e9};
        look.each(Part::Tonsil, [&](VoxelIndex, const PointLps& p) {
            const std::size_t side = p.x > 0 ? 1 : 0;
            volume[side] += 2;
            low[side] = std::min(low[side], p.z);
            high[side] = std::max(high[side], p.z);
        });
        for (const std::size_t side : {std::size_t{0}, std::size_t{1}}) {
            QVERIFY2(volume[side] > 600 && volume[side] < 5000,
                     qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(volume[side])));
            QVERIFY(high[side] - low[side] > 12 && high[side] - low[side] < 38);
        }
        differ = std::max(differ, std::fabs(volume[0] - volume[1]) / (volume[0] + volume[1]));
    }
    QVERIFY(differ > 0.02);
}

void TestSoftTissue::thePalatePartsNoseAndThroat() {
    // In the midline, between the hard palate and 10 mm below it, soft palate lies before the gas.
    for (const std::uint32_t seed : kSeeds) {
        const Look look(throat(seed), false);
        std::map<int, double> palateBack, gasFront;
        look.each(Part::SoftPalate, [&](VoxelIndex v, const PointLps& p) {
            if (p.z > 56 && p.z < 68 && std::fabs(p.x) < 4 && p.y > -60)
                palateBack.try_emplace(v.k, -1e9).first->second =
                    std::max(palateBack.try_emplace(v.k, -1e9).first->second, p.y);
        });
        look.each(Part::Airway, [&](VoxelIndex v, const PointLps& p) {
            if (p.z > 56 && p.z < 68 && std::fabs(p.x) < 4 && p.y > -46)
                gasFront.try_emplace(v.k, p.y).first->second =
                    std::min(gasFront.try_emplace(v.k, p.y).first->second, p.y);
        });
        QVERIFY2(palateBack.size() >= 5 && gasFront.size() >= 4,
                 qPrintable(QStringLiteral("seed %1: %2, %3")
                                .arg(seed)
                                .arg(palateBack.size())
                                .arg(gasFront.size())));
        int behind = 0;
        for (const auto& [k, y] : gasFront)
            behind += palateBack.count(k) != 0 && y > palateBack[k] - 5 ? 1 : 0;
        QVERIFY(2 * behind > static_cast<int>(gasFront.size()));
    }
}

void TestSoftTissue::theBackWallOfTheThroatIsThin() {
    // From gas to prevertebral muscle or spine, 12 to 40 mm above the hyoid, off the midline.
    for (const std::uint32_t seed : kSeeds) {
        const Look look(throat(seed), false);
        std::map<std::pair<int, int>, int> lastGas;
        look.each(Part::Airway, [&](VoxelIndex v, const PointLps& p) {
            if (p.z > 12 && p.z < 40 && std::fabs(p.x) < 6 && p.y > -48) {
                int& last = lastGas[{v.k, v.i}];
                last = std::max(last, v.j);
            }
        });
        std::vector<double> walls;
        for (const auto& [at, j] : lastGas) {
            int wall = 0;
            while (wall < 15 &&
                   look.part({at.second, j + 1 + wall, at.first}) == Part::PharyngealWall)
                ++wall;
            walls.push_back(wall);
        }
        QVERIFY(walls.size() > 40);
        QVERIFY2(mean(walls) > 1 && mean(walls) < 4.5,
                 qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(mean(walls))));
    }
}

void TestSoftTissue::musclesDifferInHu() {
    // Means of ten muscles spread by 2 to 10 HU, and more than noise explains (none is drawn).
    for (const std::uint32_t seed : {3U, 11U}) {
        Recipe recipe = throat(seed);
        recipe.patient.ageYears = 45;
        const Look look(recipe);
        std::vector<double> means;
        for (const Part part :
             {Part::Sternocleidomastoid, Part::LevatorScapulae, Part::SpleniusCapitis,
              Part::SemispinalisCapitis, Part::Masseter, Part::MedialPterygoid, Part::LongusColli,
              Part::DigastricPosterior, Part::ObliquusCapitis, Part::Trapezius}) {
            std::vector<double> inner;
            look.each(part, [&](VoxelIndex v, const PointLps&) {
                for (const int d : {-2, 2})
                    if (look.part({v.i + d, v.j, v.k}) != part ||
                        look.part({v.i, v.j + d, v.k}) != part)
                        return;
                inner.push_back(look.volume->value(v));
            });
            if (inner.size() > 60)
                means.push_back(mean(inner));
        }
        QVERIFY(means.size() >= 6);
        const double middle = mean(means);
        double square = 0;
        for (const double m : means)
            square += (m - middle) * (m - middle);
        const double spread = std::sqrt(square / static_cast<double>(means.size() - 1));
        QVERIFY2(spread > 2 && spread < 10, qPrintable(QString::number(spread)));
    }
}

void TestSoftTissue::olderMusclesHoldMoreFat() {
    // Semispinalis and multifidus of the same person at 30 and at 85.
    std::array<double, 2> means{};
    for (const bool old : {false, true}) {
        Recipe recipe = throat(11);
        recipe.patient.ageYears = old ? 85 : 30;
        const Look look(recipe);
        std::vector<double> values;
        for (const Part part : {Part::SemispinalisCapitis, Part::Multifidus})
            look.each(part, [&](VoxelIndex v, const PointLps&) {
                values.push_back(look.volume->value(v));
            });
        means[old ? 1 : 0] = mean(values);
    }
    QVERIFY2(means[1] < means[0] - 6,
             qPrintable(QStringLiteral("%1, %2").arg(means[0]).arg(means[1])));
}

void TestSoftTissue::aPersonHasInnocentNodes() {
    // At least five a side in the middle of twenty people, 3 to 8 mm across, in levels I to V.
    std::vector<int> counts;
    int all = 0, named = 0;
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const Recipe recipe = wholeNeck(seed);
        const auto scene = sceneOf(recipe);
        std::array<int, 2> sides{};
        for (const InnocentNode& node : scene->plan.innocentNodes) {
            QVERIFY(2 * node.radii[1] >= 3 && 2 * node.radii[1] <= 8.01F);
            ++sides[node.centre[0] > 0 ? 1 : 0];
            const float height = scene->warp.patientHeight(node.centre[2]);
            const auto at = scene->warp.patient(node.centre[0], node.centre[1], height);
            const auto level = levelAt(*scene, {at[0], at[1], height});
            ++all;
            // A few lie in the gaps that the levels leave between them.
            named += level.has_value() ? 1 : 0;
        }
        counts.insert(counts.end(), sides.begin(), sides.end());
    }
    QVERIFY2(named > 0.85 * all, qPrintable(QStringLiteral("%1 of %2").arg(named).arg(all)));
    std::sort(counts.begin(), counts.end());
    QVERIFY2(counts[20] >= 5 && counts.front() >= 2,
             qPrintable(QStringLiteral("%1, %2").arg(counts[20]).arg(counts.front())));
}

void TestSoftTissue::noInnocentNodeLiesByOneInQuestion() {
    // Every voxel of an innocent node is 5 mm or more from any voxel of a node in question.
    for (const std::uint32_t seed : {7U, 8U, 9U}) {
        Recipe recipe = wholeNeck(seed);
        recipe.nodes = {nodeInFat()};
        const Look look(recipe, false);
        std::vector<PointLps> question;
        for (int k = 0; k < static_cast<int>(look.labels.size()); ++k)
            for (int j = 0; j < look.columns; ++j)
                for (int i = 0; i < look.columns; ++i) {
                    const auto label = look.labels[static_cast<std::size_t>(k)]
                                                  [static_cast<std::size_t>(j * look.columns + i)];
                    if (label > 0 && label < SlicePainter::kFirstPartLabel)
                        question.push_back(look.stack.place({i, j, k}));
                }
        QVERIFY(!question.empty());
        look.each(Part::InnocentNode, [&](VoxelIndex, const PointLps& p) {
            for (const PointLps& q : question)
                QVERIFY(length(q - p) > 5);
        });
    }
}

void TestSoftTissue::innocentNodesAreLabelled() {
    Recipe recipe = throat(3);
    recipe.scanner.topMm = 30;
    recipe.scanner.slices = 60;
    const Look with(recipe, false);
    int voxels = 0;
    with.each(Part::InnocentNode, [&](VoxelIndex, const PointLps&) { ++voxels; });
    QVERIFY2(voxels > 60, qPrintable(QString::number(voxels)));
    recipe.distractors.smallNodes = 0;
    int without = 0;
    Look(recipe, false).each(Part::InnocentNode, [&](VoxelIndex, const PointLps&) { ++without; });
    QCOMPARE(without, 0);
}

QTEST_APPLESS_MAIN(TestSoftTissue)
#include "tst_soft_tissue.moc"
