/// symmetric_eigen.h: eigenvalues and directions of a symmetric 3 x 3 matrix.
#pragma once
#include "geometry/point.h"
#include <array>

namespace nodewise::measure {

struct SymmetricEigen {
    std::array<double, 3> values{};    ///< Falling.
    std::array<VectorLps, 3> vectors;  ///< Unit, in the same order.
};

/// Cyclic Jacobi rotations (Golub and Van Loan 8.5). Thread-safe.
[[nodiscard]] SymmetricEigen eigenOf(std::array<std::array<double, 3>, 3> matrix);

}  // namespace nodewise::measure
