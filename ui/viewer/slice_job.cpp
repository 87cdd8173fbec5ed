#include "ui/viewer/slice_job.h"
#include <QElapsedTimer>
#include <QtConcurrentRun>

namespace nodewise::viewer {

SliceJob::SliceJob(QObject* parent)
    : QObject(parent) {
    connect(&m_watcher, &QFutureWatcher<Done>::finished, this, &SliceJob::finish);
}

void SliceJob::request(const SliceScene& scene) {
    if (m_running)
        m_waiting = scene;
    else
        start(scene);
}

void SliceJob::drop() {
    m_waiting.reset();
    m_dropped = m_running;
}

void SliceJob::start(const SliceScene& scene) {
    m_running = true;
    m_dropped = false;
    // The worker holds its own copy of the scene: it may outlive the view.
    m_watcher.setFuture(QtConcurrent::run([scene] {
        QElapsedTimer timer;
        timer.start();
        QImage image = renderImage(scene);
        return Done{std::move(image), scene, static_cast<double>(timer.nsecsElapsed()) / 1e6};
    }));
}

void SliceJob::finish() {
    m_running = false;
    const bool dropped = m_dropped;
    const Done done = m_watcher.result();
    if (m_waiting) {
        const SliceScene next = *m_waiting;
        m_waiting.reset();
        start(next);
    }
    if (!dropped)
        Q_EMIT ready(done.image, done.scene, done.ms);
}

}  // namespace nodewise::viewer
