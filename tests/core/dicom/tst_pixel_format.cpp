#include "dicom/pixel_format.h"
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace nodewise;
using namespace nodewise::dicom;

class TestPixelFormat : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void decodesPublishedWords();
    void convertsInPlaceWhenAllFit();
    void leavesWordsAloneWhenOneDoesNotFit();
    void keepsFractionsForFloat();
    void refusesFormatsThatDoNotAddUp_data();
    void refusesFormatsThatDoNotAddUp();
};

// ../shared/oracles/dicom-geometry/pixel_decode.json: the rule of DICOM PS3.5 8.1.1, checked by its
// authors against real scanner data with junk in the top bits.
void TestPixelFormat::decodesPublishedWords() {
    QFile file(QStringLiteral(NODEWISE_SHARED_DIR "/oracles/dicom-geometry/pixel_decode.json"));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    const QJsonArray cases =
        QJsonDocument::fromJson(file.readAll()).object()[QStringLiteral("cases")].toArray();
    QVERIFY(!cases.isEmpty());
    for (const auto& value : cases) {
        const QJsonObject one = value.toObject();
        const auto number = [&](const char* key) { return one[QLatin1String(key)].toDouble(); };
        const PixelFormat format{
            static_cast<int>(number("bits_allocated")), static_cast<int>(number("bits_stored")),
            static_cast<int>(number("high_bit")), number("pixel_representation") == 1};
        QVERIFY(checkPixelFormat(format).has_value());
        const Rescale rescale{number("slope"), number("intercept")};
        const QJsonArray words = one[QStringLiteral("words")].toArray();
        const QJsonArray stored = one[QStringLiteral("stored")].toArray();
        const QJsonArray values = one[QStringLiteral("values")].toArray();
        QVERIFY(!words.isEmpty());
        for (qsizetype i = 0; i < words.size(); ++i) {
            std::uint16_t word = static_cast<std::uint16_t>(words[i].toInt());
            QCOMPARE(storedValue(word, format), stored[i].toInt());
            float asFloat = 0;
            convertToFloat({&word, 1}, format, rescale, {&asFloat, 1});
            QCOMPARE(double{asFloat}, values[i].toDouble());
            if (convertInPlace({&word, 1}, format, rescale))
                QCOMPARE(double(static_cast<std::int16_t>(word)), values[i].toDouble());
        }
    }
}

void TestPixelFormat::convertsInPlaceWhenAllFit() {
    std::vector<std::uint16_t> words{0, 1024, 4095};
    const auto range = convertInPlace(words, {16, 12, 11, false}, {1, -1024});
    QVERIFY(range.has_value());
    QCOMPARE(range->low, -1024);
    QCOMPARE(range->high, 3071);
    QCOMPARE(static_cast<std::int16_t>(words[0]), std::int16_t{-1024});
    QCOMPARE(static_cast<std::int16_t>(words[2]), std::int16_t{3071});
    words = {0, 1, 2};
    QVERIFY(convertInPlace(words, {16, 12, 11, false}, {-3, 5}).has_value());
    QCOMPARE(words, (std::vector<std::uint16_t>{5, 2, 65535}));
}

void TestPixelFormat::leavesWordsAloneWhenOneDoesNotFit() {
    std::vector<std::uint16_t> words{0, 40000};
    QVERIFY(!convertInPlace(words, {16, 16, 15, false}, {1, 0}).has_value());
    QCOMPARE(words, (std::vector<std::uint16_t>{0, 40000}));
    QVERIFY(convertInPlace(words, {16, 16, 15, false}, {1, -32768}).has_value());
}

void TestPixelFormat::keepsFractionsForFloat() {
    std::vector<std::uint16_t> words{3};
    QVERIFY(!convertInPlace(words, {16, 16, 15, false}, {0.5, 0}).has_value());
    float value = 0;
    convertToFloat(words, {16, 16, 15, false}, {0.5, 0.25}, {&value, 1});
    QCOMPARE(value, 1.75F);
}

void TestPixelFormat::refusesFormatsThatDoNotAddUp_data() {
    QTest::addColumn<int>("allocated");
    QTest::addColumn<int>("stored");
    QTest::addColumn<int>("high");
    QTest::addColumn<QString>("place");
    QTest::newRow("12 allocated") << 12 << 12 << 11 << QStringLiteral("(0028,0100)");
    QTest::newRow("32 allocated") << 32 << 32 << 31 << QStringLiteral("(0028,0100)");
    QTest::newRow("more stored than allocated") << 8 << 12 << 7 << QStringLiteral("(0028,0101)");
    QTest::newRow("nothing stored") << 16 << 0 << 15 << QStringLiteral("(0028,0101)");
    QTest::newRow("high bit beyond") << 16 << 12 << 16 << QStringLiteral("(0028,0102)");
    QTest::newRow("high bit below") << 16 << 12 << 10 << QStringLiteral("(0028,0102)");
}

void TestPixelFormat::refusesFormatsThatDoNotAddUp() {
    QFETCH(int, allocated);
    QFETCH(int, stored);
    QFETCH(int, high);
    QFETCH(QString, place);
    const auto ok = checkPixelFormat({allocated, stored, high, false});
    QVERIFY(!ok.has_value());
    QCOMPARE(QString::fromStdString(ok.error().place), place);
}

QTEST_APPLESS_MAIN(TestPixelFormat)
#include "tst_pixel_format.moc"
