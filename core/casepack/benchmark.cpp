#include "casepack/benchmark.h"
#include "archive/zip_reader.h"
#include "casepack/pack_layout.h"
#include <algorithm>

namespace nodewise::casepack {
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLargest = std::size_t{1} << 20;

std::optional<double> numberIn(const serial::Reader& reader, std::string_view name) {
    const auto member = reader.find(name);
    return member ? std::optional(member->number()) : std::nullopt;
}

}  // namespace

const std::string& ReaderBenchmark::titleIn(const std::string& language) const {
    for (const std::string& wanted : {language, std::string("en")})
        if (const auto found = title.find(wanted); found != title.end())
            return found->second;
    return title.empty() ? id : title.begin()->second;
}

Result<ReaderBenchmark> readBenchmark(const serial::Json& json, const std::string& id,
                                      const std::string& path) {
    const serial::Reader reader(json, path);
    ReaderBenchmark benchmark;
    benchmark.id = id;
    const serial::Reader title = reader.at("title");
    for (const std::string& language : title.names())
        benchmark.title[language] = title.string(language);
    benchmark.source = reader.string("source");
    for (const serial::Reader& one : reader.at("readers").elements())
        benchmark.readers.push_back({static_cast<int>(one.integer("nodes")), numberIn(one, "brier"),
                                     numberIn(one, "auc"), numberIn(one, "gradeKappa")});
    if (auto ok = reader.result(); !ok)
        return fail(ok.error());
    return benchmark;
}

Result<std::vector<ReaderBenchmark>> benchmarksIn(const fs::path& packFile) {
    const auto entries = archive::listZip(packFile);
    if (!entries)
        return fail(entries.error());
    std::vector<ReaderBenchmark> all;
    for (const archive::ZipEntry& entry : *entries) {
        const auto part = partOf(entry.name);
        if (!part || part->kind != PartKind::Benchmark)
            continue;
        const auto text = archive::readZipEntry(packFile, entry.name, kLargest);
        const auto json = text ? serial::parseJson(*text, entry.name) : fail(text.error());
        auto benchmark = json ? readBenchmark(*json, part->name, entry.name) : fail(json.error());
        if (!benchmark)
            return fail(benchmark.error());
        all.push_back(*std::move(benchmark));
    }
    std::ranges::sort(all, {}, &ReaderBenchmark::id);
    return all;
}

}  // namespace nodewise::casepack
