/// progress_store.h: the learner's progress on disk: an append-only event log and what follows from
/// it.
///
/// One SQLite file (WAL, synchronous FULL). Every call that changes something is one transaction
/// that is on disk when the call returns; on an error nothing has changed. Threads: every member
/// may be called from any thread, a lock inside lets one in at a time. Processes: two may use one
/// file at once; a writer waits up to `StoreOptions::busyTimeout`, then DatabaseBusy.
///
/// Every member may return: DatabaseBusy, DatabaseDamaged, DiskFull, FileUnwritable,
/// FileUnreadable; others are named where they belong.
#pragma once
#include "base/clock.h"
#include "base/result.h"
#include "progress/activity_types.h"
#include "progress/progress_types.h"
#include "session/events.h"
#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace nodewise::progress {

struct StoreOptions {
    std::chrono::milliseconds busyTimeout{5000};
    /// Upper bound of the file in pages of 4096 bytes, for quotas; 0 = none. Beyond it: DiskFull.
    int maximumPages = 0;
};

class ProgressStore {
public:
    /// Opens or makes the file (its folder too), checks it and brings it to the current version,
    /// after a copy beside it named "<file>.v<old>-<time>.backup". `clock` must outlive the store.
    /// DatabaseNewer when a later Nodewise wrote the file: it is left as it is, byte for byte.
    /// DatabaseDamaged when it is no SQLite file or fails its check; FormatUnknown for another
    /// program's database; FileUnwritable when file or folder cannot be written.
    [[nodiscard]] static Result<ProgressStore> open(const std::filesystem::path& file,
                                                    const Clock& clock, StoreOptions options = {});
    ProgressStore(ProgressStore&&) noexcept;
    ProgressStore& operator=(ProgressStore&&) noexcept;
    ~ProgressStore();

    // ---- profiles
    // --------------------------------------------------------------------------------

    /// InvalidArgument for an empty or over-long (> 80 bytes) name.
    [[nodiscard]] Result<Profile> createProfile(const std::string& name);
    /// Oldest first.
    [[nodiscard]] Result<std::vector<Profile>> profiles() const;
    /// ProfileNotFound, InvalidArgument.
    [[nodiscard]] Result<void> renameProfile(const ProfileId& id, const std::string& name);

    // ---- reading
    // ---------------------------------------------------------------------------------

    /// Writes the start of a reading. ProfileNotFound; AlreadyCommitted when the session id is
    /// known.
    [[nodiscard]] Result<void> openCase(const ProfileId& profile,
                                        const session::CaseOpened& opened);

    /// Keeps a call for good and drops its draft, in one transaction. With `score` the grading is
    /// kept in the same transaction; without, `recordScore` follows. AlreadyCommitted when this
    /// node of this session (or this call id) is kept already; CaseNotFound when the session is
    /// unknown; NodeNotFound when it does not ask about the node; ProfileNotFound; ValueOutOfRange,
    /// InvalidArgument for a call or score that could not be read back as it is.
    [[nodiscard]] Result<void> commitNodeCall(const ProfileId& profile,
                                              const session::NodeCallCommitted& call,
                                              const session::NodeScore* score = nullptr);

    /// Keeps the grading of a kept call and moves the schedule of its concepts. AlreadyCommitted
    /// when it has one; NodeNotFound when the call is unknown.
    [[nodiscard]] Result<void> recordScore(const session::CallId& call,
                                           const session::NodeScore& score);
    /// Notes that the feedback was on screen; again does nothing. NodeNotFound.
    [[nodiscard]] Result<void> recordFeedbackSeen(const session::CallId& call);
    /// Keeps the learner's objection to the reference of a call; the last one is shown.
    /// NodeNotFound; InvalidArgument for an empty or over-long (> 2000 bytes) text.
    [[nodiscard]] Result<void> recordDispute(const session::CallId& call,
                                             const std::string& objection);
    /// Closes a reading. CaseNotFound; StepNotAllowed while a node of it is open.
    [[nodiscard]] Result<void> finishCase(const session::SessionId& session);

    // ---- drafts: an unfinished call, replaced at each save; never a submission
    // --------------------

    [[nodiscard]] Result<void> saveDraft(const session::SessionId& session, const Draft& draft);
    [[nodiscard]] Result<std::vector<Draft>> drafts(const session::SessionId& session) const;
    /// Forgets the drafts of a session; kept calls stay. No error when there is none.
    [[nodiscard]] Result<void> dropDrafts(const session::SessionId& session);

    // ---- what the screens ask
    // --------------------------------------------------------------------

