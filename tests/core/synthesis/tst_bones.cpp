#include "coarse_necks.h"
#include "synthesis/skull_model.h"
#include "synthesis/slice_evaluator.h"
#include "synthesis/spine_model.h"
#include <QtTest>
#include <algorithm>
#include <cmath>

using namespace nodewise;
using namespace nodewise::synthesis;

namespace {

/// The straight neck of an ordinary body: nothing drawn by lot moves the spine.
CasePlan plainPlan() {
    CasePlan plan;
    plan.ageYears = 30;
    return plan;
}

/// Middle of the body of the third to the sixth vertebra, and half the way between two discs.
struct Vertebra {
    float middle, half;
};
constexpr std::array kVertebrae{Vertebra{7.5F, 10.5F}, Vertebra{-13.3F, 10.3F},
                                Vertebra{-33.3F, 9.8F}, Vertebra{-52.0F, 9.0F}};

/// Directions about the canal, of 72, in which no bone stands within 24 mm.
int openDirections(float z) {
    const CasePlan plan = plainPlan();
    int open = 0;
    for (int n = 0; n < 72; ++n) {
        const float angle = 0.0872665F * static_cast<float>(n);
        bool met = false;
        for (float r = 6; r < 24 && !met; r += 0.25F)
            met = spineAt(r * std::cos(angle), r * std::sin(angle), z, plan).bone < 0;
        open += met ? 0 : 1;
    }
    return open;
}

FieldSlice fieldsAt(const Recipe& recipe, float z) {
    FieldSlice slice;
    evaluateSlice(*sceneOf(recipe), {z, -80, -60, 1, 160, 160}, false, slice);
    return slice;
}

}  // namespace

class TestBones : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void foramenMagnumIsOpenAboveTheAtlas();
    void noSkullBehindTheAtlas();
    void archesCloseAboutTheCanal_data();
    void archesCloseAboutTheCanal();
    void archesAreOpenBetweenVertebrae();
    void jointsAreNarrowAndSinkToTheBack();
    void laminaeArePlates();
    void bonesLeaveTheJugularVeinItsRoom_data();
    void bonesLeaveTheJugularVeinItsRoom();
    void trapeziusReachesTheMidline_data();
    void trapeziusReachesTheMidline();
};

void TestBones::foramenMagnumIsOpenAboveTheAtlas() {
    // From the arch of the atlas into the fossa along the midline: no bone between basion and
    // opisthion.
    for (float z = 50; z < 80; z += 0.5F)
        for (float y = -11; y < 18; y += 0.5F)
            QVERIFY2(skullAt(0, y, z).bone > 0, qPrintable(QStringLiteral("%1 %2").arg(y).arg(z)));
    // Behind it the floor, at z 66 and rising.
    QVERIFY(skullAt(0, 24, 64.5F).bone < 0 && skullAt(0, 24, 68.5F).bone > 0);
    QVERIFY(skullAt(0, 60, 72).bone < 0 && skullAt(0, 60, 66).bone > 0);
}

void TestBones::noSkullBehindTheAtlas() {
    // Its arch lies below z 59.
    for (float z = kSkullFloor; z < 59; z += 1)
        for (float x = -30; x <= 30; x += 2)
            for (float y = -10; y < 80; y += 2)
                QVERIFY2(skullAt(x, y, z).bone > 0,
                         qPrintable(QStringLiteral("%1 %2 %3").arg(x).arg(y).arg(z)));
}

void TestBones::archesCloseAboutTheCanal_data() {
    QTest::addColumn<int>("vertebra");
    for (int n = 0; n < static_cast<int>(kVertebrae.size()); ++n)
        QTest::addRow("C%d", n + 3) << n;
}

void TestBones::archesCloseAboutTheCanal() {
    QFETCH(int, vertebra);
    const Vertebra& v = kVertebrae[static_cast<std::size_t>(vertebra)];
    for (const float u : {1.0F, 2.5F, 4.0F})
        QCOMPARE(openDirections(v.middle + u), 0);
}

