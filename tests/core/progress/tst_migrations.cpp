#include "progress/migrations.h"
#include "support/reading_samples.h"
#include "support/temp_store.h"
#include <QFile>
#include <QtTest>
#include <SQLiteCpp/SQLiteCpp.h>
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace nodewise;
using namespace nodewise::progress;
using namespace nodewise::tests;
namespace fs = std::filesystem;

namespace {

QByteArray bytesOf(const fs::path& file) {
    QFile in(QString::fromStdString(file.string()));
    if (!in.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", file.c_str());
    return in.readAll();
}

int count(const fs::path& file, const char* sql) {
    SQLite::Database db(file.string(), SQLite::OPEN_READONLY);
    return db.execAndGet(sql).getInt();
}

std::vector<fs::path> backupsIn(const fs::path& folder) {
    std::vector<fs::path> result;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".backup")
            result.push_back(entry.path());
    return result;
}

// A database as an older Nodewise left it: the first `version` steps and its events.
void makeOld(const fs::path& file, int version) {
    SQLite::Database db(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    for (int step = 0; step < version; ++step)
        db.exec(std::string(allMigrations()[static_cast<std::size_t>(step)].sql));
    db.exec("PRAGMA application_id = " + std::to_string(0x4E445753));
    db.exec("PRAGMA user_version = " + std::to_string(version));
    db.exec("INSERT INTO event (id, at_ms, profile, kind, body) VALUES "
            "('e-1', 1700000000000, 'p-1', 'profile_created', '{\"name\":\"Old hand\"}')");
    db.exec("INSERT INTO profile (id, name, created_ms) VALUES ('p-1', 'Old hand', 1700000000000)");
}

// Drops root's rights for as long as it lives, so that file modes count.
class PlainUser {
public:
    PlainUser() {
        if (::geteuid() == 0)
            m_changed = ::seteuid(65534) == 0;
    }
    ~PlainUser() {
        if (m_changed && ::seteuid(0) != 0)
            qFatal("cannot become root again");
    }
    Q_DISABLE_COPY_MOVE(PlainUser)
private:
    bool m_changed = false;
};

// No file may grow beyond `bytes` for as long as it lives.
class SmallFiles {
public:
    explicit SmallFiles(rlim_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallFiles() {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(SmallFiles)
private:
    rlimit m_before{};
    void (*m_handler)(int) = SIG_DFL;
};

}  // namespace

class TestMigrations : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aNewFileRunsAllStepsFromZero();
    void everyOldVersionComesUpToDate_data();
    void everyOldVersionComesUpToDate();
    void anOldFileStillKnowsWhatCounts();
    void aStoredFirstVersionKeepsItsCalls();
    void aFailedStepLeavesTheOldVersion();
    void aNewerFileIsLeftByteForByte();
    void aNewerVersionInTheLogIsSeen();
    void refusesForeignAndDamagedFiles_data();
    void refusesForeignAndDamagedFiles();
    void aTornPageIsFound();
    void aReadOnlyPlaceIsNamed();
    void aFolderInThePlaceIsNamed();
    void aFullDiskLosesNothing();
    void aFailingDiskLosesNothing();
    void writesAheadInALog();
};

void TestMigrations::aNewFileRunsAllStepsFromZero() {
    TempStore store;
    store.close();
    QCOMPARE(count(store.file(), "PRAGMA user_version"), ProgressStore::currentVersion());
    QCOMPARE(ProgressStore::currentVersion(), static_cast<int>(allMigrations().size()));
    QVERIFY(backupsIn(store.folder()).empty());
    int number = 0;
    for (const MigrationText& step : allMigrations()) {
        const QByteArray start = QByteArray::number(++number).rightJustified(4, '0') + '_';
        QVERIFY(step.name.substr(0, 5) == std::string_view(start.constData()));
    }
}

void TestMigrations::everyOldVersionComesUpToDate_data() {
    QTest::addColumn<int>("version");
    for (int version = 1; version < ProgressStore::currentVersion(); ++version)
        QTest::addRow("version %d", version) << version;
}

void TestMigrations::everyOldVersionComesUpToDate() {
    QFETCH(int, version);
    QTemporaryDir folder;
    const fs::path file = fs::path(folder.path().toStdString()) / "progress.db";
    makeOld(file, version);
    const QByteArray before = bytesOf(file);
    const FixedClock clock;
    {
        auto store = ProgressStore::open(file, clock);
        QVERIFY2(store, store ? "" : store.error().detail.c_str());
        QCOMPARE(store->profiles()->front().name, std::string("Old hand"));
        QVERIFY(store->checkIntegrity());
        QVERIFY(store->rebuild());
        QCOMPARE(store->profiles()->size(), std::size_t(1));
    }
    QCOMPARE(count(file, "PRAGMA user_version"), ProgressStore::currentVersion());
    const auto backups = backupsIn(file.parent_path());
    QCOMPARE(backups.size(), std::size_t(1));
    QCOMPARE(count(backups.front(), "PRAGMA user_version"), version);
    QCOMPARE(count(backups.front(), "SELECT count(*) FROM event"), 1);
    auto again = ProgressStore::open(file, clock);
    QVERIFY(again);
    QCOMPARE(backupsIn(file.parent_path()).size(), std::size_t(1));
}

// Three calls of one case before the counting columns: a counted one of G2, one that does not
// count, one without a score.
void TestMigrations::anOldFileStillKnowsWhatCounts() {
    QTemporaryDir folder;
    const fs::path file = fs::path(folder.path().toStdString()) / "progress.db";
    makeOld(file, 4);
    {
        SQLite::Database db(file.string(), SQLite::OPEN_READWRITE);
        for (const char* id : {"a", "b", "c"}) {
            const std::string quoted = std::string("'") + id + "'";
            db.exec("INSERT INTO reading (id, profile, pack, pack_version, case_id, opened_ms, "
                    "touched_ms, nodes, body) VALUES (" +
                    quoted + ", 'p-1', 'pack', '1', 'case', 1, 1, 1, '{}')");
            db.exec("INSERT INTO call (id, reading, profile, pack, pack_version, case_id, node, "
                    "seq, committed_ms, seconds, body) VALUES (" +
                    quoted + ", " + quoted +
                    ", 'p-1', 'pack', '1', 'case', 'n', 1, 1700000001000, 9, '{}')");
        }
        db.exec(
            "INSERT INTO score (call, counts, reference, body, seq) VALUES ('a', 1, 2, '{}', 1), "
            "('b', 0, 3, '{}', 1)");
    }
    const FixedClock clock;
    const auto store = ProgressStore::open(file, clock);
    QVERIFY(store.has_value());
    const auto counts = store->counts(ProfileId("p-1"), {});
    QVERIFY(counts.has_value());
    QCOMPARE(counts->calls, 3);
    QCOMPARE(counts->scored, 1);
    QCOMPARE(counts->positives, 1);
    QCOMPARE(counts->negatives, 0);
    QCOMPARE(counts->cases, 1);
    QCOMPARE(counts->callsThisWeek, 3);
}

void TestMigrations::aStoredFirstVersionKeepsItsCalls() {
    // Written by the first version of the store: one profile, one finished case of two calls, one
    // unfinished case with a draft. See tests/data/progress/README.md.
    QTemporaryDir folder;
    const fs::path file = fs::path(folder.path().toStdString()) / "progress.db";
    fs::copy_file(fs::path(NODEWISE_SOURCE_DIR) / "tests/data/progress/version1.db", file);
    const FixedClock clock;
    auto store = ProgressStore::open(file, clock);
    QVERIFY2(store, store ? "" : store.error().detail.c_str());
    const auto profile = store->profiles()->front();
    QCOMPARE(profile.name, std::string("First version"));
    const auto calls = store->calls(profile.id);
    QVERIFY2(calls, calls ? "" : calls.error().detail.c_str());
    QCOMPARE(calls->size(), std::size_t(2));
    QVERIFY(calls->front().answer == sampleCall());
    QVERIFY(calls->front().score.has_value());
    QVERIFY(store->rebuild());  // also fills in what the first version did not know
    QVERIFY(*store->calls(profile.id) == *calls);
    QCOMPARE(store->concepts(profile.id)->size(), std::size_t(1));
    const auto left = store->unfinishedCase(profile.id);
    QVERIFY(left && *left && (*left)->drafts.size() == 1);
}

void TestMigrations::aFailedStepLeavesTheOldVersion() {
    QTemporaryDir folder;
    const fs::path file = fs::path(folder.path().toStdString()) / "progress.db";
    makeOld(file, 1);
    {
        // A table in the way of the second step.
        SQLite::Database db(file.string(), SQLite::OPEN_READWRITE);
        db.exec("CREATE TABLE concept (x)");
    }
    const FixedClock clock;
    QVERIFY(!ProgressStore::open(file, clock));
    QCOMPARE(count(file, "PRAGMA user_version"), 1);
    QCOMPARE(count(file, "SELECT count(*) FROM event"), 1);
    QCOMPARE(backupsIn(file.parent_path()).size(), std::size_t(1));
}

void TestMigrations::aNewerFileIsLeftByteForByte() {
    TempStore store;
    QVERIFY(store->createProfile("Mara"));
    store.close();
    {
        SQLite::Database db(store.file().string(), SQLite::OPEN_READWRITE);
        db.exec("PRAGMA user_version = " + std::to_string(ProgressStore::currentVersion() + 1));
    }
    const QByteArray before = bytesOf(store.file());
    const auto refused = ProgressStore::open(store.file(), store.clock);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DatabaseNewer);
    QVERIFY(refused.error().path == store.file().string());
    QCOMPARE(bytesOf(store.file()), before);
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : fs::directory_iterator(store.folder()))
        ++files;
    QCOMPARE(files, std::size_t(1));
}

