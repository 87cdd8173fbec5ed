#include "schedule/quest.h"
#include "base/require.h"
#include <algorithm>
#include <cmath>
#include <cstddef>

namespace nodewise::schedule {

namespace {

constexpr double kStepLog10 = 0.005;

bool fits(const QuestSetting& s) {
    const bool depths = s.lowestMm > 0 && s.highestMm > s.lowestMm && s.firstGuessMm > 0;
    const bool shares = s.falseAlarms >= 0 && s.falseAlarms < 1 && s.lapses >= 0 && s.lapses < 1 &&
                        s.share > s.falseAlarms && s.share < 1 - s.lapses;
    return depths && shares && s.priorSdLog10 > 0 && s.slope > 0;
}

}  // namespace

Result<Quest> Quest::create(const QuestSetting& setting) {
    if (!fits(setting))
        return fail(ErrorCode::ValueOutOfRange,
                    "a staircase needs ordered depths above 0, a spread and a slope above 0, and a "
                    "share between false alarms and lapses");
    return Quest(setting);
}

Quest::Quest(const QuestSetting& setting)
    : m_setting(setting) {
    // gamma + (1 - gamma - delta)(1 - exp(-10^(beta (x - T + shift)))) = share at x = T.
    const double span = 1 - setting.falseAlarms - setting.lapses;
    m_shift =
        std::log10(-std::log(1 - (setting.share - setting.falseAlarms) / span)) / setting.slope;
    // The grid reaches beyond what can be shown: a threshold may lie there.
    const double low = std::log10(setting.lowestMm) - 0.3,
                 high = std::log10(setting.highestMm) + 0.3;
    const double middle = std::log10(setting.firstGuessMm);
    for (double x = low; x <= high; x += kStepLog10) {
        const double z = (x - middle) / setting.priorSdLog10;
        m_log10.push_back(x);
        m_logPosterior.push_back(-0.5 * z * z);
    }
}

double Quest::chance(double depthMm, double thresholdMm) const {
    const double x = std::log10(std::max(depthMm, 1e-3)) - std::log10(thresholdMm);
    const double weibull =
        1 - std::exp(-std::pow(10, m_setting.slope * x + m_setting.slope * m_shift));
    return m_setting.falseAlarms + (1 - m_setting.falseAlarms - m_setting.lapses) * weibull;
}

double Quest::nextMm() const {
    const auto best = std::max_element(m_logPosterior.begin(), m_logPosterior.end());
    const double x = m_log10[static_cast<std::size_t>(best - m_logPosterior.begin())];
    return std::clamp(std::pow(10, x), m_setting.lowestMm, m_setting.highestMm);
}

void Quest::answer(double depthMm, bool called) {
    NODEWISE_REQUIRE(depthMm > 0);
    for (std::size_t i = 0; i < m_log10.size(); ++i) {
        const double p = chance(depthMm, std::pow(10, m_log10[i]));
        m_logPosterior[i] += std::log(std::clamp(called ? p : 1 - p, 1e-9, 1.0));
    }
    ++m_trials;
}

double Quest::thresholdMm() const {
    const double top = *std::max_element(m_logPosterior.begin(), m_logPosterior.end());
    double sum = 0, weight = 0;
    for (std::size_t i = 0; i < m_log10.size(); ++i) {
        const double w = std::exp(m_logPosterior[i] - top);
        sum += w * m_log10[i];
        weight += w;
    }
    return std::pow(10, sum / weight);
}

double Quest::spreadLog10() const {
    const double top = *std::max_element(m_logPosterior.begin(), m_logPosterior.end());
    const double mean = std::log10(thresholdMm());
    double sum = 0, weight = 0;
    for (std::size_t i = 0; i < m_log10.size(); ++i) {
        const double w = std::exp(m_logPosterior[i] - top), d = m_log10[i] - mean;
        sum += w * d * d;
        weight += w;
    }
    return std::sqrt(sum / weight);
}

}  // namespace nodewise::schedule
