#include "staging/n_category.h"
#include "staging/rule_tables.h"
#include <QtTest>
#include <algorithm>

using namespace nodewise;
using namespace nodewise::staging;

namespace {

StagedNode node(RelativeSide side, double mm) {
    StagedNode made;
    made.side = side;
    made.greatestMm = mm;
    return made;
}
StagedNode ipsi(double mm) {
    return node(RelativeSide::Ipsilateral, mm);
}
StagedNode contra(double mm) {
    return node(RelativeSide::Contralateral, mm);
}
StagedNode clinicalEne(StagedNode made) {
    made.ene.clinical = true;
    return made;
}
StagedNode pene(StagedNode made) {
    made.ene.pathological = PathologicalEne::Macro;
    return made;
}
StagedNode noPene(StagedNode made) {
    made.ene.pathological = PathologicalEne::None;
    return made;
}
StagedNode iene(StagedNode made, Grade grade, Certainty certainty = Certainty::Unequivocal,
                std::vector<StructureKind> structures = {}) {
    made.ene.imagingGrade = grade;
    made.ene.imagingCertainty = certainty;
    made.structures = std::move(structures);
    return made;
}
StagedNode low(StagedNode made) {
    made.belowCricoid = true;
    return made;
}
StagedNode retropharyngeal(StagedNode made) {
    made.retropharyngeal = true;
    made.level = Level::VIIa;
    return made;
}

StagingInput neck(Edition edition, Site site, Basis basis, std::vector<StagedNode> nodes) {
    StagingInput input;
    input.edition = edition;
    input.site = site;
    input.basis = basis;
    input.nodes = std::move(nodes);
    return input;
}

bool hasNote(const NCategory& category, const std::string& code) {
    return std::any_of(category.notes.begin(), category.notes.end(),
                       [&](const StagingNote& note) { return note.code == code; });
}

bool hasReading(const NCategory& category, const std::string& name, const std::string& printed) {
    return std::any_of(category.notes.begin(), category.notes.end(), [&](const StagingNote& note) {
        return note.code == "reading" && note.values.at(0) == name && note.values.at(1) == printed;
    });
}

constexpr auto C = Basis::Clinical;
constexpr auto P = Basis::Pathological;
constexpr auto T8 = Edition::Tnm8;
constexpr auto T9 = Edition::Tnm9;

}  // namespace

Q_DECLARE_METATYPE(nodewise::staging::StagingInput)

class TestNCategory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void followsPublishedVectors_data();
    void followsPublishedVectors();
    void keepsSizeBoundaries_data();
    void keepsSizeBoundaries();
    void flagsWhatSourcesLeaveOpen_data();
    void flagsWhatSourcesLeaveOpen();
    void flagsSideOfUnknownPrimary();
    void stagesUnknownP16AsNegativeWithNote();
    void explainsImagingOnlyInTnm8();
    void takesLowerCategoryForDoubtfulImaging();
    void countsMidlineAsIpsilateral();
    void givesTheOtherEdition();
    void staysTheSameInAnyOrderAndNeverFallsWithAMoreNode();
    void answersForEverySiteEditionAndBasis();
    void refusesBadSizesAndContradictions();
    void ranksCategories();
    void refusesDamagedRules();
};

