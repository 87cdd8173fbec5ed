/// safekeeping.h: the copies of the progress file, the way back, and what endangers it.
#pragma once
#include "base/clock.h"
#include "progress/backups.h"
#include <QObject>
#include <QString>
#include <filesystem>
#include <optional>
#include <vector>

namespace nodewise::models {

struct CopyRow {
    std::filesystem::path file;
    QString title;   ///< "Monday 23 November 2026, 18:41"
    QString detail;  ///< "120 kB"
};

/// No widget. GUI thread only.
class Safekeeping final : public QObject {
    Q_OBJECT
public:
    /// Store and clock outlive it; `folder` holds the copies.
    Safekeeping(progress::ProgressStore& store, std::filesystem::path folder, const Clock& clock,
                QObject* parent = nullptr);

    /// Makes a copy when something is new since the last one. Errors of progress::makeBackup.
    [[nodiscard]] Result<void> keepCopy();
    /// Newest first.
    [[nodiscard]] std::vector<CopyRow> copies() const;
    /// One sentence when the progress file lies where a cloud service moves it about; else empty.
    [[nodiscard]] QString warning() const;
    /// Asks for the copy to be put in place of the present file. The program ends its window, does
    /// it, and starts again: a file that is open cannot be replaced.
    void restore(const std::filesystem::path& copy);

Q_SIGNALS:
    void changed();
    void restoreRequested(const std::filesystem::path& copy);

private:
    progress::ProgressStore& m_store;
    std::filesystem::path m_folder;
    const Clock& m_clock;
};

/// "Monday 23 November 2026, 18:41", local time.
[[nodiscard]] QString copyTitle(const progress::Backup& backup);

}  // namespace nodewise::models
