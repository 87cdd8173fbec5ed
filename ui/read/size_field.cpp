#include "ui/read/size_field.h"
#include "ui/text/number_text.h"
#include "ui/widgets/paint_text.h"
#include "ui/widgets/theme.h"
#include <QPainter>
#include <QStyle>
#include <cmath>

namespace nodewise::read {

SizeField::SizeField(const QString& objectName, const QString& name, const QString& label,
                     QWidget* parent)
    : QLineEdit(parent)
    , m_label(label) {
    setObjectName(objectName);
    setAccessibleName(name);
    setAlignment(Qt::AlignRight);
    setFont(widgets::textFont(widgets::TextStyle::Value));
    setTextMargins(widgets::textWidth(label, widgets::TextStyle::Base) + 4, 0, 0, 0);
    connect(this, &QLineEdit::textEdited, this, &SizeField::read);
}

void SizeField::setCompact(bool compact) {
    setProperty("compact", compact);
    style()->unpolish(this);
    style()->polish(this);
}

void SizeField::setInvalid(bool invalid) {
    if (property("invalid").toBool() == invalid)
        return;
    setProperty("invalid", invalid);
    style()->unpolish(this);
    style()->polish(this);
}

void SizeField::setMillimetres(const std::optional<double>& mm) {
    if (mm == m_value)
        return;
    m_value = mm;
    setText(mm ? nodewise::text::millimetres(*mm) : QString());
}

void SizeField::read() {
    const double typed = nodewise::text::parseMillimetres(text());
    const bool empty = text().trimmed().isEmpty();
    const std::optional<double> value =
        std::isfinite(typed) && typed > 0 ? std::optional(typed) : std::nullopt;
    setInvalid(!value && !empty);
    if (value == m_value)
        return;
    m_value = value;
    Q_EMIT millimetresChanged();
}

void SizeField::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    if (m_value)
        setText(nodewise::text::millimetres(*m_value));
}

void SizeField::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    const auto& theme = widgets::Theme::of(this);
    QPainter painter(this);
    widgets::paintText(painter, QRectF(rect()).adjusted(12, 0, -12, 0),
                       Qt::AlignLeft | Qt::AlignVCenter, m_label, widgets::TextStyle::Base,
                       isEnabled() ? theme.dim : theme.edge);
}

}  // namespace nodewise::read
