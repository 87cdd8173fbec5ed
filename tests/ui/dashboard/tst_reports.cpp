// The reports as pages: one sheet, nothing beyond its edge, and what each of them says.
#include "support/find_child.h"
#include "support/group_answers.h"
#include "support/page_text.h"
#include "ui/dashboard/report.h"
#include "ui/widgets/theme.h"
#include <QApplication>
#include <QFile>
#include <QImage>
#include <QTest>

using namespace nodewise;
using namespace nodewise::tests;

namespace {

using Paint = std::function<void(QPainter&)>;

analytics::Estimate estimate(double value, double low, double high) {
    analytics::Estimate made;
    made.value = value;
    made.interval = analytics::Interval{low, high};
    return made;
}

/// Readers of 24 nodes each, the last one of 7; twelve concepts; as many items as asked for.
dashboard::GroupReport groupReport(int readers, int items) {
    dashboard::GroupReport report{
        {QStringLiteral("Group"), {}, QStringLiteral("24 November 2026"), QStringLiteral("9.9")},
        {}};
    auto& cohort = report.cohort;
    cohort.nodes = items;
    for (const char* feature : {"margin", "fat", "necrosis", "adjacency"})
        for (const char* site : {"any", "larynx", "oral_cavity"})
            cohort.concepts.emplace_back(std::string(feature) + "/" + site + "/none");
    for (int i = 0; i < readers; ++i) {
        auto& row = cohort.readers.emplace_back();
        row.pseudonym =
            QStringLiteral("reader-%1").arg(i + 1, 2, 10, QLatin1Char('0')).toStdString();
        row.nodes = i + 1 == readers ? 7 : 24;
        row.cases = row.nodes / 2;
        row.concepts.resize(cohort.concepts.size());
        row.concepts[0] = {8, 6, estimate(0.75, 0.41, 0.93)};
        if (i + 1 == readers)
            continue;
        row.brier = estimate(0.21, 0.12, 0.3);
        row.skill = estimate(0.16, -0.08, 0.37);
        row.standing = analytics::CohortRow::Standing::Within;
    }
    for (int i = 0; i < items; ++i) {
        auto& item = cohort.items.emplace_back();
        item.caseTitle = "Case " + std::to_string(i + 1);
        item.node = {NodeId("node-1"), Side::Left, Level::III};
        item.readers = readers;
        item.agreed = 0.5;
        item.meanBrier = 0.31;
        item.commonError = TraineeError::E05;
    }
    return report;
}

Paint paintOf(const dashboard::GroupReport& report) {
    return [report](QPainter& painter) { dashboard::paintGroup(painter, report); };
}

int inkOf(const Paint& paint) {
    QImage page(595, 842, QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    paint(painter);
    painter.end();
    int dark = 0;
    for (int y = 0; y < page.height(); ++y)
        for (int x = 0; x < page.width(); ++x)
            dark += qGray(page.pixel(x, y)) < 200 ? 1 : 0;
    return dark;
}

}  // namespace

class TestReports : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { widgets::applyTheme(*qApp, widgets::ThemeKind::Reading); }
    void reportsAreOnePage_data();
    void reportsAreOnePage();
    void whatCannotBeWrittenIsNamed();
    void reportsHoldInk();
    void theResidentsPageSaysWhatIsMissing();
    void theCertificateStatesPractice();
    void theDirectorsPageNamesReadersAndNodes();
    void theDirectorsPageSaysHowManyMoreThereAre();
    void nobodyHasAFigureBelowTwentyNodes();
    void longNamesAreCut();

private:
    /// Reports of a learner with and without calls, and of groups.
    static Paint paintOfKind(ScreenModels& models, const QString& kind);
};

Paint TestReports::paintOfKind(ScreenModels& models, const QString& kind) {
    if (kind.startsWith(QLatin1String("group")))
        return paintOf(groupReport(kind.section(QLatin1Char(' '), 1, 1).toInt(), 30));
    if (kind.contains(QLatin1String("full"))) {
        models.loadPack();
        addMany(models);
    }
    if (kind.startsWith(QLatin1String("certificate")))
        return [report = dashboard::certificateReport(models.progress, QStringLiteral("9.9"))](
                   QPainter& painter) { dashboard::paintCertificate(painter, report); };
    return [report = dashboard::residentReport(models.progress, QStringLiteral("9.9"))](
               QPainter& painter) { dashboard::paintResident(painter, report); };
}

