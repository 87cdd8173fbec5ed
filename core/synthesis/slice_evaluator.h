/// slice_evaluator.h: the one place where anatomy becomes distances: any rectangle at any height.
#pragma once
#include "synthesis/scene.h"
#include <array>
#include <cstdint>
#include <vector>

namespace nodewise::synthesis {

/// Sample points of a rectangle in an axial plane of the patient, mm, or in one
/// tilted about x.
struct SliceGrid {
    float z = 0, x0 = 0, y0 = 0, step = 1;
    int columns = 0, rows = 0;
    float cosine = 1,
          sine = 0;  ///< Rows follow one another along (0, cosine, sine).

    [[nodiscard]] std::array<float, 3> place(int i, int j) const {
        const float down = step * static_cast<float>(j);
        return {x0 + step * static_cast<float>(i), y0 + down * cosine, z + down * sine};
    }
};

/// The fields on a SliceGrid. Reused from slice to slice.
struct FieldSlice {
    SliceGrid grid;
    float height = 0;  ///< Of the first row in the straight neck, mm.
    std::array<std::vector<float>, kFieldCount> plane;
    /// Which structure (PartSide; node index; small things: 1 vein, 2 artery, 3 node) is nearest.
    std::array<std::vector<std::uint8_t>, kFieldCount> nearest;
    /// Smallest value of each row of each plane: rows without anything near are skipped.
    std::array<std::vector<float>, kFieldCount> rowLow;

    [[nodiscard]] std::vector<float>& of(Field f) { return plane[static_cast<std::size_t>(f)]; }
    [[nodiscard]] const std::vector<float>& of(Field f) const {
        return plane[static_cast<std::size_t>(f)];
    }
    [[nodiscard]] const std::vector<std::uint8_t>& idOf(Field f) const {
        return nearest[static_cast<std::size_t>(f)];
    }

    std::vector<float> straightX, straightY, pushedX, pushedY, scratch;
    /// The second-nearest muscle; after the packing: 1 in the planes between muscles of the nape.
    std::vector<float> second;
    /// HU to add to muscle, where `toned`.
    std::vector<float> tone;
    bool toned = false;
};

/// Fills `out`. Without nodes their push stays, but nothing of them is drawn: the tissue a tumour
/// grows into. Thread-safe with one FieldSlice a thread.
void evaluateSlice(const Scene& scene, const SliceGrid& grid, bool withNodes, FieldSlice& out);

}  // namespace nodewise::synthesis
