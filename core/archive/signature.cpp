#include "archive/signature.h"
#include "archive/sha256.h"
#include "base/require.h"
#include "serial/file_io.h"
#include <sodium.h>
#include <system_error>

namespace nodewise::archive {
namespace fs = std::filesystem;
namespace {

using serial::Json;

static_assert(crypto_sign_PUBLICKEYBYTES == 32 && crypto_sign_SEEDBYTES == 32 &&
              crypto_sign_BYTES == 64);

/// libsodium picks its fastest code once; repeated and concurrent calls are harmless.
void startSodium() {
    NODEWISE_REQUIRE(sodium_init() >= 0);
}

template <std::size_t size>
std::string hexOf(const std::array<std::uint8_t, size>& bytes) {
    std::array<char, 2 * size + 1> text{};
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    return text.data();
}

template <std::size_t size>
bool readHex(std::string_view text, std::array<std::uint8_t, size>& bytes) {
    std::size_t length = 0;
    return text.size() == 2 * size &&
           sodium_hex2bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &length,
                          nullptr) == 0 &&
           length == size;
}

const unsigned char* bytesOf(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

Result<KeyPair> keyOf(const Json& json, const std::string& path) {
    const serial::Reader reader(json, path);
    const std::string format = reader.string("format");
    const auto version = reader.integer("version");
    const std::string label = reader.stringOr("label", {});
    const std::string publicText = reader.string("publicKey");
    const std::string secretText = reader.string("secretKey");
    if (auto read = reader.result(); !read)
        return fail(read.error());
    if (format != "nodewise-key")
        return fail(ErrorCode::FormatUnknown, "this is no key file of Nodewise", path);
    if (version != 1)
        return fail(ErrorCode::VersionUnsupported, "the key file is of a newer version", path);
    std::array<std::uint8_t, 32> seed{};
    if (!readHex(secretText, seed))
        return fail(ErrorCode::FormatDamaged, "the secret key is not 64 hexadecimal digits", path,
                    "/secretKey");
    KeyPair key = keyFromSeed(seed, label);
    if (publicKeyText(key.publicKey) != publicText)
        return fail(ErrorCode::FormatDamaged, "the two halves of the key do not belong together",
                    path, "/publicKey");
    return key;
}

}  // namespace

KeyPair::~KeyPair() {
    sodium_memzero(seed.data(), seed.size());
}

std::string keyId(const PublicKey& key) {
    const std::string_view bytes(reinterpret_cast<const char*>(key.bytes.data()), key.bytes.size());
    return sha256Hex(bytes).substr(0, 16);
}

std::string fingerprint(const PublicKey& key) {
    const std::string_view bytes(reinterpret_cast<const char*>(key.bytes.data()), key.bytes.size());
    const std::string digits = sha256Hex(bytes);
    std::string text;
    for (std::size_t at = 0; at < digits.size(); at += 4)
        text += (at ? " " : "") + digits.substr(at, 4);
    return text;
}

std::string publicKeyText(const PublicKey& key) {
    return hexOf(key.bytes);
}

Result<PublicKey> parsePublicKey(std::string_view text) {
    PublicKey key;
    if (!readHex(text, key.bytes) || hexOf(key.bytes) != text)
        return fail(ErrorCode::FormatDamaged, "a public key has 64 hexadecimal digits");
    return key;
}

KeyPair generateKey(std::string label) {
    startSodium();
    std::array<std::uint8_t, 32> seed{};
    randombytes_buf(seed.data(), seed.size());
    KeyPair key = keyFromSeed(seed, std::move(label));
    sodium_memzero(seed.data(), seed.size());
    return key;
}

KeyPair keyFromSeed(const std::array<std::uint8_t, 32>& seed, std::string label) {
    startSodium();
    KeyPair key;
    key.seed = seed;
    key.label = std::move(label);
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
    crypto_sign_seed_keypair(key.publicKey.bytes.data(), secret.data(), seed.data());
    sodium_memzero(secret.data(), secret.size());
    return key;
}

Result<void> writeKeyFile(const fs::path& file, const KeyPair& key) {
    std::error_code problem;
    if (fs::exists(fs::symlink_status(file, problem)))
        return fail(ErrorCode::InvalidArgument,
                    "the file exists; a key is never overwritten, choose another name",
                    serial::pathText(file));
    Json json = Json::object();
    json.set("format", "nodewise-key").set("version", 1).set("label", key.label);
    json.set("keyId", keyId(key.publicKey)).set("publicKey", publicKeyText(key.publicKey));
    json.set("secretKey", hexOf(key.seed));
    return serial::writeFileAtomically(file, serial::toJsonText(json, true),
                                       serial::FileRights::OwnerOnly);
}

Result<KeyPair> readKeyFile(const fs::path& file) {
    const auto text = serial::readFile(file, 1 << 16);
    if (!text)
        return fail(text.error());
    const auto json = serial::parseJson(*text, serial::pathText(file));
    if (!json)
        return fail(json.error());
    return keyOf(*json, serial::pathText(file));
}

Signature sign(const KeyPair& key, std::string_view bytes) {
    startSodium();
    Signature signature;
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
    crypto_sign_seed_keypair(signature.key.bytes.data(), secret.data(), key.seed.data());
    crypto_sign_detached(signature.bytes.data(), nullptr, bytesOf(bytes), bytes.size(),
                         secret.data());
    sodium_memzero(secret.data(), secret.size());
    return signature;
}

Result<void> verify(const Signature& signature, std::string_view bytes) {
    startSodium();
    if (crypto_sign_verify_detached(signature.bytes.data(), bytesOf(bytes), bytes.size(),
                                    signature.key.bytes.data()) != 0)
        return fail(ErrorCode::SignatureInvalid,
                    "the signature of key " + keyId(signature.key) + " does not fit the content");
    return {};
}

std::string signatureText(const Signature& signature) {
    Json json = Json::object();
    json.set("format", "nodewise-signature").set("version", 1).set("algorithm", "ed25519");
    json.set("keyId", keyId(signature.key)).set("publicKey", publicKeyText(signature.key));
    json.set("signature", hexOf(signature.bytes));
    return serial::toJsonText(json, true);
}

Result<Signature> parseSignature(std::string_view text, const std::string& path) {
    const auto refuse = [&](const std::string& why) {
        return fail(ErrorCode::SignatureInvalid, "the signature file " + why, path);
    };
    const auto json = serial::parseJson(text, path);
    if (!json)
        return refuse("is no valid JSON");
    const serial::Reader reader(*json, path);
    const auto key = parsePublicKey(reader.string("publicKey"));
    Signature signature;
    if (!key || !readHex(reader.string("signature"), signature.bytes))
        return refuse("holds no key or no signature");
    signature.key = *key;
    if (signatureText(signature) != text)
        return refuse("is not written as it should be");
    return signature;
}

}  // namespace nodewise::archive
