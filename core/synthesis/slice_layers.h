/// slice_layers.h: the parts of a slice that are not chains or tubes.
#pragma once
#include "synthesis/slice_evaluator.h"

namespace nodewise::synthesis {

/// Each fills its own plane of a slice whose straight and pushed coordinates are set.
void drawSkin(const Scene& scene, FieldSlice& out);
/// Lobes and clefts of the glands; glands and veins keep off the skin.
void shapeGlands(const Scene& scene, FieldSlice& out);
void drawNodes(const Scene& scene, FieldSlice& out);
/// What tumour does to its target and contact to its neighbour: an artery's wall entered by tumour
/// narrows it, skin rises over tumour, veins and glands touched without invasion lose their plane.
void changeNeighbours(const Scene& scene, FieldSlice& out);
/// Small vessels and small nodes of the fat.
void drawSmallThings(const Scene& scene, FieldSlice& out);

}  // namespace nodewise::synthesis
