// Reliability bins and logistic recalibration.
#include "analytics/forecast.h"
#include "analytics/proportion.h"
#include <algorithm>
#include <cmath>

namespace nodewise::analytics {

namespace {

constexpr double kEdge = 1e-6;
constexpr int kMaximumSteps = 200;
constexpr double kConverged = 1e-13;

double logit(double probability) {
    const double p = std::clamp(probability, kEdge, 1 - kEdge);
    return std::log(p / (1 - p));
}

double sigmoid(double x) {
    return 1 / (1 + std::exp(-x));
}

// Information matrix and gradient of the logistic likelihood at (a, b).
struct Local {
    double ga = 0, gb = 0, aa = 0, ab = 0, bb = 0, logLikelihood = 0;
    [[nodiscard]] double determinant() const { return aa * bb - ab * ab; }
};

Local localAt(std::span<const Forecast> forecasts, double a, double b) {
    Local local;
    for (const Forecast& f : forecasts) {
        const double x = logit(f.probability), q = sigmoid(a + b * x), w = q * (1 - q);
        const double residual = (f.positive ? 1.0 : 0.0) - q;
        local.ga += residual;
        local.gb += residual * x;
        local.aa += w;
        local.ab += w * x;
        local.bb += w * x * x;
        local.logLikelihood += std::log(std::max(f.positive ? q : 1 - q, 1e-300));
    }
    return local;
}

// Some threshold on p parts the classes (equal values at it included): no finite slope.
bool separable(std::span<const Forecast> forecasts) {
    double lowPositive = 2, highPositive = -1, lowNegative = 2, highNegative = -1;
    for (const Forecast& f : forecasts) {
        double& low = f.positive ? lowPositive : lowNegative;
        double& high = f.positive ? highPositive : highNegative;
        low = std::min(low, f.probability);
        high = std::max(high, f.probability);
    }
    return highNegative <= lowPositive || highPositive <= lowNegative;
}

Reason fitProblem(std::span<const Forecast> forecasts) {
    if (forecasts.empty())
        return Reason::NoData;
    const auto positives = std::count_if(forecasts.begin(), forecasts.end(),
                                         [](const Forecast& f) { return f.positive; });
    if (positives == 0 || positives == static_cast<std::ptrdiff_t>(forecasts.size()))
        return Reason::OneClassOnly;
    return Reason::None;
}

bool allSame(std::span<const Forecast> forecasts) {
    return std::all_of(forecasts.begin(), forecasts.end(), [&](const Forecast& f) {
        return f.probability == forecasts.front().probability;
    });
}

void fitSlope(std::span<const Forecast> forecasts, Calibration& result) {
    double a = 0, b = 1;
    Local local = localAt(forecasts, a, b);
    for (int i = 0; i < kMaximumSteps; ++i) {
        const double det = local.determinant();
        const double da = (local.bb * local.ga - local.ab * local.gb) / det;
        const double db = (local.aa * local.gb - local.ab * local.ga) / det;
        double share = 1;
        Local next = localAt(forecasts, a + da, b + db);
        while (next.logLikelihood < local.logLikelihood && share > 1e-6) {
            share /= 2;
            next = localAt(forecasts, a + share * da, b + share * db);
        }
        a += share * da;
        b += share * db;
        local = next;
        if (std::abs(da) + std::abs(db) < kConverged)
            break;
    }
    const double det = local.determinant();
    result.intercept = normalEstimate(a, local.bb / det);
    result.slope = normalEstimate(b, local.aa / det);
}

Estimate fitInTheLarge(std::span<const Forecast> forecasts) {
    double a = 0;
    for (int i = 0; i < kMaximumSteps; ++i) {
        const Local local = localAt(forecasts, a, 1);
        const double step = std::clamp(local.ga / local.aa, -2.0, 2.0);
        a += step;
        if (std::abs(step) < kConverged)
            break;
    }
    return normalEstimate(a, 1 / localAt(forecasts, a, 1).aa);
}

Estimate spiegelhalter(std::span<const Forecast> forecasts) {
    double sum = 0, variance = 0;
    for (const Forecast& f : forecasts) {
        const double p = f.probability;
        sum += ((f.positive ? 1.0 : 0.0) - p) * (1 - 2 * p);
        variance += (1 - 2 * p) * (1 - 2 * p) * p * (1 - p);
    }
    if (forecasts.empty())
        return unavailable(Reason::NoData);
    if (!(variance > 0))
        return unavailable(Reason::NoVariance);
    Estimate result;
    result.value = sum / std::sqrt(variance);
    return result;
}

}  // namespace

std::vector<ReliabilityBin> reliability(std::span<const Forecast> forecasts,
                                        std::span<const double> edges) {
    std::vector<ReliabilityBin> bins;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i)
        bins.push_back({edges[i], edges[i + 1], 0, 0, 0, unavailable(Reason::NoData)});
    if (bins.empty())
        return bins;
    for (const Forecast& f : forecasts) {
        const auto edge = std::lower_bound(edges.begin(), edges.end(), f.probability);
        const auto right = std::max<std::ptrdiff_t>(edge - edges.begin(), 1);
        auto& bin = bins[std::min(static_cast<std::size_t>(right - 1), bins.size() - 1)];
        ++bin.count;
        bin.positives += f.positive ? 1 : 0;
        bin.meanProbability += f.probability;
    }
    for (ReliabilityBin& bin : bins)
        if (bin.count > 0) {
            bin.meanProbability /= bin.count;
            bin.observed = wilson(bin.positives, bin.count);
        }
    return bins;
}

std::vector<ReliabilityBin> reliability(std::span<const Forecast> forecasts, int bins) {
    std::vector<double> edges;
    for (int i = 0; i <= bins; ++i)
        edges.push_back(static_cast<double>(i) / bins);
    return reliability(forecasts, edges);
}

CalibrationError calibrationError(std::span<const ReliabilityBin> bins) {
    CalibrationError result;
    int total = 0;
    for (const ReliabilityBin& bin : bins)
        total += bin.count;
    for (const ReliabilityBin& bin : bins) {
        if (bin.count == 0)
            continue;
        const double gap =
            std::abs(static_cast<double>(bin.positives) / bin.count - bin.meanProbability);
        result.expected += gap * bin.count / total;
        result.maximum = std::max(result.maximum, gap);
    }
    return result;
}

Calibration calibration(std::span<const Forecast> forecasts) {
    Calibration result;
    result.spiegelhalterZ = spiegelhalter(forecasts);
    const Reason problem = fitProblem(forecasts);
    result.inTheLarge = problem == Reason::None ? fitInTheLarge(forecasts) : unavailable(problem);
    Reason slope = problem;
    if (slope == Reason::None && allSame(forecasts))
        slope = Reason::NoVariance;
    else if (slope == Reason::None && separable(forecasts))
        slope = Reason::PerfectlySeparable;
    if (slope == Reason::None)
        fitSlope(forecasts, result);
    else
        result.slope = result.intercept = unavailable(slope);
    return result;
}

}  // namespace nodewise::analytics
