#include "dicom/dataset_writer.h"
#include "dicom/parsed_file.h"
#include <array>
#include <cerrno>
#include <cstdio>
#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcvrat.h>
#include <dcmtk/dcmdata/dcvrul.h>
#include <system_error>

namespace nodewise::dicom {
namespace {

constexpr Tag kStudyDate{0x0008, 0x0020}, kSeriesDate{0x0008, 0x0021}, kContentDate{0x0008, 0x0023},
    kStudyTime{0x0008, 0x0030}, kSeriesTime{0x0008, 0x0031}, kContentTime{0x0008, 0x0033},
    kAccession{0x0008, 0x0050}, kManufacturer{0x0008, 0x0070}, kReferring{0x0008, 0x0090},
    kStudyDescription{0x0008, 0x1030}, kModel{0x0008, 0x1090}, kPatientName{0x0010, 0x0010},
    kPatientId{0x0010, 0x0020}, kBirthDate{0x0010, 0x0030}, kSex{0x0010, 0x0040},
    kBodyPart{0x0018, 0x0015}, kDeviceSerial{0x0018, 0x1000}, kSoftware{0x0018, 0x1020},
    kStudyId{0x0020, 0x0010}, kPositionReference{0x0020, 0x1040};

DcmTagKey key(Tag tag) {
    return {tag.group, tag.element};
}

/// The most exact decimal string of at most 16 characters, the limit of a DS.
std::string decimalText(double value) {
    std::array<char, 40> text{};
    for (int digits = 15; digits > 0; --digits) {
        const int length = std::snprintf(text.data(), text.size(), "%.*g", digits, value);
        if (length <= 16)
            break;
    }
    return text.data();
}

}  // namespace

ItemWriter& ItemWriter::text(Tag tag, const std::string& value) {
    note(m_item->putAndInsertOFStringArray(key(tag), OFString(value.c_str())).good());
    return *this;
}

ItemWriter& ItemWriter::empty(Tag tag) {
    note(m_item->insertEmptyElement(key(tag)).good());
    return *this;
}

ItemWriter& ItemWriter::number(Tag tag, std::uint16_t value) {
    note(m_item->putAndInsertUint16(key(tag), value).good());
    return *this;
}

ItemWriter& ItemWriter::counts(Tag tag, std::span<const std::uint32_t> values) {
    auto element = std::make_unique<DcmUnsignedLong>(key(tag));
    note(element->putUint32Array(values.data(), static_cast<unsigned long>(values.size())).good());
    // The item takes the element over.
    note(m_item->insert(element.release(), OFTrue).good());
    return *this;
}

ItemWriter& ItemWriter::pointer(Tag tag, Tag value) {
    auto element = std::make_unique<DcmAttributeTag>(key(tag));
    note(element->putTagVal(key(value)).good());
    // The item takes the element over.
    note(m_item->insert(element.release(), OFTrue).good());
    return *this;
}

ItemWriter& ItemWriter::decimals(Tag tag, std::span<const double> values) {
    std::string joined;
    for (const double value : values)
        joined += (joined.empty() ? "" : "\\") + decimalText(value);
    return text(tag, joined);
}

ItemWriter& ItemWriter::words(Tag tag, std::span<const std::int16_t> values) {
    // The bit pattern is what is stored; PixelRepresentation says that it is signed.
    note(m_item
             ->putAndInsertUint16Array(key(tag), reinterpret_cast<const Uint16*>(values.data()),
                                       static_cast<unsigned long>(values.size()))
             .good());
    return *this;
}

ItemWriter& ItemWriter::bytes(Tag tag, const std::vector<std::uint8_t>& values) {
    note(m_item
             ->putAndInsertUint8Array(key(tag), values.data(),
                                      static_cast<unsigned long>(values.size()))
             .good());
    return *this;
}

ItemWriter ItemWriter::addItem(Tag sequence) {
    DcmItem* item = nullptr;
    note(m_item->findOrCreateSequenceItem(key(sequence), item, -2).good() && item != nullptr);
    // After a failure the rest goes to the parent: the object is not saved anyway.
    return {item != nullptr ? *item : *m_item, *m_good};
}

ItemWriter& ItemWriter::code(Tag sequence, const char* value, const char* scheme,
                             const char* meaning) {
    addItem(sequence)
        .text({0x0008, 0x0100}, value)
        .text({0x0008, 0x0102}, scheme)
        .text({0x0008, 0x0104}, meaning);
    return *this;
}

ObjectWriter::ObjectWriter(const char* sopClass, const std::string& instanceUid,
                           const ExportAttributes& attributes, const WrittenSeries& series)
    : m_format(std::make_unique<DcmFileFormat>()) {
    root()
        .text(tags::kCharacterSet, "ISO_IR 192")
        .text(tags::kSopClass, sopClass)
        .text(tags::kSopInstance, instanceUid)
        .text(kStudyDate, attributes.date)
        .text(kSeriesDate, attributes.date)
        .text(kContentDate, attributes.date)
        .text(kStudyTime, "000000")
        .text(kSeriesTime, "000000")
        .text(kContentTime, "000000")
        .empty(kAccession)
        .text(kManufacturer, "Nodewise")
        .empty(kReferring)
        .text(kStudyDescription, attributes.studyDescription)
        .text(tags::kSeriesDescription, attributes.seriesDescription)
        .text(kModel, "Nodewise")
        .text(kPatientName, attributes.patientName)
        .text(kPatientId, attributes.patientId)
        .empty(kBirthDate)
        .empty(kSex)
        .text(kBodyPart, "NECK")
        .text(kDeviceSerial, "1")
        .text(kSoftware, "1")
        .text(tags::kStudy, series.studyUid)
        .text(kStudyId, "1")
        .text(tags::kFrameOfReference, series.frameOfReferenceUid)
        .empty(kPositionReference);
}

ObjectWriter::~ObjectWriter() = default;

ItemWriter ObjectWriter::root() {
    return {*m_format->getDataset(), m_good};
}

Result<void> ObjectWriter::save(const std::filesystem::path& file) {
    if (!m_good)
        return fail(ErrorCode::Internal, "a value could not be put into the object",
                    pathText(file));
    std::filesystem::path unfinished = file;
    unfinished += ".part";
    errno = 0;
    const OFCondition saved =
        m_format->saveFile(OFFilename(unfinished.string().c_str()), EXS_LittleEndianExplicit,
                           EET_UndefinedLength, EGL_recalcGL);
    const bool full = errno == ENOSPC;
    std::error_code problem;
    if (saved.good())
        std::filesystem::rename(unfinished, file, problem);
    if (saved.bad() || problem) {
        std::error_code ignored;
        std::filesystem::remove(unfinished, ignored);
        return fail(full ? ErrorCode::DiskFull : ErrorCode::FileUnwritable,
                    std::string("the file cannot be written: ") +
                        (saved.bad() ? saved.text() : problem.message().c_str()),
                    pathText(file));
    }
    return {};
}

}  // namespace nodewise::dicom
