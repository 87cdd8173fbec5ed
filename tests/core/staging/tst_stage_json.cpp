#include "serial/schema.h"
#include "staging/stage_json.h"
#include <QFile>
#include <QtTest>

using namespace nodewise;
using namespace nodewise::staging;

class TestStageJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsTheContractsKeys();
    void readsBackWhatItWrites();
    void writesTheContractsKeys();
    void refusesBadInput_data();
    void refusesBadInput();
    void agreesWithTheSchema_data();
    void agreesWithTheSchema();
};

namespace {
constexpr const char* kNeck = R"({"edition":"TNM9","site":"oropharynx_p16pos","basis":"clinical",
  "nodes":[{"side":"ipsilateral","level":"IIa","greatest_mm":24.5,"below_cricoid":false,
  "retropharyngeal":false,"ene":{"clinical":false,"imaging_grade":2,
  "imaging_certainty":"unequivocal","pathological":"not_examined"},"structures":["muscle"]}]})";
}

void TestStageJson::readsTheContractsKeys() {
    const auto input = stagingInputFromJson(*serial::parseJson(kNeck));
    QVERIFY(input.has_value());
    QCOMPARE(input->nodes.size(), std::size_t(1));
    const auto& node = input->nodes.front();
    QCOMPARE(node.greatestMm, 24.5);
    QVERIFY(node.ene.imagingGrade == Grade::G2);
    QVERIFY(node.ene.imagingCertainty == Certainty::Unequivocal);
    QVERIFY(node.structures.front() == StructureKind::Muscle);
    const auto words =
        serial::parseJson(R"({"edition":"TNM8","site":"larynx","basis":"pathological",
      "nodes":[{"side":"midline","greatest_mm":9,"level":"VIIa","ene":{"imaging_grade":"G1"}},
               {"side":"contralateral","greatest_mm":9,"level":"IVa"}]})");
    const auto second = stagingInputFromJson(*words);
    QVERIFY(second.has_value());
    QVERIFY(second->nodes[0].ene.imagingGrade == Grade::G1);
    QVERIFY(second->nodes[0].retropharyngeal && !second->nodes[0].belowCricoid);
    QVERIFY(second->nodes[1].belowCricoid && !second->nodes[1].retropharyngeal);
}

void TestStageJson::readsBackWhatItWrites() {
    const auto input = stagingInputFromJson(*serial::parseJson(kNeck));
    const auto again = stagingInputFromJson(toJson(*input));
    QVERIFY(again.has_value());
    QCOMPARE(toJson(*again), toJson(*input));
}

void TestStageJson::writesTheContractsKeys() {
    const auto result = stageNeck(*stagingInputFromJson(*serial::parseJson(kNeck)));
    const auto json = toJson(*result);
    QCOMPARE(json.find("category")->string(), std::string("cN2"));
    QCOMPARE(json.find("rule")->string(), std::string("tnm9-hpvopc-c/n2-ene"));
    QVERIFY(json.find("notes")->isArray());
    QVERIFY(!json.find("ambiguous")->boolean());
    const auto* other = json.find("other_edition");
    QCOMPARE(other->find("edition")->string(), std::string("TNM8"));
    QCOMPARE(other->find("category")->string(), std::string("cN1"));
    QVERIFY(!other->find("rule")->string().empty());
}

void TestStageJson::refusesBadInput_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("place");
    const auto row = [](const char* name, const char* text, const char* code, const char* place) {
        QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(code)
                            << QString::fromLatin1(place);
    };
    row("no edition", R"({"site":"larynx","basis":"clinical","nodes":[]})", "JsonInvalid",
        "/edition");
    row("unknown site", R"({"edition":"TNM9","site":"lung","basis":"clinical","nodes":[]})",
        "ValueOutOfRange", "/site");
    row("unknown key", R"({"edition":"TNM9","site":"larynx","basis":"clinical","nodes":[],"x":1})",
        "UnknownKey", "");
    row("size zero",
        R"({"edition":"TNM9","site":"larynx","basis":"clinical","nodes":[{"side":"ipsilateral","greatest_mm":0}]})",
        "ValueOutOfRange", "/nodes/0/greatest_mm");
    row("grade 4",
        R"({"edition":"TNM9","site":"larynx","basis":"clinical","nodes":[{"side":"ipsilateral","greatest_mm":9,"ene":{"imaging_grade":4}}]})",
        "ValueOutOfRange", "/nodes/0/ene/imaging_grade");
    row("size a word",
        R"({"edition":"TNM9","site":"larynx","basis":"clinical","nodes":[{"side":"ipsilateral","greatest_mm":"big"}]})",
        "JsonInvalid", "/nodes/0/greatest_mm");
}

void TestStageJson::refusesBadInput() {
    QFETCH(QByteArray, text);
    QFETCH(QString, code);
    QFETCH(QString, place);
    const auto json = serial::parseJson(text.toStdString());
    QVERIFY(json.has_value());
    const auto result = stagingInputFromJson(*json);
    QVERIFY(!result);
    QCOMPARE(QString::fromStdString(std::string(errorWord(result.error().code))), code);
    QCOMPARE(QString::fromStdString(result.error().place), place);
}

void TestStageJson::agreesWithTheSchema_data() {
    refusesBadInput_data();
}

void TestStageJson::agreesWithTheSchema() {
    QFile file(QStringLiteral(NODEWISE_SOURCE_DIR "/cases/schema/stage_input.schema.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const std::string schema = file.readAll().toStdString();
    QVERIFY(serial::checkSchema(*serial::parseJson(kNeck), schema).has_value());
    QFETCH(QByteArray, text);
    QVERIFY(!serial::checkSchema(*serial::parseJson(text.toStdString()), schema));
}

QTEST_APPLESS_MAIN(TestStageJson)
#include "tst_stage_json.moc"