void TestMigrations::aNewerVersionInTheLogIsSeen() {
    TempStore store;
    store.close();
    // A newer program is still running, or was killed: its version is in the write-ahead log only.
    SQLite::Database newer(store.file().string(), SQLite::OPEN_READWRITE);
    newer.exec("PRAGMA user_version = 99");
    const fs::path log = store.file().string() + "-wal";
    QVERIFY(fs::exists(log) && fs::file_size(log) > 0);
    const QByteArray file = bytesOf(store.file()), wal = bytesOf(log);
    const auto refused = ProgressStore::open(store.file(), store.clock);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DatabaseNewer);
    QCOMPARE(bytesOf(store.file()), file);
    QCOMPARE(bytesOf(log), wal);
}

void TestMigrations::refusesForeignAndDamagedFiles_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("code");
    QTest::newRow("text") << QByteArray("not a database").repeated(40)
                          << static_cast<int>(ErrorCode::DatabaseDamaged);
    QTest::newRow("short") << QByteArray("SQLite format 3")
                           << static_cast<int>(ErrorCode::DatabaseDamaged);
    QTest::newRow("another program's")
        << QByteArray() << static_cast<int>(ErrorCode::FormatUnknown);
}

void TestMigrations::refusesForeignAndDamagedFiles() {
    QFETCH(QByteArray, content);
    QFETCH(int, code);
    QTemporaryDir folder;
    const fs::path file = fs::path(folder.path().toStdString()) / "progress.db";
    if (content.isEmpty()) {
        SQLite::Database db(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        db.exec("CREATE TABLE recipe (name TEXT)");
    } else {
        QFile out(QString::fromStdString(file.string()));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(content);
    }
    const QByteArray before = bytesOf(file);
    const FixedClock clock;
    const auto refused = ProgressStore::open(file, clock);
    QVERIFY(!refused);
    QCOMPARE(static_cast<int>(refused.error().code), code);
    QVERIFY(!refused.error().detail.empty());
    QCOMPARE(bytesOf(file), before);
}

void TestMigrations::aTornPageIsFound() {
    TempStore store;
    const auto profile = store->createProfile("Mara").value();
    for (int i = 0; i < 30; ++i)
        QVERIFY(store->openCase(profile.id, sampleCase("s-" + std::to_string(i))));
    store.close();
    QFile file(QString::fromStdString(store.file().string()));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 size = file.size();
    QVERIFY(size > 8 * 4096);
    for (qint64 page = 4; page < size / 4096; ++page) {
        file.seek(page * 4096);
        file.write(QByteArray(200, '\x5a'));
    }
    file.close();
    const auto refused = ProgressStore::open(store.file(), store.clock);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DatabaseDamaged);
}

