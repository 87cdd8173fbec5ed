/// log.h: one rotating file, untranslated, without patient text.
#pragma once
#include <filesystem>
#include <string_view>

namespace nodewise::log {

/// Sends what follows to `file` (1 MiB, three kept). Before this call only warnings go to stderr.
/// A folder that cannot be written leaves logging on stderr. Thread-safe.
void openFile(const std::filesystem::path& file);

void info(std::string_view text);
void warning(std::string_view text);
void error(std::string_view text);

}  // namespace nodewise::log
