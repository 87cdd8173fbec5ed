#include "ui/models/safekeeping.h"
#include <QDateTime>
#include <QLocale>

namespace nodewise::models {

QString copyTitle(const progress::Backup& backup) {
    const auto time = QDateTime::fromMSecsSinceEpoch(backup.made.time_since_epoch().count());
    //: Format of a day and a time, as QLocale takes it.
    return QLocale().toString(time.toLocalTime(), Safekeeping::tr("dddd d MMMM yyyy, HH:mm"));
}

Safekeeping::Safekeeping(progress::ProgressStore& store, std::filesystem::path folder,
                         const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_folder(std::move(folder))
    , m_clock(clock) {}

Result<void> Safekeeping::keepCopy() {
    const auto made = progress::makeBackup(m_store, m_folder, m_clock);
    if (!made)
        return fail(made.error());
    Q_EMIT changed();
    return {};
}

std::vector<CopyRow> Safekeeping::copies() const {
    std::vector<CopyRow> rows;
    if (const auto found = progress::listBackups(m_folder))
        for (const progress::Backup& backup : *found)
            rows.push_back({backup.file, copyTitle(backup),
                            QLocale().formattedDataSize(static_cast<qint64>(backup.bytes), 0,
                                                        QLocale::DataSizeTraditionalFormat)});
    return rows;
}

QString Safekeeping::warning() const {
    const auto service = progress::cloudFolderOf(m_store.path());
    if (!service)
        return {};
    return tr("Your progress lies in a folder of %1. Two computers that write it at once damage "
              "it; choose a folder of this computer with --data-dir.")
        .arg(QString::fromStdString(*service));
}

void Safekeeping::restore(const std::filesystem::path& copy) {
    Q_EMIT restoreRequested(copy);
}

}  // namespace nodewise::models
