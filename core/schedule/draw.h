/// draw.h: what to read next: the concept that needs it most, and a case for it.
///
/// Concepts are scheduled, cases are not: a case that was read comes back only as a retention
/// probe. Pure functions, thread-safe; no lot is drawn, the same input gives the same case.
#pragma once
#include "base/clock.h"
#include "base/ids.h"
#include "schedule/concept_schedule.h"
#include <optional>
#include <string>
#include <vector>

namespace nodewise::schedule {

/// A concept stays away no longer than this, whatever its interval says: the draw brings it back
/// kReturnDays after the last time, so that a day off or a full day does not break the promise.
inline constexpr int kLongestAbsenceDays = 21;
inline constexpr int kReturnDays = 16;
/// One call in three of a day is kept for a concept never met while there is one: what is due would
/// else starve the new ones for months.
inline constexpr int kCallsPerNew = 3;
/// A case that was read may come back as a retention probe after this many days.
inline constexpr int kProbeDays = 30;

struct ConceptNeed {
    ConceptId id;
    std::optional<ConceptState> state;  ///< Absent: never met.
    bool hasTemplate = true;            ///< A case that trains it can be made afresh.
};

struct CaseOffer {
    std::string id;  ///< Pack and case; unique.
    std::vector<ConceptId> concepts;
    int nodes = 1;                      ///< Calls that it asks for: its share of the daily cap.
    int difficulty = 1;                 ///< 1 easy … 5 hard; easy cases come first.
    std::optional<Timestamp> lastRead;  ///< Absent: not read yet.
    bool spent = false;                 ///< The truth was seen (atlas): never drawn.
};

struct DrawSetup {
    Timestamp now;
    std::optional<Timestamp> exam;
    int dailyCap = 20;        ///< Calls a day.
    int calledToday = 0;      ///< Calls since the day began, by the caller's calendar.
    bool canGenerate = true;  ///< Fresh cases can be made here, for concepts with a template.
};

enum class DrawKind {
    Unseen,    ///< `caseId` has not been read.
    Fresh,     ///< No unseen case is left: make one from the concept's template.
    Probe,     ///< Neither: `caseId` was read kProbeDays ago or more.
    DayIsFull  ///< The daily cap is reached.
};

/// Why this concept: the word is shown beside the case.
enum class DrawReason { Due, New, LongAway, Weakest };

struct Draw {
    DrawKind kind = DrawKind::DayIsFull;
    DrawReason reason = DrawReason::Due;
    ConceptId concept_;
    std::string caseId;  ///< Empty for Fresh and DayIsFull.
};

/// Concepts in the order in which they should be trained: those away for kReturnDays first
/// (longest away first), then due ones (least recalled first), then new ones (by id), then the
/// rest, weakest (least recalled) first. While fewer concepts were met first today than a third of
/// the calls asks for (kCallsPerNew), new ones stand before due ones. Pure.
[[nodiscard]] std::vector<std::pair<ConceptId, DrawReason>>
trainingOrder(const std::vector<ConceptNeed>& concepts, const DrawSetup& setup);

/// The next case. For the first concept in the order: an unseen case that trains it (most other
/// wanted concepts, then easiest, then id), else a fresh one, else a probe (read longest ago), else
/// the next concept. Nothing when no concept can be trained at all. Pure.
[[nodiscard]] std::optional<Draw> drawNext(const std::vector<ConceptNeed>& concepts,
                                           const std::vector<CaseOffer>& cases,
                                           const DrawSetup& setup);

}  // namespace nodewise::schedule
