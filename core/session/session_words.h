/// session_words.h: the words of a reading session, with the one spelling used in the event log.
#pragma once
#include "base/ids.h"
#include "terms/words.h"

namespace nodewise::session {

/// How a case is read. Learn and Drill show feedback after each node, Test after the last one.
enum class Mode { Learn, Drill, Test };

/// Where a case session stands (see case_session.h).
enum class Step {
    Reading,    ///< A node is open: the draft changes, nothing about the truth is visible.
    Committed,  ///< The call is kept; its feedback is not on screen yet.
    Feedback,   ///< The feedback of `currentNode` is on screen.
    Finished    ///< Every node is called and the case is closed.
};

/// What several readings belong to.
enum class ActivityKind {
    Test,    ///< Fixed cases by blueprint and seed; no feedback until all are called.
    Drill,   ///< Against the clock; the schedule chooses.
    Pairs,   ///< "Which of these two has ENE?"
    Meeting  ///< Answers of several readers, spread before truth.
};

}  // namespace nodewise::session

namespace nodewise {

template <>
struct Words<session::ActivityKind> {
    static constexpr auto pairs =
        std::to_array({std::pair{session::ActivityKind::Test, std::string_view{"test"}},
                       std::pair{session::ActivityKind::Drill, std::string_view{"drill"}},
                       std::pair{session::ActivityKind::Pairs, std::string_view{"pairs"}},
                       std::pair{session::ActivityKind::Meeting, std::string_view{"meeting"}}});
};

template <>
struct Words<session::Mode> {
    static constexpr auto pairs =
        std::to_array({std::pair{session::Mode::Learn, std::string_view{"learn"}},
                       std::pair{session::Mode::Drill, std::string_view{"drill"}},
                       std::pair{session::Mode::Test, std::string_view{"test"}}});
};

template <>
struct Words<session::Step> {
    static constexpr auto pairs =
        std::to_array({std::pair{session::Step::Reading, std::string_view{"reading"}},
                       std::pair{session::Step::Committed, std::string_view{"committed"}},
                       std::pair{session::Step::Feedback, std::string_view{"feedback"}},
                       std::pair{session::Step::Finished, std::string_view{"finished"}}});
};

}  // namespace nodewise

namespace nodewise::session {

using SessionId = Id<struct SessionIdTag>;    ///< UUID of one reading of one case.
using CallId = Id<struct CallIdTag>;          ///< UUID of one committed node call.
using ActivityId = Id<struct ActivityIdTag>;  ///< UUID of a test, drill or meeting.

}  // namespace nodewise::session
