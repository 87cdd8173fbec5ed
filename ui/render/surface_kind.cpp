#include "ui/render/surface_kind.h"
#include "measure/structure_names.h"

namespace nodewise::render {

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
    case StructureKind::Nerve:
    case StructureKind::Other:
        break;
    }
    return SurfaceKind::Other;
}

}  // namespace nodewise::render
