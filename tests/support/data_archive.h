/// data_archive.h: unpacks an archive of the shared test data into a temporary folder.
#pragma once
#include <QDir>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace nodewise::test {

/// Unpacks ../shared/data/<archive> (a .tar.xz) into `folder`. False when the archive is missing or
/// damaged: the test then fails, it does not skip.
[[nodiscard]] inline bool unpackShared(const QString& archive, const QString& folder) {
    QProcess tar;
    const QString file = QStringLiteral(NODEWISE_SHARED_DIR "/data/") + archive;
    tar.start(QStringLiteral("tar"), {QStringLiteral("-xJf"), file, QStringLiteral("-C"), folder});
    return tar.waitForFinished(600000) && tar.exitStatus() == QProcess::NormalExit &&
           tar.exitCode() == 0;
}

}  // namespace nodewise::test
