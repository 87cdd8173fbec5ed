#include "click_cohort.h"
#include "segmentation/segment_node.h"
#include <QtTest>
#include <algorithm>
#include <map>
#include <vector>

using namespace nodewise;
using namespace nodewise::segmentation;
using namespace nodewise::together;

namespace {

// Seeds 1 to 60 served to build the segmentation; what is judged starts beyond.
constexpr int kFirstSeed = 101, kNecks = 40;

int number(const char* name, int fallback) {
    bool ok = false;
    const int value = qEnvironmentVariableIntValue(name, &ok);
    return ok ? value : fallback;
}

double quantile(std::vector<double> v, double share) {
    if (v.empty())
        return 0;
    std::sort(v.begin(), v.end());
    return v[static_cast<std::size_t>(share * static_cast<double>(v.size() - 1))];
}

/// What was found for the nodes of one grade.
struct Tally {
    std::vector<double> dice, stable;
    std::size_t split = 0, doubted = 0;
};

/// Soft tissue of the node, at least two voxels from its border in the slice, nearest to the
/// centre: where a reader would click.
std::optional<PointLps> clickIn(const NeckCase& neck, const NodeTruth& node) {
    const LabelMap& labels = neck.truth.labels;
    const GridGeometry& grid = labels.geometry();
    const auto box = labels.boxOf(node.label);
    std::optional<PointLps> best;
    double nearest = 1e9;
    for (int k = box->low.k; k <= box->high.k; ++k)
        for (int j = box->low.j + 2; j <= box->high.j - 2; ++j)
            for (int i = box->low.i + 2; i <= box->high.i - 2; ++i) {
                bool deep = true;
                for (const int d : {-2, 0, 2})
                    deep = deep && labels.at(VoxelIndex{i + d, j, k}) == node.label &&
                           labels.at(VoxelIndex{i, j + d, k}) == node.label;
                if (!deep)
                    continue;
                double hu = 0;
                for (int n = 0; n < 9; ++n)
                    hu +=
                        static_cast<double>(neck.image->value({i + n % 3 - 1, j + n / 3 - 1, k})) /
                        9;
                const PointLps p = grid.toPatient(VoxelIndex{i, j, k});
                if (const double far = distance(p, node.centre);
                    hu > (node.hilum ? 50 : 0) && hu < 140 && far < nearest) {
                    nearest = far;
                    best = p;
                }
            }
    return best;
}

/// The node's voxels; for a conglomerate those of every node of it.
NodeMask visible(const NeckCase& neck, const NodeTruth& node) {
    LabelMap map = LabelMap::empty(neck.truth.labels.geometry());
    for (const NodeTruth& other : neck.truth.truth.nodes)
        if (other.label == node.label || (node.coalescence && other.coalescence))
            paint(maskOf(neck.truth.labels, other.label), 1, map);
    return maskOf(map, 1);
}

void judge(const NeckCase& neck, const NodeTruth& node, std::map<Grade, Tally>& tallies) {
    const auto click = clickIn(neck, node);
    if (!click)
        return;
    Tally& tally = tallies[node.grade];
    NullJobControl job;
    const auto found = segmentNode(*neck.image, *click, {}, job);
    const double score = found ? dice(found->mask, visible(neck, node)) : 0;
    tally.dice.push_back(score);
    tally.split += found && found->parts.size() > 1 ? 1U : 0U;
    tally.doubted += found && found->uncertain.count() > 0 ? 1U : 0U;
    double least = 1;
    for (const VectorLps moved : {VectorLps{2, 0, 0}, {0, -2, 0}, {0, 0, 2}}) {
        const PointLps other = *click + moved;
        if (neck.truth.labels.at(other) != node.label)
            continue;
        const auto again = segmentNode(*neck.image, other, {}, job);
        const double same = found && again ? dice(found->mask, again->mask) : 0;
        tally.stable.push_back(same);
        least = std::min(least, same);
    }
    qInfo("seed %u %s %s short %.1f mm slice %.2f mm: Dice %.3f, moved click %.3f, parts %zu%s%s",
          neck.recipe.seed, node.id.value.c_str(), std::string(word(node.grade)).c_str(),
          node.shortAxisMm, neck.recipe.scanner.sliceMm, score, least,
          found ? found->parts.size() : 0, found ? "" : ": ",
          found ? "" : found.error().detail.c_str());
}

/// The bars that are asked for; those not reached yet are named as such: README of segmentation.
void checkWhatIsAsked(const std::vector<double>& plain, const Tally& invading) {
    QVERIFY(invading.dice.empty() || quantile(invading.dice, 0.5) >= 0.80);  // few are drawn
    QVERIFY(quantile(plain, 0.5) >= 0.90);
    QEXPECT_FAIL("", "a 10th percentile of 0.80 is asked", Continue);
    QVERIFY(quantile(plain, 0.1) >= 0.80);
}

}  // namespace

/// One click into each node of constructed necks of unseen seeds, against the visible node. An
/// ordinary run takes a tenth; NODEWISE_LONG=1 takes all. NODEWISE_CLICK_FIRST and _COUNT choose
/// other seeds.
class TestClickSegmentation : public QObject {
    Q_OBJECT
public:
    static void initMain() { qputenv("QTEST_FUNCTION_TIMEOUT", "3600000"); }  // 40 necks

private Q_SLOTS:
    void findsConstructedNodes();
};

void TestClickSegmentation::findsConstructedNodes() {
    const bool whole = qEnvironmentVariableIsSet("NODEWISE_LONG");
    const int first = number("NODEWISE_CLICK_FIRST", kFirstSeed);
    const int count = number("NODEWISE_CLICK_COUNT", whole ? kNecks : kNecks / 10);
    std::map<Grade, Tally> tallies;
    int drawn = 0;
    for (int seed = first; drawn < count && seed < first + 4 * count; ++seed) {
        const auto neck = drawClickNeck(static_cast<std::uint32_t>(seed));
        if (!neck)
            continue;
        for (const NodeTruth& node : neck->truth.truth.nodes)
            judge(*neck, node, tallies);
        ++drawn;
    }
    QCOMPARE(drawn, count);
    std::vector<double> plain;
    for (const auto& [grade, t] : tallies) {
        const auto steady =
            std::count_if(t.stable.begin(), t.stable.end(), [](double d) { return d >= 0.95; });
        qInfo("%s: %zu nodes, Dice median %.3f, 10th percentile %.3f; moved click median %.3f, "
              "%zu of %zu at 0.95 or more; split offered %zu, doubt marked %zu",
              std::string(word(grade)).c_str(), t.dice.size(), quantile(t.dice, 0.5),
              quantile(t.dice, 0.1), quantile(t.stable, 0.5), static_cast<std::size_t>(steady),
              t.stable.size(), t.split, t.doubted);
        if (grade == Grade::G0 || grade == Grade::G1)
            plain.insert(plain.end(), t.dice.begin(), t.dice.end());
    }
    QVERIFY2(quantile(plain, 0.5) >= 0.85, qPrintable(QString::number(quantile(plain, 0.5))));
    if (whole)
        checkWhatIsAsked(plain, tallies[Grade::G3]);
}

QTEST_APPLESS_MAIN(TestClickSegmentation)
#include "tst_click_segmentation.moc"
