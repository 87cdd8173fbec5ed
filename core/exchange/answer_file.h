/// answer_file.h: a trainee's answers on the way to a director: `.nwanswers`.
///
/// A zip by the rules of case packs: `mimetype`, `answers.json` (who by pseudonym, which packs,
/// which program), `events.jsonl` (the lines of the log), `manifest-sha256.txt`, `signatures/`.
/// The same answers give the same bytes. No name of a person goes in: the profile's name is
/// replaced by the pseudonym.
#pragma once
#include "archive/signature.h"
#include "base/job_control.h"
#include "session/events.h"
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace nodewise::exchange {

inline constexpr int kAnswerFileVersion = 1;
inline constexpr std::string_view kAnswerFileMimetype = "application/vnd.nwanswers+zip";

/// Which bytes of a pack the answers belong to.
struct AnsweredPack {
    PackId id;
    std::string version;
    std::string manifestHash;  ///< Empty when the pack is no longer installed.
    friend bool operator==(const AnsweredPack&, const AnsweredPack&) = default;
};

struct AnswerFile {
    ProfileId profile;
    std::string pseudonym;   ///< 1 to 80 bytes, not blank.
    std::string appVersion;  ///< Of the program that wrote it.
    std::vector<AnsweredPack> packs;
    std::vector<session::Event> events;  ///< Of this profile alone, in the order of the log.
    /// The installation that signed; absent when nobody did. Filled in by the reader.
    std::optional<archive::PublicKey> signer;
};

/// The events of one profile out of a log, its name replaced by `pseudonym` wherever it stands,
/// with the packs that they name (`hashes`: manifest hash by pack id and version, as far as known).
/// Renames are left out. InvalidArgument for a pseudonym that is empty or over-long, or when the
/// log does not hold the profile. Pure.
struct AnswerSource {
    ProfileId profile;
    std::string pseudonym, appVersion;
    std::vector<AnsweredPack> installed;
};
[[nodiscard]] Result<AnswerFile> answersOf(const std::vector<session::Event>& log,
                                           const AnswerSource& source);

/// Errors: InvalidArgument (an answer file that `readAnswers` would refuse), FileUnwritable,
/// DiskFull, Cancelled.
[[nodiscard]] Result<void> writeAnswers(const std::filesystem::path& file,
                                        const AnswerFile& answers, const archive::KeyPair& key,
                                        JobControl& job);

/// Reads and checks everything: hashes, signature, schema, that every line belongs to the one
/// profile and that each call has its reading, each score its call. Nothing is half-read.
/// Errors: those of archive::listZip; FormatUnknown, VersionUnsupported, HashMismatch,
/// SignatureInvalid, JsonInvalid, SchemaViolation, FormatDamaged (lines that do not fit together;
/// place = "events.jsonl line N"), ValueOutOfRange. Thread-safe.
[[nodiscard]] Result<AnswerFile> readAnswers(const std::filesystem::path& file, JobControl& job);

}  // namespace nodewise::exchange
