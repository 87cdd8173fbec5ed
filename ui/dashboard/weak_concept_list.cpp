#include "ui/dashboard/weak_concept_list.h"
#include "ui/text/number_text.h"
#include "ui/widgets/action_row.h"
#include "ui/widgets/paint_text.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrap_label.h"
#include <QVBoxLayout>
#include <algorithm>

namespace nodewise::dashboard {

using widgets::makeLabel;
using widgets::TextStyle;
using widgets::TextTone;

namespace {

/// Named without its scope: the reader of texts would take the function for a member of it.
using RowEnd = widgets::ActionRow::End;

/// A line from −0.5 to +0.5 with a tick at 0, the point, and the number.
RowEnd endOf(const QWidget* owner, const models::WeakConcept& weak) {
    return [owner, weak](QPainter& painter, const QRectF& box) {
        const widgets::Theme& theme = widgets::Theme::of(owner);
        const double y = box.center().y();
        const double width = box.width() - 84 - 12;
        painter.setPen(Qt::NoPen);
        painter.fillRect(QRectF(box.left(), y - 1, width, 2), theme.line);
        painter.fillRect(QRectF(box.left() + width / 2, y - 4, 1, 8), theme.edge);
        painter.setBrush(theme.accent);
        const double share = std::clamp(weak.skill + 0.5, 0.0, 1.0);
        painter.drawEllipse(QPointF(box.left() + width * share, y), 4, 4);
        widgets::paintText(painter, QRectF(box.left() + width + 12, box.top(), 84, box.height()),
                           Qt::AlignVCenter,
                           WeakConceptList::tr("skill %1").arg(text::signedNumber(weak.skill, 2)),
                           TextStyle::Note, theme.text);
    };
}

}  // namespace

WeakConceptList::WeakConceptList(models::ProgressModel& model, QWidget* parent)
    : QFrame(parent)
    , m_model(model)
    , m_rows(new QVBoxLayout)
    , m_note(widgets::makeWrapped({}, TextStyle::Note, TextTone::Dim, this)) {
    setObjectName(QStringLiteral("weakConceptList"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(0);
    column->addWidget(makeLabel(tr("Weakest concepts"), TextStyle::Head, TextTone::Strong, this));
    column->addSpacing(8);
    m_rows->setSpacing(0);
    column->addLayout(m_rows);
    m_note->setContentsMargins(0, 12, 0, 0);
    column->addWidget(m_note);
    column->addStretch(1);
}

void WeakConceptList::showRows() {
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int index = 0;
    for (const auto& weak : m_model.weakest(3)) {
        auto* row = new widgets::ActionRow(QStringLiteral("weakConcept_%1").arg(index++), 64, this);
        row->setTexts(weak.title, tr("%n node(s)", nullptr, weak.nodes));
        row->setToolTip(weak.detail);
        row->setEnd(endOf(this, weak), 164);
        row->setActive(false);
        m_rows->addWidget(row);
    }
    m_note->setText(
        tr("A concept is listed after %n node(s).", nullptr, analytics::kMinimumPerConcept));
}

}  // namespace nodewise::dashboard
