#include "gray_picture.h"
#include "serial/file_io.h"
#include <algorithm>
#include <string_view>
#include <zlib.h>

namespace nodewise::cli {
namespace {

using Bytes = std::vector<unsigned char>;

void addNumber(std::string& out, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8)
        out += static_cast<char>(static_cast<unsigned char>(value >> shift));
}

void addChunk(std::string& out, std::string_view kind, const Bytes& data) {
    addNumber(out, static_cast<std::uint32_t>(data.size()));
    Bytes body(kind.begin(), kind.end());
    body.insert(body.end(), data.begin(), data.end());
    out.append(body.begin(), body.end());
    addNumber(out, static_cast<std::uint32_t>(
                       crc32(crc32(0, nullptr, 0), body.data(), static_cast<uInt>(body.size()))));
}

Bytes packed(const Bytes& raw) {
    uLongf size = compressBound(static_cast<uLong>(raw.size()));
    Bytes out(size);
    compress2(out.data(), &size, raw.data(), static_cast<uLong>(raw.size()), 6);
    out.resize(size);
    return out;
}

}  // namespace

void GrayPicture::paste(const GrayPicture& part, int column, int row) {
    for (int y = 0; y < part.height; ++y)
        std::copy_n(part.pixels.begin() + static_cast<std::ptrdiff_t>(y) * part.width, part.width,
                    pixels.begin() + static_cast<std::ptrdiff_t>(row + y) * width + column);
}

GrayPicture GrayPicture::shrunk(int factor) const {
    GrayPicture out(width / factor, height / factor);
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x) {
            int sum = 0;
            for (int j = 0; j < factor; ++j)
                for (int i = 0; i < factor; ++i)
                    sum += pixels[static_cast<std::size_t>(y * factor + j) *
                                      static_cast<std::size_t>(width) +
                                  static_cast<std::size_t>(x * factor + i)];
            out.at(x, y) = static_cast<std::uint8_t>(sum / (factor * factor));
        }
    return out;
}

std::string pngOf(const GrayPicture& picture) {
    Bytes head;
    for (const int length : {picture.width, picture.height})
        for (int shift = 24; shift >= 0; shift -= 8)
            head.push_back(static_cast<unsigned char>(static_cast<unsigned>(length) >> shift));
    // 8 bits, gray, deflate, adaptive filters, not interlaced.
    head.insert(head.end(), {8, 0, 0, 0, 0});
    Bytes rows;
    for (int y = 0; y < picture.height; ++y) {
        rows.push_back(0);  // No filter.
        const auto row = picture.pixels.begin() + static_cast<std::ptrdiff_t>(y) * picture.width;
        rows.insert(rows.end(), row, row + picture.width);
    }
    std::string out("\x89PNG\r\n\x1a\n", 8);
    addChunk(out, "IHDR", head);
    addChunk(out, "IDAT", packed(rows));
    addChunk(out, "IEND", {});
    return out;
}

Result<void> writePng(const GrayPicture& picture, const std::filesystem::path& file) {
    return serial::writeFileAtomically(file, pngOf(picture));
}

}  // namespace nodewise::cli
