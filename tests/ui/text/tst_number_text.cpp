#include "ui/text/number_text.h"
#include <QLocale>
#include <QTest>
#include <cmath>
#include <limits>

using namespace nodewise::text;

class TestNumberText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void usesTrueMinusAndThinSpace_data();
    void usesTrueMinusAndThinSpace();
    void followsTheLocale();
    void readsWhatAPersonTypes_data();
    void readsWhatAPersonTypes();
    void showsStretchesOfTime();
};

void TestNumberText::usesTrueMinusAndThinSpace_data() {
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("expected");
    QTest::newRow("mm") << millimetres(14.04) << QStringLiteral("14.0\u202Fmm");
    QTest::newRow("fat") << hounsfield(-35.4) << QStringLiteral("\u221235\u202FHU");
    QTest::newRow("percent") << percent(0.724) << QStringLiteral("72\u202F%");
    QTest::newRow("interval") << percentInterval(0.61, 0.91) << QStringLiteral("61\u201391\u202F%");
    QTest::newRow("plus") << signedNumber(0.5, 1) << QStringLiteral("+0.5");
    QTest::newRow("minus") << signedNumber(-0.2, 1) << QStringLiteral("\u22120.2");
    QTest::newRow("rounds to nought") << signedNumber(-0.04, 1) << QStringLiteral("0.0");
    QTest::newRow("nought") << number(-0.3) << QStringLiteral("0");
    QTest::newRow("no groups") << number(12345.0) << QStringLiteral("12345");
    QTest::newRow("axes") << axes(14, 21.5) << QStringLiteral("14.0 \u00D7 21.5");
    QTest::newRow("degrees") << degrees(135.2) << QStringLiteral("135\u00B0");
    QTest::newRow("not a number") << number(std::numeric_limits<double>::quiet_NaN())
                                  << QStringLiteral("\u2013");
}

void TestNumberText::usesTrueMinusAndThinSpace() {
    QFETCH(QString, shown);
    QFETCH(QString, expected);
    QCOMPARE(shown, expected);
}

void TestNumberText::followsTheLocale() {
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(millimetres(-14.5), QStringLiteral("\u221214,5\u202Fmm"));
    QCOMPARE(signedNumber(0.25, 2), QStringLiteral("+0,25"));
}

void TestNumberText::readsWhatAPersonTypes_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<double>("expected");
    QTest::newRow("plain") << QStringLiteral("14.5") << 14.5;
    QTest::newRow("comma") << QStringLiteral(" 14,5 ") << 14.5;
    QTest::newRow("with unit") << QStringLiteral("21 mm") << 21.0;
    QTest::newRow("as shown") << millimetres(14.0) << 14.0;
    QTest::newRow("words") << QStringLiteral("about ten") << std::nan("");
    QTest::newRow("empty") << QString() << std::nan("");
}

void TestNumberText::readsWhatAPersonTypes() {
    QFETCH(QString, typed);
    QFETCH(double, expected);
    const double value = parseMillimetres(typed);
    if (std::isnan(expected))
        QVERIFY(std::isnan(value));
    else
        QCOMPARE(value, expected);
}

void TestNumberText::showsStretchesOfTime() {
    using std::chrono::seconds;
    QCOMPARE(stretch(seconds(192)), QStringLiteral("03:12"));
    QCOMPARE(stretch(seconds(3792)), QStringLiteral("1:03:12"));
    QCOMPARE(stretch(seconds(-4)), QStringLiteral("00:00"));
}

QTEST_APPLESS_MAIN(TestNumberText)
#include "tst_number_text.moc"
