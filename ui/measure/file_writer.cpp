#include "ui/measure/file_writer.h"
#include "ui/widgets/strips.h"

namespace nodewise::measure_screen {

namespace {

constexpr int kStripAfterMs = 200;

}  // namespace

FileWriter::FileWriter(jobs::JobRunner& jobs, widgets::ProgressStrip& strip, QObject* parent)
    : QObject(parent)
    , m_jobs(jobs)
    , m_strip(strip) {
    m_showStrip.setSingleShot(true);
    m_showStrip.setInterval(kStripAfterMs);
    connect(&m_showStrip, &QTimer::timeout, this, [this] {
        m_strip.start(m_what);
        m_strip.raise();
    });
    connect(&strip, &widgets::ProgressStrip::cancelRequested, this, &FileWriter::cancel);
}

FileWriter::~FileWriter() {
    cancel();
}

void FileWriter::cancel() {
    if (m_job)
        m_job->cancel();
}

void FileWriter::start(const QString& what) {
    m_busy = true;
    m_what = what;
    m_showStrip.start();
}

void FileWriter::follow(jobs::JobPtr job) {
    // A runner that works at once has told already.
    if (!m_busy)
        return;
    m_job = std::move(job);
    connect(m_job.get(), &jobs::Job::progressed, this,
            [this](double fraction) { m_strip.setProgress(fraction); });
}

void FileWriter::startNext() {
    if (m_busy || m_waiting.empty())
        return;
    const auto next = std::move(m_waiting.front());
    m_waiting.pop_front();
    next();
}

void FileWriter::finish() {
    m_busy = false;
    m_job.reset();
    m_showStrip.stop();
    m_strip.finish();
}

}  // namespace nodewise::measure_screen
