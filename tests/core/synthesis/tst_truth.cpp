#include "small_recipes.h"
#include "synthesis/render.h"
#include "synthesis/scene.h"
#include "synthesis/slice_painter.h"
#include "synthesis/truth.h"
#include "synthesis/tumour_growth.h"
#include <QtTest>
#include <algorithm>
#include <array>
#include <cmath>

using namespace nodewise;
using namespace nodewise::synthesis;

namespace {

Recipe with(NodeRecipe node, Recipe recipe = fineRecipe()) {
    recipe.nodes.push_back(std::move(node));
    return recipe;
}

NodeRecipe muscleNode() {
    NodeRecipe node = nodeInFat();
    node.level = Level::IIa;
    node.offsetMm = {3, 2, -6};
    node.radiiMm = {9, 8, 10};
    node.push = 0.5;
    node.extension = extensionOf(8);
    node.extension->direction = {1, 0.5, 0};
    node.extension->into = "sternocleidomastoid";
    node.expect = Grade::G3;
    return node;
}

QString problem(const Result<SyntheticTruth>& truth) {
    return truth ? QString() : QString::fromStdString(truth.error().detail);
}

}  // namespace

class TestTruth : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void extensionHasTheDepthAskedFor_data();
    void extensionHasTheDepthAskedFor();
    void gradeIsTheOneAskedFor_data();
    void gradeIsTheOneAskedFor();
    void refusesAnotherGradeThanTheFieldsGive();
    void thinExtensionIsPathologyOnly();
    void moreNoiseMakesABorderCase();
    void strandsAloneAreNoExtension();
    void fatIsScoredAsItLooks();
    void closedPlaneIsContact();
    void invadedMuscleIsNamed();
    void growthThatCannotBeSeenStaysTheMuscles();
    void twoNodesThatMeetAreOne();
    void extensionStaysOutOfWalls();
    void masksDoNotChangeWithNoise();
    void sizesAreThoseOfTheCapsule();
    void smallNodeKeepsItsSize();
    void labelsCarryNames();
};

void TestTruth::extensionHasTheDepthAskedFor_data() {
    QTest::addColumn<double>("depth");
    for (const double depth : {1.0, 1.8, 3.0, 5.0, 6.5})
        QTest::addRow("%.1f mm", depth) << depth;
}

void TestTruth::extensionHasTheDepthAskedFor() {
    QFETCH(double, depth);
    NodeRecipe node = nodeInFat();
    node.extension = extensionOf(depth);
    NullJobControl job;
    const auto scene = makeScene(with(node), job, 0);
    QVERIFY(scene.has_value());
    const PlacedNode& placed = (*scene)->nodes.front();
    // Measured anew on the finished field, 0.25 mm apart.
    const auto& c = placed.body.centre;
    const float reach = placed.reach();
    float deepest = 0;
    for (float z = c[2] - reach; z < c[2] + reach; z += 0.25F)
        for (float y = c[1] - reach; y < c[1] + reach; y += 0.25F)
            for (float x = c[0] - reach; x < c[0] + reach; x += 0.25F)
                if (nodeAt(placed, (*scene)->tile, x, y, z) < 0)
                    deepest = std::max(deepest, capsuleAt(placed, (*scene)->tile, x, y, z));
    QVERIFY2(std::fabs(deepest - depth) < 0.3, qPrintable(QString::number(deepest)));
}

void TestTruth::gradeIsTheOneAskedFor_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("no extension") << 0;
    QTest::newRow("into fat") << 1;
    QTest::newRow("into muscle") << 3;
}

void TestTruth::gradeIsTheOneAskedFor() {
    QFETCH(int, kind);
    NodeRecipe node = kind == 3 ? muscleNode() : nodeInFat();
    if (kind == 1)
        node.extension = extensionOf(5);
    node.expect = static_cast<Grade>(kind);
    NullJobControl job;
    const auto truth = makeTruth(with(node), job);
    QVERIFY2(truth.has_value(), qPrintable(problem(truth)));
    const NodeTruth& n = truth->truth.nodes.front();
    QCOMPARE(static_cast<int>(n.grade), kind);
    double sum = 0;
    for (const double share : n.distribution)
        sum += share;
    QVERIFY(std::fabs(sum - 1) < 1e-9);
    QCOMPARE(n.pene, kind == 0 ? PathologicalEne::None : PathologicalEne::Macro);
    QCOMPARE(n.fat == PerinodalFat::Extended, kind != 0);
    QVERIFY(n.necrosis && !n.cystic && !n.hilum);
}

