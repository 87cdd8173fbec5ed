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

}  // namespace nodewise::session

namespace nodewise {

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

using SessionId = Id<struct SessionIdTag>;  ///< UUID of one reading of one case.
using CallId = Id<struct CallIdTag>;        ///< UUID of one committed node call.

}  // namespace nodewise::session
