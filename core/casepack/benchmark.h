/// benchmark.h: how other readers did on the cases of a pack, for a learner to stand beside.
#pragma once
#include "base/result.h"
#include "serial/json.h"
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace nodewise::casepack {

/// One reader, without a name. A figure that was not taken is absent.
struct BenchmarkReader {
    int nodes = 0;  ///< Scored nodes, at least 20.
    std::optional<double> brier, auc, gradeKappa;
    friend bool operator==(const BenchmarkReader&, const BenchmarkReader&) = default;
};

/// benchmarks/<id>.json. No truth of a case follows from it.
struct ReaderBenchmark {
    std::string id;
    std::map<std::string, std::string> title;  ///< By language; in no order of rank.
    std::string source;
    std::vector<BenchmarkReader> readers;

    /// In `language`, else in English, else the first.
    [[nodiscard]] const std::string& titleIn(const std::string& language) const;
};

/// Takes what has passed cases/schema/benchmark.schema.json. Errors: JsonInvalid. Thread-safe.
[[nodiscard]] Result<ReaderBenchmark> readBenchmark(const serial::Json& json, const std::string& id,
                                                    const std::string& path = {});

/// All of a .nwpack file, by id; empty when it carries none. Read from the zip itself: for files
/// that openPack has checked. Errors: those of archive::listZip and of reading. Thread-safe.
[[nodiscard]] Result<std::vector<ReaderBenchmark>>
benchmarksIn(const std::filesystem::path& packFile);

}  // namespace nodewise::casepack
