/// paint_overlays.h: outlines, ramps, hatches, bars and marks over a picture.
#pragma once
#include "ui/viewer/letter_places.h"
#include "ui/viewer/slice_picture.h"

namespace nodewise::viewer {

/// The scene's overlays as plain lines on its plane: labels and surfaces are cut, hidden roles and
/// lines out of reach are left out.
[[nodiscard]] std::vector<Overlay> overlaysOnPlane(const SliceScene& scene);

/// A letter box with its leader and the words beside it.
struct PlacedLetter {
    QString letter, words;
    QColor colour;
    LetterPlace place;
};

/// Letters of the overlays on the scene's plane, in the order they are drawn, in picture px.
[[nodiscard]] std::vector<PlacedLetter> lettersOnPlane(const SliceScene& scene);

/// Draws overlays; their letters stand in boxes off the node, at the ends of leader lines.
void paintOverlays(QPainter& painter, const SliceScene& scene);

}  // namespace nodewise::viewer
