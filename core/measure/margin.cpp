#include "measure/margin.h"
#include "base/parallel.h"
#include "measure/edge_fit.h"
#include "measure/region_sampler.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace nodewise::measure {
namespace {

constexpr double kStepMm = 0.25, kReachMm = 5.0;
constexpr int kReachSteps = 20;
constexpr double kLeastReachMm = 1.5;  // of a profile, to either side, to say anything
constexpr double kLeastStepHu = 25.0;  // less is no edge
constexpr double kTurnHu = 40.0;       // beyond this rise the profile has left its own edge
constexpr double kIndistinctMm = 2.5;
constexpr double kGaussianWidth = 2.563103131;  // 10-90 % width over SD, oracles/geometry
constexpr double kUnresolved = 0.25;  // of what blurs the picture: no width can be told below it
constexpr std::size_t kChunk = 64;
constexpr float kNoWidth = std::numeric_limits<float>::quiet_NaN();

/// A profile cut to the part that belongs to this edge: samples from the inside outward.
struct CutProfile {
    std::array<double, 2 * kReachSteps + 1> mm{}, hu{};
    std::size_t first = kReachSteps + 1, end = kReachSteps + 1;

    [[nodiscard]] std::span<const double> places() const {
        return std::span(mm).subspan(first, end - first);
    }
    [[nodiscard]] std::span<const double> values() const {
        return std::span(hu).subspan(first, end - first);
    }
};

class MarginMeter {
public:
    MarginMeter(const NodeRegion& region, const NodeSurface& surface, const SeriesFacts* facts,
                JobControl& job)
        : m_region(region)
        , m_surface(surface)
        , m_sampler(region)
        , m_job(job) {
        if (facts != nullptr && facts->blur) {
            m_blur = facts->blur;
            m_stack = region.geometry.axis(facts->stackAxis);
        }
    }

    Result<MarginResult> run(unsigned threads) {
        m_out.surface = m_surface.mesh;
        m_out.profiles.resize(m_surface.normals.size());
        const std::size_t chunks = (m_out.profiles.size() + kChunk - 1) / kChunk;
        parallelFor(chunks, threads, [&](std::size_t chunk) {
            const std::size_t end = std::min(m_out.profiles.size(), (chunk + 1) * kChunk);
            for (std::size_t v = chunk * kChunk; v < end && !m_job.cancelled(); ++v)
                m_out.profiles[v] = look(m_surface.mesh.vertices[v], m_surface.normals[v]);
        });
        if (m_job.cancelled())
            return fail(ErrorCode::Cancelled, "cancelled");
        for (std::size_t v = 0; v < m_out.profiles.size(); ++v)
            count(v);
        return finish();
    }

private:
    /// Why a place cannot be part of the profile; Fitted when it can.
    [[nodiscard]] RayFate obstacle(const RegionSampler::Line& line, double mm) const {
        const auto voxel = m_sampler.voxel(line, mm);
        if (!voxel)
            return RayFate::TooShort;
        if (mm <= 0)
            return m_region.inside[*voxel] != 0 ? RayFate::Fitted : RayFate::TooShort;
        if (m_region.otherNodes[*voxel] != 0)
            return RayFate::MeetsNode;
        return m_region.structures[*voxel] != 0 ? RayFate::MeetsStructure : RayFate::Fitted;
    }

    /// Walks from the surface to one side until the tissue is another's or the profile turns back.
    RayFate walk(const RegionSampler::Line& line, bool outward, CutProfile& profile) const {
        double extreme = m_sampler.hu(line, 0);
        for (int step = outward ? 1 : 0; step <= kReachSteps; ++step) {
            const double mm = (outward ? kStepMm : -kStepMm) * step;
            if (std::abs(mm) > 0.75)
                if (const RayFate met = obstacle(line, mm); met != RayFate::Fitted)
                    return met;
            const double hu = m_sampler.hu(line, mm);
            extreme = outward ? std::min(extreme, hu) : std::max(extreme, hu);
            if (std::abs(hu - extreme) > kTurnHu)
                return outward ? RayFate::MeetsStructure : RayFate::Fitted;
            const auto at = static_cast<std::size_t>(kReachSteps + (outward ? step : -step));
            profile.mm[at] = mm;
            profile.hu[at] = hu;
            (outward ? profile.end : profile.first) = outward ? at + 1 : at;
        }
        return RayFate::Fitted;
    }

