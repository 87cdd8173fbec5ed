/// mark_row.h: one of the six marks: shape, name, you, reference, word, one measured sentence.
#pragma once
#include "ui/widgets/mark_shape.h"
#include <QString>
#include <QWidget>
#include <optional>

namespace nodewise::widgets {

struct MarkContents {
    std::optional<MarkKind> kind;  ///< None: no reference to compare with; drawn as a dash.
    QString name;                  ///< "Size"
    QString you;                   ///< "14.0 × 21.5"
    QString reference;             ///< "14.2 × 21.0"
    QString word;                  ///< "agrees"; empty takes markWord(kind).
    QString sentence;  ///< Line two, one sentence; elided with the whole in the tooltip.
};

/// 56 px high; takes focus so that the marks can be walked and read out.
class MarkRow final : public QWidget {
    Q_OBJECT
public:
    explicit MarkRow(QWidget* parent = nullptr);
    void setContents(const MarkContents& contents);
    [[nodiscard]] const MarkContents& contents() const { return m_contents; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    MarkContents m_contents;
};

/// Column positions shared with the head above the rows ("Six marks", "You", "Reference").
struct MarkColumns {
    static constexpr int kShape = 0, kName = 24, kYou = 168, kReference = 268;
};

}  // namespace nodewise::widgets
