#include "dicom/charset.h"
#include "dicom/dictionary.h"
#include <QTest>

using namespace nodewise::dicom;

class TestCharset : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textsBecomeUtf8_data();
    void textsBecomeUtf8();
};

// Bytes and texts of DICOM PS3.5 annexes H to J and of ../shared/data/dicom-robustness charset
// files, written out by hand.
void TestCharset::textsBecomeUtf8_data() {
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("set");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray lost = "\xEF\xBF\xBD";
    QTest::newRow("ASCII") << QByteArray("Neck CE") << QByteArray() << QByteArray("Neck CE");
    QTest::newRow("Latin-1") << QByteArray("Buc^J\xe9r\xf4me") << QByteArray("ISO_IR 100")
                             << QByteArray("Buc^J\xc3\xa9r\xc3\xb4me");
    QTest::newRow("UTF-8") << QByteArray("Wang^XiaoDong=\xe7\x8e\x8b^\xe5\xb0\x8f\xe6\x9d\xb1")
                           << QByteArray("ISO_IR 192")
                           << QByteArray("Wang^XiaoDong=\xe7\x8e\x8b^\xe5\xb0\x8f\xe6\x9d\xb1");
    QTest::newRow("broken UTF-8") << QByteArray("a\xff\xc3(b") << QByteArray("ISO_IR 192")
                                  << QByteArray("a" + lost + lost + "(b");
    QTest::newRow("overlong UTF-8")
        << QByteArray("\xc0\xaf") << QByteArray("ISO_IR 192") << QByteArray(lost + lost);
    QTest::newRow("no set named") << QByteArray("J\xe9r") << QByteArray()
                                  << QByteArray("J" + lost + "r");
    QTest::newRow("Cyrillic") << QByteArray("\xbb\xee\xda") << QByteArray("ISO_IR 144")
                              << QByteArray("\xd0\x9b\xd1\x8e\xd0\xba");
    QTest::newRow("unknown set") << QByteArray("A\xbb") << QByteArray("ISO_IR 999")
                                 << QByteArray("A" + lost);
}

void TestCharset::textsBecomeUtf8() {
    QVERIFY(ensureDictionary().has_value());
    QFETCH(QByteArray, raw);
    QFETCH(QByteArray, set);
    QFETCH(QByteArray, expected);
    QCOMPARE(QByteArray::fromStdString(toUtf8(raw.toStdString(), set.toStdString())), expected);
}

QTEST_APPLESS_MAIN(TestCharset)
#include "tst_charset.moc"
