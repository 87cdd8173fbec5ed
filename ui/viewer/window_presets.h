/// window_presets.h: the named windows behind the keys 0 to 9.
#pragma once
#include "volume/ct_volume.h"
#include "volume/window_level.h"
#include <QString>
#include <optional>
#include <vector>

namespace nodewise::viewer {

/// A named window. Key 1 is the one stored with the series; key 0 (back to the opening window) is
/// the model's and stands in no list.
struct WindowPreset {
    int key = 0;
    QString name;  ///< Translated, as shown in the corner: "neck".
    Window window;
};

/// "neck" for key 2; "as opened" for 0; empty for keys that are free.
[[nodiscard]] QString presetNameOf(int key);

/// Presets that make sense for the volume: 2…6 need Hounsfield units; 1 without a stored window is
/// the range of the values. Keys 7 to 9 are free.
[[nodiscard]] std::vector<WindowPreset> windowPresets(const CtVolume* volume,
                                                      const std::optional<Window>& stored);

}  // namespace nodewise::viewer
