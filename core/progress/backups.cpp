#include "progress/backups.h"
#include "base/iso_time.h"
#include "progress/database.h"
#include "serial/file_io.h"
#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <array>
#include <cctype>
#include <set>

namespace nodewise::progress {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kPrefix = "progress-", kSuffix = ".db";
constexpr std::size_t kLast = 10, kOfDays = 10, kOfMonths = 12;

/// "20261123T094107120Z": ISO 8601 without the signs that Windows does not take.
std::string compactTime(Timestamp time) {
    std::string text = toIso8601(time);
    std::erase_if(text, [](char c) { return c == ':' || c == '-' || c == '.'; });
    return text;
}

std::optional<Timestamp> timeOfName(std::string name) {
    constexpr std::size_t kDigits = 19;
    if (name.size() != kPrefix.size() + kDigits + kSuffix.size() || !name.starts_with(kPrefix) ||
        !name.ends_with(kSuffix))
        return std::nullopt;
    std::string text = name.substr(kPrefix.size(), kDigits);
    for (const auto& [at, sign] : {std::pair{4, '-'}, {7, '-'}, {13, ':'}, {16, ':'}, {19, '.'}})
        text.insert(static_cast<std::size_t>(at), 1, sign);
    return fromIso8601(text);
}

/// The first of each different key among the newest, at most `count` keys.
template <class Key>
void keepOnePer(const std::vector<Backup>& backups, std::size_t count, const Key& key,
                std::set<fs::path>& kept) {
    std::set<decltype(key(Timestamp{}))> seen;
    for (const Backup& backup : backups)
        if (seen.size() < count && seen.insert(key(backup.made)).second)
            kept.insert(backup.file);
}

Result<std::int64_t> newestLine(const fs::path& file) {
    try {
        SQLite::Database db(serial::pathText(file), SQLite::OPEN_READONLY, 5000);
        return db.execAndGet("SELECT coalesce(max(seq), 0) FROM event").getInt64();
    } catch (const SQLite::Exception& e) {
        return fail(errorOf(e, file));
    }
}

Result<void> removeOld(const fs::path& folder) {
    const auto all = listBackups(folder);
    if (!all)
        return fail(all.error());
    const auto kept = backupsToKeep(*all);
    for (const Backup& backup : *all)
        if (std::ranges::find(kept, backup) == kept.end()) {
            std::error_code ignored;  // A copy too many does no harm; the next run tries again.
            fs::remove(backup.file, ignored);
        }
    return {};
}

Result<void> makeFolder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return fail(ErrorCode::FileUnwritable,
                    "the folder for backups cannot be made: " + error.message(),
                    serial::pathText(folder));
    return {};
}

/// Takes the write-ahead log into the file and copies it beside itself.
Result<void> setAside(const fs::path& file, const fs::path& aside) {
    try {
        SQLite::Database db(serial::pathText(file), SQLite::OPEN_READWRITE, 5000);
        copyDatabase(db, aside);
        return {};
    } catch (const SQLite::Exception&) {
        // Too damaged to be read as a database: its bytes are kept as they are.
        std::error_code error;
        fs::copy_file(file, aside, fs::copy_options::overwrite_existing, error);
        if (error)
            return fail(ErrorCode::FileUnwritable, error.message(), serial::pathText(aside));
        return {};
    }
}

std::string small(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

}  // namespace

Result<std::vector<Backup>> listBackups(const fs::path& folder) {
    std::vector<Backup> found;
    std::error_code error;
    if (!fs::exists(folder, error))
        return found;
    fs::directory_iterator at(folder, error);
    for (; !error && at != fs::directory_iterator(); at.increment(error)) {
        const auto made = timeOfName(serial::pathText(at->path().filename()));
        std::error_code ignored;
        if (made && at->is_regular_file(ignored))
            found.push_back({at->path(), *made, at->file_size(ignored)});
    }
    if (error)
        return fail(ErrorCode::FileUnreadable, error.message(), serial::pathText(folder));
    std::ranges::sort(found, std::greater<>(), &Backup::made);
    return found;
}

