#include "serial/file_io.h"
#include <QTemporaryDir>
#include <QTest>

using namespace nodewise;
using namespace nodewise::serial;
namespace fs = std::filesystem;

class TestFileIo : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    [[nodiscard]] fs::path at(const char* name) const {
        return pathOf(m_dir.path().toStdString()) / pathOf(name);
    }
    [[nodiscard]] std::size_t filesIn(const fs::path& folder) const {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
    }

private Q_SLOTS:
    void readsBackWhatItWrote() {
        std::string bytes(100000, '\0');
        for (std::size_t index = 0; index < bytes.size(); ++index)
            bytes[index] = static_cast<char>(index * 31);
        const fs::path file = at("new folder/\xC3\xA4.bin");
        QVERIFY(writeFileAtomically(file, bytes).has_value());
        QCOMPARE(*readFile(file), bytes);
        QVERIFY(writeFileAtomically(file, "short").has_value());
        QCOMPARE(*readFile(file), std::string("short"));
        QCOMPARE(filesIn(file.parent_path()), std::size_t{1});
    }

    void keepsTheOldFileWhenTheNewCannotBeWritten() {
        // A folder stands where the file should go: the rename must fail and leave no rest.
        const fs::path target = at("occupied/target");
        fs::create_directories(target / "inside");
        const auto written = writeFileAtomically(target, "x");
        QCOMPARE(written.error().code, ErrorCode::FileUnwritable);
        QVERIFY(fs::exists(target / "inside"));
        QCOMPARE(filesIn(target.parent_path()), std::size_t{1});
    }

    void saysWhatIsWrongWithAFile() {
        QCOMPARE(readFile(at("absent")).error().code, ErrorCode::FileNotFound);
        QCOMPARE(readFile(at("")).error().code, ErrorCode::FileUnreadable);
        QVERIFY(writeFileAtomically(at("ten"), "0123456789").has_value());
        QCOMPARE(readFile(at("ten"), 9).error().code, ErrorCode::ValueOutOfRange);
        QVERIFY(readFile(at("ten"), 10).has_value());
    }

    void hidesOwnerOnlyFiles() {
        QVERIFY(writeFileAtomically(at("secret"), "key", FileRights::OwnerOnly).has_value());
        const auto rights = fs::status(at("secret")).permissions();
        QCOMPARE(rights & (fs::perms::group_all | fs::perms::others_all), fs::perms::none);
    }
};

QTEST_APPLESS_MAIN(TestFileIo)
#include "tst_file_io.moc"
