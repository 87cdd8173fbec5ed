#include "archive/sha256.h"
#include "archive/zip_reader.h"
#include "archive/zip_writer.h"
#include "casepack/case_image.h"
#include "casepack/pack_writer.h"
#include "casepack/truth.h"
#include "support/pack_source.h"
#include <QTest>

using namespace nodewise;
using namespace nodewise::casepack;
using test::BallPhantom;
using test::PackSource;
namespace fs = std::filesystem;

namespace {

archive::KeyPair keyOfByte(std::uint8_t byte) {
    std::array<std::uint8_t, 32> seed{};
    seed.fill(byte);
    return archive::keyFromSeed(seed, "test key");
}

QString codeOf(const Result<PackPtr>& pack) {
    const auto code = pack ? std::string_view("opened") : errorWord(pack.error().code);
    return QString::fromLatin1(code.data(), static_cast<qsizetype>(code.size()));
}

}  // namespace

class TestPack : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<PackSource> m_source;
    NullJobControl m_job;
    fs::path m_pack;

    [[nodiscard]] Result<PackPtr> open(const fs::path& file, const fs::path& trust = {}) {
        return openPack(file, m_source->beside("work"), trust, m_job);
    }
    [[nodiscard]] std::vector<archive::ZipItem> itemsOf(const fs::path& file) {
        std::vector<archive::ZipItem> items;
        const auto entries = archive::listZip(file);
        for (const auto& entry : *entries)
            items.push_back({entry.name, *archive::readZipEntry(file, entry.name), entry.stored});
        return items;
    }
    /// The pack with other files, zipped anew: the zip itself is sound.
    [[nodiscard]] fs::path rezipped(const std::vector<archive::ZipItem>& items) {
        const fs::path file = m_source->beside("changed.nwpack");
        if (!archive::writeZip(file, items, m_job))
            qFatal("cannot write the changed pack");
        return file;
    }
    [[nodiscard]] fs::path signedBy(const fs::path& file, std::uint8_t key, const char* name) {
        const auto done = signPack(file, keyOfByte(key), m_source->beside(name),
                                   m_source->beside("signing"), m_job);
        if (!done)
            qFatal("cannot sign: %s", done.error().detail.c_str());
        return m_source->beside(name);
    }

