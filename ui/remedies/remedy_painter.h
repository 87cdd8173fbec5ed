/// remedy_painter.h: the picture on a remedy card: the decisive slice with its marks.
#pragma once
#include "synthesis/node_piece.h"
#include <QImage>
#include <QSize>

namespace nodewise::remedies {

/// What the marks of a picture mean, for its caption.
struct PictureMarks {
    bool capsule = false, beyond = false, others = false;
};
[[nodiscard]] PictureMarks marksOn(const synthesis::NodePiece& piece);

/// The slice at `piece.place` through the middle of the node, `size` logical pixels: outlines of
/// the capsule and of tumour beyond it, other nodes dotted; letters lead to each. Thread-safe.
[[nodiscard]] QImage paintRemedy(const synthesis::NodePiece& piece, QSize size,
                                 double devicePixelRatio);

}  // namespace nodewise::remedies
