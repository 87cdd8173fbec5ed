/// action_row.h: a row of a list that does something: picture or icon, two lines, something right.
#pragma once
#include <QAbstractButton>
#include <QImage>
#include <functional>
#include <optional>

class QPainter;
class QRectF;

namespace nodewise::widgets {

/// A rule at the head, then icon or picture, title over detail, and at the right a key hint or a
/// painted end (a mark, a bar). Reads as one button.
class ActionRow final : public QAbstractButton {
    Q_OBJECT
public:
    /// Paints into the right end of the row.
    using End = std::function<void(QPainter&, const QRectF&)>;
    ActionRow(const QString& objectName, int height, QWidget* parent = nullptr);

    void setTexts(const QString& title, const QString& detail);
    /// Name of an icon, 20 px at the left.
    void setIconName(const QString& name);
    /// A square picture of row height less 16; black while null.
    void setPicture(const QImage& picture);
    /// Dim text in the middle column and at the right end ("Ctrl O", "agrees").
    void setKey(const QString& key);
    void setEnd(End end, int width);
    /// Whether it can be pressed; a row that cannot still shows its texts and takes no focus.
    void setActive(bool active);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void tell();
    int m_height;
    QString m_detail, m_iconName, m_key;
    std::optional<QImage> m_picture;
    End m_end;
    int m_endWidth = 0;
};

}  // namespace nodewise::widgets
