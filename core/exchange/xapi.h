/// xapi.h: kept calls as xAPI 1.0.3 statements (IEEE 9274.1.1's predecessor), one a line.
#pragma once
#include "serial/json.h"
#include "session/events.h"
#include <span>
#include <string>

namespace nodewise::exchange {

struct XapiOptions {
    /// The account's home page: with the profile's identifier it names the reader. Not a person.
    std::string homePage = "https://nodewise.invalid/profiles";
    std::string appVersion;  ///< Stands in the context's extensions; left out when empty.
};

/// "answered": one statement a call, its id the call's UUID, so that sending it again changes
/// nothing. The score (scaled = 1 - Brier) and `success` (grade mark agrees) are there once the
/// call is scored and counts. The activity is urn:nodewise:<pack>:<case>:<node>. Pure.
[[nodiscard]] serial::Json answeredStatement(const session::CallRecord& call,
                                             const XapiOptions& options);

/// "completed" for every finished case in the log, its id the event's. Pure.
[[nodiscard]] std::vector<serial::Json> completedStatements(std::span<const session::Event> events,
                                                            const XapiOptions& options);

/// Both kinds as JSON lines (UTF-8, LF), ordered by time, then id. Pure.
[[nodiscard]] std::string xapiLines(std::span<const session::CallRecord> calls,
                                    std::span<const session::Event> events,
                                    const XapiOptions& options);

}  // namespace nodewise::exchange
