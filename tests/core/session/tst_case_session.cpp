#include "session/case_session.h"
#include "support/reading_samples.h"
#include <QtTest>

using namespace nodewise;
using namespace nodewise::session;
using namespace nodewise::tests;

namespace {

const NodeId kFirst("node-1"), kSecond("node-2"), kStranger("node-9");

Result<void> keepAll(const NodeCallCommitted&) {
    return {};
}

CaseSession opened(Mode mode = Mode::Learn) {
    return CaseSession::open(sampleCase("s-1", mode)).value();
}

// A session brought to each step by its own rules; `last`: at the feedback of the last node.
CaseSession at(Step step, Mode mode = Mode::Learn, bool last = false) {
    CaseSession session = opened(mode);
    const auto commit = [&] {
        (void)session.setDraft(session.currentNode().asked.id, sampleCall());
        (void)session.commit(sampleTrace(), keepAll);
    };
    if (step == Step::Reading)
        return session;
    commit();
    if (mode == Mode::Test)
        commit();
    if (step == Step::Committed)
        return session;
    (void)session.showFeedback(kFirst);
    if (step == Step::Feedback && !last)
        return session;
    (void)session.nextNode();
    commit();
    (void)session.showFeedback(kSecond);
    if (step == Step::Finished)
        (void)session.finish();
    return session;
}

const QStringList kActions{QStringLiteral("select"),   QStringLiteral("draft"),
                           QStringLiteral("answer"),   QStringLiteral("commit"),
                           QStringLiteral("feedback"), QStringLiteral("next"),
                           QStringLiteral("finish")};

// The steps by name, so that a table can hold them. Nodes are chosen and drafted at an open one
// where there is one; feedback is asked of the current one.
Result<void> take(CaseSession& session, const QString& action) {
    const auto bare = [](const auto& result) {
        return result ? Result<void>{} : Result<void>(fail(result.error()));
    };
    const NodeId open = session.currentNode().kept ? kSecond : session.currentNode().asked.id;
    if (action == QLatin1String("select"))
        return session.selectNode(open);
    if (action == QLatin1String("draft"))
        return session.setDraft(open, sampleCall());
    if (action == QLatin1String("answer"))
        return session.setCaseAnswer({});
    if (action == QLatin1String("commit"))
        return bare(session.commit(sampleTrace(), keepAll));
    if (action == QLatin1String("feedback"))
        return session.showFeedback(session.currentNode().asked.id);
    if (action == QLatin1String("next"))
        return session.nextNode();
    return session.finish();
}

struct Snapshot {
    Step step;
    std::size_t index, open;
    friend bool operator==(const Snapshot&, const Snapshot&) = default;
};
Snapshot snapshot(const CaseSession& s) {
    return {s.step(), s.currentIndex(), s.openNodeCount()};
}

}  // namespace

class TestCaseSession : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void walksOneCaseFromReadingToTheEnd();
    void takesLegalStepsAndNoOther_data();
    void takesLegalStepsAndNoOther();
    void sealsTheTruthUntilTheCommit();
    void testModeSealsTheTruthUntilTheLastCommit();
    void staysAtReadingWhenTheCallIsNotKept();
    void keepsNothingWithoutProbabilityAndGrade();
    void aKeptCallStays();
    void refusesValuesOutOfRange();
    void carriesTheCaseAnswerWithTheLastCall();
    void oldFeedbackOpensAgainWhileReading();
    void resumesWhereItWasLeft();
    void resumesAtTheUnseenFeedback();
    void refusesCasesThatCannotBeRead();
    void namesUnknownNodes();
};

