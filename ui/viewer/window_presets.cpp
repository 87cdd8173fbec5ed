#include "ui/viewer/window_presets.h"
#include <QCoreApplication>
#include <algorithm>

namespace nodewise::viewer {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(WindowPresets)
};

Window wholeRange(const CtVolume& volume) {
    const ValueRange range = volume.range();
    return {std::max(range.high - range.low, 1.0), (range.high + range.low) / 2};
}

}  // namespace

std::vector<WindowPreset> windowPresets(const CtVolume* volume,
                                        const std::optional<Window>& stored) {
    std::vector<WindowPreset> presets;
    if (volume == nullptr)
        return presets;
    //: Names of windows, as in "W 350 L 60 · 2 neck".
    presets.push_back({1, Texts::tr("as stored"), stored ? *stored : wholeRange(*volume)});
    if (volume->meaning() != VoxelMeaning::Hounsfield)
        return presets;
    presets.push_back({2, Texts::tr("neck"), {350, 60}});
    presets.push_back({3, Texts::tr("narrow node"), {150, 60}});
    presets.push_back({4, Texts::tr("bone"), {2000, 500}});
    presets.push_back({5, Texts::tr("wide"), {1000, 100}});
    presets.push_back({6, Texts::tr("fat plane"), {300, -20}});
    return presets;
}

}  // namespace nodewise::viewer
