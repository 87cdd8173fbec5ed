/// neck_scene.h: a symmetric neck of balls and cylinders for the tests of a whole series.
#pragma once
#include "shapes.h"
#include <cstdint>

namespace nodewise::measure {

constexpr double kDegree = 0.017453292519943295;

/// The falling edge of a step blurred by a Gaussian: 1 well inside (negative distance), 0 outside.
inline double blurredEdge(double outsideMm, double sigma) {
    return 0.5 * std::erfc(outsideMm / (sigma * std::sqrt(2.0)));
}

/// Numbers that look like noise, the same on every machine; mean 0, SD 1 (sum of twelve).
class SteadyNoise {
public:
    double next() {
        double sum = -6;
        for (int n = 0; n < 12; ++n) {
            m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
            sum += static_cast<double>(m_state >> 11U) * 0x1.0p-53;
        }
        return sum;
    }

private:
    std::uint64_t m_state = 12345;
};

/// A neck about the plane x = 0: skin, fat, muscles, vessels, spine, airway.
struct Neck {
    double vesselHu = 180;
    double blurMm = 0.6;

    [[nodiscard]] double hu(PointLps p) const {
        const double r = std::hypot(p.x / 62.0, p.y / 68.0);
        const double body = (r - 1) * 65;  // about a millimetre a millimetre
        double value = -100;
        if (body > -2)
            value = 20;
        for (const double side : {-1.0, 1.0}) {
            if (std::hypot((p.x - side * 44) / 7, (p.y - 4) / 16) < 1)
                value = 62;
            if (std::hypot((p.x - side * 18) / 14, (p.y - 34) / 14) < 1)
                value = 60;
            if (std::hypot(p.x - side * 26, p.y - 2) < 4)
                value = vesselHu;
            if (std::hypot(p.x - side * 33, p.y + 7) < 5)
                value = vesselHu - 20;
        }
        if (std::hypot(p.x / 14, (p.y - 14) / 11) < 1)
            value = std::hypot(p.x / 6, (p.y - 18) / 5) < 1 ? 30 : 650;
        if (std::hypot(p.x / 9, (p.y + 16) / 8) < 1)
            value = -1000;
        return -1000 + (value + 1000) * blurredEdge(body, blurMm);
    }
};

/// About the z axis by `degrees`, then by `shift` along x.
inline PointLps turned(PointLps p, double degrees, double shift) {
    const double c = std::cos(degrees * kDegree), s = std::sin(degrees * kDegree);
    const PointLps q{p.x - shift, p.y, p.z};
    return {c * q.x + s * q.y, -s * q.x + c * q.y, q.z};
}

}  // namespace nodewise::measure