void TestCaseSession::walksOneCaseFromReadingToTheEnd() {
    CaseSession session = opened();
    QCOMPARE(session.step(), Step::Reading);
    QVERIFY(session.currentNode().asked.id == kFirst);
    for (const NodeId& node : {kFirst, kSecond}) {
        QVERIFY(session.setDraft(node, sampleCall(0.4, Grade::G2)));
        const auto event = session.commit(sampleTrace(12), keepAll);
        QVERIFY(event);
        QVERIFY(event->node == node && event->session.value == "s-1" && !event->call.empty());
        QVERIFY(event->answer == sampleCall(0.4, Grade::G2));
        QCOMPARE(event->trace.seconds, 12.0);
        QCOMPARE(session.step(), Step::Committed);
        QVERIFY(session.showFeedback(node));
        QCOMPARE(session.step(), Step::Feedback);
        if (node == kFirst)
            QVERIFY(session.nextNode());
    }
    QVERIFY(session.finish());
    QCOMPARE(session.step(), Step::Finished);
    QCOMPARE(session.caseCall().nodes.size(), std::size_t(2));
}

void TestCaseSession::takesLegalStepsAndNoOther_data() {
    QTest::addColumn<int>("mode");
    QTest::addColumn<int>("step");
    QTest::addColumn<bool>("last");
    QTest::addColumn<QString>("action");
    QTest::addColumn<bool>("legal");
    const auto rows = [](const char* place, Mode mode, Step step, bool last,
                         const QString& allowed) {
        for (const QString& action : kActions)
            QTest::newRow((QByteArray(place) + ": " + action.toLatin1()).constData())
                << static_cast<int>(mode) << static_cast<int>(step) << last << action
                << allowed.split(QLatin1Char(' ')).contains(action);
    };
    const QString reading = QStringLiteral("select draft answer");  // a commit needs its answers
    rows("reading", Mode::Learn, Step::Reading, false, reading);
    rows("committed", Mode::Learn, Step::Committed, false, QStringLiteral("feedback"));
    rows("feedback", Mode::Learn, Step::Feedback, false, QStringLiteral("feedback next"));
    rows("last feedback", Mode::Learn, Step::Feedback, true, QStringLiteral("feedback finish"));
    rows("finished", Mode::Learn, Step::Finished, true, QString());
    rows("test, reading", Mode::Test, Step::Reading, false, reading);
    rows("test, committed", Mode::Test, Step::Committed, false, QStringLiteral("feedback finish"));
    rows("test, feedback", Mode::Test, Step::Feedback, false, QStringLiteral("feedback finish"));
    rows("test, last feedback", Mode::Test, Step::Feedback, true,
         QStringLiteral("feedback finish"));
    rows("test, finished", Mode::Test, Step::Finished, true, QString());
}

void TestCaseSession::takesLegalStepsAndNoOther() {
    QFETCH(int, mode);
    QFETCH(int, step);
    QFETCH(bool, last);
    QFETCH(QString, action);
    QFETCH(bool, legal);
    CaseSession session = at(static_cast<Step>(step), static_cast<Mode>(mode), last);
    QCOMPARE(static_cast<int>(session.step()), step);
    const Snapshot before = snapshot(session);
    const auto done = take(session, action);
    QCOMPARE(done.has_value(), legal);
    if (legal)
        return;
    const bool ofNode = action == QLatin1String("select") || action == QLatin1String("draft");
    QCOMPARE(done.error().code, ofNode && session.openNodeCount() == 0 ? ErrorCode::AlreadyCommitted
                                                                       : ErrorCode::StepNotAllowed);
    QVERIFY(!done.error().detail.empty());
    QVERIFY(snapshot(session) == before);
}

void TestCaseSession::sealsTheTruthUntilTheCommit() {
    CaseSession session = opened();
    QVERIFY(!session.truthAllowed(kFirst));
    QCOMPARE(session.requireTruthAllowed(kFirst).error().code, ErrorCode::TruthSealed);
    QVERIFY(session.setDraft(kFirst, sampleCall()));
    bool sealedWhileKeeping = false;
    QVERIFY(session.commit(sampleTrace(), [&](const NodeCallCommitted&) -> Result<void> {
        sealedWhileKeeping = !session.truthAllowed(kFirst);
        return {};
    }));
    QVERIFY(sealedWhileKeeping);
    QVERIFY(session.truthAllowed(kFirst));
    QVERIFY(session.requireTruthAllowed(kFirst));
    QVERIFY(!session.truthAllowed(kSecond));
    QVERIFY(!session.truthAllowed(kStranger));
}

