#include "small_recipes.h"
#include "synthesis/parts.h"
#include "synthesis/render.h"
#include "synthesis/truth.h"
#include <QCryptographicHash>
#include <QtTest>
#include <atomic>
#include <cmath>
#include <numeric>

using namespace nodewise;
using namespace nodewise::synthesis;

namespace {

QByteArray hashOf(const CtVolume& volume) {
    const auto voxels = volume.int16Voxels();
    const auto bytes = std::as_bytes(voxels);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(
        QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<int>(bytes.size())));
    return hash.result().toHex();
}

class CancelAfter final : public JobControl {
public:
    explicit CancelAfter(int reports)
        : m_left(reports) {}
    void report(double, std::string_view) override { --m_left; }
    [[nodiscard]] bool cancelled() const override { return m_left <= 0; }

private:
    std::atomic<int> m_left;
};

struct Case {
    VolumePtr volume;
    LabelMap labels;
};

Case smallCase(std::uint32_t seed = 7) {
    NullJobControl job;
    const Recipe recipe = smallRecipe(seed);
    auto truth = makeTruth(recipe, job);
    return {*renderVolume(recipe, job), std::move(truth->labels)};
}

/// Mean HU where the label holds for `margin` voxels around in the slice.
double coreMean(const Case& c, const std::string& name, int margin, double* sd = nullptr) {
    const auto label = c.labels.labelNamed(name);
    if (!label)
        return 1e9;
    const auto dims = c.labels.geometry().dims();
    double sum = 0, squares = 0;
    int count = 0;
    for (int k = 0; k < dims[2]; ++k)
        for (int j = margin; j < dims[1] - margin; ++j)
            for (int i = margin; i < dims[0] - margin; ++i) {
                bool inside = true;
                for (int b = -margin; inside && b <= margin; ++b)
                    for (int a = -margin; inside && a <= margin; ++a)
                        inside = c.labels.at(VoxelIndex{i + a, j + b, k}) == *label;
                if (!inside)
                    continue;
                const double v = c.volume->value({i, j, k});
                sum += v;
                squares += v * v;
                ++count;
            }
    if (sd != nullptr && count > 1)
        *sd = std::sqrt(squares / count - (sum / count) * (sum / count));
    return count > 20 ? sum / count : 1e9;
}

}  // namespace

class TestRender : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void gridIsAxisAlignedWithTheHeadUp();
    void bytesDoNotDependOnThreads();
    void anotherSeedIsAnotherNeck();
    void tissuesHaveTheirHu_data();
    void tissuesHaveTheirHu();
    void fatStreaksDarkenTheMusclesOfTheNape();
    void fatLiesWhereNothingElseDoes();
    void vesselsRunThroughEverySlice_data();
    void vesselsRunThroughEverySlice();
    void vesselsOfAnOrdinaryNeckHaveTheirSize();
    void bothSidesDifferButNotMuch();
    void nothingSolidLiesOutsideTheSkin();
    void cancelStopsAtOnce();
    void refusesANodeInBone();
};

void TestRender::gridIsAxisAlignedWithTheHeadUp() {
    const GridGeometry grid = gridOf(smallRecipe());
    QCOMPARE(grid.dims()[2], 16);
    QCOMPARE(grid.axis(2), (VectorLps{0, 0, 1}));
    QCOMPARE(grid.toPatient(VoxelIndex{0, 0, 15}).z, 30.0);
    QVERIFY(std::fabs(grid.centre().x) < 1e-9);
}

void TestRender::bytesDoNotDependOnThreads() {
    NullJobControl job;
    Recipe recipe = smallRecipe();
    NodeRecipe node = nodeInFat();
    node.extension = extensionOf(4);
    node.reaction.fibres = 40;
    node.reaction.hazeHu = 40;
    recipe.nodes.push_back(node);
    const auto one = renderVolume(recipe, job, 1), two = renderVolume(recipe, job, 2),
               again = renderVolume(recipe, job, 2);
    QVERIFY(one && two && again);
    QCOMPARE(hashOf(**two), hashOf(**one));
    QCOMPARE(hashOf(**again), hashOf(**one));
    QVERIFY((*one)->isInt16());
}

void TestRender::anotherSeedIsAnotherNeck() {
    NullJobControl job;
    const auto a = renderVolume(smallRecipe(7), job), b = renderVolume(smallRecipe(8), job);
    QVERIFY(hashOf(**a) != hashOf(**b));
}

