#include "dicom/dicomdir.h"
#include "dicom/parsed_file.h"
#include <algorithm>
#include <cctype>
#include <optional>

namespace nodewise::dicom {
namespace {

constexpr Tag kRecords{0x0004, 0x1220}, kReferencedFile{0x0004, 0x1500};
constexpr std::string_view kDicomDirClass = "1.2.840.10008.1.3.10";

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// "A\B\IM1" as a path below the folder; nothing when a part would lead out of it.
std::optional<std::filesystem::path> partsOf(const std::string& reference) {
    std::filesystem::path relative;
    for (std::size_t start = 0; start <= reference.size();) {
        const std::size_t end = std::min(reference.find_first_of("\\/", start), reference.size());
        const std::string part = reference.substr(start, end - start);
        if (part == ".." || part.find(':') != std::string::npos)
            return std::nullopt;
        if (!part.empty() && part != ".")
            relative /= part;
        start = end + 1;
    }
    return relative;
}

std::optional<std::filesystem::path> existing(const std::filesystem::path& folder,
                                              const std::filesystem::path& relative) {
    std::error_code ignored;
    const std::filesystem::path small(lower(relative.string()));
    for (const auto& name : {relative, small})
        if (std::filesystem::is_regular_file(folder / name, ignored))
            return folder / name;
    return std::nullopt;
}

}  // namespace

bool isNamedDicomDir(const std::filesystem::path& file) {
    return lower(file.filename().string()).starts_with("dicomdir");
}

Result<DicomDirFiles> readDicomDir(const std::filesystem::path& file) {
    const auto parsed = ParsedFile::open(file, ReadExtent::Everything);
    if (!parsed)
        return fail(parsed.error());
    const TagReader tags = parsed->tags();
    if (!tags.has(kRecords) && tags.text(tags::kSopClass) != kDicomDirClass)
        return fail(ErrorCode::NotAnImage, "this is no DICOMDIR", pathText(file),
                    tagText(kRecords));
    DicomDirFiles result;
    for (const TagReader& record : tags.items(kRecords)) {
        const std::string reference = record.text(kReferencedFile);
        if (reference.empty())
            continue;
        const auto relative = partsOf(reference);
        const auto found = relative ? existing(file.parent_path(), *relative) : std::nullopt;
        if (found)
            result.present.push_back(*found);
        else
            result.absent.push_back(relative ? file.parent_path() / *relative
                                             : std::filesystem::path(reference));
    }
    return result;
}

}  // namespace nodewise::dicom