void TestMigrations::aReadOnlyPlaceIsNamed() {
    QTemporaryDir folder;
    const fs::path base = folder.path().toStdString();
    fs::permissions(base, fs::perms::owner_all | fs::perms::others_read | fs::perms::others_exec);
    const fs::path closed = base / "closed";
    fs::create_directory(closed);
    const FixedClock clock;
    QVERIFY(ProgressStore::open(closed / "progress.db", clock)->createProfile("Mara"));
    fs::permissions(closed / "progress.db", fs::perms::owner_read | fs::perms::others_read);
    fs::permissions(closed, fs::perms(0555));
    const QByteArray before = bytesOf(closed / "progress.db");
    {
        const PlainUser user;
        for (const fs::path& file :
             {closed / "progress.db", closed / "new.db", closed / "a/b.db"}) {
            const auto refused = ProgressStore::open(file, clock);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::FileUnwritable);
            QVERIFY(refused.error().path == file.string());
        }
    }
    QCOMPARE(bytesOf(closed / "progress.db"), before);
    fs::permissions(closed, fs::perms::owner_all);
}

void TestMigrations::aFolderInThePlaceIsNamed() {
    QTemporaryDir folder;
    const FixedClock clock;
    const auto refused = ProgressStore::open(folder.path().toStdString(), clock);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::FileUnwritable);
}

