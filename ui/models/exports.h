/// exports.h: tables and answer files out of the window.
#pragma once
#include "base/result.h"
#include "progress/progress_store.h"
#include "session/events.h"
#include <QString>
#include <filesystem>
#include <vector>

namespace nodewise::models {

enum class ExportKind {
    Calls,    ///< CSV, with its codebook beside it.
    Scores,   ///< CSV, with its codebook beside it.
    Json,     ///< The lines of the log.
    Xapi,     ///< xAPI statements, a line each.
    Imrmc,    ///< For iMRMC.
    Rjafroc,  ///< For RJafroc.
    Answers   ///< .nwanswers: signed, under a pseudonym.
};
inline constexpr std::array kExportKinds{
    ExportKind::Calls, ExportKind::Scores,  ExportKind::Json,   ExportKind::Xapi,
    ExportKind::Imrmc, ExportKind::Rjafroc, ExportKind::Answers};

[[nodiscard]] QString exportName(ExportKind kind);    ///< "Calls as a table (CSV)"
[[nodiscard]] QString exportFile(ExportKind kind);    ///< "calls.csv"
[[nodiscard]] QString exportFilter(ExportKind kind);  ///< For the file dialog.

/// What is to be written; a plain value, so that a worker may write it.
struct ExportSource {
    std::vector<session::CallRecord> calls;  ///< Oldest first.
    std::vector<session::Event> events;
    ProfileId profile;                  ///< Of the answer file.
    std::string pseudonym, appVersion;  ///< Of the answer file.
    std::filesystem::path key;          ///< The installation's key; made when absent.
};

struct Exported {
    std::size_t rows = 0, dropped = 0;
};
/// Errors: FileUnwritable, DiskFull, InvalidArgument (a study without both classes, a pseudonym
/// that is none), those of archive::readKeyFile. Thread-safe for different files.
[[nodiscard]] Result<Exported> writeExport(ExportKind kind, const ExportSource& source,
                                           const std::filesystem::path& file);

}  // namespace nodewise::models
