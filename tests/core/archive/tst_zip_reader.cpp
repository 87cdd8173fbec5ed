#include "archive/zip_reader.h"
#include "serial/file_io.h"
#include "support/raw_zip.h"
#include <QTemporaryDir>
#include <QTest>

using namespace nodewise;
using namespace nodewise::archive;
using nodewise::testing::RawEntry;
using nodewise::testing::RawZip;
namespace fs = std::filesystem;

namespace {

RawEntry plain(const std::string& name, const std::string& content = "x") {
    RawEntry entry;
    entry.name = name;
    entry.content = content;
    return entry;
}

QByteArray zipOf(const RawEntry& entry) {
    return QByteArray::fromStdString(RawZip().add(plain("good.txt")).add(entry).bytes());
}

RawEntry withMode(std::uint32_t mode, const std::string& content = "/etc/passwd") {
    RawEntry entry = plain("entry", content);
    entry.unixMode = mode;
    return entry;
}

/// Stops after a number of looks.
class ImpatientJob final : public JobControl {
public:
    explicit ImpatientJob(int looks)
        : m_looks(looks) {}
    void report(double, std::string_view) override {}
    [[nodiscard]] bool cancelled() const override { return m_looks-- <= 0; }

private:
    mutable int m_looks;
};

}  // namespace

