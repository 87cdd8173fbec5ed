/// unpacked_packs.h: unpacked packs that nobody has opened for long give their room back.
#pragma once
#include <chrono>
#include <filesystem>

namespace nodewise::casepack {

/// An unpacked pack is thrown away when nobody has opened it for this long; openPack makes it anew.
inline constexpr std::chrono::hours kKeepUnpacked{24 * 30};

/// Says that this unpacked pack is in use: it counts as opened now. openPack does it.
void noteUse(const std::filesystem::path& unpacked);

/// Removes the unpacked packs of `workFolder` (folders named by openPack, nothing else) that were
/// last opened more than `age` ago. Returns how many went; what cannot be removed stays.
/// Thread-safe, also beside another program that opens packs there.
int removeUnused(const std::filesystem::path& workFolder, std::chrono::hours age = kKeepUnpacked);

}  // namespace nodewise::casepack
