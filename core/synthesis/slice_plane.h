/// slice_plane.h: where the pixels of a slice lie: level, or tilted about x as by a gantry.
#pragma once
#include "geometry/grid_geometry.h"
#include "synthesis/recipe.h"

namespace nodewise::synthesis {

/// A slice in the patient, mm: from the centre of its first pixel columns go along x, rows along
/// (0, cosine, sine). Level when the sine is 0: then nothing here rounds otherwise than plain sums.
struct SlicePlane {
    float x0 = 0, y0 = 0, z0 = 0;
    float cosine = 1, sine = 0;

    /// The same plane `mm` further along its normal.
    [[nodiscard]] SlicePlane raised(float mm) const {
        return {x0, y0 - sine * mm, z0 + cosine * mm, cosine, sine};
    }
    [[nodiscard]] float yAt(float down) const { return y0 + down * cosine; }
    [[nodiscard]] float zAt(float down) const { return z0 + down * sine; }
};

/// The slices of a recipe. A scanner whose gantry is tilted moves its table along z, not along the
/// normal of its slices: each slice then starts a little further on than a right-angled grid says.
struct SliceStack {
    GridGeometry grid;   ///< Directions, distances, and the place of the middle slice.
    double shiftMm = 0;  ///< Along the rows' direction, from one slice to the next.

    [[nodiscard]] PointLps place(VoxelIndex pixel) const {
        const double steps = pixel.k - 0.5 * (grid.dims()[2] - 1);
        return grid.toPatient(pixel) + grid.axis(1) * (shiftMm * steps);
    }
    /// From pixel (i, j) of slice k on. @pre as of the grid.
    [[nodiscard]] SlicePlane planeFrom(VoxelIndex first) const;
};

/// Grid of the recipe's slices, mm LPS of the neck's frame. When the gantry is tilted the slices
/// lie in the scanner's planes, stacked along their normal. Thread-safe.
[[nodiscard]] SliceStack regularStack(const Recipe& recipe);
/// The same planes where the scanner took them: from slice to slice along z. Thread-safe.
[[nodiscard]] SliceStack scannedStack(const Recipe& recipe);

}  // namespace nodewise::synthesis
