/// thumbnails.h: small pictures of cases and of called nodes, drawn once and kept as files.
#pragma once
#include "session/events.h"
#include "ui/jobs/job_runner.h"
#include "ui/models/case_library.h"
#include <QHash>
#include <QImage>
#include <QObject>
#include <QSet>
#include <deque>
#include <functional>

namespace nodewise::models {

/// The three kinds of picture.
enum class ThumbnailKind {
    Opening,  ///< Axial slice at the case's opening position, whole field; never aimed at a node.
    Coronal,  ///< Coronal slice through the middle of the volume.
    Node      ///< 48 mm around the reader's own mark; of kept calls only.
};

/// GUI thread only. Asking starts the work; `ready` tells when the picture is there. One case is
/// opened at a time.
class Thumbnails final : public QObject {
    Q_OBJECT
public:
    /// `folder` is the cache (made when absent). Services and jobs outlive the thumbnails.
    Thumbnails(ReadingServices& services, jobs::JobRunner& jobs, QString folder,
               QObject* parent = nullptr);

    /// Null until it is drawn.
    [[nodiscard]] QImage opening(const LibraryEntry& entry);
    [[nodiscard]] QImage coronal(const LibraryEntry& entry);
    /// `entry` is the case of the call.
    [[nodiscard]] QImage node(const session::CallRecord& call, const LibraryEntry& entry);

    [[nodiscard]] bool isBusy() const { return m_running || !m_wishes.empty(); }

Q_SIGNALS:
    void ready();

private:
    struct Wish {
        QString key;
        ThumbnailKind kind = ThumbnailKind::Opening;
        LibraryEntry entry;
        std::optional<PointLps> mark;
    };
    [[nodiscard]] QImage find(const Wish& wish);
    [[nodiscard]] QString fileOf(const QString& key) const;
    void startNext();

    ReadingServices& m_services;
    jobs::JobRunner& m_jobs;
    QString m_folder;
    QHash<QString, QImage> m_pictures;
    QSet<QString> m_failed;
    std::deque<Wish> m_wishes;
    bool m_running = false;
};

/// Middle and width, mm, of what is denser than air in the axial slice through `through`; nothing
/// when all is air. Pure.
struct BodyField {
    PointLps centre;
    double widthMm = 0;
};
[[nodiscard]] std::optional<BodyField> bodyField(const CtVolume& volume, PointLps through);

/// One gray picture of a volume, `pixels` square, covering `fieldMm` around `centre`. Pure.
[[nodiscard]] QImage drawSquare(const CtVolume& volume, ThumbnailKind kind, PointLps centre,
                                double fieldMm, int pixels, const Window& window);

}  // namespace nodewise::models
