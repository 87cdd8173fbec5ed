#include "dicom/parsed_file.h"
#include "dicom/nesting_counter.h"
#include "dicom/transfer_syntax.h"
#include <array>
#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcistrmf.h>
#include <dcmtk/dcmdata/dcmetinf.h>
#include <dcmtk/dcmdata/dcxfer.h>
#include <fstream>
#include <system_error>

namespace nodewise::dicom {
namespace {

/// Values longer than this stay in the file until someone asks for them.
constexpr Uint32 kMaxValueBytes = 4096;

/// A file stream that ends early when items are nested too deep.
class CountingStream final : public DcmInputFileStream {
public:
    using DcmInputFileStream::DcmInputFileStream;

    offile_off_t read(void* buffer, offile_off_t count) override {
        if (m_nesting.tooDeep())
            return 0;
        const auto position = static_cast<std::uint64_t>(tell());
        const offile_off_t there = DcmInputFileStream::read(buffer, count);
        if (there > 0 && there <= 4)
            m_nesting.saw(position, {static_cast<const unsigned char*>(buffer),
                                     static_cast<std::size_t>(there)});
        return there;
    }
    [[nodiscard]] bool tooDeep() const { return m_nesting.tooDeep(); }

private:
    NestingCounter m_nesting;
};

enum class Look { Dicom, DicomWithoutPreamble, Other };

/// The first bytes: a preamble and "DICM", or a first tag of group 0002, 0004 or 0008 in either
/// byte order, as files without a meta header have.
Look lookAt(const std::array<unsigned char, 132>& head, std::size_t count) {
    if (count == head.size() && head[128] == 'D' && head[129] == 'I' && head[130] == 'C' &&
        head[131] == 'M')
        return Look::Dicom;
    if (count < 8)
        return Look::Other;
    const auto groupFits = [](unsigned high, unsigned low) {
        return high == 0 && (low == 2 || low == 4 || low == 8);
    };
    const bool little = groupFits(head[1], head[0]) && head[3] <= 0x20;
    const bool big = groupFits(head[0], head[1]) && head[2] <= 0x20;
    return little || big ? Look::DicomWithoutPreamble : Look::Other;
}

Result<Look> firstLook(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return fail(ErrorCode::FileUnreadable, "the file cannot be opened; check its rights",
                    pathText(file));
    std::array<unsigned char, 132> head{};
    in.read(reinterpret_cast<char*>(head.data()), static_cast<std::streamsize>(head.size()));
    return lookAt(head, static_cast<std::size_t>(in.gcount()));
}

Result<std::uint64_t> regularFileSize(const std::filesystem::path& file) {
    std::error_code problem;
    const auto status = std::filesystem::status(file, problem);
    if (status.type() == std::filesystem::file_type::not_found)
        return fail(ErrorCode::FileNotFound, "there is no such file", pathText(file));
    if (!std::filesystem::is_regular_file(status))
        return fail(ErrorCode::FileUnreadable, "this is no ordinary file", pathText(file));
    const auto size = std::filesystem::file_size(file, problem);
    if (problem)
        return fail(ErrorCode::FileUnreadable, problem.message(), pathText(file));
    return std::uint64_t{size};
}

std::string uidOf(DcmFileFormat& format) {
    OFString uid;
    if (format.getMetaInfo() != nullptr &&
        format.getMetaInfo()->findAndGetOFString(DCM_TransferSyntaxUID, uid).good() && !uid.empty())
        return std::string(uid.c_str());
    const E_TransferSyntax found = format.getDataset()->getOriginalXfer();
    return found == EXS_Unknown ? std::string() : std::string(DcmXfer(found).getXferID());
}

/// What a failed parse means to a person.
Error parseProblem(const OFCondition& condition, const std::filesystem::path& file, Look look) {
    if (look != Look::Dicom)
        return {ErrorCode::NotDicom, "this is no DICOM file", pathText(file), {}};
    if (condition == EC_StreamNotifyClient || condition == EC_EndOfStream ||
        condition == EC_InvalidStream)
        return {ErrorCode::Truncated, "the file ends too early; copy it again", pathText(file), {}};
    return {ErrorCode::FormatDamaged,
            std::string("the file cannot be taken apart: ") + condition.text() + "; copy it again",
            pathText(file),
            {}};
}

}  // namespace

ParsedFile::ParsedFile() = default;
ParsedFile::ParsedFile(ParsedFile&&) noexcept = default;
ParsedFile& ParsedFile::operator=(ParsedFile&&) noexcept = default;
ParsedFile::~ParsedFile() = default;

TagReader ParsedFile::tags() const {
    return TagReader(*m_format->getDataset());
}

DcmDataset& ParsedFile::dataset() const {
    return *m_format->getDataset();
}

Result<ParsedFile> ParsedFile::open(const std::filesystem::path& file, ReadExtent extent) {
    const auto size = regularFileSize(file);
    if (!size)
        return fail(size.error());
    const auto look = firstLook(file);
    if (!look)
        return fail(look.error());
    if (*look == Look::Other)
        return fail(ErrorCode::NotDicom, "this is no DICOM file", pathText(file));

    ParsedFile parsed;
    parsed.m_path = file;
    parsed.m_size = *size;
    parsed.m_format = std::make_unique<DcmFileFormat>();
    CountingStream stream{OFFilename(file.string().c_str())};
    if (stream.status().bad())
        return fail(ErrorCode::FileUnreadable, stream.status().text(), pathText(file));
    parsed.m_format->transferInit();
    const OFCondition read =
        extent == ReadExtent::Header
            ? parsed.m_format->readUntilTag(stream, EXS_Unknown, EGL_noChange, kMaxValueBytes,
                                            DCM_PixelData)
            : parsed.m_format->read(stream, EXS_Unknown, EGL_noChange, kMaxValueBytes);
    parsed.m_format->transferEnd();
    parsed.m_stoppedAt = static_cast<std::uint64_t>(stream.tell());
    parsed.m_transferSyntax = uidOf(*parsed.m_format);
    // An encoding DCMTK has never heard of fails to parse: its name says more than that failure.
    if (const auto coding = pixelCodingOf(parsed.m_transferSyntax); !coding)
        return fail(inFile(coding.error(), file));
    if (stream.tooDeep())
        return fail(ErrorCode::FormatDamaged,
                    "items lie more than " + std::to_string(NestingCounter::kDeepest) +
                        " deep within items; ask for the file again",
                    pathText(file));
    if (read.bad())
        return fail(parseProblem(read, file, *look));
    if (*look != Look::Dicom && parsed.tags().text(tags::kSopClass).empty())
        return fail(ErrorCode::NotDicom, "this is no DICOM file", pathText(file));
    return parsed;
}

std::string pathText(const std::filesystem::path& path) {
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

Error inFile(Error error, const std::filesystem::path& file) {
    if (error.path.empty())
        error.path = pathText(file);
    return error;
}

}  // namespace nodewise::dicom
