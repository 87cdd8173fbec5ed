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

SpineDistances spineAt(float x, float y, float z, const CasePlan& plan) {
    return SpineCut(plan, z).at(x, y);
}

/// Middle of the body of the third to the sixth vertebra, and half the way between two discs.
struct Vertebra {
    float middle, half;
};
constexpr std::array kVertebrae{Vertebra{7.5F, 10.5F}, Vertebra{-13.3F, 10.3F},
                                Vertebra{-33.3F, 9.8F}, Vertebra{-52.0F, 9.0F}};

bool isBone(float x, float y, float z) {
    static const CasePlan plan = plainPlan();
    return spineAt(x, y, z, plan).bone < 0;
}

/// How many millimetres of height close a ring of bone about the left artery, within 8 mm of it;
/// `roomMm` is how near the bone comes at any height.
float closedMm(const Vertebra& v, const ArteryPlaces& arteries, float& roomMm) {
    const CasePlan plan = plainPlan();
    float closed = 0;
    for (float u = -6; u < 7; u += 0.5F) {
        const SpineCut cut(plan, v.middle + u, arteries);
        int met = 0;
        for (int n = 0; n < 36; ++n) {
            const float angle = 0.174533F * static_cast<float>(n);
            float r = 0.5F;
            while (r < 8 && cut.at(arteries[1][0] + r * std::cos(angle),
                                   arteries[1][1] + r * std::sin(angle))
                                    .bone >= 0)
                r += 0.1F;
            met += r < 8 ? 1 : 0;
            roomMm = std::min(roomMm, r);
        }
        closed += met == 36 ? 0.5F : 0;
    }
    return closed;
}

/// Ratio of the axes of the pillar's section, and how far its longer axis is turned to the back
/// inwards, degrees.
std::pair<double, double> pillarForm(float z) {
    double n = 0, mx = 0, my = 0, xx = 0, yy = 0, xy = 0;
    for (float x = 14; x < 32; x += 0.25F)
        for (float y = -7; y < 9; y += 0.25F)
            if (isBone(x, y, z)) {
                n += 1;
                mx += static_cast<double>(x);
                my += static_cast<double>(y);
                xx += static_cast<double>(x * x);
                yy += static_cast<double>(y * y);
                xy += static_cast<double>(x * y);
            }
    const double a = xx / n - mx * mx / n / n, b = yy / n - my * my / n / n,
                 c = xy / n - mx * my / n / n;
    const double half = std::hypot((a - b) / 2, c), middle = (a + b) / 2;
    return {std::sqrt((middle + half) / (middle - half)), -28.6479 * std::atan2(2 * c, a - b)};
}

/// Whether bone runs behind the canal from the left pillar to the midline in one slice.
bool laminaRuns(float z) {
    constexpr int kColumns = 120, kRows = 140;  // a quarter of a millimetre, x from 0, y from -7
    std::vector<char> seen(kColumns * kRows, 0);
    std::vector<int> open{7 * 4 * kColumns + 82};
    while (!open.empty()) {
        const int at = open.back(), i = at % kColumns, j = at / kColumns;
        open.pop_back();
        if (seen[static_cast<std::size_t>(at)] != 0 ||
            !isBone(0.25F * static_cast<float>(i), 0.25F * static_cast<float>(j) - 7, z))
            continue;
        if (i == 0 && j > 4 * 14)
            return true;
        seen[static_cast<std::size_t>(at)] = 1;
        for (const auto& [di, dj] : {std::pair{1, 0}, {-1, 0}, {0, 1}, {0, -1}})
            if (i + di >= 0 && i + di < kColumns && j + dj >= 0 && j + dj < kRows)
                open.push_back(at + di + dj * kColumns);
    }
    return false;
}

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
    void foraminaCloseAboutTheArteries_data();
    void foraminaCloseAboutTheArteries();
    void pillarsAreFlatOvalsThatRunIntoTheLamina_data();
    void pillarsAreFlatOvalsThatRunIntoTheLamina();
    void jointsShowTheUpperFacetInFront();
    void hooksStandAtTheBackOuterEdge_data();
    void hooksStandAtTheBackOuterEdge();
    void spinesOfTheOldAreWorn();
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
        QVERIFY(back[n].first < front[n].first - 5 && back[n].first > front[n].first - 8);
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

void TestBones::foraminaCloseAboutTheArteries_data() {
    archesCloseAboutTheCanal_data();
}

void TestBones::foraminaCloseAboutTheArteries() {
    QFETCH(int, vertebra);
    const Vertebra& v = kVertebrae[static_cast<std::size_t>(vertebra)];
    // Wherever the artery runs: closed over 4 to 9 mm, at least 4.8 mm wide all the way.
    for (const auto& [dx, dy] : {std::pair{0.0F, 0.0F}, {1.2F, 0.8F}, {-0.9F, 0.5F}, {0.5F, -1}}) {
        const ArteryPlaces arteries{std::array{-15.9F, -12.5F},
                                    std::array{15.9F + dx, -12.5F + dy}};
        float room = 99;
        const float closed = closedMm(v, arteries, room);
        QVERIFY2(closed >= 4 && closed <= 9,
                 qPrintable(QString::number(static_cast<double>(closed))));
        QVERIFY2(room >= 2.0F, qPrintable(QString::number(static_cast<double>(room))));
    }
}

