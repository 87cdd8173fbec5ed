/// made_once.h: a value that several threads may ask for and one of them makes.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>

namespace nodewise::models {

template <class T>
class MadeOnce {
public:
    using Ptr = std::shared_ptr<const T>;

    /// The value, from `make() -> Result<T>` in this thread unless it is there or another thread is
    /// at it; then that one is waited for. When the other fails or is cancelled this thread makes
    /// it itself. Cancelled when `job` is cancelled while waiting; the errors of `make`, after
    /// which the next caller tries again.
    template <class Make>
    [[nodiscard]] Result<Ptr> get(JobControl& job, Make make) {
        std::unique_lock guard(m_lock);
        while (m_making && !m_value) {
            if (job.cancelled())
                return fail(ErrorCode::Cancelled, "nobody waits for it any more");
            m_changed.wait_for(guard, std::chrono::milliseconds(20));
        }
        if (m_value)
            return m_value;
        m_making = true;
        guard.unlock();
        Result<T> made = make();
        guard.lock();
        m_making = false;
        m_changed.notify_all();
        if (!made)
            return fail(made.error());
        m_value = std::make_shared<const T>(std::move(*made));
        return m_value;
    }

private:
    std::mutex m_lock;
    std::condition_variable m_changed;
    bool m_making = false;
    Ptr m_value;
};

}  // namespace nodewise::models
