#include "ui/widgets/reason_toggle.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/paint_text.h"
#include "ui/widgets/theme.h"

namespace nodewise::widgets {

ReasonToggle::ReasonToggle(QWidget* parent)
    : QToolButton(parent) {
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setQuestion({});
}

void ReasonToggle::setQuestion(const QString& question) {
    setAccessibleName(question.isEmpty() ? tr("Carried the call")
                                         : tr("%1 carried the call").arg(question));
    setToolTip(tr("Pin this answer when it carried the call"));
}

QString ReasonToggle::caption(bool on) const {
    return on ? tr("carried the call") : tr("reason");
}

QSize ReasonToggle::sizeHint() const {
    const int width = std::max(textWidth(caption(true), TextStyle::Small),
                               textWidth(caption(false), TextStyle::Small));
    return {16 + 6 + width + 8, 18};
}

void ReasonToggle::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor colour = isChecked() ? theme.text : theme.dim;
    if (!isEnabled())
        colour = theme.edge;
    else if (underMouse())
        colour = theme.strong;
    const QString text = caption(isChecked());
    const int textLeft = width() - textWidth(text, TextStyle::Small) - 4;
    paintIcon(painter, QRectF(textLeft - 22, (height() - 16) / 2.0, 16, 16), QStringLiteral("pin"),
              colour);
    widgets::paintText(painter, QRectF(textLeft, 0, width() - textLeft, height()),
                       Qt::AlignVCenter | Qt::AlignLeft, text, TextStyle::Small, colour);
    if (hasKeyboardFocus(this))
        paintFocusRing(painter, rect(), 4, this);
}

}  // namespace nodewise::widgets
