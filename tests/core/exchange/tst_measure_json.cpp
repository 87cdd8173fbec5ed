// What leaves Measure as JSON and as saved work, against cases/schema.
#include "archive/zip_reader.h"
#include "exchange/measure_work.h"
#include "exchange/node_report.h"
#include "serial/file_io.h"
#include "serial/schema.h"
#include <QTemporaryDir>
#include <QtTest>

using namespace nodewise;
using namespace nodewise::exchange;

namespace {

std::string schema(const char* name) {
    return serial::readFile(std::string(NODEWISE_SOURCE_DIR "/cases/schema/") + name).value_or("");
}

std::shared_ptr<const evidence::NodeEvidence> answer(bool abstained) {
    auto found = std::make_shared<evidence::NodeEvidence>();
    evidence::Finding finding;
    finding.strength = 0.7;
    finding.reason = "the margin is indistinct";
    finding.referenceHigh = 3.5;
    found->findings.push_back(finding);
    found->opinion.trace.push_back({});
    found->pene.contributions.push_back({});
    found->pene.abstained = abstained;
    found->pene.reason = abstained ? "the slices are too thick" : "";
    if (!abstained)
        found->pene.probability = 0.4;
    found->pene.low = 0.2;
    found->pene.high = 0.6;
    return found;
}

/// Three nodes: bare, called, answered.
MeasureWork sampleWork(bool abstained) {
    const auto grid = GridGeometry::create(
        {4, 4, 4}, {1, 1, 2}, {},
        GridGeometry::Axes{VectorLps{1, 0, 0}, VectorLps{0, 1, 0}, VectorLps{0, 0, 1}});
    MeasureWork work;
    work.source = {"/scans/neck"};
    work.seriesId = "1.2.3";
    work.labels = LabelMap::empty(*grid);
    for (LabelValue label = 1; label <= 3; ++label) {
        work.labels.set({label, 1, 1}, label);
        WorkNode node;
        node.label = label;
        node.name = "node";
        work.nodes.push_back(node);
    }
    work.nodes[1].level = Level::IIa;
    work.nodes[1].ownGrade = Grade::G1;
    work.nodes[1].ownProbability = 0.35;
    work.nodes[2] = work.nodes[1];
    work.nodes[2].label = 3;
    work.nodes[2].committed = true;
    work.nodes[2].answer = answer(abstained);
    work.patient.site = Site::OropharynxP16Pos;
    work.patient.biopsyDays = 12;
    return work;
}

}  // namespace

class TestMeasureJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theReportFitsItsSchema_data();
    void theReportFitsItsSchema();
    void anAnswerBeforeTheCallIsNotInTheReport();
    void theSavedWorkFitsItsSchema();
    void aWrongValueBreaksTheSchema();
};

void TestMeasureJson::theReportFitsItsSchema_data() {
    QTest::addColumn<bool>("abstained");
    QTest::newRow("with a probability") << false;
    QTest::newRow("without a probability") << true;
}

void TestMeasureJson::theReportFitsItsSchema() {
    QFETCH(const bool, abstained);
    const auto json = reportJson(sampleWork(abstained));
    const auto fits = serial::checkSchema(json, schema("measure_report.schema.json"));
    QVERIFY2(fits.has_value(),
             fits ? "" : (fits.error().detail + " at " + fits.error().place).c_str());
    QVERIFY(!json.find("nodes")->elements()[2].find("core")->isNull());
    QVERIFY(serial::checkSchema(reportJson({}), schema("measure_report.schema.json")).has_value());
}

void TestMeasureJson::anAnswerBeforeTheCallIsNotInTheReport() {
    MeasureWork work = sampleWork(false);
    work.nodes[2].committed = false;
    QVERIFY(reportJson(work).find("nodes")->elements()[2].find("core")->isNull());
}

void TestMeasureJson::theSavedWorkFitsItsSchema() {
    QTemporaryDir dir;
    MeasureWork work = sampleWork(false);
    work.drawn = *serial::parseJson(
        R"([{"kind": "ruler", "points": [[0,0,0],[1,0,0]], "normal": [0,0,1], "mark": 0}])");
    const auto file = serial::pathOf(dir.filePath(QStringLiteral("a.nwwork")).toStdString());
    NullJobControl job;
    QVERIFY(writeWork(work, file, job).has_value());
    const auto text = archive::readZipEntry(file, "work.json");
    QVERIFY(text.has_value());
    const auto json = serial::parseJson(*text);
    QVERIFY(json.has_value());
    const auto fits = serial::checkSchema(*json, schema("measure_work.schema.json"));
    QVERIFY2(fits.has_value(),
             fits ? "" : (fits.error().detail + " at " + fits.error().place).c_str());
    const auto back = readWork(file, job);
    QVERIFY(back.has_value());
    QCOMPARE(back->nodes.size(), std::size_t{3});
    QVERIFY(back->patient == work.patient);
}

void TestMeasureJson::aWrongValueBreaksTheSchema() {
    auto report = reportJson(sampleWork(false));
    report.set("version", 2);
    QVERIFY(!serial::checkSchema(report, schema("measure_report.schema.json")).has_value());
    auto named = reportJson(sampleWork(false));
    named.set("patient_name", "somebody");
    QVERIFY(!serial::checkSchema(named, schema("measure_report.schema.json")).has_value());
}

QTEST_APPLESS_MAIN(TestMeasureJson)
#include "tst_measure_json.moc"