class TestZipReader : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_dir;
    NullJobControl m_job;

    [[nodiscard]] fs::path at(const std::string& name) const {
        return serial::pathOf(m_dir->path().toStdString()) / name;
    }
    [[nodiscard]] fs::path zipFile(const std::string& bytes) const {
        const fs::path file = at("test.zip");
        if (!serial::writeFileAtomically(file, bytes))
            qFatal("cannot write %s", file.c_str());
        return file;
    }
    /// The word of what extraction says; checks that a refusal leaves nothing behind.
    [[nodiscard]] std::string extract(const std::string& bytes, const ZipLimits& limits = {}) {
        const auto done = extractZip(zipFile(bytes), at("out"), limits, m_job);
        if (done)
            return "done";
        const auto left = std::distance(fs::directory_iterator(m_dir->path().toStdString()),
                                        fs::directory_iterator());
        return left == 1 ? std::string(errorWord(done.error().code)) : "left something behind";
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void unpacksFilesAndFolders() {
        RawEntry packed = plain("a/b/text.txt", std::string(5000, 'n') + "eck");
        packed.deflate = true;
        const RawZip zip = RawZip()
                               .add(plain("a/", ""))
                               .add(packed)
                               .add(plain("./empty", ""))
                               .add(plain("gr\xC3\xB6\xC3\x9F"
                                          "e.txt",
                                          "u"));
        const auto listed = listZip(zipFile(zip.bytes()));
        QCOMPARE(listed->size(), std::size_t{4});
        QVERIFY(listed->front().folder);
        QCOMPARE((*listed)[2].name, std::string("empty"));
        QCOMPARE(extract(zip.bytes()), std::string("done"));
        QCOMPARE(*serial::readFile(at("out/a/b/text.txt")), packed.content);
        QCOMPARE(*serial::readFile(at("out/empty")), std::string());
        QCOMPARE(*serial::readFile(at("out") / serial::pathOf("gr\xC3\xB6\xC3\x9F"
                                                              "e.txt")),
                 std::string("u"));
        QCOMPARE(*readZipEntry(at("test.zip"), "a/b/text.txt"), packed.content);
    }

    void refusesWhatCannotBeTrusted_data() {
        QTest::addColumn<QByteArray>("zip");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, const QByteArray& zip, const char* code) {
            QTest::newRow(name) << zip << QString::fromUtf8(code);
        };
        row("absolute", zipOf(plain("/etc/cron.d/x")), "ArchiveUnsafePath");
        row("parent", zipOf(plain("../x")), "ArchiveUnsafePath");
        row("parent inside", zipOf(plain("a/../../x")), "ArchiveUnsafePath");
        row("parent at the end", zipOf(plain("a/..")), "ArchiveUnsafePath");
        row("backslash", zipOf(plain("..\\x")), "ArchiveUnsafePath");
        row("backslash inside", zipOf(plain("a\\b")), "ArchiveUnsafePath");
        row("drive", zipOf(plain("C:x")), "ArchiveUnsafePath");
        row("empty part", zipOf(plain("a//b")), "ArchiveUnsafePath");
        row("only a dot", zipOf(plain(".")), "ArchiveUnsafePath");
        row("line feed", zipOf(plain("a\nb")), "ArchiveUnsafePath");
        row("too long", zipOf(plain(std::string(1025, 'a'))), "ArchiveUnsafePath");
        row("too deep", zipOf(plain([] {
                std::string name;
                for (int depth = 0; depth < 33; ++depth)
                    name += "a/";
                return name + "b";
            }())),
            "ArchiveUnsafePath");
        row("symbolic link", zipOf(withMode(0120777)), "ArchiveLink");
        row("device", zipOf(withMode(0020666)), "ArchiveLink");
        row("block device", zipOf(withMode(0060666)), "ArchiveLink");
        row("pipe", zipOf(withMode(0010666)), "ArchiveLink");
        row("socket", zipOf(withMode(0140666)), "ArchiveLink");
        RawEntry dosLink = withMode(0120777);
        dosLink.system = 0;
        row("link that claims DOS", zipOf(dosLink), "ArchiveLink");
        RawEntry reparse = withMode(0);
        reparse.system = 10;
        reparse.dosAttributes = 0x400;
        row("reparse point", zipOf(reparse), "ArchiveLink");
    }
    void refusesWhatCannotBeTrusted() {
        QFETCH(QByteArray, zip);
        QFETCH(QString, code);
        QCOMPARE(QString::fromStdString(extract(zip.toStdString())), code);
    }

    void refusesNamesThatADiskWouldMerge_data() {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::newRow("same after dot") << QByteArray("a") << QByteArray("./a");
        QTest::newRow("capitals") << QByteArray("truth.json") << QByteArray("Truth.JSON");
        QTest::newRow("folder capitals") << QByteArray("cases/a") << QByteArray("Cases/b");
        QTest::newRow("umlaut") << QByteArray("\xC3\xA4") << QByteArray("\xC3\x84");
        QTest::newRow("Cyrillic") << QByteArray("\xD0\xB6") << QByteArray("\xD0\x96");
        QTest::newRow("file and folder") << QByteArray("a") << QByteArray("a/b");
        QTest::newRow("folder and file") << QByteArray("a/b") << QByteArray("a");
    }
    void refusesNamesThatADiskWouldMerge() {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        const RawZip zip =
            RawZip().add(plain(first.toStdString())).add(plain(second.toStdString()));
        QCOMPARE(QString::fromStdString(extract(zip.bytes())),
                 QStringLiteral("ArchiveCaseCollision"));
    }

    void refusesTheSameNameTwice() {
        const RawZip zip = RawZip().add(plain("a", "1")).add(plain("a", "2"));
        QCOMPARE(QString::fromStdString(extract(zip.bytes())), QStringLiteral("ArchiveDamaged"));
    }

    void refusesWhatGrowsTooMuch() {
        RawEntry bomb = plain("zeros", std::string(4 << 20, '\0'));
        bomb.deflate = true;
        QCOMPARE(extract(RawZip().add(bomb).bytes()), std::string("ArchiveRatio"));
        ZipLimits wide;
        wide.maxRatio = 2000;
        QCOMPARE(extract(RawZip().add(bomb).bytes(), wide), std::string("done"));
    }

    void refusesWhatIsOverTheQuota() {
        const RawZip zip =
            RawZip().add(plain("a", std::string(600, 'a'))).add(plain("b", std::string(600, 'b')));
        ZipLimits limits;
        limits.maxTotalBytes = 1000;
        QCOMPARE(extract(zip.bytes(), limits), std::string("ArchiveQuota"));
        limits = {};
        limits.maxEntryBytes = 500;
        QCOMPARE(extract(zip.bytes(), limits), std::string("ArchiveQuota"));
        limits = {};
        limits.maxEntries = 1;
        QCOMPARE(extract(zip.bytes(), limits), std::string("ArchiveQuota"));
    }

    void refusesEntriesThatLieAboutTheirSize() {
        RawEntry small = plain("small", std::string(2000, 'n'));
        small.deflate = true;
        small.claimedSize = 10;
        QCOMPARE(QString::fromStdString(extract(RawZip().add(small).bytes())),
                 QStringLiteral("ArchiveDamaged"));
        small.claimedSize = 2001;
        QCOMPARE(QString::fromStdString(extract(RawZip().add(small).bytes())),
                 QStringLiteral("ArchiveDamaged"));
        RawEntry stored = plain("stored", "12345");
        stored.claimedSize = 4;
        QCOMPARE(extract(RawZip().add(stored).bytes()), std::string("ArchiveDamaged"));
    }

    void refusesWrongCheckSums() {
        RawEntry entry = plain("a", "12345");
        entry.wrongCrc = true;
        QCOMPARE(extract(RawZip().add(entry).bytes()), std::string("ArchiveDamaged"));
    }

    void refusesEntriesThatOverlap() {
        // Many directory entries that share one packed stream, as in Fifield's non-recursive bomb.
        RawZip zip;
        zip.add(plain("entry0", std::string(4000, 'x')));
        for (int copy = 1; copy < 9; ++copy) {
            RawEntry entry = plain("entry" + std::to_string(copy), std::string(4000, 'x'));
            entry.claimedOffset = 0;
            entry.localName = "entry0";
            zip.add(entry);
        }
        // Their own local copies are cut out again, so that only the shared one is left.
        const std::string whole = zip.bytes();
        const std::size_t directory = whole.find("PK\x01\x02");
        const std::size_t first = whole.find("PK\x03\x04", 4);
        std::string shared = whole.substr(0, first) + whole.substr(directory);
        const std::size_t tail = shared.size() - 6;
        for (int byte = 0; byte < 4; ++byte)
            shared[tail + static_cast<std::size_t>(byte)] =
                static_cast<char>((first >> (8 * byte)) & 0xFF);
        QCOMPARE(extract(shared), std::string("ArchiveDamaged"));
    }

    void refusesADirectoryThatContradictsItsEntries() {
        RawEntry entry = plain("harmless.txt");
        entry.localName = "../evil.text";
        QCOMPARE(extract(RawZip().add(entry).bytes()), std::string("ArchiveDamaged"));
    }

    void refusesFourGigabytesWithoutZip64() {
        RawEntry entry = plain("huge");
        entry.claimedSize = entry.claimedPacked = 0xFFFFFFFF;
        const std::string code = extract(RawZip().add(entry).bytes());
        QCOMPARE(QString::fromStdString(code), QStringLiteral("ArchiveDamaged"));
    }

    void refusesAZip64FieldThatClaimsTheMoon() {
        RawEntry entry = plain("huge");
        entry.claimedSize = entry.claimedPacked = 0xFFFFFFFF;
        RawZip::put(entry.extra, 1, 2);
        RawZip::put(entry.extra, 16, 2);
        RawZip::put(entry.extra, 0x7FFFFFFFFFFFFFFF, 8);
        RawZip::put(entry.extra, 0x7FFFFFFFFFFFFFFF, 8);
        const std::string code = extract(RawZip().add(entry).bytes());
        QVERIFY2(code == "ArchiveDamaged" || code == "ArchiveQuota", code.c_str());
    }

    void refusesEncryptedAndUnknownPacking() {
        RawEntry entry = plain("a", "123456789012345");
        entry.flags = 1;
        QCOMPARE(extract(RawZip().add(entry).bytes()), std::string("FormatUnknown"));
        RawEntry odd = plain("a", "12345");
        odd.method = 12;
        QCOMPARE(extract(RawZip().add(odd).bytes()), std::string("FormatUnknown"));
    }

    void saysWhatIsNoZip() {
        QCOMPARE(extract("this is a letter, not a zip"), std::string("FormatUnknown"));
        QCOMPARE(extract(""), std::string("FormatUnknown"));
        QCOMPARE(listZip(at("absent.zip")).error().code, ErrorCode::FileNotFound);
        QCOMPARE(listZip(at("")).error().code, ErrorCode::FileNotFound);
        QVERIFY(!looksLikeZip(at("test.zip")));
    }

    void refusesATargetThatHoldsSomething() {
        QVERIFY(serial::writeFileAtomically(at("out/mine.txt"), "keep").has_value());
        const auto done =
            extractZip(zipFile(RawZip().add(plain("a")).bytes()), at("out"), {}, m_job);
        QCOMPARE(done.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(*serial::readFile(at("out/mine.txt")), std::string("keep"));
    }

    void leavesNothingWhenCancelled() {
        RawZip zip;
        for (int entry = 0; entry < 20; ++entry)
            zip.add(plain(std::to_string(entry), std::string(100, 'x')));
        const fs::path file = zipFile(zip.bytes());
        for (int looks = 0; looks < 40; looks += 7) {
            ImpatientJob job(looks);
            const auto done = extractZip(file, at("out"), {}, job);
            QCOMPARE(done.error().code, ErrorCode::Cancelled);
            QCOMPARE(std::distance(fs::directory_iterator(m_dir->path().toStdString()),
                                   fs::directory_iterator()),
                     std::ptrdiff_t{1});
        }
    }

    void survivesEveryCutAndFlippedByte() {
        RawEntry packed = plain("a/text.txt", std::string(300, 'n') + "eck and more");
        packed.deflate = true;
        const std::string good = RawZip().add(plain("b", "12345")).add(packed).bytes();
        for (std::size_t length = 0; length < good.size(); ++length)
            QVERIFY2(extract(good.substr(0, length)) != "done", std::to_string(length).c_str());
        for (std::size_t place = 0; place < good.size(); ++place) {
            std::string bad = good;
            bad[place] = static_cast<char>(bad[place] ^ 0x55);
            const auto done = extractZip(zipFile(bad), at("flip"), {}, m_job);
            if (done) {  // A time stamp or version: the content is still right.
                for (const auto& file : fs::recursive_directory_iterator(at("flip")))
                    if (file.is_regular_file()) {
                        const std::string content = *serial::readFile(file.path());
                        QVERIFY(content == "12345" || content == packed.content);
                    }
                fs::remove_all(at("flip"));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestZipReader)
#include "tst_zip_reader.moc"
