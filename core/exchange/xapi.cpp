#include "exchange/xapi.h"
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

namespace nodewise::exchange {

namespace {

using serial::Json;

constexpr const char* kVerbs = "http://adlnet.gov/expapi/verbs/";
constexpr const char* kActivities = "http://adlnet.gov/expapi/activities/";
constexpr const char* kExtensions = "https://nodewise.invalid/xapi/";

Json english(const std::string& text) {
    return Json::object().set("en", text);
}

Json actorOf(const ProfileId& profile, const XapiOptions& options) {
    auto account = Json::object();
    account.set("homePage", options.homePage).set("name", profile.value);
    return Json::object().set("objectType", "Agent").set("account", std::move(account));
}

Json verb(const std::string& name) {
    return Json::object().set("id", kVerbs + name).set("display", english(name));
}

/// Identifiers are [a-z0-9-] and UUIDs by the pack format, so they are safe in a URN.
std::string caseUrn(const session::CaseRef& ref) {
    return "urn:nodewise:" + ref.pack.value + ":" + ref.caseId.value;
}

Json activity(const std::string& id) {
    return Json::object().set("objectType", "Activity").set("id", id);
}

Json activity(const std::string& id, const std::string& type, const std::string& name) {
    auto definition = Json::object();
    definition.set("type", kActivities + type).set("name", english(name));
    return activity(id).set("definition", std::move(definition));
}

/// ISO 8601 duration with hundredths, the finest that statements may be compared at.
std::string duration(double seconds) {
    char text[40];
    std::snprintf(text, sizeof text, "PT%.2fS", std::max(0.0, seconds));
    return text;
}

Json contextOf(const session::SessionId& session, const session::CaseRef& ref,
               const XapiOptions& options) {
    auto activities = Json::object();
    activities.set("grouping", Json::array().push(activity("urn:nodewise:" + ref.pack.value)));
    auto extensions = Json::object();
    extensions.set(std::string(kExtensions) + "pack-version", ref.packVersion);
    if (!options.appVersion.empty())
        extensions.set(std::string(kExtensions) + "app-version", options.appVersion);
    return Json::object()
        .set("registration", session.value)
        .set("platform", "Nodewise")
        .set("contextActivities", std::move(activities))
        .set("extensions", std::move(extensions));
}

Json answerExtensions(const session::CallRecord& call) {
    const std::string base = kExtensions;
    auto extensions = Json::object();
    extensions.set(base + "mode", word(call.mode));
    if (call.answer.probability)
        extensions.set(base + "probability", *call.answer.probability);
    if (call.score)
        extensions.set(base + "reference-grade", word(call.score->gradeReference))
            .set(base + "truth-kind", word(call.score->truthKind))
            .set(base + "counts", call.score->counts);
    if (call.score && call.score->brier)
        extensions.set(base + "brier", *call.score->brier);
    return extensions;
}

Json resultOf(const session::CallRecord& call) {
    auto result = Json::object();
    if (call.score && call.score->counts && call.score->brier)
        result.set("score", Json::object().set("scaled", 1.0 - *call.score->brier));
    if (call.score && call.score->counts)
        if (const auto verdict = session::gradeVerdict(*call.score))
            result.set("success", *verdict == Verdict::Agrees);
    result.set("completion", true);
    if (call.answer.grade)
        result.set("response", word(*call.answer.grade));
    return result.set("duration", duration(call.trace.seconds))
        .set("extensions", answerExtensions(call));
}

Json statement(const std::string& id, Timestamp at, Json actor, Json what) {
    auto result = Json::object();
    result.set("id", id).set("timestamp", toIso8601(at)).set("version", "1.0.3");
    return result.set("actor", std::move(actor)).set("verb", std::move(what));
}

}  // namespace

Json answeredStatement(const session::CallRecord& call, const XapiOptions& options) {
    const std::string node = caseUrn(call.ref) + ":" + call.node.id.value;
    auto context = contextOf(call.session, call.ref, options);
    context.find("contextActivities")
        ->set("parent",
              Json::array().push(activity(caseUrn(call.ref), "assessment", call.caseTitle)));
    return statement(call.id.value, call.committed, actorOf(call.profile, options),
                     verb("answered"))
        .set("object", activity(node, "question", "Extranodal extension of one neck node"))
        .set("result", resultOf(call))
        .set("context", std::move(context));
}

std::vector<Json> completedStatements(std::span<const session::Event> events,
                                      const XapiOptions& options) {
    std::map<session::SessionId, const session::CaseOpened*> opened;
    std::vector<Json> result;
    for (const session::Event& event : events) {
        if (const auto* start = std::get_if<session::CaseOpened>(&event.body))
            opened[start->session] = start;
        const auto* end = std::get_if<session::CaseFinished>(&event.body);
        const auto found = end ? opened.find(end->session) : opened.end();
        if (found == opened.end())
            continue;
        const session::CaseOpened& start = *found->second;
        result.push_back(
            statement(event.id, event.at, actorOf(event.profile, options), verb("completed"))
                .set("object", activity(caseUrn(start.ref), "assessment", start.caseTitle))
                .set("result", Json::object().set("completion", true))
                .set("context", contextOf(start.session, start.ref, options)));
    }
    return result;
}

std::string xapiLines(std::span<const session::CallRecord> calls,
                      std::span<const session::Event> events, const XapiOptions& options) {
    std::vector<Json> statements = completedStatements(events, options);
    for (const session::CallRecord& call : calls)
        statements.push_back(answeredStatement(call, options));
    const auto key = [](const Json& s) {
        return std::pair(s.find("timestamp")->string(), s.find("id")->string());
    };
    std::ranges::sort(statements, {}, key);
    std::string text;
    for (const Json& one : statements)
        text += serial::toJsonText(one) + "\n";
    return text;
}

}  // namespace nodewise::exchange
