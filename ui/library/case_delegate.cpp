#include "ui/library/case_delegate.h"
#include "ui/models/cases_model.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/paint_text.h"
#include "ui/widgets/picture_view.h"
#include "ui/widgets/theme.h"
#include <QMouseEvent>

namespace nodewise::library {

using models::CasesModel;
using widgets::TextStyle;
using widgets::Theme;

namespace {

constexpr int kGapX = 16, kGapY = 24, kText = 64;

/// Five dots, the first `filled` of them full.
void paintDots(QPainter& painter, QPointF right, int filled, const Theme& theme) {
    for (int i = 0; i < 5; ++i) {
        const QPointF centre = right + QPointF(-4 - (4 - i) * 9, 0);
        const bool full = i < filled;
        painter.setPen(full ? QPen(Qt::NoPen) : QPen(theme.edge, 1));
        painter.setBrush(full ? QBrush(theme.text) : QBrush(Qt::NoBrush));
        painter.drawEllipse(centre, full ? 3.5 : 3, full ? 3.5 : 3);
    }
}

}  // namespace

struct CardLook {
    const Theme& theme;
    bool hover = false;
};

void CaseDelegate::setCellWidth(int width) {
    m_cellWidth = width;
}

QSize CaseDelegate::cellSize() const {
    const int picture = (m_cellWidth - kGapX) * 2 / 3;
    return {m_cellWidth, picture + 8 + kText + kGapY - 8};
}

QSize CaseDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return cellSize();
}

QRect CaseDelegate::cardOf(const QRect& cell) const {
    return {cell.left() + kGapX / 2, cell.top() + 8, m_cellWidth - kGapX,
            cellSize().height() - kGapY + 8};
}

QRect CaseDelegate::readButtonOf(const QRect& card) const {
    return {card.right() - 57, card.bottom() - 35, 58, 28};
}

void CaseDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    const Theme& theme = Theme::of(option.widget);
    const QRect card = cardOf(option.rect);
    const bool keyboard =
        widgets::hasKeyboardFocus(option.widget) && (option.state & QStyle::State_HasFocus);
    const CardLook look{theme, bool(option.state & QStyle::State_MouseOver) || keyboard};
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF field = QRectF(card).adjusted(-8, -8, 8, 0);
    if (look.hover) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.raised);
        painter->drawRoundedRect(field, 6, 6);
    }
    const QRectF picture(card.left(), card.top(), card.width(), card.width() * 2 / 3);
    widgets::paintCover(*painter, picture, index.data(CasesModel::PictureRole).value<QImage>(), 4);
    paintTexts(*painter, card, index, look);
    if (keyboard)
        widgets::paintFocusRing(*painter, field, 6, option.widget);
    painter->restore();
}

void CaseDelegate::paintTexts(QPainter& painter, const QRect& card, const QModelIndex& index,
                              const CardLook& look) const {
    const Theme& theme = look.theme;
    const double top = card.top() + card.width() * 2 / 3 + 8;
    const QString title = index.data(CasesModel::TitleRole).toString();
    const double titleWidth = widgets::textWidth(title, TextStyle::Head);
    widgets::paintText(painter, QRectF(card.left(), top, titleWidth + 2, 20), Qt::AlignVCenter,
                       title, TextStyle::Head, theme.strong);
    QString beside = index.data(CasesModel::NodesRole).toString();
    const QString status = index.data(CasesModel::StatusRole).toString();
    if (!status.isEmpty())
        beside += QStringLiteral(" · ") + status;
    widgets::paintElided(
        painter, QRectF(card.left() + titleWidth + 8, top, card.width() - titleWidth - 8 - 52, 20),
        Qt::AlignVCenter, beside, TextStyle::Base, theme.dim);
    paintDots(painter, QPointF(card.right(), top + 10),
              index.data(CasesModel::DifficultyRole).toInt(), theme);
    widgets::paintElided(painter,
                         QRectF(card.left(), top + 20, card.width() - (look.hover ? 64 : 0), 20),
                         Qt::AlignVCenter, index.data(CasesModel::HistoryRole).toString(),
                         TextStyle::Base, theme.text);
    widgets::paintElided(
        painter, QRectF(card.left(), top + 40, card.width() - (look.hover ? 64 : 0), 16),
        Qt::AlignVCenter, index.data(CasesModel::TruthRole).toString(), TextStyle::Note, theme.dim);
    if (!look.hover)
        return;
    const QRectF button = readButtonOf(card);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(button.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    widgets::paintText(painter, button, Qt::AlignCenter, tr("Read"), TextStyle::Value, theme.text);
}

bool CaseDelegate::editorEvent(QEvent* event, QAbstractItemModel*,
                               const QStyleOptionViewItem& option, const QModelIndex& index) {
    if (event->type() != QEvent::MouseButtonRelease)
        return false;
    const auto* mouse = static_cast<QMouseEvent*>(event);
    if (mouse->button() != Qt::LeftButton ||
        !readButtonOf(cardOf(option.rect)).contains(mouse->position().toPoint()))
        return false;
    Q_EMIT readRequested(index.row());
    return true;
}

}  // namespace nodewise::library