    /// What one line through the margin shows.
    [[nodiscard]] MarginProfile look(PointLps place, VectorLps normal) const {
        MarginProfile made;
        made.place = place;
        made.normal = normal;
        const double h = m_sampler.spacingAlong(normal);
        if (2 * h > kReachMm) {
            made.fate = RayFate::TooCoarse;
            return made;
        }
        const auto line = m_sampler.line(place, normal);
        CutProfile profile;
        walk(line, false, profile);
        const RayFate outer = walk(line, true, profile);
        const auto mm = profile.places();
        if (mm.empty() || mm.front() > -kLeastReachMm || mm.back() < kLeastReachMm) {
            made.fate = !mm.empty() && mm.back() >= kLeastReachMm ? RayFate::TooShort : outer;
            if (made.fate == RayFate::Fitted)
                made.fate = RayFate::TooShort;
            return made;
        }
        const double blur = m_blur ? m_blur->alongMm(normal, m_stack) : 0.0;
        const auto fit = fitEdge(mm, profile.values());
        if (fit && fit->inside - fit->outside >= kLeastStepHu)
            keepFit(*fit, h, blur, made);
        made.indistinct = !made.fitted || made.widthMm > lineOf(h, blur);
        return made;
    }

    [[nodiscard]] double lineOf(double h, double blur) const {
        if (!m_blur)
            return std::max(kIndistinctMm, 2.2 * h);
        return std::max({kIndistinctMm, 1.1 * h, 1.5 * kGaussianWidth * blur});
    }

    /// Reading between voxels along a line blurs by a triangle of the spacing: variance h²/6. The
    /// scanner's blur is a Gaussian of its own.
    static void keepFit(const EdgeFit& fit, double h, double blur, MarginProfile& made) {
        constexpr double kSquare = kGaussianWidth * kGaussianWidth;
        const double raw = fit.width1090() * fit.width1090() - kSquare * h * h / 6.0;
        const double least = kUnresolved * kGaussianWidth * std::sqrt(h * h / 6.0 + blur * blur);
        const auto rooted = [&](double square) {
            return std::sqrt(std::max(square, least * least));
        };
        made.fitted = true;
        made.fate = RayFate::Fitted;
        made.rawWidthMm = rooted(raw);
        made.widthMm = rooted(raw - kSquare * blur * blur);
        made.leastWidthMm = least;
        made.stepHu = fit.inside - fit.outside;
        made.shiftMm = fit.at;
    }

    void count(std::size_t v) {
        const MarginProfile& profile = m_out.profiles[v];
        const bool counted = profile.fate == RayFate::Fitted || profile.fate == RayFate::NoEdge;
        ++m_out.rays;
        if (!counted)
            ++m_out.excludedRays;
        else
            m_area += m_surface.areas[v];
        if (profile.indistinct)
            m_indistinct += m_surface.areas[v];
        if (profile.fitted)
            m_fitted.push_back(v);
        m_out.widthMm.push_back(profile.fitted ? static_cast<float>(profile.widthMm) : kNoWidth);
    }

    MarginResult finish() {
        MarginResult result;
        if (m_fitted.size() < 12 || m_area <= 0) {
            result.gap = gapOfNone();
            return result;
        }
        m_out.widthMedianMm = quantile(&MarginProfile::widthMm, 0.5);
        m_out.widthP90Mm = quantile(&MarginProfile::widthMm, 0.9);
        m_out.rawWidthMedianMm = quantile(&MarginProfile::rawWidthMm, 0.5);
        m_out.leastWidthMm = quantile(&MarginProfile::leastWidthMm, 0.5);
        m_out.stepHu = quantile(&MarginProfile::stepHu, 0.5);
        m_out.indistinctFraction = m_indistinct / m_area;
        m_out.indistinctWidthMm = kIndistinctMm;
        if (m_blur)
            m_out.blurSdMm = medianBlur();
        m_out.widest = widestPlace();
        result.margin = std::move(m_out);
        return result;
    }

