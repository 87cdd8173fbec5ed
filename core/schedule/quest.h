/// quest.h: an adaptive staircase: the depth of extension at which a reader begins to call it.
///
/// QUEST: Watson AB, Pelli DG. Perception & Psychophysics 1983;33:113-120. The prior of the
/// threshold is Gaussian in log10 depth, each answer multiplies it by the likelihood of a Weibull
/// psychometric function, the next trial lies at the mode, and the estimate is the posterior mean
/// (King-Smith et al., Vision Research 1994;34:885-912, who show it to be the better of the two).
/// Yes/no answers: false alarms take the place of the guessing rate.
#pragma once
#include "base/result.h"
#include <vector>

namespace nodewise::schedule {

struct QuestSetting {
    double firstGuessMm = 3;
    double priorSdLog10 = 0.35;             ///< Two thirds of readers between 1.3 and 6.7 mm.
    double slope = 3.5;                     ///< Weibull beta per log10, the value of the paper.
    double falseAlarms = 0.05;              ///< Share of calls where there is nothing.
    double lapses = 0.02;                   ///< Share of misses where it is plain.
    double share = 0.5;                     ///< The threshold: this share of calls.
    double lowestMm = 0.3, highestMm = 10;  ///< What can be shown.
};

/// One staircase. A value; not for several threads at once.
class Quest {
public:
    /// Errors: ValueOutOfRange (depths not ordered and positive, SD or slope not above 0, shares
    /// outside [0, 1), share not between false alarms and 1 - lapses).
    [[nodiscard]] static Result<Quest> create(const QuestSetting& setting);

    /// Depth to show next, mm.
    [[nodiscard]] double nextMm() const;
    /// The reader called extension at this depth (true) or not. @pre depthMm > 0.
    void answer(double depthMm, bool called);
    /// Posterior mean of the threshold (on the log scale), and its spread in log10 units.
    [[nodiscard]] double thresholdMm() const;
    [[nodiscard]] double spreadLog10() const;
    [[nodiscard]] int trials() const { return m_trials; }

    /// Chance that a reader with this threshold calls extension at this depth.
    [[nodiscard]] double chance(double depthMm, double thresholdMm) const;

private:
    explicit Quest(const QuestSetting& setting);

    QuestSetting m_setting;
    double m_shift = 0;  ///< From the Weibull's own threshold to the share asked for.
    std::vector<double> m_log10, m_logPosterior;
    int m_trials = 0;
};

}  // namespace nodewise::schedule
