#include "archive/zip_reader.h"
#include "archive/zip_writer.h"
#include "serial/file_io.h"
#include <QTemporaryDir>
#include <QTest>

using namespace nodewise;
using namespace nodewise::archive;
namespace fs = std::filesystem;

class TestZipWriter : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    NullJobControl m_job;
    [[nodiscard]] fs::path at(const std::string& name) const {
        return serial::pathOf(m_dir.path().toStdString()) / name;
    }

private Q_SLOTS:
    void writesTheSameBytesTwice() {
        QVERIFY(serial::writeFileAtomically(at("source.txt"), std::string(5000, 's')).has_value());
        const std::vector<ZipItem> items{{"mimetype", std::string("application/x-test"), true},
                                         {"a/text.json", std::string("{\"a\": 1}")},
                                         {"a/file.txt", at("source.txt")}};
        QVERIFY(writeZip(at("one.zip"), items, m_job).has_value());
        QTest::qSleep(2100);  // A zip's clock ticks every two seconds.
        fs::last_write_time(at("source.txt"),
                            fs::file_time_type::clock::now() + std::chrono::hours(50));
        QVERIFY(writeZip(at("two.zip"), items, m_job).has_value());
        QCOMPARE(*serial::readFile(at("one.zip")), *serial::readFile(at("two.zip")));
    }

    void putsTheMimetypeWhereOthersLookForIt() {
        const std::vector<ZipItem> items{{"mimetype", std::string("application/x-test"), true},
                                         {"b", std::string("c")}};
        QVERIFY(writeZip(at("mime.zip"), items, m_job).has_value());
        QCOMPARE(serial::readFile(at("mime.zip"))->substr(30, 26),
                 std::string("mimetypeapplication/x-test"));
    }

    void readsBackWhatItWrote() {
        std::string noise(70000, '\0');
        unsigned state = 1;
        for (char& byte : noise)
            byte = static_cast<char>((state = state * 1664525U + 1013904223U) >> 24U);
        const std::vector<ZipItem> items{
            {"empty", std::string()}, {"deep/er/noise", noise}, {"text", std::string(3000, 'x')}};
        QVERIFY(writeZip(at("back.zip"), items, m_job).has_value());
        for (const ZipItem& item : items)
            QCOMPARE(*readZipEntry(at("back.zip"), item.name), std::get<std::string>(item.content));
    }

    void storesWhatWouldShrinkTooFarForOurReader() {
        const std::vector<ZipItem> items{{"zeros", std::string(3 << 20, '\0')},
                                         {"text", std::string("abcabcabcabcabcabcabcabc")}};
        QVERIFY(writeZip(at("zeros.zip"), items, m_job).has_value());
        const auto entries = listZip(at("zeros.zip"));
        QVERIFY(entries.has_value());
        QVERIFY(entries->front().stored);
    }

    void refusesNamesItsReaderWouldRefuse() {
        for (const char* name : {"../a", "/a", "a\\b", "a/", "./a", ""}) {
            const std::vector<ZipItem> items{{name, std::string("x")}};
            QCOMPARE(writeZip(at("bad.zip"), items, m_job).error().code,
                     ErrorCode::ArchiveUnsafePath);
        }
        QVERIFY(!fs::exists(at("bad.zip")));
    }

    void leavesTheOldFileWhenItFails() {
        QVERIFY(serial::writeFileAtomically(at("old.zip"), "old").has_value());
        const std::vector<ZipItem> items{{"a", at("absent")}};
        QCOMPARE(writeZip(at("old.zip"), items, m_job).error().code, ErrorCode::FileNotFound);
        QCOMPARE(*serial::readFile(at("old.zip")), std::string("old"));
        QCOMPARE(writeZip(at("none.zip"), {}, m_job).error().code, ErrorCode::InvalidArgument);
    }
};

QTEST_APPLESS_MAIN(TestZipWriter)
#include "tst_zip_writer.moc"
