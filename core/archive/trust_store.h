/// trust_store.h: the keys that this installation has met, pinned at first use as SSH does.
#pragma once
#include "archive/signature.h"
#include "base/result.h"
#include <filesystem>
#include <map>
#include <set>
#include <span>
#include <string>

namespace nodewise::archive {

/// How the signatures of something stand to what has been seen before.
enum class Standing {
    Unsigned,    ///< No signature, and none was there before.
    UnknownKey,  ///< Signed by a key that has not been met.
    Known,       ///< Signed by a key that is pinned.
    ChangedKey   ///< The same subject was signed by another key before (or is now unsigned).
};

/// Subjects (pack ids) and the keys that vouched for them. A value: load, ask, pin, save.
class TrustStore {
public:
    /// An absent file is an empty store. Errors: FileUnreadable, JsonInvalid, VersionUnsupported.
    [[nodiscard]] static Result<TrustStore> load(const std::filesystem::path& file);
    /// Errors: FileUnwritable, DiskFull.
    [[nodiscard]] Result<void> save(const std::filesystem::path& file) const;

    /// `keys` are those whose signatures hold.
    [[nodiscard]] Standing standing(const std::string& subject,
                                    std::span<const PublicKey> keys) const;
    [[nodiscard]] bool isPinned(const PublicKey& key) const;
    /// Remembers the key, and that it vouched for the subject.
    void pin(const std::string& subject, const PublicKey& key);
    friend bool operator==(const TrustStore&, const TrustStore&) = default;
    /// Forgets a key everywhere.
    void forget(const PublicKey& key);

private:
    std::map<std::string, std::set<std::string>> m_keysOfSubject;  ///< Public keys as text.
};

}  // namespace nodewise::archive
