#include "casepack/pack_layout.h"
#include <algorithm>
#include <vector>

namespace nodewise::casepack {
namespace {

bool isLowerOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool isId(std::string_view text) {
    return !text.empty() && text.size() <= 64 && text.front() != '-' &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return isLowerOrDigit(c) || c == '-'; });
}

bool isKeyId(std::string_view text) {
    return text.size() == 16 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

bool isLanguage(std::string_view text) {
    return text.size() >= 2 && text.size() <= 20 &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return isLowerOrDigit(c) || (c >= 'A' && c <= 'Z') || c == '-';
           });
}

/// Image files are named by whoever exported them: anything plain goes.
bool isDicomName(std::string_view text) {
    return text.ends_with(".dcm") && text.size() <= 100 &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return isLowerOrDigit(c) || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' ||
                      c == '.';
           });
}

std::vector<std::string_view> split(std::string_view path) {
    std::vector<std::string_view> parts;
    for (std::size_t start = 0; start <= path.size();) {
        const std::size_t end = std::min(path.find('/', start), path.size());
        parts.push_back(path.substr(start, end - start));
        start = end + 1;
    }
    return parts;
}

std::optional<Part> part(PartKind kind, std::string_view name = {}) {
    return Part{kind, std::string(name)};
}

std::optional<Part> topPart(std::string_view name) {
    if (name == kMimetypeFile)
        return part(PartKind::Mimetype);
    if (name == kManifestFile)
        return part(PartKind::Manifest);
    if (name == kPackFile)
        return part(PartKind::Pack);
    if (name == kRightsFile)
        return part(PartKind::Rights);
    return name == kCrateFile ? part(PartKind::Crate) : std::nullopt;
}

std::optional<Part> namedJson(std::string_view folder, std::string_view file) {
    if (!file.ends_with(".json"))
        return std::nullopt;
    const std::string_view name = file.substr(0, file.size() - 5);
    if (folder == kSignatureFolder && isKeyId(name))
        return part(PartKind::Signature, name);
    if (folder == "i18n" && isLanguage(name))
        return part(PartKind::Texts, name);
    if (folder == kBenchmarkFolder && isId(name))
        return part(PartKind::Benchmark, name);
    return std::nullopt;
}

std::optional<Part> casePart(std::string_view folder, std::string_view id, std::string_view file) {
    if (!isId(id))
        return std::nullopt;
    if (folder == "cases" && file == "case.json")
        return part(PartKind::Case, id);
    if (folder != "truth")
        return std::nullopt;
    if (file == "recipe.json")
        return part(PartKind::Recipe, id);
    if (file == "truth.json")
        return part(PartKind::Truth, id);
    if (file == "teaching.json")
        return part(PartKind::Teaching, id);
    return file == "labels.nrrd" ? part(PartKind::Labels, id) : std::nullopt;
}

std::optional<Part> imagePart(std::string_view id, std::string_view file) {
    if (!isId(id))
        return std::nullopt;
    if (std::find(kVolumeNames.begin(), kVolumeNames.end(), file) != kVolumeNames.end())
        return part(PartKind::VolumeImage, id);
    return isDicomName(file) ? part(PartKind::DicomImage, id) : std::nullopt;
}

}  // namespace

std::optional<Part> partOf(std::string_view path) {
    const auto parts = split(path);
    switch (parts.size()) {
    case 1:
        return topPart(parts[0]);
    case 2:
        return namedJson(parts[0], parts[1]);
    case 3:
        return casePart(parts[0], parts[1], parts[2]);
    case 4:
        return parts[0] == "cases" && parts[2] == "images" ? imagePart(parts[1], parts[3])
                                                           : std::nullopt;
    default:
        return std::nullopt;
    }
}

std::string caseFile(const CaseId& id) {
    return "cases/" + id.value + "/case.json";
}
std::string imageFolder(const CaseId& id) {
    return "cases/" + id.value + "/images";
}
std::string recipeFile(const CaseId& id) {
    return "truth/" + id.value + "/recipe.json";
}
std::string truthFile(const CaseId& id) {
    return "truth/" + id.value + "/truth.json";
}
std::string labelFile(const CaseId& id) {
    return "truth/" + id.value + "/labels.nrrd";
}
std::string teachingFile(const CaseId& id) {
    return "truth/" + id.value + "/teaching.json";
}

}  // namespace nodewise::casepack