// Means after contrast: anatomy note 4.1 and synthesis note 4, with the SD of a patient around.
void TestRender::tissuesHaveTheirHu_data() {
    QTest::addColumn<QString>("structure");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<int>("margin");
    QTest::newRow("muscle") << "sternocleidomastoid_left" << 55.0 << 75.0 << 2;
    QTest::newRow("artery") << "internal_carotid_artery_left" << 185.0 << 225.0 << 1;
    QTest::newRow("vein") << "internal_jugular_vein_right" << 160.0 << 200.0 << 2;
    QTest::newRow("gland") << "submandibular_gland_left" << 80.0 << 120.0 << 2;
    QTest::newRow("cord") << "spinal_cord" << 35.0 << 55.0 << 1;
    QTest::newRow("airway") << "airway" << -1000.0 << -900.0 << 2;
}

void TestRender::tissuesHaveTheirHu() {
    static const Case neck = smallCase();
    QFETCH(QString, structure);
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(int, margin);
    double sd = 0;
    const double mean = coreMean(neck, structure.toStdString(), margin, &sd);
    QVERIFY2(mean >= low && mean <= high, qPrintable(QString::number(mean)));
    QVERIFY2(sd > 2, "texture and noise are missing");
}

/// Each muscle has a tone of its own, so it is the mean of some people that is asked for; each
/// muscle lies within three deviations of that tone.
void TestRender::fatStreaksDarkenTheMusclesOfTheNape() {
    constexpr double kToneSdHu = 3.6;
    constexpr std::uint32_t kPeople = 4;
    std::vector<double> napes;
    double plain = 0;
    for (std::uint32_t seed = 7; seed < 7 + kPeople; ++seed) {
        const Case neck = smallCase(seed);
        for (const char* side : {"_left", "_right"}) {
            napes.push_back(coreMean(neck, std::string("semispinalis_capitis") + side, 2));
            plain += coreMean(neck, std::string("sternocleidomastoid") + side, 2) / (2 * kPeople);
        }
    }
    const double streaked = std::accumulate(napes.begin(), napes.end(), 0.0) / (2 * kPeople);
    const QString told = QStringLiteral("nape %1, sternocleidomastoid %2").arg(streaked).arg(plain);
    QVERIFY2(plain > 55 && plain < 72 && streaked > 40 && streaked < plain, qPrintable(told));
    for (const double nape : napes)
        QVERIFY2(std::abs(nape - streaked) < 3 * kToneSdHu, qPrintable(QString::number(nape)));
}

void TestRender::fatLiesWhereNothingElseDoes() {
    const Case neck = smallCase();
    const auto dims = neck.labels.geometry().dims();
    std::vector<double> fat;
    for (int k = 0; k < dims[2]; ++k)
        for (int j = 3; j < dims[1] - 3; ++j)
            for (int i = 3; i < dims[0] - 3; ++i) {
                bool alone = true;
                for (int b = -3; alone && b <= 3; ++b)
                    for (int a = -3; alone && a <= 3; ++a)
                        alone = neck.labels.at(VoxelIndex{i + a, j + b, k}) == 0 &&
                                neck.volume->value({i + a, j + b, k}) > -250;
                if (alone)
                    fat.push_back(neck.volume->value({i, j, k}));
            }
    QVERIFY(fat.size() > 500);
    std::sort(fat.begin(), fat.end());
    const double median = fat[fat.size() / 2];
    QVERIFY2(median > -118 && median < -85, qPrintable(QString::number(median)));
}

