#include "serial/json.h"
#include <QTest>
#include <cmath>
#include <cstring>
#include <limits>
#include <random>

using namespace nodewise;
using namespace nodewise::serial;

namespace {

/// A random value: every kind, any bytes of valid UTF-8, doubles from random bit patterns.
class RandomJson {
public:
    explicit RandomJson(unsigned seed)
        : m_random(seed) {}

    Json value(int depth = 0) {
        switch (m_random() % (depth < 5 ? 7 : 5)) {
        case 0:
            return Json();
        case 1:
            return Json(m_random() % 2 == 0);
        case 2:
            return Json(static_cast<std::int64_t>(bits() >> (m_random() % 64)));
        case 3:
            return Json(finite());
        case 4:
            return Json(text());
        case 5:
            return arrayOfSome(depth);
        default:
            return objectOfSome(depth);
        }
    }

private:
    std::uint64_t bits() { return (std::uint64_t{m_random()} << 32U) | m_random(); }
    double finite() {
        for (;;) {
            const std::uint64_t pattern = bits();
            double value = 0;
            std::memcpy(&value, &pattern, sizeof value);
            if (std::isfinite(value))
                return value;
        }
    }
    std::string text() {
        static const std::vector<std::string> kPieces{
            "a",    "Z",        "\"",           "\\",
            "/",    "\n",       "\t",           std::string(1, '\0'),
            "\x1f", "\xC3\xA4", "\xE2\x82\xAC", "\xF0\x9F\xA6\xB4",
            "{",    "]"};
        std::string text;
        for (unsigned count = m_random() % 8; count > 0; --count)
            text += kPieces[m_random() % kPieces.size()];
        return text;
    }
    Json arrayOfSome(int depth) {
        Json json = Json::array();
        for (unsigned count = m_random() % 5; count > 0; --count)
            json.push(value(depth + 1));
        return json;
    }
    Json objectOfSome(int depth) {
        Json json = Json::object();
        for (unsigned count = m_random() % 5; count > 0; --count)
            json.set(text() + std::to_string(count), value(depth + 1));
        return json;
    }

    std::mt19937 m_random;
};

std::string errorOf(const std::string& text) {
    const auto json = parseJson(text, "file.json");
    return json ? "read" : std::string(errorWord(json.error().code));
}

/// An object of so many members and then the name of member `again` once more.
QByteArray manyMembers(int members, int again) {
    QByteArray text = "{";
    for (int i = 0; i < members; ++i)
        text += "\"m" + QByteArray::number(i) + "\":1,";
    return text + "\"m" + QByteArray::number(again) + "\":2}";
}

}  // namespace

class TestJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsBackWhatItWrote() {
        RandomJson random(20260714);
        for (int round = 0; round < 2000; ++round) {
            const Json json = random.value();
            for (const bool pretty : {false, true}) {
                const std::string text = toJsonText(json, pretty);
                const auto again = parseJson(text);
                QVERIFY2(again.has_value(), text.c_str());
                QVERIFY2(*again == json, text.c_str());
                QCOMPARE(toJsonText(*again, pretty), text);
            }
        }
    }

    void writesNumbersShortestAndExact_data() {
        QTest::addColumn<double>("number");
        QTest::addColumn<QString>("text");
        const auto row = [](double number, const char* text) {
            QTest::newRow(text) << number << QString::fromUtf8(text);
        };
        row(0.1, "0.1");
        row(1.0 / 3, "0.3333333333333333");
        row(5.0, "5");
        row(-0.0, "-0.0");
        row(1e300, "1e+300");
        row(5e-324, "5e-324");
        row(std::numeric_limits<double>::quiet_NaN(), "null");
        row(-std::numeric_limits<double>::infinity(), "null");
    }
    void writesNumbersShortestAndExact() {
        QFETCH(double, number);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(toJsonText(Json(number))), text);
        if (std::isfinite(number)) {
            const double again = parseJson(text.toStdString())->number();
            QCOMPARE(std::memcmp(&again, &number, sizeof number), 0);
        }
    }

    void keepsWholeNumbersOfSixtyFourBits() {
        const auto low = std::numeric_limits<std::int64_t>::min();
        const auto high = std::numeric_limits<std::int64_t>::max();
        QCOMPARE(parseJson(toJsonText(Json(low)))->integer(), low);
        QCOMPARE(parseJson(toJsonText(Json(high)))->integer(), high);
        QVERIFY(!Json(std::numeric_limits<std::uint64_t>::max()).isInteger());
    }

    void keepsTheOrderOfMembers() {
        Json json = Json::object();
        json.set("z", 1).set("a", 2).set("z", 3);
        QCOMPARE(toJsonText(json), std::string(R"({"z":3,"a":2})"));
    }

    void replacesBytesThatAreNoUtf8() {
        QCOMPARE(toJsonText(Json("a\xFF"
                                 "b\xC3")),
                 std::string("\"a\xEF\xBF\xBD"
                             "b\xEF\xBF\xBD\""));
    }

    void refusesMalformedText_data() {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* name, const QByteArray& text) {
            QTest::newRow(name) << text;
        };
        row("empty", "");
        row("only space", " \n");
        row("cut off object", "{\"a\":1");
        row("cut off text", "\"abc");
        row("trailing comma", "[1,2,]");
        row("two values", "1 2");
        row("single quotes", "{'a':1}");
        row("comment", "[1] // one");
        row("bare word", "nul");
        row("leading zero", "01");
        row("plus", "+1");
        row("NaN", "NaN");
        row("hex", "0x10");
        row("beyond a double", "1e999");
        row("control character in text", QByteArray("\"a\nb\""));
        row("lone surrogate", "\"\\ud800\"");
        row("overlong UTF-8", QByteArray("\"\xC0\xAF\""));
        row("cut UTF-8", QByteArray("\"\xE2\x82\""));
        row("Latin-1", QByteArray("\"\xE4\""));
        row("duplicate member", "{\"a\":1,\"b\":2,\"a\":3}");
        for (const int members : {23, 24, 25, 60})
            for (const int again : {0, members - 1})
                row(qPrintable(QStringLiteral("%1 of %2 again").arg(again).arg(members)),
                    manyMembers(members, again));
        row("duplicate by escape", "{\"a\":1,\"\\u0061\":3}");
        row("nested 65 deep", QByteArray(65, '[') + QByteArray(65, ']'));
        row("nested a million deep", QByteArray(1000000, '['));
    }
    void refusesMalformedText() {
        QFETCH(QByteArray, text);
        QCOMPARE(errorOf(text.toStdString()), std::string("JsonInvalid"));
    }

    void readsSixtyFourLevels() {
        QVERIFY(parseJson(std::string(64, '[') + std::string(64, ']')).has_value());
    }

    void skipsAByteOrderMark() {
        QCOMPARE(parseJson("\xEF\xBB\xBF{\"a\":1}")->find("a")->integer(), 1);
    }

    void namesFileAndByteOfAnError() {
        const auto json = parseJson("{\"a\": ?}", "pack.json");
        QCOMPARE(json.error().path, std::string("pack.json"));
        QCOMPARE(json.error().place, std::string("byte 6"));
    }

    void refusesTextOverTheLimit() {
        const auto json = parseJson("[1,2,3]", {}, {6, 64});
        QCOMPARE(json.error().code, ErrorCode::ValueOutOfRange);
    }

    void neverBreaksOnCutOrChangedText() {
        RandomJson random(7);
        Json whole = Json::object();
        for (int member = 0; member < 20; ++member)
            whole.set(std::to_string(member), random.value());
        const std::string text = toJsonText(whole);
        for (std::size_t length = 0; length < text.size(); ++length)
            QVERIFY(!parseJson(std::string_view(text).substr(0, length)).has_value());
        std::mt19937 dice(3);
        for (int round = 0; round < 5000; ++round) {
            std::string changed = text;
            changed[dice() % changed.size()] = static_cast<char>(dice());
            if (const auto json = parseJson(changed))
                QVERIFY(parseJson(toJsonText(*json)).has_value());
        }
    }
};

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
