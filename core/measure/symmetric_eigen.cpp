#include "measure/symmetric_eigen.h"
#include <algorithm>
#include <cmath>
#include <utility>

namespace nodewise::measure {

SymmetricEigen eigenOf(std::array<std::array<double, 3>, 3> m) {
    std::array<std::array<double, 3>, 3> v{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
    for (int sweep = 0; sweep < 30; ++sweep)
        for (const auto& [p, q] : {std::pair<std::size_t, std::size_t>{0, 1}, {0, 2}, {1, 2}}) {
            if (std::abs(m[p][q]) < 1e-15)
                continue;
            const double theta = 0.5 * (m[q][q] - m[p][p]) / m[p][q];
            const double t =
                (theta >= 0 ? 1.0 : -1.0) / (std::abs(theta) + std::sqrt(theta * theta + 1));
            const double c = 1 / std::sqrt(t * t + 1), s = t * c;
            for (std::size_t k = 0; k < 3; ++k) {
                const double a = m[k][p], b = m[k][q];
                m[k][p] = c * a - s * b;
                m[k][q] = s * a + c * b;
            }
            for (std::size_t k = 0; k < 3; ++k) {
                const double a = m[p][k], b = m[q][k];
                m[p][k] = c * a - s * b;
                m[q][k] = s * a + c * b;
                const double x = v[k][p], y = v[k][q];
                v[k][p] = c * x - s * y;
                v[k][q] = s * x + c * y;
            }
        }
    std::array<std::size_t, 3> order{0, 1, 2};
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return m[a][a] > m[b][b]; });
    SymmetricEigen eigen;
    for (std::size_t n = 0; n < 3; ++n) {
        eigen.values[n] = m[order[n]][order[n]];
        eigen.vectors[n] = {v[0][order[n]], v[1][order[n]], v[2][order[n]]};
    }
    return eigen;
}

}  // namespace nodewise::measure
