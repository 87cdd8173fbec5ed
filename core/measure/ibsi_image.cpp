#include "measure/ibsi_image.h"
#include <algorithm>
#include <cmath>
#include <string>

namespace nodewise::measure {
namespace {

constexpr float kHalf = 0.5F - 1e-5F;  // one half, up to the rounding of the weights

/// Along one axis: which voxels a new one is made of.
struct Taps {
    int first = 0;
    std::array<double, 4> weight{};
};

struct AxisPlan {
    int from = 1, to = 1;  ///< Voxels before and after.
    double spacing = 1;    ///< After.
    std::vector<Taps> taps;
};

std::array<double, 4> splineWeights(double t) {
    const double u = 1 - t;
    return {u * u * u / 6, 2.0 / 3 - 0.5 * t * t * (2 - t), 2.0 / 3 - 0.5 * u * u * (2 - u),
            t * t * t / 6};
}

AxisPlan planAxis(int count, double spacing, double wanted, bool cubic) {
    AxisPlan plan;
    plan.from = count;
    plan.spacing = wanted;
    plan.to = std::max(1, static_cast<int>(std::ceil(count * spacing / wanted - 1e-6)));
    for (int n = 0; n < plan.to; ++n) {
        const double at = 0.5 * (count - 1) + (n - 0.5 * (plan.to - 1)) * wanted / spacing;
        const double place = std::clamp(at, 0.0, count - 1.0);
        const int low = std::min(static_cast<int>(place), std::max(0, count - 2));
        const double t = place - low;
        Taps taps{low, {1 - t, t, 0, 0}};
        if (cubic)
            taps = {low - 1, splineWeights(t)};
        plan.taps.push_back(taps);
    }
    return plan;
}

/// A place mirrored at the first and last voxel.
int mirrored(int at, int count) {
    if (count == 1)
        return 0;
    const int period = 2 * (count - 1);
    const int inside = ((at % period) + period) % period;
    return inside < count ? inside : period - inside;
}

/// The coefficients of the cubic spline through the values of a line; Unser, IEEE Signal Process
/// Mag 1999;16(6):22, mirrored ends.
void toCoefficients(std::vector<double>& line) {
    const auto count = static_cast<int>(line.size());
    if (count < 2)
        return;
    const double pole = std::sqrt(3.0) - 2.0;
    double sum = 0, power = 1;
    for (int n = 0; n < std::min(60, 2 * count); ++n, power *= pole)
        sum += line[static_cast<std::size_t>(mirrored(n, count))] * power;
    for (double& value : line)
        value *= 6;
    line[0] = 6 * sum;
    for (std::size_t n = 1; n < line.size(); ++n)
        line[n] += pole * line[n - 1];
    const std::size_t last = line.size() - 1;
    line[last] = pole / (pole * pole - 1) * (line[last] + pole * line[last - 1]);
    for (std::size_t n = last; n-- > 0;)
        line[n] = pole * (line[n + 1] - line[n]);
}

/// One axis of an array of `dims`; `dims` becomes that of the result.
std::vector<float> along(int axis, const AxisPlan& plan, const std::vector<float>& in,
                         std::array<int, 3>& dims, bool cubic) {
    std::size_t step = 1;
    for (int a = 0; a < axis; ++a)
        step *= static_cast<std::size_t>(dims[static_cast<std::size_t>(a)]);
    const auto from = static_cast<std::size_t>(plan.from), to = static_cast<std::size_t>(plan.to);
    const std::size_t lines = in.size() / from;
    std::vector<float> out(lines * to);
    std::vector<double> line(from);
    for (std::size_t n = 0; n < lines; ++n) {
        const float* source = in.data() + (n / step) * step * from + n % step;
        float* target = out.data() + (n / step) * step * to + n % step;
        for (std::size_t x = 0; x < from; ++x)
            line[x] = static_cast<double>(source[x * step]);
        if (cubic)
            toCoefficients(line);
        for (std::size_t x = 0; x < to; ++x) {
            const Taps& taps = plan.taps[x];
            double value = 0;
            for (int w = 0; w < (cubic ? 4 : 2); ++w)
                value += taps.weight[static_cast<std::size_t>(w)] *
                         line[static_cast<std::size_t>(mirrored(taps.first + w, plan.from))];
            target[x * step] = static_cast<float>(value);
        }
    }
    dims[static_cast<std::size_t>(axis)] = plan.to;
    return out;
}

std::vector<float> onNewGrid(const IbsiImage& image, const std::array<AxisPlan, 3>& plans,
                             std::vector<float> values, bool cubic) {
    auto dims = image.dims;
    for (int axis = 0; axis < 3; ++axis)
        if (const AxisPlan& plan = plans[static_cast<std::size_t>(axis)]; !plan.taps.empty())
            values = along(axis, plan, values, dims, cubic);
    return values;
}

std::array<AxisPlan, 3> plansOf(const IbsiImage& image, const IbsiConfig& config, bool cubic) {
    std::array<AxisPlan, 3> plans;
    for (std::size_t a = 0; a < 3; ++a) {
        plans[a].from = plans[a].to = image.dims[a];
        plans[a].spacing = image.spacingMm[a];
        if (a < 2 || !config.bySlice)
            plans[a] = planAxis(image.dims[a], image.spacingMm[a], config.spacingMm, cubic);
    }
    return plans;
}

void roundAll(std::vector<float>& values) {
    for (float& value : values)
        value = std::round(value);
}

Error cancelled() {
    return Error{ErrorCode::Cancelled, "cancelled", {}, {}};
}

}  // namespace

Result<IbsiImage> ibsiImage(const CtVolume& image, const LabelMap& labels, LabelValue label,
                            const IbsiConfig& config, JobControl& job) {
    if (!image.geometry().sameGridAs(labels.geometry()))
        return fail(ErrorCode::GridMismatch, "image and labels do not lie on the same grid");
    IbsiImage result;
    result.dims = image.geometry().dims();
    result.spacingMm = image.geometry().spacing();
    image.visit([&](const auto& voxels) { result.intensity.assign(voxels.begin(), voxels.end()); });
    if (std::any_of(result.intensity.begin(), result.intensity.end(),
                    [](float value) { return !std::isfinite(value); }))
        return fail(ErrorCode::NotANumber, "a voxel of the image is not a number");
    if (job.cancelled())
        return fail(cancelled());
    if (config.roundIntensities)
        roundAll(result.intensity);
    const auto all = labels.labels();
    result.shape.resize(all.size());
    std::transform(all.begin(), all.end(), result.shape.begin(),
                   [&](LabelValue value) { return static_cast<std::uint8_t>(value == label); });
    if (label == 0 || std::find(result.shape.begin(), result.shape.end(), 1) == result.shape.end())
        return fail(ErrorCode::LabelAbsent, "no voxel carries label " + std::to_string(label));
    result.values = result.shape;
    return result;
}

Result<IbsiImage> interpolated(const IbsiImage& image, const IbsiConfig& config, JobControl& job) {
    if (config.interpolation == IbsiInterpolation::None)
        return image;
    const bool cubic = config.interpolation == IbsiInterpolation::CubicSpline;
    const auto plans = plansOf(image, config, cubic);
    IbsiImage result;
    double voxels = 1;
    for (std::size_t a = 0; a < 3; ++a) {
        result.dims[a] = plans[a].to;
        result.spacingMm[a] = plans[a].spacing;
        voxels *= plans[a].to;
    }
    if (voxels > 2147483647.0)
        return fail(ErrorCode::ValueOutOfRange, "the new grid is too fine for this volume");
    result.intensity = onNewGrid(image, plans, image.intensity, cubic);
    if (job.cancelled())
        return fail(cancelled());
    if (config.roundIntensities)
        roundAll(result.intensity);
    const auto mask = onNewGrid(image, plansOf(image, config, false),
                                std::vector<float>(image.shape.begin(), image.shape.end()), false);
    result.shape.resize(mask.size());
    std::transform(mask.begin(), mask.end(), result.shape.begin(),
                   [](float value) { return static_cast<std::uint8_t>(value >= kHalf); });
    if (std::find(result.shape.begin(), result.shape.end(), 1) == result.shape.end())
        return fail(ErrorCode::EmptyMask, "no voxel of the label is left on the new grid");
    result.values = result.shape;
    return result;
}

Result<void> resegment(IbsiImage& image, const IbsiConfig& config) {
    double sum = 0, squares = 0, count = 0;
    for (std::size_t at = 0; at < image.values.size(); ++at)
        if (image.values[at] != 0) {
            sum += static_cast<double>(image.intensity[at]);
            ++count;
        }
    const double mean = sum / count;
    for (std::size_t at = 0; at < image.values.size(); ++at)
        if (image.values[at] != 0) {
            const double off = static_cast<double>(image.intensity[at]) - mean;
            squares += off * off;
        }
    const double reach = config.sigmas.value_or(0) * std::sqrt(squares / count);
    bool any = false;
    for (std::size_t at = 0; at < image.values.size(); ++at) {
        if (image.values[at] == 0)
            continue;
        const auto value = static_cast<double>(image.intensity[at]);
        const bool out = (config.low && value < *config.low) ||
                         (config.high && value > *config.high) ||
                         (config.sigmas && std::abs(value - mean) > reach);
        image.values[at] = out ? 0 : 1;
        any = any || !out;
    }
    if (!any)
        return fail(ErrorCode::EmptyMask, "re-segmentation leaves no voxel of the label");
    return {};
}

}  // namespace nodewise::measure
