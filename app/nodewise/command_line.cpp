#include "app/nodewise/command_line.h"
#include <QCommandLineParser>

namespace nodewise::app {

namespace {

QCommandLineOption option(const char* name, const char* description, const char* value = nullptr) {
    return value ? QCommandLineOption(QLatin1String(name), QLatin1String(description),
                                      QLatin1String(value))
                 : QCommandLineOption(QLatin1String(name), QLatin1String(description));
}

/// Without what Qt itself takes: the screen to show the window on, as in `-platform vnc`.
QStringList withoutPlatform(const QStringList& arguments) {
    QStringList ours;
    for (qsizetype n = 0; n < arguments.size(); ++n) {
        const bool platform = arguments[n] == QLatin1String("-platform") ||
                              arguments[n] == QLatin1String("--platform");
        if (platform)
            ++n;
        else
            ours << arguments[n];
    }
    return ours;
}

}  // namespace

ParsedCommandLine parseCommandLine(const QStringList& arguments) {
    // In English like the rest of the command line: the language is not chosen yet.
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Trainer for calling extranodal extension on CT of the neck.\n"
        "Teaching and research; not a medical device, not for diagnosis or treatment."));
    const auto dataDir = option("data-dir", "Keep progress, packs and cache in this folder.", "D");
    const auto profile = option("profile", "Take, or make, the profile of this name.", "NAME");
    const auto open = option("open", "Open a case pack, a DICOM folder or file, a zip or a volume.",
                             "PACK|DICOM");
    const auto caseId = option("case", "Open this case.", "ID");
    const auto language = option("lang", "Language of the window, as in de.", "xx");
    const auto theme = option("theme", "reading or light, for this run.", "reading|light");
    const auto no3d = option("no-3d", "No 3-D views.");
    const auto tour = option("tour", "Draw every screen into this folder as PNG and end.", "DIR");
    const auto version = QCommandLineOption({QStringLiteral("v"), QStringLiteral("version")},
                                            QStringLiteral("Tell the version."));
    const auto help = QCommandLineOption({QStringLiteral("h"), QStringLiteral("help")},
                                         QStringLiteral("Tell the options."));
    parser.addOptions({dataDir, profile, open, caseId, language, theme, no3d, tour, version, help});
    parser.addPositionalArgument(QStringLiteral("path"),
                                 QStringLiteral("As --open; several may follow."),
                                 QStringLiteral("[path…]"));
    if (!parser.parse(withoutPlatform(arguments)))
        return {std::nullopt, parser.errorText() + QLatin1Char('\n'), 2};
    if (parser.isSet(help))
        return {std::nullopt, parser.helpText(), 0};
    if (parser.isSet(version))
        return {std::nullopt, QStringLiteral("nodewise " NODEWISE_VERSION "\n"), 0};
    CommandLine options;
    options.dataDir = parser.value(dataDir);
    options.profile = parser.value(profile);
    options.open = parser.values(open) + parser.positionalArguments();
    options.caseId = parser.value(caseId);
    options.language = parser.value(language);
    options.theme = parser.value(theme);
    options.no3d = parser.isSet(no3d);
    options.tourDir = parser.value(tour);
    if (!options.theme.isEmpty() && options.theme != QLatin1String("reading") &&
        options.theme != QLatin1String("light"))
        return {std::nullopt, QStringLiteral("--theme takes reading or light.\n"), 2};
    return {options, {}, 0};
}

}  // namespace nodewise::app
