#include "ui/dashboard/miss_list.h"
#include "ui/widgets/action_row.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/paint_text.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrap_label.h"
#include <QHBoxLayout>
#include <algorithm>

namespace nodewise::dashboard {

using widgets::makeLabel;
using widgets::TextStyle;
using widgets::TextTone;

namespace {

/// Reference and reason in fixed columns, then the chevron.
widgets::ActionRow::End endOf(const QWidget* owner, const models::MissRow& miss) {
    return [owner, miss](QPainter& painter, const QRectF& box) {
        const widgets::Theme& theme = widgets::Theme::of(owner);
        widgets::paintElided(painter, QRectF(box.left(), box.top(), 84, box.height()),
                             Qt::AlignVCenter, miss.call.reference, TextStyle::Note, theme.text);
        widgets::paintElided(
            painter, QRectF(box.left() + 88, box.top(), box.width() - 88 - 28, box.height()),
            Qt::AlignVCenter, miss.why, TextStyle::Note, theme.dim);
        widgets::paintIcon(painter, QRectF(box.right() - 18, box.center().y() - 8, 16, 16),
                           QStringLiteral("chevron-right"), theme.text);
    };
}

}  // namespace

MissList::MissList(models::ProgressModel& model, models::Thumbnails& thumbnails, QWidget* parent)
    : QFrame(parent)
    , m_model(model)
    , m_thumbnails(thumbnails)
    , m_aside(makeLabel({}, TextStyle::Note, TextTone::Dim, this))
    , m_none(widgets::makeWrapped(tr("No call was 80 % or more from the reference."),
                                  TextStyle::Base, TextTone::Dim, this))
    , m_rows(new QVBoxLayout) {
    setObjectName(QStringLiteral("missList"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Certain, but differs"), TextStyle::Head, TextTone::Strong, this),
                    1);
    head->addWidget(m_aside);
    column->addLayout(head);
    column->addSpacing(8);
    m_rows->setSpacing(0);
    column->addLayout(m_rows);
    column->addWidget(m_none);
    column->addStretch(1);
    connect(&thumbnails, &models::Thumbnails::ready, this, &MissList::showPictures);
}

void MissList::showRows() {
    m_misses = m_model.misses(5);
    const int all = static_cast<int>(m_model.summary().confidentMisses.size());
    m_aside->setText(tr("80 % or more from the reference, %n node(s)", nullptr, all));
    m_aside->setVisible(all > 0);
    m_none->setVisible(all == 0);
    while (m_widgets.size() < m_misses.size()) {
        const std::size_t at = m_widgets.size();
        auto* row =
            new widgets::ActionRow(QStringLiteral("miss_%1").arg(static_cast<int>(at)), 56, this);
        connect(row, &QAbstractButton::clicked, this,
                [this, at] { Q_EMIT reviewRequested(m_misses[at].call.id); });
        m_rows->addWidget(row);
        m_widgets.push_back(row);
    }
    for (std::size_t i = 0; i < m_widgets.size(); ++i) {
        m_widgets[i]->setVisible(i < m_misses.size());
        if (i >= m_misses.size())
            continue;
        const auto& miss = m_misses[i];
        m_widgets[i]->setTexts(miss.call.title, miss.call.you);
        m_widgets[i]->setAccessibleDescription(miss.call.reference + QStringLiteral(", ") +
                                               miss.why);
        m_widgets[i]->setPicture({});
    }
    showEnds();
    showPictures();
}

void MissList::showEnds() {
    // Title and call first; what is left goes to reference and reason.
    const int room = std::clamp(width() - 48 - 212, 112, 320);
    for (std::size_t i = 0; i < m_misses.size(); ++i)
        m_widgets[i]->setEnd(endOf(this, m_misses[i]), room);
}

void MissList::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    showEnds();
}

void MissList::showPictures() {
    if (!isVisible())
        return;
    for (std::size_t i = 0; i < m_misses.size(); ++i)
        if (m_misses[i].call.entry)
            m_widgets[i]->setPicture(
                m_thumbnails.node(m_misses[i].call.record, *m_misses[i].call.entry));
}

}  // namespace nodewise::dashboard
