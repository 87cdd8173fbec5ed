/// learner.h: the present profile and everything the screens show of its progress.
#pragma once
#include "analytics/resident.h"
#include "base/clock.h"
#include "progress/progress_store.h"
#include <QObject>
#include <QString>
#include <optional>
#include <vector>

namespace nodewise::models {

/// Lists and figures follow from this many calls: years of practice, read in a blink. Exports and
/// counts take all.
inline constexpr std::size_t kShownCalls = 2000;

/// One reading of the store; plain values.
struct LearnerState {
    std::vector<session::CallRecord> calls;  ///< Newest first, at most kShownCalls.
    progress::Counts counts;
    std::optional<progress::UnfinishedCase> unfinished;
    std::vector<progress::CaseStatus> cases;
    std::vector<progress::ConceptStatus> due;
    std::vector<progress::ConceptStatus> concepts;  ///< All, least recalled first.
    std::vector<progress::SpentCase> spent;
    std::vector<progress::ActivityStatus> activities;  ///< Newest first.
    analytics::ResidentSummary summary;
};

/// The only view-model that asks the store for lists; the others follow its `changed()`.
class Learner final : public QObject {
    Q_OBJECT
public:
    /// Store and clock outlive the learner.
    Learner(progress::ProgressStore& store, const Clock& clock, QObject* parent = nullptr);

    /// Takes the profile of that name, made when there is none; an empty name takes the oldest
    /// profile, or makes one without a name. ProfileNotFound never; errors of the store.
    [[nodiscard]] Result<void> open(const QString& name = {});
    /// Reads what has changed in the store since the last time, by whatever program. On an error
    /// the old state stays and `problem()` tells.
    void refresh();

    [[nodiscard]] const LearnerState& state() const { return m_state; }
    /// All calls, newest first: the state's list is cut where years of practice would fill it.
    [[nodiscard]] std::vector<session::CallRecord> allCalls() const;
    [[nodiscard]] const ProfileId& profile() const { return m_profile.id; }
    /// Empty until the learner has given one.
    [[nodiscard]] QString name() const;
    /// Empty takes the name away.
    [[nodiscard]] Result<void> setName(const QString& name);
    /// Whether a call was ever kept or a case begun.
    [[nodiscard]] bool hasStarted() const;
    /// The last error of the store; nothing when all is well.
    [[nodiscard]] const std::optional<Error>& problem() const { return m_problem; }
    [[nodiscard]] const Clock& clock() const { return m_clock; }
    /// For view-models that write: tests, pairs, the atlas.
    [[nodiscard]] progress::ProgressStore& store() const { return m_store; }

    /// ISO date of the exam, or empty. `setExamDate` refuses with InvalidArgument what is no date.
    [[nodiscard]] QString examDate() const;
    [[nodiscard]] Result<void> setExamDate(const QString& isoDate);

    /// Calls a day that the schedule asks for; 20 until chosen. `setDailyCap` takes 1 to 200
    /// (ValueOutOfRange).
    [[nodiscard]] int dailyCap() const;
    [[nodiscard]] Result<void> setDailyCap(int calls);

    /// A PIN of 4 to 12 characters keeps colleagues out of the profile by mistake; it encrypts
    /// nothing. An empty one takes it away. InvalidArgument for another length.
    [[nodiscard]] bool hasPin() const;
    [[nodiscard]] Result<void> setPin(const QString& pin);
    [[nodiscard]] bool pinFits(const QString& pin) const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] Result<LearnerState> read() const;
    [[nodiscard]] Result<void> readConcepts(LearnerState& state) const;

    progress::ProgressStore& m_store;
    const Clock& m_clock;
    progress::Profile m_profile;
    LearnerState m_state;
    std::optional<Error> m_problem;
    std::optional<progress::ChangeMark> m_mark;  ///< Of `m_state`; none: read all.
    Timestamp m_week;
};

}  // namespace nodewise::models
