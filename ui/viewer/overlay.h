/// overlay.h: what is drawn on a slice over the picture, given in patient mm.
#pragma once
#include "annotation/label_map.h"
#include "geometry/triangle_mesh.h"
#include <QColor>
#include <QList>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

namespace nodewise::viewer {

/// What an overlay means; colour, line and chip follow from it (DESIGN 1.2).
enum class OverlayRole {
    Capsule,      ///< Reference outline: vermilion, solid 1.5. Letter C.
    MarginWidth,  ///< Line coloured by `values` in mm. Letter M.
    StrandedFat,  ///< Closed line filled with a 45° hatch. Letter F.
    LostPlane,    ///< Bar with end ticks. Letter P.
    Contact,      ///< Dashes beside the border that touches a structure. Letter K.
    Beyond,       ///< Outline of what lies beyond the capsule, depth with ticks. Letter B.
    Necrosis,     ///< Dotted outline. Letter N.
    YourOutline,  ///< Yellow outline. Letter Y.
    CoreRuler,    ///< Two points, end ticks, `caption` beside it.
    YourMark,     ///< Yellow 12 px square at the first point, `caption` beside it.
    Structure     ///< Outline of a structure in its own colour, dashed.
};

/// One line on the picture.
struct Overlay {
    OverlayRole role = OverlayRole::Capsule;
    std::vector<PointLps> points;
    bool closed = false;
    std::vector<double> values;        ///< One a point, for MarginWidth; empty otherwise.
    QString letter;                    ///< In a box at the end of a leader line; empty = none.
    QString caption;                   ///< Beside the letter box or the ruler; translated.
    std::optional<PointLps> leaderTo;  ///< Where the leader touches; default the outermost point.
    /// Drawn when all points lie at most this far from the shown plane.
    double reachMm = 1.5;
    QColor colour{};      ///< Invalid: the role's.
    double fill = 0;      ///< Opacity of the inside, 0..1.
    bool helper = false;  ///< Thin and dashed: where a line should run.
};

/// The outline of a label, cut anew on every plane.
struct LabelOverlay {
    OverlayRole role = OverlayRole::Capsule;
    std::shared_ptr<const LabelMap> map;
    LabelValue label = 0;
    QString letter, caption;
    QColor colour{};  ///< Invalid: the role's.
    double fill = 0;  ///< Opacity of the inside, 0..1.
};

/// A surface cut anew on every plane. With `values` (one a vertex, mm) the line is a ramp where the
/// value is above `threshold` and left out elsewhere.
struct SurfaceOverlay {
    OverlayRole role = OverlayRole::MarginWidth;
    std::shared_ptr<const TriangleMesh> mesh;
    std::vector<double> values;
    double threshold = 0;
    QString letter, caption;
    bool helper = false;  ///< Thin and dashed: where a line should run.
};

/// Everything drawn over the pictures of a model. Roles in `hidden` stay out.
struct OverlaySet {
    std::vector<Overlay> lines;
    std::vector<LabelOverlay> labels;
    std::vector<SurfaceOverlay> surfaces;
    QList<OverlayRole> hidden;
};

/// A colour for the n-th structure of a list: kept apart from the roles' colours, told apart by its
/// letter too.
[[nodiscard]] QColor structureColour(int index);

/// The letter that switches a role, "C" for Capsule; empty for CoreRuler.
[[nodiscard]] QString overlayLetter(OverlayRole role);

}  // namespace nodewise::viewer
