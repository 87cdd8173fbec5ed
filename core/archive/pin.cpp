#include "archive/pin.h"
#include "base/require.h"
#include <array>
#include <sodium.h>

namespace nodewise::archive {

std::string pinHash(std::string_view pin) {
    NODEWISE_REQUIRE(sodium_init() >= 0);
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str(text.data(), pin.data(), pin.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        return {};
    return text.data();
}

bool pinFits(std::string_view hash, std::string_view pin) {
    NODEWISE_REQUIRE(sodium_init() >= 0);
    if (hash.empty() || hash.size() >= crypto_pwhash_STRBYTES)
        return false;
    return crypto_pwhash_str_verify(std::string(hash).c_str(), pin.data(), pin.size()) == 0;
}

}  // namespace nodewise::archive
