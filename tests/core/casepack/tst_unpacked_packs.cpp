#include "casepack/unpacked_packs.h"
#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

using namespace nodewise;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

/// A folder last opened `age` ago, with something in it.
void makeFolder(const fs::path& folder, std::chrono::hours age) {
    fs::create_directories(folder / "cases");
    std::ofstream(folder / "cases" / "case.json") << "{}";
    fs::last_write_time(folder, fs::file_time_type::clock::now() - age);
}

}  // namespace

class TestUnpackedPacks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void removesOnlyPacksThatNobodyOpens();
    void aPackInUseStays();
    void aFolderThatIsNotThereIsNothing();
};

void TestUnpackedPacks::removesOnlyPacksThatNobodyOpens() {
    const QTemporaryDir home;
    const fs::path work = home.path().toStdString();
    const fs::path old = work / std::string(32, 'a'), young = work / std::string(32, 'b'),
                   foreign = work / "notes", wrongName = work / std::string(32, 'g');
    makeFolder(old, casepack::kKeepUnpacked + 1h);
    makeFolder(young, casepack::kKeepUnpacked - 1h);
    makeFolder(foreign, casepack::kKeepUnpacked * 2);
    makeFolder(wrongName, casepack::kKeepUnpacked * 2);
    const fs::path outside = work / "outside";
    makeFolder(outside, 1h);
    const fs::path link = work / std::string(32, 'c');
    fs::create_directory_symlink(outside, link);
    QCOMPARE(casepack::removeUnused(work), 1);
    QVERIFY(!fs::exists(old));
    for (const fs::path& kept : {young, foreign, wrongName, outside / "cases" / "case.json", link})
        QVERIFY2(fs::exists(kept), kept.c_str());
    QCOMPARE(casepack::removeUnused(work), 0);
}

void TestUnpackedPacks::aPackInUseStays() {
    const QTemporaryDir home;
    const fs::path work = home.path().toStdString();
    const fs::path pack = work / std::string(32, '0');
    makeFolder(pack, casepack::kKeepUnpacked * 2);
    casepack::noteUse(pack);
    QCOMPARE(casepack::removeUnused(work), 0);
    QVERIFY(fs::exists(pack));
}

void TestUnpackedPacks::aFolderThatIsNotThereIsNothing() {
    QCOMPARE(casepack::removeUnused("/no/such/folder"), 0);
    casepack::noteUse("/no/such/folder");
}

QTEST_APPLESS_MAIN(TestUnpackedPacks)
#include "tst_unpacked_packs.moc"
