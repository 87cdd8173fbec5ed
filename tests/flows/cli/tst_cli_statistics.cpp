// nodewise-cli on tables and progress files: analyze, schedule, export.
#include "progress/progress_store.h"
#include "support/cli_run.h"
#include "support/oracle_json.h"
#include "support/reading_samples.h"
#include "support/temp_store.h"
#include <QtTest>

using namespace nodewise;
using namespace nodewise::tests;
using test::CliRun;
using test::runCli;

namespace {

QString q(const char* text) {
    return QString::fromLatin1(text);
}

double at(const QJsonObject& object, const char* name) {
    return object[QLatin1String(name)].toDouble(-12345);
}

}  // namespace

class TestCliStatistics : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rocGivesOneCurveOrAll();
    void rocTellsOfOneThreshold();
    void delongComparesModalities();
    void kappaGivesPublishedValues();
    void calibrationGivesBrierAndSlope();
    void proportionGivesThreeIntervals();
    void blandAltmanGivesBiasAndLimits();
    void mrmcGivesVanDyke();
    void saysWhyThereIsNoValue();
    void refusesTablesThatDoNotFit_data();
    void refusesTablesThatDoNotFit();
    void scheduleFollowsTheReference();
    void scheduleRefusesBadInput_data();
    void scheduleRefusesBadInput();
    void exportWritesTables();
    void exportMakesNoDatabase();
    void exportWritesReaderStudies();
    void answersTravel();

private:
    QTemporaryDir m_dir;
    QString write(const QByteArray& bytes) {
        const QString name = m_dir.filePath(QStringLiteral("in"));
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        file.write(bytes);
        return name;
    }
    CliRun analyze(const char* kind, const QByteArray& table, const QStringList& more = {}) {
        return runCli(QStringList{q("analyze"), q(kind), q("--input"), write(table)} + more);
    }
    // aSAH as case,modality,label,score.
    static QByteArray asah(const QList<QByteArray>& markers) {
        const OracleTable table = oracleCsv("roc/asah.csv");
        QByteArray text = "case,modality,label,score\n";
        for (const QByteArray& marker : markers)
            for (const auto& row : table.rows)
                text += row[0] + ',' + marker + ',' +
                        (row[table.column("outcome")] == "Poor" ? "1," : "0,") +
                        row[table.column(marker.constData())] + '\n';
        return text;
    }
    static QByteArray vanDyke() {
        const OracleTable table = oracleCsv("roc/vandyke.csv");
        QByteArray text = "score,case,label,reader,modality\r\n";  // any order, any line end
        for (const auto& row : table.rows)
            text += row[4] + ',' + row[2] + ',' + row[3] + ',' + row[1] + ',' + row[0] + "\r\n";
        return text;
    }
};

void TestCliStatistics::rocTellsOfOneThreshold() {
    const QByteArray table = "case,label,score\na,1,0.9\nb,1,0.4\nc,0,0.6\nd,0,0.1\ne,0,0.2\n";
    QVERIFY(!analyze("roc", table).json.contains(q("operating_point")));
    const QJsonObject at =
        analyze("roc", table, {q("--threshold"), q("0.5")}).json[q("operating_point")].toObject();
    QCOMPARE(at[q("threshold")].toDouble(), 0.5);
    QCOMPARE(at[q("sensitivity")].toObject()[q("value")].toDouble(), 0.5);
    QCOMPARE(at[q("specificity")].toObject()[q("value")].toDouble(), 2.0 / 3);
    QCOMPARE(at[q("specificity")].toObject()[q("ci")].toArray().size(), 2);
}

