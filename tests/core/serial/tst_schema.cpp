#include "serial/schema.h"
#include <QTest>

using namespace nodewise;
using namespace nodewise::serial;

namespace {

const char* const kSchema = R"({
  "type": "object", "required": ["id", "nodes"], "additionalProperties": false,
  "properties": {
    "id": {"type": "string", "pattern": "^[a-z0-9-]+$"},
    "depth": {"type": "number", "minimum": 0, "maximum": 5},
    "count": {"type": "integer"},
    "kind": {"enum": ["a", "b"]},
    "nodes": {"type": "array", "minItems": 1, "maxItems": 2, "items": {"$ref": "#/definitions/node"}}
  },
  "definitions": {"node": {"type": "object", "required": ["side"],
    "properties": {"side": {"enum": ["left", "right"]}}}}
})";

}  // namespace

class TestSchema : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void acceptsWhatFits() {
        const auto json = parseJson(
            R"({"id": "demo-1", "depth": 2.5, "count": 3, "kind": "b", "nodes": [{"side": "left"}]})");
        const auto checked = checkSchema(*json, kSchema);
        QVERIFY2(checked.has_value(), checked ? "" : checked.error().detail.c_str());
    }

    void namesPlaceAndKeyword_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("keyword");
        const auto row = [](const char* name, const char* text, const char* place,
                            const char* keyword) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(place)
                                << QString::fromUtf8(keyword);
        };
        row("missing", R"({"id": "a"})", "#", "required");
        row("type", R"({"id": 1, "nodes": [{"side": "left"}]})", "#/id", "type");
        row("pattern", R"({"id": "A b", "nodes": [{"side": "left"}]})", "#/id", "pattern");
        row("maximum", R"({"id": "a", "depth": 6, "nodes": [{"side": "left"}]})", "#/depth",
            "maximum");
        row("fraction", R"({"id": "a", "count": 1.5, "nodes": [{"side": "left"}]})", "#/count",
            "type");
        row("negative", R"({"id": "a", "depth": -1, "nodes": [{"side": "left"}]})", "#/depth",
            "minimum");
        row("enum", R"({"id": "a", "nodes": [{"side": "left"}, {"side": "up"}]})", "#/nodes/1/side",
            "enum");
        row("too few", R"({"id": "a", "nodes": []})", "#/nodes", "minItems");
        row("unknown member", R"({"id": "a", "x": 1, "nodes": [{"side": "left"}]})", "#/x",
            "additionalProperties");
    }
    void namesPlaceAndKeyword() {
        QFETCH(QString, text);
        QFETCH(QString, place);
        QFETCH(QString, keyword);
        const auto checked = checkSchema(*parseJson(text.toStdString()), kSchema, "case.json");
        QVERIFY(!checked.has_value());
        QCOMPARE(checked.error().code, ErrorCode::SchemaViolation);
        const std::string pointer = place.mid(1).toStdString();
        QCOMPARE(checked.error().place, pointer);
        QCOMPARE(checked.error().path, std::string("case.json"));
        QVERIFY2(checked.error().detail.find('"' + keyword.toStdString() + '"') !=
                     std::string::npos,
                 checked.error().detail.c_str());
    }

    void refusesABrokenSchema() {
        QCOMPARE(checkSchema(Json(1), "{").error().code, ErrorCode::JsonInvalid);
    }
};

QTEST_APPLESS_MAIN(TestSchema)
#include "tst_schema.moc"
