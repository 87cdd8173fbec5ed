// nodewise-cli on packs, calls and staging: build, verify, sign, list, extract, grade, stage, demo.
#include "support/cli_run.h"
#include "support/teaching_draft.h"
#include <QJsonArray>
#include <QtTest>

using namespace nodewise;
using test::CliRun;
using test::runCli;

namespace {

QString q(const char* text) {
    return QString::fromLatin1(text);
}

QString demoPack() {
    return q(NODEWISE_DEMO_PACK);
}

CliRun pack(QStringList arguments) {
    arguments.prepend(q("pack"));
    return runCli(arguments);
}

void write(const QString& name, const QByteArray& bytes) {
    QDir().mkpath(QFileInfo(name).path());
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

}  // namespace

class TestCliPacks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theDemoPackVerifiesAndLists();
    void listShowsGradesOnlyOnRequest();
    void aFlippedByteIsRefused();
    void signingMakesAKnownKey();
    void gradeGivesTheSixMarks();
    void gradeRefusesABadCall();
    void stageAnswersTheContract();
    void demoLeavesDatabaseFeedbackAndReport();
    void aRealSeriesBecomesATeachingDraftThatIsGraded();

private:
    QTemporaryDir m_dir;
    QString at(const char* name) const { return m_dir.filePath(q(name)); }
    QJsonObject firstCase() const;
};

QJsonObject TestCliPacks::firstCase() const {
    return pack({q("list"), demoPack(), q("--truth")})
        .json[QLatin1String("cases")]
        .toArray()
        .at(0)
        .toObject();
}

void TestCliPacks::theDemoPackVerifiesAndLists() {
    QCOMPARE(pack({q("verify"), demoPack()}).exitCode, 0);
    const QJsonArray cases = pack({q("list"), demoPack()}).json[QLatin1String("cases")].toArray();
    QCOMPARE(cases.size(), 3);
    for (const auto& one : cases) {
        const QJsonObject object = one.toObject();
        for (const char* key : {"id", "title", "site"})
            QVERIFY2(!object[QLatin1String(key)].toString().isEmpty(), key);
        const QJsonObject node = object[QLatin1String("nodes")].toArray().at(0).toObject();
        for (const char* key : {"id", "side", "level"})
            QVERIFY2(!node[QLatin1String(key)].toString().isEmpty(), key);
    }
}

void TestCliPacks::listShowsGradesOnlyOnRequest() {
    const QByteArray plain = pack({q("list"), demoPack()}).output;
    QVERIFY(!plain.contains("grade"));
    QSet<int> grades;
    const auto list = pack({q("list"), demoPack(), q("--truth")});
    for (const auto& one : list.json[QLatin1String("cases")].toArray())
        for (const auto& node : one.toObject()[QLatin1String("nodes")].toArray()) {
            const QJsonValue grade = node.toObject()[QLatin1String("grade")];
            grades.insert(grade.isDouble() ? grade.toInt() : grade.toString().mid(1).toInt());
        }
    QVERIFY(grades.contains(0) && grades.contains(1) && grades.contains(3));
}

void TestCliPacks::aFlippedByteIsRefused() {
    QFile file(demoPack());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x40);
    write(at("flipped.nwpack"), bytes);
    const CliRun run = pack({q("verify"), at("flipped.nwpack")});
    QCOMPARE(run.exitCode, 1);
    QVERIFY(!run.errorCode().isEmpty());
}

void TestCliPacks::signingMakesAKnownKey() {
    QVERIFY(pack({q("keygen"), q("--out"), at("author.key")}).exitCode == 0);
    const CliRun run = pack(
        {q("sign"), demoPack(), q("--key"), at("author.key"), q("--out"), at("signed.nwpack")});
    QVERIFY2(run.exitCode == 0, (run.output + run.messages).constData());
    QCOMPARE(pack({q("verify"), at("signed.nwpack")}).exitCode, 0);
}

void TestCliPacks::gradeGivesTheSixMarks() {
    const QJsonObject one = firstCase();
    const QJsonObject node = one[QLatin1String("nodes")].toArray().at(0).toObject();
    const QByteArray call =
        QByteArray(R"({"nodes":[{"mark_lps_mm":[0,0,0],"side":")") +
        node[QLatin1String("side")].toString().toUtf8() + R"(","level":")" +
        node[QLatin1String("level")].toString().toUtf8() +
        R"(","probability":0.2,"grade":0}],"n_category":"N1","edition":"TNM9"})";
    write(at("call.json"), call);
    const CliRun run = runCli({q("grade"), q("--pack"), demoPack(), q("--case"),
                               one[QLatin1String("id")].toString(), q("--call"), at("call.json")});
    QVERIFY2(run.exitCode == 0, (run.output + run.messages).constData());
    const QJsonObject marks = run.json[QLatin1String("marks")].toObject();
    for (const char* mark : {"detection", "level", "size", "features", "grade", "n_category"}) {
        const QJsonObject object = marks[QLatin1String(mark)].toObject();
        QVERIFY2(object.contains(QLatin1String("score")), mark);
        QVERIFY2(object.contains(QLatin1String("reference")), mark);
        QVERIFY2(object.contains(QLatin1String("given")), mark);
    }
    QVERIFY(run.json[QLatin1String("errors")].isArray());
    QVERIFY(run.json[QLatin1String("scores")].toObject().contains(QLatin1String("brier")));
}

