/// depth_trials.h: a session of the staircase: which depth is shown next, what was called, what it
/// came to.
#pragma once
#include "schedule/quest.h"
#include <cstdint>
#include <vector>

namespace nodewise::schedule {

struct DepthTrialSetting {
    int withExtension = 40;  ///< Steered by QUEST.
    int without = 8;         ///< Mixed in: nodes without extension, which give the false alarms.
    std::uint32_t seed = 1;  ///< Where those lie.
    QuestSetting quest;
};

struct DepthTrial {
    double depthMm = 0;  ///< 0 = without extension.
    bool called = false;
    double thresholdMm = 0, spreadLog10 = 0;  ///< Of the estimate after this trial.
};

struct DepthResult {
    double thresholdMm = 0;
    double lowMm = 0, highMm = 0;  ///< 95 % of the posterior.
    int falseAlarms = 0, without = 0;
    /// False when more than one of the nodes without extension and more than a quarter of them were
    /// called: the threshold then says little.
    bool trusted = true;
};

/// A value; not for several threads at once.
class DepthTrials {
public:
    /// Errors: ValueOutOfRange (no trial with extension, a negative count), those of Quest.
    [[nodiscard]] static Result<DepthTrials> create(const DepthTrialSetting& setting);

    [[nodiscard]] int total() const { return static_cast<int>(m_blank.size()); }
    [[nodiscard]] int done() const { return static_cast<int>(m_trials.size()); }
    [[nodiscard]] bool finished() const { return done() == total(); }
    /// Depth to show now, mm; 0 = without extension. @pre !finished().
    [[nodiscard]] double nextMm() const;
    /// The same after an answer that is not given yet: to draw ahead. 0 where there is no next.
    [[nodiscard]] double nextMmAfter(bool called) const;
    /// Whether extension was called on the one shown. @pre !finished().
    void answer(bool called);
    [[nodiscard]] const std::vector<DepthTrial>& trials() const { return m_trials; }
    /// So far.
    [[nodiscard]] DepthResult result() const;

private:
    DepthTrials(Quest quest, std::vector<bool> blank)
        : m_quest(std::move(quest))
        , m_blank(std::move(blank)) {}

    Quest m_quest;
    std::vector<bool> m_blank;  ///< Of each trial: without extension.
    std::vector<DepthTrial> m_trials;
};

}  // namespace nodewise::schedule