void TestBones::pillarsAreFlatOvalsThatRunIntoTheLamina_data() {
    archesCloseAboutTheCanal_data();
}

void TestBones::pillarsAreFlatOvalsThatRunIntoTheLamina() {
    QFETCH(int, vertebra);
    const Vertebra& v = kVertebrae[static_cast<std::size_t>(vertebra)];
    const auto [ratio, turn] = pillarForm(v.middle - 5);
    QVERIFY2(ratio > 1.3 && ratio < 2.2, qPrintable(QString::number(ratio)));
    QVERIFY2(turn > 10 && turn < 45, qPrintable(QString::number(turn)));
    for (float u = -9; u <= 4; u += 1)
        QVERIFY2(laminaRuns(v.middle + u), qPrintable(QString::number(static_cast<double>(u))));
}

void TestBones::jointsShowTheUpperFacetInFront() {
    // At the height of a disc: the lower vertebra's facet, the joint, the upper one's facet.
    const CasePlan plan = plainPlan();
    for (const std::size_t disc : {1U, 2U, 3U, 4U}) {
        const SpineCut cut(plan, kDiscs[disc]);
        int changes = 0;
        bool bone = false;
        for (float y = -8; y < 10; y += 0.1F) {
            changes += (cut.at(20.4F, y).bone < 0) != bone ? 1 : 0;
            bone = cut.at(20.4F, y).bone < 0;
        }
        QCOMPARE(changes, 4);
        // The joint slants: less than half a right angle over the pillar's width, not none.
        const float rise = jointRise(25, 0, disc) - jointRise(15, 0, disc);
        QVERIFY(std::fabs(rise) > 0.3F && std::fabs(rise) < 6);
    }
}

void TestBones::hooksStandAtTheBackOuterEdge_data() {
    archesCloseAboutTheCanal_data();
}

void TestBones::hooksStandAtTheBackOuterEdge() {
    QFETCH(int, vertebra);
    const auto level = static_cast<std::size_t>(vertebra);
    const CasePlan plan = plainPlan();
    const float plate = kDiscs[level] - halfDisc(plan, level);
    // Nothing above the end plate in its middle or in front, the hook behind, 3 to 5 mm high.
    QVERIFY(!isBone(0, -14, plate + 0.6F));
    for (const float y : {-23.0F, -21.0F, -19.5F})
        QVERIFY(!isBone(10, y, plate + 1.5F));
    float high = 0;
    while (isBone(10.2F, -11, plate - 1 + high))
        high += 0.1F;
    QVERIFY2(high > 3.5F && high < 6, qPrintable(QString::number(static_cast<double>(high))));
    // The body above is rounded off against it.
    float gap = 0;
    while (!isBone(10.2F, -11, plate - 1 + high + gap))
        gap += 0.1F;
    QVERIFY2(gap > 0.8F && gap < 4, qPrintable(QString::number(static_cast<double>(gap))));
}

void TestBones::spinesOfTheOldAreWorn() {
    // Twelve people of 75 against the same at 30, who show nothing.
    double narrow = 0, spur = 0;
    for (unsigned seed = 1; seed <= 12; ++seed) {
        Recipe recipe = wholeNeck(seed);
        recipe.patient.ageYears = 30;
        const CasePlan young = makePlan(recipe);
        recipe.patient.ageYears = 75;
        const CasePlan old = makePlan(recipe);
        for (std::size_t disc = 0; disc < kDiscCount; ++disc) {
            QVERIFY(young.discWear[disc].narrow == 0 && young.discWear[disc].spur == 0);
            QVERIFY(halfDisc(old, disc) >= 0.9F && halfDisc(old, disc) <= halfDisc(young, disc));
        }
        narrow += static_cast<double>(old.discWear[3].narrow) / 12;
        spur += static_cast<double>(old.discWear[3].spur) / 12;
    }
    QVERIFY(narrow > 0.4 && spur > 0.4);
    // A spur lengthens the rim in front and nothing half way down.
    CasePlan plan = plainPlan();
    plan.discWear[2].spur = 1;
    const float rim = kDiscs[2] - halfDisc(plan, 2) - 1;
    const auto front = [&](const CasePlan& of, float z) {
        float y = -32;
        while (y < 0 && spineAt(0, y, z, of).bone >= 0)
            y += 0.05F;
        return y;
    };
    QVERIFY(front(plan, rim) < front(plainPlan(), rim) - 1);
    QVERIFY(std::fabs(front(plan, -33) - front(plainPlan(), -33)) < 0.1F);
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