void TestRender::vesselsRunThroughEverySlice_data() {
    QTest::addColumn<QString>("structure");
    for (const char* name : {"internal_jugular_vein_left", "internal_jugular_vein_right",
                             "vertebral_artery_left", "spinal_cord", "airway"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void TestRender::vesselsRunThroughEverySlice() {
    NullJobControl job;
    Recipe recipe = smallRecipe(31);
    recipe.scanner.slices = 44;
    recipe.scanner.topMm = 45;
    static const auto truth = makeTruth(recipe, job);
    QVERIFY(truth.has_value());
    QFETCH(QString, structure);
    const auto label = truth->labels.labelNamed(structure.toStdString());
    QVERIFY(label.has_value());
    const auto dims = truth->labels.geometry().dims();
    for (int k = 0; k < dims[2]; ++k) {
        int count = 0;
        for (int j = 0; j < dims[1]; ++j)
            for (int i = 0; i < dims[0]; ++i)
                count += truth->labels.at(VoxelIndex{i, j, k}) == *label ? 1 : 0;
        QVERIFY2(count >= 4, qPrintable(QStringLiteral("slice %1: %2").arg(k).arg(count)));
    }
}

void TestRender::vesselsOfAnOrdinaryNeckHaveTheirSize() {
    // anatomy note 6: jugular 70 to 200 mm2 (right) and smaller on the weak side; carotid 7 to 9
    // mm.
    NullJobControl job;
    Recipe recipe = smallRecipe();
    recipe.scanner.pixelMm = 0.5;
    recipe.scanner.columns = 460;
    recipe.scanner.slices = 4;
    recipe.scanner.topMm = -20;
    const auto truth = makeTruth(recipe, job);
    QVERIFY(truth.has_value());
    const auto area = [&](const char* name) {
        const auto label = truth->labels.labelNamed(name);
        return label ? static_cast<double>(truth->labels.count(*label)) * 0.25 / 4 : 0.0;
    };
    const double carotid = area("common_carotid_artery_left");
    QVERIFY2(carotid > 35 && carotid < 75, qPrintable(QString::number(carotid)));
    const double jugular = area("internal_jugular_vein_right");
    QVERIFY2(jugular > 50 && jugular < 200, qPrintable(QString::number(jugular)));
}

namespace {

/// A named structure other than the thin sheets of the surface.
bool solid(const Case& neck, const VoxelIndex& at) {
    const LabelValue label = neck.labels.at(at);
    if (label == 0)
        return false;
    const std::string& name = neck.labels.names().at(label);
    return name != "skin" && name.rfind("platysma", 0) != 0;
}

}  // namespace

void TestRender::bothSidesDifferButNotMuch() {
    const Case neck = smallCase();
    const auto dims = neck.labels.geometry().dims();
    double same = 0, all = 0;
    for (int k = 0; k < dims[2]; ++k)
        for (int j = 0; j < dims[1]; ++j)
            for (int i = 0; i < dims[0] / 2; ++i) {
                const bool left = solid(neck, {dims[0] - 1 - i, j, k}),
                           right = solid(neck, {i, j, k});
                if (left || right) {
                    ++all;
                    same += left == right ? 1 : 0;
                }
            }
    const double share = same / all;
    QVERIFY2(share > 0.7 && share < 0.97, qPrintable(QString::number(share)));
}

void TestRender::nothingSolidLiesOutsideTheSkin() {
    const Case neck = smallCase();
    const auto dims = neck.labels.geometry().dims();
    int bare = 0;
    for (int k = 0; k < dims[2]; ++k)
        for (int j = 2; j < dims[1] - 2; ++j)
            for (int i = 2; i < dims[0] - 2; ++i) {
                const VoxelIndex here{i, j, k};
                if (!solid(neck, here) || neck.labels.names().at(neck.labels.at(here)) == "airway")
                    continue;
                for (const int d : {-2, 2}) {
                    const VoxelIndex beside{i + d, j, k};
                    bare +=
                        neck.volume->value(beside) < -900 && neck.labels.at(beside) == 0 ? 1 : 0;
                }
            }
    QCOMPARE(bare, 0);
}

void TestRender::cancelStopsAtOnce() {
    for (const int reports : {0, 1, 3}) {
        CancelAfter job(reports);
        const auto volume = renderVolume(smallRecipe(), job);
        QVERIFY(!volume.has_value());
        QCOMPARE(volume.error().code, ErrorCode::Cancelled);
        CancelAfter other(reports);
        const auto truth = makeTruth(smallRecipe(), other);
        QVERIFY(!truth.has_value());
        QCOMPARE(truth.error().code, ErrorCode::Cancelled);
    }
}

void TestRender::refusesANodeInBone() {
    NullJobControl job;
    Recipe recipe = smallRecipe();
    NodeRecipe node = nodeInFat();
    recipe.patient.bodyScale = recipe.patient.neckLength = 1;
    recipe.patient.lordosisDeg = 0;
    node.offsetMm = {-26, 3, -10};
    recipe.nodes.push_back(node);
    const auto volume = renderVolume(recipe, job);
    QVERIFY(!volume.has_value());
    QCOMPARE(volume.error().code, ErrorCode::InvalidArgument);
    QVERIFY(volume.error().detail.find("cervical_spine") != std::string::npos);
    QCOMPARE(volume.error().place, std::string("node-1"));
}

QTEST_APPLESS_MAIN(TestRender)
#include "tst_render.moc"