void TestNCategory::followsPublishedVectors_data() {
    QTest::addColumn<StagingInput>("input");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, StagingInput input, const char* expected) {
        QTest::newRow(name) << std::move(input) << QString::fromLatin1(expected);
    };
    const Site oral = Site::OralCavity, larynx = Site::Larynx, hpv = Site::OropharynxP16Pos,
               npc = Site::Nasopharynx;
    row("1", neck(T8, oral, C, {clinicalEne(ipsi(20))}), "cN3b");
    row("2", neck(T8, oral, P, {pene(ipsi(20))}), "pN2a");
    row("3", neck(T8, oral, P, {pene(ipsi(31))}), "pN3b");
    row("4", neck(T8, oral, P, {pene(contra(10))}), "pN3b");
    row("5", neck(T8, oral, P, {noPene(ipsi(11)), pene(ipsi(22))}), "pN3b");
    row("6", neck(T8, larynx, C, {ipsi(30)}), "cN1");
    row("7", neck(T8, larynx, C, {ipsi(60)}), "cN2a");
    row("8", neck(T8, larynx, C, {ipsi(20), ipsi(15), contra(61)}), "cN3a");
    row("9", neck(T8, oral, C, {iene(ipsi(20), Grade::G1)}), "cN1");
    row("10", neck(T8, hpv, C, {iene(ipsi(20), Grade::G3), ipsi(30), ipsi(60)}), "cN1");
    row("11", neck(T9, hpv, C, {iene(ipsi(20), Grade::G1), ipsi(30), ipsi(60)}), "cN2");
    row("12", neck(T9, hpv, C, {iene(ipsi(20), Grade::G2), contra(30)}), "cN3");
    row("13", neck(T9, hpv, C, {iene(ipsi(20), Grade::G1, Certainty::Possible)}), "cN1");
    row("14", neck(T9, hpv, P, {pene(ipsi(20)), noPene(ipsi(12)), noPene(ipsi(9))}), "pN2");
    row("15", neck(T9, hpv, P, std::vector<StagedNode>(5, noPene(ipsi(15)))), "pN2");
    row("16",
        neck(T9, npc, C,
             {iene(ipsi(20), Grade::G3, Certainty::Unequivocal, {StructureKind::Muscle})}),
        "cN3");
    row("17 one side", neck(T9, npc, C, {iene(ipsi(50), Grade::G2)}), "cN1");
    row("17 both sides", neck(T9, npc, C, {iene(ipsi(50), Grade::G2), contra(15)}), "cN2");
    row("18", neck(T9, npc, C, {low(ipsi(20))}), "cN3");
    row("19", neck(T9, npc, C, {retropharyngeal(ipsi(10)), retropharyngeal(contra(10))}), "cN1");
    row("20", neck(T9, Site::Salivary, P, {pene(ipsi(20)), noPene(ipsi(10))}), "pN2");
    row("no node", neck(T9, hpv, C, {}), "cN0");
    row("pN1 of four, TNM8", neck(T8, hpv, P, std::vector<StagedNode>(4, ipsi(15))), "pN1");
    row("pN2 of five, TNM8", neck(T8, hpv, P, std::vector<StagedNode>(5, ipsi(15))), "pN2");
    row("pN3 of five with pENE", neck(T9, hpv, P, std::vector<StagedNode>(5, pene(ipsi(9)))),
        "pN3");
    row("pN1a", neck(T9, hpv, P, {noPene(ipsi(15))}), "pN1a");
    row("pN1b", neck(T9, hpv, P, {noPene(ipsi(15)), noPene(ipsi(15))}), "pN1b");
    row("salivary, four nodes", neck(T9, Site::Salivary, C, std::vector<StagedNode>(4, ipsi(9))),
        "cN2");
    row("salivary, three nodes", neck(T9, Site::Salivary, C, std::vector<StagedNode>(3, ipsi(9))),
        "cN1");
    row("NPC TNM8 both sides", neck(T8, npc, C, {ipsi(20), contra(20)}), "cN2");
}

void TestNCategory::followsPublishedVectors() {
    QFETCH(StagingInput, input);
    QFETCH(QString, expected);
    const auto result = stageEdition(input);
    QVERIFY(result.has_value());
    QCOMPARE(QString::fromStdString(result->category), expected);
    QVERIFY(!result->ambiguous);
    QVERIFY(!result->rule.empty() && !result->source.empty());
}

void TestNCategory::keepsSizeBoundaries_data() {
    QTest::addColumn<double>("mm");
    QTest::addColumn<QString>("negative");
    QTest::addColumn<QString>("positive");
    QTest::newRow("3.0 cm is 3 or less") << 30.0 << QStringLiteral("cN1") << QStringLiteral("cN1");
    QTest::newRow("3.01 cm") << 30.1 << QStringLiteral("cN2a") << QStringLiteral("cN1");
    QTest::newRow("6.0 cm is 6 or less") << 60.0 << QStringLiteral("cN2a") << QStringLiteral("cN1");
    QTest::newRow("6.01 cm") << 60.1 << QStringLiteral("cN3a") << QStringLiteral("cN3");
}

