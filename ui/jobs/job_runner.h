/// job_runner.h: long core work off the GUI thread, with progress, cancel and a result that may
/// find nobody waiting.
#pragma once
#include "base/job_control.h"
#include <QObject>
#include <QPointer>
#include <QString>
#include <functional>
#include <memory>
#include <optional>

namespace nodewise::jobs {

/// One running piece of work, living in the GUI thread. Keep the shared pointer to cancel it; the
/// work goes on without it. Signals are not sent after `finished`.
class Job : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Asks the work to stop; the result (ErrorCode::Cancelled) still arrives.
    virtual void cancel() = 0;
    [[nodiscard]] virtual bool isRunning() const = 0;

Q_SIGNALS:
    /// At most ten a second. `stage` is a code word ("read", "decode").
    void progressed(double fraction, const QString& stage);
    /// 300 ms after the start, if the work still runs: now offer Cancel.
    void cancelOffered();
    void finished();
};

using JobPtr = std::shared_ptr<Job>;

class JobRunner {
public:
    virtual ~JobRunner() = default;

    /// Runs `work` elsewhere; then `done(result)` in the GUI thread, unless `context` is gone.
    /// `work` must hold what it needs by value. @pre called in the GUI thread.
    template <class Work, class Done>
    JobPtr run(QObject* context, Work work, Done done) {
        using T = std::invoke_result_t<Work&, JobControl&>;
        auto result = std::make_shared<std::optional<T>>();
        auto task = [work = std::move(work), result](JobControl& control) mutable {
            result->emplace(work(control));
        };
        auto finish = [guard = QPointer<QObject>(context), done = std::move(done),
                       result]() mutable {
            if (guard && result->has_value())
                done(std::move(**result));
        };
        return start(std::move(task), std::move(finish));
    }

    /// Cancels everything and comes back when nothing runs any more; no result is handed on. What
    /// the work refers to may go afterwards. Work may be started again.
    virtual void stop() {}

protected:
    virtual JobPtr start(std::function<void(JobControl&)> task, std::function<void()> finish) = 0;
};

/// QtConcurrent on a pool of its own; the destructor cancels and waits for what still runs.
class ThreadJobRunner final : public JobRunner {
public:
    explicit ThreadJobRunner(int threads = 2);
    ~ThreadJobRunner() override;
    void stop() override;

protected:
    JobPtr start(std::function<void(JobControl&)> task, std::function<void()> finish) override;

private:
    struct Pool;
    std::unique_ptr<Pool> m_pool;
};

/// Does the work at once in the calling thread: for tests and the tour.
class ImmediateJobRunner final : public JobRunner {
protected:
    JobPtr start(std::function<void(JobControl&)> task, std::function<void()> finish) override;
};

}  // namespace nodewise::jobs