std::vector<Backup> backupsToKeep(const std::vector<Backup>& backups) {
    using namespace std::chrono;
    std::set<fs::path> kept;
    for (std::size_t i = 0; i < std::min(kLast, backups.size()); ++i)
        kept.insert(backups[i].file);
    keepOnePer(
        backups, kOfDays, [](Timestamp t) { return floor<days>(t); }, kept);
    keepOnePer(
        backups, kOfMonths,
        [](Timestamp t) {
            const year_month_day date(floor<days>(t));
            return std::pair(static_cast<int>(date.year()), static_cast<unsigned>(date.month()));
        },
        kept);
    std::vector<Backup> result;
    std::ranges::copy_if(backups, std::back_inserter(result),
                         [&kept](const Backup& b) { return kept.contains(b.file); });
    return result;
}

Result<Backup> makeBackup(const ProgressStore& store, const fs::path& folder, const Clock& clock) {
    if (auto ok = makeFolder(folder); !ok)
        return fail(ok.error());
    const auto before = listBackups(folder);
    if (!before)
        return fail(before.error());
    Timestamp time = clock.now();
    if (!before->empty()) {
        const auto then = newestLine(before->front().file), now = newestLine(store.path());
        if (then && now && *then == *now)
            return before->front();
        time = std::max(time, before->front().made + std::chrono::milliseconds(1));
    }
    const fs::path file =
        folder / (std::string(kPrefix) + compactTime(time) + std::string(kSuffix));
    fs::path fresh = file;
    fresh += ".part";
    if (auto ok = store.backupTo(fresh); !ok) {
        std::error_code ignored;
        fs::remove(fresh, ignored);
        return fail(ok.error());
    }
    if (auto ok = serial::replaceFile(fresh, file); !ok)
        return fail(ok.error());
    if (auto ok = removeOld(folder); !ok)
        return fail(ok.error());
    std::error_code ignored;
    return Backup{file, time, fs::file_size(file, ignored)};
}

Result<void> restoreBackup(const fs::path& backup, const fs::path& file, const Clock& clock) {
    std::error_code error;
    if (!fs::exists(backup, error))
        return fail(ErrorCode::FileNotFound, "there is no such backup", serial::pathText(backup));
    fs::path fresh = file;
    fresh += ".restore";
    fs::copy_file(backup, fresh, fs::copy_options::overwrite_existing, error);
    if (error)
        return fail(ErrorCode::FileUnwritable, error.message(), serial::pathText(fresh));
    // Opening checks it, and brings an older one to the current version.
    if (const auto opened = ProgressStore::open(fresh, clock); !opened) {
        fs::remove(fresh, error);
        return fail(opened.error().code, opened.error().detail, serial::pathText(backup));
    }
    if (fs::exists(file, error)) {
        fs::path aside = file;
        aside += ".before-" + compactTime(clock.now()) + ".backup";
        if (auto ok = setAside(file, aside); !ok)
            return ok;
    }
    for (const char* part : {"-wal", "-shm"}) {
        fs::path log = file;
        log += part;
        fs::remove(log, error);
        fs::path freshLog = fresh;
        freshLog += part;
        fs::remove(freshLog, error);
    }
    return serial::replaceFile(fresh, file);
}

std::optional<std::string> cloudFolderOf(const fs::path& path) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kServices{
        {{"onedrive", "OneDrive"},
         {"dropbox", "Dropbox"},
         {"google drive", "Google Drive"},
         {"googledrive", "Google Drive"},
         {"nextcloud", "Nextcloud"},
         {"owncloud", "ownCloud"},
         {"mobile documents", "iCloud"},
         {"icloud", "iCloud"}}};
    for (const fs::path& part : path) {
        const std::string name = small(serial::pathText(part));
        for (const auto& [begin, service] : kServices)
            if (name.starts_with(begin))
                return std::string(service);
    }
    return std::nullopt;
}

}  // namespace nodewise::progress
