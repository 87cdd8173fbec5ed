// xAPI statements, held to the rules of the specification (xAPI 1.0.3, part two: data).
#include "exchange/xapi.h"
#include "support/call_samples.h"
#include <QRegularExpression>
#include <QTest>
#include <set>

using namespace nodewise;
using namespace nodewise::exchange;
using namespace nodewise::tests;
using serial::Json;

class TestXapi : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyStatementKeepsTheRules();
    void scaledScoreIsOneMinusBrier();
    void saysNothingOfSuccessBeforeTheScore();
    void teachingCallsCarryNoScore();
    void tellsOfFinishedCases();
    void theSameCallsGiveTheSameLines();
};

namespace {

bool isUuid(const std::string& text) {
    static const QRegularExpression form(QStringLiteral(
        "^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"));
    return form.match(QString::fromStdString(text)).hasMatch();
}

/// Absolute: a scheme, a colon, no blanks.
bool isIri(const std::string& text) {
    static const QRegularExpression form(QStringLiteral("^[a-z][a-z0-9+.-]*:[^\\s]+$"));
    return form.match(QString::fromStdString(text)).hasMatch();
}

/// 4.1: no member may be null, empty objects only in extensions.
bool hasNull(const Json& json) {
    if (json.isNull())
        return true;
    for (const Json& element : json.elements())
        if (hasNull(element))
            return true;
    for (const Json::Member& member : json.members())
        if (hasNull(member.value))
            return true;
    return false;
}

QString broken(const Json& s) {
    static const std::set<std::string> known{"id",     "actor",   "verb",      "object",
                                             "result", "context", "timestamp", "version"};
    for (const Json::Member& member : s.members())
        if (!known.contains(member.name))
            return QString::fromStdString("unknown member " + member.name);
    if (hasNull(s))
        return QStringLiteral("null");
    if (!isUuid(s.find("id")->string()))
        return QStringLiteral("id");
    const Json* account = s.find("actor")->find("account");
    if (!account || account->size() != 2 || !isIri(account->find("homePage")->string()))
        return QStringLiteral("account");
    if (!isIri(s.find("verb")->find("id")->string()))
        return QStringLiteral("verb");
    if (!isIri(s.find("object")->find("id")->string()))
        return QStringLiteral("object");
    if (const Json* result = s.find("result")) {
        if (const Json* score = result->find("score"))
            if (const double scaled = score->find("scaled")->number(); scaled < -1 || scaled > 1)
                return QStringLiteral("scaled");
        static const QRegularExpression duration(QStringLiteral("^PT[0-9]+\\.[0-9]{2}S$"));
        if (const Json* time = result->find("duration");
            time && !duration.match(QString::fromStdString(time->string())).hasMatch())
            return QStringLiteral("duration");
        if (const Json* extensions = result->find("extensions"))
            for (const Json::Member& member : extensions->members())
                if (!isIri(member.name))
                    return QStringLiteral("extension key");
    }
    static const QRegularExpression time(
        QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$"));
    if (!time.match(QString::fromStdString(s.find("timestamp")->string())).hasMatch())
        return QStringLiteral("timestamp");
    return s.find("version")->string().starts_with("1.0.") ? QString() : QStringLiteral("version");
}

session::CallRecord sample() {
    auto call = sampleRecord(newUuid(), "case-1", Grade::G1, 0.7);
    call.session = session::SessionId(newUuid());
    return call;
}

}  // namespace

void TestXapi::everyStatementKeepsTheRules() {
    const auto call = sample();
    const Json statement = answeredStatement(call, {});
    QCOMPARE(broken(statement), QString());
    QVERIFY(isUuid(statement.find("context")->find("registration")->string()));
}

void TestXapi::scaledScoreIsOneMinusBrier() {
    const Json statement = answeredStatement(sample(), {});
    const Json* result = statement.find("result");
    QCOMPARE(result->find("score")->find("scaled")->number(), 1 - 0.3 * 0.3);
    QCOMPARE(result->find("success")->boolean(), true);
}

void TestXapi::saysNothingOfSuccessBeforeTheScore() {
    auto call = sample();
    call.score.reset();
    const Json statement = answeredStatement(call, {});
    QCOMPARE(broken(statement), QString());
    QVERIFY(!statement.find("result")->find("score"));
    QVERIFY(!statement.find("result")->find("success"));
}

void TestXapi::teachingCallsCarryNoScore() {
    auto call = sample();
    call.score->counts = false;
    const Json statement = answeredStatement(call, {});
    QVERIFY(!statement.find("result")->find("score"));
}

void TestXapi::tellsOfFinishedCases() {
    const auto opened = sampleCase(newUuid());
    const Timestamp at(std::chrono::minutes(29'000'000));
    const ProfileId profile(newUuid());
    const std::vector<session::Event> events{
        {newUuid(), at, profile, opened},
        {newUuid(), at, profile, session::CaseFinished{opened.session}},
        {newUuid(), at, profile, session::CaseFinished{session::SessionId(newUuid())}}};
    const auto statements = completedStatements(events, {});
    QCOMPARE(statements.size(), std::size_t{1});
    QCOMPARE(broken(statements.front()), QString());
    QVERIFY(statements.front().find("verb")->find("id")->string().ends_with("/completed"));
}

void TestXapi::theSameCallsGiveTheSameLines() {
    std::vector calls{sample(), sample(), sample()};
    const std::string one = xapiLines(calls, {}, {});
    std::reverse(calls.begin(), calls.end());
    QCOMPARE(xapiLines(calls, {}, {}), one);
    QCOMPARE(std::count(one.begin(), one.end(), '\n'), 3);
}

QTEST_APPLESS_MAIN(TestXapi)
#include "tst_xapi.moc"