void TestCliStatistics::rocGivesOneCurveOrAll() {
    const QJsonObject expected = oracleJson("roc/asah_expected.json");
    const CliRun one = analyze("roc", asah({"ndka"}));
    QCOMPARE(one.exitCode, 0);
    const auto ci = numbersOf(expected[q("ci_delong")][q("ndka")]);
    QVERIFY(nearAbsolute(at(one.json, "auc"), ci.at(1), 1e-9));
    QVERIFY(nearAbsolute(one.json[q("ci")].toArray()[0].toDouble(), ci.at(0), 1e-9));
    QVERIFY(at(one.json, "positives") == 41 && at(one.json, "negatives") == 72);
    const QJsonArray all = analyze("roc", asah({"ndka", "wfns"})).json[q("results")].toArray();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[1][q("modality")].toString(), q("wfns"));
    QVERIFY(
        nearAbsolute(all[1][q("auc")].toDouble(), expected[q("auc")][q("wfns")].toDouble(), 1e-9));
}

void TestCliStatistics::delongComparesModalities() {
    const CliRun run = analyze("delong", asah({"s100b", "wfns"}));
    const QJsonObject expected =
        oracleJson("roc/asah_expected.json")[q("paired_test")][q("wfns-s100b")].toObject();
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.json[q("first")].toString(), q("s100b"));
    QVERIFY(nearAbsolute(at(run.json, "z"), -expected[q("Z")].toDouble(), 1e-8));
    QVERIFY(nearAbsolute(at(run.json, "p"), expected[q("p_two_sided")].toDouble(), 1e-8));
    QCOMPARE(analyze("delong", asah({"wfns"})).exitCode, 1);
}

void TestCliStatistics::kappaGivesPublishedValues() {
    // Cohen's table of scikit-learn: 20 20 / 10 50.
    QByteArray text = "case,rater,category\n";
    int id = 0;
    const auto add = [&](int count, const char* a, const char* b) {
        for (int i = 0; i < count; ++i, ++id)
            text += QByteArray::number(id) + ",A," + a + "\n" + QByteArray::number(id) + ",B," + b +
                    "\n";
    };
    add(20, "no", "no");
    add(20, "no", "yes");
    add(10, "yes", "no");
    add(50, "yes", "yes");
    const CliRun run = analyze("kappa", text);
    QCOMPARE(run.exitCode, 0);
    QVERIFY(nearAbsolute(at(run.json, "kappa"), 0.3478260869565216, 1e-9));
    QVERIFY(nearAbsolute(at(run.json, "se"), 0.09500818051515361, 1e-9));
    QVERIFY(run.json[q("ac1")].isDouble() && run.json[q("ac1_ci")].isArray());
    const CliRun quadratic = analyze("kappa", text, {q("--weights"), q("quadratic")});
    QVERIFY(nearAbsolute(at(quadratic.json, "kappa"), 0.3478260869565216, 1e-9));
    QCOMPARE(analyze("kappa", text, {q("--weights"), q("cubic")}).exitCode, 2);
}

void TestCliStatistics::calibrationGivesBrierAndSlope() {
    const QJsonObject one =
        oracleJson("roc/calibration.json")[q("cases")].toArray().at(0).toObject();
    const auto p = numbersOf(one[q("p")]), y = numbersOf(one[q("y")]);
    QByteArray text = "case,label,score\n";
    for (std::size_t i = 0; i < p.size(); ++i)
        text += QByteArray::number(int(i)) + ',' + QByteArray::number(int(y[i])) + ',' +
                QByteArray::number(p[i], 'g', 17) + '\n';
    const CliRun run = analyze("calibration", text);
    QVERIFY(nearAbsolute(at(run.json, "brier"), at(one, "brier"), 1e-9));
    QVERIFY(nearAbsolute(at(run.json, "slope"), at(one, "slope"), 1e-8));
    QVERIFY(nearAbsolute(run.json[q("bins_5")][q("ece")].toDouble(),
                         one[q("bins_5")][q("ece")].toDouble(), 1e-9));
}

