// xAPI statements, held to the rules of the specification (xAPI 1.0.3, part two: data).
#include "exchange/xapi.h"
#include "support/call_samples.h"
#include <QRegularExpression>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <set>

using namespace nodewise;
using namespace nodewise::exchange;
using namespace nodewise::tests;
using serial::Json;

class TestXapi : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyStatementKeepsTheRules();
    void theCheckFindsABrokenStatement_data();
    void theCheckFindsABrokenStatement();
    void theCaseAndThePackStandInTheContext();
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

bool matches(const Json* text, const char* form) {
    const QRegularExpression expression(QString::fromLatin1(form));
    return text && text->isString() &&
           expression.match(QString::fromStdString(text->string())).hasMatch();
}

bool isIri(const Json* text) {
    return text && text->isString() && isIri(text->string());
}

/// 4.2.7: tags of RFC 5646 and their texts, at least one.
bool isLanguageMap(const Json* map) {
    static const QRegularExpression tag(QStringLiteral("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"));
    if (!map || map->members().empty())
        return false;
    return std::ranges::all_of(map->members(), [](const Json::Member& member) {
        return tag.match(QString::fromStdString(member.name)).hasMatch() && member.value.isString();
    });
}

bool keysAreIris(const Json* extensions) {
    return !extensions || (extensions->isObject() &&
                           std::ranges::all_of(extensions->members(), [](const auto& member) {
                               return isIri(member.name);
                           }));
}

/// 4.1.2: one identifier, here an account.
bool isActor(const Json* actor) {
    if (!actor || !matches(actor->find("objectType"), "^(Agent|Group)$"))
        return false;
    for (const char* other : {"mbox", "mbox_sha1sum", "openid"})
        if (actor->find(other))
            return false;
    const Json* account = actor->find("account");
    return account && account->size() == 2 && isIri(account->find("homePage")) &&
           matches(account->find("name"), ".");
}

/// 4.1.4.1: what it is called, in languages, and of which type, by an IRI.
bool isActivity(const Json& activity) {
    if (!matches(activity.find("objectType"), "^Activity$") || !isIri(activity.find("id")))
        return false;
    const Json* definition = activity.find("definition");
    if (!definition)
        return true;
    for (const char* words : {"name", "description"})
        if (definition->find(words) && !isLanguageMap(definition->find(words)))
            return false;
    return isIri(definition->find("type")) && keysAreIris(definition->find("extensions"));
}

QString brokenResult(const Json& result) {
    if (const Json* score = result.find("score")) {
        const Json* scaled = score->find("scaled");
        if (!scaled || !scaled->isNumber() || std::abs(scaled->number()) > 1)
            return QStringLiteral("scaled");
    }
    for (const char* flag : {"success", "completion"})
        if (result.find(flag) && !result.find(flag)->isBool())
            return QLatin1String(flag);
    if (result.find("duration") && !matches(result.find("duration"), "^PT[0-9]+\\.[0-9]{2}S$"))
        return QStringLiteral("duration");
    return keysAreIris(result.find("extensions")) ? QString() : QStringLiteral("extension key");
}

/// 4.1.6: registration, and other activities under four names, as arrays.
QString brokenContext(const Json& context) {
    if (!context.find("registration") || !isUuid(context.find("registration")->string()))
        return QStringLiteral("registration");
    static const std::set<std::string> kinds{"parent", "grouping", "category", "other"};
    if (const Json* activities = context.find("contextActivities"))
        for (const Json::Member& member : activities->members())
            if (!kinds.contains(member.name) || !member.value.isArray() ||
                !std::ranges::all_of(member.value.elements(), isActivity))
                return QStringLiteral("context activities");
    return keysAreIris(context.find("extensions")) ? QString() : QStringLiteral("extension key");
}

