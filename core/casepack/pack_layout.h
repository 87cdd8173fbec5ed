/// pack_layout.h: which files a pack may hold, and where. Private to the module.
#pragma once
#include "base/ids.h"
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace nodewise::casepack {

inline constexpr const char* kMimetypeFile = "mimetype";
inline constexpr const char* kManifestFile = "manifest-sha256.txt";
inline constexpr const char* kPackFile = "pack.json";
inline constexpr const char* kRightsFile = "rights.json";
inline constexpr const char* kCrateFile = "ro-crate-metadata.json";
inline constexpr const char* kSignatureFolder = "signatures";
inline constexpr const char* kBenchmarkFolder = "benchmarks";

/// What a file of a pack is. Nothing in a pack is ever run: there is no kind for code.
enum class PartKind {
    Mimetype,
    Manifest,
    Pack,
    Rights,
    Crate,
    Signature,    ///< signatures/<keyid>.json
    Texts,        ///< i18n/<language>.json
    Benchmark,    ///< benchmarks/<id>.json
    Case,         ///< cases/<id>/case.json
    DicomImage,   ///< cases/<id>/images/<name>.dcm
    VolumeImage,  ///< cases/<id>/images/volume.nrrd or .nii.gz
    Recipe,       ///< truth/<id>/recipe.json
    Truth,        ///< truth/<id>/truth.json
    Labels,       ///< truth/<id>/labels.nrrd
    Teaching      ///< truth/<id>/teaching.json
};

struct Part {
    PartKind kind = PartKind::Mimetype;
    std::string name;  ///< The <id>, <keyid> or <language>; empty for the others.
};

/// What the file at this path of a pack is; nothing when packs hold no such file.
[[nodiscard]] std::optional<Part> partOf(std::string_view path);

[[nodiscard]] std::string caseFile(const CaseId& id);
[[nodiscard]] std::string imageFolder(const CaseId& id);
[[nodiscard]] std::string recipeFile(const CaseId& id);
[[nodiscard]] std::string truthFile(const CaseId& id);
[[nodiscard]] std::string labelFile(const CaseId& id);
[[nodiscard]] std::string teachingFile(const CaseId& id);

/// The two names a volume image may have, in the order they are looked for.
inline constexpr std::array<std::string_view, 2> kVolumeNames{"volume.nrrd", "volume.nii.gz"};

}  // namespace nodewise::casepack
