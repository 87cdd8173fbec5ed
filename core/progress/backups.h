/// backups.h: rolling copies of the progress file, and the way back.
///
/// Copies lie in a folder of their own as "progress-20261123T094107120Z.db", made by SQLite's
/// backup API, so that they are whole even while the file is in use. Kept are the last 10, the
/// last of each of the last 10 days and the last of each of the last 12 months that have one (UTC).
#pragma once
#include "base/clock.h"
#include "base/result.h"
#include "progress/progress_store.h"
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace nodewise::progress {

struct Backup {
    std::filesystem::path file;
    Timestamp made;
    std::uint64_t bytes = 0;
    friend bool operator==(const Backup&, const Backup&) = default;
};

/// The copies in the folder, newest first; files of other names are not ours. An absent folder has
/// none. Errors: FileUnreadable.
[[nodiscard]] Result<std::vector<Backup>> listBackups(const std::filesystem::path& folder);

/// Which of these (newest first) the rule above keeps, newest first. Pure.
[[nodiscard]] std::vector<Backup> backupsToKeep(const std::vector<Backup>& backups);

/// Makes a copy as of now and removes those that the rule no longer keeps. A copy comes to its name
/// only when it is whole. When the log has not grown since the newest copy, that one is given
/// back and nothing is made. The clock may stand before the newest copy: then the copy is named
/// one millisecond after it, so that order stays. Errors: FileUnwritable, DiskFull,
/// DatabaseDamaged.
[[nodiscard]] Result<Backup> makeBackup(const ProgressStore& store,
                                        const std::filesystem::path& folder, const Clock& clock);

/// Puts a copy in the place of the progress file, which must not be open. What stood there is kept
/// as "<file>.before-<time>.backup" beside it, with its write-ahead log taken in. The copy is
/// checked first; after an error everything is as it was. Errors: FileNotFound, FormatUnknown,
/// DatabaseDamaged, DatabaseNewer, FileUnwritable, DiskFull.
[[nodiscard]] Result<void> restoreBackup(const std::filesystem::path& backup,
                                         const std::filesystem::path& file, const Clock& clock);

/// The name of the cloud service whose folder the path lies in ("OneDrive", "Dropbox" …): two
/// machines that sync one database file damage it. Judged by the names of the folders. Pure.
[[nodiscard]] std::optional<std::string> cloudFolderOf(const std::filesystem::path& path);

}  // namespace nodewise::progress