/// What is broken first; empty for a statement that keeps the rules.
QString broken(const Json& s) {
    static const std::set<std::string> known{"id",     "actor",   "verb",      "object",
                                             "result", "context", "timestamp", "version"};
    for (const Json::Member& member : s.members())
        if (!known.contains(member.name))
            return QString::fromStdString("unknown member " + member.name);
    if (hasNull(s))
        return QStringLiteral("null");
    if (!s.find("id") || !isUuid(s.find("id")->string()))
        return QStringLiteral("id");
    if (!isActor(s.find("actor")))
        return QStringLiteral("actor");
    const Json* verb = s.find("verb");
    if (!verb || !isIri(verb->find("id")) || !isLanguageMap(verb->find("display")))
        return QStringLiteral("verb");
    if (!s.find("object") || !isActivity(*s.find("object")))
        return QStringLiteral("object");
    if (!matches(s.find("timestamp"), "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$"))
        return QStringLiteral("timestamp");
    if (!matches(s.find("version"), "^1\\.0\\.\\d+$"))
        return QStringLiteral("version");
    const QString result = s.find("result") ? brokenResult(*s.find("result")) : QString();
    if (!result.isEmpty())
        return result;
    return s.find("context") ? brokenContext(*s.find("context")) : QString();
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
}

void TestXapi::theCheckFindsABrokenStatement_data() {
    QTest::addColumn<QString>("member");    // Names joined by '>'.
    QTest::addColumn<QByteArray>("value");  // JSON; empty takes the member away.
    QTest::addColumn<QString>("found");
    const auto row = [](const char* member, const char* value, const char* found) {
        QTest::newRow(
            qPrintable(QLatin1String(member) + QStringLiteral(" = ") + QLatin1String(value)))
            << QString::fromLatin1(member) << QByteArray(value) << QString::fromLatin1(found);
    };
    row("actor", "", "actor");
    row("actor>account>homePage", "\"profiles\"", "actor");
    row("actor>mbox", "\"mailto:a@b.c\"", "actor");
    row("id", "\"7\"", "id");
    row("verb>id", "\"answered\"", "verb");
    row("verb>display", "\"answered\"", "verb");
    row("verb>display>in english", "\"answered\"", "verb");
    row("object>definition>type", "\"question\"", "object");
    row("object>definition>name", "{}", "object");
    row("result>score>scaled", "1.2", "scaled");
    row("result>score>scaled", "null", "null");
    row("result>success", "\"yes\"", "success");
    row("result>duration", "\"5 s\"", "duration");
    row("result>extensions>brier", "0.1", "extension key");
    row("timestamp", "\"2025-02-20T09:20:00.000\"", "timestamp");
    row("version", "\"2.0.0\"", "version");
    row("mood", "\"good\"", "unknown member mood");
    row("context>registration", "\"s-1\"", "registration");
    row("context>contextActivities>around", "[]", "context activities");
    row("context>contextActivities>parent", R"({"objectType":"Activity","id":"urn:a:b"})",
        "context activities");
    row("context>contextActivities>parent", R"([{"objectType":"Activity","id":"case-1"}])",
        "context activities");
}

void TestXapi::theCheckFindsABrokenStatement() {
    QFETCH(QString, member);
    QFETCH(QByteArray, value);
    QFETCH(QString, found);
    Json statement = answeredStatement(sample(), {});
    QCOMPARE(broken(statement), QString());
    QStringList names = member.split(QLatin1Char('>'));
    const std::string last = names.takeLast().toStdString();
    Json* at = &statement;
    for (const QString& name : names) {
        at = at->find(name.toStdString());
        QVERIFY(at);
    }
    if (value.isEmpty())
        at->remove(last);
    else
        at->set(last, serial::parseJson(value.toStdString()).value());
    QCOMPARE(broken(statement), found);
}

void TestXapi::theCaseAndThePackStandInTheContext() {
    const auto call = sample();
    const Json statement = answeredStatement(call, {});
    const Json* activities = statement.find("context")->find("contextActivities");
    const Json& parent = activities->find("parent")->elements().front();
    const Json& pack = activities->find("grouping")->elements().front();
    QCOMPARE(pack.find("id")->string(), "urn:nodewise:" + call.ref.pack.value);
    QCOMPARE(parent.find("id")->string(), pack.find("id")->string() + ":case-1");
    QCOMPARE(parent.find("definition")->find("name")->find("en")->string(), call.caseTitle);
    QVERIFY(statement.find("object")->find("id")->string().starts_with(parent.find("id")->string() +
                                                                       ":"));
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
