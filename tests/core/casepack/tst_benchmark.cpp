// Reader distributions of a pack: written, checked, read from the file.
#include "casepack/benchmark.h"
#include "casepack/pack_writer.h"
#include "support/pack_source.h"
#include <QTest>

using namespace nodewise;
using namespace nodewise::casepack;
using namespace nodewise::test;

namespace {

const char* const kFive = R"({"title": {"en": "Five residents", "de": "Fünf Assistenten"},
    "source": "reading day of March", "readers": [{"nodes": 20, "brier": 0.2},
    {"nodes": 21, "brier": 0.25, "auc": 0.7, "gradeKappa": 0.4}, {"nodes": 22}, {"nodes": 23},
    {"nodes": 24}]})";

}  // namespace

class TestBenchmark : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPackCarriesItsReaders();
    void refusesWhatTellsTooMuch_data();
    void refusesWhatTellsTooMuch();
    void aPackWithoutReadersHasNone();

private:
    NullJobControl m_job;
};

void TestBenchmark::aPackCarriesItsReaders() {
    PackSource source;
    source.write("benchmarks/residents.json", kFive);
    const auto file = source.beside("out.nwpack");
    const auto built = buildPack(source.folder(), file, m_job);
    QVERIFY2(built.has_value(), built ? "" : built.error().detail.c_str());
    const auto all = benchmarksIn(file);
    QVERIFY(all.has_value());
    QCOMPARE(all->size(), std::size_t(1));
    const ReaderBenchmark& one = all->front();
    QCOMPARE(one.id, std::string("residents"));
    QCOMPARE(one.titleIn("de"), std::string("Fünf Assistenten"));
    QCOMPARE(one.titleIn("fr"), std::string("Five residents"));
    QCOMPARE(one.readers.size(), std::size_t(5));
    QVERIFY(one.readers[1] == (BenchmarkReader{21, 0.25, 0.7, 0.4}));
    QVERIFY(!one.readers[2].brier);
}

void TestBenchmark::refusesWhatTellsTooMuch_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("a name") << QByteArray("\"nodes\": 22")
                            << QByteArray(R"("nodes": 22, "name": "X")");
    QTest::newRow("four readers") << QByteArray(", {\"nodes\": 23}") << QByteArray();
    QTest::newRow("too few nodes") << QByteArray("\"nodes\": 24") << QByteArray("\"nodes\": 19");
    QTest::newRow("a share above one") << QByteArray("0.25") << QByteArray("25");
    QTest::newRow("no source") << QByteArray(R"("source": "reading day of March",)")
                               << QByteArray();
}

void TestBenchmark::refusesWhatTellsTooMuch() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QByteArray text(kFive);
    QVERIFY(text.contains(from));
    PackSource source;
    source.write("benchmarks/residents.json", text.replace(from, to).toStdString());
    const auto built = buildPack(source.folder(), source.beside("out.nwpack"), m_job);
    QVERIFY(!built);
    QCOMPARE(built.error().code, ErrorCode::SchemaViolation);
    QCOMPARE(built.error().path, std::string("benchmarks/residents.json"));
}

void TestBenchmark::aPackWithoutReadersHasNone() {
    PackSource source;
    const auto file = source.beside("out.nwpack");
    QVERIFY(buildPack(source.folder(), file, m_job));
    QVERIFY(benchmarksIn(file)->empty());
    QCOMPARE(benchmarksIn(source.beside("absent.nwpack")).error().code, ErrorCode::FileNotFound);
}

QTEST_APPLESS_MAIN(TestBenchmark)
#include "tst_benchmark.moc"