void TestCliStatistics::proportionGivesThreeIntervals() {
    const CliRun run = analyze("proportion", "x,n\n18,20\n0,30\n");
    const QJsonArray all = run.json[q("results")].toArray();
    QCOMPARE(all.size(), 2);
    QVERIFY(nearAbsolute(all[0][q("wilson")][0].toDouble(), 0.6989663547715128, 1e-6));
    QVERIFY(nearAbsolute(all[1][q("clopper_pearson")][1].toDouble(), 0.11570331, 1e-6));
    const CliRun counted = analyze("proportion", "label\n1\n0\n1\n1\n");
    QCOMPARE(at(counted.json, "proportion"), 0.75);
    QCOMPARE(analyze("proportion", "x,n\n3,2\n").json[q("reason")].toString(), q("invalid_input"));
}

void TestCliStatistics::blandAltmanGivesBiasAndLimits() {
    // Differences -1, 0, 1, 2: bias 0.5, SD sqrt(5/3).
    const CliRun run = analyze("blandaltman", "first,second\n1,2\n2,2\n3,2\n4,2\n");
    QCOMPARE(at(run.json, "bias"), 0.5);
    QVERIFY(nearAbsolute(at(run.json, "sd"), std::sqrt(5.0 / 3.0), 1e-12));
    const CliRun tidy =
        analyze("blandaltman",
                "case,reader,score\na,1,1\na,2,2\nb,1,2\nb,2,2\nc,1,3\nc,2,2\nd,1,4\nd,2,2\n");
    QCOMPARE(tidy.json[q("limits")], run.json[q("limits")]);
}

void TestCliStatistics::mrmcGivesVanDyke() {
    const QJsonObject expected = oracleJson("roc/vandyke_expected.json")[q("jackknife")].toObject();
    const CliRun run = analyze("mrmc", vanDyke());
    QCOMPARE(run.exitCode, 0);
    QVERIFY(nearRelative(run.json[q("random_readers_random_cases")][q("p")].toDouble(),
                         expected[q("RRRC")][q("p")].toDouble(), 1e-8));
    QVERIFY(nearRelative(at(run.json, "cov2"), at(expected, "cov2"), 1e-8));
    QCOMPARE(analyze("mrmc", asah({"wfns"})).json[q("reason")].toString(), q("no_data"));
}

void TestCliStatistics::saysWhyThereIsNoValue() {
    const CliRun roc = analyze("roc", "case,label,score\n1,1,0.5\n2,1,0.7\n");
    QCOMPARE(roc.exitCode, 0);
    QVERIFY(roc.json[q("auc")].isNull());
    QCOMPARE(roc.json[q("reason")].toString(), q("one_class_only"));
    const CliRun kappa = analyze("kappa", "case,rater,category\n1,A,x\n1,B,x\n2,A,x\n2,B,x\n");
    QVERIFY(kappa.json[q("kappa")].isNull());
    QCOMPARE(kappa.json[q("reason")].toString(), q("one_category_only"));
}

void TestCliStatistics::refusesTablesThatDoNotFit_data() {
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QString>("code");
    QTest::newRow("empty") << QByteArray("\n") << q("FormatDamaged");
    QTest::newRow("no score") << QByteArray("case,label\n1,1\n") << q("FormatDamaged");
    QTest::newRow("short line") << QByteArray("case,label,score\n1,1\n") << q("FormatDamaged");
    QTest::newRow("open quote") << QByteArray("case,label,score\n1,1,\"3\n") << q("FormatDamaged");
    QTest::newRow("word") << QByteArray("case,label,score\n1,1,high\n") << q("NotANumber");
    QTest::newRow("nan") << QByteArray("case,label,score\n1,1,nan\n") << q("NotANumber");
    QTest::newRow("class") << QByteArray("case,label,score\n1,maybe,3\n") << q("ValueOutOfRange");
    QTest::newRow("case twice") << QByteArray("case,label,score\n1,1,3\n1,1,3\n")
                                << q("FormatDamaged");
    QTest::newRow("name twice") << QByteArray("case,case,label,score\n1,1,1,3\n")
                                << q("FormatDamaged");
}

