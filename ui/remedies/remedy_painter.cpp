#include "ui/remedies/remedy_painter.h"
#include "annotation/contour.h"
#include "ui/viewer/paint_lines.h"
#include "ui/viewer/slice_picture.h"
#include "ui/widgets/theme.h"
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace nodewise::remedies {

namespace {

using synthesis::NodePiece;
using viewer::LineLook;
using viewer::PixelMap;

/// Fat is gray enough to show strands, muscle and node still differ.
constexpr Window kNeck{400, 10, false};
constexpr double kFieldMm = 54;

viewer::SliceScene sceneOf(const NodePiece& piece, QSize size, double devicePixelRatio) {
    viewer::SliceScene scene;
    scene.volume = piece.image;
    scene.size = size;
    scene.devicePixelRatio = devicePixelRatio;
    scene.window = kNeck;
    scene.crosshair = false;
    const GridGeometry& grid = piece.image->geometry();
    for (const auto plane : viewer::kViewPlanes)
        scene.directions[static_cast<std::size_t>(plane)] = viewer::standardDirections(grid, plane);
    scene.view.directions = scene.directions[0];
    scene.view.fieldMm = kFieldMm;
    scene.cursor = {piece.truth.centre.x, piece.truth.centre.y, piece.place.z};
    const VectorLps off = scene.cursor - grid.centre();
    scene.view.panRightMm = dot(off, scene.view.directions.right);
    scene.view.panDownMm = dot(off, scene.view.directions.down);
    return scene;
}

QPainterPath outlineOf(const LabelMap& map, LabelValue label, const PixelMap& place) {
    QPainterPath path;
    for (const Contour& line : contoursOfLabel(map, label, place.plane()))
        path.addPath(place.path(line.points, line.closed));
    return path;
}

/// A letter away from the node, in the direction of what it names.
void paintLetter(QPainter& painter, const QString& letter, QPointF middle, QPointF target,
                 QSize size, const QColor& colour) {
    const QPointF out = target - middle;
    const double far = std::max(1.0, std::hypot(out.x(), out.y()));
    const QPointF at = target + out / far * 30;
    const double edge = 16;
    const QPointF kept(std::clamp(at.x(), edge, size.width() - edge),
                       std::clamp(at.y(), edge + 16, size.height() - edge - 16));
    viewer::letterBox(painter, kept, target, letter, colour);
}

/// The point of a path that lies farthest from `middle`, or nearest to `towards` when given.
QPointF farthest(const QPainterPath& path, QPointF middle) {
    QPointF best = middle;
    double far = -1;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPointF at = path.elementAt(i);
        const double d = std::hypot(at.x() - middle.x(), at.y() - middle.y());
        if (d > far) {
            far = d;
            best = at;
        }
    }
    return best;
}

/// The end of a path that points most nearly along `way` from `middle`.
QPointF towards(const QPainterPath& path, QPointF middle, QPointF way) {
    QPointF best = middle;
    double most = -1e9;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPointF at = path.elementAt(i);
        const double along = QPointF::dotProduct(at - middle, way);
        if (along > most) {
            most = along;
            best = at;
        }
    }
    return best;
}

}  // namespace

PictureMarks marksOn(const NodePiece& piece) {
    PictureMarks marks;
    const GridGeometry& grid = piece.marks->geometry();
    const int k = grid.nearestVoxel(piece.place).k;
    for (int j = 0; j < grid.dims()[1]; ++j)
        for (int i = 0; i < grid.dims()[0]; ++i) {
            const LabelValue mark = piece.marks->at(VoxelIndex{i, j, k});
            marks.capsule = marks.capsule || mark == synthesis::kCapsuleMark;
            marks.beyond = marks.beyond || mark == synthesis::kBeyondMark;
            marks.others = marks.others || mark == synthesis::kOtherNodeMark;
        }
    return marks;
}

QImage paintRemedy(const NodePiece& piece, QSize size, double devicePixelRatio) {
    const viewer::SliceScene scene = sceneOf(piece, size, devicePixelRatio);
    QImage out = viewer::pictureOf(scene);
    QPainter painter(&out);
    painter.setRenderHint(QPainter::Antialiasing);
    const PixelMap place(scene);
    const auto capsule = outlineOf(*piece.marks, synthesis::kCapsuleMark, place);
    const auto beyond = outlineOf(*piece.marks, synthesis::kBeyondMark, place);
    const auto others = outlineOf(*piece.marks, synthesis::kOtherNodeMark, place);
    const LineLook line = viewer::lookOf(viewer::OverlayRole::Capsule);
    const LineLook past{viewer::lookOf(viewer::OverlayRole::StrandedFat).colour, 1.5, {}};
    viewer::strokeWithHalo(painter, others, {line.colour, 1, {2, 3}});
    viewer::strokeWithHalo(painter, beyond, past);
    viewer::strokeWithHalo(painter, capsule, line);
    const QPointF middle = capsule.isEmpty() ? place(piece.place) : capsule.boundingRect().center();
    if (!beyond.isEmpty())
        paintLetter(painter, QStringLiteral("E"), middle, farthest(beyond, middle), size,
                    past.colour);
    if (!capsule.isEmpty()) {
        const QPointF way = beyond.isEmpty() ? QPointF(-1, -1) : middle - place(piece.place);
        paintLetter(painter, QStringLiteral("C"), middle, towards(capsule, middle, way), size,
                    line.colour);
    }
    return out;
}

}  // namespace nodewise::remedies
