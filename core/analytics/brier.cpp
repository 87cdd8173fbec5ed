// Brier, log score, skill and its bootstrap.
#include "analytics/forecast.h"
#include "base/parallel.h"
#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <random>

namespace nodewise::analytics {

namespace {

constexpr double kEdge = 1e-6;
constexpr int kWantedTrendPoints = 40;

double squaredError(const Forecast& f) {
    const double d = f.probability - (f.positive ? 1.0 : 0.0);
    return d * d;
}

double surprise(const Forecast& f) {
    const double p = std::clamp(f.probability, kEdge, 1 - kEdge);
    return -std::log(f.positive ? p : 1 - p);
}

bool valid(std::span<const Forecast> forecasts) {
    return std::all_of(forecasts.begin(), forecasts.end(),
                       [](const Forecast& f) { return f.probability >= 0 && f.probability <= 1; });
}

template <class Score>
Estimate meanOf(std::span<const Forecast> forecasts, Score score) {
    if (forecasts.empty())
        return unavailable(Reason::NoData);
    if (!valid(forecasts))
        return unavailable(Reason::InvalidInput);
    const double n = static_cast<double>(forecasts.size());
    double sum = 0;
    for (const Forecast& f : forecasts)
        sum += score(f);
    const double mean = sum / n;
    double squares = 0;
    for (const Forecast& f : forecasts)
        squares += (score(f) - mean) * (score(f) - mean);
    if (forecasts.size() > 1)
        // No score of this kind is below 0.
        return normalEstimate(mean, squares / (n - 1) / n,
                              {0, std::numeric_limits<double>::infinity()});
    Estimate result;
    result.value = mean;
    return result;
}

std::optional<double> skillOf(double squares, double positives, double n) {
    const double prevalence = positives / n;
    if (positives == 0 || positives == n)
        return std::nullopt;
    return 1 - squares / n / (prevalence * (1 - prevalence));
}

std::optional<double> skillOf(std::span<const Forecast> forecasts) {
    double squares = 0, positives = 0;
    for (const Forecast& f : forecasts) {
        squares += squaredError(f);
        positives += f.positive ? 1 : 0;
    }
    return skillOf(squares, positives, static_cast<double>(forecasts.size()));
}

// Whole numbers in [0, bound), two from one draw; the same on every machine, which the standard's
// distributions are not.
class Places {
public:
    Places(std::uint64_t seed, std::size_t bound)
        : m_random(seed)
        , m_bound(bound) {}
    std::size_t next() {
        m_bits = m_second ? m_bits >> 32 : m_random();
        m_second = !m_second;
        return static_cast<std::size_t>(((m_bits & 0xffffffffU) * m_bound) >> 32);
    }

private:
    std::mt19937_64 m_random;
    std::uint64_t m_bound, m_bits = 0;
    bool m_second = false;
};

// Linear interpolation between order statistics. @pre sorted, not empty.
double quantileOf(const std::vector<double>& sorted, double p) {
    const double place = p * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    const double part = place - static_cast<double>(below);
    return sorted[below] + part * (sorted[above] - sorted[below]);
}

struct Spread {
    Interval band;
    double deviation = 0;
};

std::optional<Spread> bootstrap(std::span<const Forecast> forecasts,
                                const BootstrapOptions& options) {
    struct Terms {
        double squared, positive;
    };
    std::vector<Terms> terms;
    for (const Forecast& f : forecasts)
        terms.push_back({squaredError(f), f.positive ? 1.0 : 0.0});
    Places places(options.seed, terms.size());
    std::vector<double> skills;
    for (int i = 0; i < options.replicates; ++i) {
        double squares = 0, positives = 0;
        for (std::size_t k = 0; k < terms.size(); ++k) {
            const Terms& drawn = terms[places.next()];
            squares += drawn.squared;
            positives += drawn.positive;
        }
        if (const auto skill = skillOf(squares, positives, static_cast<double>(forecasts.size())))
            skills.push_back(*skill);
    }
    if (skills.size() < 2)
        return std::nullopt;
    std::sort(skills.begin(), skills.end());
    double sum = 0, squares = 0;
    for (const double skill : skills)
        sum += skill;
    const double mean = sum / static_cast<double>(skills.size());
    for (const double skill : skills)
        squares += (skill - mean) * (skill - mean);
    return Spread{{quantileOf(skills, 0.025), quantileOf(skills, 0.975)},
                  std::sqrt(squares / static_cast<double>(skills.size() - 1))};
}

}  // namespace

Estimate brierScore(std::span<const Forecast> forecasts) {
    return meanOf(forecasts, squaredError);
}

Estimate logScore(std::span<const Forecast> forecasts) {
    return meanOf(forecasts, surprise);
}

Estimate brierSkill(std::span<const Forecast> forecasts, const BootstrapOptions& options) {
    if (forecasts.empty())
        return unavailable(Reason::NoData);
    if (!valid(forecasts))
        return unavailable(Reason::InvalidInput);
    const auto skill = skillOf(forecasts);
    if (!skill)
        return unavailable(Reason::OneClassOnly);
    Estimate result;
    result.value = *skill;
    if (const auto spread = bootstrap(forecasts, options)) {
        result.interval = spread->band;
        result.standardError = spread->deviation;
    }
    return result;
}

std::vector<SkillPoint> skillTrend(std::span<const Forecast> forecasts, int first, int every,
                                   const BootstrapOptions& options) {
    std::vector<SkillPoint> result;
    const int count = static_cast<int>(forecasts.size());
    if (!valid(forecasts))
        return result;
    const int step = every > 0 ? every : std::max(2, (count - first) / kWantedTrendPoints);
    std::vector<int> counts;
    for (int k = std::max(first, 2); k <= count; k = k < count ? std::min(k + step, count) : k + 1)
        counts.push_back(k);
    std::vector<Estimate> skills(counts.size());
    parallelFor(counts.size(), 0, [&](std::size_t i) {
        skills[i] = brierSkill(forecasts.first(static_cast<std::size_t>(counts[i])), options);
    });
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (skills[i].value && skills[i].interval)
            result.push_back({counts[i], *skills[i].value, *skills[i].interval});
    return result;
}

}  // namespace nodewise::analytics
