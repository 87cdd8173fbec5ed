#include "assessment/call_json.h"
#include "serial/schema.h"
#include <QFile>
#include <QtTest>
#include <limits>

using namespace nodewise;
using namespace nodewise::assessment;

class TestCallJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsTheContractsKeys();
    void readsBackWhatItWrites();
    void keepsUnansweredUnanswered();
    void refusesBadCalls_data();
    void refusesBadCalls();
    void checksValuesThatNeverWereJson();
    void agreesWithTheSchema_data();
    void agreesWithTheSchema();
};

namespace {
constexpr const char* kCall =
    R"({"nodes":[{"mark_lps_mm":[12.5,-30,-177],"side":"left","level":"II",
 "probability":0.72,"grade":1,"margin":"irregular","fat":"stranded",
 "contact":{"kind":"contact","structure":"sternocleidomastoid_left"},"coalescence":false,
 "necrosis":true,"cystic":false,"hilum":false,"short_axis_mm":14,"long_axis_mm":21.5,
 "reasons":["margin","necrosis"],"pene_probability":0.5}],
 "n_category":"cN2b","edition":"TNM8","quality":"limited","next_step":"discuss"})";
}

void TestCallJson::readsTheContractsKeys() {
    const auto call = parseCall(kCall);
    QVERIFY(call.has_value());
    const NodeCall& node = call->nodes.at(0);
    QVERIFY(node.mark == (PointLps{12.5, -30, -177}));
    QVERIFY(node.side == Side::Left && node.level == Level::II);
    QVERIFY(node.probability == 0.72 && node.peneProbability == 0.5);
    QVERIFY(node.grade == Grade::G1 && node.margin == Margin::Irregular);
    QVERIFY(node.fat == PerinodalFat::Stranded);
    QVERIFY(node.contact->kind == Adjacency::Contact);
    QCOMPARE(node.contact->structure, std::string("sternocleidomastoid_left"));
    QVERIFY(node.necrosis == true && node.hilum == false);
    QVERIFY(node.shortAxisMm == 14.0 && node.longAxisMm == 21.5);
    QVERIFY((node.reasons == std::vector<Feature>{Feature::Margin, Feature::Necrosis}));
    QCOMPARE(call->nCategory, std::string("N2b"));
    QVERIFY(call->edition == Edition::Tnm8 && call->quality == ImageQuality::Limited);
}

void TestCallJson::readsBackWhatItWrites() {
    const auto call = parseCall(kCall);
    const auto again = callFromJson(toJson(*call));
    QVERIFY(again.has_value());
    QVERIFY(*again == *call);
    QVERIFY(parseCall(serial::toJsonText(toJson(*call)))->nodes == call->nodes);
}

void TestCallJson::keepsUnansweredUnanswered() {
    const auto call = parseCall(R"({"nodes":[{}]})");
    QVERIFY(call.has_value());
    QVERIFY(call->nodes.at(0) == NodeCall{});
    QVERIFY(!call->quality && call->nCategory.empty());
    QVERIFY(*callFromJson(toJson(*call)) == *call);
    QVERIFY(parseCall(R"({"nodes":[]})").has_value());
    QVERIFY(parseCall(R"({"nodes":[{"grade":"G3"}]})")->nodes[0].grade == Grade::G3);
}

void TestCallJson::refusesBadCalls_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("place");
    const auto row = [](const char* name, const char* text, const char* code, const char* place) {
        QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(code)
                            << QString::fromLatin1(place);
    };
    row("no nodes", "{}", "JsonInvalid", "/nodes");
    row("unknown key", R"({"nodes":[{"colour":1}]})", "UnknownKey", "/nodes/0");
    row("probability in percent", R"({"nodes":[{"probability":72}]})", "ValueOutOfRange",
        "/nodes/0/probability");
    row("negative probability", R"({"nodes":[{"pene_probability":-0.1}]})", "ValueOutOfRange",
        "/nodes/0/pene_probability");
    row("tiny size", R"({"nodes":[{},{"short_axis_mm":0.4}]})", "ValueOutOfRange",
        "/nodes/1/short_axis_mm");
    row("huge size", R"({"nodes":[{"long_axis_mm":120.5}]})", "ValueOutOfRange",
        "/nodes/0/long_axis_mm");
    row("grade 5", R"({"nodes":[{"grade":5}]})", "ValueOutOfRange", "/nodes/0/grade");
    row("unknown level", R"({"nodes":[{"level":"XI"}]})", "ValueOutOfRange", "/nodes/0/level");
    row("unknown reason", R"({"nodes":[{"reasons":["luck"]}]})", "ValueOutOfRange",
        "/nodes/0/reasons/0");
    row("two coordinates", R"({"nodes":[{"mark_lps_mm":[1,2]}]})", "JsonInvalid",
        "/nodes/0/mark_lps_mm");
    row("no category", R"({"nodes":[],"n_category":"T2"})", "ValueOutOfRange", "/n_category");
    row("edition", R"({"nodes":[],"edition":"TNM7"})", "ValueOutOfRange", "/edition");
    row("not an object", "[]", "JsonInvalid", "");
}

void TestCallJson::refusesBadCalls() {
    QFETCH(QByteArray, text);
    QFETCH(QString, code);
    QFETCH(QString, place);
    const auto call = parseCall(text.toStdString(), "call.json");
    QVERIFY(!call);
    QCOMPARE(QString::fromStdString(std::string(errorWord(call.error().code))), code);
    QCOMPARE(QString::fromStdString(call.error().place), place);
    QCOMPARE(call.error().path, std::string("call.json"));
}

void TestCallJson::checksValuesThatNeverWereJson() {
    CaseCall call;
    call.nodes.resize(1);
    QVERIFY(checkCall(call).has_value());
    call.nodes[0].shortAxisMm = kSmallestMm;
    call.nodes[0].longAxisMm = kLargestMm;
    call.nodes[0].probability = 1.0;
    QVERIFY(checkCall(call).has_value());
    call.nodes[0].probability = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(!checkCall(call));
    call.nodes[0].probability = 0.0;
    call.nodes[0].mark = PointLps{0, std::numeric_limits<double>::infinity(), 0};
    QCOMPARE(checkCall(call).error().place, std::string("/nodes/0/mark_lps_mm"));
}

void TestCallJson::agreesWithTheSchema_data() {
    refusesBadCalls_data();
}

/// What the reader refuses, the schema refuses too; only the form of an N category is left to the
/// reader.
void TestCallJson::agreesWithTheSchema() {
    QFile file(QStringLiteral(NODEWISE_SOURCE_DIR "/cases/schema/call.schema.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const std::string schema = file.readAll().toStdString();
    QVERIFY(serial::checkSchema(*serial::parseJson(kCall), schema).has_value());
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    const auto verdict = serial::checkSchema(*serial::parseJson(text.toStdString()), schema);
    QCOMPARE(verdict.has_value(), place == QStringLiteral("/n_category"));
}

QTEST_APPLESS_MAIN(TestCallJson)
#include "tst_call_json.moc"
