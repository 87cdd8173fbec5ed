// Tables of calls and scores, and the codebook that goes with them.
#include "exchange/call_tables.h"
#include "exchange/csv_text.h"
#include "support/call_samples.h"
#include <QTest>
#include <limits>

using namespace nodewise;
using namespace nodewise::exchange;
using namespace nodewise::tests;

class TestCallTables : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void quotesAsRfc4180();
    void writesNumbersThatReadBack();
    void givesOneRowACall();
    void leavesCallsWithoutScoreOutOfScores();
    void namesNobody();
    void codebookExplainsEveryColumn();
};

namespace {

QStringList headOf(const TableText& table) {
    return QString::fromStdString(table.text)
        .section(QStringLiteral("\r\n"), 0, 0)
        .split(QLatin1Char(','));
}

}  // namespace

void TestCallTables::quotesAsRfc4180() {
    QCOMPARE(csvLine({"a", "b,c", "say \"so\"", "two\nlines", ""}),
             std::string("a,\"b,c\",\"say \"\"so\"\"\",\"two\nlines\",\r\n"));
}

void TestCallTables::writesNumbersThatReadBack() {
    QCOMPARE(csvNumber(0.1), std::string("0.1"));
    QCOMPARE(csvNumber(1.0 / 3.0), std::string("0.3333333333333333"));
    QCOMPARE(csvNumber(std::nullopt), std::string());
    QCOMPARE(csvNumber(std::numeric_limits<double>::quiet_NaN()), std::string());
    QCOMPARE(csvNumber(std::numeric_limits<double>::infinity()), std::string());
}

void TestCallTables::givesOneRowACall() {
    const std::vector calls{sampleRecord("r1", "case-1", Grade::G1, 0.8),
                            sampleRecord("r2", "case-1", Grade::G1, 0.3)};
    for (const CallTable which : {CallTable::Calls, CallTable::Scores}) {
        const TableText table = callTable(which, calls);
        QCOMPARE(table.rows, std::size_t{2});
        const auto lines = QString::fromStdString(table.text).split(QStringLiteral("\r\n"));
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines[1].count(QLatin1Char(',')), lines[0].count(QLatin1Char(',')));
        QVERIFY(lines[1].contains(QStringLiteral("case-1")));
    }
}

void TestCallTables::leavesCallsWithoutScoreOutOfScores() {
    std::vector calls{sampleRecord("r1", "case-1", Grade::G1, 0.8)};
    calls.front().score.reset();
    QCOMPARE(callTable(CallTable::Calls, calls).rows, std::size_t{1});
    QCOMPARE(callTable(CallTable::Scores, calls).rows, std::size_t{0});
}

void TestCallTables::namesNobody() {
    const auto head = headOf(callTable(CallTable::Calls, {}));
    QVERIFY(!head.contains(QStringLiteral("name")));
    QVERIFY(head.contains(QStringLiteral("profile")));
}

void TestCallTables::codebookExplainsEveryColumn() {
    const auto lines =
        QString::fromStdString(codebook().text).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    for (const auto& [which, name] : {std::pair{CallTable::Calls, QStringLiteral("calls")},
                                      std::pair{CallTable::Scores, QStringLiteral("scores")}})
        for (const QString& column : headOf(callTable(which, {}))) {
            const auto row = lines.filter(name + QLatin1Char(',') + column + QLatin1Char(','));
            QCOMPARE(row.size(), 1);
            QVERIFY2(row.front().section(QLatin1Char(','), 2, 2).size() > 5,
                     qPrintable(row.front()));
        }
}

QTEST_APPLESS_MAIN(TestCallTables)
#include "tst_call_tables.moc"
