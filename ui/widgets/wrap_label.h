/// wrap_label.h: text over several lines with the line height of its style.
#pragma once
#include "ui/widgets/type_scale.h"

namespace nodewise::widgets {

/// A QLabel for plain text that wraps; Qt's own puts the lines as close as the font allows. Line
/// breaks in the text are kept.
class WrapLabel final : public QLabel {
    Q_OBJECT
public:
    WrapLabel(const QString& text, TextStyle style, TextTone tone, QWidget* parent);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int lay(int width, class QPainter* painter) const;
    int m_lineHeight;
};

[[nodiscard]] QLabel* makeWrapped(const QString& text, TextStyle style, TextTone tone,
                                  QWidget* parent);

}  // namespace nodewise::widgets
