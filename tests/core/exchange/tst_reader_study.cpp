// Reader studies: what iMRMC and RJafroc ask of the files they open.
#include "archive/zip_reader.h"
#include "exchange/reader_study.h"
#include "exchange/workbook.h"
#include "support/call_samples.h"
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>
#include <limits>

using namespace nodewise;
using namespace nodewise::exchange;
using namespace nodewise::tests;

class TestReaderStudy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesTheFirstCallOfEachReader();
    void doesNotDependOnTheOrder();
    void leavesOutWhatDoesNotCount();
    void keepsTheCrossedPart();
    void writesImrmcThatItsReadersTake();
    void writesRjafrocSheets();
    void refusesAStudyOfOneKind();
    void refusesRjafrocThatIsNotCrossed();
    void refusesBadSheets();

private:
    QTemporaryDir m_dir;
};

namespace {

std::vector<session::CallRecord> twoReaders() {
    return {sampleRecord("b", "case-1", Grade::G1, 0.8),
            sampleRecord("b", "case-2", Grade::G0, 0.2),
            sampleRecord("a", "case-1", Grade::G1, 0.6, 5),
            sampleRecord("a", "case-2", Grade::G0, 0.4, 6),
            sampleRecord("a", "case-3", Grade::G3, 0.9, 7),
            sampleRecord("a", "case-1", Grade::G1, 0.99, 90)};
}

std::filesystem::path pathIn(const QTemporaryDir& dir, const char* name) {
    return std::filesystem::path(dir.filePath(QLatin1String(name)).toStdString());
}

/// Rows of a sheet as text, read with an XML reader of its own.
QVector<QStringList> rowsOf(const std::filesystem::path& file, const std::string& entry) {
    const auto text = archive::readZipEntry(file, entry);
    if (!text)
        qFatal("no entry %s", entry.c_str());
    QXmlStreamReader xml(QByteArray::fromStdString(*text));
    QVector<QStringList> rows;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("row"))
            rows.append(QStringList{});
        else if (xml.name() == QLatin1String("v") || xml.name() == QLatin1String("t"))
            rows.last().append(xml.readElementText());
    }
    if (xml.hasError())
        qFatal("%s: %s", entry.c_str(), qPrintable(xml.errorString()));
    return rows;
}

}  // namespace

void TestReaderStudy::takesTheFirstCallOfEachReader() {
    const ReaderStudy study = readerStudy(twoReaders());
    QCOMPARE(study.readers, (std::vector<std::string>{"a", "b"}));
    QCOMPARE(study.items.size(), std::size_t{3});
    QCOMPARE(study.ratings.size(), std::size_t{5});
    QCOMPARE(study.ratings.front(), (StudyRating{1, 1, 0.6}));
    QVERIFY(study.items[0].positive && !study.items[1].positive && study.items[2].positive);
}

void TestReaderStudy::doesNotDependOnTheOrder() {
    auto calls = twoReaders();
    const ReaderStudy one = readerStudy(calls);
    std::reverse(calls.begin(), calls.end());
    const ReaderStudy other = readerStudy(calls);
    QCOMPARE(other.items, one.items);
    QCOMPARE(other.ratings, one.ratings);
}

void TestReaderStudy::leavesOutWhatDoesNotCount() {
    auto calls = twoReaders();
    calls[0].score->counts = false;
    calls[1].score.reset();
    calls[2].answer.probability.reset();
    QCOMPARE(readerStudy(calls).readers, (std::vector<std::string>{"a"}));
}

void TestReaderStudy::keepsTheCrossedPart() {
    const ReaderStudy crossed = crossedPart(readerStudy(twoReaders()));
    QCOMPARE(crossed.items.size(), std::size_t{2});
    QCOMPARE(crossed.ratings.size(), std::size_t{4});
}

