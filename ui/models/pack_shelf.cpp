#include "ui/models/pack_shelf.h"
#include <utility>

namespace nodewise::models {

PackShelf::PackShelf(std::filesystem::path workFolder, std::filesystem::path trustFile,
                     std::string language)
    : m_workFolder(std::move(workFolder))
    , m_trustFile(std::move(trustFile))
    , m_language(std::move(language)) {}

Result<ShelfPack> PackShelf::readPack(const std::filesystem::path& file, JobControl& job) {
    const auto pack = casepack::openPack(file, m_workFolder, m_trustFile, job);
    if (!pack)
        return fail(pack.error());
    const casepack::PackInfo& info = (*pack)->info();
    ShelfPack shelf;
    shelf.file = file;
    shelf.id = info.id;
    shelf.name = QString::fromStdString(info.title);
    shelf.version = QString::fromStdString(info.version);
    shelf.trust = info.trust;
    for (const auto& record : (*pack)->cases()) {
        auto translated = (*pack)->find(record.id, m_language);
        shelf.cases.push_back(translated ? std::move(*translated) : record);
    }
    return shelf;
}

}  // namespace nodewise::models