void TestBones::archesAreOpenBetweenVertebrae() {
    // Where the roots leave, below the pedicles.
    for (const Vertebra& v : kVertebrae)
        QVERIFY(openDirections(v.middle - 0.8F * v.half) > 6);
}

void TestBones::jointsAreNarrowAndSinkToTheBack() {
    // Down the middle of the pillar: gaps of 0.8 mm, seen at 42 degrees 1.1 mm; further back lower.
    const CasePlan plan = plainPlan();
    const auto gapsAt = [&](float y) {
        std::vector<std::pair<float, float>> gaps;  // lower end, height
        float start = 1e9F;
        for (float z = -57; z < 10; z += 0.05F) {
            const bool bone = spineAt(21.5F, y, z, plan).bone < 0;
            if (!bone && start > 1e8F)
                start = z;
            if (bone && start < 1e8F) {
                gaps.emplace_back(start, z - start);
                start = 1e9F;
            }
        }
        return gaps;
    };
    const auto front = gapsAt(-4), back = gapsAt(3);
    QCOMPARE(front.size(), back.size());
    QVERIFY(front.size() >= 3);
    for (std::size_t n = 0; n < front.size(); ++n) {
        QVERIFY2(std::fabs(front[n].second - 1.08F) < 0.2F,
                 qPrintable(QString::number(static_cast<double>(front[n].second))));
        QVERIFY(back[n].first < front[n].first - 4);
    }
}

void TestBones::laminaeArePlates() {
    // Halfway between pillar and midline: 5 to 6 mm thick, over two thirds of the vertebra.
    const CasePlan plan = plainPlan();
    for (const Vertebra& v : kVertebrae) {
        float high = 0;
        for (float u = -v.half; u < v.half; u += 0.5F) {
            float thick = 0;
            for (float y = 4; y < 22; y += 0.25F)
                thick += spineAt(9, y, v.middle + u, plan).bone < 0 ? 0.25F : 0;
            if (thick > 2)
                high += 0.5F;
            QVERIFY2(thick < 7.5F, qPrintable(QString::number(static_cast<double>(thick))));
        }
        QVERIFY2(high > 11 && high < 17, qPrintable(QString::number(static_cast<double>(high))));
    }
}

void TestBones::bonesLeaveTheJugularVeinItsRoom_data() {
    QTest::addColumn<unsigned>("seed");
    for (const unsigned seed : {3U, 7U, 11U, 29U, 41U})
        QTest::addRow("seed %u", seed) << seed;
}

void TestBones::bonesLeaveTheJugularVeinItsRoom() {
    QFETCH(unsigned, seed);
    const Recipe recipe = wholeNeck(seed);
    for (const float z : {50.0F, 54.0F, 58.0F}) {
        const FieldSlice slice = fieldsAt(recipe, z);
        for (std::size_t p = 0; p < slice.of(Field::Vein).size(); ++p)
            if (slice.of(Field::Vein)[p] < 0)
                QVERIFY(slice.of(Field::Bone)[p] > 0);
    }
}

void TestBones::trapeziusReachesTheMidline_data() {
    bonesLeaveTheJugularVeinItsRoom_data();
}

void TestBones::trapeziusReachesTheMidline() {
    QFETCH(unsigned, seed);
    const Recipe recipe = wholeNeck(seed);
    const auto scene = sceneOf(recipe);
    for (const float height : {-30.0F, -45.0F, -60.0F}) {
        const float z = scene->warp.patientHeight(height);
        FieldSlice slice;
        evaluateSlice(*scene, {z, -80, -60, 1, 160, 160}, false, slice);
        float nearest = 1e9F;
        for (std::size_t p = 0; p < slice.of(Field::Muscle).size(); ++p)
            if (slice.of(Field::Muscle)[p] < 0 && slice.straightY[p] > 36 &&
                partOf(slice.idOf(Field::Muscle)[p]) == Part::Trapezius)
                nearest = std::min(nearest, std::fabs(slice.straightX[p]));
        QVERIFY2(nearest < 4, qPrintable(QString::number(static_cast<double>(nearest))));
    }
}

QTEST_APPLESS_MAIN(TestBones)
#include "tst_bones.moc"
