#include "app/nodewise/app_paths.h"
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace nodewise::app {

namespace {

std::filesystem::path toPath(const QString& text) {
    return std::filesystem::path(text.toStdU16String());
}

/// Folders where shipped files may lie: beside the program, installed, in a bundle, in a build.
QStringList shippedFolders(const QString& program) {
    return {program, program + QStringLiteral("/../share/nodewise"),
            program + QStringLiteral("/../Resources"), QStringLiteral(NODEWISE_BUILD_DIR)};
}

QString findShipped(const QString& program, const QString& name) {
    for (const QString& folder : shippedFolders(program)) {
        const QFileInfo file(folder + QLatin1Char('/') + name);
        if (file.isFile())
            return file.canonicalFilePath();
    }
    return {};
}

}  // namespace

AppPaths AppPaths::make(const QString& dataDir, const QString& programFolder) {
    QString data = dataDir, cache = dataDir + QStringLiteral("/cache");
    if (dataDir.isEmpty()) {
        data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
        cache = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    }
    AppPaths paths;
    paths.data = toPath(QDir(data).absolutePath());
    const std::filesystem::path scratch = toPath(QDir(cache).absolutePath());
    paths.database = paths.data / "progress.sqlite";
    paths.group = paths.data / "group.sqlite";
    paths.backups = paths.data / "backups";
    paths.packs = paths.data / "packs";
    paths.trust = paths.data / "keys.json";
    paths.unpacked = scratch / "packs";
    paths.volumes = scratch / "volumes";
    paths.pictures = scratch / "pictures";
    paths.log = paths.data / "nodewise.log";
    std::error_code problem;  // A folder that cannot be made is told by what needs it.
    for (const auto& folder :
         {paths.data, paths.packs, paths.unpacked, paths.volumes, paths.pictures})
        std::filesystem::create_directories(folder, problem);
    for (const char* name : {"nodewise-demo.nwpack", "nodewise-starter.nwpack"}) {
        const QString file = findShipped(programFolder, QLatin1String(name));
        if (!file.isEmpty())
            paths.builtInPacks.push_back(toPath(file));
    }
    const QString dictionary = findShipped(programFolder, QStringLiteral("dicom.dic"));
    if (!dictionary.isEmpty())
        paths.dictionary = toPath(dictionary);
    return paths;
}

}  // namespace nodewise::app