void TestReports::reportsAreOnePage_data() {
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"resident, empty", "resident, full", "certificate, empty",
                             "certificate, full", "group 0", "group 5", "group 13", "group 40"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestReports::reportsAreOnePage() {
    QFETCH(QString, kind);
    ScreenModels models;
    const Paint paint = paintOfKind(models, kind);
    const auto file = models.store.folder() / "report.pdf";
    QVERIFY(dashboard::writePdf(file, kind, paint));
    QFile pdf(QString::fromStdString(file.string()));
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    const QByteArray bytes = pdf.readAll();
    QVERIFY(bytes.startsWith("%PDF"));
    QCOMPARE(bytes.count("/Type /Page\n"), 1);
    const auto texts = textsOf(paint);
    QVERIFY(texts.size() >= 5);
    const QStringList faults = faultsOf(texts);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    QVERIFY(wordsOf(texts).contains(QStringLiteral("Not for diagnosis")));
}

void TestReports::whatCannotBeWrittenIsNamed() {
    ScreenModels models;
    const auto nowhere = dashboard::writePdf(models.store.folder() / "no" / "where.pdf",
                                             QStringLiteral("Report"), [](QPainter&) {});
    QCOMPARE(nowhere.error().code, ErrorCode::FileUnwritable);
}

void TestReports::reportsHoldInk() {
    ScreenModels nobody, somebody;
    const int empty = inkOf(paintOfKind(nobody, QStringLiteral("resident, empty")));
    QVERIFY(empty > 1500);
    QVERIFY(inkOf(paintOfKind(somebody, QStringLiteral("resident, full"))) > empty + 1000);
    QVERIFY(inkOf(paintOfKind(nobody, QStringLiteral("certificate, empty"))) > 1500);
    const int noGroup = inkOf(paintOf(groupReport(0, 0)));
    QVERIFY(inkOf(paintOf(groupReport(5, 10))) > noGroup + 1000);
}

void TestReports::theResidentsPageSaysWhatIsMissing() {
    ScreenModels models;
    const QString empty = wordsOf(textsOf(paintOfKind(models, QStringLiteral("resident"))));
    QVERIFY(empty.contains(QStringLiteral("from 8 scored nodes on")));
    QVERIFY(empty.contains(QStringLiteral("after 6 nodes")));
    const QString full = wordsOf(textsOf(paintOfKind(models, QStringLiteral("resident, full"))));
    QVERIFY(!full.contains(QStringLiteral("from 8 scored nodes on")));
    QVERIFY(full.contains(models.progress.headline()));
    QVERIFY(full.contains(QStringLiteral("Nodewise 9.9")));
}

void TestReports::theCertificateStatesPractice() {
    ScreenModels models;
    const QString empty = wordsOf(textsOf(paintOfKind(models, QStringLiteral("certificate"))));
    QVERIFY(empty.contains(QStringLiteral("has no scored node yet")));
    QVERIFY(models.learner.setName(QStringLiteral("Mara Riedl")));
    const Paint paint = paintOfKind(models, QStringLiteral("certificate, full"));
    const auto report = dashboard::certificateReport(models.progress, {});
    QCOMPARE(report.nodes, 24);
    QCOMPARE(report.cases, 6);
    const QString full = wordsOf(textsOf(paint));
    QVERIFY(full.contains(QStringLiteral("Mara Riedl")));
    QVERIFY(full.contains(QStringLiteral("24 nodes in 6 cases")));
    QVERIFY(full.contains(QStringLiteral("no qualification")));
    // Three figures; what was missed is between reader and teacher.
    QCOMPARE(report.figures.size(), std::size_t(3));
    for (const auto& figure : report.figures)
        QVERIFY2(full.contains(figure.value), qPrintable(figure.value));
}

void TestReports::theDirectorsPageNamesReadersAndNodes() {
    const auto report = groupReport(5, 30);
    const auto texts = textsOf(paintOf(report));
    const QString words = wordsOf(texts);
    QVERIFY(words.contains(QStringLiteral("5 readers, 30 nodes")));
    for (const auto& row : report.cohort.readers)
        QVERIFY2(words.contains(QString::fromStdString(row.pseudonym)), row.pseudonym.c_str());
    QVERIFY(!words.contains(QStringLiteral("more:")));
    // The heat map: a share, and the concepts the page has room for.
    QVERIFY(words.contains(QStringLiteral("75")));
    // The hardest nodes first, as many as fit above the foot.
    QVERIFY(words.contains(QStringLiteral("Case 1")));
    QVERIFY(!words.contains(QStringLiteral("Case 30")));
    double foot = 0, lowest = 0;
    for (const PageText& one : texts) {
        if (one.text.contains(QStringLiteral("Not for diagnosis")))
            foot = one.box.top();
        if (one.text.contains(QStringLiteral("Case ")))
            lowest = std::max(lowest, one.box.bottom());
    }
    QVERIFY(lowest > 700 && lowest < foot);
}

void TestReports::theDirectorsPageSaysHowManyMoreThereAre() {
    const QString thirteen = wordsOf(textsOf(paintOf(groupReport(13, 10))));
    QVERIFY(thirteen.contains(QStringLiteral("reader-13")));
    QVERIFY(!thirteen.contains(QStringLiteral("more:")));
    const QString forty = wordsOf(textsOf(paintOf(groupReport(40, 10))));
    QVERIFY(forty.contains(QStringLiteral("reader-13")));
    QVERIFY(!forty.contains(QStringLiteral("reader-14")));
    QVERIFY(forty.contains(QStringLiteral("and 27 more")));
    QVERIFY(forty.contains(QStringLiteral("40 readers")));
}

void TestReports::nobodyHasAFigureBelowTwentyNodes() {
    const auto texts = textsOf(paintOf(groupReport(2, 10)));
    double row = 0;
    for (const PageText& one : texts)
        if (one.text == QStringLiteral("reader-02") && row == 0)
            row = one.box.center().y();
    QStringList line;
    for (const PageText& one : texts)
        if (std::abs(one.box.center().y() - row) < 2)
            line << one.text;
    QVERIFY2(line.contains(QStringLiteral("7")) && line.count(QStringLiteral("–")) == 2,
             qPrintable(line.join(QLatin1Char(' '))));
    QVERIFY(line.last().contains(QStringLiteral("20 nodes")));
}

void TestReports::longNamesAreCut() {
    auto report = groupReport(3, 3);
    for (std::size_t i = 0; i < 3; ++i) {
        report.cohort.readers[i].pseudonym = std::string(60, 'w') + std::to_string(i) + " of nine";
        report.cohort.items[i].caseTitle = std::string(80, 'm');
        report.cohort.items[i].commonError = TraineeError::E16;
    }
    const auto texts = textsOf(paintOf(report));
    const QStringList faults = faultsOf(texts);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    QVERIFY(wordsOf(texts).contains(QStringLiteral("wwww")));
}

QTEST_MAIN(TestReports)
#include "tst_reports.moc"
