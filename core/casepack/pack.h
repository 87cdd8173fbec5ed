/// pack.h: opens a case pack: unpacked, every hash and every JSON checked, trust found out.
#pragma once
#include "base/ids.h"
#include "base/job_control.h"
#include "base/result.h"
#include "casepack/case.h"
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace nodewise::casepack {

/// The version of the format that this program writes, and the newest that it reads.
inline constexpr int kFormatVersion = 1;
inline constexpr std::string_view kMimetype = "application/vnd.nwpack+zip";

/// How far a pack can be traced to somebody. Only Known is green; the others are amber.
enum class Trust {
    Unsigned,    ///< Nobody vouches for it.
    UnknownKey,  ///< Signed by a key met for the first time; it is pinned now.
    Known,       ///< Signed by a key that is pinned.
    ChangedKey   ///< Another key signed this pack before, or it lost its signature. Nothing pinned.
};
/// "unsigned", "unknown_key", "known", "changed_key".
[[nodiscard]] std::string_view word(Trust trust);

/// Who vouches for the pack: a signature that holds.
struct Signer {
    std::string keyId;        ///< 16 hexadecimal digits.
    std::string fingerprint;  ///< For people to compare.
    std::string publicKey;    ///< 64 hexadecimal digits: archive::parsePublicKey.
};

struct Author {
    std::string name;
    std::string orcid;  ///< May be empty.
};

struct PackInfo {
    PackId id;
    std::string title;
    std::string version;  ///< Semantic version "1.0.0"; the same id with a higher one replaces.
    std::string licence;  ///< SPDX expression.
    std::vector<Author> authors;
    std::vector<std::string> languages;  ///< BCP 47; the first is that of the case texts.
    int formatVersion = kFormatVersion;
    std::string minAppVersion;  ///< Empty when any will do.
    std::string doi, changes;   ///< May be empty.
    std::string manifestHash;   ///< SHA-256 of the manifest: names these very bytes.
    Trust trust = Trust::Unsigned;
    std::vector<Signer> signers;
};

/// Where a case comes from and under which licence it may be shown.
struct CaseRights {
    std::string source, licence, permission;
    bool deidentified = false;
    std::string deidentification;  ///< How and with what it was done; empty for synthetic cases.
};

/// The texts of a case in another language.
struct CaseTexts {
    std::string title, primaryText, examinationText;
};

/// An open pack. Immutable, safe to read on any thread. Holds nothing of the truth.
class Pack {
public:
    [[nodiscard]] const PackInfo& info() const { return m_info; }
    /// In the order of their ids.
    [[nodiscard]] const std::vector<CaseRecord>& cases() const { return m_cases; }
    /// Errors: CaseNotFound.
    [[nodiscard]] Result<CaseRecord> find(const CaseId& id) const;
    /// The same with the texts of `language` where the pack has them. Errors: CaseNotFound.
    [[nodiscard]] Result<CaseRecord> find(const CaseId& id, const std::string& language) const;
    /// Errors: CaseNotFound.
    [[nodiscard]] Result<CaseRights> rights(const CaseId& id) const;

    /// The .nwpack file, and the folder that holds its unpacked content.
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

private:
    friend class PackReader;
    PackInfo m_info;
    std::vector<CaseRecord> m_cases;
    std::map<CaseId, CaseRights> m_rights;
    std::map<std::string, std::map<CaseId, CaseTexts>> m_texts;  ///< By language.
    std::filesystem::path m_file, m_folder;
};

using PackPtr = std::shared_ptr<const Pack>;

/// Unpacks into a folder of `workFolder` named after the pack's hash (an earlier one is used again
/// after its hashes have been checked), checks that it holds known kinds of files only, that every
/// hash fits, every JSON follows its schema and every case has rights. Signatures that
/// hold are looked up in `trustFile`; a key met for the first time is pinned there. An empty
/// `trustFile` keeps no keys: signed packs are UnknownKey. Thread-safe for different packs.
/// Errors: those of archive::extractZip; FormatUnknown (no pack, or a kind of file that packs do
/// not hold: place names it), FormatDamaged, VersionUnsupported, HashMismatch, SignatureInvalid,
/// RightsMissing, SchemaViolation, JsonInvalid, CaseNotFound (a truth without its case),
/// Cancelled, FileUnwritable, DiskFull.
[[nodiscard]] Result<PackPtr> openPack(const std::filesystem::path& file,
                                       const std::filesystem::path& workFolder,
                                       const std::filesystem::path& trustFile, JobControl& job);

}  // namespace nodewise::casepack
