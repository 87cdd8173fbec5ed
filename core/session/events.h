/// events.h: what can happen to a learner, as plain values: the lines of the append-only log.
#pragma once
#include "assessment/call.h"
#include "base/clock.h"
#include "base/ids.h"
#include "session/node_score.h"
#include "session/session_words.h"
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace nodewise::session {

/// Which case of which version of which pack.
struct CaseRef {
    PackId pack;
    std::string packVersion;
    CaseId caseId;
    friend bool operator==(const CaseRef&, const CaseRef&) = default;
};

/// A node the case asks about, as the case names it before the call.
struct NodeAsked {
    NodeId id;
    Side side = Side::Left;
    Level level = Level::IIa;
    friend bool operator==(const NodeAsked&, const NodeAsked&) = default;
};

/// What is asked once per case. On disk: the case part of call.schema.json.
struct CaseAnswer {
    std::string nCategory;  ///< "N0" … "N3b", without c/p; empty when not given.
    Edition edition = Edition::Tnm9;
    std::optional<ImageQuality> quality;
    std::string nextStep;
    friend bool operator==(const CaseAnswer&, const CaseAnswer&) = default;
};

/// The plane of a view, in the order of the letters A S D.
enum class PathPlane { Axial, Coronal, Sagittal };

/// One plane at one place for a while. `positionMm` is patient z, y or x.
struct ViewStep {
    PathPlane plane = PathPlane::Axial;
    double positionMm = 0, seconds = 0;
    friend bool operator==(const ViewStep&, const ViewStep&) = default;
};

/// How the node was looked at; descriptive, never a penalty.
struct ReadingTrace {
    double seconds = 0;                 ///< Time this node was open, pauses left out.
    std::optional<double> positionZMm;  ///< Patient z of the axial picture at the commit.
    std::optional<int> image;           ///< Its number, 1 = the first picture of the stack.
    int slicesSeen = 0;                 ///< Different axial pictures shown.
    std::vector<ViewStep> path;         ///< Where the reader looked, in order; may be empty.
    friend bool operator==(const ReadingTrace&, const ReadingTrace&) = default;
};

struct ProfileCreated {
    std::string name;
    friend bool operator==(const ProfileCreated&, const ProfileCreated&) = default;
};
struct ProfileRenamed {
    std::string name;
    friend bool operator==(const ProfileRenamed&, const ProfileRenamed&) = default;
};
struct CaseOpened {
    SessionId session;
    CaseRef ref;
    std::string caseTitle;  ///< As shown then; packs may go, the list stays readable.
    Mode mode = Mode::Learn;
    Edition edition = Edition::Tnm9;
    std::vector<NodeAsked> nodes;
    ActivityId activity;  ///< The test or drill it belongs to; empty for none.
    friend bool operator==(const CaseOpened&, const CaseOpened&) = default;
};
struct NodeCallCommitted {
    SessionId session;
    CallId call;
    NodeId node;
    NodeCall answer;
    std::optional<CaseAnswer> caseAnswer;  ///< With the last node of the case.
    ReadingTrace trace;
    friend bool operator==(const NodeCallCommitted&, const NodeCallCommitted&) = default;
};
struct NodeScored {
    CallId call;
    NodeScore score;
    friend bool operator==(const NodeScored&, const NodeScored&) = default;
};
struct FeedbackSeen {
    CallId call;
    friend bool operator==(const FeedbackSeen&, const FeedbackSeen&) = default;
};
struct CaseFinished {
    SessionId session;
    friend bool operator==(const CaseFinished&, const CaseFinished&) = default;
};
/// The reader left a case for good; its kept calls stay.
struct CaseSetAside {
    SessionId session;
    friend bool operator==(const CaseSetAside&, const CaseSetAside&) = default;
};
/// The learner's objection to the reference, in his own words.
struct CallDisputed {
    CallId call;
    std::string objection;
    friend bool operator==(const CallDisputed&, const CallDisputed&) = default;
};

/// A test, a drill, a meeting begins.
struct ActivityStarted {
    ActivityId activity;
    ActivityKind kind = ActivityKind::Test;
    std::uint64_t seed = 0;      ///< Of the blueprint; the same seed draws the same cases.
    std::string title;           ///< As shown.
    std::vector<CaseRef> cases;  ///< In their order; empty where the schedule chooses.
    double secondsPerNode = 0;   ///< The clock of a drill; 0 = none.
    friend bool operator==(const ActivityStarted&, const ActivityStarted&) = default;
};
/// It is over: the truth of a test is open from here on.
struct ActivityEnded {
    ActivityId activity;
    friend bool operator==(const ActivityEnded&, const ActivityEnded&) = default;
};
/// The reader saw the truth of a case without calling it (atlas): it is asked no more.
struct CaseSpent {
    CaseRef ref;
    friend bool operator==(const CaseSpent&, const CaseSpent&) = default;
};
/// Two nodes side by side, one with ENE: which one the reader took for it.
struct PairCompared {
    ActivityId activity;
    CallId first, second;  ///< Earlier calls of the same reader on the two nodes.
    bool choseSecond = false, secondPositive = false;
    double seconds = 0;
    friend bool operator==(const PairCompared&, const PairCompared&) = default;
};
/// Votes of a meeting on one node: hands for G0 … G3 before and after the spread was seen.
struct MeetingVoted {
    ActivityId activity;
    CaseRef ref;
    NodeId node;
    std::array<int, 4> before{}, after{};
    friend bool operator==(const MeetingVoted&, const MeetingVoted&) = default;
};
/// A newer version of the pack has another truth: a new result beside the old one.
struct CallRescored {
    CallId call;
    std::string packVersion;
    NodeScore score;
    friend bool operator==(const CallRescored&, const CallRescored&) = default;
};

using EventBody =
    std::variant<ProfileCreated, ProfileRenamed, CaseOpened, NodeCallCommitted, NodeScored,
                 FeedbackSeen, CaseFinished, CaseSetAside, CallDisputed, ActivityStarted,
                 ActivityEnded, CaseSpent, PairCompared, MeetingVoted, CallRescored>;

/// One line of the log.
struct Event {
    std::string id;  ///< UUID.
    Timestamp at;
    ProfileId profile;
    EventBody body;
    friend bool operator==(const Event&, const Event&) = default;
};

/// A committed call with all that became of it: what lists, charts and statistics read.
struct CallRecord {
    CallId id;
    ProfileId profile;
    SessionId session;
    CaseRef ref;
    std::string caseTitle;
    Mode mode = Mode::Learn;
    NodeAsked node;
    NodeCall answer;
    std::optional<CaseAnswer> caseAnswer;
    ReadingTrace trace;
    Timestamp committed;
    std::optional<NodeScore> score;  ///< Absent until the call has been graded.
    bool feedbackSeen = false;
    std::string objection;  ///< The last one; empty when there is none.
    ActivityId activity;    ///< The test or drill it belongs to; empty for none.
    /// The pack version whose truth `score` follows when it is not the first score; else empty.
    std::string rescoredWith;
    friend bool operator==(const CallRecord&, const CallRecord&) = default;
};

}  // namespace nodewise::session
