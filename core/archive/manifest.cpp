#include "archive/manifest.h"
#include "archive/sha256.h"
#include "archive/zip_reader.h"
#include "base/parallel.h"
#include "serial/file_io.h"
#include <algorithm>
#include <atomic>
#include <optional>
#include <vector>

namespace nodewise::archive {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kHashDigits = 64;

bool isHash(std::string_view text) {
    return text.size() == kHashDigits && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

Result<std::vector<std::string>> filesBelow(const fs::path& folder,
                                            const std::function<bool(const std::string&)>& wanted) {
    std::vector<std::string> files;
    std::error_code problem;
    fs::recursive_directory_iterator at(folder, problem);
    const fs::recursive_directory_iterator end;
    for (; !problem && at != end; at.increment(problem)) {
        const std::string path = serial::pathText(at->path().lexically_relative(folder));
        if (at->is_symlink(problem))
            return fail(ErrorCode::ArchiveLink, "the folder holds a link; copy the file instead",
                        serial::pathText(folder), path);
        if (!at->is_directory(problem) && wanted(path))
            files.push_back(path);
    }
    if (problem)
        return fail(ErrorCode::FileUnreadable, "the folder cannot be read: " + problem.message(),
                    serial::pathText(folder));
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

std::string manifestText(const Manifest& manifest) {
    std::string text;
    for (const auto& [path, hash] : manifest)
        text += hash + "  " + path + "\n";
    return text;
}

Result<Manifest> parseManifest(std::string_view text, const std::string& path) {
    Manifest manifest;
    int number = 0;
    const auto damaged = [&](const std::string& why) {
        return fail(ErrorCode::FormatDamaged, "the list of hashes " + why, path,
                    "line " + std::to_string(number));
    };
    while (!text.empty()) {
        ++number;
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos)
            return damaged("is cut off");
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end + 1);
        if (line.size() < kHashDigits + 3 || !isHash(line.substr(0, kHashDigits)) ||
            line.substr(kHashDigits, 2) != "  ")
            return damaged("has a line that is no hash and path");
        const std::string name(line.substr(kHashDigits + 2));
        const auto safe = safeEntryName(name);
        if (!safe || *safe != name)
            return damaged("names an unsafe path");
        if (!manifest.empty() && name <= manifest.rbegin()->first)
            return damaged("is out of order");
        manifest.emplace_hint(manifest.end(), name, line.substr(0, kHashDigits));
    }
    return manifest;
}

Result<Manifest> hashFolder(const fs::path& folder,
                            const std::function<bool(const std::string&)>& wanted, JobControl& job,
                            unsigned threads) {
    const auto files = filesBelow(folder, wanted);
    if (!files)
        return fail(files.error());
    std::vector<std::optional<Result<std::string>>> hashes(files->size());
    std::atomic<std::size_t> done{0};
    parallelFor(files->size(), threads, [&](std::size_t index) {
        hashes[index] = sha256OfFile(folder / serial::pathOf((*files)[index]), job);
        job.report(static_cast<double>(++done) / static_cast<double>(files->size()), "hash");
    });
    Manifest manifest;
    for (std::size_t index = 0; index < files->size(); ++index) {
        if (!*hashes[index])
            return fail(hashes[index]->error());
        manifest.emplace((*files)[index], **hashes[index]);
    }
    return manifest;
}

Result<void> compareManifests(const Manifest& expected, const Manifest& found) {
    for (const auto& [path, hash] : expected) {
        const auto there = found.find(path);
        if (there == found.end())
            return fail(ErrorCode::HashMismatch, "a file of the list is missing", {}, path);
        if (there->second != hash)
            return fail(ErrorCode::HashMismatch,
                        "the file is not the one that was packed: its hash differs", {}, path);
    }
    for (const auto& [path, hash] : found)
        if (!expected.contains(path))
            return fail(ErrorCode::HashMismatch, "a file is there that the list does not name", {},
                        path);
    return {};
}

}  // namespace nodewise::archive
