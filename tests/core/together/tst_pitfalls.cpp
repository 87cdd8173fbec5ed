#include "pitfall_scene.h"
#include <QtTest>
#include <algorithm>
#include <cmath>

using namespace nodewise;
using namespace nodewise::tests;
using evidence::FindingCode;

namespace {

double strengthOf(const AssessedNode& node, FindingCode code) {
    double best = 0;
    for (const auto& finding : node.evidence.findings)
        if (finding.code == code)
            best = std::max(best, finding.strength);
    return best;
}

bool flagged(const AssessedNode& node, measure::QualityFlag flag) {
    const auto& flags = node.measured.flags;
    return std::find(flags.begin(), flags.end(), flag) != flags.end();
}

double sureness(const AssessedNode& node) {
    return std::abs(node.evidence.opinion.strength - 0.5);
}

QString say(const AssessedNode& node) {
    QString text = QString::fromUtf8(word(node.evidence.opinion.grade).data());
    for (const auto& finding : node.evidence.findings)
        text += QStringLiteral(" %1 %2 (%3)")
                    .arg(QString::fromUtf8(word(finding.code).data()))
                    .arg(finding.value.value_or(-1), 0, 'g', 3)
                    .arg(finding.strength, 0, 'g', 2);
    return text;
}

void isGrade(const AssessedNode& node, Grade grade) {
    QVERIFY2(node.evidence.opinion.grade == grade, qPrintable(say(node)));
}

/// Haze that fades into the fat, over a sector about `towards` or all round.
auto haze(double reachMm, bool allRound) {
    return [=](PointLps p) -> std::optional<double> {
        const VectorLps out = p - PitfallScene::centre();
        const double away = length(out) - 8;
        if (away < 0 || away > reachMm || (!allRound && out.y < 0.2 * length(out)))
            return std::nullopt;
        return -100 + 90 * (1 - away / reachMm);
    };
}

/// A muscle whose face touches the node and gives way to it.
PitfallScene besideMuscle() {
    PitfallScene scene = pitfallScene();
    scene.structure = [scene](PointLps p) {
        return p.x > 35 && p.x < 52 && scene.fromNode(p) > 0 && std::abs(p.y) < 26;
    };
    return scene;
}

/// Three fingers of tumour that grow from the node into that muscle.
PitfallScene invadedMuscle() {
    PitfallScene scene = besideMuscle();
    const auto grown = [](PointLps p) {
        const double from = distance(p, PitfallScene::centre()) - 8;
        if (p.x < 35 || std::hypot(p.y, p.z) > 7.5)
            return false;
        const double wave = 0.65 + 0.35 * std::sin(2.1 * p.y + 0.4) * std::cos(1.7 * p.z);
        return from <= 7 * wave;
    };
    const auto muscle = scene.structure;
    scene.grown = grown;
    scene.structure = [muscle, grown](PointLps p) { return muscle(p) && !grown(p); };
    return scene;
}

}  // namespace

/// The library of pitfalls of the clinical dossier (6.2), P1 to P13, on painted pictures.
class TestPitfalls : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCleanNodeIsNone();
    void p1BiopsyLowersTheCertaintyNotTheNumbers();
    void p2InfectionLowersTheCertaintyNotTheNumbers();
    void p3RadiationIsTheSameOnBothSides();
    void p4CystIsNoExtension();
    void p5HilumIsNoNecrosisAndNoExtension();
    void p6ContactIsNoInvasion();
    void p7ClusterIsNotCoalescent();
    void p8VesselIsNoNode();
    void p9GlandIsNoNode();
    void p10WithoutFatTheGradeIsUnsure();
    void p11ThickSlicesMakeNoMargin();
    void p12StreaksLowerTheCertainty();
    void p13WithoutContrastNothingIsCertain();
};

void TestPitfalls::aCleanNodeIsNone() {
    const auto node = pitfallScene().assess();
    isGrade(node, Grade::G0);
    QVERIFY2(node.evidence.opinion.certainty == Certainty::Doubtful, qPrintable(say(node)));
    QVERIFY(!node.evidence.conditions.limitedQuality);
}

