/// dataset_writer.h: fills a DICOM data set and saves it. Private to core/dicom.
#pragma once
#include "base/result.h"
#include "dicom/export.h"
#include "dicom/tag_reader.h"
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

class DcmFileFormat;
class DcmItem;

namespace nodewise::dicom {

/// Puts values into an item; remembers the first thing DCMTK did not take. Does not own the item.
class ItemWriter {
public:
    ItemWriter(DcmItem& item, bool& good)
        : m_item(&item)
        , m_good(&good) {}

    ItemWriter& text(Tag tag, const std::string& value);  ///< UTF-8.
    ItemWriter& empty(Tag tag);
    ItemWriter& number(Tag tag, std::uint16_t value);                    ///< US.
    ItemWriter& counts(Tag tag, std::span<const std::uint32_t> values);  ///< UL.
    ItemWriter& pointer(Tag tag, Tag value);                             ///< AT.
    ItemWriter& decimals(Tag tag, std::span<const double> values);  ///< DS, 16 characters each.
    ItemWriter& words(Tag tag, std::span<const std::int16_t> values);
    ItemWriter& bytes(Tag tag, const std::vector<std::uint8_t>& values);
    /// A new item at the end of a sequence.
    [[nodiscard]] ItemWriter addItem(Tag sequence);
    /// A coded concept as the only item of a sequence.
    ItemWriter& code(Tag sequence, const char* value, const char* scheme, const char* meaning);

private:
    void note(bool good) { *m_good = *m_good && good; }

    DcmItem* m_item;
    bool* m_good;
};

/// One object on its way to a file, with patient, study and equipment filled in.
class ObjectWriter {
public:
    ObjectWriter(const char* sopClass, const std::string& instanceUid,
                 const ExportAttributes& attributes, const WrittenSeries& series);
    ~ObjectWriter();
    ObjectWriter(const ObjectWriter&) = delete;
    ObjectWriter& operator=(const ObjectWriter&) = delete;

    [[nodiscard]] ItemWriter root();
    /// Explicit little endian, under a temporary name first. Errors: FileUnwritable, DiskFull,
    /// Internal.
    [[nodiscard]] Result<void> save(const std::filesystem::path& file);

private:
    std::unique_ptr<DcmFileFormat> m_format;
    bool m_good = true;
};

}  // namespace nodewise::dicom