void TestNCategory::keepsSizeBoundaries() {
    QFETCH(double, mm);
    QFETCH(QString, negative);
    QFETCH(QString, positive);
    for (const Edition edition : {T8, T9}) {
        const auto larynx = stageEdition(neck(edition, Site::Larynx, C, {ipsi(mm)}));
        const auto hpv = stageEdition(neck(edition, Site::OropharynxP16Pos, C, {ipsi(mm)}));
        QCOMPARE(QString::fromStdString(larynx->category), negative);
        QCOMPARE(QString::fromStdString(hpv->category), positive);
    }
}

void TestNCategory::flagsWhatSourcesLeaveOpen_data() {
    QTest::addColumn<StagingInput>("input");
    QTest::addColumn<QString>("lower");
    QTest::addColumn<QString>("firstName");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("secondName");
    QTest::addColumn<QString>("second");
    const auto row = [](const char* name, StagingInput input, const char* lower, const char* n1,
                        const char* c1, const char* n2, const char* c2) {
        const auto q = [](const char* text) { return QString::fromLatin1(text); };
        QTest::newRow(name) << std::move(input) << q(lower) << q(n1) << q(c1) << q(n2) << q(c2);
    };
    row("iENE outside the oropharynx under TNM9",
        neck(T9, Site::OralCavity, C, {iene(ipsi(20), Grade::G1)}), "cN1", "UICC9", "cN3b", "AJCC8",
        "cN1");
    row("contralateral only with iENE",
        neck(T9, Site::OropharynxP16Pos, C, {iene(contra(20), Grade::G1)}), "cN2", "UICC9/AJCC9",
        "cN2", "UICC9/AJCC9", "cN3");
    row("NPC into a gland only",
        neck(T9, Site::Nasopharynx, C,
             {iene(ipsi(20), Grade::G3, Certainty::Unequivocal, {StructureKind::Gland})}),
        "cN1", "UICC9/AJCC9", "cN1", "UICC9/AJCC9", "cN3");
    row("NPC into another structure only",
        neck(
            T9, Site::Nasopharynx, C,
            {iene(ipsi(20), Grade::G3, Certainty::Unequivocal, {StructureKind::Other}), contra(9)}),
        "cN2", "UICC9/AJCC9", "cN2", "UICC9/AJCC9", "cN3");
    row("salivary has no TNM8 rule here", neck(T8, Site::Salivary, C, {ipsi(40)}), "cN1", "UICC9",
        "cN1", "AJCC8", "cN2a");
    row("NPC has no pathological rule here", neck(T8, Site::Nasopharynx, P, {ipsi(40)}), "pN1",
        "UICC9", "pN1", "AJCC8", "pN1");
    row("unknown primary HPV", neck(T9, Site::UnknownPrimaryHpv, C, {iene(ipsi(20), Grade::G1)}),
        "cN1", "UICC9", "cN2", "AJCC8", "cN1");
    row("unknown primary EBV", neck(T9, Site::UnknownPrimaryEbv, C, {ipsi(20)}), "cN1", "UICC9",
        "cN1", "AJCC8", "cN1");
    row("clinical ENE without imaging, HPV",
        neck(T9, Site::OropharynxP16Pos, C, {clinicalEne(ipsi(20))}), "cN1", "UICC9/AJCC9", "cN1",
        "UICC9/AJCC9", "cN2");
}

void TestNCategory::flagsWhatSourcesLeaveOpen() {
    QFETCH(StagingInput, input);
    QFETCH(QString, lower);
    QFETCH(QString, firstName);
    QFETCH(QString, first);
    QFETCH(QString, secondName);
    QFETCH(QString, second);
    const auto result = stageEdition(input);
    QVERIFY(result.has_value());
    QVERIFY(result->ambiguous);
    QCOMPARE(QString::fromStdString(result->category), lower);
    QVERIFY(hasReading(*result, firstName.toStdString(), first.toStdString()));
    QVERIFY(hasReading(*result, secondName.toStdString(), second.toStdString()));
    QVERIFY(result->accepts(first.toStdString()) && result->accepts(second.toStdString()));
}

