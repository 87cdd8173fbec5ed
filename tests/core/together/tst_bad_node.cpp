// The list of bad input from the file to the grade: a typed error, or nothing with a reason; never
// a number that looks right.
#include "evidence/assess.h"
#include "measure/measurements.h"
#include "volume/volume_io.h"
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

using namespace nodewise;
using measure::Gap;
using measure::QualityFlag;

namespace {

using Inside = std::function<bool(PointLps)>;

Inside ball(double radius, PointLps centre = {}) {
    return [=](PointLps p) { return distance(p, centre) <= radius; };
}

/// A ball of 8 mm in fat with air round about, changed by a row.
struct Scene {
    double slice = 1, fatHu = -100, shift = 0;
    Inside mask = ball(8);
    VoxelMeaning meaning = VoxelMeaning::Hounsfield;

    [[nodiscard]] GridGeometry grid() const {
        const int slices = static_cast<int>(56 / slice);
        return GridGeometry::axisAligned({56, 56, slices}, {1, 1, slice},
                                         {-27.5, -27.5, -0.5 * (slices - 1) * slice});
    }
    [[nodiscard]] VolumePtr image() const {
        CtVolume::FloatVoxels voxels(grid().voxelCount());
        std::uint32_t noise = 7;
        for (std::size_t n = 0; n < voxels.size(); ++n) {
            noise = noise * 1664525U + 1013904223U;
            const PointLps p = grid().toPatient(grid().indexOf(n));
            const bool air = std::hypot(p.x, p.y) > 25;
            const double hu = (ball(8)(p) ? 90.0
                               : air      ? -1000.0
                                          : fatHu) +
                              static_cast<double>(noise >> 28U) - 8;
            voxels[n] = static_cast<float>(hu + shift);
        }
        return *CtVolume::create(grid(), std::move(voxels), meaning);
    }
    [[nodiscard]] LabelMap labels() const {
        LabelMap map = LabelMap::empty(grid());
        for (std::size_t n = 0; n < grid().voxelCount(); ++n)
            if (const VoxelIndex at = grid().indexOf(n); mask(grid().toPatient(at)))
                map.set(at, 1);
        return map;
    }
    [[nodiscard]] Result<measure::Measurements> measure(LabelValue node = 1) const {
        NullJobControl job;
        const auto picture = image();
        const auto facts = measure::findSeriesFacts(*picture, job);
        measure::MeasureOptions options;
        options.facts = &*facts;
        return measure::measureNode(*picture, labels(), node, nullptr, options, job);
    }
};

bool flagged(const measure::Measurements& m, QualityFlag flag) {
    return std::find(m.flags.begin(), m.flags.end(), flag) != m.flags.end();
}

Gap gapOf(const measure::Measurements& m, const char* part) {
    const auto found = m.gaps.find(part);
    if (found == m.gaps.end())
        qFatal("no reason for %s", part);
    return found->second;
}

/// Not sure of anything: neither 0 nor 1 stands behind the grade, and no probability is given.
void saysItDoesNotKnow(const measure::Measurements& m) {
    const auto evidence = evidence::assessNode(m, {});
    QVERIFY(evidence.conditions.limitedQuality || evidence.conditions.unread);
    QVERIFY(evidence.opinion.grade == Grade::G0);
    QVERIFY(evidence.opinion.certainty == Certainty::Possible);
    QVERIFY(evidence.pene.abstained && !evidence.pene.probability);
    QVERIFY(!evidence.pene.reason.empty());
}

}  // namespace

class TestBadNode : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aGoodNodeIsMeasuredAndGraded();
    void refusesAMaskOnAnotherGrid();
    void refusesAnEmptyMask();
    void refusesAnAbsentLabel();
    void refusesANumberThatIsNone();
    void knowsNothingOfOneVoxel();
    void doesNotMeasureAcrossTheBorder();
    void measuresNoBodyWhereThereAreTwo();
    void knowsNothingWithoutFat();
    void isUnsureOnThickSlices();
    void givesAProbabilityUpToThreeMillimetres();
    void keepsHandsOffWhatIsNotHu_data();
    void keepsHandsOffWhatIsNotHu();
};

/// What the rows below take away is there to begin with.
void TestBadNode::aGoodNodeIsMeasuredAndGraded() {
    const auto m = Scene().measure();
    QVERIFY(m && m->size->longAxis && m->margin && m->fat && m->extension && m->shape);
    const auto evidence = evidence::assessNode(*m, {});
    QVERIFY(!evidence.conditions.unread);
    QVERIFY(evidence.opinion.certainty == Certainty::Doubtful);
}

void TestBadNode::refusesAMaskOnAnotherGrid() {
    NullJobControl job;
    Scene other;
    other.slice = 1.1;
    const auto m = measure::measureNode(*Scene().image(), other.labels(), 1, nullptr, job);
    QVERIFY(!m && m.error().code == ErrorCode::GridMismatch && !m.error().detail.empty());
}

void TestBadNode::refusesAnEmptyMask() {
    Scene scene;
    scene.mask = [](PointLps) { return false; };
    const auto m = scene.measure();
    QVERIFY(!m && m.error().code == ErrorCode::EmptyMask && !m.error().detail.empty());
}

void TestBadNode::refusesAnAbsentLabel() {
    const auto absent = Scene().measure(2), background = Scene().measure(0);
    QVERIFY(!absent && absent.error().code == ErrorCode::LabelAbsent);
    QVERIFY(!background && background.error().code == ErrorCode::InvalidArgument);
}

