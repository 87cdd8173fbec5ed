/// dial.h: the same case once more with one thing turned: the physics bench and Dial-an-ENE.
#pragma once
#include "base/result.h"
#include "synthesis/recipe.h"
#include <optional>
#include <string_view>

namespace nodewise::synthesis {

/// What the physics bench may turn; the rest of the scanner stays.
struct ScannerDial {
    std::optional<double> sliceMm, kernelSigmaMm, noiseHu, sharpen;
    std::optional<std::uint32_t> noiseSeed;
};

/// The recipe under another scanner setting: same body, same nodes, same field of view; slices as
/// many as fit in the same height. What the fields hold (pene, depth) stays; what is visible may
/// change, so `expect` of another grade is no contradiction: ask makeTruth without its check.
/// Errors: ValueOutOfRange naming the key.
[[nodiscard]] Result<Recipe> withScanner(const Recipe& recipe, const ScannerDial& dial);

/// The recipe with the extension of one node at another depth, 0 to 12 mm; at 0 the node has none
/// (below 0.3 mm the front is thinner than its grid: 0). Everything else stays; strands
/// are as many and as thick, but start from the new surface. Errors: InvalidArgument when the node
/// is not there or was drawn without an extension; ValueOutOfRange.
[[nodiscard]] Result<Recipe> withDepth(const Recipe& recipe, std::string_view nodeId,
                                       double depthMm);

}  // namespace nodewise::synthesis
