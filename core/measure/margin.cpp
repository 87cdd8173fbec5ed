#include "measure/margin.h"
#include "base/parallel.h"
#include "measure/edge_fit.h"
#include "measure/node_surface.h"
#include "measure/region_sampler.h"
#include <algorithm>
#include <cmath>
#include <limits>

namespace nodewise::measure {
namespace {

constexpr double kStepMm = 0.25, kReachMm = 5.0;
constexpr double kLeastReachMm = 1.5;  // of a profile, to either side, to say anything
constexpr double kLeastStepHu = 25.0;  // less is no edge
constexpr double kTurnHu = 40.0;       // beyond this rise the profile has left its own edge
constexpr double kIndistinctMm = 2.5, kIndistinctVoxels = 2.2;
constexpr double kGaussianWidth = 2.563103131;  // 10-90 % width over SD, oracles/geometry
constexpr std::size_t kChunk = 64;
constexpr float kNoWidth = std::numeric_limits<float>::quiet_NaN();

/// A profile cut to the part that belongs to this edge.
struct CutProfile {
    std::vector<double> mm, hu;
    bool usable = false;  ///< Free tissue on both sides.
};

class MarginMeter {
public:
    MarginMeter(const NodeRegion& region, JobControl& job)
        : m_region(region)
        , m_sampler(region)
        , m_job(job) {}

    Result<MarginResult> run() {
        m_out.surface = nodeSurface(m_region);
        const auto normals = vertexNormals(m_out.surface);
        const auto areas = vertexAreas(m_out.surface);
        std::vector<Sight> sights(normals.size());
        const std::size_t chunks = (normals.size() + kChunk - 1) / kChunk;
        parallelFor(chunks, 0, [&](std::size_t chunk) {
            const std::size_t end = std::min(normals.size(), (chunk + 1) * kChunk);
            for (std::size_t v = chunk * kChunk; v < end && !m_job.cancelled(); ++v)
                sights[v] = look(m_out.surface.vertices[v], normals[v]);
        });
        if (m_job.cancelled())
            return fail(ErrorCode::Cancelled, "cancelled");
        for (std::size_t v = 0; v < sights.size(); ++v)
            keep(sights[v], areas[v]);
        return finish();
    }

private:
    /// Spacing met along a direction, mm.
    [[nodiscard]] double spacingAlong(VectorLps direction) const {
        double squares = 0;
        for (int a = 0; a < 3; ++a) {
            const double part = dot(direction, m_region.geometry.axis(a)) *
                                m_region.geometry.spacing()[static_cast<std::size_t>(a)];
            squares += part * part;
        }
        return std::sqrt(squares);
    }

    /// Free tissue or the node itself: no other node, no structure.
    [[nodiscard]] bool open(PointLps place, bool outward) const {
        const auto voxel = m_sampler.voxel(place);
        if (!voxel)
            return false;
        if (!outward)
            return m_region.inside[*voxel] != 0;
        return m_region.otherNodes[*voxel] == 0 && m_region.structures[*voxel] == 0;
    }

    /// Walks from the surface to one side until the tissue is another's or the profile turns back.
    void walk(PointLps place, VectorLps normal, bool outward, CutProfile& profile) const {
        const double sign = outward ? 1.0 : -1.0;
        double extreme = m_sampler.hu(place);
        for (double mm = outward ? kStepMm : 0.0; mm <= kReachMm; mm += kStepMm) {
            const PointLps at = place + normal * (sign * mm);
            if (mm > 0.75 && !open(at, outward))
                break;
            const double hu = m_sampler.hu(at);
            extreme = outward ? std::min(extreme, hu) : std::max(extreme, hu);
            if (std::abs(hu - extreme) > kTurnHu)
                break;
            profile.mm.push_back(sign * mm);
            profile.hu.push_back(hu);
        }
    }

    [[nodiscard]] CutProfile cut(PointLps place, VectorLps normal) const {
        CutProfile inner, profile;
        walk(place, normal, false, inner);
        profile.mm.assign(inner.mm.rbegin(), inner.mm.rend());
        profile.hu.assign(inner.hu.rbegin(), inner.hu.rend());
        walk(place, normal, true, profile);
        profile.usable = !profile.mm.empty() && profile.mm.front() <= -kLeastReachMm &&
                         profile.mm.back() >= kLeastReachMm;
        return profile;
    }

    /// What one line through the margin shows.
    struct Sight {
        MarginProfile profile;
        bool counted = false, indistinct = false;
    };