void TestCliStatistics::refusesTablesThatDoNotFit() {
    QFETCH(QByteArray, table);
    QFETCH(QString, code);
    const CliRun run = analyze("roc", table);
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.json[q("error")][q("code")].toString(), code);
    QVERIFY(!run.json[q("error")][q("path")].toString().isEmpty());
}

void TestCliStatistics::scheduleFollowsTheReference() {
    const QJsonObject one =
        oracleJson("fsrs/fsrs6_sequences.json")[q("cases")].toArray().at(0).toObject();
    QJsonArray reviews;
    for (const QJsonValue& step : one[q("steps")].toArray())
        reviews.append(
            QJsonObject{{q("rating"), step[q("rating")]}, {q("elapsed_s"), step[q("elapsed_s")]}});
    const QString input = write(QJsonDocument(QJsonObject{{q("reviews"), reviews}}).toJson());
    const CliRun run = runCli({q("schedule"), q("--input"), input});
    QCOMPARE(run.exitCode, 0);
    const QJsonArray given = run.json[q("reviews")].toArray(), steps = one[q("steps")].toArray();
    QCOMPARE(given.size(), steps.size());
    for (int i = 0; i < given.size(); ++i) {
        QVERIFY(nearRelative(given[i][q("stability")].toDouble(),
                             steps[i][q("stability")].toDouble(), 1e-9));
        QCOMPARE(given[i][q("state")].toString(), steps[i][q("state")].toString());
        QCOMPARE(given[i][q("interval_s")].toDouble(), steps[i][q("interval_s")].toDouble());
    }
}

void TestCliStatistics::scheduleRefusesBadInput_data() {
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("code");
    QTest::newRow("no JSON") << QByteArray("reviews") << q("JsonInvalid");
    QTest::newRow("no reviews") << QByteArray("{}") << q("JsonInvalid");
    QTest::newRow("rating 5") << QByteArray(R"({"reviews":[{"rating":5}]})")
                              << q("ValueOutOfRange");
    QTest::newRow("back in time") << QByteArray(R"({"reviews":[{"rating":3,"elapsed_s":-1}]})")
                                  << q("ValueOutOfRange");
    QTest::newRow("retention") << QByteArray(R"({"desired_retention":1.5,"reviews":[]})")
                               << q("ValueOutOfRange");
    QTest::newRow("few weights") << QByteArray(R"({"parameters":[1,2],"reviews":[]})")
                                 << q("JsonInvalid");
    QTest::newRow("unknown key") << QByteArray(R"({"fuzz":true,"reviews":[]})") << q("UnknownKey");
}

void TestCliStatistics::scheduleRefusesBadInput() {
    QFETCH(QByteArray, input);
    QFETCH(QString, code);
    const CliRun run = runCli({q("schedule"), q("--input"), write(input)});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.json[q("error")][q("code")].toString(), code);
}

void TestCliStatistics::exportWritesTables() {
    TempStore store;
    const auto profile = store->createProfile("A name that stays here");
    const auto opened = sampleCase();
    QVERIFY(profile && store->openCase(profile->id, opened));
    const auto score = sampleScore();
    QVERIFY(store->commitNodeCall(profile->id, sampleCommit(opened), &score));
    QVERIFY(store->commitNodeCall(profile->id, sampleCommit(opened, 1)));
    store.close();
    const QList<std::pair<QString, int>> expected{
        {q("calls"), 2}, {q("scores"), 1}, {q("events"), 5}};
    for (const auto& [what, rows] : expected) {
        const QString out = m_dir.filePath(what);
        const CliRun run =
            runCli({q("export"), q("--db"), QString::fromStdString(store.file().string()),
                    q("--what"), what, q("--out"), out});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.json[q("rows")].toInt(), rows);
        QFile file(out);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QCOMPARE(text.count('\n'), what == q("events") ? rows : rows + 1);
        if (what == q("events"))
            continue;
        QVERIFY(!text.contains("A name that stays here"));
        const auto lines = text.split('\n');
        QCOMPARE(lines[0].count(','), lines[1].count(','));
        QVERIFY(lines[1].contains("case-27"));
    }
}

