/// letter_places.h: where letters with their words stand round what is drawn on a picture.
#pragma once
#include "ui/viewer/overlay.h"
#include "ui/viewer/paint_lines.h"
#include <QLineF>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QSize>
#include <vector>

namespace nodewise::viewer {

/// Between a letter's box and its words, px.
inline constexpr double kLetterGap = 6;

/// The middle of a letter's box, and where its leader ends; its words stand at the right of the
/// box, or at the left.
struct LetterPlace {
    QPointF at, target;
    bool wordsLeft = false;
};

/// Places letter boxes outside the circle round the node, in the direction of what they name,
/// turning on until box, words and leader are free of each other and of `keepFree`, inside the
/// picture; leaders run outward and cross none. What finds no such place may cross leaders, then
/// words with its leader, but its box never lies over another's words.
class LetterPlaces {
public:
    LetterPlaces(const std::vector<Overlay>& overlays, const PixelMap& map, QSize size);

    /// Words that stand there already.
    void keepFree(const QRectF& words) { m_taken.append(words); }
    /// For a letter that points at the nearest of `targets`, with words of that width beside it
    /// (0 = none). The place is taken then. @pre there is a target.
    [[nodiscard]] LetterPlace place(const QList<QPointF>& targets, double wordsPx);

private:
    enum class Care { Leaders, Words, Boxes };

    [[nodiscard]] bool free(const LetterPlace& place, double wordsPx, Care care) const;
    [[nodiscard]] bool leaderFree(const LetterPlace& place, const QRectF& box, Care care) const;
    LetterPlace take(const LetterPlace& place, double wordsPx);
    [[nodiscard]] QPointF outermost(const QList<QPointF>& points) const;

    const PixelMap& m_map;
    QRectF m_picture, m_area, m_node;
    QPointF m_centre;
    double m_radius = 0;
    QList<QRectF> m_taken;  ///< Boxes with their words.
    QList<QLineF> m_leaders;
    QList<QRectF> m_covered;  ///< What is drawn.
};

}  // namespace nodewise::viewer
