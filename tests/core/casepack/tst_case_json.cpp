#include "casepack/case_json.h"
#include "casepack/schemas.h"
#include "casepack/truth_json.h"
#include "serial/schema.h"
#include <QTest>
#include <set>

using namespace nodewise;
using namespace nodewise::casepack;
using serial::Json;

namespace {

CaseRecord fullRecord() {
    CaseRecord record;
    record.id = CaseId("case-7");
    record.title = "A neck";
    record.imageKind = ImageKind::Dicom;
    record.truthKind = TruthKind::IenePanel;
    record.difficulty = 4;
    record.edition = Edition::Tnm8;
    record.history = {61,
                      "f",
                      Site::UnknownPrimaryHpv,
                      PrimarySide::Midline,
                      P16Status::Positive,
                      "?",
                      BiopsyKind::Core,
                      12,
                      true,
                      true,
                      true,
                      70,
                      "fixed"};
    record.opening = {300, -20, 12.5};
    record.nodes = {{NodeId("n1"), Side::Left, Level::IIb}, {NodeId("n2"), Side::Right, Level::X_}};
    record.concepts = {ConceptId("fat/larynx/vessel")};
    record.structures = {"carotid_left"};
    record.asksPathology = true;
    return record;
}

CaseTruth fullTruth() {
    NodeTruth node;
    node.id = NodeId("n1");
    node.kind = TruthKind::PeneNode;
    node.side = Side::Right;
    node.level = Level::VIIa;
    node.centre = {1.5, -2.25, 100};
    node.label = 7;
    node.metastatic = false;
    node.grade = Grade::G2;
    node.distribution = {0, 0.25, 0.75, 0};
    node.pene = PathologicalEne::Micro;
    node.peneDepthMm = 1.5;
    node.clinicalEne = true;
    node.margin = Margin::Indistinct;
    node.fat = PerinodalFat::Extended;
    node.adjacency = Adjacency::Invaded;
    node.structure = "sternocleidomastoid_right";
    node.structureKind = StructureKind::Muscle;
    node.coalescence = node.necrosis = node.cystic = node.hilum = true;
    node.shortAxisMm = 11;
    node.longAxisMm = 15.5;
    node.greatestMm = 21;
    node.belowCricoid = node.retropharyngeal = true;
    return {{node}, ImageQuality::Limited, {"P1", "P12"}, "a panel"};
}

/// All values of "enum" lists anywhere in a schema that contain `word`.
bool hasEnumOf(const Json& schema, const std::set<std::string>& words) {
    if (const Json* list = schema.find("enum")) {
        std::set<std::string> found;
        for (const Json& element : list->elements())
            found.insert(element.isString() ? element.string() : std::string());
        if (found == words)
            return true;
    }
    for (const auto& member : schema.members())
        if (hasEnumOf(member.value, words))
            return true;
    for (const Json& element : schema.elements())
        if (hasEnumOf(element, words))
            return true;
    return false;
}

template <class T>
std::set<std::string> wordsOf() {
    std::set<std::string> words;
    for (const auto& [value, text] : allWords<T>())
        words.insert(std::string(text));
    return words;
}

}  // namespace

class TestCaseJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsACaseBack() {
        const Json json = toJson(fullRecord());
        const auto again = readCase(json);
        QVERIFY(again.has_value());
        QCOMPARE(serial::toJsonText(toJson(*again)), serial::toJsonText(json));
        QCOMPARE(again->history.biopsyDaysBefore, std::optional(12));
        QCOMPARE(again->opening.positionZMm, std::optional(12.5));
        QCOMPARE(again->nodes.back().level, Level::X_);
        QCOMPARE(again->structures, std::vector<std::string>{"carotid_left"});
        QVERIFY(serial::checkSchema(json, *schemaText("case")).has_value());
    }

    void readsATruthBack() {
        const Json json = toJson(fullTruth());
        const auto again = readTruth(json);
        QVERIFY(again.has_value());
        QCOMPARE(serial::toJsonText(toJson(*again)), serial::toJsonText(json));
        QVERIFY(!again->nodes.front().metastatic);
        QCOMPARE(again->nodes.front().structure, std::string("sternocleidomastoid_right"));
        QVERIFY(serial::checkSchema(json, *schemaText("truth")).has_value());
    }

    void refusesWhatItDoesNotUnderstand() {
        Json json = toJson(fullRecord());
        json.set("edition", "TNM12");
        QCOMPARE(readCase(json, "case.json").error().code, ErrorCode::ValueOutOfRange);
        QCOMPARE(readCase(json, "case.json").error().place, std::string("/edition"));
        json.remove("history");
        json.set("edition", "TNM9");
        QCOMPARE(readCase(json).error().place, std::string("/history"));
    }

    /// A grade that is not the likeliest one would score readers against a minority.
    void refusesAGradeThatFewReadersGave() {
        CaseTruth truth = fullTruth();
        truth.nodes.front().grade = Grade::G1;
        QCOMPARE(readTruth(toJson(truth)).error().code, ErrorCode::ValueOutOfRange);
    }

    void schemasKnowTheSameWordsAsTheTypes() {
        const Json schema = *serial::parseJson(*schemaText("case"));
        QVERIFY(hasEnumOf(schema, wordsOf<Site>()));
        QVERIFY(hasEnumOf(schema, wordsOf<Level>()));
        QVERIFY(hasEnumOf(schema, wordsOf<Side>()));
        QVERIFY(hasEnumOf(schema, wordsOf<PrimarySide>()));
        QVERIFY(hasEnumOf(schema, wordsOf<P16Status>()));
        QVERIFY(hasEnumOf(schema, wordsOf<BiopsyKind>()));
        QVERIFY(hasEnumOf(schema, wordsOf<TruthKind>()));
        QVERIFY(hasEnumOf(schema, wordsOf<Edition>()));
        const Json truth = *serial::parseJson(*schemaText("truth"));
        QVERIFY(hasEnumOf(truth, wordsOf<Grade>()));
        QVERIFY(hasEnumOf(truth, wordsOf<Margin>()));
        QVERIFY(hasEnumOf(truth, wordsOf<PerinodalFat>()));
        QVERIFY(hasEnumOf(truth, wordsOf<Adjacency>()));
        QVERIFY(hasEnumOf(truth, wordsOf<StructureKind>()));
        QVERIFY(hasEnumOf(truth, wordsOf<PathologicalEne>()));
        QVERIFY(hasEnumOf(truth, wordsOf<ImageQuality>()));
        QVERIFY(hasEnumOf(truth, wordsOf<Level>()));
    }
};

QTEST_APPLESS_MAIN(TestCaseJson)
#include "tst_case_json.moc"
