/// slab_choices.h: the slabs that are offered in lists.
#pragma once
#include "volume/slice_render.h"
#include <QString>
#include <array>

namespace nodewise::viewer {

inline constexpr std::array kSlabChoices{Slab{SlabMode::None, 0}, Slab{SlabMode::Mean, 2},
                                         Slab{SlabMode::Mean, 3}, Slab{SlabMode::Mean, 5},
                                         Slab{SlabMode::Mip, 5},  Slab{SlabMode::Mip, 10},
                                         Slab{SlabMode::Mip, 20}, Slab{SlabMode::MinIp, 5}};

/// "5 mm mean", "No slab".
[[nodiscard]] QString slabWords(const Slab& slab);
/// The place in `kSlabChoices`; -1 for slabs that are none of these.
[[nodiscard]] int slabChoiceOf(const Slab& slab);

}  // namespace nodewise::viewer
