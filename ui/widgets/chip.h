/// chip.h: a small pill: an overlay that toggles, or a filter that can be taken off.
#pragma once
#include <QToolButton>
#include <functional>

class QPainter;
class QRectF;

namespace nodewise::widgets {

/// 24 high, radius 12. On: raised with edge; off: line, dim. Optional 16 × 10 sample of the real
/// line style at the left, key letter at the right, or a cross when removable.
class Chip final : public QToolButton {
    Q_OBJECT
public:
    using Sample = std::function<void(QPainter&, const QRectF&)>;
    explicit Chip(const QString& text, QWidget* parent = nullptr);
    void setKey(const QString& key);
    void setSample(Sample sample);
    /// Not checkable then; always looks on; a click means "take off".
    void setRemovable(bool removable);
    [[nodiscard]] QSize sizeHint() const override;
    /// Where there is no room the words are cut; sample and key stay.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] int widthWithoutWords() const;
    QString m_key;
    Sample m_sample;
    bool m_removable = false;
};

}  // namespace nodewise::widgets
