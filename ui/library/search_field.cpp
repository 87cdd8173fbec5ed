#include "ui/library/search_field.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/paint_text.h"
#include "ui/widgets/theme.h"

namespace nodewise::library {

SearchField::SearchField(QWidget* parent)
    : QLineEdit(parent) {
    setObjectName(QStringLiteral("caseSearchField"));
    setAccessibleName(tr("Search cases"));
    setPlaceholderText(tr("Search history, site, concept"));
    setToolTip(tr("Search cases   Ctrl F"));
    setProperty("compact", true);
    setClearButtonEnabled(true);
    setTextMargins(20, 0, 0, 0);
    setMinimumWidth(200);
    setMaximumWidth(400);
}

void SearchField::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    const widgets::Theme& theme = widgets::Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    widgets::paintIcon(painter, QRectF(8, (height() - 18) / 2.0, 18, 18), QStringLiteral("search"),
                       theme.dim);
    if (text().isEmpty() && width() > 300)
        widgets::paintText(painter, QRectF(0, 0, width() - 10, height()),
                           Qt::AlignRight | Qt::AlignVCenter, tr("Ctrl F"),
                           widgets::TextStyle::Small, theme.dim);
}

}  // namespace nodewise::library
