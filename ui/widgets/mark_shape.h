/// mark_shape.h: agrees, close, differs — told apart by shape first.
#pragma once
#include <QWidget>

class QPainter;
class QPointF;

namespace nodewise::widgets {

struct Theme;

enum class MarkKind {
    Agrees,  ///< disc, radius 5.25
    Close,   ///< ring 4.75, right half filled
    Differs  ///< open diamond 12, stroke 1.75
};

void paintMark(QPainter& painter, const QPointF& centre, MarkKind kind, const Theme& theme);
/// "agrees", "close", "differs" in the user's language.
[[nodiscard]] QString markWord(MarkKind kind);

/// The shape as a 16 × 16 widget; its accessible name is the word.
class MarkShape final : public QWidget {
    Q_OBJECT
public:
    explicit MarkShape(MarkKind kind, QWidget* parent = nullptr);
    void setKind(MarkKind kind);
    [[nodiscard]] MarkKind kind() const { return m_kind; }
    [[nodiscard]] QSize sizeHint() const override { return {16, 16}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    MarkKind m_kind;
};

}  // namespace nodewise::widgets
