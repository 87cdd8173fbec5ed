/// surface_kind.h: which surface a structure of the neck is.
#pragma once
#include "ui/render/surface_scene.h"
#include <string>

namespace nodewise::render {

/// By the name it carries in a label map; Other for names that are none.
[[nodiscard]] SurfaceKind surfaceKindOf(const std::string& structureName);

}  // namespace nodewise::render
