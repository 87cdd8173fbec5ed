/// entry_name.h: which names of zip entries are safe to make files of. Private to the module.
#pragma once
#include "base/result.h"
#include <map>
#include <string>
#include <string_view>

namespace nodewise::archive {

/// The name as a disk sees it that does not tell capitals from small letters: Latin, Greek and
/// Cyrillic letters are made small; invalid UTF-8 stays as it is.
[[nodiscard]] std::string foldedName(std::string_view utf8);

/// Remembers names and tells when two of them would be one file on some disk.
class NameCollisions {
public:
    /// Errors: ArchiveCaseCollision, place = the name.
    [[nodiscard]] Result<void> add(const std::string& name, bool folder);

private:
    struct Seen {
        std::string exact;
        bool folder = false;
    };
    [[nodiscard]] Result<void> addPart(const std::string& name, bool folder, bool last);

    std::map<std::string, Seen> m_seen;  ///< By folded name.
};

}  // namespace nodewise::archive
