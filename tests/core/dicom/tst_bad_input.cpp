// Files that are wrong on purpose: refused with a code and a place, never a crash or half a volume.
#include "dicom/series.h"
#include "support/dicom_folder.h"
#include <QFile>
#include <QTest>

using namespace nodewise;
using namespace nodewise::test;

class TestBadInput : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refusesBadFiles_data();
    void refusesBadFiles();
    void refusesByNameWhatItCannotDecode_data();
    void refusesByNameWhatItCannotDecode();
    void truncatedAtEveryLengthNeverCrashes();
    void flippedBytesNeverCrash();
    void itemsNestedWithoutEndAreRefused_data();
    void itemsNestedWithoutEndAreRefused();
    void veryLongImageOpens();
    void cancelStopsScanAndLoad();
    void fileChangedAfterTheScanIsRefused();
    void missingPathIsNamed();
};

namespace {

using Spoil = void (*)(DicomWriter&);

struct BadFile {
    const char* name;
    Spoil spoil;
    ErrorCode code;
    const char* place;
};

const BadFile kBadFiles[] = {
    {"no rows", [](DicomWriter& w) { w.remove(0x00280010); }, ErrorCode::TagMissing, "(0028,0010)"},
    {"zero rows", [](DicomWriter& w) { w.number(0x00280010, 0); }, ErrorCode::TagInvalid,
     "(0028,0010)"},
    {"rows beyond the pixels", [](DicomWriter& w) { w.number(0x00280010, 60000); },
     ErrorCode::PixelDataTruncated, "(7fe0,0010)"},
    {"more pixels than promised", [](DicomWriter& w) { w.number(0x00280010, 1); },
     ErrorCode::PixelDataDamaged, "(7fe0,0010)"},
    {"frames that are none", [](DicomWriter& w) { w.text(0x00280008, "IS", "1A"); },
     ErrorCode::TagInvalid, "(0028,0008)"},
    {"minus one frame", [](DicomWriter& w) { w.text(0x00280008, "IS", "-1"); },
     ErrorCode::TagInvalid, "(0028,0008)"},
    {"two billion frames", [](DicomWriter& w) { w.text(0x00280008, "IS", "2000000000"); },
     ErrorCode::ImageTooLarge, "(0028,0010)"},
    {"more frames than pixels", [](DicomWriter& w) { w.text(0x00280008, "IS", "2"); },
     ErrorCode::PixelDataTruncated, "(7fe0,0010)"},
    {"no pixels", [](DicomWriter& w) { w.remove(0x7fe00010); }, ErrorCode::NoPixelData,
     "(7fe0,0010)"},
    {"32 bits", [](DicomWriter& w) { w.number(0x00280100, 32); }, ErrorCode::PixelFormatUnsupported,
     "(0028,0100)"},
    {"13 bits stored in 12", [](DicomWriter& w) { w.number(0x00280101, 17); },
     ErrorCode::TagInvalid, "(0028,0101)"},
    {"three samples", [](DicomWriter& w) { w.number(0x00280002, 3); },
     ErrorCode::PixelFormatUnsupported, "(0028,0002)"},
    {"a palette", [](DicomWriter& w) { w.text(0x00280004, "CS", "PALETTE COLOR"); },
     ErrorCode::PixelFormatUnsupported, "(0028,0004)"},
    {"position NaN", [](DicomWriter& w) { w.text(0x00200032, "DS", "0\\nan\\0"); },
     ErrorCode::TagInvalid, "(0020,0032)"},
    {"position of two numbers", [](DicomWriter& w) { w.text(0x00200032, "DS", "0\\1"); },
     ErrorCode::TagInvalid, "(0020,0032)"},
    {"position in words", [](DicomWriter& w) { w.text(0x00200032, "DS", "0\\1\\two"); },
     ErrorCode::TagInvalid, "(0020,0032)"},
    {"directions that are none",
     [](DicomWriter& w) { w.text(0x00200037, "DS", "1\\0\\0\\1\\0\\0"); },
     ErrorCode::GeometryInconsistent, "(0020,0037)"},
    {"directions of zero", [](DicomWriter& w) { w.text(0x00200037, "DS", "0\\0\\0\\0\\0\\0"); },
     ErrorCode::GeometryInconsistent, "(0020,0037)"},
    {"spacing zero", [](DicomWriter& w) { w.text(0x00280030, "DS", "0\\1"); },
     ErrorCode::TagInvalid, "(0028,0030)"},
    {"slope infinite", [](DicomWriter& w) { w.text(0x00281053, "DS", "1e999"); },
     ErrorCode::TagInvalid, "(0028,1053)"},
    {"slope zero", [](DicomWriter& w) { w.text(0x00281053, "DS", "0"); }, ErrorCode::TagInvalid,
     "(0028,1053)"},
};

}  // namespace

void TestBadInput::refusesBadFiles_data() {
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < std::size(kBadFiles); ++i)
        QTest::newRow(kBadFiles[i].name) << static_cast<int>(i);
}

