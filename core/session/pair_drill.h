/// pair_drill.h: two nodes side by side, one with ENE: choose, then see.
///
///   Looking --choose--> Chosen --showTruth--> Truth
///
/// Every other step is refused with StepNotAllowed and changes nothing.
#pragma once
#include "base/result.h"
#include "session/events.h"
#include <functional>
#include <optional>
#include <vector>

namespace nodewise::session {

/// Two of the reader's own earlier calls, one on a node with ENE by the reference and one without.
struct PairTask {
    CallRecord first, second;
};

struct PairSetup {
    Timestamp now;
    std::uint64_t seed = 0;  ///< Decides which of the two stands left.
    /// Pairs that were compared already are not drawn again.
    std::vector<PairCompared> done;
    /// Calls younger than this are fresh in memory and are taken only when nothing else is left.
    int freshDays = 7;
};

/// The next pair: the reader's misses first (largest Brier score), each with the node of the other
/// class that shares most concepts, from another case; older calls before fresh ones. Only scored
/// calls that count and have a mark. Nothing when there is no pair left. Pure.
[[nodiscard]] std::optional<PairTask> drawPair(const std::vector<CallRecord>& calls,
                                               const PairSetup& setup);

enum class PairStep { Looking, Chosen, Truth };

class PairDrill {
public:
    /// Keeps the choice for good (progress::ProgressStore::recordPair).
    using Keep = std::function<Result<void>(const PairCompared&)>;

    /// InvalidArgument unless exactly one of the two is positive by its score.
    [[nodiscard]] static Result<PairDrill> open(const ActivityId& activity, PairTask task);

    [[nodiscard]] PairStep step() const { return m_step; }
    [[nodiscard]] const PairTask& task() const { return m_task; }
    /// Looking only. When `keep` fails the step stays Looking.
    [[nodiscard]] Result<void> choose(bool second, double seconds, const Keep& keep);
    /// Chosen only.
    [[nodiscard]] Result<void> showTruth();
    /// Whether which of the two is positive may be shown.
    [[nodiscard]] bool truthAllowed() const { return m_step == PairStep::Truth; }
    /// Nothing before the truth is shown.
    [[nodiscard]] std::optional<bool> right() const;

private:
    PairDrill() = default;
    PairTask m_task;
    ActivityId m_activity;
    PairStep m_step = PairStep::Looking;
    bool m_choseSecond = false;
};

}  // namespace nodewise::session
