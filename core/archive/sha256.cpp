#include "archive/sha256.h"
#include "serial/file_io.h"
#include <array>
#include <fstream>
#include <sodium.h>

namespace nodewise::archive {
namespace {

std::string hexOf(const std::array<unsigned char, crypto_hash_sha256_BYTES>& hash) {
    std::array<char, 2 * crypto_hash_sha256_BYTES + 1> text{};
    sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
    return text.data();
}

const unsigned char* bytesOf(const char* text) {
    return reinterpret_cast<const unsigned char*>(text);
}

}  // namespace

std::string sha256Hex(std::string_view bytes) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), bytesOf(bytes.data()), bytes.size());
    return hexOf(hash);
}

Result<std::string> sha256OfFile(const std::filesystem::path& file, JobControl& job) {
    std::error_code problem;
    if (!std::filesystem::is_regular_file(file, problem))
        return fail(ErrorCode::FileNotFound, "there is no such file", serial::pathText(file));
    std::ifstream in(file, std::ios::binary);
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    std::string chunk(std::size_t{1} << 20, '\0');
    while (in && !job.cancelled()) {
        in.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
        crypto_hash_sha256_update(&state, bytesOf(chunk.data()),
                                  static_cast<unsigned long long>(in.gcount()));
    }
    if (job.cancelled())
        return fail(ErrorCode::Cancelled, "stopped", serial::pathText(file));
    if (!in.eof())
        return fail(ErrorCode::FileUnreadable, "the file cannot be read; check its rights",
                    serial::pathText(file));
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256_final(&state, hash.data());
    return hexOf(hash);
}

}  // namespace nodewise::archive
