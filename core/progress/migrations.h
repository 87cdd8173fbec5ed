/// migrations.h: the numbered steps from an empty file to the current database.
#pragma once
#include <string_view>
#include <vector>

namespace nodewise::progress {

/// One step; step N (counted from 1) takes a database from user_version N - 1 to N.
struct MigrationText {
    std::string_view name;  ///< "0001_log".
    std::string_view sql;
};

/// All steps in order. Written by CMake from migrations/*.sql.
[[nodiscard]] const std::vector<MigrationText>& allMigrations();

}  // namespace nodewise::progress
