/// database.h: opening, checking and migrating the SQLite file; errors of SQLite as values.
#pragma once
#include "base/clock.h"
#include "base/result.h"
#include "progress/progress_store.h"
#include <cstdint>
#include <filesystem>
#include <memory>

namespace SQLite {
class Database;
class Exception;
}  // namespace SQLite

namespace nodewise::progress {

/// "NDWS": PRAGMA application_id of our files.
inline constexpr std::int32_t kApplicationId = 0x4E445753;

/// What ProgressStore::open promises, without the store around it.
[[nodiscard]] Result<std::unique_ptr<SQLite::Database>>
openDatabase(const std::filesystem::path& file, const Clock& clock, const StoreOptions& options);

/// Copies the whole database as of now into a new file. Throws SQLite::Exception.
void copyDatabase(SQLite::Database& from, const std::filesystem::path& to);

/// SQLite's codes as ours.
[[nodiscard]] Error errorOf(const SQLite::Exception& exception, const std::filesystem::path& file);

}  // namespace nodewise::progress
