/// events_json.h: events as JSON, the lines of the log (cases/schema/event.schema.json).
#pragma once
#include "base/result.h"
#include "serial/json.h"
#include "session/events.h"
#include <string_view>

namespace nodewise::session {

/// The word of an event's kind: "profile_created", "case_opened", "node_call_committed" …
[[nodiscard]] std::string_view eventKind(const EventBody& body);

/// The body alone, without id, time, profile and kind.
[[nodiscard]] serial::Json toJson(const EventBody& body);
/// Reads a body back: the same value. UnknownKey for an unknown kind, JsonInvalid, ValueOutOfRange.
[[nodiscard]] Result<EventBody> eventBodyFromJson(std::string_view kind, const serial::Json& json);

/// The whole line: id, at, profile, kind, body.
[[nodiscard]] serial::Json toJson(const Event& event);
/// Reads a whole line back: the same value. Errors as eventBodyFromJson; UnknownKey.
[[nodiscard]] Result<Event> eventFromJson(const serial::Json& json);

[[nodiscard]] serial::Json toJson(const NodeScore& score);
[[nodiscard]] Result<NodeScore> nodeScoreFromJson(const serial::Json& json);

/// An unfinished call with the answer on the case; for drafts. Not checked against ranges of a
/// finished call beyond those of assessment::checkCall.
[[nodiscard]] serial::Json draftToJson(const NodeCall& call, const CaseAnswer& answer,
                                       const ReadingTrace& trace);
struct DraftParts {
    NodeCall call;
    CaseAnswer answer;
    ReadingTrace trace;
};
[[nodiscard]] Result<DraftParts> draftFromJson(const serial::Json& json);

}  // namespace nodewise::session
