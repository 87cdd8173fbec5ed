/// generator_version.h: which generator drew a volume; caches and packs ask.
#pragma once

namespace nodewise::synthesis {

/// Raised with every change after which the same recipe gives another voxel or another truth.
inline constexpr int kGeneratorVersion = 5;

}  // namespace nodewise::synthesis