    [[nodiscard]] Gap gapOfNone() const {
        const auto coarse =
            std::count_if(m_out.profiles.begin(), m_out.profiles.end(),
                          [](const MarginProfile& p) { return p.fate == RayFate::TooCoarse; });
        if (m_out.surface.vertices.size() < 12)
            return Gap::TooSmall;
        return 2 * static_cast<std::size_t>(coarse) > m_out.profiles.size() ? Gap::TooCoarse
                                                                            : Gap::NoMargin;
    }

    [[nodiscard]] double quantile(double MarginProfile::*member, double share) const {
        std::vector<double> values;
        values.reserve(m_fitted.size());
        for (const std::size_t p : m_fitted)
            values.push_back(m_out.profiles[p].*member);
        const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
        std::nth_element(values.begin(), values.begin() + at, values.end());
        return values[static_cast<std::size_t>(at)];
    }

    [[nodiscard]] double medianBlur() const {
        std::vector<double> values;
        for (const std::size_t p : m_fitted)
            values.push_back(m_blur->alongMm(m_out.profiles[p].normal, m_stack));
        const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
        std::nth_element(values.begin(), middle, values.end());
        return *middle;
    }

    /// Where the width, averaged over 3 mm round about, is greatest.
    [[nodiscard]] std::optional<PointLps> widestPlace() const {
        constexpr std::size_t kCentres = 150;
        std::optional<PointLps> best;
        double widest = 0;
        const std::size_t step = 1 + m_fitted.size() / kCentres;
        for (std::size_t n = 0; n < m_fitted.size(); n += step) {
            const PointLps centre = m_out.profiles[m_fitted[n]].place;
            double sum = 0;
            int count = 0;
            for (const std::size_t p : m_fitted) {
                const VectorLps away = m_out.profiles[p].place - centre;
                if (dot(away, away) > 9)
                    continue;
                sum += m_out.profiles[p].widthMm;
                ++count;
            }
            if (sum / count > widest) {
                widest = sum / count;
                best = centre;
            }
        }
        return best;
    }

    const NodeRegion& m_region;
    const NodeSurface& m_surface;
    RegionSampler m_sampler;
    JobControl& m_job;
    std::optional<ScannerBlur> m_blur;
    VectorLps m_stack{0, 0, 1};
    MarginMeasurement m_out;
    std::vector<std::size_t> m_fitted;
    double m_area = 0, m_indistinct = 0;
};

}  // namespace

Result<MarginResult> measureMargin(const NodeRegion& region, const NodeSurface& surface,
                                   const SeriesFacts* facts, unsigned threads, JobControl& job) {
    if (!region.calibrated) {
        MarginResult result;
        result.gap = Gap::NotCalibrated;
        return result;
    }
    return MarginMeter(region, surface, facts, job).run(threads);
}

Result<MarginResult> measureMargin(const NodeRegion& region, JobControl& job) {
    return measureMargin(region, sharedSurface(region), nullptr, 0, job);
}

ProfileCurve curveOf(const NodeRegion& region, const MarginProfile& profile) {
    const RegionSampler sampler(region);
    const auto line = sampler.line(profile.place, profile.normal);
    ProfileCurve curve;
    for (int step = -kReachSteps; step <= kReachSteps; ++step) {
        curve.mm.push_back(step * kStepMm);
        curve.hu.push_back(sampler.hu(line, step * kStepMm));
    }
    if (const auto fit = fitEdge(curve.mm, curve.hu); fit && profile.fitted)
        for (const double mm : curve.mm)
            curve.fitted.push_back(fit->value(mm));
    return curve;
}

}  // namespace nodewise::measure
