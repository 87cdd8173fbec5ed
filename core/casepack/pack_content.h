/// pack_content.h: looks through an unpacked pack. Private to the module.
#pragma once
#include "archive/signature.h"
#include "base/job_control.h"
#include "base/result.h"
#include "casepack/pack.h"
#include "casepack/pack_layout.h"
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace nodewise::casepack {

/// The files of a pack by path, all of a known kind.
using Parts = std::map<std::string, Part>;

/// Errors: FormatUnknown (a file packs do not hold, or no mimetype), FormatDamaged (no manifest),
/// HashMismatch, those of archive::hashFolder. @return the files and the manifest's hash.
struct VerifiedParts {
    Parts parts;
    std::string manifestText, manifestHash;
};
[[nodiscard]] Result<VerifiedParts> verifyParts(const std::filesystem::path& folder,
                                                JobControl& job);

/// The keys whose signatures are there; one that does not hold is an error: SignatureInvalid.
[[nodiscard]] Result<std::vector<archive::PublicKey>>
verifySignatures(const std::filesystem::path& folder, const VerifiedParts& verified);

/// What the JSON files of a pack say.
struct PackRecords {
    PackInfo info;
    std::vector<CaseRecord> cases;
    std::map<CaseId, CaseRights> rights;
    std::map<std::string, std::map<CaseId, CaseTexts>> texts;
};

/// Reads and checks every JSON file. Errors: SchemaViolation, JsonInvalid, VersionUnsupported,
/// RightsMissing, CaseNotFound (truth or images without a case), FormatDamaged (an id that is not
/// that of its folder), Cancelled.
[[nodiscard]] Result<PackRecords> readRecords(const std::filesystem::path& folder,
                                              const Parts& parts, JobControl& job);

}  // namespace nodewise::casepack