void TestCliPacks::gradeRefusesABadCall() {
    write(at("bad.json"), R"({"nodes":[{"probability":1.7}]})");
    const CliRun run =
        runCli({q("grade"), q("--pack"), demoPack(), q("--case"),
                firstCase()[QLatin1String("id")].toString(), q("--call"), at("bad.json")});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.output.contains("probability"), run.output.constData());
}

void TestCliPacks::stageAnswersTheContract() {
    write(
        at("stage.json"),
        R"({"edition":"TNM9","site":"oropharynx_p16pos","basis":"clinical","nodes":[{"side":"ipsilateral",
              "level":"IIa","greatest_mm":30,"below_cricoid":false,"retropharyngeal":false,
              "ene":{"clinical":false,"imaging_grade":1,"imaging_certainty":"unequivocal",
              "pathological":"not_examined"},"structures":[]}]})");
    const CliRun run = runCli({q("stage"), q("--input"), at("stage.json")});
    QVERIFY2(run.exitCode == 0, (run.output + run.messages).constData());
    QCOMPARE(run.json[QLatin1String("category")].toString(), q("cN2"));
    QVERIFY(!run.json[QLatin1String("rule")].toString().isEmpty());
    QCOMPARE(run.json[QLatin1String("ambiguous")].toBool(), false);
    QCOMPARE(
        run.json[QLatin1String("other_edition")].toObject()[QLatin1String("category")].toString(),
        q("cN1"));
}

void TestCliPacks::demoLeavesDatabaseFeedbackAndReport() {
    const CliRun run = runCli({q("demo"), q("--out"), at("demo")});
    QVERIFY2(run.exitCode == 0, (run.output + run.messages).constData());
    QVERIFY(run.json[QLatin1String("nodes")].toInt() >= 3);
    QVERIFY(QFileInfo(at("demo/progress.sqlite")).size() > 0);
    QFile page(at("demo/report.html"));
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QByteArray html = page.readAll();
    QVERIFY(html.contains("<svg") && html.contains("not a medical device"));
    QVERIFY(!html.contains("http"));
    QVERIFY(QDir(at("demo")).entryList({q("feedback-*.json")}).size() >= 3);
}

// The real CT with an author's outline becomes a teaching draft; a call on its node is graded.
void TestCliPacks::aRealSeriesBecomesATeachingDraftThatIsGraded() {
    const QString source = at("draft");
    QVERIFY(QDir().mkpath(source + q("/images")));
    QVERIFY2(test::unpackShared(q("hn-ct-pycerr/head_and_neck_pt_1.tar.xz"), source + q("/images")),
             "../shared/data/hn-ct-pycerr is missing");
    QVERIFY(runCli({q("convert"), source + q("/images"), q("--out"), at("real.nrrd")}).exitCode ==
            0);
    NullJobControl job;
    const auto volume = readVolume(at("real.nrrd").toStdString(), job);
    QVERIFY(volume.has_value());
    QVERIFY(test::writeDraftOutline(**volume, source + q("/outline.nrrd")));
    test::writeDraftTexts(source);
    const CliRun built = pack({q("build"), source, q("--out"), at("draft.nwpack")});
    QVERIFY2(built.exitCode == 0, (built.output + built.messages).constData());
    const PointLps mark = (*volume)->geometry().toPatient(test::kDraftCentre);
    write(at("draft-call.json"),
          QStringLiteral(R"({"nodes":[{"mark_lps_mm":[%1,%2,%3],"side":"left","level":"IIa",
              "probability":0.1,"grade":0,"short_axis_mm":14,"long_axis_mm":16}],"n_category":"N1",
              "edition":"TNM9"})")
              .arg(mark.x)
              .arg(mark.y)
              .arg(mark.z)
              .toUtf8());
    const CliRun graded = runCli({q("grade"), q("--pack"), at("draft.nwpack"), q("--case"),
                                  q("draft-1"), q("--call"), at("draft-call.json")});
    QVERIFY2(graded.exitCode == 0, (graded.output + graded.messages).constData());
    const QJsonObject marks = graded.json[QLatin1String("marks")].toObject();
    QCOMPARE(marks[QLatin1String("detection")].toObject()[QLatin1String("score")].toDouble(), 1.0);
    // The ellipsoid is 14 x 16 mm in the axial plane; one voxel diagonal of slack at 1 mm pixels.
    QCOMPARE(marks[QLatin1String("size")].toObject()[QLatin1String("verdict")].toString(),
             q("agrees"));
}

QTEST_APPLESS_MAIN(TestCliPacks)
#include "tst_cli_packs.moc"
