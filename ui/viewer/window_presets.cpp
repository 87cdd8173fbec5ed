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

QString presetNameOf(int key) {
    switch (key) {
    case 0:
        return Texts::tr("as opened");
    //: Names of windows, as in "W 350 L 60 · 2 neck".
    case 1:
        return Texts::tr("as stored");
    case 2:
        return Texts::tr("neck");
    case 3:
        return Texts::tr("narrow node");
    case 4:
        return Texts::tr("bone");
    case 5:
        return Texts::tr("wide");
    case 6:
        return Texts::tr("fat plane");
    default:
        return {};
    }
}

std::vector<WindowPreset> windowPresets(const CtVolume* volume,
                                        const std::optional<Window>& stored) {
    std::vector<WindowPreset> presets;
    if (volume == nullptr)
        return presets;
    presets.push_back({1, presetNameOf(1), stored ? *stored : wholeRange(*volume)});
    if (volume->meaning() != VoxelMeaning::Hounsfield)
        return presets;
    presets.push_back({2, presetNameOf(2), {350, 60}});
    presets.push_back({3, presetNameOf(3), {150, 60}});
    presets.push_back({4, presetNameOf(4), {2000, 500}});
    presets.push_back({5, presetNameOf(5), {1000, 100}});
    presets.push_back({6, presetNameOf(6), {300, -20}});
    return presets;
}

}  // namespace nodewise::viewer
