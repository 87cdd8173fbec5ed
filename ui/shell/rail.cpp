#include "ui/shell/rail.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/paint_text.h"
#include "ui/widgets/theme.h"
#include <QButtonGroup>
#include <QVBoxLayout>

namespace nodewise::shell {

using widgets::TextStyle;
using widgets::Theme;

RailButton::RailButton(const QString& objectName, const QString& iconName, const QString& title,
                       QWidget* parent)
    : QToolButton(parent)
    , m_iconName(iconName) {
    setObjectName(objectName);
    setText(title);
    setAccessibleName(title);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setFixedSize(63, 56);
}

void RailButton::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor colour = isChecked() ? theme.strong : theme.dim;
    if (isDown() || (underMouse() && !isChecked()))
        colour = theme.text;
    if (isChecked())
        painter.fillRect(QRectF(0, (height() - 32) / 2.0, 2, 32), theme.accent);
    widgets::paintIcon(painter, QRectF((width() - 20) / 2.0, 9, 20, 20), m_iconName, colour);
    widgets::paintElided(painter, QRectF(1, 32, width() - 2, 16), Qt::AlignCenter, text(),
                         TextStyle::Small, colour);
    if (widgets::hasKeyboardFocus(this))
        widgets::paintFocusRing(painter, QRectF(rect()).adjusted(3, 1, -2, -1), 6, this);
}

Rail::Rail(QWidget* parent)
    : QFrame(parent)
    , m_column(new QVBoxLayout(this))
    , m_group(new QButtonGroup(this)) {
    setObjectName(QStringLiteral("rail"));
    setFixedWidth(64);
    m_column->setContentsMargins(0, 8, 1, 8);
    m_column->setSpacing(0);
    m_column->addStretch(1);
    m_group->setExclusive(true);
}

void Rail::addPlace(const QString& id, const QString& iconName, const QString& title, bool atFoot) {
    auto* button = new RailButton(id + QStringLiteral("Place"), iconName, title, this);
    m_group->addButton(button);
    if (atFoot)
        m_column->addWidget(button);
    else
        m_column->insertWidget(m_atHead++, button);
    connect(button, &QToolButton::clicked, this, [this, id] { Q_EMIT placeChosen(id); });
}

void Rail::setCurrent(const QString& id) {
    if (auto* button = findChild<RailButton*>(id + QStringLiteral("Place")))
        button->setChecked(true);
}

}  // namespace nodewise::shell
