#include "serial/file_io.h"
#include "serial/json.h"
#include "serial/schema.h"
#include "synthesis/built_in_recipes.h"
#include "synthesis/recipe.h"
#include <QtTest>
#include <string>

using namespace nodewise;
using namespace nodewise::synthesis;

namespace {

const std::string kGood = R"({
 "schema": "nodewise.recipe/1", "generator": "5.0", "seed": 5,
 "nodes": [ { "id": "n1", "side": "left", "level": "IIa", "radiiMm": [6, 5, 8], "kind": "solid",
              "extension": { "depthMm": 3, "into": "sternocleidomastoid" },
              "expect": { "grade": "G1" } } ],
 "scanner": { "pixelMm": 0.5, "sliceMm": 1.25 } })";

std::string replaced(const std::string& from, const std::string& to) {
    std::string text = kGood;
    const auto at = text.find(from);
    return at == std::string::npos ? std::string() : text.replace(at, from.size(), to);
}

}  // namespace

class TestRecipe : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsWhatStandsThere();
    void namesTheKeyOfEveryMistake_data();
    void namesTheKeyOfEveryMistake();
    void builtInRecipesFitTheSchema();
    void schemaAndParserKnowTheSameStructures();
};

void TestRecipe::readsWhatStandsThere() {
    const auto recipe = parseRecipe(kGood);
    QVERIFY(recipe.has_value());
    QCOMPARE(recipe->seed, 5U);
    QCOMPARE(recipe->nodes.size(), std::size_t{1});
    const NodeRecipe& node = recipe->nodes.front();
    QCOMPARE(node.level, Level::IIa);
    QCOMPARE(node.radiiMm[2], 8.0);
    QCOMPARE(node.expect, Grade::G1);
    QCOMPARE(node.extension->into, std::string("sternocleidomastoid"));
    QCOMPARE(recipe->scanner.columns, 512);
    QVERIFY(!recipe->patient.fatScale.has_value());
}

void TestRecipe::namesTheKeyOfEveryMistake_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("place");
    const auto row = [](const char* name, const char* from, const char* to, ErrorCode code,
                        const char* place) {
        QTest::newRow(name) << QString::fromUtf8(from) << QString::fromUtf8(to)
                            << static_cast<int>(code) << QString::fromUtf8(place);
    };
    row("not JSON", "{", "[", ErrorCode::JsonInvalid, "");
    row("unknown at the top", "\"seed\": 5,", "\"seed\": 5, \"sed\": 1,", ErrorCode::UnknownKey,
        "/sed");
    row("unknown in a node", "\"kind\": \"solid\",", "\"kind\": \"solid\", \"x\": 1,",
        ErrorCode::UnknownKey, "/nodes/0/x");
    row("missing seed", "\"seed\": 5,", "", ErrorCode::SchemaViolation, "/seed");
    row("missing radii", "\"radiiMm\": [6, 5, 8],", "", ErrorCode::SchemaViolation,
        "/nodes/0/radiiMm");
    row("missing grade", "\"grade\": \"G1\"", "", ErrorCode::SchemaViolation,
        "/nodes/0/expect/grade");
    row("wrong kind", "\"seed\": 5", "\"seed\": \"5\"", ErrorCode::SchemaViolation, "/seed");
    row("too large", "[6, 5, 8]", "[6, 50, 8]", ErrorCode::ValueOutOfRange, "/nodes/0/radiiMm/1");
    row("too deep", "\"depthMm\": 3", "\"depthMm\": 30", ErrorCode::ValueOutOfRange,
        "/nodes/0/extension/depthMm");
    row("unknown level", "\"IIa\"", "\"IIc\"", ErrorCode::ValueOutOfRange, "/nodes/0/level");
    row("unknown structure", "sternocleidomastoid", "biceps", ErrorCode::ValueOutOfRange,
        "/nodes/0/extension/into");
    row("odd columns", "\"pixelMm\": 0.5", "\"pixelMm\": 0.5, \"columns\": 101",
        ErrorCode::ValueOutOfRange, "/scanner/columns");
    row("below the neck", "\"sliceMm\": 1.25", "\"sliceMm\": 5", ErrorCode::ValueOutOfRange,
        "/scanner/sliceMm");
    row("other version", "recipe/1", "recipe/2", ErrorCode::VersionUnsupported, "/schema");
    row("bad id", "\"n1\"", "\"N 1\"", ErrorCode::ValueOutOfRange, "/nodes/0/id");
}

void TestRecipe::namesTheKeyOfEveryMistake() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(int, code);
    QFETCH(QString, place);
    const std::string text = replaced(from.toStdString(), to.toStdString());
    QVERIFY(!text.empty());
    const auto recipe = parseRecipe(text);
    QVERIFY(!recipe.has_value());
    QCOMPARE(static_cast<int>(recipe.error().code), code);
    QVERIFY(!recipe.error().detail.empty());
    if (!place.isEmpty())
        QCOMPARE(QString::fromStdString(recipe.error().place), place);
}

void TestRecipe::builtInRecipesFitTheSchema() {
    const auto schema = serial::readFile(
        serial::pathOf(std::string(NODEWISE_SOURCE_DIR) + "/cases/schema/recipe.schema.json"));
    QVERIFY(schema.has_value());
    QVERIFY(builtInRecipes().size() >= 18);
    for (const auto& one : builtInRecipes()) {
        const auto json = serial::parseJson(one.json);
        QVERIFY(json.has_value());
        const auto fits = serial::checkSchema(*json, *schema);
        QVERIFY2(fits.has_value(), fits ? "" : fits.error().detail.c_str());
        const auto recipe = parseRecipe(one.json);
        QVERIFY2(recipe.has_value(), recipe ? "" : recipe.error().detail.c_str());
    }
}

void TestRecipe::schemaAndParserKnowTheSameStructures() {
    const auto schema = serial::readFile(
        serial::pathOf(std::string(NODEWISE_SOURCE_DIR) + "/cases/schema/recipe.schema.json"));
    const auto json = serial::parseJson(*schema);
    const auto* codes = json->find("properties")
                            ->find("nodes")
                            ->find("items")
                            ->find("properties")
                            ->find("contact")
                            ->find("enum");
    QVERIFY(codes != nullptr && codes->size() > 30);
    for (const auto& code : codes->elements()) {
        const std::string text =
            replaced("\"into\": \"sternocleidomastoid\"", "\"into\": \"" + code.string() + "\"");
        QVERIFY2(parseRecipe(text).has_value(), code.string().c_str());
    }
}

QTEST_APPLESS_MAIN(TestRecipe)
#include "tst_recipe.moc"
