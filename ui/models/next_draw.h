/// next_draw.h: the scheduler's draw over the library: which case comes next, and why.
#pragma once
#include "schedule/draw.h"
#include "ui/models/case_library.h"
#include "ui/models/learner.h"
#include <optional>

namespace nodewise::models {

struct NextDraw {
    schedule::DrawKind kind = schedule::DrawKind::DayIsFull;
    schedule::DrawReason reason = schedule::DrawReason::New;
    ConceptId concept_;
    const LibraryEntry* entry = nullptr;  ///< Null for DayIsFull and Fresh (see FreshCases).
};

/// What schedule::drawNext is asked: every concept of the library or of the learner, every case
/// with what was read and spent of it, the exam and the cap. Pure.
struct DrawQuestion {
    std::vector<schedule::ConceptNeed> concepts;
    std::vector<schedule::CaseOffer> cases;
    schedule::DrawSetup setup;
};
[[nodiscard]] DrawQuestion drawQuestion(const Learner& learner, const CaseLibrary& library);

/// The next case by the schedule. Until a first concept is scored: the easiest case that is not
/// done. `overCap` goes on when the day is full. Nothing when nothing is left. Pure.
[[nodiscard]] std::optional<NextDraw> nextDraw(const Learner& learner, const CaseLibrary& library,
                                               bool overCap = false);

/// Whether the case belongs to a test that runs: its truth stays sealed, and it is no template.
[[nodiscard]] bool keptForTest(const LearnerState& state, const LibraryEntry& entry);

/// Midnight of the learner's day, by the computer's calendar.
[[nodiscard]] Timestamp startOfDay(Timestamp now);

}  // namespace nodewise::models
