#include "progress/progress_store.h"
#include "progress/call_rows.h"
#include "progress/database.h"
#include "progress/event_log.h"
#include "progress/migrations.h"
#include "progress/store_impl.h"
#include "serial/file_io.h"
#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>

namespace nodewise::progress {

namespace {

constexpr std::size_t kLongestName = 80;

Result<void> checkName(const std::string& name) {
    const bool blank = std::all_of(name.begin(), name.end(), [](char c) { return c == ' '; });
    if (blank || name.size() > kLongestName)
        return fail(ErrorCode::InvalidArgument, "a profile needs a name of 1 to 80 bytes");
    return {};
}

}  // namespace

ProgressStore::Impl::Impl(std::unique_ptr<SQLite::Database> db, std::filesystem::path file,
                          const Clock& clock)
    : m_db(std::move(db))
    , m_file(std::move(file))
    , m_clock(&clock) {}

ProgressStore::Impl::~Impl() = default;

Result<void> ProgressStore::Impl::guarded(const char* begin, const Work& work) {
    const std::lock_guard lock(m_mutex);
    bool open = false;
    try {
        if (begin) {
            m_db->exec(begin);
            open = true;
        }
        auto done = work(*m_db);
        if (!done && done.error().path.empty())
            done.error().path = serial::pathText(m_file);
        if (open)
            m_db->exec(done ? "COMMIT" : "ROLLBACK");
        return done;
    } catch (const SQLite::Exception& e) {
        // SQLite may have rolled back by itself (full disk); then this does nothing.
        if (open)
            m_db->tryExec("ROLLBACK");
        return fail(errorOf(e, m_file));
    }
}

Result<void> ProgressStore::Impl::write(const Work& work) {
    return guarded("BEGIN IMMEDIATE", work);
}

Result<void> ProgressStore::Impl::read(const Work& work) {
    return guarded("BEGIN", work);
}

Result<void> ProgressStore::Impl::bare(const Work& work) {
    return guarded(nullptr, work);
}

Result<void> ProgressStore::Impl::append(SQLite::Database& db, const ProfileId& profile,
                                         session::EventBody body) const {
    return appendEvent(db, {newUuid(), m_clock->now(), profile, std::move(body)});
}

Result<void> requireProfile(SQLite::Database& db, const ProfileId& profile) {
    SQLite::Statement row(db, "SELECT 1 FROM profile WHERE id = ?");
    row.bind(1, profile.value);
    if (!row.executeStep())
        return fail(ErrorCode::ProfileNotFound, "there is no profile \"" + profile.value + "\"");
    return {};
}

ProgressStore::ProgressStore(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}
ProgressStore::ProgressStore(ProgressStore&&) noexcept = default;
ProgressStore& ProgressStore::operator=(ProgressStore&&) noexcept = default;
ProgressStore::~ProgressStore() = default;

Result<ProgressStore> ProgressStore::open(const std::filesystem::path& file, const Clock& clock,
                                          StoreOptions options) {
    auto db = openDatabase(file, clock, options);
    if (!db)
        return fail(db.error());
    return ProgressStore(std::make_unique<Impl>(std::move(*db), file, clock));
}

int ProgressStore::currentVersion() {
    return static_cast<int>(allMigrations().size());
}

const std::filesystem::path& ProgressStore::path() const {
    return m_impl->file();
}

Result<Profile> ProgressStore::createProfile(const std::string& name) {
    if (auto ok = checkName(name); !ok)
        return fail(ok.error());
    Profile profile{ProfileId(newUuid()), name, m_impl->now()};
    auto done = m_impl->write([&](SQLite::Database& db) {
        return appendEvent(db,
                           {newUuid(), profile.created, profile.id, session::ProfileCreated{name}});
    });
    if (!done)
        return fail(done.error());
    return profile;
}

Result<std::vector<Profile>> ProgressStore::profiles() const {
    std::vector<Profile> result;
    auto done = m_impl->read([&](SQLite::Database& db) -> Result<void> {
        SQLite::Statement rows(db,
                               "SELECT id, name, created_ms FROM profile ORDER BY created_ms, id");
        while (rows.executeStep())
            result.push_back({ProfileId(rows.getColumn(0).getString()),
                              rows.getColumn(1).getString(),
                              Timestamp(std::chrono::milliseconds(rows.getColumn(2).getInt64()))});
        return {};
    });
    if (!done)
        return fail(done.error());
    return result;
}

Result<void> ProgressStore::renameProfile(const ProfileId& id, const std::string& name) {
    if (auto ok = checkName(name); !ok)
        return ok;
    return m_impl->write([&](SQLite::Database& db) -> Result<void> {
        if (auto ok = requireProfile(db, id); !ok)
            return ok;
        return m_impl->append(db, id, session::ProfileRenamed{name});
    });
}

Result<std::optional<std::string>>
ProgressStore::setting(const std::string& key, const std::optional<ProfileId>& profile) const {
    std::optional<std::string> result;
    auto done = m_impl->read([&](SQLite::Database& db) -> Result<void> {
        SQLite::Statement row(db, "SELECT value FROM setting WHERE profile = ? AND key = ?");
        row.bind(1, profile ? profile->value : std::string());
        row.bind(2, key);
        if (row.executeStep())
            result = row.getColumn(0).getString();
        return {};
    });
    if (!done)
        return fail(done.error());
    return result;
}

Result<void> ProgressStore::setSetting(const std::string& key, const std::string& value,
                                       const std::optional<ProfileId>& profile) {
    return m_impl->write([&](SQLite::Database& db) -> Result<void> {
        SQLite::Statement put(
            db, "INSERT OR REPLACE INTO setting (profile, key, value) VALUES (?, ?, ?)");
        put.bind(1, profile ? profile->value : std::string());
        put.bind(2, key);
        put.bind(3, value);
        put.exec();
        return {};
    });
}

Result<std::vector<session::Event>> ProgressStore::events() const {
    std::vector<session::Event> result;
    auto done = m_impl->read([&](SQLite::Database& db) {
        return readEvents(
            db, [&](std::int64_t, session::Event&& event) { result.push_back(std::move(event)); });
    });
    if (!done)
        return fail(done.error());
    return result;
}

Result<void> ProgressStore::rebuild() {
    return m_impl->write([](SQLite::Database& db) { return rebuildFromLog(db); });
}

Result<void> ProgressStore::checkIntegrity() const {
    return m_impl->bare([](SQLite::Database& db) -> Result<void> {
        SQLite::Statement check(db, "PRAGMA integrity_check(1)");
        const std::string found = check.executeStep() ? check.getColumn(0).getString() : "nothing";
        if (found != "ok")
            return fail(ErrorCode::DatabaseDamaged, "integrity_check: " + found);
        SQLite::Statement keys(db, "PRAGMA foreign_key_check");
        if (keys.executeStep())
            return fail(ErrorCode::DatabaseDamaged,
                        "a row of " + keys.getColumn(0).getString() + " points nowhere");
        return {};
    });
}

Result<void> ProgressStore::backupTo(const std::filesystem::path& file) const {
    return m_impl->bare([&](SQLite::Database& db) -> Result<void> {
        copyDatabase(db, file);
        return {};
    });
}

}  // namespace nodewise::progress
