#include "volume/nrrd_header.h"
#include <algorithm>
#include <bit>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <sstream>
#include <zlib.h>

namespace nodewise::detail {
namespace {

constexpr std::size_t kHeaderLimit = 1U << 20U;
constexpr std::size_t kChunk = 1U << 20U;

struct Head {
    std::string text;
    std::streamoff dataStart = 0;
};

Result<Head> readHead(std::ifstream& in) {
    std::string magic;
    std::getline(in, magic);
    if (!magic.starts_with("NRRD000"))
        return fail(ErrorCode::FormatUnknown,
                    "this is not an NRRD file: it does not start with NRRD000");
    Head head;
    std::string line;
    while (std::getline(in, line)) {
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        if (line.empty())
            break;
        head.text += line + '\n';
        if (head.text.size() > kHeaderLimit)
            return fail(ErrorCode::FormatDamaged, "the NRRD header does not end");
    }
    head.dataStart = in ? static_cast<std::streamoff>(in.tellg()) : std::streamoff{-1};
    return head;
}

/// Fills `target` from a gzip stream; tells whether it was filled to the last byte.
Result<void> inflateInto(std::ifstream& in, std::vector<std::byte>& target, JobControl& job) {
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 32) != Z_OK)
        return fail(ErrorCode::OutOfMemory, "zlib could not start");
    std::vector<unsigned char> chunk(kChunk);
    std::size_t done = 0;
    int state = Z_OK;
    while (done < target.size() && state == Z_OK && !job.cancelled()) {
        in.read(reinterpret_cast<char*>(chunk.data()), static_cast<std::streamsize>(chunk.size()));
        if (in.gcount() == 0)
            break;
        stream.next_in = chunk.data();
        stream.avail_in = static_cast<uInt>(in.gcount());
        while (stream.avail_in > 0 && done < target.size() && state == Z_OK) {
            const std::size_t room = std::min(target.size() - done, kChunk);
            stream.next_out = reinterpret_cast<Bytef*>(target.data() + done);
            stream.avail_out = static_cast<uInt>(room);
            state = inflate(&stream, Z_NO_FLUSH);
            done += room - stream.avail_out;
        }
        job.report(static_cast<double>(done) / static_cast<double>(target.size()), "read");
    }
    inflateEnd(&stream);
    if (job.cancelled())
        return fail(ErrorCode::Cancelled, "stopped while reading");
    if (state != Z_OK && state != Z_STREAM_END)
        return fail(ErrorCode::FormatDamaged, "the compressed numbers are damaged");
    if (done < target.size())
        return fail(ErrorCode::Truncated, "the file ends before the last voxel; copy it again");
    return {};
}

Result<void> readRawInto(std::ifstream& in, std::vector<std::byte>& target, JobControl& job) {
    for (std::size_t done = 0; done < target.size();) {
        if (job.cancelled())
            return fail(ErrorCode::Cancelled, "stopped while reading");
        const std::size_t part = std::min(target.size() - done, 16 * kChunk);
        in.read(reinterpret_cast<char*>(target.data() + done), static_cast<std::streamsize>(part));
        if (static_cast<std::size_t>(in.gcount()) != part)
            return fail(ErrorCode::Truncated, "the file ends before the last voxel; copy it again");
        done += part;
        job.report(static_cast<double>(done) / static_cast<double>(target.size()), "read");
    }
    return {};
}

/// Puts the stream where the numbers start, in the header file itself or in the named data file.
Result<void> openData(std::ifstream& in, const NrrdHeader& header, std::streamoff start,
                      const std::filesystem::path& file, std::size_t bytes) {
    if (!header.dataFile.empty()) {
        const std::filesystem::path data(header.dataFile);
        if (data.is_absolute() || header.dataFile.find("..") != std::string::npos ||
            header.dataFile.find('%') != std::string::npos || header.dataFile == "LIST")
            return fail(ErrorCode::FormatDamaged,
                        "the data file must be one file beside the header", {}, "data file");
        in.close();
        in.clear();
        in.open(file.parent_path() / data, std::ios::binary);
        if (!in)
            return fail(ErrorCode::ReferencedFileMissing,
                        "the data file '" + header.dataFile + "' is not beside the header", {},
                        "data file");
        start = 0;
    }
    if (start < 0)
        return fail(ErrorCode::Truncated, "the file ends after its header");
    in.seekg(start);
    std::string line;
    for (long i = 0; i < header.lineSkip; ++i)
        std::getline(in, line);
    if (header.byteSkip >= 0)
        in.seekg(header.byteSkip, std::ios::cur);
    else
        in.seekg(-static_cast<std::streamoff>(bytes), std::ios::end);
    return in ? Result<void>{}
              : Result<void>(fail(ErrorCode::Truncated, "the file ends before the first voxel"));
}

