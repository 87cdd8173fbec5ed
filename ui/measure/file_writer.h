/// file_writer.h: files of the Measure place are written and read beside the work, never in its
/// way.
#pragma once
#include "base/result.h"
#include "ui/jobs/job_runner.h"
#include <QObject>
#include <QTimer>
#include <deque>
#include <functional>

namespace nodewise::widgets {
class ProgressStrip;
}

namespace nodewise::measure_screen {

/// One file after the other, off the GUI thread; longer work shows the strip with its Cancel.
class FileWriter final : public QObject {
    Q_OBJECT
public:
    /// Both outlive the writer.
    FileWriter(jobs::JobRunner& jobs, widgets::ProgressStrip& strip, QObject* parent);
    ~FileWriter() override;

    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// `work` runs elsewhere, after what was asked for before it, and holds what it needs by value;
    /// then `done` in the GUI thread, also after Cancel (ErrorCode::Cancelled).
    template <class T, class Done>
    void run(const QString& what, std::function<Result<T>(JobControl&)> work, Done done) {
        m_waiting.emplace_back([this, what, work = std::move(work), done = std::move(done)] {
            start(what);
            follow(m_jobs.run(this, work, [this, done](Result<T> result) {
                finish();
                done(std::move(result));
                startNext();
            }));
        });
        startNext();
    }
    /// Cancels what is at work; what waits goes on.
    void cancel();

private:
    void start(const QString& what);
    void follow(jobs::JobPtr job);
    void finish();
    void startNext();

    jobs::JobRunner& m_jobs;
    widgets::ProgressStrip& m_strip;
    jobs::JobPtr m_job;
    QTimer m_showStrip;  ///< Short work shows no strip at all.
    std::deque<std::function<void()>> m_waiting;
    QString m_what;
    bool m_busy = false;
};

}  // namespace nodewise::measure_screen
