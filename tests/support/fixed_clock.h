/// fixed_clock.h: a clock that a test moves by hand.
#pragma once
#include "base/clock.h"

namespace nodewise::tests {

class FixedClock final : public Clock {
public:
    Timestamp time{std::chrono::milliseconds(1'800'000'000'000)};
    [[nodiscard]] Timestamp now() const override { return time; }
    void advance(std::chrono::milliseconds by) { time += by; }
};

}  // namespace nodewise::tests
