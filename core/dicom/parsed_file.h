/// parsed_file.h: opens a DICOM file with DCMTK. Private to core/dicom.
#pragma once
#include "base/result.h"
#include "dicom/tag_reader.h"
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

class DcmFileFormat;
class DcmDataset;

namespace nodewise::dicom {

enum class ReadExtent { Header, Everything };

/// A file as DCMTK sees it. Not copied, used by one thread at a time.
class ParsedFile {
public:
    /// Header: up to the pixel data. Files without preamble or meta header are read when their
    /// first tag looks like DICOM. Errors: FileNotFound, FileUnreadable, NotDicom, Truncated,
    /// FormatDamaged, TransferSyntaxUnsupported. @pre ensureDictionary().
    [[nodiscard]] static Result<ParsedFile> open(const std::filesystem::path& file,
                                                 ReadExtent extent);
    ParsedFile(ParsedFile&&) noexcept;
    ParsedFile& operator=(ParsedFile&&) noexcept;
    ParsedFile(const ParsedFile&) = delete;
    ParsedFile& operator=(const ParsedFile&) = delete;
    ~ParsedFile();

    [[nodiscard]] TagReader tags() const;
    [[nodiscard]] DcmDataset& dataset() const;
    /// UID from the meta header; where there is none, what DCMTK found the data set to be.
    [[nodiscard]] const std::string& transferSyntax() const { return m_transferSyntax; }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] std::uint64_t size() const { return m_size; }
    /// Where reading of the header stopped: just behind the head of the pixel data element.
    [[nodiscard]] std::uint64_t stoppedAt() const { return m_stoppedAt; }

private:
    ParsedFile();

    std::unique_ptr<DcmFileFormat> m_format;
    std::filesystem::path m_path;
    std::string m_transferSyntax;
    std::uint64_t m_size = 0;
    std::uint64_t m_stoppedAt = 0;
};

/// The file name as UTF-8, for errors.
[[nodiscard]] std::string pathText(const std::filesystem::path& path);

/// The error with the file name filled in where it has none.
[[nodiscard]] Error inFile(Error error, const std::filesystem::path& file);

}  // namespace nodewise::dicom
