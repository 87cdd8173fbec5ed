/// cli_run.h: runs nodewise-cli like a user and reads what it says.
#pragma once
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

namespace nodewise::test {

struct CliRun {
    int exitCode = -1;
    QByteArray output, messages;
    QJsonObject json;  ///< Empty when standard output is no JSON object.

    [[nodiscard]] QString errorCode() const {
        return json[QLatin1String("error")].toObject()[QLatin1String("code")].toString();
    }
};

/// `--json` is added. Exit code -1: it crashed or did not end within two minutes.
[[nodiscard]] inline CliRun runCli(QStringList arguments) {
    QProcess process;
    arguments.append(QStringLiteral("--json"));
    process.start(QStringLiteral(NODEWISE_CLI), arguments);
    CliRun run;
    if (!process.waitForFinished(120000)) {
        process.kill();
        process.waitForFinished();
        return run;
    }
    run.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    run.output = process.readAllStandardOutput();
    run.messages = process.readAllStandardError();
    run.json = QJsonDocument::fromJson(run.output).object();
    return run;
}

}  // namespace nodewise::test