    [[nodiscard]] Sight look(PointLps place, VectorLps normal) const {
        Sight sight;
        sight.profile.place = place;
        sight.profile.normal = normal;
        const CutProfile profile = cut(place, normal);
        if (!profile.usable)
            return sight;
        sight.counted = true;
        const auto fit = fitEdge(profile.mm, profile.hu);
        if (fit && fit->inside - fit->outside >= kLeastStepHu)
            keepFit(*fit, sight.profile);
        const double line = std::max(kIndistinctMm, kIndistinctVoxels * spacingAlong(normal));
        sight.indistinct = !sight.profile.fitted || sight.profile.widthMm > line;
        return sight;
    }

    void keep(const Sight& sight, double area) {
        if (sight.counted)
            m_area += area;
        if (sight.counted && sight.indistinct)
            m_indistinct += area;
        if (sight.profile.fitted)
            m_fitted.push_back(m_out.profiles.size());
        m_out.widthMm.push_back(sight.profile.fitted ? static_cast<float>(sight.profile.widthMm)
                                                     : kNoWidth);
        m_out.profiles.push_back(sight.profile);
    }

    /// Reading between voxels along a line blurs by a triangle of the spacing: variance h²/6.
    void keepFit(const EdgeFit& fit, MarginProfile& made) const {
        const double h = spacingAlong(made.normal);
        const double blur = kGaussianWidth * kGaussianWidth * h * h / 6.0;
        const double width = fit.width1090();
        made.fitted = true;
        made.widthMm = std::sqrt(std::max(width * width - blur, 0.01));
        made.stepHu = fit.inside - fit.outside;
        made.shiftMm = fit.at;
    }

    MarginResult finish() {
        MarginResult result;
        if (m_fitted.size() < 12 || m_area <= 0) {
            result.gap = m_out.surface.vertices.size() < 12 ? Gap::TooSmall : Gap::NoMargin;
            return result;
        }
        std::vector<double> widths, steps;
        for (const std::size_t p : m_fitted) {
            widths.push_back(m_out.profiles[p].widthMm);
            steps.push_back(m_out.profiles[p].stepHu);
        }
        m_out.widthMedianMm = quantile(widths, 0.5);
        m_out.widthP90Mm = quantile(widths, 0.9);
        m_out.stepHu = quantile(steps, 0.5);
        m_out.indistinctFraction = m_indistinct / m_area;
        m_out.indistinctWidthMm = kIndistinctMm;
        m_out.widest = widestPlace();
        result.margin = std::move(m_out);
        return result;
    }

    static double quantile(std::vector<double>& values, double share) {
        const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
        std::nth_element(values.begin(), values.begin() + at, values.end());
        return values[static_cast<std::size_t>(at)];
    }

    /// Where the width, averaged over 3 mm round about, is greatest.
    [[nodiscard]] std::optional<PointLps> widestPlace() const {
        std::optional<PointLps> best;
        double widest = 0;
        const std::size_t step = 1 + m_fitted.size() / 400;
        for (std::size_t n = 0; n < m_fitted.size(); n += step) {
            const MarginProfile& centre = m_out.profiles[m_fitted[n]];
            double sum = 0;
            int count = 0;
            for (const std::size_t p : m_fitted) {
                if (distance(m_out.profiles[p].place, centre.place) > 3)
                    continue;
                sum += m_out.profiles[p].widthMm;
                ++count;
            }
            if (sum / count > widest) {
                widest = sum / count;
                best = centre.place;
            }
        }
        return best;
    }

    const NodeRegion& m_region;
    RegionSampler m_sampler;
    JobControl& m_job;
    MarginMeasurement m_out;
    std::vector<std::size_t> m_fitted;
    double m_area = 0, m_indistinct = 0;
};

}  // namespace

Result<MarginResult> measureMargin(const NodeRegion& region, JobControl& job) {
    if (!region.calibrated) {
        MarginResult result;
        result.gap = Gap::NotCalibrated;
        return result;
    }
    return MarginMeter(region, job).run();
}

ProfileCurve curveOf(const NodeRegion& region, const MarginProfile& profile) {
    const RegionSampler sampler(region);
    ProfileCurve curve;
    for (double mm = -kReachMm; mm <= kReachMm; mm += kStepMm) {
        curve.mm.push_back(mm);
        curve.hu.push_back(sampler.hu(profile.place + profile.normal * mm));
    }
    if (const auto fit = fitEdge(curve.mm, curve.hu); fit && profile.fitted)
        for (const double mm : curve.mm)
            curve.fitted.push_back(fit->value(mm));
    return curve;
}

}  // namespace nodewise::measure