void TestCaseSession::testModeSealsTheTruthUntilTheLastCommit() {
    CaseSession session = opened(Mode::Test);
    QVERIFY(session.setDraft(kFirst, sampleCall()));
    QVERIFY(session.commit(sampleTrace(), keepAll));
    QCOMPARE(session.step(), Step::Reading);
    QVERIFY(session.currentNode().asked.id == kSecond);
    QVERIFY(!session.truthAllowed(kFirst));
    QCOMPARE(session.showFeedback(kFirst).error().code, ErrorCode::StepNotAllowed);
    QVERIFY(session.setDraft(kSecond, sampleCall()));
    QVERIFY(session.commit(sampleTrace(), keepAll));
    QCOMPARE(session.step(), Step::Committed);
    QVERIFY(session.truthAllowed(kFirst) && session.truthAllowed(kSecond));
    QVERIFY(session.showFeedback(kSecond));
    QVERIFY(session.finish());  // a test may end without looking at every feedback
}

void TestCaseSession::staysAtReadingWhenTheCallIsNotKept() {
    CaseSession session = opened();
    QVERIFY(session.setDraft(kFirst, sampleCall()));
    const auto refused = session.commit(sampleTrace(), [](const NodeCallCommitted&) {
        return Result<void>(fail(ErrorCode::DiskFull, "no room"));
    });
    QCOMPARE(refused.error().code, ErrorCode::DiskFull);
    QCOMPARE(session.step(), Step::Reading);
    QVERIFY(!session.currentNode().kept);
    QVERIFY(session.currentNode().call == sampleCall());
    QVERIFY(!session.truthAllowed(kFirst));
    QVERIFY(session.commit(sampleTrace(), keepAll));
}

void TestCaseSession::keepsNothingWithoutProbabilityAndGrade() {
    CaseSession session = opened();
    int asked = 0;
    const auto count = [&](const NodeCallCommitted&) -> Result<void> {
        ++asked;
        return {};
    };
    QVERIFY((*session.missing(kFirst) == std::vector{Missing::Probability, Missing::Grade}));
    NodeCall call;
    call.probability = 0.5;
    QVERIFY(session.setDraft(kFirst, call));
    QVERIFY((*session.missing(kFirst) == std::vector{Missing::Grade}));
    QCOMPARE(session.commit(sampleTrace(), count).error().code, ErrorCode::StepNotAllowed);
    call.grade = Grade::G0;
    QVERIFY(session.setDraft(kFirst, call));
    QVERIFY(session.missing(kFirst)->empty());
    QVERIFY(session.commit(sampleTrace(), count));
    QCOMPARE(asked, 1);
}

void TestCaseSession::aKeptCallStays() {
    CaseSession session = at(Step::Feedback);
    QVERIFY(session.nextNode());
    QCOMPARE(session.setDraft(kFirst, {}).error().code, ErrorCode::AlreadyCommitted);
    QCOMPARE(session.selectNode(kFirst).error().code, ErrorCode::AlreadyCommitted);
    QVERIFY(session.nodes()[0].call == sampleCall());
}

void TestCaseSession::refusesValuesOutOfRange() {
    CaseSession session = opened();
    NodeCall call = sampleCall();
    call.probability = 1.2;
    QCOMPARE(session.setDraft(kFirst, call).error().code, ErrorCode::ValueOutOfRange);
    call = sampleCall();
    call.shortAxisMm = 140;
    QCOMPARE(session.setDraft(kFirst, call).error().code, ErrorCode::ValueOutOfRange);
    QVERIFY(session.currentNode().call == NodeCall{});
}