void TestTruth::fatIsScoredAsItLooks() {
    Recipe recipe = fineRecipe();
    recipe.scanner.noiseHu = recipe.scanner.streakHu = 0;
    recipe.distractors = {0, 0};
    NullJobControl job;
    const auto scene = makeScene(recipe, job, 0);
    QVERIFY(scene.has_value());
    const std::array slices{4, 12, 20};
    const auto drawn = renderSlices(recipe, slices, job);
    const SliceStack stack = regularStack(recipe);
    SlicePainter painter(**scene);
    std::vector<std::uint16_t> labels;
    std::vector<double> fat;
    const auto n = static_cast<std::size_t>(recipe.scanner.columns);
    for (std::size_t s = 0; s < slices.size(); ++s) {
        painter.label(stack.planeFrom({0, 0, slices[s]}), labels);
        for (std::size_t p = 4 * n; p + 4 * n < labels.size(); ++p) {
            // 2 mm from everything that has a name, so not the air either.
            bool alone = (*drawn)[s][p] > -300;
            for (const std::size_t q : {p - 4, p + 4, p - 4 * n, p + 4 * n, p})
                alone = alone && labels[q] == 0 && (*drawn)[s][q] > -300;
            if (alone)
                fat.push_back((*drawn)[s][p]);
        }
    }
    QVERIFY(fat.size() > 5000);
    std::sort(fat.begin(), fat.end());
    double mean = 0;
    for (const double v : fat)
        mean += v / static_cast<double>(fat.size());
    const double spread = (fat[fat.size() * 841 / 1000] - fat[fat.size() * 159 / 1000]) / 2;
    qInfo("fat: mean %.1f HU, spread %.1f HU", mean, spread);
    QVERIFY2(std::fabs(mean - kFatMeanHu) < 6, qPrintable(QString::number(mean)));
    QVERIFY2(std::fabs(spread - kFatTextureHu) < 5, qPrintable(QString::number(spread)));
}

void TestTruth::refusesAnotherGradeThanTheFieldsGive() {
    NodeRecipe node = nodeInFat();
    node.expect = Grade::G1;  // but nothing extends
    NullJobControl job;
    const auto truth = makeTruth(with(node), job);
    QVERIFY(!truth.has_value());
    QCOMPARE(truth.error().code, ErrorCode::TruthInconsistent);
    QVERIFY(truth.error().detail.find("node-1") != std::string::npos);
    QVERIFY(truth.error().detail.find("G0") != std::string::npos);
}

void TestTruth::thinExtensionIsPathologyOnly() {
    NodeRecipe node = nodeInFat();
    node.extension = extensionOf(0.9);
    node.expect = Grade::G0;
    NullJobControl job;
    const auto truth = makeTruth(with(node), job);
    QVERIFY2(truth.has_value(), qPrintable(problem(truth)));
    const NodeTruth& n = truth->truth.nodes.front();
    QCOMPARE(n.pene, PathologicalEne::Micro);
    QCOMPARE(n.grade, Grade::G0);
    QVERIFY(n.peneDepthMm > 0.6 && n.peneDepthMm < 1.2);
}

void TestTruth::moreNoiseMakesABorderCase() {
    NodeRecipe node = nodeInFat();
    node.extension = extensionOf(5);
    node.expect = Grade::G1;
    Recipe recipe = with(node);
    NullJobControl job;
    const auto calm = makeTruth(recipe, job);
    QVERIFY2(calm.has_value(), qPrintable(problem(calm)));
    QCOMPARE(calm->truth.nodes.front().distribution[1], 1.0);
    // Thresholds moved so that this extension falls between them.
    recipe.visibility.seenFrom = 10;
    recipe.visibility.clearFrom = 200;
    recipe.nodes.front().expect = Grade::G0;
    const auto border = makeTruth(recipe, job);
    QVERIFY2(border.has_value(), qPrintable(problem(border)));
    const double share = border->truth.nodes.front().distribution[1];
    QVERIFY2(share > 0.02 && share < 0.5, qPrintable(QString::number(share)));
    // The same thresholds, more noise: less is seen, pathology stays.
    recipe.scanner.noiseHu = 20;
    const auto noisy = makeTruth(recipe, job);
    QVERIFY(noisy.has_value());
    QVERIFY(noisy->truth.nodes.front().distribution[1] < share);
    QCOMPARE(noisy->truth.nodes.front().pene, PathologicalEne::Macro);
}

