#include "measure/mirror_plane.h"
#include "base/parallel.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace nodewise::measure {
namespace {

constexpr float kLowHu = -200.0F, kHighHu = 300.0F, kBodyHu = -300.0F;
constexpr double kDegree = 0.017453292519943295;
constexpr std::size_t kCoarsePoints = 4000, kFinePoints = 24000, kLeastPoints = 500;
constexpr double kLeastOverlap = 0.5, kLeastAgreement = 0.5;

/// Where the plane lies: mm from the middle of the body, and two angles.
struct Pose {
    double shiftMm = 0, yawDeg = 0, rollDeg = 0;
    double score = -2;
};

class MirrorSearch {
public:
    MirrorSearch(const SeriesGrid& grid, unsigned threads, JobControl& job)
        : m_grid(grid)
        , m_threads(threads)
        , m_job(job)
        , m_dims(grid.geometry.dims()) {
        for (std::size_t a = 0; a < 3; ++a)
            m_perMm[a] =
                grid.geometry.axis(static_cast<int>(a)) * (1.0 / grid.geometry.spacing()[a]);
        VectorLps sum;
        for (std::size_t at = 0; at < grid.hu.size(); ++at)
            if (grid.hu[at] > kBodyHu) {
                m_body.push_back(static_cast<std::uint32_t>(at));
                sum = sum + (place(at) - PointLps{});
            }
        if (!m_body.empty())
            m_middle = PointLps{} + sum * (1.0 / static_cast<double>(m_body.size()));
    }

    std::optional<MirrorPlane> run() {
        if (m_body.size() < kLeastPoints)
            return std::nullopt;
        Pose best = bestOf(coarsePoses(), thinned(kCoarsePoints));
        const auto fine = thinned(kFinePoints);
        best.score = score(best, fine);
        for (const double step : {2.0, 1.0, 0.5, 0.25})
            best = descend(best, step, fine);
        if (best.score < kLeastAgreement)
            return std::nullopt;
        return MirrorPlane{m_middle + normalOf(best) * best.shiftMm, normalOf(best), best.score};
    }

private:
    struct Sample {
        PointLps at;
        float hu = 0;
    };

    [[nodiscard]] PointLps place(std::size_t at) const {
        return m_grid.geometry.toPatient(m_grid.geometry.indexOf(at));
    }

    [[nodiscard]] std::vector<Sample> thinned(std::size_t most) const {
        std::vector<Sample> points;
        const std::size_t step = 1 + m_body.size() / most;
        for (std::size_t n = 0; n < m_body.size(); n += step)
            points.push_back({place(m_body[n]), std::clamp(m_grid.hu[m_body[n]], kLowHu, kHighHu)});
        return points;
    }

    static VectorLps normalOf(const Pose& pose) {
        const double yaw = pose.yawDeg * kDegree, roll = pose.rollDeg * kDegree;
        return {std::cos(yaw) * std::cos(roll), std::sin(yaw) * std::cos(roll), std::sin(roll)};
    }

    static std::vector<Pose> coarsePoses() {
        std::vector<Pose> poses;
        for (int yaw = -20; yaw <= 20; yaw += 5)
            for (int roll = -15; roll <= 15; roll += 5)
                for (int shift = -28; shift <= 28; shift += 4)
                    poses.push_back({static_cast<double>(shift), static_cast<double>(yaw),
                                     static_cast<double>(roll), -2});
        return poses;
    }

    [[nodiscard]] Pose bestOf(std::vector<Pose> poses, const std::vector<Sample>& points) const {
        parallelFor(poses.size(), m_threads, [&](std::size_t n) {
            if (!m_job.cancelled())
                poses[n].score = score(poses[n], points);
        });
        return *std::max_element(poses.begin(), poses.end(),
                                 [](const Pose& a, const Pose& b) { return a.score < b.score; });
    }

    [[nodiscard]] Pose descend(Pose best, double step, const std::vector<Sample>& points) const {
        for (int round = 0; round < 6; ++round) {
            std::vector<Pose> near;
            for (const double sign : {-1.0, 1.0}) {
                near.push_back({best.shiftMm + sign * step, best.yawDeg, best.rollDeg, -2});
                near.push_back({best.shiftMm, best.yawDeg + sign * step, best.rollDeg, -2});
                near.push_back({best.shiftMm, best.yawDeg, best.rollDeg + sign * step, -2});
            }
            const Pose next = bestOf(near, points);
            if (next.score <= best.score)
                break;
            best = next;
        }
        return best;
    }

    /// Correlation over the points whose mirror image lies in the picture.
    [[nodiscard]] double score(const Pose& pose, const std::vector<Sample>& points) const {
        const VectorLps normal = normalOf(pose);
        const PointLps on = m_middle + normal * pose.shiftMm;
        double n = 0, a = 0, b = 0, aa = 0, bb = 0, ab = 0;
        for (const Sample& sample : points) {
            const PointLps other = sample.at - normal * (2 * dot(sample.at - on, normal));
            float hu = 0;
            if (!read(other, hu))
                continue;
            const auto x = static_cast<double>(sample.hu), y = static_cast<double>(hu);
            n += 1;
            a += x;
            b += y;
            aa += x * x;
            bb += y * y;
            ab += x * y;
        }
        if (n < kLeastOverlap * static_cast<double>(points.size()))
            return -1;
        const double va = aa - a * a / n, vb = bb - b * b / n;
        return va > 1e-6 && vb > 1e-6 ? (ab - a * b / n) / std::sqrt(va * vb) : -1.0;
    }

    /// Trilinear; false outside the picture.
    bool read(PointLps at, float& hu) const {
        const VectorLps from = at - m_grid.geometry.origin();
        std::array<std::size_t, 3> low{}, next{};
        std::array<float, 3> share{};
        std::size_t stride = 1;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const double c = dot(from, m_perMm[axis]);
            if (!(c >= -0.5 && c <= m_dims[axis] - 0.5))
                return false;
            const double held = std::clamp(c, 0.0, static_cast<double>(m_dims[axis] - 1));
            const int whole = static_cast<int>(held);
            low[axis] = static_cast<std::size_t>(whole) * stride;
            next[axis] = whole + 1 < m_dims[axis] ? stride : 0;
            share[axis] = static_cast<float>(held - whole);
            stride *= static_cast<std::size_t>(m_dims[axis]);
        }
        const float* v = m_grid.hu.data() + low[0] + low[1] + low[2];
        const auto row = [&](const float* r) { return r[0] + share[0] * (r[next[0]] - r[0]); };
        const auto plane = [&](const float* p) {
            return row(p) + share[1] * (row(p + next[1]) - row(p));
        };
        hu = std::clamp(plane(v) + share[2] * (plane(v + next[2]) - plane(v)), kLowHu, kHighHu);
        return true;
    }

    const SeriesGrid& m_grid;
    unsigned m_threads;
    JobControl& m_job;
    std::array<int, 3> m_dims;
    std::array<VectorLps, 3> m_perMm{};
    std::vector<std::uint32_t> m_body;
    PointLps m_middle;
};

}  // namespace

std::optional<MirrorPlane> findMirrorPlane(const SeriesGrid& grid, unsigned threads,
                                           JobControl& job) {
    return MirrorSearch(grid, threads, job).run();
}

}  // namespace nodewise::measure
