#include "ui/remedies/remedy_pictures.h"
#include "casepack/remedy_picture.h"
#include "synthesis/generator_version.h"
#include "ui/remedies/remedy_painter.h"
#include <QDir>
#include <algorithm>

namespace nodewise::remedies {

using casepack::RemedyCard;

namespace {

constexpr double kRatio = 2;  ///< Sharp at scale 2; scaled down at 1.

QString codeOf(const RemedyCard& card) {
    return QString::fromStdString(card.code);
}

}  // namespace

RemedyPictures::RemedyPictures(jobs::JobRunner& jobs, QString folder, QObject* parent)
    : QObject(parent)
    , m_jobs(jobs)
    , m_folder(std::move(folder)) {
    if (!m_folder.isEmpty())
        QDir().mkpath(m_folder);
}

QString RemedyPictures::fileOf(const RemedyCard& card) const {
    return QStringLiteral("%1/card-%2-%3-%4-%5.png")
        .arg(m_folder, codeOf(card), QString::fromStdString(card.pictureCase.value))
        .arg(card.pictureSeed)
        .arg(synthesis::kGeneratorVersion);
}

bool RemedyPictures::failed(const RemedyCard& card) const {
    return m_failed.contains(codeOf(card));
}

QImage RemedyPictures::picture(const RemedyCard& card) {
    const QString code = codeOf(card);
    if (const auto found = m_pictures.constFind(code); found != m_pictures.constEnd())
        return *found;
    if (m_failed.contains(code))
        return {};
    if (!m_folder.isEmpty())
        if (QImage kept(fileOf(card)); !kept.isNull()) {
            kept.setDevicePixelRatio(kRatio);
            m_pictures.insert(code, kept);
            return kept;
        }
    // Cards are built in and stay where they are.
    if (std::find(m_wishes.begin(), m_wishes.end(), &card) == m_wishes.end()) {
        m_wishes.push_back(&card);
        QMetaObject::invokeMethod(this, &RemedyPictures::startNext, Qt::QueuedConnection);
    }
    return {};
}

void RemedyPictures::startNext() {
    if (m_running || m_wishes.empty())
        return;
    m_running = true;
    const RemedyCard* card = m_wishes.front();
    auto work = [card](JobControl& job) {
        const auto piece = casepack::drawRemedyPicture(*card, job);
        return piece ? paintRemedy(*piece, {kSide, kSide}, kRatio) : QImage();
    };
    m_jobs.run(this, std::move(work), [this, card](const QImage& picture) {
        const QString code = codeOf(*card);
        if (picture.isNull()) {
            m_failed.insert(code);
        } else {
            m_pictures.insert(code, picture);
            if (!m_folder.isEmpty())
                picture.save(fileOf(*card));
        }
        std::erase(m_wishes, card);
        m_running = false;
        Q_EMIT ready(code);
        startNext();
    });
}

}  // namespace nodewise::remedies
