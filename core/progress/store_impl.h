/// store_impl.h: what the parts of the progress store share; for core/progress/*.cpp only.
#pragma once
#include "progress/progress_store.h"
#include <functional>
#include <mutex>
#include <type_traits>

namespace SQLite {
class Database;
}

namespace nodewise::progress {

class ProgressStore::Impl {
public:
    Impl(std::unique_ptr<SQLite::Database> db, std::filesystem::path file, const Clock& clock);
    ~Impl();

    using Work = std::function<Result<void>(SQLite::Database&)>;

    /// One writing transaction under the lock: BEGIN IMMEDIATE, then COMMIT when `work` succeeds
    /// and ROLLBACK when it fails or throws.
    [[nodiscard]] Result<void> write(const Work& work);
    /// One reading transaction under the lock: everything in it sees the same moment.
    [[nodiscard]] Result<void> read(const Work& work);
    /// The same without a transaction, for PRAGMAs and copies.
    [[nodiscard]] Result<void> bare(const Work& work);

    /// `read` for work that gives a value: work(SQLite::Database&) -> Result<T>.
    template <class F>
    [[nodiscard]] auto query(const F& work) -> std::invoke_result_t<F, SQLite::Database&> {
        std::invoke_result_t<F, SQLite::Database&> value;
        const auto done = read([&](SQLite::Database& db) -> Result<void> {
            value = work(db);
            return value ? Result<void>{} : Result<void>(fail(value.error()));
        });
        if (!done)
            return fail(done.error());
        return value;
    }

    /// Appends one event with the clock's time, inside `write`.
    [[nodiscard]] Result<void> append(SQLite::Database& db, const ProfileId& profile,
                                      session::EventBody body) const;
    [[nodiscard]] Timestamp now() const { return m_clock->now(); }
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }

private:
    [[nodiscard]] Result<void> guarded(const char* begin, const Work& work);

    std::unique_ptr<SQLite::Database> m_db;
    std::filesystem::path m_file;
    const Clock* m_clock;
    std::mutex m_mutex;
};

/// ProfileNotFound unless the profile exists.
[[nodiscard]] Result<void> requireProfile(SQLite::Database& db, const ProfileId& profile);

}  // namespace nodewise::progress