const char* typeName(NumberType type) {
    constexpr std::array<const char*, 10> names{"int8",   "uint8", "int16",  "uint16", "int32",
                                                "uint32", "int64", "uint64", "float",  "double"};
    return names[static_cast<std::size_t>(type)];
}

std::string number(double value) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

std::string vectorText(VectorLps v) {
    return '(' + number(v.x) + ',' + number(v.y) + ',' + number(v.z) + ')';
}

std::string headerText(const RawGrid& raw) {
    const GridGeometry& g = raw.geometry;
    std::ostringstream text;
    text << "NRRD0004\ntype: " << typeName(raw.type)
         << "\ndimension: 3\nspace: left-posterior-superior\n"
         << "sizes: " << g.dims()[0] << ' ' << g.dims()[1] << ' ' << g.dims()[2]
         << "\nspace directions:";
    for (int a = 0; a < 3; ++a)
        text << ' ' << vectorText(g.axis(a) * g.spacing()[static_cast<std::size_t>(a)]);
    text << "\nkinds: domain domain domain\nendian: little\nencoding: gzip\nspace origin: "
         << vectorText(g.origin() - PointLps{}) << '\n';
    int segment = 0;
    for (const auto& [label, name] : raw.names) {
        text << "Segment" << segment << "_LabelValue:=" << label << "\nSegment" << segment
             << "_Name:=" << name << '\n';
        ++segment;
    }
    text << '\n';
    return text.str();
}

Result<std::vector<unsigned char>> gzip(const std::vector<std::byte>& bytes) {
    z_stream stream{};
    if (deflateInit2(&stream, 1, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        return fail(ErrorCode::OutOfMemory, "zlib could not start");
    std::vector<unsigned char> packed;
    std::vector<unsigned char> chunk(kChunk);
    std::size_t done = 0;
    int state = Z_OK;
    while (state == Z_OK) {
        const std::size_t part = std::min(bytes.size() - done, kChunk);
        stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data() + done));
        stream.avail_in = static_cast<uInt>(part);
        done += part;
        do {
            stream.next_out = chunk.data();
            stream.avail_out = static_cast<uInt>(chunk.size());
            state = deflate(&stream, done == bytes.size() ? Z_FINISH : Z_NO_FLUSH);
            packed.insert(packed.end(), chunk.begin(),
                          chunk.end() - static_cast<std::ptrdiff_t>(stream.avail_out));
        } while (stream.avail_out == 0);
    }
    deflateEnd(&stream);
    return packed;
}

}  // namespace

Result<RawGrid> readNrrd(const std::filesystem::path& file, JobControl& job) {
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return fail(ErrorCode::FileUnreadable, "the file cannot be opened");
    const auto head = readHead(in);
    if (!head)
        return fail(head.error());
    auto header = parseNrrdHeader(head->text);
    if (!header)
        return fail(header.error());
    RawGrid raw{header->geometry, header->type, {}, 1, 0, header->names};
    const std::size_t bytes = raw.geometry.voxelCount() * bytesOf(raw.type);
    const auto opened = openData(in, *header, head->dataStart, file, bytes);
    if (!opened)
        return fail(opened.error());
    try {
        raw.bytes.resize(bytes);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory,
                    "not enough memory for " + std::to_string(bytes) + " bytes");
    }
    const auto read =
        header->gzip ? inflateInto(in, raw.bytes, job) : readRawInto(in, raw.bytes, job);
    if (!read)
        return fail(read.error());
    if (header->bigEndian != (std::endian::native == std::endian::big))
        swapBytes(raw.bytes, bytesOf(raw.type));
    return raw;
}

Result<void> writeNrrd(const RawGrid& raw, const std::filesystem::path& file) {
    const auto packed = gzip(raw.bytes);
    if (!packed)
        return fail(packed.error());
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    if (!out)
        return fail(ErrorCode::FileUnwritable, "the file cannot be written; choose another folder");
    const std::string text = headerText(raw);
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    out.write(reinterpret_cast<const char*>(packed->data()),
              static_cast<std::streamsize>(packed->size()));
    out.flush();
    return out ? Result<void>{}
               : Result<void>(
                     fail(ErrorCode::DiskFull, "the disk took only part of the file; free room"));
}

}  // namespace nodewise::detail