private Q_SLOTS:
    void initTestCase() {
        m_source = std::make_unique<PackSource>();
        m_pack = m_source->beside("ball.nwpack");
        const auto built = buildPack(m_source->folder(), m_pack, m_job);
        QVERIFY2(built.has_value(),
                 built ? "" : (built.error().detail + " " + built.error().place).c_str());
        QCOMPARE(built->cases, std::vector{CaseId("ball-1")});
    }

    void opensWhatWasBuilt() {
        const auto pack = open(m_pack);
        QCOMPARE(codeOf(pack), QStringLiteral("opened"));
        const PackInfo& info = (*pack)->info();
        QCOMPARE(info.title, std::string("Ball"));
        QCOMPARE(info.version, std::string("1.2.0"));
        QCOMPARE(info.authors.front().orcid, std::string("0000-0002-1825-0097"));
        QCOMPARE(info.trust, Trust::Unsigned);
        QCOMPARE((*pack)->cases().size(), std::size_t{1});
        const CaseRecord record = (*pack)->cases().front();
        QCOMPARE(record.history.site, Site::Larynx);
        QCOMPARE(record.nodes.front().level, Level::III);
        QCOMPARE((*pack)->find(record.id, "de")->title, std::string("Kugel"));
        QCOMPARE((*pack)->find(record.id, "de")->history.primaryText, std::string("supraglottis"));
        QCOMPARE((*pack)->find(record.id, "fr")->title, std::string("Ball in fat"));
        QCOMPARE((*pack)->find(CaseId("x")).error().code, ErrorCode::CaseNotFound);
        QCOMPARE((*pack)->rights(record.id)->source, std::string("a phantom"));
    }

    void givesTheImageBackVoxelForVoxel() {
        const auto pack = open(m_pack);
        const auto image = openCaseImage(**pack, CaseId("ball-1"), {}, m_job);
        QVERIFY(image.has_value());
        const VolumePtr drawn = BallPhantom().volume();
        QVERIFY((*image)->geometry().sameGridAs(drawn->geometry()));
        QVERIFY(std::ranges::equal((*image)->int16Voxels(), drawn->int16Voxels()));
    }

    void completesTheTruthFromTheOutline() {
        const auto pack = open(m_pack);
        const auto truth = openCaseTruth(**pack, CaseId("ball-1"), m_job);
        QVERIFY(truth.has_value());
        const NodeTruth& node = truth->truth.nodes.front();
        QCOMPARE(node.kind, TruthKind::TeachingDraft);
        QVERIFY(distance(node.centre, BallPhantom().centre) < 0.1);
        // A ball of 16 mm on voxels of 1 mm: within one voxel.
        QVERIFY(std::abs(node.longAxisMm - 16) < 1.01);
        QVERIFY(std::abs(node.shortAxisMm - 16) < 1.01);
        QVERIFY(std::abs(node.greatestMm - 16) < 2.01);
        QCOMPARE(node.distribution, (GradeDistribution{1, 0, 0, 0}));
        QCOMPARE(truth->labels.labelNamed("n1"), std::optional<LabelValue>(4));
        QCOMPARE(truth->labels.labelNamed("sternocleidomastoid_left"),
                 std::optional<LabelValue>(9));
    }

    void buildsTheSameBytesTwice() {
        const fs::path again = m_source->beside("again.nwpack");
        QVERIFY(buildPack(m_source->folder(), again, m_job).has_value());
        QCOMPARE(*serial::readFile(again), *serial::readFile(m_pack));
    }

    void beginsWithItsMimetype() {
        QCOMPARE(serial::readFile(m_pack)->substr(30, 34),
                 std::string("mimetypeapplication/vnd.nwpack+zip"));
    }

    void leavesNothingButThePack() {
        for (const auto& entry : fs::directory_iterator(m_pack.parent_path()))
            QVERIFY2(!entry.path().string().ends_with(".work"), entry.path().c_str());
    }

    /// Every byte of every file, the zip being sound: what is shown is what was packed.
    void refusesAChangedByteInEachFile() {
        const fs::path sealed = signedBy(m_pack, 1, "tamper.nwpack");
        const auto items = itemsOf(sealed);
        QVERIFY(items.size() >= 11);
        for (std::size_t index = 0; index < items.size(); ++index) {
            const std::size_t size = std::get<std::string>(items[index].content).size();
            for (const std::size_t place : {std::size_t{0}, size / 3, size / 2, size - 1}) {
                auto changed = items;
                char& byte = std::get<std::string>(changed[index].content)[place];
                byte = static_cast<char>(byte ^ 0x10);
                const QString code = codeOf(open(rezipped(changed)));
                const bool refused =
                    code == QStringLiteral("HashMismatch") ||
                    code == QStringLiteral("SignatureInvalid") ||
                    code == QStringLiteral("FormatDamaged") ||
                    (items[index].name == "mimetype" && code == QStringLiteral("FormatUnknown"));
                QVERIFY2(refused, (items[index].name + ": " + code.toStdString()).c_str());
            }
        }
    }

    void refusesAMissingOrAddedFile() {
        const auto items = itemsOf(m_pack);
        for (std::size_t index = 0; index < items.size(); ++index) {
            auto changed = items;
            changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(index));
            QVERIFY2(!open(rezipped(changed)), items[index].name.c_str());
        }
        auto added = items;
        added.push_back({"i18n/fr.json", std::string(R"({"cases": {}})")});
        QCOMPARE(codeOf(open(rezipped(added))), QStringLiteral("HashMismatch"));
    }

    void refusesKindsOfFilesThatPacksDoNotHold_data() {
        QTest::addColumn<QString>("name");
        for (const char* name :
             {"run.sh", "cases/ball-1/run.py", "cases/ball-1/images/volume.exe", "index.html",
              "cases/ball-1/images/deep/a.dcm", "truth/ball-1/plugin.so", "i18n/de.js",
              "signatures/abc.json", "cases/Ball/case.json", "cases/-x/case.json"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void refusesKindsOfFilesThatPacksDoNotHold() {
        QFETCH(QString, name);
        auto items = itemsOf(m_pack);
        items.push_back({name.toStdString(), std::string("x")});
        const auto pack = open(rezipped(items));
        QCOMPARE(codeOf(pack), QStringLiteral("FormatUnknown"));
        QCOMPARE(QString::fromStdString(pack.error().place), name);
    }

    void survivesDamageAtAnyPlace() {
        const std::string good = *serial::readFile(m_pack);
        const fs::path file = m_source->beside("damaged.nwpack");
        for (std::size_t length = 0; length < good.size(); length += good.size() / 101) {
            QVERIFY(serial::writeFileAtomically(file, good.substr(0, length)).has_value());
            QVERIFY2(!open(file), std::to_string(length).c_str());
        }
        for (std::size_t place = 0; place < good.size(); place += good.size() / 211) {
            std::string bad = good;
            bad[place] = static_cast<char>(bad[place] ^ 0x80);
            QVERIFY(serial::writeFileAtomically(file, bad).has_value());
            const auto pack = open(file);  // A time stamp may differ: then all content is right.
            QVERIFY(!pack || (*pack)->info().manifestHash == (*open(m_pack))->info().manifestHash);
        }
    }

    void mendsAnUnpackedFolderThatWasTouched() {
        const auto pack = open(m_pack);
        const fs::path file = (*pack)->folder() / "truth/ball-1/truth.json";
        const std::string before = *serial::readFile(file);
        QVERIFY(serial::writeFileAtomically(file, "{}").has_value());
        QVERIFY(serial::writeFileAtomically((*pack)->folder() / "extra.sh", "rm").has_value());
        QCOMPARE(codeOf(open(m_pack)), QStringLiteral("opened"));
        QCOMPARE(*serial::readFile(file), before);
        QVERIFY(!fs::exists((*pack)->folder() / "extra.sh"));
    }

    void pinsAKeyAtFirstUseAndNoticesAnother() {
        const fs::path trust = m_source->beside("trust.json");
        QCOMPARE((*open(m_pack, trust))->info().trust, Trust::Unsigned);
        const fs::path first = signedBy(m_pack, 1, "first.nwpack");
        const auto opened = open(first, trust);
        QCOMPARE((*opened)->info().trust, Trust::UnknownKey);
        QCOMPARE((*opened)->info().signers.front().keyId, archive::keyId(keyOfByte(1).publicKey));
        QCOMPARE((*open(first, trust))->info().trust, Trust::Known);
        const fs::path second = signedBy(m_pack, 2, "second.nwpack");
        QCOMPARE((*open(second, trust))->info().trust, Trust::ChangedKey);
        QCOMPARE((*open(second, trust))->info().trust, Trust::ChangedKey);
        QCOMPARE((*open(m_pack, trust))->info().trust, Trust::ChangedKey);
        const fs::path both = signedBy(first, 2, "both.nwpack");
        QCOMPARE((*open(both, trust))->info().trust, Trust::Known);
        QCOMPARE((*open(both, trust))->info().signers.size(), std::size_t{2});
        QCOMPARE((*open(both))->info().trust, Trust::UnknownKey);
    }

    void refusesASignatureUnderAnotherKeysName() {
        auto items = itemsOf(signedBy(m_pack, 1, "named.nwpack"));
        for (auto& item : items)
            if (item.name.starts_with("signatures/"))
                item.name = "signatures/0123456789abcdef.json";
        QCOMPARE(codeOf(open(rezipped(items))), QStringLiteral("SignatureInvalid"));
    }

    void refusesANewerFormat() {
        auto items = itemsOf(m_pack);
        for (auto& item : items)
            if (item.name == "pack.json") {
                auto& text = std::get<std::string>(item.content);
                const std::string before = archive::sha256Hex(text);
                text.replace(text.find("\"formatVersion\": 1"), 18, "\"formatVersion\": 2");
                for (auto& other : items)
                    if (other.name == "manifest-sha256.txt") {
                        auto& lines = std::get<std::string>(other.content);
                        lines.replace(lines.find(before), 64, archive::sha256Hex(text));
                    }
            }
        QCOMPARE(codeOf(open(rezipped(items))), QStringLiteral("VersionUnsupported"));
    }

    void opensWithoutATruthAndSaysSoAtTheCommit() {
        auto items = itemsOf(m_pack);
        std::erase_if(items, [](const auto& item) { return item.name.starts_with("truth/"); });
        for (auto& item : items)
            if (item.name == "manifest-sha256.txt") {
                auto& lines = std::get<std::string>(item.content);
                for (const char* name : {"labels.nrrd", "truth.json"}) {
                    const std::size_t at = lines.find(std::string("truth/ball-1/") + name) - 66;
                    lines.erase(at, lines.find('\n', at) - at + 1);
                }
            }
        const auto sealed = open(rezipped(items));
        QCOMPARE(codeOf(sealed), QStringLiteral("opened"));
        QVERIFY(openCaseImage(**sealed, CaseId("ball-1"), {}, m_job).has_value());
        QCOMPARE(openCaseTruth(**sealed, CaseId("ball-1"), m_job).error().code,
                 ErrorCode::TruthSealed);
    }

    void saysWhatIsNoPack() {
        QCOMPARE(codeOf(open(m_source->beside("absent"))), QStringLiteral("FileNotFound"));
        const std::vector<archive::ZipItem> other{{"hello.txt", std::string("hi")}};
        QCOMPARE(codeOf(open(rezipped(other))), QStringLiteral("FormatUnknown"));
    }
};

QTEST_APPLESS_MAIN(TestPack)
#include "tst_pack.moc"