void TestBadInput::refusesBadFiles() {
    QFETCH(int, index);
    const BadFile& bad = kBadFiles[index];
    for (const Syntax syntax :
         {Syntax::ExplicitLittle, Syntax::ImplicitLittle, Syntax::ExplicitBig}) {
        Folder folder;
        auto writer = rampSlice(0).writer(syntax);
        bad.spoil(writer);
        QVERIFY(writer.write(folder.file(QStringLiteral("bad"))));
        const auto found = folder.scan();
        QVERIFY(found.has_value());
        QVERIFY(found->series.empty());
        QCOMPARE(found->skipped.size(), std::size_t{1});
        QCOMPARE(wordOf(found->skipped.front().code), wordOf(bad.code));
        QVERIFY2(found->skipped.front().detail.starts_with(bad.place),
                 found->skipped.front().detail.c_str());
    }
}

void TestBadInput::refusesByNameWhatItCannotDecode_data() {
    QTest::addColumn<QString>("uid");
    QTest::addColumn<QString>("name");
    QTest::newRow("HTJ2K") << QStringLiteral("1.2.840.10008.1.2.4.201")
                           << QStringLiteral("High-Throughput JPEG 2000");
    QTest::newRow("HTJ2K RPCL") << QStringLiteral("1.2.840.10008.1.2.4.202")
                                << QStringLiteral("High-Throughput JPEG 2000");
    QTest::newRow("JPEG XL") << QStringLiteral("1.2.840.10008.1.2.4.110")
                             << QStringLiteral("JPEG XL");
    QTest::newRow("MPEG-2") << QStringLiteral("1.2.840.10008.1.2.4.100") << QStringLiteral("MPEG");
    QTest::newRow("MPEG-4") << QStringLiteral("1.2.840.10008.1.2.4.102") << QStringLiteral("MPEG");
    QTest::newRow("unknown") << QStringLiteral("1.2.3.4.5") << QStringLiteral("1.2.3.4.5");
}

void TestBadInput::refusesByNameWhatItCannotDecode() {
    QFETCH(QString, uid);
    QFETCH(QString, name);
    Folder folder;
    auto writer = rampSlice(0).writer();
    writer.transferSyntaxUid = uid;
    QVERIFY(writer.write(folder.file(QStringLiteral("x"))));
    const auto found = folder.scan();
    QVERIFY(found && found->series.empty() && found->skipped.size() == 1);
    QCOMPARE(wordOf(found->skipped.front().code), wordOf(ErrorCode::TransferSyntaxUnsupported));
    QVERIFY2(found->skipped.front().detail.find(name.toStdString()) != std::string::npos,
             found->skipped.front().detail.c_str());
}

