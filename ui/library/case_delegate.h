/// case_delegate.h: paints one card: opening slice, title, difficulty, history, truth.
#pragma once
#include <QStyledItemDelegate>

namespace nodewise::library {

/// The picture is 3:2; text lies under it, 8 px of raised ground round the hovered card.
class CaseDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setCellWidth(int width);
    [[nodiscard]] QSize cellSize() const;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

Q_SIGNALS:
    /// The "Read" of a card was pressed.
    void readRequested(int row);

private:
    [[nodiscard]] QRect cardOf(const QRect& cell) const;
    [[nodiscard]] QRect readButtonOf(const QRect& card) const;
    void paintTexts(QPainter& painter, const QRect& card, const QModelIndex& index,
                    const struct CardLook& look) const;
    int m_cellWidth = 282;
};

}  // namespace nodewise::library