void TestCliStatistics::exportMakesNoDatabase() {
    const QString missing = m_dir.filePath(q("none.db"));
    const CliRun run = runCli({q("export"), q("--db"), missing, q("--what"), q("calls"), q("--out"),
                               m_dir.filePath(q("x"))});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.json[q("error")][q("code")].toString(), q("FileNotFound"));
    QVERIFY(!QFile::exists(missing));
    QCOMPARE(runCli({q("export"), q("--db"), missing, q("--what"), q("tea"), q("--out"), missing})
                 .exitCode,
             2);
}

void TestCliStatistics::exportWritesReaderStudies() {
    TempStore store;
    for (const char* name : {"one", "two"}) {
        const auto profile = store->createProfile(name);
        const auto opened = sampleCase(std::string("s-") + name);
        QVERIFY(profile && store->openCase(profile->id, opened));
        const auto present = sampleScore(), absent = sampleScore(Grade::G0);
        QVERIFY(store->commitNodeCall(profile->id, sampleCommit(opened), &present));
        QVERIFY(store->commitNodeCall(profile->id, sampleCommit(opened, 1), &absent));
    }
    store.close();
    const QString db = QString::fromStdString(store.file().string());
    for (const auto& [what, rows] :
         QList<std::pair<QString, int>>{{q("xapi"), 4}, {q("imrmc"), 4}, {q("rjafroc"), 4}}) {
        const QString out = m_dir.filePath(what);
        const CliRun run = runCli({q("export"), q("--db"), db, q("--what"), what, q("--out"), out});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.json[q("rows")].toInt(), rows);
        QVERIFY(QFile(out).size() > 100);
    }
}

void TestCliStatistics::answersTravel() {
    TempStore reader, director;
    const auto profile = reader->createProfile("A name that stays here");
    const auto opened = sampleCase();
    QVERIFY(profile && reader->openCase(profile->id, opened));
    const auto score = sampleScore();
    QVERIFY(reader->commitNodeCall(profile->id, sampleCommit(opened), &score));
    reader.close();
    director.close();
    const QString key = m_dir.filePath(q("reader.key")), file = m_dir.filePath(q("r.nwanswers"));
    QCOMPARE(runCli({q("pack"), q("keygen"), q("--out"), key, q("--label"), q("test")}).exitCode,
             0);
    const QString from = QString::fromStdString(reader.file().string());
    const QString into = QString::fromStdString(director.file().string());
    const CliRun written = runCli({q("answers"), q("write"), q("--db"), from, q("--pseudonym"),
                                   q("reader-07"), q("--key"), key, q("--out"), file});
    QCOMPARE(written.exitCode, 0);
    QCOMPARE(written.json[q("calls")].toInt(), 1);
    const CliRun first = runCli({q("answers"), q("merge"), q("--db"), into, file});
    QCOMPARE(first.json[q("added")].toInt(), 4);
    const CliRun second = runCli({q("answers"), q("merge"), q("--db"), into, file});
    QCOMPARE(second.json[q("added")].toInt(), 0);
    director.reopen();
    const auto profiles = director->profiles();
    QCOMPARE(profiles->size(), std::size_t{1});
    QCOMPARE(profiles->front().name, std::string("reader-07"));
    const CliRun refused = runCli({q("answers"), q("merge"), q("--db"), into, key});
    QCOMPARE(refused.exitCode, 1);
}

QTEST_GUILESS_MAIN(TestCliStatistics)
#include "tst_cli_statistics.moc"
