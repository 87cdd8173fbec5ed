/// remedy_pictures.h: the pictures on remedy cards, drawn once from their recipes and kept as
/// files.
#pragma once
#include "ui/jobs/job_runner.h"
#include <QHash>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <deque>

namespace nodewise::casepack {
struct RemedyCard;
}

namespace nodewise::remedies {

/// GUI thread only; one picture is drawn at a time. A file belongs to a card, its neck and the
/// generator's version: an old one is never shown for a new card.
class RemedyPictures final : public QObject {
    Q_OBJECT
public:
    /// `folder` is the cache (made when absent); empty keeps nothing on the disk. Jobs outlive the
    /// pictures.
    RemedyPictures(jobs::JobRunner& jobs, QString folder, QObject* parent = nullptr);

    static constexpr int kSide = 424;  ///< Logical pixels of a picture, square.

    /// Null until it is drawn: asking starts the work.
    [[nodiscard]] QImage picture(const casepack::RemedyCard& card);
    /// True when the picture cannot be drawn; nobody waits for it any more.
    [[nodiscard]] bool failed(const casepack::RemedyCard& card) const;

Q_SIGNALS:
    /// The picture of a card is there, or will not come.
    void ready(const QString& code);

private:
    [[nodiscard]] QString fileOf(const casepack::RemedyCard& card) const;
    void startNext();

    jobs::JobRunner& m_jobs;
    QString m_folder;
    QHash<QString, QImage> m_pictures;
    QSet<QString> m_failed;
    std::deque<const casepack::RemedyCard*> m_wishes;
    bool m_running = false;
};

}  // namespace nodewise::remedies
