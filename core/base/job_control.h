/// job_control.h: how long work reports where it is and hears that it should stop.
#pragma once
#include <string_view>

namespace nodewise {

/// Handed to every core function that may take longer than a blink. Functions look at `cancelled()`
/// at least every 50 ms and then return ErrorCode::Cancelled. Implementations are thread-safe.
class JobControl {
public:
    virtual ~JobControl() = default;
    /// `fraction` in 0..1; `stage` is a code word ("read", "decode"), never a sentence.
    virtual void report(double fraction, std::string_view stage) = 0;
    [[nodiscard]] virtual bool cancelled() const = 0;
};

/// Reports to nobody and never cancels. For tests and short work.
class NullJobControl final : public JobControl {
public:
    void report(double, std::string_view) override {}
    [[nodiscard]] bool cancelled() const override { return false; }
};

}  // namespace nodewise
