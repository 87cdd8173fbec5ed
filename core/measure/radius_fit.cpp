#include "measure/radius_fit.h"
#include <algorithm>
#include <cmath>

namespace nodewise::measure {
namespace {

constexpr std::size_t kTerms = 9;
using Terms = std::array<double, kTerms>;

struct Ray {
    Terms terms{};
    double radius = 0, angle = 0;  ///< mm; solid angle.
};

std::array<double, 3> centroidOf(const LevelSurface& surface) {
    std::array<double, 3> sum{};  // divergence theorem for x²/2 and so on
    for (const auto& piece : surface.pieces)
        for (std::size_t d = 0; d < 3; ++d)
            sum[d] += 0.5 * piece.place[d] * piece.place[d] * piece.normal[d];
    for (double& s : sum)
        s /= surface.volumeMm3;
    return sum;
}

std::vector<Ray> raysOf(const LevelSurface& surface) {
    const auto centre = centroidOf(surface);
    std::vector<Ray> rays;
    rays.reserve(surface.pieces.size());
    for (const auto& piece : surface.pieces) {
        std::array<double, 3> n{};
        double square = 0, facing = 0;
        for (std::size_t d = 0; d < 3; ++d) {
            n[d] = piece.place[d] - centre[d];
            square += n[d] * n[d];
            facing += n[d] * piece.normal[d];
        }
        if (square <= 0)
            continue;
        Ray ray;
        ray.radius = std::sqrt(square);
        ray.angle = std::abs(facing) / (square * ray.radius);
        for (double& d : n)
            d /= ray.radius;
        ray.terms = {n[0] * n[0], n[1] * n[1], n[2] * n[2], n[0] * n[1], n[0] * n[2],
                     n[1] * n[2], n[0],        n[1],        n[2]};
        rays.push_back(ray);
    }
    return rays;
}

/// Gauss with pivots; nothing when the rays do not settle the nine terms.
std::optional<Terms> solve(std::array<Terms, kTerms> matrix, Terms right) {
    for (std::size_t c = 0; c < kTerms; ++c) {
        std::size_t pivot = c;
        for (std::size_t r = c + 1; r < kTerms; ++r)
            if (std::abs(matrix[r][c]) > std::abs(matrix[pivot][c]))
                pivot = r;
        if (std::abs(matrix[pivot][c]) < 1e-12)
            return std::nullopt;
        std::swap(matrix[c], matrix[pivot]);
        std::swap(right[c], right[pivot]);
        for (std::size_t r = c + 1; r < kTerms; ++r) {
            const double factor = matrix[r][c] / matrix[c][c];
            for (std::size_t k = c; k < kTerms; ++k)
                matrix[r][k] -= factor * matrix[c][k];
            right[r] -= factor * right[c];
        }
    }
    for (std::size_t c = kTerms; c-- > 0;) {
        for (std::size_t k = c + 1; k < kTerms; ++k)
            right[c] -= matrix[c][k] * right[k];
        right[c] /= matrix[c][c];
    }
    return right;
}

double formOf(const Terms& terms, const Terms& fit) {
    double sum = 0;
    for (std::size_t t = 0; t < kTerms; ++t)
        sum += terms[t] * fit[t];
    return sum;
}

/// One round of least squares on lengths: r^-2 is taken as straight in r round the last fit.
std::optional<Terms> fitRound(const std::vector<Ray>& rays, double scale, const Terms* last) {
    std::array<Terms, kTerms> matrix{};
    Terms right{};
    for (const Ray& ray : rays) {
        const double measured = ray.radius / scale;
        double about = 1.0;
        if (last != nullptr) {
            const double form = formOf(ray.terms, *last);
            about = form > 0.04 ? 1.0 / std::sqrt(form) : 5.0;
        }
        // Near r = about: r^-2 = about^-2 - 2 (r - about) about^-3.
        const double cube = about * about * about;
        const double target = 1.0 / (about * about) - 2.0 * (measured - about) / cube;
        const double weight = ray.angle * cube * cube;
        for (std::size_t a = 0; a < kTerms; ++a) {
            const double scaled = weight * ray.terms[a];
            for (std::size_t b = a; b < kTerms; ++b)
                matrix[a][b] += scaled * ray.terms[b];
            right[a] += scaled * target;
        }
    }
    for (std::size_t a = 1; a < kTerms; ++a)
        for (std::size_t b = 0; b < a; ++b)
            matrix[a][b] = matrix[b][a];
    return solve(matrix, right);
}

double changeOf(const Terms& before, const Terms& after) {
    double change = 0;
    for (std::size_t t = 0; t < kTerms; ++t)
        change = std::max(change, std::abs(after[t] - before[t]));
    return change;
}

}  // namespace

std::optional<double> radiusResidualMm(const LevelSurface& surface) {
    if (surface.pieces.size() < 30 || surface.volumeMm3 <= 0)
        return std::nullopt;
    const auto rays = raysOf(surface);
    double total = 0, mean = 0;
    for (const Ray& ray : rays) {
        total += ray.angle;
        mean += ray.angle * ray.radius;
    }
    mean /= total;
    std::optional<Terms> fit = fitRound(rays, mean, nullptr);
    for (int round = 0; round < 6 && fit; ++round) {
        const Terms last = *fit;
        fit = fitRound(rays, mean, &last);
        if (fit && changeOf(last, *fit) < 1e-4)
            break;
    }
    if (!fit)
        return std::nullopt;
    double squares = 0;
    for (const Ray& ray : rays) {
        const double form = formOf(ray.terms, *fit);
        if (form <= 0)
            return std::nullopt;
        const double rest = ray.radius - mean / std::sqrt(form);
        squares += ray.angle * rest * rest;
    }
    return std::sqrt(squares / total);
}

}  // namespace nodewise::measure