/// From a NIfTI file.
void TestBadNode::refusesANumberThatIsNone() {
    QTemporaryDir folder;
    const auto path =
        std::filesystem::path(folder.filePath(QStringLiteral("nan.nii")).toStdString());
    const Scene scene;
    CtVolume::FloatVoxels voxels(scene.grid().voxelCount(), -100.0F);
    voxels[scene.grid().offset({28, 28, 28})] = std::numeric_limits<float>::quiet_NaN();
    NullJobControl job;
    const auto volume = CtVolume::create(scene.grid(), std::move(voxels));
    QVERIFY(volume && writeVolume(**volume, path).has_value());
    const auto read = readVolume(path, job);
    QVERIFY(read.has_value());
    const auto m = measure::measureNode(**read, scene.labels(), 1, nullptr, job);
    QVERIFY(!m && m.error().code == ErrorCode::NotANumber && !m.error().place.empty());
}

void TestBadNode::knowsNothingOfOneVoxel() {
    Scene scene;
    scene.mask = ball(0.9, {0.5, 0.5, 0.5});
    const auto m = scene.measure();
    QVERIFY(m && m->size->voxels == 1);
    QVERIFY(!m->size->longAxis && gapOf(*m, "size.long_axis_mm") == Gap::TooSmall);
    QVERIFY(!m->margin && gapOf(*m, "margin") == Gap::TooSmall);
    QVERIFY(!m->extension && !m->necrosis && (!m->shape || !m->shape->sphericityCorrected));
    const auto evidence = evidence::assessNode(*m, {});
    QVERIFY(evidence.opinion.certainty != Certainty::Unequivocal);
    QVERIFY(evidence.pene.abstained && !evidence.pene.reason.empty());
}

void TestBadNode::doesNotMeasureAcrossTheBorder() {
    Scene scene;
    scene.mask = ball(8, {24, 0, 0});
    const auto m = scene.measure();
    QVERIFY(m && flagged(*m, QualityFlag::TouchesBorder));
    QVERIFY(!m->size->longAxis && gapOf(*m, "size.long_axis_mm") == Gap::TouchesBorder);
    QVERIFY(!m->shape && gapOf(*m, "shape") == Gap::TouchesBorder);
    const auto evidence = evidence::assessNode(*m, {});
    QVERIFY(evidence.conditions.limitedQuality);
}

void TestBadNode::measuresNoBodyWhereThereAreTwo() {
    Scene scene;
    scene.mask = [](PointLps p) { return ball(4, {-6, 0, 0})(p) || ball(4, {6, 0, 0})(p); };
    const auto m = scene.measure();
    QVERIFY(m && flagged(*m, QualityFlag::SeveralPieces));
    QVERIFY(!m->size->longAxis && !m->extension && !m->shape->sphericityCorrected);
    QVERIFY(gapOf(*m, "extension") == Gap::SeveralPieces);
    QVERIFY(evidence::assessNode(*m, {}).conditions.limitedQuality);
}

void TestBadNode::knowsNothingWithoutFat() {
    Scene scene;
    scene.fatHu = 60;
    const auto m = scene.measure();
    QVERIFY(m && flagged(*m, QualityFlag::NoFatAround));
    if (!m->fat)
        QVERIFY(m->gaps.contains("fat"));
    else
        QVERIFY(!m->fat->referenceHu && m->gaps.contains("fat.reference_hu"));
    const auto evidence = evidence::assessNode(*m, {});
    QVERIFY(evidence.conditions.limitedQuality);
    QVERIFY(evidence.opinion.certainty != Certainty::Unequivocal);
}

void TestBadNode::isUnsureOnThickSlices() {
    Scene scene;
    scene.slice = 5;
    const auto m = scene.measure();
    QVERIFY(m && flagged(*m, QualityFlag::ThickSlices));
    QVERIFY(!m->extension && gapOf(*m, "extension") == Gap::TooCoarse);
    const auto evidence = evidence::assessNode(*m, {});
    QVERIFY(evidence.conditions.limitedQuality);
    QVERIFY(evidence.opinion.certainty != Certainty::Unequivocal);
    QCOMPARE(evidence.pene.reason, std::string("slices_too_thick"));
    QVERIFY(evidence.pene.abstained && !evidence.pene.probability);
}

/// Beside them slices of 3 mm, for which the lines of the findings were set.
void TestBadNode::givesAProbabilityUpToThreeMillimetres() {
    Scene scene;
    scene.slice = 3;
    const auto m = scene.measure();
    QVERIFY(m && !flagged(*m, QualityFlag::ThickSlices));
    const auto evidence = evidence::assessNode(*m, {});
    QVERIFY2(!evidence.pene.abstained, evidence.pene.reason.c_str());
    QVERIFY(evidence.pene.probability.has_value());
}

void TestBadNode::keepsHandsOffWhatIsNotHu_data() {
    QTest::addColumn<bool>("arbitrary");
    QTest::newRow("MR") << true;
    QTest::newRow("stored numbers") << false;
}

void TestBadNode::keepsHandsOffWhatIsNotHu() {
    QFETCH(bool, arbitrary);
    Scene scene;
    if (arbitrary)
        scene.meaning = VoxelMeaning::Arbitrary;
    else
        scene.shift = 1024;
    const auto m = scene.measure();
    QVERIFY(m && flagged(*m, QualityFlag::NotCalibrated));
    for (const char* part : {"margin", "fat", "necrosis", "extension", "contact"})
        QVERIFY(gapOf(*m, part) == Gap::NotCalibrated);
    QVERIFY(m->size->longAxis && m->shape);  // the outline is as good as ever
    saysItDoesNotKnow(*m);
}

QTEST_APPLESS_MAIN(TestBadNode)
#include "tst_bad_node.moc"
