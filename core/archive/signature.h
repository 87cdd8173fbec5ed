/// signature.h: who vouches for some bytes: Ed25519 (RFC 8032) keys and signatures.
#pragma once
#include "base/result.h"
#include "serial/json.h"
#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace nodewise::archive {

/// A key that anybody may see.
struct PublicKey {
    std::array<std::uint8_t, 32> bytes{};
    friend bool operator==(const PublicKey&, const PublicKey&) = default;
};

/// A key that signs. `seed` is the secret; copies are wiped when they end.
struct KeyPair {
    PublicKey publicKey;
    std::array<std::uint8_t, 32> seed{};
    std::string label;  ///< Whose key it is, for people: "ENT, Example Hospital".

    KeyPair() = default;
    KeyPair(const KeyPair&) = default;
    KeyPair& operator=(const KeyPair&) = default;
    ~KeyPair();
};

struct Signature {
    PublicKey key;
    std::array<std::uint8_t, 64> bytes{};
    friend bool operator==(const Signature&, const Signature&) = default;
};

/// First 16 hexadecimal digits of the key's SHA-256: names files and pins.
[[nodiscard]] std::string keyId(const PublicKey& key);
/// All 64 digits in groups of four, for people to compare over the telephone.
[[nodiscard]] std::string fingerprint(const PublicKey& key);
/// 64 hexadecimal digits, and back. Errors: FormatDamaged.
[[nodiscard]] std::string publicKeyText(const PublicKey& key);
[[nodiscard]] Result<PublicKey> parsePublicKey(std::string_view text);

/// A fresh key from the system's random numbers. Thread-safe.
[[nodiscard]] KeyPair generateKey(std::string label);
/// The same seed gives the same key.
[[nodiscard]] KeyPair keyFromSeed(const std::array<std::uint8_t, 32>& seed, std::string label);

/// Key files are JSON (`format` "nodewise-key", version 1) that only their owner may read.
/// Errors: FileUnwritable, InvalidArgument (the file exists: a key is never overwritten).
[[nodiscard]] Result<void> writeKeyFile(const std::filesystem::path& file, const KeyPair& key);
/// Errors: FileNotFound, FileUnreadable, JsonInvalid, FormatUnknown, VersionUnsupported,
/// FormatDamaged (secret and public part do not belong together).
[[nodiscard]] Result<KeyPair> readKeyFile(const std::filesystem::path& file);

[[nodiscard]] Signature sign(const KeyPair& key, std::string_view bytes);
/// Errors: SignatureInvalid.
[[nodiscard]] Result<void> verify(const Signature& signature, std::string_view bytes);

/// The text of `signatures/<keyid>.json`. There is one spelling only, so that no byte of it can be
/// changed unnoticed. Errors of the reader: SignatureInvalid.
[[nodiscard]] std::string signatureText(const Signature& signature);
[[nodiscard]] Result<Signature> parseSignature(std::string_view text, const std::string& path = {});

}  // namespace nodewise::archive