void TestReaderStudy::writesImrmcThatItsReadersTake() {
    const auto text = imrmcText(readerStudy(twoReaders()));
    QVERIFY(text);
    const auto lines = QString::fromStdString(*text).split(QStringLiteral("\r\n"));
    QVERIFY(lines.contains(QStringLiteral("N0: 1")));
    QVERIFY(lines.contains(QStringLiteral("N1: 2")));
    QVERIFY(lines.contains(QStringLiteral("NR: 2")));
    QVERIFY(lines.contains(QStringLiteral("NM: 1")));
    // The readers stop at the first line of four cells that is none: all data stands together.
    const auto data = lines.mid(lines.indexOf(QStringLiteral("BEGIN DATA:")) + 1);
    int truths = 0, ratings = 0;
    for (const QString& line : data) {
        if (line.isEmpty())
            break;
        const auto cells = line.split(QLatin1Char(','));
        QCOMPARE(cells.size(), 4);
        bool whole = false;
        QVERIFY(cells[1].toInt(&whole) >= 1 && whole);
        (cells[0] == QLatin1String("-1") ? truths : ratings) += 1;
        if (cells[0] == QLatin1String("-1"))
            QVERIFY(cells[2] == QLatin1String("0") &&
                    (cells[3] == QLatin1String("0") || cells[3] == QLatin1String("1")));
    }
    QCOMPARE(truths, 3);
    QCOMPARE(ratings, 5);
    // No line of the head may look like one of the four counts or the start of the data.
    QCOMPARE(lines.filter(QStringLiteral("N0")).size(), 1);
}

void TestReaderStudy::writesRjafrocSheets() {
    const auto file = pathIn(m_dir, "study.xlsx");
    QVERIFY(writeRjafroc(file, crossedPart(readerStudy(twoReaders()))));
    const auto book = archive::readZipEntry(file, "xl/workbook.xml");
    QVERIFY(book);
    for (const char* name : {"\"TRUTH\"", "\"FP\"", "\"TP\""})
        QVERIFY(book->find(name) != std::string::npos);
    const auto truth = rowsOf(file, "xl/worksheets/sheet1.xml");
    const auto q = [](const char* text) { return QString::fromLatin1(text); };
    QCOMPARE(truth[0], (QStringList{q("CaseID"), q("LesionID"), q("Weight"), q("ReaderID"),
                                    q("ModalityID"), q("Paradigm")}));
    QCOMPARE(truth[1], (QStringList{q("1"), q("1"), q("0"), q("1, 2"), q("1"), q("ROC")}));
    QCOMPARE(truth[2], (QStringList{q("2"), q("0"), q("0"), q("1, 2"), q("1"), q("FCTRL")}));
    const auto falsePositives = rowsOf(file, "xl/worksheets/sheet2.xml");
    QCOMPARE(falsePositives[0],
             (QStringList{q("ReaderID"), q("ModalityID"), q("CaseID"), q("FP_Rating")}));
    QCOMPARE(falsePositives[1], (QStringList{q("1"), q("1"), q("2"), q("0.4")}));
    const auto truePositives = rowsOf(file, "xl/worksheets/sheet3.xml");
    QCOMPARE(truePositives[2], (QStringList{q("2"), q("1"), q("1"), q("1"), q("0.8")}));
}

void TestReaderStudy::refusesAStudyOfOneKind() {
    const std::vector calls{sampleRecord("a", "case-1", Grade::G1, 0.8)};
    const ReaderStudy study = readerStudy(calls);
    QCOMPARE(imrmcText(study).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(imrmcText({}).error().code, ErrorCode::InvalidArgument);
    const auto file = pathIn(m_dir, "one.xlsx");
    QCOMPARE(writeRjafroc(file, study).error().code, ErrorCode::InvalidArgument);
    QVERIFY(!std::filesystem::exists(file));
}

void TestReaderStudy::refusesRjafrocThatIsNotCrossed() {
    const auto file = pathIn(m_dir, "uneven.xlsx");
    QCOMPARE(writeRjafroc(file, readerStudy(twoReaders())).error().code,
             ErrorCode::InvalidArgument);
}

void TestReaderStudy::refusesBadSheets() {
    const auto file = pathIn(m_dir, "bad.xlsx");
    QCOMPARE(writeWorkbook(file, {}).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(writeWorkbook(file, {{"a/b", {}}}).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(writeWorkbook(file, {{"a", {}}, {"a", {}}}).error().code, ErrorCode::InvalidArgument);
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QCOMPARE(writeWorkbook(file, {{"a", {{nan}}}}).error().code, ErrorCode::InvalidArgument);
    QVERIFY(!std::filesystem::exists(file));
}

QTEST_APPLESS_MAIN(TestReaderStudy)
#include "tst_reader_study.moc"
