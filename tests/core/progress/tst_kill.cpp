#include "progress/progress_store.h"
#include "support/temp_store.h"
#include <QProcess>
#include <QtTest>
#include <random>
#include <set>

using namespace nodewise;
using namespace nodewise::tests;

namespace {

// All of the runs with NODEWISE_LONG=1, a tenth without.
int runCount() {
    return qEnvironmentVariableIntValue("NODEWISE_LONG") > 0 ? 1000 : 100;
}

struct Said {
    std::set<std::string> kept, scored;
};

// Everything the writer has said in whole lines.
void collect(QProcess& writer, Said& said) {
    QByteArray text = writer.readAllStandardOutput();
    text.truncate(text.lastIndexOf('\n') + 1);
    for (const QByteArray& line : text.split('\n')) {
        if (line.startsWith("kept "))
            said.kept.insert(line.mid(5).toStdString());
        if (line.startsWith("scored "))
            said.scored.insert(line.mid(7).toStdString());
    }
}

}  // namespace

class TestKill : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aKilledWriterLosesNoKeptCall();
};

void TestKill::aKilledWriterLosesNoKeptCall() {
    TempStore store;
    const auto profile = store->createProfile("Kill");
    QVERIFY(profile);
    store.close();
    const int runs = runCount();
    std::mt19937 random(20240501);
    // From before the file is open to many commits later.
    std::uniform_int_distribution<int> wait(0, 120);
    Said said;
    for (int run = 0; run < runs; ++run) {
        QProcess writer;
        writer.setProcessChannelMode(QProcess::SeparateChannels);
        writer.start(QStringLiteral(NODEWISE_KILL_WRITER),
                     {QString::fromStdString(store.file().string()),
                      QString::fromStdString(profile->id.value)});
        QVERIFY(writer.waitForStarted());
        writer.waitForFinished(wait(random));
        QVERIFY2(writer.state() == QProcess::Running, writer.readAllStandardError().constData());
        writer.kill();
        QVERIFY(writer.waitForFinished());
        QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
        collect(writer, said);

        store.reopen();
        QVERIFY(store->checkIntegrity());
        progress::CallFilter filter;
        const auto calls = store->calls(profile->id, filter);
        QVERIFY(calls);
        std::set<std::string> kept, scored;
        for (const session::CallRecord& call : *calls) {
            kept.insert(call.id.value);
            if (call.score)
                scored.insert(call.id.value);
        }
        QVERIFY(std::includes(kept.begin(), kept.end(), said.kept.begin(), said.kept.end()));
        QVERIFY(
            std::includes(scored.begin(), scored.end(), said.scored.begin(), said.scored.end()));
        // Nothing half-written: at most the call under way was kept without being said.
        QVERIFY(kept.size() <= said.kept.size() + static_cast<std::size_t>(run) + 1);
        store.close();
    }
    // The tables are what the log says: made anew they are the same.
    store.reopen();
    progress::CallFilter filter;
    filter.withFeedback = true;
    const auto before = store->calls(profile->id, filter);
    QVERIFY(store->rebuild());
    const auto after = store->calls(profile->id, filter);
    QVERIFY(before && after && *before == *after);
    QVERIFY(said.kept.size() > static_cast<std::size_t>(runs));
    qInfo("%d kills, %zu calls said to be kept, %zu in the file", runs, said.kept.size(),
          after->size());
}

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