void TestNCategory::flagsSideOfUnknownPrimary() {
    StagingInput input = neck(T8, Site::Larynx, C, {ipsi(20)});
    for (const auto side : {PrimarySide::Midline, PrimarySide::Unknown}) {
        input.primarySide = side;
        const auto result = stageEdition(input);
        QVERIFY(result->ambiguous && hasNote(*result, "primary_side"));
        QCOMPARE(result->category, std::string("cN1"));
        QVERIFY(result->accepts("N2c"));
    }
    // Near miss: both sides are involved, so it does not matter where the primary lies.
    input.nodes.push_back(contra(20));
    const auto both = stageEdition(input);
    QVERIFY(!both->ambiguous);
    QCOMPARE(both->category, std::string("cN2c"));
    // Near miss: an unknown primary takes the side of its nodes.
    input = neck(T8, Site::UnknownPrimaryNeg, C, {contra(20)});
    input.primarySide = PrimarySide::Unknown;
    QVERIFY(!stageEdition(input)->ambiguous);
    QCOMPARE(stageEdition(input)->category, std::string("cN1"));
}

void TestNCategory::stagesUnknownP16AsNegativeWithNote() {
    StagingInput input = neck(T8, Site::OropharynxP16Pos, C, {ipsi(20), ipsi(15)});
    QCOMPARE(stageEdition(input)->category, std::string("cN1"));
    input.p16 = P16Status::Unknown;
    const auto result = stageEdition(input);
    QCOMPARE(result->category, std::string("cN2b"));
    QVERIFY(hasNote(*result, "p16_unknown"));
    input.site = Site::OralCavity;  // p16 has no say there
    QVERIFY(!hasNote(*stageEdition(input), "p16_unknown"));
}

void TestNCategory::explainsImagingOnlyInTnm8() {
    const auto result = stageEdition(neck(T8, Site::OralCavity, C, {iene(ipsi(20), Grade::G1)}));
    QVERIFY(hasNote(*result, "imaging_only"));
    QVERIFY(noteText(result->notes.front()).starts_with("imaging only"));
    QVERIFY(noteText(result->notes.front()).find("cN3b") != std::string::npos);
    const auto clean = stageEdition(neck(T8, Site::OralCavity, C, {iene(ipsi(20), Grade::G0)}));
    QVERIFY(clean->notes.empty());
}

void TestNCategory::takesLowerCategoryForDoubtfulImaging() {
    for (const auto certainty : {Certainty::Probable, Certainty::Possible, Certainty::Doubtful}) {
        const auto result = stageEdition(
            neck(T9, Site::OropharynxP16Pos, C, {iene(ipsi(20), Grade::G2, certainty)}));
        QCOMPARE(result->category, std::string("cN1"));
        QVERIFY(hasNote(*result, "lower_category") && !result->ambiguous);
    }
    StagedNode plain = ipsi(20);
    plain.ene.imagingGrade = Grade::G1;
    const auto result = stageEdition(neck(T9, Site::OropharynxP16Pos, C, {plain}));
    QCOMPARE(result->category, std::string("cN2"));
    QVERIFY(hasNote(*result, "certainty_not_given"));
}

void TestNCategory::countsMidlineAsIpsilateral() {
    const auto result =
        stageEdition(neck(T8, Site::Larynx, C, {node(RelativeSide::Midline, 12), ipsi(12)}));
    QCOMPARE(result->category, std::string("cN2b"));
    QCOMPARE(relativeSide(Side::Left, PrimarySide::Right), RelativeSide::Contralateral);
    QCOMPARE(relativeSide(Side::Right, PrimarySide::Right), RelativeSide::Ipsilateral);
    QCOMPARE(relativeSide(Side::Midline, PrimarySide::Right), RelativeSide::Midline);
}

void TestNCategory::givesTheOtherEdition() {
    const auto result = stageNeck(neck(T9, Site::OropharynxP16Pos, C, {iene(ipsi(20), Grade::G1)}));
    QVERIFY(result.has_value());
    QCOMPARE(result->result.category, std::string("cN2"));
    QVERIFY(result->otherEdition == T8);
    QCOMPARE(result->other.category, std::string("cN1"));
}

