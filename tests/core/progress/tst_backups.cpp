// Rolling copies of the progress file: which are kept, and the way back.
#include "progress/backups.h"
#include "support/reading_samples.h"
#include "support/temp_store.h"
#include <QtTest>
#include <fstream>
#include <set>

using namespace nodewise;
using namespace nodewise::progress;
using namespace nodewise::tests;
using namespace std::chrono_literals;

class TestBackups : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCopyHoldsWhatTheStoreHolds();
    void nothingNewMakesNoCopy();
    void keepsTenTenDaysAndTwelveMonths();
    void leavesForeignFilesAlone();
    void aClockSetBackKeepsTheOrder();
    void restoresAndKeepsWhatWasThere();
    void refusesADamagedCopyAndChangesNothing();
    void restoresOverADamagedFile();
    void refusesAFolderThatCannotBeMade();
    void knowsCloudFolders_data();
    void knowsCloudFolders();

private:
    static void addProfile(TempStore& store, const char* name) {
        if (!store->createProfile(name))
            qFatal("profile");
    }
    static std::filesystem::path folderOf(const TempStore& store) {
        return store.folder() / "backups";
    }
};

void TestBackups::aCopyHoldsWhatTheStoreHolds() {
    TempStore store;
    addProfile(store, "Mara");
    const auto backup = makeBackup(*store, folderOf(store), store.clock);
    QVERIFY2(backup, backup ? "" : backup.error().detail.c_str());
    const auto copy = ProgressStore::open(backup->file, store.clock);
    QVERIFY(copy);
    QVERIFY(copy->events() == store->events());
    QCOMPARE(listBackups(folderOf(store))->size(), std::size_t{1});
}

void TestBackups::nothingNewMakesNoCopy() {
    TempStore store;
    addProfile(store, "Mara");
    const auto first = makeBackup(*store, folderOf(store), store.clock);
    store.clock.advance(24h);
    const auto second = makeBackup(*store, folderOf(store), store.clock);
    QVERIFY(*second == *first);
    addProfile(store, "Ida");
    QVERIFY(!(*makeBackup(*store, folderOf(store), store.clock) == *first));
}

void TestBackups::keepsTenTenDaysAndTwelveMonths() {
    using namespace std::chrono;
    // Three a day for two years, newest first.
    std::vector<Backup> all;
    const Timestamp end = sys_days(year(2026) / November / 23) + 20h;
    for (int i = 0; i < 2 * 365 * 3; ++i)
        all.push_back({"b" + std::to_string(i), end - i * 8h, 1});
    const auto kept = backupsToKeep(all);
    // Ten last = 3 1/3 days; then the last of 10 days (4 of them among the ten last: 6 more); then
    // the last of 12 months, of which the current one is among them.
    QCOMPARE(kept.size(), std::size_t{10 + 6 + 11});
    QCOMPARE(kept.front(), all.front());
    std::set<std::pair<int, unsigned>> months;
    for (const Backup& backup : kept) {
        const year_month_day date(floor<days>(backup.made));
        months.insert({static_cast<int>(date.year()), static_cast<unsigned>(date.month())});
    }
    QCOMPARE(months.size(), std::size_t{12});
    // What was kept stays kept when the rule runs again.
    QVERIFY(backupsToKeep(kept) == kept);
}

void TestBackups::leavesForeignFilesAlone() {
    TempStore store;
    addProfile(store, "Mara");
    std::filesystem::create_directories(folderOf(store));
    std::ofstream(folderOf(store) / "progress-notes.db") << "mine";
    std::ofstream(folderOf(store) / "progress-20261399T094107120Z.db") << "no such month";
    QVERIFY(makeBackup(*store, folderOf(store), store.clock));
    QCOMPARE(listBackups(folderOf(store))->size(), std::size_t{1});
    QVERIFY(std::filesystem::exists(folderOf(store) / "progress-notes.db"));
}

void TestBackups::aClockSetBackKeepsTheOrder() {
    TempStore store;
    addProfile(store, "Mara");
    const auto first = makeBackup(*store, folderOf(store), store.clock);
    store.clock.advance(-48h);
    addProfile(store, "Ida");
    const auto second = makeBackup(*store, folderOf(store), store.clock);
    QVERIFY(second->made > first->made);
    QCOMPARE(listBackups(folderOf(store))->front(), *second);
}

void TestBackups::restoresAndKeepsWhatWasThere() {
    TempStore store;
    addProfile(store, "Mara");
    const auto backup = makeBackup(*store, folderOf(store), store.clock);
    addProfile(store, "Ida");
    store.close();
    QVERIFY(restoreBackup(backup->file, store.file(), store.clock));
    store.reopen();
    QCOMPARE(store->profiles()->size(), std::size_t{1});
    int aside = 0;
    for (const auto& entry : std::filesystem::directory_iterator(store.folder()))
        if (entry.path().filename().string().find(".before-") != std::string::npos &&
            entry.path().extension() == ".backup") {
            ++aside;
            const auto kept = ProgressStore::open(entry.path(), store.clock);
            QCOMPARE(kept->profiles()->size(), std::size_t{2});
            break;
        }
    QCOMPARE(aside, 1);
}

void TestBackups::refusesADamagedCopyAndChangesNothing() {
    TempStore store;
    addProfile(store, "Mara");
    store.close();
    const auto bad = store.folder() / "bad.db";
    std::ofstream(bad) << "no database at all, but long enough to be looked at";
    const auto done = restoreBackup(bad, store.file(), store.clock);
    QVERIFY(!done);
    QCOMPARE(done.error().path, bad.string());
    store.reopen();
    QCOMPARE(store->profiles()->size(), std::size_t{1});
    QCOMPARE(restoreBackup(store.folder() / "none.db", store.file(), store.clock).error().code,
             ErrorCode::FileNotFound);
}

void TestBackups::restoresOverADamagedFile() {
    TempStore store;
    addProfile(store, "Mara");
    const auto backup = makeBackup(*store, folderOf(store), store.clock);
    store.close();
    std::ofstream(store.file(), std::ios::trunc) << "the disk had a bad day";
    QVERIFY(restoreBackup(backup->file, store.file(), store.clock));
    store.reopen();
    QCOMPARE(store->profiles()->size(), std::size_t{1});
}

void TestBackups::refusesAFolderThatCannotBeMade() {
    TempStore store;
    addProfile(store, "Mara");
    std::ofstream(store.folder() / "wall") << "a file";
    const auto backup = makeBackup(*store, store.folder() / "wall" / "backups", store.clock);
    QCOMPARE(backup.error().code, ErrorCode::FileUnwritable);
}

void TestBackups::knowsCloudFolders_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("service");
    QTest::newRow("home") << "/home/mara/.local/share/nodewise"
                          << "";
    QTest::newRow("dropbox") << "/home/mara/Dropbox/nodewise"
                             << "Dropbox";
    QTest::newRow("onedrive of work") << "/home/mara/OneDrive - Clinic/x"
                                      << "OneDrive";
    QTest::newRow("icloud") << "/Users/mara/Library/Mobile Documents/x"
                            << "iCloud";
    QTest::newRow("name inside a name") << "/home/my-dropbox-notes/x"
                                        << "";
}

void TestBackups::knowsCloudFolders() {
    QFETCH(QString, path);
    QFETCH(QString, service);
    QCOMPARE(QString::fromStdString(cloudFolderOf(path.toStdString()).value_or("")), service);
}

QTEST_APPLESS_MAIN(TestBackups)
#include "tst_backups.moc"
