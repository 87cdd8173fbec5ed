/// view_plane.h: how a view lies in the patient: its directions, letters and
/// fit.
#pragma once
#include "geometry/grid_geometry.h"
#include "volume/slice_plane.h"
#include <QSize>
#include <QString>
#include <array>
#include <optional>

namespace nodewise::viewer {

enum class ViewPlane { Axial, Coronal, Sagittal };
inline constexpr std::array kViewPlanes{ViewPlane::Axial, ViewPlane::Coronal, ViewPlane::Sagittal};

/// Directions of a view, unit vectors at right angles.
struct ViewDirections {
    VectorLps right, down;
    [[nodiscard]] VectorLps normal() const { return normalized(cross(right, down)); }
    friend bool operator==(const ViewDirections&, const ViewDirections&) = default;
};

/// Unit vector along the normal that points to the head, back or left: the way
/// slices are counted.
[[nodiscard]] VectorLps countingDirection(const ViewDirections& directions);

/// Radiological directions along the grid axes that come nearest to the
/// patient's: axial from the feet (patient left on the right), coronal from the
/// front, sagittal with the front on the left. Along the grid, so that a slice
/// on screen is a slice of the series, also when it is tilted.
[[nodiscard]] ViewDirections standardDirections(const GridGeometry& grid, ViewPlane plane);

/// What one view shows apart from the slice. Plain value.
struct ViewState {
    ViewDirections directions{{1, 0, 0}, {0, 1, 0}};
    /// mm along the shorter side of the view; nothing = `fitMm` fits.
    std::optional<double> fieldMm;
    /// mm along right and down that fit the view; nothing = the whole volume.
    std::optional<std::array<double, 2>> fitMm;
    /// Centre of the view from the centre of the volume, mm along right and down.
    double panRightMm = 0, panDownMm = 0;
    bool flipped = false;  ///< Left and right changed; shown with a loud badge.
    int quarterTurns = 0;  ///< 0..3, clockwise; already in `directions`; shown with a badge.
    friend bool operator==(const ViewState&, const ViewState&) = default;
};

/// The plane of a view of `size` logical pixels through `through`, in Qt's
/// coordinates: (0, 0) is the view's upper left corner, (0.5, 0.5) the middle
/// of its first pixel.
[[nodiscard]] SlicePlane viewPlaneOf(const GridGeometry& grid, const ViewState& state,
                                     PointLps through, QSize size);

/// mm per logical pixel at which the whole volume just fits.
[[nodiscard]] double fitMmPerPixel(const GridGeometry& grid, const ViewDirections& directions,
                                   QSize size);
/// mm per logical pixel of a view.
[[nodiscard]] double mmPerPixelOf(const GridGeometry& grid, const ViewState& state, QSize size);

/// The patient direction as letters, strongest first: "L", "AL" for an oblique
/// one. Parts below 20 % of the strongest are left out. L R A P H F.
[[nodiscard]] QString orientationLetters(VectorLps direction);

/// Number of slices of the grid along the view's normal, and the one nearest to
/// the point, 1-based, counted from the patient's feet, front or right; numbers
/// outside are clamped.
struct SliceNumber {
    int number = 1, count = 1;
    friend bool operator==(const SliceNumber&, const SliceNumber&) = default;
};
[[nodiscard]] SliceNumber sliceNumberOf(const GridGeometry& grid, const ViewDirections& directions,
                                        PointLps through);

/// The place along the counting direction of a slice's middle; `through` moved
/// there.
[[nodiscard]] PointLps movedToSlice(const GridGeometry& grid, const ViewDirections& directions,
                                    PointLps through, int number);

/// mm along the patient axis that the view's normal is nearest to, with its
/// letter: "z −177.0".
struct SlicePosition {
    char axis = 'z';
    double mm = 0;
};
[[nodiscard]] SlicePosition slicePositionOf(const ViewDirections& directions, PointLps through);

}  // namespace nodewise::viewer
