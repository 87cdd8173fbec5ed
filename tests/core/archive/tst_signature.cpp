#include "archive/manifest.h"
#include "archive/sha256.h"
#include "archive/signature.h"
#include "archive/trust_store.h"
#include "serial/file_io.h"
#include <QTemporaryDir>
#include <QTest>

using namespace nodewise;
using namespace nodewise::archive;
namespace fs = std::filesystem;

namespace {

KeyPair keyOfByte(std::uint8_t byte) {
    std::array<std::uint8_t, 32> seed{};
    seed.fill(byte);
    return keyFromSeed(seed, "test key");
}

template <std::size_t size>
std::array<std::uint8_t, size> bytesOfHex(const QByteArray& hex) {
    const QByteArray raw = QByteArray::fromHex(hex);
    std::array<std::uint8_t, size> bytes{};
    std::copy(raw.begin(), raw.end(), bytes.begin());
    return bytes;
}

}  // namespace

class TestSignature : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    NullJobControl m_job;
    [[nodiscard]] fs::path at(const std::string& name) const {
        return serial::pathOf(m_dir.path().toStdString()) / name;
    }

private Q_SLOTS:
    void hashesAsFips180_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("hash");
        QTest::newRow("empty")
            << QByteArray("")
            << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        QTest::newRow("abc")
            << QByteArray("abc")
            << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        QTest::newRow("million a")
            << QByteArray(1000000, 'a')
            << QByteArray("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }
    void hashesAsFips180() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, hash);
        QCOMPARE(sha256Hex(text.toStdString()), hash.toStdString());
        QVERIFY(serial::writeFileAtomically(at("hashed"), text.toStdString()).has_value());
        QCOMPARE(*sha256OfFile(at("hashed"), m_job), hash.toStdString());
    }

    void signsAsRfc8032() {
        // RFC 8032, 7.1, tests 1 and 2.
        const auto seed1 =
            bytesOfHex<32>("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        const KeyPair key1 = keyFromSeed(seed1, {});
        QCOMPARE(publicKeyText(key1.publicKey),
                 std::string("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
        QCOMPARE(
            sign(key1, "").bytes,
            bytesOfHex<64>("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                           "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"));
        const auto seed2 =
            bytesOfHex<32>("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
        QCOMPARE(
            sign(keyFromSeed(seed2, {}), "\x72").bytes,
            bytesOfHex<64>("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                           "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"));
    }

    void noticesEveryChangedByteOfTheContent() {
        const KeyPair key = keyOfByte(1);
        const std::string content = "hash  path\n";
        const Signature signature = sign(key, content);
        QVERIFY(verify(signature, content).has_value());
        for (std::size_t place = 0; place < content.size(); ++place) {
            std::string changed = content;
            changed[place] = static_cast<char>(changed[place] ^ 1);
            QCOMPARE(verify(signature, changed).error().code, ErrorCode::SignatureInvalid);
        }
    }

    void noticesEveryChangedBitOfASignatureFile() {
        const std::string content = "hash  path\n";
        const std::string text = signatureText(sign(keyOfByte(1), content));
        QVERIFY(parseSignature(text).has_value());
        for (std::size_t place = 0; place < text.size(); ++place)
            for (int bit = 0; bit < 8; ++bit) {
                std::string changed = text;
                changed[place] = static_cast<char>(changed[place] ^ (1 << bit));
                const auto signature = parseSignature(changed);
                QVERIFY(!signature || !verify(*signature, content));
            }
    }

    void keepsKeysInFiles() {
        const KeyPair key = generateKey("ENT");
        QVERIFY(writeKeyFile(at("key.json"), key).has_value());
        const auto again = readKeyFile(at("key.json"));
        QCOMPARE(again->publicKey, key.publicKey);
        QCOMPARE(again->seed, key.seed);
        QCOMPARE(again->label, std::string("ENT"));
        QCOMPARE(fs::status(at("key.json")).permissions() &
                     (fs::perms::group_all | fs::perms::others_all),
                 fs::perms::none);
    }

    void neverOverwritesAKey() {
        QVERIFY(writeKeyFile(at("kept.json"), keyOfByte(1)).has_value());
        QCOMPARE(writeKeyFile(at("kept.json"), keyOfByte(2)).error().code,
                 ErrorCode::InvalidArgument);
        QCOMPARE(readKeyFile(at("kept.json"))->publicKey, keyOfByte(1).publicKey);
    }

    void refusesKeyFilesThatDoNotFit() {
        QVERIFY(writeKeyFile(at("fit.json"), keyOfByte(1)).has_value());
        std::string text = *serial::readFile(at("fit.json"));
        const std::string other = publicKeyText(keyOfByte(2).publicKey);
        text.replace(text.find(publicKeyText(keyOfByte(1).publicKey)), other.size(), other);
        QVERIFY(serial::writeFileAtomically(at("unfit.json"), text).has_value());
        QCOMPARE(readKeyFile(at("unfit.json")).error().code, ErrorCode::FormatDamaged);
        QVERIFY(serial::writeFileAtomically(at("other.json"), "{\"format\": \"x\"}").has_value());
        QCOMPARE(readKeyFile(at("other.json")).error().code, ErrorCode::JsonInvalid);
        QCOMPARE(readKeyFile(at("absent.json")).error().code, ErrorCode::FileNotFound);
    }

    void makesADifferentKeyEachTime() {
        QVERIFY(generateKey({}).publicKey != generateKey({}).publicKey);
    }

    void pinsAKeyAtFirstUse() {
        const PublicKey first = keyOfByte(1).publicKey, second = keyOfByte(2).publicKey;
        const std::vector<PublicKey> none, one{first}, other{second}, both{second, first};
        TrustStore store;
        QCOMPARE(store.standing("pack", none), Standing::Unsigned);
        QCOMPARE(store.standing("pack", one), Standing::UnknownKey);
        store.pin("pack", first);
        QVERIFY(store.save(at("trust.json")).has_value());
        store = *TrustStore::load(at("trust.json"));
        QCOMPARE(store.standing("pack", one), Standing::Known);
        QCOMPARE(store.standing("pack", both), Standing::Known);
        QCOMPARE(store.standing("pack", other), Standing::ChangedKey);
        QCOMPARE(store.standing("pack", none), Standing::ChangedKey);
        QCOMPARE(store.standing("another pack", one), Standing::Known);
        QCOMPARE(store.standing("another pack", other), Standing::UnknownKey);
        store.forget(first);
        QCOMPARE(store.standing("pack", one), Standing::UnknownKey);
    }

    void refusesADamagedListOfKeys() {
        QVERIFY(TrustStore::load(at("no such file.json")).has_value());
        for (const char* text :
             {"", "{}", R"({"format":"nodewise-trust","version":2,"pins":{}})",
              R"({"format":"nodewise-trust","version":1,"pins":{"a":["zz"]}})"}) {
            QVERIFY(serial::writeFileAtomically(at("bad trust.json"), text).has_value());
            QVERIFY(!TrustStore::load(at("bad trust.json")).has_value());
        }
    }
};

QTEST_APPLESS_MAIN(TestSignature)
#include "tst_signature.moc"
