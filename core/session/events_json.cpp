#include "session/events_json.h"
#include "assessment/call_json.h"
#include "base/iso_time.h"

namespace nodewise::session {

namespace {

using serial::Json;
using serial::Reader;

constexpr std::array<std::string_view, 9> kKinds{
    "profile_created", "profile_renamed", "case_opened",    "node_call_committed", "node_scored",
    "feedback_seen",   "case_finished",   "case_set_aside", "call_disputed"};
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
    return json;
}

ReadingTrace traceFrom(const Reader& reader) {
    ReadingTrace trace;
    trace.seconds = reader.number("seconds");
    if (const auto z = reader.find("position_z_mm"))
        trace.positionZMm = z->number();
    if (const auto image = reader.find("image"))
        trace.image = static_cast<int>(image->integer());
    trace.slicesSeen = static_cast<int>(reader.integer("slices_seen"));
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

EventBody scoredFrom(const Reader& reader) {
    NodeScored e;
    e.call = CallId(reader.string("call"));
    const Reader member = reader.at("score");
    if (auto score = nodeScoreFromJson(member.json()))
        e.score = std::move(*score);
    else
        member.refuse(score.error().code, score.error().detail);
    return e;
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
        return scoredFrom(reader);
    if (kind == kKinds[5])
        return FeedbackSeen{CallId(reader.string("call"))};
    if (kind == kKinds[6])
        return CaseFinished{SessionId(reader.string("session"))};
    if (kind == kKinds[7])
        return CaseSetAside{SessionId(reader.string("session"))};
    if (kind == kKinds[8])
        return CallDisputed{CallId(reader.string("call")), reader.string("objection")};
    reader.refuse(ErrorCode::UnknownKey, "unknown kind of event \"" + std::string(kind) + "\"");
    return ProfileCreated{};
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