void TestMigrations::aFullDiskLosesNothing() {
    TempStore store;
    const auto profile = store->createProfile("Mara").value();
    store.reopen({std::chrono::milliseconds(5000), 60});
    std::size_t kept = 0;
    Result<void> last;
    while (last && kept < 5000) {
        const auto opened = sampleCase("s-" + std::to_string(kept));
        last = store->openCase(profile.id, opened);
        if (last && (last = store->commitNodeCall(profile.id, sampleCommit(opened))))
            ++kept;
    }
    QCOMPARE(last.error().code, ErrorCode::DiskFull);
    QVERIFY(kept > 5);
    QCOMPARE(store->calls(profile.id)->size(), kept);
    store.reopen();  // room again
    QVERIFY(store->checkIntegrity());
    QCOMPARE(store->calls(profile.id)->size(), kept);
    QVERIFY(store->openCase(profile.id, sampleCase("after")));
}

void TestMigrations::aFailingDiskLosesNothing() {
    TempStore store;
    const auto profile = store->createProfile("Mara").value();
    std::size_t kept = 0;
    {
        const SmallFiles limit(1024 * 1024);
        Result<void> last;
        while (last && kept < 5000) {
            const auto opened = sampleCase("s-" + std::to_string(kept));
            last = store->openCase(profile.id, opened);
            if (last && (last = store->commitNodeCall(profile.id, sampleCommit(opened))))
                ++kept;
        }
        QVERIFY(!last);
        QVERIFY(last.error().code == ErrorCode::FileUnwritable ||
                last.error().code == ErrorCode::DiskFull);
    }
    QVERIFY(kept > 5);
    store.reopen();
    QVERIFY(store->checkIntegrity());
    QCOMPARE(store->calls(profile.id)->size(), kept);
}

void TestMigrations::writesAheadInALog() {
    TempStore store;
    QVERIFY(store->createProfile("Mara"));
    SQLite::Database db(store.file().string(), SQLite::OPEN_READONLY);
    QCOMPARE(db.execAndGet("PRAGMA journal_mode").getString(), std::string("wal"));
    QVERIFY(fs::exists(store.file().string() + "-wal"));
    // A call must belong to a reading: foreign keys are on in the store's own connection.
    QVERIFY(store->checkIntegrity());
}

QTEST_APPLESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