void TestTruth::strandsAloneAreNoExtension() {
    NodeRecipe node = nodeInFat();
    node.reaction = {200, 60, {0, 1, 0}, 80, 4, false};
    NullJobControl job;
    const auto truth = makeTruth(with(node), job);
    QVERIFY2(truth.has_value(), qPrintable(problem(truth)));
    const NodeTruth& n = truth->truth.nodes.front();
    QCOMPARE(n.grade, Grade::G0);
    QCOMPARE(n.pene, PathologicalEne::None);
    QCOMPARE(n.fat, PerinodalFat::Stranded);
    // Yet they are there to be seen: the fat behind the node is denser than without them.
    const auto mean = [&](const Recipe& recipe) {
        const auto volume = renderVolume(recipe, job);
        double sum = 0;
        for (double dz = -4; dz <= 4; dz += 1)
            for (double dx = -4; dx <= 4; dx += 1)
                for (double dy = 10; dy <= 14; dy += 1)
                    sum += (*volume)->sample(n.centre + VectorLps{dx, dy, dz});
        return sum / (9 * 9 * 5);
    };
    QVERIFY(mean(with(node)) > mean(with(nodeInFat())) + 4);
}

void TestTruth::closedPlaneIsContact() {
    NodeRecipe node = nodeInFat();
    node.level = Level::III;
    node.offsetMm = {0, 0, 30};
    node.radiiMm = {8, 6.5, 8};
    node.contact = "sternocleidomastoid";
    node.closePlaneMm = 2.2;
    NullJobControl job;
    Recipe recipe = fineRecipe();
    recipe.scanner.topMm = 24;
    const auto truth = makeTruth(with(node, recipe), job);
    QVERIFY2(truth.has_value(), qPrintable(problem(truth)));
    const NodeTruth& n = truth->truth.nodes.front();
    QCOMPARE(n.grade, Grade::G0);
    QCOMPARE(n.adjacency, Adjacency::Contact);
    QCOMPARE(n.structure, std::string("sternocleidomastoid_left"));
    QCOMPARE(n.structureKind, StructureKind::Muscle);
}

void TestTruth::invadedMuscleIsNamed() {
    NullJobControl job;
    const auto truth = makeTruth(with(muscleNode()), job);
    QVERIFY2(truth.has_value(), qPrintable(problem(truth)));
    const NodeTruth& n = truth->truth.nodes.front();
    QCOMPARE(n.adjacency, Adjacency::Invaded);
    QCOMPARE(n.structure, std::string("sternocleidomastoid_left"));
}

/// So much noise that the same growth is lost in it: nobody would outline it, pathology stays.
void TestTruth::growthThatCannotBeSeenStaysTheMuscles() {
    Recipe recipe = with(muscleNode());
    NullJobControl job;
    const auto seen = makeTruth(recipe, job);
    QVERIFY2(seen.has_value(), qPrintable(problem(seen)));
    QVERIFY(seen->fields.front().hidden.empty());
    recipe.visibility.seenFrom = 1000;
    recipe.visibility.clearFrom = 2000;
    recipe.nodes.front().expect = Grade::G0;
    const auto lost = makeTruth(recipe, job);
    QVERIFY2(lost.has_value(), qPrintable(problem(lost)));
    const auto& hidden = lost->fields.front().hidden;
    const double voxel = lost->labels.geometry().voxelVolumeMm3();
    QVERIFY(std::fabs(static_cast<double>(hidden.size()) * voxel - lost->fields.front().targetMm3) <
            voxel);
    const LabelValue muscle = lost->labels.labelNamed("sternocleidomastoid_left").value_or(0);
    std::size_t moved = 0;
    for (const VoxelIndex& v : hidden) {
        QVERIFY(lost->labels.at(v) != lost->truth.nodes.front().label);
        moved += lost->labels.at(v) == muscle && seen->labels.at(v) == 1 ? 1 : 0;
    }
    QVERIFY(muscle != 0 && moved > hidden.size() * 9 / 10);
    QVERIFY(lost->truth.nodes.front().shortAxisMm < seen->truth.nodes.front().shortAxisMm + 0.01);
    QCOMPARE(lost->truth.nodes.front().pene, PathologicalEne::Macro);
}

