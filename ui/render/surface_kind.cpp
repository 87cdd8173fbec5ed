#include "ui/render/surface_kind.h"
#include "measure/structure_names.h"
#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace nodewise::render {
namespace {

/// What measuring calls "other" and the picture tells apart; also the names of radiotherapy.
SurfaceKind otherKindOf(std::string name) {
    std::ranges::transform(name, name.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto says = [&name](const auto& words) {
        return std::ranges::any_of(
            words, [&name](std::string_view word) { return name.find(word) != std::string::npos; });
    };
    constexpr std::array<std::string_view, 7> bones{"mandib", "vertebra", "bone",          "skull",
                                                    "hyoid",  "clavicle", "cervical spine"};
    constexpr std::array<std::string_view, 4> airways{"airway", "trachea", "lumen", "larynx air"};
    constexpr std::array<std::string_view, 3> skins{"skin", "external", "body"};
    if (says(bones))
        return SurfaceKind::Bone;
    if (says(airways))
        return SurfaceKind::Airway;
    return says(skins) ? SurfaceKind::Skin : SurfaceKind::Other;
}

}  // namespace

SurfaceKind surfaceKindOf(const std::string& structureName) {
    switch (measure::structureKindOf(structureName).value_or(StructureKind::Other)) {
    case StructureKind::Muscle:
        return SurfaceKind::Muscle;
    case StructureKind::Vein:
        return SurfaceKind::Vein;
    case StructureKind::Artery:
        return SurfaceKind::Artery;
    case StructureKind::Gland:
        return SurfaceKind::Gland;
    case StructureKind::Skin:
        return SurfaceKind::Skin;
    case StructureKind::Nerve:
        return SurfaceKind::Other;
    case StructureKind::Other:
        break;
    }
    return otherKindOf(structureName);
}

}  // namespace nodewise::render
