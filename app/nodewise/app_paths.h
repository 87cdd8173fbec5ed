/// app_paths.h: where the program keeps its files and finds those shipped with it.
#pragma once
#include <QString>
#include <filesystem>
#include <vector>

namespace nodewise::app {

/// All folders exist after `make`; files may not.
struct AppPaths {
    std::filesystem::path data;      ///< Of this user: progress, kept packs, pinned keys.
    std::filesystem::path database;  ///< data/progress.sqlite
    std::filesystem::path group;     ///< data/group.sqlite: answers of several readers.
    std::filesystem::path backups;   ///< data/backups: rolling copies of the progress.
    std::filesystem::path packs;     ///< data/packs
    std::filesystem::path trust;     ///< data/keys.json
    std::filesystem::path unpacked;  ///< Packs as folders; can be made again.
    std::filesystem::path volumes;   ///< Rendered volumes; can be made again.
    std::filesystem::path pictures;  ///< Thumbnails; can be made again.
    std::filesystem::path log;
    /// Packs that came with the program, the demo pack first.
    std::vector<std::filesystem::path> builtInPacks;
    /// DCMTK's dictionary, as shipped; empty when there is none beside the program.
    std::filesystem::path dictionary;

    /// `dataDir` empty takes the system's places; else everything lies under it.
    /// `programFolder` is where the program's file lies.
    [[nodiscard]] static AppPaths make(const QString& dataDir, const QString& programFolder);
};

}  // namespace nodewise::app
