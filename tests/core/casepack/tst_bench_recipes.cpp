#include "casepack/bench_recipes.h"
#include "synthesis/dial.h"
#include "synthesis/node_piece.h"
#include "synthesis/render.h"
#include <QTest>

using namespace nodewise;
using namespace nodewise::casepack;

namespace {

constexpr synthesis::PieceExtent kSmall{20, 4};

}  // namespace

class TestBenchRecipes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        auto recipes = benchRecipes();
        QVERIFY(recipes.has_value());
        m_recipes = *std::move(recipes);
        QCOMPARE(m_recipes.size(), std::size_t{4});
    }

    void depthGrowsOverTheWholeDial();
    void theCapsuleStaysWhileTheDepthIsTurned();
    void extensionChangesNothingFarFromIt();
    void aPieceIsTheVolumeItself();
    void thickSlicesHideWhatThinOnesShow();
    void namesAWrongNode();

private:
    std::vector<synthesis::Recipe> m_recipes;
};

/// 0 mm is no extension; from there the depth in the fields follows the dial within half a
/// millimetre, stays in fat, and nothing runs into what it must not enter.
void TestBenchRecipes::depthGrowsOverTheWholeDial() {
    NullJobControl job;
    for (const synthesis::Recipe& recipe : m_recipes) {
        double before = -1;
        for (const double depth : {0.0, 0.5, 1.0, 2.0, 4.0, 7.0, 10.0}) {
            const auto turned = synthesis::withDepth(recipe, kBenchNode, depth);
            QVERIFY(turned.has_value());
            const auto piece = synthesis::makeNodePiece(*turned, kBenchNode, kSmall, job);
            QVERIFY2(piece.has_value(), piece ? "" : piece.error().detail.c_str());
            const NodeTruth& truth = piece->truth;
            QVERIFY2(truth.peneDepthMm > before, qPrintable(QString::number(depth)));
            QVERIFY2(std::abs(truth.peneDepthMm - depth) <= 0.5 + 0.05 * depth,
                     qPrintable(QStringLiteral("seed %1: %2 for %3")
                                    .arg(recipe.seed)
                                    .arg(truth.peneDepthMm)
                                    .arg(depth)));
            QVERIFY(truth.grade == Grade::G0 || truth.grade == Grade::G1);
            QVERIFY((truth.pene == PathologicalEne::None) == (depth < 0.3));
            before = truth.peneDepthMm;
        }
    }
}

void TestBenchRecipes::theCapsuleStaysWhileTheDepthIsTurned() {
    NullJobControl job;
    std::vector<std::size_t> capsules;
    for (const double depth : {0.0, 3.0, 10.0}) {
        const auto turned = synthesis::withDepth(m_recipes[0], kBenchNode, depth);
        const auto piece = synthesis::makeNodePiece(*turned, kBenchNode, {30, 24}, job);
        QVERIFY(piece.has_value());
        capsules.push_back(piece->marks->count(synthesis::kCapsuleMark));
        QCOMPARE(piece->marks->count(synthesis::kBeyondMark) > 0, depth > 0);
    }
    QVERIFY(capsules[0] > 500);
    // Without extension a voxel of border counts to the capsule: 3 %.
    QVERIFY(capsules[1] * 100 > capsules[0] * 90 && capsules[1] <= capsules[0]);
    QCOMPARE(capsules[2], capsules[1]);
}

/// Muscle and fat away from the tumour are those of the same neck without it: nothing but the
/// extension itself gives it away.
void TestBenchRecipes::extensionChangesNothingFarFromIt() {
    NullJobControl job;
    for (const synthesis::Recipe& recipe : m_recipes) {
        const auto piece = synthesis::makeNodePiece(recipe, kBenchNode, {1, 1}, job);
        QVERIFY(piece.has_value());
        const PointLps centre{piece->truth.centre.x, piece->truth.centre.y, piece->place.z};
        const auto without = synthesis::withDepth(recipe, kBenchNode, 0);
        const auto a = synthesis::drawPieceAbout(recipe, centre, {32, 1}, job);
        const auto b = synthesis::drawPieceAbout(*without, centre, {32, 1}, job);
        QVERIFY(a && b);
        const GridGeometry& grid = (*a)->geometry();
        std::size_t far = 0, changed = 0;
        for (std::size_t n = 0; n < grid.voxelCount(); ++n) {
            const VoxelIndex at = grid.indexOf(n);
            if (distance(grid.toPatient(at), centre) < 22)
                continue;
            ++far;
            changed += std::abs((*a)->value(at) - (*b)->value(at)) > 2 ? 1 : 0;
        }
        QVERIFY2(
            changed * 200 < far,
            qPrintable(QStringLiteral("seed %1: %2 of %3").arg(recipe.seed).arg(changed).arg(far)));
    }
}

void TestBenchRecipes::aPieceIsTheVolumeItself() {
    NullJobControl job;
    synthesis::Recipe small = m_recipes[0];
    small.scanner.columns = 256;
    small.scanner.pixelMm = 0.9;
    const auto piece = synthesis::makeNodePiece(small, kBenchNode, kSmall, job);
    QVERIFY(piece.has_value());
    const auto whole = synthesis::renderVolume(small, job);
    QVERIFY(whole.has_value());
    const GridGeometry &part = piece->image->geometry(), &all = (*whole)->geometry();
    for (std::size_t n = 0; n < part.voxelCount(); n += 37) {
        const VoxelIndex there = all.nearestVoxel(part.toPatient(part.indexOf(n)));
        QCOMPARE(piece->image->value(part.indexOf(n)), (*whole)->value(there));
    }
    QVERIFY(part.contains(part.nearestVoxel(piece->place)));
    const auto again = synthesis::drawPieceAbout(
        small, {piece->truth.centre.x, piece->truth.centre.y, piece->place.z}, kSmall, job);
    QVERIFY(again.has_value());
    QCOMPARE((*again)->geometry() == part, true);
}

/// The same 2 mm in the fields, another answer in the picture.
void TestBenchRecipes::thickSlicesHideWhatThinOnesShow() {
    NullJobControl job;
    const auto shown = [&](double sliceMm) {
        synthesis::ScannerDial dial;
        dial.sliceMm = sliceMm;
        const auto scanned = synthesis::withScanner(m_recipes[0], dial);
        const auto turned = synthesis::withDepth(*scanned, kBenchNode, 2.0);
        const auto piece = synthesis::makeNodePiece(*turned, kBenchNode, kSmall, job);
        return piece ? std::optional(piece->truth) : std::nullopt;
    };
    const auto thin = shown(1.25), thick = shown(5);
    QVERIFY(thin && thick);
    QVERIFY(std::abs(thin->peneDepthMm - thick->peneDepthMm) < 0.3);
    QVERIFY(thick->distribution[0] >= thin->distribution[0]);
}

void TestBenchRecipes::namesAWrongNode() {
    NullJobControl job;
    const auto piece = synthesis::makeNodePiece(m_recipes[0], "node-9", kSmall, job);
    QVERIFY(!piece.has_value());
    QCOMPARE(piece.error().code, ErrorCode::NodeNotFound);
}

QTEST_APPLESS_MAIN(TestBenchRecipes)
#include "tst_bench_recipes.moc"
