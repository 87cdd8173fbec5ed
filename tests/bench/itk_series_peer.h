/// itk_series_peer.h: ITK's series reader, a peer of `bench_series`.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace nodewise {

/// Reads the files, in their order, as one rescaled int16 volume and throws it away. False when
/// ITK fails or the volume has another number of voxels.
[[nodiscard]] bool loadedByItk(const std::vector<std::string>& files, std::size_t voxels);

}  // namespace nodewise
