#include "schedule/depth_trials.h"
#include "base/require.h"
#include <algorithm>
#include <cmath>
#include <random>

namespace nodewise::schedule {

namespace {

constexpr double kTwoSided95 = 1.959964;
/// Depths are shown in tenths of a millimetre: finer is below what the generator's grid carries.
double rounded(double mm) {
    return std::round(mm * 10) / 10;
}

/// One in each stretch of equal length, at a drawn place: never all at the end.
std::vector<bool> blanksOf(const DepthTrialSetting& setting) {
    std::vector<bool> blank(static_cast<std::size_t>(setting.withExtension + setting.without),
                            false);
    std::mt19937 random(setting.seed);
    for (int n = 0; n < setting.without; ++n) {
        const std::size_t from =
            static_cast<std::size_t>(n) * blank.size() / static_cast<std::size_t>(setting.without);
        const std::size_t to = static_cast<std::size_t>(n + 1) * blank.size() /
                               static_cast<std::size_t>(setting.without);
        // mt19937 is the same everywhere; std::uniform_int_distribution is not.
        blank[from + random() % (to - from)] = true;
    }
    return blank;
}

}  // namespace

Result<DepthTrials> DepthTrials::create(const DepthTrialSetting& setting) {
    if (setting.withExtension < 1 || setting.without < 0)
        return fail(ErrorCode::ValueOutOfRange,
                    "a session needs at least one node with extension, and none below zero "
                    "without");
    auto quest = Quest::create(setting.quest);
    if (!quest)
        return fail(quest.error());
    return DepthTrials(*std::move(quest), blanksOf(setting));
}

double DepthTrials::nextMm() const {
    NODEWISE_REQUIRE(!finished());
    return m_blank[m_trials.size()] ? 0 : rounded(m_quest.nextMm());
}

double DepthTrials::nextMmAfter(bool called) const {
    if (done() + 1 >= total())
        return 0;
    DepthTrials ahead = *this;
    ahead.answer(called);
    return ahead.nextMm();
}

void DepthTrials::answer(bool called) {
    DepthTrial trial;
    trial.depthMm = nextMm();
    trial.called = called;
    if (trial.depthMm > 0)
        m_quest.answer(trial.depthMm, called);
    trial.thresholdMm = m_quest.thresholdMm();
    trial.spreadLog10 = m_quest.spreadLog10();
    m_trials.push_back(trial);
}

DepthResult DepthTrials::result() const {
    DepthResult out;
    out.thresholdMm = m_quest.thresholdMm();
    const double away = std::pow(10, kTwoSided95 * m_quest.spreadLog10());
    out.lowMm = out.thresholdMm / away;
    out.highMm = out.thresholdMm * away;
    for (const DepthTrial& trial : m_trials)
        if (trial.depthMm <= 0) {
            ++out.without;
            out.falseAlarms += trial.called ? 1 : 0;
        }
    out.trusted = out.falseAlarms <= std::max(1, out.without / 4);
    return out;
}

}  // namespace nodewise::schedule
