#include "ui/jobs/job_runner.h"
#include <QCoreApplication>
#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>
#include <QTimer>
#include <QtConcurrent>
#include <atomic>
#include <chrono>
#include <mutex>
#include <utility>
#include <vector>

namespace nodewise::jobs {

namespace {

constexpr int kOfferCancelMs = 300;
constexpr std::chrono::milliseconds kBetweenReports{100};
constexpr int kSteps = 10000;

/// Turns QPromise into what core functions know; drops reports that come too fast.
class PromiseControl final : public JobControl {
public:
    PromiseControl(QPromise<void>& promise, const std::atomic<bool>& cancelled)
        : m_promise(promise)
        , m_cancelled(cancelled) {
        promise.setProgressRange(0, kSteps);
    }

    void report(double fraction, std::string_view stage) override {
        const auto now = std::chrono::steady_clock::now();
        const std::lock_guard guard(m_mutex);
        if (m_reported && now - m_last < kBetweenReports)
            return;
        m_reported = true;
        m_last = now;
        m_promise.setProgressValueAndText(
            static_cast<int>(fraction * kSteps),
            QString::fromUtf8(stage.data(), static_cast<int>(stage.size())));
    }

    [[nodiscard]] bool cancelled() const override { return m_cancelled; }

private:
    QPromise<void>& m_promise;
    const std::atomic<bool>& m_cancelled;
    std::mutex m_mutex;
    bool m_reported = false;
    std::chrono::steady_clock::time_point m_last;
};

class ThreadJob final : public Job {
public:
    /// `ended` takes the job when all is told; it outlives the job's signals.
    ThreadJob(std::function<void()> finish, std::vector<std::shared_ptr<ThreadJob>>& ended)
        : m_finish(std::move(finish))
        , m_ended(ended) {}

    void watch(const QFuture<void>& future, std::shared_ptr<ThreadJob> self) {
        m_running = true;
        m_self = std::move(self);
        connect(&m_watcher, &QFutureWatcher<void>::progressTextChanged, this,
                [this](const QString& text) {
                    Q_EMIT progressed(m_watcher.progressValue() / double(kSteps), text);
                });
        connect(&m_watcher, &QFutureWatcher<void>::progressValueChanged, this, [this](int value) {
            Q_EMIT progressed(value / double(kSteps), m_watcher.progressText());
        });
        connect(&m_watcher, &QFutureWatcher<void>::finished, this, &ThreadJob::end);
        m_watcher.setFuture(future);
        QTimer::singleShot(kOfferCancelMs, this, [this] {
            if (m_running)
                Q_EMIT cancelOffered();
        });
    }

    // Not QFuture::cancel(): that would skip work which has not begun, and nobody would hear of it.
    void cancel() override { *m_cancelled = true; }
    [[nodiscard]] bool isRunning() const override { return m_running; }
    [[nodiscard]] std::shared_ptr<std::atomic<bool>> cancelFlag() const { return m_cancelled; }
    void abandon() {
        m_watcher.disconnect();
        *m_cancelled = true;
        m_running = false;
        const auto keep = std::move(m_self);
    }

private:
    void end() {
        m_running = false;
        auto self = std::move(m_self);
        std::exchange(m_finish, {})();
        Q_EMIT finished();
        // The job kept itself until here. It must outlive the watcher's signal that called us. Not
        // in a posted event: one still waiting when the application goes would never let it end.
        m_ended.push_back(std::move(self));
    }

    QFutureWatcher<void> m_watcher;
    std::function<void()> m_finish;
    std::vector<std::shared_ptr<ThreadJob>>& m_ended;
    std::shared_ptr<std::atomic<bool>> m_cancelled = std::make_shared<std::atomic<bool>>(false);
    std::shared_ptr<ThreadJob> m_self;
    bool m_running = false;
};

class DoneJob final : public Job {
public:
    void cancel() override {}
    [[nodiscard]] bool isRunning() const override { return false; }
};

}  // namespace

struct ThreadJobRunner::Pool {
    QThreadPool threads;
    std::vector<std::weak_ptr<ThreadJob>> jobs;
    std::vector<std::shared_ptr<ThreadJob>> ended;  ///< Until the next start.
};

ThreadJobRunner::ThreadJobRunner(int threads)
    : m_pool(std::make_unique<Pool>()) {
    m_pool->threads.setMaxThreadCount(threads);
}

ThreadJobRunner::~ThreadJobRunner() {
    stop();
}

void ThreadJobRunner::stop() {
    for (const auto& weak : m_pool->jobs)
        if (const auto job = weak.lock())
            job->abandon();
    m_pool->jobs.clear();
    m_pool->ended.clear();
    m_pool->threads.waitForDone();
}

JobPtr ThreadJobRunner::start(std::function<void(JobControl&)> task, std::function<void()> finish) {
    std::erase_if(m_pool->jobs, [](const auto& weak) { return weak.expired(); });
    m_pool->ended.clear();
    auto job = std::make_shared<ThreadJob>(std::move(finish), m_pool->ended);
    m_pool->jobs.push_back(job);
    job->watch(QtConcurrent::run(&m_pool->threads,
                                 [task = std::move(task),
                                  cancelled = job->cancelFlag()](QPromise<void>& promise) mutable {
                                     PromiseControl control(promise, *cancelled);
                                     task(control);
                                 }),
               job);
    return job;
}

JobPtr ImmediateJobRunner::start(std::function<void(JobControl&)> task,
                                 std::function<void()> finish) {
    NullJobControl control;
    task(control);
    finish();
    return std::make_shared<DoneJob>();
}

}  // namespace nodewise::jobs