void TestPitfalls::p1BiopsyLowersTheCertaintyNotTheNumbers() {
    PitfallScene scene = pitfallScene();
    scene.around = haze(7, false);
    evidence::PatientContext biopsied;
    biopsied.biopsyDays = 6;
    const auto plain = scene.assess(), after = scene.assess(biopsied);
    QVERIFY2(strengthOf(plain, FindingCode::FatStranding) > 0.5, qPrintable(say(plain)));
    QVERIFY(plain.evidence.opinion.grade == after.evidence.opinion.grade);
    QVERIFY(after.evidence.opinion.strength <= plain.evidence.opinion.strength);
    QCOMPARE(after.measured.fat->strandingIndex, plain.measured.fat->strandingIndex);
    QCOMPARE(strengthOf(after, FindingCode::FatStranding),
             strengthOf(plain, FindingCode::FatStranding));
    QVERIFY(*after.evidence.pene.probability < *plain.evidence.pene.probability);
}

void TestPitfalls::p2InfectionLowersTheCertaintyNotTheNumbers() {
    PitfallScene scene = pitfallScene();
    scene.around = haze(9, true);
    scene.inside = [](PointLps p) -> std::optional<double> {
        return distance(p, PitfallScene::centre()) < 5 ? std::optional(20.0) : std::nullopt;
    };
    evidence::PatientContext infected;
    infected.infection = true;
    const auto plain = scene.assess(), known = scene.assess(infected);
    QVERIFY2(strengthOf(plain, FindingCode::Necrosis) > 0.5, qPrintable(say(plain)));
    QVERIFY(plain.evidence.opinion.grade == known.evidence.opinion.grade);
    QVERIFY(plain.evidence.opinion.grade < Grade::G2);
    if (plain.evidence.opinion.grade == Grade::G1)
        QVERIFY(known.evidence.opinion.strength < plain.evidence.opinion.strength);
    QVERIFY(*known.evidence.pene.probability < *plain.evidence.pene.probability);
}

/// Haze of most of the fat everywhere: against the opposite side nothing is left of it.
void TestPitfalls::p3RadiationIsTheSameOnBothSides() {
    PitfallScene scene = pitfallScene();
    scene.around = [](PointLps p) -> std::optional<double> {
        const double wave = std::sin(1.1 * std::abs(p.x)) * std::cos(0.9 * p.y) * std::cos(p.z);
        return wave > -0.15 ? std::optional(-50.0) : std::nullopt;
    };
    const auto node = scene.assess();
    QVERIFY2(node.measured.fat->strandingIndex > 0.33, qPrintable(say(node)));
    QVERIFY(node.measured.fat->reference == measure::FatReference::Opposite);
    QVERIFY2(strengthOf(node, FindingCode::FatStranding) < 0.5, qPrintable(say(node)));
    isGrade(node, Grade::G0);
}

void TestPitfalls::p4CystIsNoExtension() {
    PitfallScene scene = pitfallScene();
    scene.radiusMm = 13;
    scene.inside = [](PointLps p) -> std::optional<double> {
        return distance(p, PitfallScene::centre()) < 11.3 ? std::optional(12.0) : std::nullopt;
    };
    const auto node = scene.assess();
    isGrade(node, Grade::G0);
    QVERIFY2(strengthOf(node, FindingCode::Necrosis) > 0.5 ||
                 strengthOf(node, FindingCode::Cystic) > 0.5,
             qPrintable(say(node)));
}

void TestPitfalls::p5HilumIsNoNecrosisAndNoExtension() {
    PitfallScene scene = pitfallScene();
    scene.inside = [](PointLps p) -> std::optional<double> {
        return distance(p, {30, 3, 0}) < 3 ? std::optional(-90.0) : std::nullopt;
    };
    const auto node = scene.assess();
    isGrade(node, Grade::G0);
    QVERIFY2(strengthOf(node, FindingCode::Hilum) > 0.5, qPrintable(say(node)));
    QVERIFY2(strengthOf(node, FindingCode::Necrosis) < 0.5, qPrintable(say(node)));
}

void TestPitfalls::p6ContactIsNoInvasion() {
    const auto contact = besideMuscle().assess();
    QVERIFY2(strengthOf(contact, FindingCode::StructureContact) > 0.9, qPrintable(say(contact)));
    isGrade(contact, Grade::G0);
    const auto invaded = invadedMuscle().assess();
    isGrade(invaded, Grade::G3);
    QCOMPARE(invaded.evidence.opinion.decisive().subject, std::string("sternocleidomastoid_left"));
}

