#include "session/events_json.h"
#include "assessment/call_json.h"
#include "base/iso_time.h"
#include <charconv>

namespace nodewise::session {

namespace {

using serial::Json;
using serial::Reader;

constexpr std::array<std::string_view, 15> kKinds{
    "profile_created", "profile_renamed",  "case_opened",    "node_call_committed",
    "node_scored",     "feedback_seen",    "case_finished",  "case_set_aside",
    "call_disputed",   "activity_started", "activity_ended", "case_spent",
    "pair_compared",   "meeting_voted",    "call_rescored"};
static_assert(kKinds.size() == std::variant_size_v<EventBody>);

// A single node's call travels as a case call with one node: one reader, one schema.
Json answerToJson(const NodeCall& call, const CaseAnswer& answer) {
    CaseCall whole;
    whole.nodes = {call};
    whole.nCategory = answer.nCategory;
    whole.edition = answer.edition;
    whole.quality = answer.quality;
    whole.nextStep = answer.nextStep;
    return assessment::toJson(whole);
}

struct Answer {
    NodeCall call;
    CaseAnswer onCase;
};

Answer answerFrom(const Reader& reader) {
    const auto whole = assessment::callFromJson(reader.json());
    if (!whole || whole->nodes.size() != 1) {
        reader.refuse(whole ? ErrorCode::JsonInvalid : whole.error().code,
                      whole ? "an answer holds one node" : whole.error().detail);
        return {};
    }
    return {whole->nodes.front(),
            {whole->nCategory, whole->edition, whole->quality, whole->nextStep}};
}

Json traceToJson(const ReadingTrace& trace) {
    Json json = Json::object();
    json.set("seconds", trace.seconds).set("position_z_mm", trace.positionZMm);
    json.set("image", trace.image).set("slices_seen", trace.slicesSeen);
    if (trace.path.empty())
        return json;
    // Rows of three numbers: a path of a minute stays under two kilobytes.
    Json path = Json::array();
    for (const ViewStep& step : trace.path)
        path.push(Json::array()
                      .push(static_cast<int>(step.plane))
                      .push(step.positionMm)
                      .push(step.seconds));
    return json.set("path", std::move(path));
}

ReadingTrace traceFrom(const Reader& reader) {
    ReadingTrace trace;
    trace.seconds = reader.number("seconds");
    if (const auto z = reader.find("position_z_mm"))
        trace.positionZMm = z->number();
    if (const auto image = reader.find("image"))
        trace.image = static_cast<int>(image->integer());
    trace.slicesSeen = static_cast<int>(reader.integer("slices_seen"));
    if (const auto path = reader.find("path"))
        for (const Reader& row : path->elements()) {
            const auto parts = row.elements();
            if (parts.size() != 3 || parts[0].integer() < 0 || parts[0].integer() > 2) {
                row.refuse(ErrorCode::ValueOutOfRange, "a step is plane, position, seconds");
                break;
            }
            trace.path.push_back(
                {static_cast<PathPlane>(parts[0].integer()), parts[1].number(), parts[2].number()});
        }
    return trace;
}

Json bodyJson(const ProfileCreated& e) {
    return Json::object().set("name", e.name);
}
Json bodyJson(const ProfileRenamed& e) {
    return Json::object().set("name", e.name);
}
Json bodyJson(const CaseOpened& e) {
    Json nodes = Json::array();
    for (const NodeAsked& node : e.nodes)
        nodes.push(Json::object()
                       .set("id", node.id.value)
                       .set("side", word(node.side))
                       .set("level", word(node.level)));
    Json json = Json::object();
    json.set("session", e.session.value).set("pack", e.ref.pack.value);
    json.set("pack_version", e.ref.packVersion).set("case", e.ref.caseId.value);
    json.set("title", e.caseTitle).set("mode", word(e.mode)).set("edition", word(e.edition));
    json.set("nodes", std::move(nodes));
    if (!e.activity.empty())
        json.set("activity", e.activity.value);
    return json;
}
Json bodyJson(const NodeCallCommitted& e) {
    Json json = Json::object();
    json.set("session", e.session.value).set("call", e.call.value).set("node", e.node.value);
    json.set("answer", answerToJson(e.answer, e.caseAnswer.value_or(CaseAnswer{})));
    json.set("answers_case", e.caseAnswer.has_value()).set("trace", traceToJson(e.trace));
    return json;
}
Json bodyJson(const NodeScored& e) {
    return Json::object().set("call", e.call.value).set("score", toJson(e.score));
}
Json bodyJson(const FeedbackSeen& e) {
    return Json::object().set("call", e.call.value);
}
Json bodyJson(const CaseFinished& e) {
    return Json::object().set("session", e.session.value);
}
Json bodyJson(const CaseSetAside& e) {
    return Json::object().set("session", e.session.value);
}
Json bodyJson(const CallDisputed& e) {
    return Json::object().set("call", e.call.value).set("objection", e.objection);
}

Json refJson(const CaseRef& ref) {
    return Json::object()
        .set("pack", ref.pack.value)
        .set("pack_version", ref.packVersion)
        .set("case", ref.caseId.value);
}
CaseRef refFrom(const Reader& reader) {
    return {PackId(reader.string("pack")), reader.string("pack_version"),
            CaseId(reader.string("case"))};
}
Json votesJson(const std::array<int, 4>& votes) {
    Json json = Json::array();
    for (const int count : votes)
        json.push(count);
    return json;
}
std::array<int, 4> votesFrom(const Reader& reader) {
    std::array<int, 4> votes{};
    const auto parts = reader.elements();
    if (parts.size() != votes.size()) {
        reader.refuse(ErrorCode::ValueOutOfRange, "votes are four counts, G0 to G3");
        return votes;
    }
    for (std::size_t i = 0; i < votes.size(); ++i)
        votes[i] = static_cast<int>(parts[i].integer());
    return votes;
}
Json bodyJson(const ActivityStarted& e) {
    Json cases = Json::array();
    for (const CaseRef& ref : e.cases)
        cases.push(refJson(ref));
    Json json = Json::object();
    // As text: a seed has 64 bits, a number of JSON may lose the last ones.
    json.set("activity", e.activity.value).set("kind", word(e.kind));
    json.set("seed", std::to_string(e.seed)).set("title", e.title);
    return json.set("cases", std::move(cases)).set("seconds_per_node", e.secondsPerNode);
}
Json bodyJson(const ActivityEnded& e) {
    return Json::object().set("activity", e.activity.value);
}
Json bodyJson(const CaseSpent& e) {
    return refJson(e.ref);
}
Json bodyJson(const PairCompared& e) {
    Json json = Json::object();
    json.set("activity", e.activity.value).set("first", e.first.value);
    json.set("second", e.second.value).set("chose_second", e.choseSecond);
    return json.set("second_positive", e.secondPositive).set("seconds", e.seconds);
}
Json bodyJson(const MeetingVoted& e) {
    Json json = refJson(e.ref);
    json.set("activity", e.activity.value).set("node", e.node.value);
    return json.set("before", votesJson(e.before)).set("after", votesJson(e.after));
}
Json bodyJson(const CallRescored& e) {
    return Json::object()
        .set("call", e.call.value)
        .set("pack_version", e.packVersion)
        .set("score", toJson(e.score));
}

EventBody caseOpenedFrom(const Reader& reader) {
    CaseOpened e;
    e.session = SessionId(reader.string("session"));
    e.ref = {PackId(reader.string("pack")), reader.string("pack_version"),
             CaseId(reader.string("case"))};
    e.caseTitle = reader.string("title");
    e.mode = reader.term("mode", parse<Mode>);
    e.edition = reader.term("edition", parse<Edition>);
    for (const Reader& node : reader.at("nodes").elements())
        e.nodes.push_back({NodeId(node.string("id")), node.term("side", parse<Side>),
                           node.term("level", parse<Level>)});
    if (const auto activity = reader.find("activity"))
        e.activity = ActivityId(activity->string());
    return e;
}

EventBody committedFrom(const Reader& reader) {
    NodeCallCommitted e;
    e.session = SessionId(reader.string("session"));
    e.call = CallId(reader.string("call"));
    e.node = NodeId(reader.string("node"));
    Answer answer = answerFrom(reader.at("answer"));
    e.answer = std::move(answer.call);
    if (reader.boolean("answers_case"))
        e.caseAnswer = std::move(answer.onCase);
    e.trace = traceFrom(reader.at("trace"));
    return e;
}

NodeScore scoreFrom(const Reader& member) {
    auto score = nodeScoreFromJson(member.json());
    if (!score) {
        member.refuse(score.error().code, score.error().detail);
        return {};
    }
    return std::move(*score);
}

EventBody startedFrom(const Reader& reader) {
    ActivityStarted e;
    e.activity = ActivityId(reader.string("activity"));
    e.kind = reader.term("kind", parse<ActivityKind>);
    const std::string seed = reader.string("seed");
    const auto [end, error] = std::from_chars(seed.data(), seed.data() + seed.size(), e.seed);
    if (error != std::errc() || end != seed.data() + seed.size())
        reader.at("seed").refuse(ErrorCode::ValueOutOfRange, "a seed is a whole number");
    e.title = reader.string("title");
    for (const Reader& ref : reader.at("cases").elements())
        e.cases.push_back(refFrom(ref));
    e.secondsPerNode = reader.number("seconds_per_node");
    return e;
}

EventBody comparedFrom(const Reader& reader) {
    PairCompared e;
    e.activity = ActivityId(reader.string("activity"));
    e.first = CallId(reader.string("first"));
    e.second = CallId(reader.string("second"));
    e.choseSecond = reader.boolean("chose_second");
    e.secondPositive = reader.boolean("second_positive");
    e.seconds = reader.number("seconds");
    return e;
}

EventBody laterKinds(std::string_view kind, const Reader& reader) {
    if (kind == kKinds[9])
        return startedFrom(reader);
    if (kind == kKinds[10])
        return ActivityEnded{ActivityId(reader.string("activity"))};
    if (kind == kKinds[11])
        return CaseSpent{refFrom(reader)};
    if (kind == kKinds[12])
        return comparedFrom(reader);
    if (kind == kKinds[13])
        return MeetingVoted{ActivityId(reader.string("activity")), refFrom(reader),
                            NodeId(reader.string("node")), votesFrom(reader.at("before")),
                            votesFrom(reader.at("after"))};
    if (kind == kKinds[14])
        return CallRescored{CallId(reader.string("call")), reader.string("pack_version"),
                            scoreFrom(reader.at("score"))};
    reader.refuse(ErrorCode::UnknownKey, "unknown kind of event \"" + std::string(kind) + "\"");
    return ProfileCreated{};
}

EventBody bodyFrom(std::string_view kind, const Reader& reader) {
    if (kind == kKinds[0])
        return ProfileCreated{reader.string("name")};
    if (kind == kKinds[1])
        return ProfileRenamed{reader.string("name")};
    if (kind == kKinds[2])
        return caseOpenedFrom(reader);
    if (kind == kKinds[3])
        return committedFrom(reader);
    if (kind == kKinds[4])
        return NodeScored{CallId(reader.string("call")), scoreFrom(reader.at("score"))};
    if (kind == kKinds[5])
        return FeedbackSeen{CallId(reader.string("call"))};
    if (kind == kKinds[6])
        return CaseFinished{SessionId(reader.string("session"))};
    if (kind == kKinds[7])
        return CaseSetAside{SessionId(reader.string("session"))};
    if (kind == kKinds[8])
        return CallDisputed{CallId(reader.string("call")), reader.string("objection")};
    return laterKinds(kind, reader);
}

}  // namespace

std::string_view eventKind(const EventBody& body) {
    return kKinds[body.index()];
}

Json toJson(const EventBody& body) {
    return std::visit([](const auto& event) { return bodyJson(event); }, body);
}

Result<EventBody> eventBodyFromJson(std::string_view kind, const Json& json) {
    const Reader reader(json);
    EventBody body = bodyFrom(kind, reader);
    if (auto ok = reader.result(); !ok)
        return fail(ok.error());
    return body;
}

Json toJson(const Event& event) {
    Json json = Json::object();
    json.set("id", event.id).set("at", toIso8601(event.at)).set("profile", event.profile.value);
    json.set("kind", eventKind(event.body)).set("body", toJson(event.body));
    return json;
}

Result<Event> eventFromJson(const Json& json) {
    const Reader reader(json);
    reader.only({"id", "at", "profile", "kind", "body"});
    Event event;
    event.id = reader.string("id");
    event.profile = ProfileId(reader.string("profile"));
    const auto at = fromIso8601(reader.string("at"));
    if (!at)
        reader.at("at").refuse(ErrorCode::ValueOutOfRange, "this is no time in UTC");
    event.at = at.value_or(Timestamp{});
    event.body = bodyFrom(reader.string("kind"), reader.at("body"));
    if (auto ok = reader.result(); !ok)
        return fail(ok.error());
    return event;
}

Json draftToJson(const NodeCall& call, const CaseAnswer& answer, const ReadingTrace& trace) {
    return Json::object()
        .set("answer", answerToJson(call, answer))
        .set("trace", traceToJson(trace));
}

Result<DraftParts> draftFromJson(const Json& json) {
    const Reader reader(json);
    Answer answer = answerFrom(reader.at("answer"));
    DraftParts parts{std::move(answer.call), std::move(answer.onCase),
                     traceFrom(reader.at("trace"))};
    if (auto ok = reader.result(); !ok)
        return fail(ok.error());
    return parts;
}

}  // namespace nodewise::session
