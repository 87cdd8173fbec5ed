/// pack_shelf.h: the real shelf: packs on disk, unpacked and checked by core/casepack.
#pragma once
#include "ui/models/case_shelf.h"

namespace nodewise::models {

class PackShelf final : public CaseShelf {
public:
    /// `workFolder` takes unpacked packs, `trustFile` the pinned keys. Case texts come in
    /// `language` where a pack has them ("de").
    PackShelf(std::filesystem::path workFolder, std::filesystem::path trustFile,
              std::string language);
    [[nodiscard]] Result<ShelfPack> readPack(const std::filesystem::path& file,
                                             JobControl& job) override;

private:
    std::filesystem::path m_workFolder, m_trustFile;
    std::string m_language;
};

}  // namespace nodewise::models