/// A fat line of 1.8 mm between two nodes, and none.
void TestPitfalls::p7ClusterIsNotCoalescent() {
    const auto pair = [](double gapMm) {
        PitfallScene scene = pitfallScene();
        scene.other = [gapMm](PointLps p) {
            return distance(p, {30, 16 + gapMm, 0}) <= 8 && distance(p, {30, 0, 0}) > 8;
        };
        return scene.assess();
    };
    const auto clustered = pair(1.8), grown = pair(-3);
    isGrade(clustered, Grade::G0);
    isGrade(grown, Grade::G2);
    QVERIFY(!clustered.measured.coalescence.empty());
    QCOMPARE(grown.evidence.opinion.decisive().rule, std::string("G2.coalescence"));
}

/// An unopacified vein through all slices: a structure the node touches, never a second node.
void TestPitfalls::p8VesselIsNoNode() {
    PitfallScene scene = pitfallScene();
    scene.structureName = "internal_jugular_vein_left";
    scene.structureHu = 50;
    scene.structure = [](PointLps p) { return std::hypot(p.x - 30, p.y - 13.5) < 6; };
    const auto node = scene.assess();
    QVERIFY(node.measured.coalescence.empty());
    QVERIFY(!node.measured.contacts.empty());
    isGrade(node, Grade::G0);
}

void TestPitfalls::p9GlandIsNoNode() {
    PitfallScene scene = pitfallScene();
    scene.structureName = "submandibular_gland_left";
    scene.structureHu = 104;
    scene.structure = [](PointLps p) {
        return std::hypot((p.x - 30) / 10, (p.y + 17) / 9, p.z / 14) < 1;
    };
    const auto node = scene.assess();
    QVERIFY(node.measured.coalescence.empty());
    isGrade(node, Grade::G0);
}

void TestPitfalls::p10WithoutFatTheGradeIsUnsure() {
    PitfallScene scene = pitfallScene();
    scene.fatHu = 55;
    const auto node = scene.assess(), fat = pitfallScene().assess();
    QVERIFY2(flagged(node, measure::QualityFlag::NoFatAround), qPrintable(say(node)));
    QVERIFY(node.evidence.conditions.limitedQuality);
    QVERIFY2(sureness(node) < sureness(fat), qPrintable(say(node)));
    QVERIFY(node.evidence.opinion.certainty != Certainty::Unequivocal);
}

void TestPitfalls::p11ThickSlicesMakeNoMargin() {
    PitfallScene scene = pitfallScene();
    scene.sliceMm = 5;
    scene.facts.blur = measure::ScannerBlur{0.45, 5 / std::sqrt(12.0), true, 100};
    const auto node = scene.assess();
    QVERIFY(flagged(node, measure::QualityFlag::ThickSlices));
    isGrade(node, Grade::G0);
    QVERIFY2(strengthOf(node, FindingCode::MarginIndistinct) < 0.5, qPrintable(say(node)));
    QVERIFY(sureness(node) < sureness(pitfallScene().assess()));
}

void TestPitfalls::p12StreaksLowerTheCertainty() {
    PitfallScene scene = invadedMuscle();
    const auto clear = scene.assess();
    for (int slice = 0; slice < 48; ++slice)
        scene.facts.streakSlices.push_back(slice);
    const auto streaked = scene.assess();
    QVERIFY(flagged(streaked, measure::QualityFlag::Streaks));
    QVERIFY(streaked.evidence.opinion.grade == clear.evidence.opinion.grade);
    QVERIFY(sureness(streaked) < sureness(clear));
}

void TestPitfalls::p13WithoutContrastNothingIsCertain() {
    PitfallScene scene = invadedMuscle();
    scene.facts.phase = measure::ContrastPhase::Unenhanced;
    const auto node = scene.assess();
    QVERIFY(flagged(node, measure::QualityFlag::Unenhanced));
    QVERIFY(node.evidence.opinion.certainty != Certainty::Unequivocal);
    QVERIFY(node.evidence.pene.abstained);
    QCOMPARE(node.evidence.pene.reason, std::string("unenhanced"));
}

QTEST_APPLESS_MAIN(TestPitfalls)
#include "tst_pitfalls.moc"