    /// Kept calls, newest first.
    [[nodiscard]] Result<std::vector<session::CallRecord>>
    calls(const ProfileId& profile, const CallFilter& filter = {}) const;
    /// One call, with its whole feedback. NodeNotFound.
    [[nodiscard]] Result<session::CallRecord> call(const session::CallId& id) const;
    /// Kept calls without a score (the program ended between commit and grading), oldest first.
    [[nodiscard]] Result<std::vector<session::CallRecord>>
    ungradedCalls(const ProfileId& profile) const;
    /// Every case the profile has opened; a case not in the list is new.
    [[nodiscard]] Result<std::vector<CaseStatus>> caseStatuses(const ProfileId& profile) const;
    /// The reading touched last that is not finished; nothing when there is none.
    [[nodiscard]] Result<std::optional<UnfinishedCase>>
    unfinishedCase(const ProfileId& profile) const;
    /// All unfinished readings, touched last first.
    [[nodiscard]] Result<std::vector<UnfinishedCase>>
    unfinishedCases(const ProfileId& profile) const;
    /// Leaves a reading for good without finishing it: it is no longer offered. Its kept calls
    /// stay.
    [[nodiscard]] Result<void> setAside(const session::SessionId& session);
    /// `weekStart`: calls since then count as this week (local Monday, worked out by the caller).
    [[nodiscard]] Result<Counts> counts(const ProfileId& profile, Timestamp weekStart) const;
    /// Concepts with their schedule, least recalled first, at the clock's time.
    [[nodiscard]] Result<std::vector<ConceptStatus>> concepts(const ProfileId& profile) const;
    /// The same, only those due now.
    [[nodiscard]] Result<std::vector<ConceptStatus>> dueConcepts(const ProfileId& profile) const;

    // ---- tests, drills, pairs, meetings
    // ----------------------------------------------------------

    /// ProfileNotFound; AlreadyCommitted when the id is known; InvalidArgument without id, or for
    /// a test without cases. Readings join it by CaseOpened::activity.
    [[nodiscard]] Result<void> startActivity(const ProfileId& profile,
                                             const session::ActivityStarted& started);
    /// CaseNotFound; StepNotAllowed when it is over, or while a case of a test is not finished.
    [[nodiscard]] Result<void> endActivity(const session::ActivityId& activity);
    /// Newest first.
    [[nodiscard]] Result<std::vector<ActivityStatus>> activities(const ProfileId& profile) const;
    /// Whether the call belongs to a test that still runs: nothing of its truth may be opened.
    [[nodiscard]] Result<bool> truthSealed(const session::CallId& call) const;
    /// The truth of a case was seen without a call; again does nothing. Scores of later calls on it
    /// do not count.
    [[nodiscard]] Result<void> spendCase(const ProfileId& profile, const session::CaseRef& ref);
    [[nodiscard]] Result<std::vector<SpentCase>> spentCases(const ProfileId& profile) const;
    /// CaseNotFound, StepNotAllowed (over), NodeNotFound (an unknown call).
    [[nodiscard]] Result<void> recordPair(const ProfileId& profile,
                                          const session::PairCompared& pair);
    /// Oldest first.
    [[nodiscard]] Result<std::vector<PairRecord>> pairs(const ProfileId& profile) const;
    /// CaseNotFound, StepNotAllowed (over).
    [[nodiscard]] Result<void> recordVote(const session::MeetingVoted& vote);
    /// Oldest first.
    [[nodiscard]] Result<std::vector<session::MeetingVoted>>
    votes(const session::ActivityId& activity) const;
    /// A new result of a scored call by the truth of another version of its pack; the first one
    /// stays in the log. Lists give the new one and say so (`rescoredWith`). NodeNotFound;
    /// AlreadyCommitted when the last result is of that version.
    [[nodiscard]] Result<void> recordRescore(const session::CallId& call,
                                             const std::string& packVersion,
                                             const session::NodeScore& score);

    // ---- settings: text by key, for the program (no profile) or one profile
    // -----------------------

    [[nodiscard]] Result<std::optional<std::string>>
    setting(const std::string& key, const std::optional<ProfileId>& profile = std::nullopt) const;
    [[nodiscard]] Result<void> setSetting(const std::string& key, const std::string& value,
                                          const std::optional<ProfileId>& profile = std::nullopt);

    // ---- the log
    // ---------------------------------------------------------------------------------

    /// Something that differs as soon as a line of the log or a draft was written, by whatever
    /// program: what was read before still holds while it is the same. Quick.
    [[nodiscard]] Result<ChangeMark> changeMark() const;
    /// Every event in the order it was written, oldest first.
    [[nodiscard]] Result<std::vector<session::Event>> events() const;
    /// Takes up events of other installations (an answer file that has been checked): those whose
    /// id is unknown are appended in the order given, in one transaction; the others are left as
    /// they are. Merging the same events twice, or an older part of a log after a newer one, gives
    /// the same tables. FormatDamaged when an id stands in the log for another moment, profile or
    /// kind, or when the events do not fit what the log holds; then nothing has changed.
    [[nodiscard]] Result<MergeCount> merge(const std::vector<session::Event>& events);
    /// Makes all derived tables (calls, scores, readings, profiles, schedule) anew from the log, in
    /// one transaction. Drafts and settings stay.
    [[nodiscard]] Result<void> rebuild();
    /// PRAGMA integrity_check; DatabaseDamaged with its first finding.
    [[nodiscard]] Result<void> checkIntegrity() const;
    /// A whole copy of the file as of now. FileUnwritable.
    [[nodiscard]] Result<void> backupTo(const std::filesystem::path& file) const;
    [[nodiscard]] const std::filesystem::path& path() const;

    /// The version this program writes (PRAGMA user_version).
    [[nodiscard]] static int currentVersion();

private:
    class Impl;
    explicit ProgressStore(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace nodewise::progress
