#include "pitfall_scene.h"
#include <QtTest>
#include <algorithm>
#include <cmath>

using namespace nodewise;
using namespace nodewise::tests;
using evidence::FindingCode;

namespace {

using Around = std::function<std::optional<double>(PointLps)>;

std::string decisive(const AssessedNode& node) {
    return node.evidence.opinion.decisive().rule;
}

/// What a failure tells: the grade, its rule and each finding with its strength.
QByteArray say(const AssessedNode& node) {
    std::string text{word(node.evidence.opinion.grade)};
    text += " by " + decisive(node);
    for (const auto& f : node.evidence.findings)
        text += " " + std::string(word(f.code)) + " " + std::to_string(f.value.value_or(-1)) +
                " (" + std::to_string(f.strength) + ")";
    return QByteArray::fromStdString(text);
}

/// An edge that falls to the HU of fat within `reachMm`, and haze of `hazeHu` behind it; over three
/// quarters of the node.
Around soft(double reachMm, double hazeHu) {
    return [=](PointLps p) -> std::optional<double> {
        const VectorLps out = p - PitfallScene::centre();
        const double away = length(out) - 8;
        if (away < 0 || away > 7 || out.y < -0.5 * length(out))
            return std::nullopt;
        return std::max(hazeHu, 95 - 195 * away / reachMm);
    };
}

/// A muscle out of reach, so that the neck has names and nothing in the fat is taken for one.
void addFarMuscle(PitfallScene& scene) {
    scene.structure = [](PointLps p) { return p.x > 52 && p.x < 58; };
}

/// Strands a millimetre thick in the fat, which leave the edge sharp: none within 1.5 mm of it.
Around strands() {
    return [](PointLps p) -> std::optional<double> {
        const VectorLps out = p - PitfallScene::centre();
        const double away = length(out) - 8;
        if (away < 1.5 || away > 9)
            return std::nullopt;
        const double angle = std::atan2(out.z, out.y) + 3.14159265;
        return std::fmod(angle * 10 + 0.8 * out.x, 2.0) < 1.1 ? std::optional(-30.0) : std::nullopt;
    };
}

/// A cap of tumour that stands out of the node by `depthMm` in the fat.
PitfallScene bulging(double depthMm) {
    PitfallScene scene = pitfallScene();
    scene.grown = [depthMm](PointLps p) {
        const VectorLps out = p - PitfallScene::centre();
        const double across = std::hypot(out.x, out.z);
        return out.y > 0 && across < 4.5 && length(out) < 8 + depthMm * (1 - across / 6.5);
    };
    return scene;
}

}  // namespace

/// Each rule of the HNCIG grade on a painted picture: a case that fires it and one that nearly
/// does. G3 and G2 stand among the pitfalls too (P6, P7).
class TestRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void extensionIntoFat_data();
    void extensionIntoFat();
    void unsharpMarginWithStrandedFat();
    void unsharpMarginWithCleanFatIsNoExtension();
    void strandedFatWithASharpMarginIsNoExtension();
    void septum_data();
    void septum();
    void structure_data();
    void structure();
    void qualityMovesTheCertaintyNeverTheGrade();
};

void TestRules::extensionIntoFat_data() {
    QTest::addColumn<double>("depthMm");
    QTest::addColumn<int>("grade");
    QTest::newRow("4.5 mm fires") << 4.5 << 1;
    QTest::newRow("6 mm fires: depth is no criterion") << 6.0 << 1;
    QTest::newRow("1 mm nearly") << 1.0 << 0;
    QTest::newRow("none") << 0.0 << 0;
}

void TestRules::extensionIntoFat() {
    QFETCH(double, depthMm);
    QFETCH(int, grade);
    const auto node = bulging(depthMm).assess();
    QVERIFY2(gradeNumber(node.evidence.opinion.grade) == grade, say(node).constData());
    QCOMPARE(decisive(node), std::string(grade == 1 ? "G1.extension" : "G0.none"));
}

void TestRules::unsharpMarginWithStrandedFat() {
    PitfallScene scene = pitfallScene();
    scene.around = soft(4.5, -50);
    addFarMuscle(scene);
    const auto node = scene.assess();
    QVERIFY2(node.evidence.opinion.grade == Grade::G1, say(node).constData());
    QVERIFY2(decisive(node) == "G1.margin_and_fat", say(node).constData());
    QVERIFY(node.evidence.opinion.certainty != Certainty::Unequivocal);
}