void TestBadInput::truncatedAtEveryLengthNeverCrashes() {
    for (const Syntax syntax :
         {Syntax::ExplicitLittle, Syntax::ImplicitLittle, Syntax::ExplicitBig, Syntax::Deflated}) {
        const QByteArray whole = rampSlice(3).writer(syntax).bytes();
        Folder folder;
        for (qsizetype length = 0; length < whole.size(); length += 7) {
            QFile file(folder.file(QString::number(length)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(whole.left(length));
        }
        const auto found = folder.scan();
        QVERIFY(found.has_value());
        NullJobControl job;
        // A cut file is skipped, or its pixels are refused: never a volume.
        for (const auto& series : found->series)
            QVERIFY(!dicom::seriesValueRange(series, job).has_value());
    }
}

void TestBadInput::flippedBytesNeverCrash() {
    const QByteArray whole = rampSlice(3).writer().bytes();
    Folder folder;
    int number = 0;
    for (qsizetype at = 128; at < whole.size(); at += 3) {
        QByteArray broken = whole;
        broken[at] = static_cast<char>(broken[at] ^ (at % 2 == 0 ? 0xFF : 0x10));
        QFile file(folder.file(QString::number(number++)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(broken);
    }
    const auto found = folder.scan();
    QVERIFY(found.has_value());
    NullJobControl job;
    // Nothing is lost: each file is a slice of a series or skipped with a reason.
    std::size_t accounted = found->skipped.size();
    for (const auto& series : found->series) {
        accounted += series.files.size();
        const auto volume = dicom::loadSeries(series, job, {true, 0});
        QVERIFY(volume || !volume.error().detail.empty());
    }
    QCOMPARE(accounted, static_cast<std::size_t>(number));
}

void TestBadInput::itemsNestedWithoutEndAreRefused_data() {
    QTest::addColumn<int>("depth");
    QTest::addColumn<bool>("known");
    QTest::addColumn<bool>("refused");
    QTest::newRow("100 open") << 100 << false << false;
    QTest::newRow("100 of known length") << 100 << true << false;
    QTest::newRow("50,000 open") << 50000 << false << true;
    QTest::newRow("2,000 of known length") << 2000 << true << true;
}

// Without a limit the parser's stack overflows at some ten thousand.
void TestBadInput::itemsNestedWithoutEndAreRefused() {
    QFETCH(int, depth);
    QFETCH(bool, known);
    QFETCH(bool, refused);
    const auto length = [](qsizetype size) {
        QByteArray bytes(4, '\0');
        qToLittleEndian(static_cast<quint32>(size), bytes.data());
        return bytes;
    };
    const QByteArray item = QByteArray::fromHex("feff00e0");
    const QByteArray sequence = QByteArray::fromHex("08004011") + "SQ" + QByteArray(2, '\0');
    QByteArray content;
    for (int n = 1; n < depth && known; ++n)
        content = sequence + length(content.size() + 8) + item + length(content.size()) + content;
    if (!known) {
        content = item + length(-1);
        for (int n = 1; n < depth; ++n)
            content += sequence + length(-1) + item + length(-1);
        for (int n = 1; n < depth; ++n)
            content += QByteArray::fromHex("feff0de000000000feffdde000000000");
        content += QByteArray::fromHex("feff0de000000000");
    } else {
        content = item + length(content.size()) + content;
    }
    auto writer = rampSlice(0).writer();
    writer.raw(0x00081140, "SQ", content);
    Folder folder;
    QVERIFY(writer.write(folder.file(QStringLiteral("deep"))));
    const auto found = folder.scan();
    QVERIFY(found.has_value());
    QCOMPARE(found->series.empty(), refused);
    if (refused)
        QCOMPARE(wordOf(found->skipped.front().code), wordOf(ErrorCode::FormatDamaged));
}

void TestBadInput::veryLongImageOpens() {
    Folder folder;
    CtSlice s;
    s.columns = 2;
    s.rows = 60000;
    s.words.assign(120000, 5);
    s.words.back() = 6;
    QVERIFY(s.writer().write(folder.file(QStringLiteral("long"))));
    const auto volume = loadOnly(folder.scan());
    QVERIFY(volume != nullptr);
    QCOMPARE(volume->geometry().dims(), (std::array<int, 3>{2, 60000, 1}));
    QCOMPARE(volume->range(), (ValueRange{5, 6}));
    CtSlice tiny;
    tiny.columns = tiny.rows = 1;
    tiny.words = {42};
    Folder other;
    QVERIFY(tiny.writer().write(other.file(QStringLiteral("tiny"))));
    const auto one = loadOnly(other.scan());
    QVERIFY(one != nullptr);
    QCOMPARE(one->range(), (ValueRange{42, 42}));
}

void TestBadInput::cancelStopsScanAndLoad() {
    Folder folder;
    for (int k = 0; k < 40; ++k) {
        CtSlice s = rampSlice(k % kSlices);
        s.instance = k + 1;
        s.position = {0, 0, 1.0 * k};
        QVERIFY(s.writer().write(folder.file(QString::number(k))));
    }
    const std::vector<std::filesystem::path> paths{
        std::filesystem::path(folder.file(QString()).toStdString())};
    CancelAfter early(5);
    const auto cancelled = dicom::scanSeries(paths, early);
    QVERIFY(!cancelled.has_value());
    QCOMPARE(wordOf(cancelled.error().code), wordOf(ErrorCode::Cancelled));
    NullJobControl job;
    const auto found = dicom::scanSeries(paths, job);
    QVERIFY(found && found->series.size() == 1);
    CancelAfter late(10);
    const auto volume = dicom::loadSeries(found->series.front(), late);
    QVERIFY(!volume.has_value());
    QCOMPARE(wordOf(volume.error().code), wordOf(ErrorCode::Cancelled));
    QVERIFY(late.reports > 0 && late.reports <= 10);
}

void TestBadInput::fileChangedAfterTheScanIsRefused() {
    Folder folder;
    for (int k = 0; k < kSlices; ++k)
        QVERIFY(rampSlice(k).writer().write(folder.file(QString::number(k))));
    const auto found = folder.scan();
    QVERIFY(found && found->series.size() == 1);
    QVERIFY(QFile::resize(folder.file(QStringLiteral("2")), 300));
    NullJobControl job;
    const auto cut = dicom::loadSeries(found->series.front(), job);
    QVERIFY(!cut.has_value());
    QCOMPARE(wordOf(cut.error().code), wordOf(ErrorCode::Truncated));
    QVERIFY(cut.error().path.ends_with("/2"));
    QVERIFY(QFile::remove(folder.file(QStringLiteral("2"))));
    const auto gone = dicom::loadSeries(found->series.front(), job);
    QVERIFY(!gone.has_value());
    QCOMPARE(wordOf(gone.error().code), wordOf(ErrorCode::FileNotFound));
}

void TestBadInput::missingPathIsNamed() {
    NullJobControl job;
    const std::vector<std::filesystem::path> paths{"/nonexistent/series"};
    const auto found = dicom::scanSeries(paths, job);
    QVERIFY(!found.has_value());
    QCOMPARE(wordOf(found.error().code), wordOf(ErrorCode::FileNotFound));
    QCOMPARE(found.error().path, std::string("/nonexistent/series"));
}

QTEST_APPLESS_MAIN(TestBadInput)
#include "tst_bad_input.moc"
