#include "synthesis/dial.h"
#include <algorithm>
#include <cmath>
#include <string>

namespace nodewise::synthesis {

namespace {

Error outOfRange(const std::string& key, double low, double high) {
    return Error{ErrorCode::ValueOutOfRange,
                 key + " must lie between " + std::to_string(low) + " and " + std::to_string(high),
                 {},
                 key};
}

bool within(const std::optional<double>& value, double low, double high) {
    return !value || (*value >= low && *value <= high);
}

}  // namespace

Result<Recipe> withScanner(const Recipe& recipe, const ScannerDial& dial) {
    if (!within(dial.sliceMm, 0.6, 5))
        return fail(outOfRange("sliceMm", 0.6, 5));
    if (!within(dial.kernelSigmaMm, 0.3, 1.2))
        return fail(outOfRange("kernelSigmaMm", 0.3, 1.2));
    if (!within(dial.noiseHu, 0, 40))
        return fail(outOfRange("noiseHu", 0, 40));
    if (!within(dial.sharpen, 0, 1))
        return fail(outOfRange("sharpen", 0, 1));
    Recipe out = recipe;
    ScannerRecipe& s = out.scanner;
    s.kernelSigmaMm = dial.kernelSigmaMm.value_or(s.kernelSigmaMm);
    s.noiseHu = dial.noiseHu.value_or(s.noiseHu);
    s.sharpen = dial.sharpen.value_or(s.sharpen);
    s.noiseSeed = dial.noiseSeed.value_or(s.noiseSeed);
    if (dial.sliceMm && *dial.sliceMm != s.sliceMm) {
        // Outer faces of the stack stay where they are.
        const double height = s.sliceMm * s.slices, top = s.topMm + 0.5 * s.sliceMm;
        s.sliceMm = *dial.sliceMm;
        s.slices = std::clamp(static_cast<int>(std::lround(height / s.sliceMm)), 4, 240);
        s.topMm = top - 0.5 * s.sliceMm;
    }
    return out;
}

Result<Recipe> withDepth(const Recipe& recipe, std::string_view nodeId, double depthMm) {
    if (!(depthMm >= 0 && depthMm <= 12))
        return fail(outOfRange("depthMm", 0, 12));
    Recipe out = recipe;
    for (NodeRecipe& node : out.nodes) {
        if (node.id != nodeId)
            continue;
        if (!node.extension)
            return fail(ErrorCode::InvalidArgument,
                        "node " + node.id + " has no extension to be turned", {}, node.id);
        if (depthMm < 0.3) {
            node.extension.reset();
            node.examination = {};
        } else {
            node.extension->depthMm = depthMm;
        }
        return out;
    }
    return fail(ErrorCode::InvalidArgument, "there is no node " + std::string(nodeId), {},
                std::string(nodeId));
}

}  // namespace nodewise::synthesis