void TestTruth::twoNodesThatMeetAreOne() {
    Recipe recipe = fineRecipe();
    NodeRecipe one = nodeInFat(), two = nodeInFat();
    one.radiiMm = two.radiiMm = {6, 6, 6};
    two.id = "node-2";
    one.offsetMm = {0, 0, -4};
    two.offsetMm = {0, 1, -17};
    one.extension = extensionOf(4);
    one.extension->direction = {0, 0, -1};
    one.extension->with = {"node-2"};
    two.extension = extensionOf(4);
    two.extension->direction = {0, 0, 1};
    two.extension->with = {"node-1"};
    one.expect = two.expect = Grade::G2;
    recipe.nodes = {one, two};
    NullJobControl job;
    const auto truth = makeTruth(recipe, job);
    QVERIFY2(truth.has_value(), qPrintable(problem(truth)));
    for (const NodeTruth& n : truth->truth.nodes)
        QVERIFY(n.grade == Grade::G2 && n.coalescence);
}

void TestTruth::extensionStaysOutOfWalls() {
    NullJobControl job;
    for (const bool intoMuscle : {false, true}) {
        NodeRecipe node = intoMuscle ? muscleNode() : nodeInFat();
        if (!intoMuscle)
            node.extension = extensionOf(6);
        const auto scene = makeScene(with(node), job, 0);
        QVERIFY(scene.has_value());
        const PlacedNode& placed = (*scene)->nodes.front();
        QVERIFY(placed.growth->fatMm3 > 15);
        float target = 0;
        for (const auto& [part, mm3] : placed.growth->entered) {
            QCOMPARE(static_cast<PartSide>(part), placed.target);
            target = mm3;
        }
        QCOMPARE(target > 15, intoMuscle);
    }
}

void TestTruth::masksDoNotChangeWithNoise() {
    NodeRecipe node = nodeInFat();
    node.extension = extensionOf(5);
    node.expect = Grade::G1;
    Recipe recipe = with(node);
    NullJobControl job;
    const auto first = makeTruth(recipe, job, 1);
    recipe.scanner.noiseSeed = 99;
    recipe.scanner.noiseHu = 12;
    const auto second = makeTruth(recipe, job, 2);
    QVERIFY(first && second);
    QVERIFY(std::ranges::equal(first->labels.labels(), second->labels.labels()));
    QCOMPARE(first->truth.nodes.front().longAxisMm, second->truth.nodes.front().longAxisMm);
    QCOMPARE(first->truth.nodes.front().pene, second->truth.nodes.front().pene);
}

void TestTruth::sizesAreThoseOfTheCapsule() {
    NodeRecipe node = nodeInFat();
    node.kind = NodeKind::Cystic;
    NullJobControl job;
    const auto truth = makeTruth(with(node), job);
    QVERIFY2(truth.has_value(), qPrintable(problem(truth)));
    const NodeTruth& n = truth->truth.nodes.front();
    // Half axes 7.5 × 8 × 10 mm, bumps of up to 0.9 mm and half a pixel on each side.
    QVERIFY2(std::fabs(n.longAxisMm - 16) < 2.2, qPrintable(QString::number(n.longAxisMm)));
    QVERIFY2(std::fabs(n.shortAxisMm - 15) < 2.2, qPrintable(QString::number(n.shortAxisMm)));
    QVERIFY2(std::fabs(n.greatestMm - 20) < 3, qPrintable(QString::number(n.greatestMm)));
    QVERIFY(n.shortAxisMm <= n.longAxisMm && n.longAxisMm <= n.greatestMm);
    QVERIFY(n.cystic && !n.necrosis);
}

void TestTruth::smallNodeKeepsItsSize() {
    NodeRecipe node = nodeInFat();
    node.kind = NodeKind::Solid;
    node.radiiMm = {2.5, 2.5, 3};
    NullJobControl job;
    const auto truth = makeTruth(with(node), job);
    QVERIFY2(truth.has_value(), qPrintable(problem(truth)));
    QVERIFY(truth->truth.nodes.front().shortAxisMm > 3.5);
    QVERIFY(truth->truth.nodes.front().longAxisMm < 7.5);
}

void TestTruth::labelsCarryNames() {
    NullJobControl job;
    const auto truth = makeTruth(with(nodeInFat()), job);
    QVERIFY(truth.has_value());
    QCOMPARE(truth->labels.labelNamed("node-1"), std::optional<LabelValue>(1));
    for (const char* name :
         {"sternocleidomastoid_left", "sternocleidomastoid_right", "internal_jugular_vein_left",
          "submandibular_gland_right", "mandible", "cervical_spine", "airway"})
        QVERIFY2(truth->labels.labelNamed(name).has_value(), name);
    QVERIFY(truth->labels.geometry().sameGridAs(gridOf(fineRecipe())));
}

QTEST_APPLESS_MAIN(TestTruth)
#include "tst_truth.moc"
