/// raw_zip.h: zip files written byte by byte, so that tests can lie in every field.
#pragma once
#include <cstdint>
#include <string>
#include <vector>
#include <zlib.h>

namespace nodewise::testing {

/// One entry as it will be claimed to be. Fields that are left alone tell the truth.
struct RawEntry {
    std::string name;
    std::string content;
    bool deflate = false;
    std::uint32_t unixMode = 0100644;
    std::uint8_t system = 3;  ///< 3 = Unix.
    std::uint32_t dosAttributes = 0;
    std::uint16_t method = 0xFFFF;  ///< 0xFFFF = what was done.
    std::uint16_t flags = 0x800;    ///< Bit 0 encrypted, bit 11 UTF-8.
    std::int64_t claimedSize = -1;  ///< Unpacked size in both headers; -1 = the true one.
    std::int64_t claimedPacked = -1;
    std::int64_t claimedOffset = -1;  ///< Place of the local header, in the directory.
    std::string localName;            ///< When it differs from the directory's.
    std::string extra;                ///< Extra field of the directory.
    bool wrongCrc = false;
};

class RawZip {
public:
    static void put(std::string& out, std::uint64_t value, int bytes) {
        for (int byte = 0; byte < bytes; ++byte)
            out += static_cast<char>((value >> (8 * byte)) & 0xFF);
    }

    RawZip& add(const RawEntry& entry) {
        const std::string data = entry.deflate ? deflated(entry.content) : entry.content;
        const std::uint64_t offset = m_body.size();
        const std::string& localName = entry.localName.empty() ? entry.name : entry.localName;
        put(m_body, 0x04034b50, 4);
        m_body += common(entry, data, localName.size(), 0);
        m_body += localName;
        m_body += data;
        put(m_directory, 0x02014b50, 4);
        put(m_directory, (std::uint32_t{entry.system} << 8U) | 20U, 2);
        m_directory += common(entry, data, entry.name.size(), entry.extra.size());
        put(m_directory, 0, 2);  // comment
        put(m_directory, 0, 2);  // disk
        put(m_directory, 0, 2);  // internal attributes
        put(m_directory, (std::uint64_t{entry.unixMode} << 16U) | entry.dosAttributes, 4);
        put(m_directory,
            entry.claimedOffset >= 0 ? static_cast<std::uint64_t>(entry.claimedOffset) : offset, 4);
        m_directory += entry.name + entry.extra;
        ++m_count;
        return *this;
    }

    [[nodiscard]] std::string bytes() const {
        std::string out = m_body + m_directory;
        put(out, 0x06054b50, 4);
        put(out, 0, 4);
        put(out, m_count, 2);
        put(out, m_count, 2);
        put(out, m_directory.size(), 4);
        put(out, m_body.size(), 4);
        put(out, 0, 2);
        return out;
    }

private:
    static std::string deflated(const std::string& content) {
        z_stream stream{};
        deflateInit2(&stream, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY);
        std::string out(deflateBound(&stream, content.size()), '\0');
        std::string in = content;
        stream.next_in = reinterpret_cast<Bytef*>(in.data());
        stream.avail_in = static_cast<uInt>(in.size());
        stream.next_out = reinterpret_cast<Bytef*>(out.data());
        stream.avail_out = static_cast<uInt>(out.size());
        deflate(&stream, Z_FINISH);
        out.resize(stream.total_out);
        deflateEnd(&stream);
        return out;
    }

    /// The fields that the local header and the directory share, from "version needed" on.
    static std::string common(const RawEntry& entry, const std::string& data,
                              std::size_t nameLength, std::size_t extraLength) {
        const auto* bytes = reinterpret_cast<const Bytef*>(entry.content.data());
        const uLong crc = crc32(0, bytes, static_cast<uInt>(entry.content.size()));
        const auto pick = [](std::int64_t claimed, std::size_t real) {
            return claimed >= 0 ? static_cast<std::uint64_t>(claimed) : std::uint64_t{real};
        };
        std::string out;
        put(out, 20, 2);
        put(out, entry.flags, 2);
        put(out, entry.method != 0xFFFF ? entry.method : (entry.deflate ? 8U : 0U), 2);
        put(out, 0, 2);
        put(out, 0x21, 2);
        put(out, entry.wrongCrc ? crc ^ 1U : crc, 4);
        put(out, pick(entry.claimedPacked, data.size()), 4);
        put(out, pick(entry.claimedSize, entry.content.size()), 4);
        put(out, nameLength, 2);
        put(out, extraLength, 2);
        return out;
    }

    std::string m_body, m_directory;
    unsigned m_count = 0;
};

}  // namespace nodewise::testing
