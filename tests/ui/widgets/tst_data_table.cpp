#include "ui/widgets/data_table.h"
#include "ui/widgets/theme.h"
#include <QHeaderView>
#include <QScrollBar>
#include <QTest>

using namespace nodewise::widgets;

/// A table takes the width it is given, wide or narrow.
class TestDataTable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void fillsItsWidthAndNoMore_data();
    void fillsItsWidthAndNoMore();
    void numbersStayBesideEachOther();
    void theLastTextTakesTheRest();
};

namespace {

void fillTest(DataTable& table) {
    table.setTable(
        {QStringLiteral("No."), QStringLiteral("Node"), QStringLiteral("You said"),
         QStringLiteral("Grade"), QStringLiteral("Reference"), QStringLiteral("Grade mark"),
         QStringLiteral("Short axis"), QStringLiteral("N category"), QStringLiteral("Time")},
        {{QStringLiteral("1"), QStringLiteral("Left III, case 1"), QStringLiteral("72 %"),
          QStringLiteral("G1"), QStringLiteral("G0"), QStringLiteral("differs"),
          QStringLiteral("+1.5 mm"), QStringLiteral("-"), QStringLiteral("1 min 12 s")}},
        {0, 2, 6, 8});
}

void showAt(QWidget& widget, int width) {
    widget.resize(width, 300);
    QCoreApplication::processEvents();
}

int widthOf(const DataTable& table) {
    return table.horizontalHeader()->length();
}

}  // namespace

void TestDataTable::initTestCase() {
    applyTheme(*qApp, ThemeKind::Reading);
}

void TestDataTable::fillsItsWidthAndNoMore_data() {
    QTest::addColumn<int>("width");
    for (const int width : {1400, 1000, 860, 800, 768, 720})
        QTest::addRow("%d", width) << width;
}

void TestDataTable::fillsItsWidthAndNoMore() {
    QFETCH(int, width);
    DataTable table(QStringLiteral("table"), QStringLiteral("Calls"));
    fillTest(table);
    showAt(table, 1440);
    table.show();
    showAt(table, width);
    QCOMPARE(table.horizontalScrollBar()->maximum(), 0);
    QCOMPARE(widthOf(table), table.viewport()->width());
}

void TestDataTable::numbersStayBesideEachOther() {
    DataTable table(QStringLiteral("table"), QStringLiteral("Packs"));
    table.setTable({QStringLiteral("Pack"), QStringLiteral("Calls"), QStringLiteral("Scored")},
                   {{QStringLiteral("Starter"), QStringLiteral("35"), QStringLiteral("31")}},
                   {1, 2});
    table.show();
    showAt(table, 900);
    QVERIFY(table.columnWidth(2) < 120);
    QVERIFY(table.columnWidth(0) > 600);
}

void TestDataTable::theLastTextTakesTheRest() {
    DataTable table(QStringLiteral("table"), QStringLiteral("Readers"));
    table.setTable({QStringLiteral("Reader"), QStringLiteral("Nodes"), QStringLiteral("Group")},
                   {{QStringLiteral("A"), QStringLiteral("35"), QStringLiteral("within")}}, {1});
    table.show();
    showAt(table, 900);
    QVERIFY(table.columnWidth(2) > 600);
}

QTEST_MAIN(TestDataTable)
#include "tst_data_table.moc"
