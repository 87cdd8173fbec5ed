#include "measure/capsule.h"
#include "measure/symmetric_eigen.h"
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace nodewise::measure {
namespace {

constexpr std::size_t kLeastVertices = 30, kMostVertices = 1000, kTerms = 9;
constexpr int kRounds = 12;
constexpr double kStartScale = 0.35, kBallScale = 0.12;  // radii
constexpr double kSureMm = 0.1, kLeastFitted = 0.5;
constexpr double kAllRound = 0.9;    // of the surface: then no cap is left out
constexpr double kCapCosine = 0.45;  // a cap of 63 degrees to either side
constexpr double kCapFinest = 0.5;   // a foot that rises slowly is told by a finer scale
constexpr double kCapGain = 0.75;    // leaving out a quarter must gain a quarter
constexpr double kOpenShare = 0.02;  // weight of what is not free
constexpr double kFinestScaleMm = 0.5, kShrink = 0.75;
constexpr double kLargestRadii = 2.5;  // of the ball of the node's volume
using Terms = std::array<double, kTerms>;

/// A vertex about the centroid, in equivalent radii.
struct Vertex {
    double x = 0, y = 0, z = 0, area = 0;

    [[nodiscard]] Terms terms() const {
        return {x * x, y * y, z * z, 2 * x * y, 2 * x * z, 2 * y * z, 2 * x, 2 * y, 2 * z};
    }
};

/// x'Ax + 2b'x = 1.
struct Quadric {
    Terms q{};

    /// First-order distance (value over slope), and the slope.
    [[nodiscard]] std::array<double, 2> at(const Vertex& v) const {
        const Terms t = v.terms();
        double value = -1;
        for (std::size_t n = 0; n < kTerms; ++n)
            value += q[n] * t[n];
        const double gx = 2 * (q[0] * v.x + q[3] * v.y + q[4] * v.z + q[6]);
        const double gy = 2 * (q[3] * v.x + q[1] * v.y + q[5] * v.z + q[7]);
        const double gz = 2 * (q[4] * v.x + q[5] * v.y + q[2] * v.z + q[8]);
        const double slope = std::max(1e-6, std::sqrt(gx * gx + gy * gy + gz * gz));
        return {value / slope, slope};
    }
};

/// Solves the normal equations by elimination with pivots; false when they are singular.
bool solve(std::array<Terms, kTerms>& m, Terms& r) {
    for (std::size_t c = 0; c < kTerms; ++c) {
        std::size_t pivot = c;
        for (std::size_t row = c + 1; row < kTerms; ++row)
            if (std::abs(m[row][c]) > std::abs(m[pivot][c]))
                pivot = row;
        if (std::abs(m[pivot][c]) < 1e-12)
            return false;
        std::swap(m[c], m[pivot]);
        std::swap(r[c], r[pivot]);
        for (std::size_t row = c + 1; row < kTerms; ++row) {
            const double by = m[row][c] / m[c][c];
            for (std::size_t k = c; k < kTerms; ++k)
                m[row][k] -= by * m[c][k];
            r[row] -= by * r[c];
        }
    }
    for (std::size_t c = kTerms; c-- > 0;) {
        for (std::size_t k = c + 1; k < kTerms; ++k)
            r[c] -= m[c][k] * r[k];
        r[c] /= m[c][c];
    }
    return true;
}

class CapsuleFitter {
public:
    CapsuleFitter(const NodeRegion& region, const NodeSurface& surface,
                  const std::vector<std::uint8_t>* free)
        : m_middle(region.centroid) {
        constexpr double kPi = 3.14159265358979323846;
        const double volume = static_cast<double>(region.voxels) * region.geometry.voxelVolumeMm3();
        m_radius = std::cbrt(0.75 * volume / kPi);
        const std::size_t step = 1 + surface.mesh.vertices.size() / kMostVertices;
        for (std::size_t v = 0; v < surface.mesh.vertices.size(); v += step) {
            const VectorLps d = (surface.mesh.vertices[v] - m_middle) * (1 / m_radius);
            const bool open = free == nullptr || (*free)[v] != 0;
            m_vertices.push_back({d.x, d.y, d.z, surface.areas[v] * (open ? 1.0 : kOpenShare)});
        }
        const auto& s = region.geometry.spacing();
        m_finest = std::max(kFinestScaleMm, 0.5 * std::max({s[0], s[1], s[2]})) / m_radius;
    }

    std::optional<Capsule> run() {
        if (m_vertices.size() < kLeastVertices)
            return std::nullopt;
        double lowest = std::numeric_limits<double>::max();
        std::optional<Capsule> best;
        const auto consider = [&](const std::optional<Quadric>& quadric, double gain) {
            if (!quadric)
                return;
            auto capsule = capsuleOf(*quadric);
            if (!capsule || (best && capsule->fittedShare < kLeastFitted))
                return;
            const double own = std::max(kSureMm, capsule->residualMm) / capsule->fittedShare;
            if (own < gain * lowest) {
                lowest = own;
                best = std::move(capsule);
            }
        };
        consider(settle(allAlike(), kStartScale, m_finest), 1);
        consider(settle(nearLargestBall(), kBallScale, m_finest), 1);
        // What already fits all round needs no other start.
        if (lowest > kSureMm / kAllRound)
            consider(withoutACap(), kCapGain);
        return best;
    }

private:
    using Weights = std::vector<double>;

    [[nodiscard]] Weights allAlike() const {
        Weights weights;
        for (const Vertex& v : m_vertices)
            weights.push_back(v.area);
        return weights;
    }

    /// The largest ball that touches the surface from inside, by moving away from the nearest
    /// vertex.
    [[nodiscard]] Weights nearLargestBall() const {
        Vertex c;
        double radius = 0;
        for (int round = 0; round < 200; ++round) {
            const Vertex* nearest = nullptr;
            double closest = 1e9;
            for (const Vertex& v : m_vertices) {
                const double x = v.x - c.x, y = v.y - c.y, z = v.z - c.z;
                if (const double square = x * x + y * y + z * z; square < closest) {
                    closest = square;
                    nearest = &v;
                }
            }
            closest = std::sqrt(closest);
            radius = std::max(radius, closest);
            const double by = 0.05 / (1 + 0.1 * round) / std::max(1e-6, closest);
            c.x += by * (c.x - nearest->x);
            c.y += by * (c.y - nearest->y);
            c.z += by * (c.z - nearest->z);
        }
        Weights weights;
        for (const Vertex& v : m_vertices) {
            const double off =
                (std::hypot(v.x - c.x, v.y - c.y, v.z - c.z) - radius) / (0.5 * radius);
            weights.push_back(v.area * std::exp(-off * off));
        }
        return weights;
    }

    /// A broad bulge turns an ellipsoid into an egg that fits all of it badly: the fit that leaves
    /// out a cap of the surface, settled from the best of many directions.
    [[nodiscard]] std::optional<Quadric> withoutACap() const {
        std::optional<Quadric> best;
        double most = 0;
        for (int n = 0; n < 27; ++n) {
            const Vertex to{n % 3 - 1.0, n / 3 % 3 - 1.0, n / 9 - 1.0};
            const double size = std::sqrt(to.x * to.x + to.y * to.y + to.z * to.z);
            if (size == 0)
                continue;
            Weights weights = allAlike();
            for (std::size_t v = 0; v < m_vertices.size(); ++v) {
                const Vertex& own = m_vertices[v];
                const double along = own.x * to.x + own.y * to.y + own.z * to.z;
                const double away = std::sqrt(own.x * own.x + own.y * own.y + own.z * own.z);
                if (along > kCapCosine * size * away)
                    weights[v] = 0;
            }
            const auto quadric = fit(weights);
            if (!quadric)
                continue;
            double fitted = 0;
            for (const Vertex& v : m_vertices) {
                const double off = quadric->at(v)[0] / m_finest;
                fitted += v.area / (1 + 4 * off * off);
            }
            if (fitted > most) {
                most = fitted;
                best = quadric;
            }
        }
        if (!best)
            return best;
        Weights weights(m_vertices.size());
        for (std::size_t v = 0; v < weights.size(); ++v) {
            const auto [distance, slope] = best->at(m_vertices[v]);
            weights[v] = m_vertices[v].area * trust(distance, kBallScale) / (slope * slope);
        }
        return settle(std::move(weights), kBallScale, kCapFinest * m_finest);
    }

    [[nodiscard]] std::optional<Quadric> fit(const Weights& weights) const {
        std::array<Terms, kTerms> m{};
        Terms r{};
        for (std::size_t n = 0; n < m_vertices.size(); ++n) {
            if (weights[n] <= 1e-9)
                continue;
            const Terms t = m_vertices[n].terms();
            for (std::size_t a = 0; a < kTerms; ++a) {
                const double w = weights[n] * t[a];
                r[a] += w;
                for (std::size_t b = a; b < kTerms; ++b)
                    m[a][b] += w * t[b];
            }
        }
        for (std::size_t a = 0; a < kTerms; ++a) {
            m[a][a] *= 1 + 1e-9;
            for (std::size_t b = 0; b < a; ++b)
                m[a][b] = m[b][a];
        }
        if (!solve(m, r))
            return std::nullopt;
        return Quadric{r};
    }

    /// 1 on the surface; falls faster outside it than inside.
    static double trust(double distance, double scale) {
        const double off = distance / (distance > 0 ? scale : 2 * scale);
        return 1 / ((1 + off * off) * (1 + off * off));
    }

    [[nodiscard]] std::optional<Quadric> settle(Weights weights, double scale,
                                                double finest) const {
        std::optional<Quadric> quadric = fit(weights);
        scale = std::max(scale, finest);
        for (int round = 0; quadric && round < kRounds; ++round) {
            for (std::size_t n = 0; n < m_vertices.size(); ++n) {
                const auto [distance, slope] = quadric->at(m_vertices[n]);
                weights[n] = m_vertices[n].area * trust(distance, scale) / (slope * slope);
            }
            quadric = fit(weights);
            scale = std::max(finest, scale * kShrink);
        }
        return quadric;
    }

    [[nodiscard]] std::optional<Capsule> capsuleOf(const Quadric& quadric) const {
        const Terms& q = quadric.q;
        const auto eigen = eigenOf({{{q[0], q[3], q[4]}, {q[3], q[1], q[5]}, {q[4], q[5], q[2]}}});
        if (eigen.values[2] <= 1e-3)
            return std::nullopt;
        // Centre -A^-1 b; radii from the value there.
        const VectorLps b{q[6], q[7], q[8]};
        VectorLps centre;
        double level = 1;
        for (std::size_t a = 0; a < 3; ++a) {
            const double part = -dot(b, eigen.vectors[a]) / eigen.values[a];
            centre = centre + eigen.vectors[a] * part;
            level += eigen.values[a] * part * part;
        }
        Capsule capsule;
        capsule.centre = m_middle + centre * m_radius;
        for (std::size_t a = 0; a < 3; ++a) {
            const double radius = std::sqrt(level / eigen.values[2 - a]);
            if (!(radius < kLargestRadii))
                return std::nullopt;
            capsule.axes[a] = eigen.vectors[2 - a];
            capsule.radiiMm[a] = radius * m_radius;
        }
        describeFit(quadric, capsule);
        return capsule;
    }

    void describeFit(const Quadric& quadric, Capsule& capsule) const {
        constexpr double kNear = 1.5;
        double all = 0, fitted = 0, squares = 0;
        for (const Vertex& v : m_vertices) {
            const double distance = quadric.at(v)[0];
            all += v.area;
            if (std::abs(distance) > kNear * m_finest)
                continue;
            fitted += v.area;
            squares += v.area * distance * distance;
        }
        capsule.fittedShare = fitted / all;
        capsule.residualMm = fitted > 0 ? std::sqrt(squares / fitted) * m_radius : 0.0;
    }

    PointLps m_middle;
    double m_radius = 1, m_finest = 0.1;
    std::vector<Vertex> m_vertices;
};

}  // namespace

VectorLps Capsule::normalAt(PointLps onIt) const {
    const VectorLps d = onIt - centre;
    VectorLps slope;
    for (std::size_t a = 0; a < 3; ++a)
        slope = slope + axes[a] * (dot(d, axes[a]) / (radiiMm[a] * radiiMm[a]));
    return normalized(slope);
}

PointLps Capsule::nearest(PointLps place) const {
    // Along the ray from the centre onto the surface, then along the normal, again and again.
    const auto onto = [&](PointLps p) {
        double square = 0;
        for (std::size_t a = 0; a < 3; ++a) {
            const double part = dot(p - centre, axes[a]) / radiiMm[a];
            square += part * part;
        }
        return centre + (p - centre) * (1 / std::sqrt(std::max(1e-12, square)));
    };
    PointLps at = onto(place);
    for (int round = 0; round < 4; ++round) {
        const VectorLps normal = normalAt(at);
        at = onto(place - normal * dot(place - at, normal));
    }
    return at;
}

double Capsule::outsideMm(PointLps place) const {
    const PointLps at = nearest(place);
    return dot(place - at, normalAt(at));
}

CapsuleOnGrid::CapsuleOnGrid(const Capsule& capsule, const GridGeometry& grid)
    : m_capsule(capsule) {
    const VectorLps from = grid.origin() - capsule.centre;
    for (std::size_t a = 0; a < 3; ++a) {
        const VectorLps axis = capsule.axes[a] * (1 / capsule.radiiMm[a]);
        m_first[a] = dot(from, axis);
        for (std::size_t g = 0; g < 3; ++g)
            m_steps[g][a] = dot(grid.axes()[g], axis) * grid.spacing()[g];
    }
}

double CapsuleOnGrid::aboutMm(int i, int j, int k) const {
    double square = 0, slope = 0;
    for (std::size_t a = 0; a < 3; ++a) {
        const double part = m_first[a] + i * m_steps[0][a] + j * m_steps[1][a] + k * m_steps[2][a];
        const double tilt = part / m_capsule.radiiMm[a];
        square += part * part;
        slope += tilt * tilt;
    }
    const double size = std::sqrt(square);
    return (size - 1) * size / std::sqrt(std::max(1e-12, slope));
}

std::optional<Capsule> fitCapsule(const NodeRegion& region, const NodeSurface& surface) {
    return CapsuleFitter(region, surface, nullptr).run();
}

std::optional<Capsule> fitCapsule(const NodeRegion& region, const NodeSurface& surface,
                                  const std::vector<std::uint8_t>& free) {
    return CapsuleFitter(region, surface, &free).run();
}

}  // namespace nodewise::measure
