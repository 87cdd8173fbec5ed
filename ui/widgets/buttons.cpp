#include "ui/widgets/buttons.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/paint_text.h"
#include "ui/widgets/theme.h"

namespace nodewise::widgets {

ToolButton::ToolButton(const QString& objectName, const QString& iconName, const QString& name,
                       const QString& key, QWidget* parent)
    : QToolButton(parent)
    , m_name(name) {
    setObjectName(objectName);
    setProperty("class", QStringLiteral("tool"));
    setIcon(widgets::icon(iconName));
    setIconSize({20, 20});
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(name);
    setKey(key);
}

void ToolButton::setKey(const QString& key) {
    setToolTip(key.isEmpty() ? m_name : m_name + QStringLiteral("   ") + key);
    setAccessibleDescription(key);
}

Button::Button(const QString& objectName, const QString& text, ButtonKind kind, QWidget* parent)
    : QPushButton(text, parent)
    , m_kind(kind) {
    setObjectName(objectName);
    setAttribute(Qt::WA_Hover);
    setAutoDefault(false);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    if (kind == ButtonKind::Link)
        setCursor(Qt::PointingHandCursor);
}

void Button::setKeyHint(const QString& hint) {
    m_keyHint = hint;
    setAccessibleDescription(hint);
    updateGeometry();
    update();
}

bool Button::isAccent() const {
    return m_kind == ButtonKind::Primary || m_kind == ButtonKind::Foot ||
           m_kind == ButtonKind::Start;
}

QSize Button::sizeHint() const {
    const bool bare = m_kind == ButtonKind::Link || m_kind == ButtonKind::Quiet;
    int width = textWidth(text(), TextStyle::Head) + 2 * (bare ? 6 : isAccent() ? 16 : 12);
    if (!m_keyHint.isEmpty())
        width += 8 + textWidth(m_keyHint, TextStyle::Small);
    if (!icon().isNull())
        width += 24;
    switch (m_kind) {
    case ButtonKind::Compact:
    case ButtonKind::Link:
        return {width, 28};
    case ButtonKind::Foot:
        return {width, 36};
    case ButtonKind::Start:
        return {width, 40};
    default:
        return {width, 32};
    }
}

void Button::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFrame(painter, theme);
    paintText(painter, theme);
}

void Button::paintFrame(QPainter& painter, const Theme& theme) const {
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool focus = hasKeyboardFocus(this);
    const bool bare = m_kind == ButtonKind::Link || m_kind == ButtonKind::Quiet;
    QColor fill = bare ? QColor(Qt::transparent) : isAccent() ? theme.accent : theme.raised;
    if (!isEnabled())
        fill = isAccent() ? theme.raised : QColor(Qt::transparent);
    else if (isDown())
        fill = isAccent() ? theme.accentPress : theme.press;
    else if (underMouse() && m_kind != ButtonKind::Link)
        fill = isAccent() ? theme.accentHover : theme.hover;
    if (isAccent() && focus) {
        // Ring outside, a 2 px gap of the ground, then the button.
        painter.setPen(QPen(theme.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box, 7, 7);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawRoundedRect(box.adjusted(2.5, 2.5, -2.5, -2.5), 5, 5);
        return;
    }
    painter.setPen(bare || (isAccent() && isEnabled()) ? QPen(Qt::NoPen) : QPen(theme.line, 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(box, 6, 6);
    if (focus)
        paintFocusRing(painter, rect(), 6, this);
}

void Button::paintText(QPainter& painter, const Theme& theme) const {
    QColor colour = theme.text;
    if (!isEnabled())
        colour = theme.edge;
    else if (isAccent())
        colour = theme.onAccent;
    else if (m_kind == ButtonKind::Link)
        colour = underMouse() ? theme.accentHover : theme.accent;
    const TextStyle style = isAccent()                   ? TextStyle::Head
                            : m_kind == ButtonKind::Link ? TextStyle::Note
                                                         : TextStyle::Value;
    const double words = textWidth(text(), style);
    const double hint = m_keyHint.isEmpty() ? 0 : 8 + textWidth(m_keyHint, TextStyle::Small);
    const double iconRoom = icon().isNull() ? 0 : 24;
    double x = (width() - words - hint - iconRoom) / 2;
    if (iconRoom > 0) {
        const QIcon::Mode mode = isEnabled() ? QIcon::Normal : QIcon::Disabled;
        icon().paint(&painter, QRect(static_cast<int>(x), (height() - 16) / 2, 16, 16),
                     Qt::AlignCenter, mode);
        x += iconRoom;
    }
    widgets::paintText(painter, QRectF(x, 0, words + 2, height()), Qt::AlignVCenter, text(), style,
                       colour);
    if (hint > 0)
        widgets::paintText(painter, QRectF(x + words + 8, 0, hint, height()), Qt::AlignVCenter,
                           m_keyHint, TextStyle::Small, isAccent() ? colour : theme.dim);
}

}  // namespace nodewise::widgets
