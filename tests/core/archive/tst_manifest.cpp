#include "archive/manifest.h"
#include "archive/sha256.h"
#include "serial/file_io.h"
#include <QTemporaryDir>
#include <QTest>

using namespace nodewise;
using namespace nodewise::archive;
namespace fs = std::filesystem;

namespace {

bool everything(const std::string&) {
    return true;
}

std::string line(const std::string& path) {
    return sha256Hex(path) + "  " + path + "\n";
}

}  // namespace

class TestManifest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_dir;
    NullJobControl m_job;
    [[nodiscard]] fs::path folder() const { return serial::pathOf(m_dir->path().toStdString()); }
    void write(const std::string& name, const std::string& content) const {
        QVERIFY(serial::writeFileAtomically(folder() / name, content).has_value());
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void listsAFolder() {
        write("b.txt", "b");
        write("a/c.txt", "c");
        write("signatures/x.json", "x");
        const auto found = hashFolder(
            folder(), [](const std::string& path) { return !path.starts_with("signatures/"); },
            m_job);
        const Manifest expected{{"a/c.txt", sha256Hex("c")}, {"b.txt", sha256Hex("b")}};
        QCOMPARE(*found, expected);
        QCOMPARE(*parseManifest(manifestText(*found)), expected);
        QCOMPARE(*hashFolder(folder(), everything, m_job, 1),
                 *hashFolder(folder(), everything, m_job, 4));
    }

    void refusesFoldersWithLinks() {
        write("real", "x");
        fs::create_symlink("real", folder() / "link");
        QCOMPARE(hashFolder(folder(), everything, m_job).error().code, ErrorCode::ArchiveLink);
    }

    void namesTheFileThatDiffers() {
        const Manifest expected{{"a", sha256Hex("1")}, {"b", sha256Hex("2")}};
        QVERIFY(compareManifests(expected, expected).has_value());
        const auto place = [&](const Manifest& found) {
            const auto compared = compareManifests(expected, found);
            return compared ? std::string("equal") : compared.error().place;
        };
        QCOMPARE(place({{"a", sha256Hex("1")}, {"b", sha256Hex("3")}}), std::string("b"));
        QCOMPARE(place({{"a", sha256Hex("1")}}), std::string("b"));
        QCOMPARE(place({{"a", sha256Hex("1")}, {"b", sha256Hex("2")}, {"c", sha256Hex("3")}}),
                 std::string("c"));
    }

    void refusesDamagedLists_data() {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* name, const std::string& text) {
            QTest::newRow(name) << QByteArray::fromStdString(text);
        };
        row("no line feed", line("a").substr(0, 66));
        row("short hash", "abc  a\n");
        row("capital hash", std::string(64, 'A') + "  a\n");
        row("one space", sha256Hex("a") + " a\n");
        row("no path", sha256Hex("a") + "  \n");
        row("unsafe path", line("../a"));
        row("absolute path", line("/a"));
        row("carriage return", sha256Hex("a") + "  a\r\n");
        row("twice", line("a") + line("a"));
        row("out of order", line("b") + line("a"));
        row("empty line", line("a") + "\n");
    }
    void refusesDamagedLists() {
        QFETCH(QByteArray, text);
        QCOMPARE(parseManifest(text.toStdString()).error().code, ErrorCode::FormatDamaged);
    }
};

QTEST_APPLESS_MAIN(TestManifest)
#include "tst_manifest.moc"
