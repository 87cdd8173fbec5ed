#include "serial/file_io.h"
#include "serial/schema.h"
#include "session/events_json.h"
#include "support/reading_samples.h"
#include <QtTest>

using namespace nodewise;
using namespace nodewise::session;
using namespace nodewise::tests;

namespace {

std::vector<EventBody> oneOfEach() {
    const CaseOpened opened = sampleCase();
    CaseOpened ofTest = sampleCase("s-2", Mode::Test);
    ofTest.activity = ActivityId("a-1");
    NodeCallCommitted followed = sampleCommit(opened, 0);
    followed.trace.path = {{PathPlane::Axial, -177.5, 2.25}, {PathPlane::Coronal, 12, 0.5}};
    ActivityStarted test{ActivityId("a-1"),   ActivityKind::Test, 0xffffffffffffffffULL,
                         "Test of M\u00e4rz", {opened.ref},       0};
    return {
        ProfileCreated{"M\u00e4ra"},
        ProfileRenamed{"Mara \"R\""},
        opened,
        sampleCommit(opened, 0),
        sampleCommit(opened, 1, sampleCall(0.0, Grade::G0)),
        NodeScored{CallId("c-1"), sampleScore()},
        FeedbackSeen{CallId("c-1")},
        CaseFinished{opened.session},
        CaseSetAside{opened.session},
        CallDisputed{CallId("c-1"), "the fat line is there"},
        ofTest,
        followed,
        test,
        ActivityEnded{ActivityId("a-1")},
        CaseSpent{opened.ref},
        PairCompared{ActivityId("a-2"), CallId("c-1"), CallId("c-2"), true, false, 3.5},
        MeetingVoted{ActivityId("a-3"), opened.ref, NodeId("node-1"), {3, 1, 0, 2}, {4, 0, 0, 2}},
        CallRescored{CallId("c-1"), "1.3.0", sampleScore(Grade::G2)}};
}

}  // namespace

class TestEventsJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyEventReadsBackAsItWas();
    void anUntouchedCallReadsBackEmpty();
    void draftsReadBack();
    void scoresReadBackWithAllParts();
    void refusesUnknownKindsAndBrokenBodies();
    void refusesAPathThatIsNone();
    void everyLineFollowsTheSchema();
    void wordsAreStable();
};

void TestEventsJson::everyEventReadsBackAsItWas() {
    for (const EventBody& body : oneOfEach()) {
        const std::string text = serial::toJsonText(toJson(body));
        const auto json = serial::parseJson(text);
        QVERIFY(json);
        const auto back = eventBodyFromJson(eventKind(body), *json);
        QVERIFY2(back, back ? "" : back.error().detail.c_str());
        QVERIFY2(*back == body, text.c_str());
    }
}

void TestEventsJson::anUntouchedCallReadsBackEmpty() {
    NodeCallCommitted event = sampleCommit(sampleCase(), 0, NodeCall{});
    const auto back = eventBodyFromJson("node_call_committed", toJson(EventBody(event)));
    QVERIFY(back);
    QVERIFY(std::get<NodeCallCommitted>(*back) == event);
}

void TestEventsJson::draftsReadBack() {
    const CaseAnswer answer{"N1", Edition::Tnm8, ImageQuality::Limited, "two lines\nof text"};
    const auto back = draftFromJson(draftToJson(sampleCall(), answer, sampleTrace(3.25)));
    QVERIFY(back);
    QVERIFY(back->call == sampleCall());
    QVERIFY(back->answer == answer);
    QVERIFY(back->trace == sampleTrace(3.25));
}

void TestEventsJson::scoresReadBackWithAllParts() {
    NodeScore score = sampleScore(Grade::G3, 0.1, Verdict::Differs);
    score.counts = false;
    score.truthKind = TruthKind::IenePanel;
    score.gradeDistribution = {0.1, 0.2, 0.3, 0.4};
    score.logScore = 2.302585092994046;
    score.peneBrier = 0.25;
    score.wrongReason = true;
    score.longAxisErrorMm = 1.0 / 3.0;
    const auto back = nodeScoreFromJson(toJson(score));
    QVERIFY(back);
    QVERIFY(*back == score);
    QCOMPARE(gradeVerdict(*back), std::optional(Verdict::Differs));
    QVERIFY(!gradeVerdict(NodeScore{}));
    QVERIFY(referencePositive(score) && !referencePositive(NodeScore{}));
}

void TestEventsJson::refusesUnknownKindsAndBrokenBodies() {
    const auto empty = serial::Json::object();
    QCOMPARE(eventBodyFromJson("coffee_break", empty).error().code, ErrorCode::UnknownKey);
    for (const EventBody& body : oneOfEach())
        QVERIFY(!eventBodyFromJson(eventKind(body), empty));
    serial::Json score = toJson(sampleScore());
    score.set("grade_reference", "G7");
    QCOMPARE(nodeScoreFromJson(score).error().code, ErrorCode::ValueOutOfRange);
}

void TestEventsJson::refusesAPathThatIsNone() {
    NodeCallCommitted event = sampleCommit(sampleCase(), 0);
    event.trace.path = {{PathPlane::Sagittal, 1, 2}};
    serial::Json json = toJson(EventBody(event));
    QVERIFY(eventBodyFromJson("node_call_committed", json));
    serial::Json row = serial::Json::array();
    row.push(3).push(1.0).push(2.0);
    serial::Json path = serial::Json::array();
    path.push(std::move(row));
    serial::Json trace = *json.find("trace");
    trace.set("path", std::move(path));
    json.set("trace", std::move(trace));
    QCOMPARE(eventBodyFromJson("node_call_committed", json).error().code,
             ErrorCode::ValueOutOfRange);
}

void TestEventsJson::everyLineFollowsTheSchema() {
    const auto schema =
        serial::readFile(serial::pathOf(NODEWISE_SOURCE_DIR "/cases/schema/event.schema.json"));
    QVERIFY(schema);
    for (const EventBody& body : oneOfEach()) {
        serial::Json line = toJson(Event{"e-1", {}, ProfileId("p-1"), body});
        const auto ok = serial::checkSchema(line, *schema);
        QVERIFY2(ok, ok ? "" : ok.error().detail.c_str());
        line.set("kind", "coffee_break");
        QVERIFY(!serial::checkSchema(line, *schema));
        line.set("kind", eventKind(body)).set("body", serial::Json::object());
        QVERIFY(!serial::checkSchema(line, *schema));
    }
}

void TestEventsJson::wordsAreStable() {
    // What stands in people's files must never change its spelling.
    const std::vector<std::string_view> expected{
        "profile_created",     "profile_renamed", "case_opened",   "node_call_committed",
        "node_call_committed", "node_scored",     "feedback_seen", "case_finished",
        "case_set_aside",      "call_disputed",   "case_opened",   "node_call_committed",
        "activity_started",    "activity_ended",  "case_spent",    "pair_compared",
        "meeting_voted",       "call_rescored"};
    QCOMPARE(oneOfEach().size(), expected.size());
    const auto all = oneOfEach();
    for (std::size_t i = 0; i < all.size(); ++i)
        QVERIFY(eventKind(all[i]) == expected[i]);
    QVERIFY(word(Mode::Learn) == "learn" && word(Step::Committed) == "committed");
}

QTEST_APPLESS_MAIN(TestEventsJson)
#include "tst_events_json.moc"
