/// file_writer.h: files of the Measure place are written and read beside the work, never in its
/// way.
#pragma once
#include "base/result.h"
#include "ui/jobs/job_runner.h"
#include <QObject>
#include <QTimer>
#include <functional>

namespace nodewise::widgets {
class ProgressStrip;
}

namespace nodewise::measure_screen {

/// One file at a time, off the GUI thread; longer work shows the strip with its Cancel.
class FileWriter final : public QObject {
    Q_OBJECT
public:
    /// Both outlive the writer.
    FileWriter(jobs::JobRunner& jobs, widgets::ProgressStrip& strip, QObject* parent);
    ~FileWriter() override;

    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// `work` runs elsewhere and holds what it needs by value; then `done` in the GUI thread, also
    /// after Cancel (ErrorCode::Cancelled). False, and nothing happens, while another is at work.
    template <class T, class Done>
    bool run(const QString& what, std::function<Result<T>(JobControl&)> work, Done done) {
        if (m_busy)
            return false;
        start(what);
        follow(m_jobs.run(this, std::move(work),
                          [this, done = std::move(done)](Result<T> result) mutable {
                              finish();
                              done(std::move(result));
                          }));
        return true;
    }
    void cancel();

private:
    void start(const QString& what);
    void follow(jobs::JobPtr job);
    void finish();

    jobs::JobRunner& m_jobs;
    widgets::ProgressStrip& m_strip;
    jobs::JobPtr m_job;
    QTimer m_showStrip;  ///< Short work shows no strip at all.
    QString m_what;
    bool m_busy = false;
};

}  // namespace nodewise::measure_screen
