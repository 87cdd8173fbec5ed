/// lobed_shapes.h: bodies with lobes or a waist, and what is known of them in closed form.
#pragma once
#include "shapes.h"
#include <cmath>
#include <numbers>

namespace nodewise::measure {

/// r = R (1 + e Y), Y = cos(k phi) sin(theta)^k: a body with k lobes round the axis.
inline Inside lobed(double radius, double height, int lobes) {
    return [=](PointLps p) {
        const double r = std::sqrt(p.x * p.x + p.y * p.y + p.z * p.z);
        const double sine = r > 0 ? std::hypot(p.x, p.y) / r : 0;
        return r <= radius * (1 + height * std::cos(lobes * std::atan2(p.y, p.x)) *
                                      std::pow(sine, lobes));
    };
}

/// Sphericity of that body by quadrature over directions.
inline double sphericityOfLobed(double radius, double height, int lobes) {
    constexpr int kSteps = 500;
    double area = 0, volume = 0;
    for (int a = 0; a < kSteps; ++a)
        for (int b = 0; b < kSteps; ++b) {
            const double theta = std::numbers::pi * (a + 0.5) / kSteps,
                         phi = 2 * std::numbers::pi * (b + 0.5) / kSteps;
            const double sine = std::sin(theta), power = std::pow(sine, lobes);
            const double r = radius * (1 + height * std::cos(lobes * phi) * power);
            const double byPhi = -radius * height * lobes * std::sin(lobes * phi) * power;
            const double byTheta = radius * height * std::cos(lobes * phi) * lobes *
                                   std::pow(sine, lobes - 1) * std::cos(theta);
            const double cell = 2 * std::numbers::pi * std::numbers::pi / kSteps / kSteps;
            area += r * std::sqrt((r * r + byTheta * byTheta) * sine * sine + byPhi * byPhi) * cell;
            volume += r * r * r / 3 * sine * cell;
        }
    return std::cbrt(36 * std::numbers::pi * volume * volume) / area;
}

/// r = R (1 + e cos(2 t)), t from the x axis: two lobes and a waist.
inline Inside peanut(double radius, double height) {
    return [=](PointLps p) {
        const double r = std::sqrt(p.x * p.x + p.y * p.y + p.z * p.z);
        const double cosine = r > 0 ? p.x / r : 1;
        return r <= radius * (1 + height * (2 * cosine * cosine - 1));
    };
}

/// Share of its surface with a hollow generating line: r² + 2 r'² - r r'' < 0.
inline double hollowShareOfPeanut(double height) {
    constexpr int kSteps = 20000;
    double all = 0, hollow = 0;
    for (int n = 0; n < kSteps; ++n) {
        const double t = std::numbers::pi * (n + 0.5) / kSteps;
        const double r = 1 + height * std::cos(2 * t), first = -2 * height * std::sin(2 * t),
                     second = -4 * height * std::cos(2 * t);
        const double area = r * std::sin(t) * std::hypot(r, first);
        all += area;
        hollow += r * r + 2 * first * first - r * second < 0 ? area : 0;
    }
    return hollow / all;
}

}  // namespace nodewise::measure
