// No program of the house opens a network socket: the kernel ends whoever tries.
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <cstddef>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>

namespace {

constexpr int kLongWaitMs = 500000;

/// From here on, in this process and its children, socket(AF_INET …) and socket(AF_INET6 …) end the
/// process; local sockets, as a display needs, stay. Runs between fork and exec.
void shutTheNetwork() {
    constexpr auto kCall = offsetof(seccomp_data, nr);
    constexpr auto kFamily = offsetof(seccomp_data, args);
    sock_filter rules[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, kCall),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 0, 4),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, kFamily),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AF_INET, 1, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AF_INET6, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const sock_fprog program{sizeof rules / sizeof rules[0], rules};
    // A network that stays open must not look like a test that passed.
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
        _exit(125);
}

/// Whether this machine lets us have a network namespace of our own, with no interface in it.
bool canBeCutOff() {
    QProcess unshare;
    unshare.start(QStringLiteral("unshare"), {QStringLiteral("-n"), QStringLiteral("true")});
    return unshare.waitForFinished() && unshare.exitStatus() == QProcess::NormalExit &&
           unshare.exitCode() == 0;
}

/// Starts the program with the network shut, and cut off where that is allowed.
void startOffline(QProcess& process, QStringList command) {
    if (canBeCutOff())
        command = QStringList{QStringLiteral("unshare"), QStringLiteral("-n")} + command;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setChildProcessModifier(shutTheNetwork);
    process.start(command.front(), command.mid(1));
}

}  // namespace

class TestOffline : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theWatchmanCatchesASocket();
    void theProgramsNeedNoNetwork_data();
    void theProgramsNeedNoNetwork();
    void theWindowOpensNoSocket();

private:
    QTemporaryDir m_dir;
};

// Without this the other tests could pass for nothing.
void TestOffline::theWatchmanCatchesASocket() {
    for (const char* family : {"AF_INET", "AF_INET6"}) {
        QProcess process;
        startOffline(
            process,
            {QStringLiteral("python3"), QStringLiteral("-c"),
             QStringLiteral("import socket; socket.socket(socket.%1)").arg(QLatin1String(family))});
        QVERIFY(process.waitForFinished(kLongWaitMs));
        QVERIFY(process.exitStatus() == QProcess::CrashExit || process.exitCode() >= 128);
    }
    QProcess local;
    startOffline(local, {QStringLiteral("python3"), QStringLiteral("-c"),
                         QStringLiteral("import socket; socket.socket(socket.AF_UNIX)")});
    QVERIFY(local.waitForFinished(kLongWaitMs));
    QVERIFY2(local.exitStatus() == QProcess::NormalExit && local.exitCode() == 0,
             local.readAll().constData());
}

void TestOffline::theProgramsNeedNoNetwork_data() {
    QTest::addColumn<QStringList>("command");
    QTest::newRow("nodewise-cli demo")
        << QStringList{QStringLiteral(NODEWISE_CLI), QStringLiteral("demo"),
                       QStringLiteral("--out"), m_dir.filePath(QStringLiteral("demo"))};
    QTest::newRow("the journey") << QStringList{
        QStringLiteral(NODEWISE_JOURNEY), QStringLiteral("threeCallsByKeyboardAreThereTheNextDay")};
}

void TestOffline::theProgramsNeedNoNetwork() {
    QFETCH(const QStringList, command);
    QProcess process;
    startOffline(process, command);
    QVERIFY(process.waitForFinished(kLongWaitMs));
    QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
             process.readAll().constData());
}

// The real program, from its start until it has read its packs and drawn a picture of a case.
void TestOffline::theWindowOpensNoSocket() {
    const QString home = m_dir.filePath(QStringLiteral("home"));
    QProcess process;
    startOffline(process, {QStringLiteral(NODEWISE_PROGRAM), QStringLiteral("--data-dir"), home,
                           QStringLiteral("--no-3d")});
    QVERIFY(process.waitForStarted());
    const QDir pictures(home + QStringLiteral("/cache/pictures"));
    QTRY_VERIFY_WITH_TIMEOUT(process.state() == QProcess::NotRunning ||
                                 !pictures.entryList({QStringLiteral("*.png")}).isEmpty(),
                             kLongWaitMs);
    QVERIFY2(process.state() == QProcess::Running, process.readAll().constData());
    process.terminate();
    QVERIFY(process.waitForFinished(kLongWaitMs));
}

QTEST_GUILESS_MAIN(TestOffline)
#include "tst_offline.moc"
