/// pin.h: a short secret that keeps colleagues out of a profile by mistake; no encryption.
#pragma once
#include <string>
#include <string_view>

namespace nodewise::archive {

/// The text to keep in place of the PIN: Argon2id with its own salt and costs (libsodium's
/// `crypto_pwhash_str`, interactive limits; about 0.1 s). Empty when there is not enough memory.
/// Thread-safe.
[[nodiscard]] std::string pinHash(std::string_view pin);
/// Whether the PIN belongs to the kept text; false for a text that is no hash. Thread-safe.
[[nodiscard]] bool pinFits(std::string_view hash, std::string_view pin);

}  // namespace nodewise::archive