void TestRules::unsharpMarginWithCleanFatIsNoExtension() {
    PitfallScene scene = pitfallScene();
    scene.around = soft(2.8, -100);
    addFarMuscle(scene);
    const auto node = scene.assess();
    QVERIFY2(node.evidence.opinion.grade == Grade::G0, say(node).constData());
}

void TestRules::strandedFatWithASharpMarginIsNoExtension() {
    PitfallScene scene = pitfallScene();
    scene.around = strands();
    addFarMuscle(scene);
    const auto node = scene.assess();
    QVERIFY2(node.measured.fat && node.measured.fat->excessIndex.value_or(0) > 0.2,
             say(node).constData());
    QVERIFY2(node.evidence.opinion.grade == Grade::G0, say(node).constData());
}

void TestRules::septum_data() {
    QTest::addColumn<double>("gapMm");
    QTest::addColumn<int>("grade");
    QTest::newRow("grown together") << -3.0 << 2;
    QTest::newRow("1.2 mm of fat nearly") << 1.2 << 0;
    QTest::newRow("2.5 mm of fat") << 2.5 << 0;
}

void TestRules::septum() {
    QFETCH(double, gapMm);
    QFETCH(int, grade);
    PitfallScene scene = pitfallScene();
    scene.other = [gapMm](PointLps p) {
        return distance(p, {30, 16 + gapMm, 0}) <= 8 && distance(p, {30, 0, 0}) > 8;
    };
    const auto node = scene.assess();
    QVERIFY2(gradeNumber(node.evidence.opinion.grade) == grade, say(node).constData());
    QCOMPARE(decisive(node), std::string(grade == 2 ? "G2.coalescence" : "G0.none"));
}

void TestRules::structure_data() {
    QTest::addColumn<double>("fingersMm");
    QTest::addColumn<int>("grade");
    QTest::newRow("fingers of 7 mm") << 7.0 << 3;
    QTest::newRow("pressed flat, nearly") << 0.0 << 0;
    QTest::newRow("a dent of 1 mm, nearly") << 1.0 << 0;
}

void TestRules::structure() {
    QFETCH(double, fingersMm);
    QFETCH(int, grade);
    PitfallScene scene = pitfallScene();
    scene.grown = [fingersMm](PointLps p) {
        const double from = distance(p, PitfallScene::centre()) - 8;
        const double wave = 0.65 + 0.35 * std::sin(2.1 * p.y + 0.4) * std::cos(1.7 * p.z);
        return p.x >= 35 && std::hypot(p.y, p.z) <= 7.5 && from <= fingersMm * wave;
    };
    scene.structure = [scene](PointLps p) {
        return p.x > 35 && p.x < 52 && !scene.node(p) && std::abs(p.y) < 26;
    };
    const auto node = scene.assess();
    QVERIFY2(gradeNumber(node.evidence.opinion.grade) == grade, say(node).constData());
    QCOMPARE(decisive(node), std::string(grade == 3 ? "G3.invasion" : "G0.none"));
}

/// Every quality flag, alone and all together, on one measured node of each grade.
void TestRules::qualityMovesTheCertaintyNeverTheGrade() {
    PitfallScene matted = pitfallScene();
    matted.other = [](PointLps p) {
        return distance(p, {30, 13, 0}) <= 8 && distance(p, {30, 0, 0}) > 8;
    };
    for (PitfallScene scene : {pitfallScene(), bulging(5), matted}) {
        const auto plain = scene.assess();
        auto measured = plain.measured;
        measured.flags.clear();
        const auto clear = evidence::assessNode(measured, {});
        for (const auto& [flag, name] : Words<measure::QualityFlag>::pairs) {
            measured.flags.push_back(flag);
            auto alone = measured;
            alone.flags = {flag};
            for (const auto* node : {&measured, &alone}) {
                const auto opinion = evidence::assessNode(*node, {}).opinion;
                QVERIFY2(opinion.grade == clear.opinion.grade, std::string(name).c_str());
                QVERIFY2(std::abs(opinion.strength - 0.5) <=
                             std::abs(clear.opinion.strength - 0.5) + 1e-12,
                         std::string(name).c_str());
            }
        }
        const auto worst = evidence::assessNode(measured, {}).opinion;
        QVERIFY(std::abs(worst.strength - 0.5) < std::abs(clear.opinion.strength - 0.5));
    }
}

QTEST_APPLESS_MAIN(TestRules)
#include "tst_rules.moc"
