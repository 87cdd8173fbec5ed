#include "ui/widgets/action_row.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/paint_text.h"
#include "ui/widgets/picture_view.h"
#include "ui/widgets/theme.h"

namespace nodewise::widgets {

ActionRow::ActionRow(const QString& objectName, int height, QWidget* parent)
    : QAbstractButton(parent)
    , m_height(height) {
    setObjectName(objectName);
    setFixedHeight(height);
    // Its texts end in dots where there is no room.
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
}

void ActionRow::setTexts(const QString& title, const QString& detail) {
    setText(title);
    m_detail = detail;
    tell();
    update();
}

void ActionRow::setIconName(const QString& name) {
    m_iconName = name;
    update();
}

void ActionRow::setPicture(const QImage& picture) {
    m_picture = picture;
    update();
}

void ActionRow::setKey(const QString& key) {
    m_key = key;
    tell();
    update();
}

void ActionRow::setEnd(End end, int width) {
    m_end = std::move(end);
    m_endWidth = width;
    update();
}

void ActionRow::setActive(bool active) {
    setFocusPolicy(active ? Qt::StrongFocus : Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents, !active);
}

void ActionRow::tell() {
    setAccessibleName(m_detail.isEmpty() ? text() : text() + QStringLiteral(", ") + m_detail);
    setAccessibleDescription(m_key);
}

QSize ActionRow::sizeHint() const {
    return {320, m_height};
}

void ActionRow::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void ActionRow::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    update();
}

void ActionRow::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(0, 0, width(), 1), theme.line);
    if (focusPolicy() != Qt::NoFocus && (underMouse() || isDown()))
        painter.fillRect(QRectF(0, 1, width(), height() - 1), isDown() ? theme.press : theme.hover);
    double x = 0;
    if (!m_iconName.isEmpty()) {
        paintIcon(painter, QRectF(0, (height() - 20) / 2.0, 20, 20), m_iconName, theme.text);
        x = 36;
    }
    if (m_picture) {
        const double side = height() - 16;
        paintCover(painter, QRectF(0, 8, side, side), *m_picture, 4);
        x = side + 12;
    }
    const double keyWidth = m_key.isEmpty() ? 0 : textWidth(m_key, TextStyle::Small) + 2;
    const double right = width() - m_endWidth - keyWidth - (m_endWidth > 0 ? 12 : 0);
    const double top = m_detail.isEmpty() ? (height() - 20) / 2.0 : height() / 2.0 - 19;
    paintElided(painter, QRectF(x, top, right - x - 8, 20), Qt::AlignVCenter, text(),
                TextStyle::Value, theme.strong);
    paintElided(painter, QRectF(x, top + 20, right - x - 8, 16), Qt::AlignVCenter, m_detail,
                TextStyle::Note, theme.dim);
    if (!m_key.isEmpty())
        paintText(painter, QRectF(right, 0, keyWidth, height()), Qt::AlignVCenter, m_key,
                  TextStyle::Small, theme.dim);
    if (m_end)
        m_end(painter, QRectF(width() - m_endWidth, 0, m_endWidth, height()));
    if (hasKeyboardFocus(this))
        paintFocusRing(painter, rect(), 4, this);
}

}  // namespace nodewise::widgets
