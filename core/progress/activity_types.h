/// activity_types.h: tests, drills, pairs and meetings as the store gives them out.
#pragma once
#include "base/clock.h"
#include "session/events.h"
#include <optional>
#include <vector>

namespace nodewise::progress {

/// A test, drill or meeting with what became of it.
struct ActivityStatus {
    session::ActivityStarted started;
    Timestamp begun;
    std::optional<Timestamp> ended;
    /// Its readings that are finished, in the order they were opened.
    std::vector<session::CaseRef> finished;
    int calls = 0;  ///< Kept in it.
    friend bool operator==(const ActivityStatus&, const ActivityStatus&) = default;
};

struct SpentCase {
    PackId pack;
    CaseId caseId;
    Timestamp at;
    friend bool operator==(const SpentCase&, const SpentCase&) = default;
};

struct PairRecord {
    session::PairCompared compared;
    Timestamp at;
    friend bool operator==(const PairRecord&, const PairRecord&) = default;
};

}  // namespace nodewise::progress
