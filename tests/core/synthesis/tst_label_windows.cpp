#include "small_recipes.h"
#include "synthesis/truth.h"
#include <QtTest>
#include <cmath>

using namespace nodewise;
using namespace nodewise::synthesis;

namespace {

TruthOptions optionsOf(LabelExtent labels, unsigned threads = 0) {
    return {labels, false, threads};
}

}  // namespace

class TestLabelWindows : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void holdTheSameLabelsAboutEachNode();
    void areTheSameOnEveryThreadCount();
    void truthDoesNotDependOnThem();

private:
    Recipe m_recipe = [] {
        Recipe recipe = smallRecipe();
        NodeRecipe left = nodeInFat(), right = nodeInFat();
        left.extension = extensionOf(3);
        right.id = "node-2";
        right.side = Side::Right;
        right.radiiMm = {4, 5, 5};
        recipe.nodes = {left, right};
        return recipe;
    }();
    NullJobControl m_job;
};

void TestLabelWindows::holdTheSameLabelsAboutEachNode() {
    const auto whole = makeTruth(m_recipe, m_job, optionsOf(LabelExtent::Whole));
    const auto part = makeTruth(m_recipe, m_job, optionsOf(LabelExtent::Windows));
    QVERIFY2(whole && part, whole ? "" : whole.error().detail.c_str());
    const GridGeometry& grid = whole->labels.geometry();
    QVERIFY(part->labels.geometry() == grid);
    std::size_t near = 0, different = 0, left = 0;
    for (std::size_t at = 0; at < grid.voxelCount(); ++at) {
        const LabelValue a = whole->labels.labels()[at], b = part->labels.labels()[at];
        const PointLps p = grid.toPatient(grid.indexOf(at));
        bool inside = false;
        for (const NodeTruth& node : whole->truth.nodes) {
            const double reach = 32 + node.longAxisMm / 2;
            inside = inside || (std::abs(p.x - node.centre.x) < reach &&
                                std::abs(p.y - node.centre.y) < reach &&
                                std::abs(p.z - node.centre.z) < reach);
        }
        near += inside ? 1 : 0;
        different += inside && a != b ? 1 : 0;
        left += !inside && b == 0 && a != 0 ? 1 : 0;
        // What is drawn at all is drawn as in the whole.
        if (!inside && b != 0 && a != b)
            ++different;
    }
    QVERIFY(near > 100000);
    // Coordinates are added up from another corner: rounding may move a border in a few voxels.
    QVERIFY2(different < near / 20000, qPrintable(QString::number(different)));
    // Something is left out (most of the rest is air); else nothing is won.
    QVERIFY2(left > grid.voxelCount() / 100, qPrintable(QString::number(left)));
}

void TestLabelWindows::areTheSameOnEveryThreadCount() {
    const auto one = makeTruth(m_recipe, m_job, optionsOf(LabelExtent::Windows, 1));
    const auto three = makeTruth(m_recipe, m_job, optionsOf(LabelExtent::Windows, 3));
    QVERIFY(one && three);
    QVERIFY(std::ranges::equal(one->labels.labels(), three->labels.labels()));
    QVERIFY(one->labels.names() == three->labels.names());
}

void TestLabelWindows::truthDoesNotDependOnThem() {
    const auto none = makeTruth(m_recipe, m_job, optionsOf(LabelExtent::None));
    const auto part = makeTruth(m_recipe, m_job, optionsOf(LabelExtent::Windows));
    QVERIFY(none && part);
    for (std::size_t n = 0; n < m_recipe.nodes.size(); ++n) {
        const NodeTruth &a = none->truth.nodes[n], &b = part->truth.nodes[n];
        QVERIFY(a.grade == b.grade && a.pene == b.pene && a.fat == b.fat);
        QCOMPARE(a.longAxisMm, b.longAxisMm);
        QVERIFY(part->labels.labelNamed(a.id.value) == a.label);
    }
}

QTEST_APPLESS_MAIN(TestLabelWindows)
#include "tst_label_windows.moc"
