/// case_shelf.h: what a case pack holds, as one interface, so that lists can be tested without a
/// disk.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include "casepack/pack.h"
#include <QString>
#include <filesystem>
#include <vector>

namespace nodewise::models {

struct ShelfPack {
    std::filesystem::path file;
    PackId id;
    QString name, version;
    casepack::Trust trust = casepack::Trust::Unsigned;
    std::vector<casepack::CaseRecord> cases;  ///< In the order of the pack; no truth.
};

class CaseShelf {
public:
    virtual ~CaseShelf() = default;
    /// Checks the pack and reads its cases; safe on a worker thread. Errors of archive and pack.
    [[nodiscard]] virtual Result<ShelfPack> readPack(const std::filesystem::path& file,
                                                     JobControl& job) = 0;
};

}  // namespace nodewise::models
