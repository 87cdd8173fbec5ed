/// command_line.h: the options of `nodewise`.
#pragma once
#include <QString>
#include <QStringList>
#include <optional>

namespace nodewise::app {

struct CommandLine {
    QString dataDir;   ///< Empty: the system's place.
    QString profile;   ///< Empty: the oldest.
    QStringList open;  ///< Packs, DICOM folders or files.
    QString caseId;    ///< Opens this case.
    QString language;  ///< Empty: settings, then the system.
    QString theme;     ///< "reading", "light" or empty.
    bool no3d = false;
    QString tourDir;  ///< Not empty: draw every screen there and end.
};

/// Either the options, or a text and the exit code to end with (--help, --version: 0; usage: 2).
struct ParsedCommandLine {
    std::optional<CommandLine> options;
    QString text;
    int exitCode = 0;
};

/// `arguments` with the program's name first; `-platform` and its value are Qt's. Needs no
/// QApplication.
[[nodiscard]] ParsedCommandLine parseCommandLine(const QStringList& arguments);

}  // namespace nodewise::app
