/// slice_job.h: makes pictures in the background; newer wishes overtake older ones.
#pragma once
#include "ui/viewer/slice_picture.h"
#include <QFutureWatcher>
#include <QImage>
#include <QObject>
#include <optional>

namespace nodewise::viewer {

/// One picture is in work at a time; of the wishes that come meanwhile only the last is kept.
class SliceJob : public QObject {
    Q_OBJECT
public:
    explicit SliceJob(QObject* parent = nullptr);

    void request(const SliceScene& scene);
    /// Forgets what is in work and what waits: nothing older will arrive.
    void drop();
    [[nodiscard]] bool busy() const { return m_running || m_waiting.has_value(); }

Q_SIGNALS:
    void ready(const QImage& image, const nodewise::viewer::SliceScene& scene, double ms);

private:
    struct Done {
        QImage image;
        SliceScene scene;
        double ms = 0;
    };
    void start(const SliceScene& scene);
    void finish();

    QFutureWatcher<Done> m_watcher;
    std::optional<SliceScene> m_waiting;
    bool m_running = false;
    bool m_dropped = false;
};

}  // namespace nodewise::viewer