void TestCaseSession::carriesTheCaseAnswerWithTheLastCall() {
    CaseSession session = opened();
    const CaseAnswer answer{"N2b", Edition::Tnm8, ImageQuality::Limited, "discuss"};
    QVERIFY(session.setCaseAnswer(answer));
    QCOMPARE(session.caseAnswer().edition, Edition::Tnm9);  // the session's own
    QVERIFY(session.selectNode(kSecond));
    QVERIFY(session.setDraft(kSecond, sampleCall()));
    QVERIFY(!session.commit(sampleTrace(), keepAll)->caseAnswer);
    QVERIFY(session.showFeedback(kSecond) && session.nextNode());
    QVERIFY(session.currentNode().asked.id == kFirst);
    QVERIFY(session.setDraft(kFirst, sampleCall()));
    const auto last = session.commit(sampleTrace(), keepAll);
    QVERIFY(last && last->caseAnswer);
    QCOMPARE(last->caseAnswer->nCategory, std::string("N2b"));
}

void TestCaseSession::oldFeedbackOpensAgainWhileReading() {
    CaseSession session = at(Step::Feedback);
    QVERIFY(session.nextNode());
    QVERIFY(session.showFeedback(kFirst));
    QCOMPARE(session.step(), Step::Feedback);
    QVERIFY(session.nextNode());
    QVERIFY(session.currentNode().asked.id == kSecond);
}

void TestCaseSession::resumesWhereItWasLeft() {
    const auto session =
        CaseSession::resume(sampleCase(), {{CallId("c-1"), kFirst, sampleCall(), true}});
    QVERIFY(session);
    QCOMPARE(session->step(), Step::Reading);
    QVERIFY(session->currentNode().asked.id == kSecond);
    QVERIFY(session->truthAllowed(kFirst) && !session->truthAllowed(kSecond));
    QVERIFY(session->nodes()[0].kept == CallId("c-1"));
}

void TestCaseSession::resumesAtTheUnseenFeedback() {
    auto session =
        CaseSession::resume(sampleCase(), {{CallId("c-1"), kFirst, sampleCall(), true},
                                           {CallId("c-2"), kSecond, sampleCall(), false}});
    QVERIFY(session);
    QCOMPARE(session->step(), Step::Committed);
    QVERIFY(session->currentNode().asked.id == kSecond);
    QCOMPARE(session->finish().error().code, ErrorCode::StepNotAllowed);
    QVERIFY(session->showFeedback(kSecond));
    QVERIFY(session->finish());
}

void TestCaseSession::refusesCasesThatCannotBeRead() {
    CaseOpened setup = sampleCase();
    setup.nodes[1].id = kFirst;
    QCOMPARE(CaseSession::open(setup).error().code, ErrorCode::InvalidArgument);
    setup.nodes.clear();
    QCOMPARE(CaseSession::open(setup).error().code, ErrorCode::InvalidArgument);
    setup = sampleCase("");
    QCOMPARE(CaseSession::open(setup).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(CaseSession::resume(sampleCase(), {{CallId("c"), kStranger, {}, false}}).error().code,
             ErrorCode::NodeNotFound);
}

void TestCaseSession::namesUnknownNodes() {
    CaseSession session = opened();
    QCOMPARE(session.selectNode(kStranger).error().code, ErrorCode::NodeNotFound);
    QCOMPARE(session.setDraft(kStranger, {}).error().code, ErrorCode::NodeNotFound);
    QCOMPARE(session.missing(kStranger).error().code, ErrorCode::NodeNotFound);
    QCOMPARE(session.showFeedback(kStranger).error().code, ErrorCode::NodeNotFound);
    QCOMPARE(session.requireTruthAllowed(kStranger).error().code, ErrorCode::NodeNotFound);
}

QTEST_APPLESS_MAIN(TestCaseSession)
#include "tst_case_session.moc"
