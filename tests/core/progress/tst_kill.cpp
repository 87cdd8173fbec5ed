#include "progress/progress_store.h"
#include "support/temp_store.h"
#include <QProcess>
#include <QtTest>
#include <map>
#include <random>
#include <set>
#include <span>

using namespace nodewise;
using namespace nodewise::tests;

namespace {

// All of the runs with NODEWISE_LONG=1, a tenth without.
int runCount() {
    return qEnvironmentVariableIntValue("NODEWISE_LONG") > 0 ? 1000 : 100;
}

constexpr int kKillsAFile = 50;

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
    void aKilledTestGoesOn();

private:
    void killOneWriter(TempStore& store, const ProfileId& profile, const QStringList& more = {});
    void lookIntoTheFile(TempStore& store, const ProfileId& profile, const Said& said, int kills);

    std::mt19937 m_random{20240501};
    int m_kept = 0, m_inFiles = 0, m_whileWriting = 0;
    Said m_said;  ///< Of the present file.
};

/// Every other one while it opens the file, the rest somewhere in its work.
void TestKill::killOneWriter(TempStore& store, const ProfileId& profile, const QStringList& more) {
    QProcess writer;
    writer.setProcessChannelMode(QProcess::SeparateChannels);
    writer.start(QStringLiteral(NODEWISE_KILL_WRITER),
                 QStringList{QString::fromStdString(store.file().string()),
                             QString::fromStdString(profile.value)} +
                     more);
    QVERIFY(writer.waitForStarted());
    const bool opened = m_random() % 2 == 0 && writer.waitForReadyRead(60000);
    writer.waitForFinished(std::uniform_int_distribution<int>(0, 120)(m_random));
    QVERIFY2(writer.state() == QProcess::Running, writer.readAllStandardError().constData());
    writer.kill();
    QVERIFY(writer.waitForFinished());
    QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
    collect(writer, m_said);
    m_whileWriting += opened ? 1 : 0;
}

void TestKill::lookIntoTheFile(TempStore& store, const ProfileId& profile, const Said& said,
                               int kills) {
    QVERIFY(store->checkIntegrity());
    const auto calls = store->calls(profile);
    QVERIFY(calls);
    std::set<std::string> kept, scored;
    for (const session::CallRecord& call : *calls) {
        kept.insert(call.id.value);
        if (call.score)
            scored.insert(call.id.value);
    }
    QVERIFY(std::includes(kept.begin(), kept.end(), said.kept.begin(), said.kept.end()));
    QVERIFY(std::includes(scored.begin(), scored.end(), said.scored.begin(), said.scored.end()));
    // Nothing half-written: at most the call under way was kept without being said.
    QVERIFY(kept.size() <= said.kept.size() + static_cast<std::size_t>(kills));
}

void TestKill::aKilledWriterLosesNoKeptCall() {
    const int runs = runCount();
    // A file that grows for ever takes ever longer to check: then no writer came to write.
    for (int file = 0; file < runs / kKillsAFile; ++file) {
        TempStore store;
        const auto profile = store->createProfile("Kill");
        QVERIFY(profile);
        m_said = {};
        for (int kill = 1; kill <= kKillsAFile; ++kill) {
            store.close();
            killOneWriter(store, profile->id);
            store.reopen();
            lookIntoTheFile(store, profile->id, m_said, kill);
            if (QTest::currentTestFailed())
                return;
        }
        // The tables are what the log says: made anew they are the same.
        progress::CallFilter filter;
        filter.withFeedback = true;
        const auto before = store->calls(profile->id, filter);
        QVERIFY(store->rebuild());
        const auto after = store->calls(profile->id, filter);
        QVERIFY(before && after && *before == *after);
        m_kept += static_cast<int>(m_said.kept.size());
        m_inFiles += static_cast<int>(after->size());
    }
    QVERIFY(m_whileWriting > runs / 4);
    QVERIFY(m_kept > runs / 4);
    qInfo("%d kills, %d of them while it wrote, %d calls said to be kept, %d in the files", runs,
          m_whileWriting, m_kept, m_inFiles);
}

/// Tests of eight cases, killed again and again and taken up: the same cases in the same order,
/// each node called once, nothing of it open before the end.
void TestKill::aKilledTestGoesOn() {
    TempStore store;
    const auto profile = store->createProfile("Kill");
    QVERIFY(profile);
    m_said = {};
    const int kills = runCount() / 5;
    for (int kill = 1; kill <= kills; ++kill) {
        store.close();
        killOneWriter(store, profile->id, {QStringLiteral("test")});
        store.reopen();
        lookIntoTheFile(store, profile->id, m_said, kill);
        if (QTest::currentTestFailed())
            return;
    }
    const auto tests = store->activities(profile->id);
    const auto calls = store->calls(profile->id);
    QVERIFY(tests && calls && !tests->empty());
    std::map<std::string, std::map<std::string, int>> called;  // By test, by case and node.
    for (const session::CallRecord& call : *calls)
        ++called[call.activity.value][call.ref.caseId.value + call.node.id.value];
    int ended = 0;
    for (const progress::ActivityStatus& test : *tests) {
        const auto& cases = test.started.cases;
        QVERIFY(std::ranges::equal(test.finished, std::span(cases).first(test.finished.size())));
        ended += test.ended ? 1 : 0;
        QVERIFY(!test.ended || test.finished.size() == cases.size());
        QVERIFY(!test.ended || test.calls == 2 * static_cast<int>(cases.size()));
        for (const auto& [node, count] : called[test.started.activity.value])
            QVERIFY2(count == 1, node.c_str());
    }
    // Only the newest one still runs, and its truth is shut.
    QVERIFY(ended >= static_cast<int>(tests->size()) - 1);
    if (!tests->front().ended && !calls->empty())
        QVERIFY(*store->truthSealed(calls->front().id));
    qInfo("%d kills: %d tests to their end, %d calls, the last test at case %d", kills, ended,
          static_cast<int>(calls->size()), static_cast<int>(tests->front().finished.size()));
}

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
