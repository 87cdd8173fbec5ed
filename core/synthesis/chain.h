/// chain.h: the cut of one structure with one slice: pieces of line with a thickness.
#pragma once
#include "synthesis/shapes.h"
#include <vector>

namespace nodewise::synthesis {

struct Chain {
    std::vector<Segment> segments;
    PartSide part = 0;
    Field field = Field::Muscle;
    float floor = -kFar;  ///< Beyond its ends along z: at least this far away.
    float pack = 0;       ///< Drawn too fat by this; muscles then compete.
    float reach = 6;      ///< Pieces that end further away along z are left out.
    FlatBox box;

    /// A piece; left out when neither end comes within reach.
    void add(const StrokePoint& a, const StrokePoint& b);
    void dot(float x, float y, float r) { add({x, y, r}, {x + 0.01F, y, r}); }
};

struct Tube {
    EllipseSection section;
    PartSide part = 0;
    Field field = Field::Vein;
    float uneven = 0;
    std::uint32_t stream = 0;
};

/// Everything that one slice cuts, in the straight neck.
struct SliceAnatomy {
    std::vector<Chain> chains;
    std::vector<Tube> tubes;
};

}  // namespace nodewise::synthesis
