/// units.h: numbers with a unit that the compiler checks.
#pragma once
#include <compare>

namespace nodewise {

/// A double with a unit. Construction is explicit, `value` gives the bare number back.
template <class Tag>
struct Quantity {
    double value = 0.0;

    constexpr Quantity() = default;
    constexpr explicit Quantity(double v)
        : value(v) {}

    friend constexpr auto operator<=>(const Quantity&, const Quantity&) = default;
    friend constexpr Quantity operator+(Quantity a, Quantity b) {
        return Quantity(a.value + b.value);
    }
    friend constexpr Quantity operator-(Quantity a, Quantity b) {
        return Quantity(a.value - b.value);
    }
    friend constexpr Quantity operator*(Quantity a, double s) { return Quantity(a.value * s); }
    friend constexpr double operator/(Quantity a, Quantity b) { return a.value / b.value; }
};

using Millimetres = Quantity<struct MillimetresTag>;
using Hounsfield = Quantity<struct HounsfieldTag>;
using Millilitres = Quantity<struct MillilitresTag>;
using Degrees = Quantity<struct DegreesTag>;

}  // namespace nodewise
