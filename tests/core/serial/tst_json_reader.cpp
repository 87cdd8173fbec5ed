#include "serial/json.h"
#include <QTest>

using namespace nodewise;
using namespace nodewise::serial;

namespace {

const char* const kCase = R"({"id": "demo-1", "depth": 4, "share": 0.5, "asks": true,
    "a/b~c": [1, 2, 3], "nothing": null, "nodes": [{"side": "left"}, {"side": 7}]})";

enum class Colour { Red, Green };
std::optional<Colour> parseColour(std::string_view text) {
    if (text == "red")
        return Colour::Red;
    return text == "green" ? std::optional(Colour::Green) : std::nullopt;
}

}  // namespace

class TestJsonReader : public QObject {
    Q_OBJECT
private:
    Json m_json;

private Q_SLOTS:
    void init() { m_json = *parseJson(kCase); }

    void readsWhatIsThere() {
        const Reader reader(m_json);
        QCOMPARE(reader.string("id"), std::string("demo-1"));
        QCOMPARE(reader.integer("depth"), 4);
        QCOMPARE(reader.number("depth"), 4.0);
        QCOMPARE(reader.number("share"), 0.5);
        QVERIFY(reader.boolean("asks"));
        QCOMPARE(reader.numbers("a/b~c", 3), (std::vector<double>{1, 2, 3}));
        QCOMPARE(reader.at("nodes").elements().front().string("side"), std::string("left"));
        QVERIFY(reader.result().has_value());
    }

    void takesFallbacksForWhatIsAbsentOrNull() {
        const Reader reader(m_json);
        QCOMPARE(reader.numberOr("absent", 7.5), 7.5);
        QCOMPARE(reader.stringOr("nothing", "none"), std::string("none"));
        QCOMPARE(reader.integerOr("depth", 9), 4);
        QVERIFY(!reader.find("nothing"));
        QVERIFY(reader.ok());
    }

    void namesTheFirstWrongPlace() {
        const Reader reader(m_json, "case.json");
        const auto nodes = reader.at("nodes").elements();
        QCOMPARE(nodes[1].string("side"), std::string());
        QCOMPARE(reader.number("id"), 0.0);
        const auto result = reader.result();
        QCOMPARE(result.error().code, ErrorCode::JsonInvalid);
        QCOMPARE(result.error().place, std::string("/nodes/1/side"));
        QCOMPARE(result.error().path, std::string("case.json"));
    }

    void escapesPointers() {
        const Reader reader(m_json);
        QCOMPARE(reader.at("a/b~c").at(std::size_t{5}).number(), 0.0);
        QCOMPARE(reader.result().error().place, std::string("/a~1b~0c/5"));
    }

    void refusesFractionsAsWholeNumbers() {
        const Json json = *parseJson(R"({"whole": 5.0, "part": 5.5, "huge": 1e300})");
        QCOMPARE(Reader(json).integer("whole"), 5);
        for (const char* name : {"part", "huge"}) {
            const Reader reader(json);
            QCOMPARE(reader.integer(name), 0);
            QCOMPARE(reader.result().error().code, ErrorCode::JsonInvalid);
        }
    }

    void refusesAWrongCountOfNumbers() {
        const Reader reader(m_json);
        QCOMPARE(reader.numbers("a/b~c", 2), (std::vector<double>{0, 0}));
        QVERIFY(!reader.ok());
    }

    void readsWordsOfAList() {
        const Json json = *parseJson(R"({"a": "green", "b": "blue"})");
        const Reader reader(json);
        QCOMPARE(reader.term("a", parseColour), Colour::Green);
        QCOMPARE(reader.termOr("c", parseColour, Colour::Green), Colour::Green);
        QVERIFY(reader.ok());
        QCOMPARE(reader.term("b", parseColour), Colour::Red);
        QCOMPARE(reader.result().error().code, ErrorCode::ValueOutOfRange);
        QCOMPARE(reader.result().error().place, std::string("/b"));
    }

    void refusesMembersItDoesNotKnow() {
        const Json json = *parseJson(R"({"a": 1, "typo": 2})");
        const Reader reader(json);
        reader.only({"a", "b"});
        QCOMPARE(reader.result().error().code, ErrorCode::UnknownKey);
    }

    void goesOnAfterAnyWrongKind() {
        const Json json(3);
        const Reader reader(json);
        QVERIFY(reader.elements().empty());
        QVERIFY(reader.names().empty());
        QVERIFY(!reader.find("x"));
        QVERIFY(!reader.at("x").at(std::size_t{1}).boolean());
        QCOMPARE(reader.result().error().place, std::string());
    }
};

QTEST_APPLESS_MAIN(TestJsonReader)
#include "tst_json_reader.moc"
