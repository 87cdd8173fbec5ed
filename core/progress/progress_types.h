/// progress_types.h: the plain values that the progress store gives out.
#pragma once
#include "base/clock.h"
#include "schedule/concept_schedule.h"
#include "session/events.h"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nodewise::progress {

/// Setting of a profile: day of the exam, "2027-02-17"; shortens the schedule. Anything else counts
/// as no exam.
inline constexpr const char* kExamDateSetting = "exam_date";

struct Profile {
    ProfileId id;
    std::string name;
    Timestamp created;
    friend bool operator==(const Profile&, const Profile&) = default;
};

/// An unfinished call and where the reader stood. Never counted, never scored.
struct Draft {
    NodeId node;
    NodeCall call;
    session::CaseAnswer caseAnswer;
    session::ReadingTrace trace;
    Timestamp saved;  ///< Filled in by the store.
    friend bool operator==(const Draft&, const Draft&) = default;
};

/// Which calls to list; all conditions together.
struct CallFilter {
    std::size_t limit = 0;  ///< 0 = all.
    std::optional<Timestamp> since;
    std::optional<PackId> pack;
    std::optional<session::SessionId> session;
    std::optional<session::ActivityId> activity;
    bool countedOnly = false;   ///< Only scored calls whose truth counts.
    bool withFeedback = false;  ///< Fill in NodeScore::feedbackJson (long) too.
};

enum class CaseState { Started, Done };

struct CaseStatus {
    PackId pack;
    CaseId caseId;
    CaseState state = CaseState::Started;  ///< Done as soon as one reading of it was finished.
    int nodesAsked = 0, nodesCalled = 0;   ///< Of the reading touched last.
    Timestamp lastTouched;
};

/// A reading to continue.
struct UnfinishedCase {
    session::CaseOpened opened;
    std::vector<session::CallRecord> kept;  ///< Oldest first.
    std::vector<Draft> drafts;
    std::optional<NodeId>
        nextNode;  ///< First open node in case order; none when only the end is left.
    session::ReadingTrace lastTrace;  ///< Of the draft saved last, else of the call kept last.
    double secondsSoFar = 0;          ///< Over kept calls and drafts.
    Timestamp lastTouched;
};

struct Counts {
    int calls = 0;                     ///< Kept calls.
    int scored = 0;                    ///< Of these, graded against a truth that counts.
    int positives = 0, negatives = 0;  ///< Of the scored, by the reference (iENE 1 or more).
    int cases = 0;                     ///< Different cases with a scored call.
    int callsThisWeek = 0;
    std::optional<Timestamp> firstCall;
};

/// See ProgressStore::changeMark.
struct ChangeMark {
    std::int64_t lastLine = 0, lastDraft = 0, drafts = 0;
    friend bool operator==(const ChangeMark&, const ChangeMark&) = default;
};

/// What `merge` did with the events it was given.
struct MergeCount {
    std::size_t added = 0, known = 0;
};

struct ConceptStatus {
    ConceptId id;
    double recall = 0;  ///< Probability of recall now, 0..1.
    Timestamp due, lastReview;
    int reviews = 0, lapses = 0;
    schedule::ConceptState state;  ///< What the next draw is made from.
};

}  // namespace nodewise::progress
