#include "progress/database.h"
#include "base/log.h"
#include "progress/migrations.h"
#include "serial/file_io.h"
#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <array>
#include <cstring>
#include <fstream>
#include <sqlite3.h>
#include <thread>

namespace nodewise::progress {

namespace {

namespace fs = std::filesystem;
using serial::pathText;

constexpr std::string_view kMagic{"SQLite format 3\0", 16};
constexpr std::size_t kHeaderBytes = 100, kVersionOffset = 60;

int latestVersion() {
    return static_cast<int>(allMigrations().size());
}

tl::unexpected<Error> newer(int version, const fs::path& file) {
    return fail(ErrorCode::DatabaseNewer,
                "the progress file has version " + std::to_string(version) +
                    " and this Nodewise knows up to " + std::to_string(latestVersion()) +
                    "; start the newer Nodewise, or choose another data folder",
                pathText(file));
}

tl::unexpected<Error> damaged(const std::string& what, const fs::path& file) {
    return fail(ErrorCode::DatabaseDamaged,
                what + "; put the newest \"" + pathText(file.filename()) +
                    ".v*.backup\" of this folder in its place, or move the file away",
                pathText(file));
}

// Looks at the file without SQLite, so that a newer or foreign file stays as it is.
Result<void> checkHeader(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return fail(ErrorCode::FileUnreadable, "the progress file cannot be read; check its rights",
                    pathText(file));
    std::array<char, kHeaderBytes> header{};
    in.read(header.data(), header.size());
    if (in.gcount() == 0)
        return {};
    if (in.gcount() < static_cast<std::streamsize>(kHeaderBytes) ||
        std::string_view(header.data(), kMagic.size()) != kMagic)
        return damaged("this is no SQLite file", file);
    std::uint32_t version = 0;
    for (std::size_t i = 0; i < 4; ++i)
        version = (version << 8) | static_cast<unsigned char>(header[kVersionOffset + i]);
    if (version > static_cast<std::uint32_t>(latestVersion()))
        return newer(static_cast<int>(version), file);
    return {};
}

// A newer program may have left its version in the write-ahead log only.
Result<void> checkLogVersion(const fs::path& file) {
    fs::path log = file;
    log += "-wal";
    std::error_code error;
    if (!fs::exists(log, error) || fs::file_size(log, error) == 0)
        return {};
    SQLite::Database db(pathText(file), SQLite::OPEN_READONLY, 1000);
    sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    const int version = db.execAndGet("PRAGMA user_version").getInt();
    if (version > latestVersion())
        return newer(version, file);
    return {};
}

Result<void> checkOwner(SQLite::Database& db, const fs::path& file) {
    const int version = db.execAndGet("PRAGMA user_version").getInt();
    const int owner = db.execAndGet("PRAGMA application_id").getInt();
    const int tables = db.execAndGet("SELECT count(*) FROM sqlite_schema").getInt();
    const bool empty = version == 0 && owner == 0 && tables == 0;
    if (!empty && owner != kApplicationId)
        return fail(ErrorCode::FormatUnknown, "this is another program's database", pathText(file));
    return {};
}

Result<void> quickCheck(SQLite::Database& db, const fs::path& file) {
    SQLite::Statement check(db, "PRAGMA quick_check(1)");
    const std::string found = check.executeStep() ? check.getColumn(0).getString() : "nothing";
    if (found != "ok")
        return damaged("the progress file fails its check (" + found + ")", file);
    return {};
}

// Two programs that start at once both want to switch to WAL; SQLite does not wait for that itself.
void switchToWal(SQLite::Database& db, std::chrono::milliseconds patience) {
    const auto end = std::chrono::steady_clock::now() + patience;
    for (;;) {
        try {
            const std::string mode = db.execAndGet("PRAGMA journal_mode=WAL").getString();
            if (mode != "wal")
                log::warning("progress: the file system has no write-ahead log; journal " + mode);
            return;
        } catch (const SQLite::Exception& e) {
            if ((e.getErrorCode() & 0xff) != SQLITE_BUSY || std::chrono::steady_clock::now() > end)
                throw;
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    }
}

void backupBeforeMigration(SQLite::Database& db, const fs::path& file, int version,
                           const Clock& clock) {
    std::string time = toIso8601(clock.now());
    std::erase_if(time, [](char c) { return c == ':' || c == '-' || c == '.'; });
    for (int attempt = 0;; ++attempt) {
        fs::path target = file;
        target += ".v" + std::to_string(version) + "-" + time +
                  (attempt ? "-" + std::to_string(attempt) : "") + ".backup";
        if (fs::exists(target))
            continue;
        copyDatabase(db, target);
        return;
    }
}

// One step in one transaction. The version is read inside: another program may have been faster.
void migrateOneStep(SQLite::Database& db, int from) {
    db.exec("BEGIN IMMEDIATE");
    try {
        if (db.execAndGet("PRAGMA user_version").getInt() == from) {
            db.exec(std::string(allMigrations()[static_cast<std::size_t>(from)].sql));
            db.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
            db.exec("PRAGMA user_version = " + std::to_string(from + 1));
        }
        db.exec("COMMIT");
    } catch (...) {
        db.tryExec("ROLLBACK");
        throw;
    }
}

void migrate(SQLite::Database& db, const fs::path& file, const Clock& clock) {
    const int found = db.execAndGet("PRAGMA user_version").getInt();
    if (found > 0 && found < latestVersion())
        backupBeforeMigration(db, file, found, clock);
    for (int version = found; version < latestVersion(); ++version)
        migrateOneStep(db, version);
}

Result<void> prepareFolder(const fs::path& file) {
    std::error_code error;
    if (file.has_parent_path())
        fs::create_directories(file.parent_path(), error);
    if (error)
        return fail(ErrorCode::FileUnwritable,
                    "the folder for the progress file cannot be made: " + error.message(),
                    pathText(file));
    if (fs::is_directory(file, error))
        return fail(ErrorCode::FileUnwritable, "there is a folder where the progress file belongs",
                    pathText(file));
    return fs::exists(file, error) ? checkHeader(file) : Result<void>{};
}

Result<std::unique_ptr<SQLite::Database>> openChecked(const fs::path& file, const Clock& clock,
                                                      const StoreOptions& options) {
    if (auto ok = checkLogVersion(file); !ok)
        return fail(ok.error());
    auto db = std::make_unique<SQLite::Database>(pathText(file),
                                                 SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE,
                                                 static_cast<int>(options.busyTimeout.count()));
    if (sqlite3_db_readonly(db->getHandle(), "main") != 0)
        return fail(ErrorCode::FileUnwritable,
                    "the progress file is read-only; allow writing, or choose another data folder",
                    pathText(file));
    if (auto ok = checkOwner(*db, file); !ok)
        return fail(ok.error());
    if (auto ok = quickCheck(*db, file); !ok)
        return fail(ok.error());
    switchToWal(*db, options.busyTimeout);
    db->exec("PRAGMA synchronous=FULL");
    db->exec("PRAGMA foreign_keys=ON");
    if (options.maximumPages > 0)
        db->execAndGet("PRAGMA max_page_count=" + std::to_string(options.maximumPages));
    migrate(*db, file, clock);
    return db;
}

}  // namespace

Result<std::unique_ptr<SQLite::Database>> openDatabase(const fs::path& file, const Clock& clock,
                                                       const StoreOptions& options) {
    if (auto ok = prepareFolder(file); !ok)
        return fail(ok.error());
    try {
        return openChecked(file, clock, options);
    } catch (const SQLite::Exception& e) {
        return fail(errorOf(e, file));
    }
}

void copyDatabase(SQLite::Database& from, const fs::path& to) {
    SQLite::Database target(pathText(to), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    SQLite::Backup backup(target, from);
    backup.executeStep();
}

Error errorOf(const SQLite::Exception& exception, const fs::path& file) {
    const std::string what = exception.what();
    const auto make = [&](ErrorCode code, const std::string& advice) {
        return Error{code, what + "; " + advice, pathText(file), {}};
    };
    switch (exception.getErrorCode() & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return make(ErrorCode::DatabaseBusy, "another Nodewise is writing: try again");
    case SQLITE_FULL:
        return make(ErrorCode::DiskFull,
                    "make room on the disk and try again; nothing was changed");
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return make(ErrorCode::FileUnwritable, "allow writing to the file and its folder");
    case SQLITE_IOERR:
        return exception.getExtendedErrorCode() == SQLITE_IOERR_READ
                   ? make(ErrorCode::FileUnreadable, "check the disk")
                   : make(ErrorCode::FileUnwritable, "check the disk; nothing was changed");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return make(ErrorCode::DatabaseDamaged, "put the newest backup in its place");
    case SQLITE_NOMEM:
        return make(ErrorCode::OutOfMemory, "close other programs");
    default:
        return make(ErrorCode::Internal, "this is an error in Nodewise");
    }
}

}  // namespace nodewise::progress
