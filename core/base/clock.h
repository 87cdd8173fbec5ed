/// clock.h: the time comes in through a constructor, so that tests can hold it still.
#pragma once
#include <chrono>
#include <string>

namespace nodewise {

/// UTC, millisecond steps: what the progress log stores.
using Timestamp = std::chrono::sys_time<std::chrono::milliseconds>;

class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Timestamp now() const = 0;
};

/// The machine's clock. Thread-safe.
class SystemClock final : public Clock {
public:
    [[nodiscard]] Timestamp now() const override;
};

/// "2026-11-23T09:41:07.120Z".
[[nodiscard]] std::string toIso8601(Timestamp time);

}  // namespace nodewise