void TestNCategory::staysTheSameInAnyOrderAndNeverFallsWithAMoreNode() {
    const std::vector<StagedNode> pool{ipsi(12),
                                       contra(31),
                                       iene(ipsi(22), Grade::G2),
                                       clinicalEne(ipsi(61)),
                                       retropharyngeal(contra(8)),
                                       low(ipsi(18)),
                                       pene(contra(9))};
    for (const Edition edition : {T8, T9})
        for (const Basis basis : {C, P})
            for (const auto& [site, siteWord] : allWords<Site>()) {
                std::vector<StagedNode> nodes;
                int before = -1;
                for (const auto& added : pool) {
                    nodes.push_back(added);
                    const auto forward = stageEdition(neck(edition, site, basis, nodes));
                    auto reversed = nodes;
                    std::reverse(reversed.begin(), reversed.end());
                    const auto backward = stageEdition(neck(edition, site, basis, reversed));
                    QCOMPARE(forward->category, backward->category);
                    const int rank = categoryRank(forward->category);
                    QVERIFY2(rank >= before, std::string(siteWord).c_str());
                    before = rank;
                }
            }
}

void TestNCategory::answersForEverySiteEditionAndBasis() {
    for (const auto& [edition, editionWord] : allWords<Edition>())
        for (const auto& [site, siteWord] : allWords<Site>())
            for (const auto& [basis, basisWord] : allWords<Basis>()) {
                const auto possible = possibleCategories(edition, site, basis);
                QVERIFY(possible.size() >= 3 && possible.front() == "N0");
                const auto result = stageEdition(neck(edition, site, basis, {ipsi(15)}));
                QVERIFY(result.has_value());
                QVERIFY(std::find(possible.begin(), possible.end(),
                                  bareCategory(result->category)) != possible.end());
            }
}

void TestNCategory::refusesBadSizesAndContradictions() {
    for (const double mm : {0.0, -3.0, std::nan("")}) {
        const auto result = stageEdition(neck(T9, Site::Larynx, C, {ipsi(10), ipsi(mm)}));
        QVERIFY(!result && result.error().code == ErrorCode::InvalidArgument);
        QCOMPARE(result.error().place, std::string("/nodes/1/greatest_mm"));
    }
    StagingInput input = neck(T9, Site::OropharynxP16Pos, C, {ipsi(10)});
    input.p16 = P16Status::Negative;
    QVERIFY(!stageNeck(input));
    input.site = Site::OropharynxP16Neg;
    QVERIFY(stageNeck(input).has_value());
    input.p16 = P16Status::Positive;
    QVERIFY(!stageNeck(input));
}

void TestNCategory::ranksCategories() {
    QVERIFY(categoryRank("cN2a") < categoryRank("pN2c"));
    QVERIFY(categoryRank("N3a") < categoryRank("N3b"));
    QVERIFY(categoryRank("N1a") < categoryRank("N1b"));
    QCOMPARE(categoryRank("N9"), -1);
    QCOMPARE(bareCategory("cN2b"), std::string("N2b"));
    QCOMPARE(bareCategory("N2b"), std::string("N2b"));
}

void TestNCategory::refusesDamagedRules() {
    const auto read = [](std::string_view text) {
        const std::array files{EmbeddedFile{"rules/t.json", text}};
        return RuleBook::read(files);
    };
    QVERIFY(!read("{"));
    const auto open = read(R"({"id":"t","ene":"none","source":"s","confirmed":true,"rules":[
        {"id":"a","when":{},"category":"N0"},{"id":"b","when":{"count_min":1},"category":"N1"}]})");
    QVERIFY(!open && open.error().place == "/rules");
    const auto unknown = read(R"({"id":"t","ene":"none","source":"s","confirmed":true,"rules":[
        {"id":"a","when":{"colour":1},"category":"N0"},{"id":"b","when":{},"category":"N1"}]})");
    QVERIFY(!unknown && unknown.error().code == ErrorCode::UnknownKey);
    const auto word = read(R"({"id":"t","ene":"none","source":"s","confirmed":true,"rules":[
        {"id":"a","when":{"count_max":0},"category":"N7"},{"id":"b","when":{},"category":"N1"}]})");
    QVERIFY(!word && word.error().code == ErrorCode::ValueOutOfRange);
}

QTEST_APPLESS_MAIN(TestNCategory)
#include "tst_n_category.moc"
