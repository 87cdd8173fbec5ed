#include "ui/today/next_case_card.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/picture_view.h"
#include "ui/widgets/type_scale.h"
#include "ui/widgets/wrap_label.h"
#include <QHBoxLayout>

namespace nodewise::today {

using widgets::makeLabel;
using widgets::TextStyle;
using widgets::TextTone;

NextCaseCard::NextCaseCard(models::Thumbnails& thumbnails, QWidget* parent)
    : QFrame(parent)
    , m_thumbnails(thumbnails)
    , m_axial(new widgets::PictureView(tr("Axial slice of the case"), 6, this))
    , m_coronal(new widgets::PictureView(tr("Coronal slice of the case"), 0, this))
    , m_kicker(makeLabel({}, TextStyle::Note, TextTone::Dim, this))
    , m_title(widgets::makeWrapped({}, TextStyle::Section, TextTone::Strong, this))
    , m_history(widgets::makeWrapped({}, TextStyle::Base, TextTone::Text, this))
    , m_standing(widgets::makeWrapped({}, TextStyle::Note, TextTone::Dim, this))
    , m_open(new widgets::Button(QStringLiteral("continueButton"), {}, widgets::ButtonKind::Primary,
                                 this))
    , m_another(new widgets::Button(QStringLiteral("anotherCaseButton"), tr("Another case"),
                                    widgets::ButtonKind::Plain, this)) {
    setObjectName(QStringLiteral("nextCaseCard"));
    setProperty("surface", QStringLiteral("panel"));
    setFixedHeight(352);
    m_open->setKeyHint(tr("Enter"));
    m_open->setDefault(true);
    m_axial->setMinimumWidth(160);
    m_coronal->setMinimumWidth(112);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(1);
    row->addWidget(m_axial, 296);
    row->addWidget(m_coronal, 207);
    auto* text = new QVBoxLayout;
    text->setContentsMargins(32, 24, 24, 24);
    text->setSpacing(4);
    text->addWidget(m_kicker);
    text->addWidget(m_title);
    text->addSpacing(8);
    text->addWidget(m_history);
    text->addSpacing(12);
    text->addWidget(m_standing);
    text->addStretch(1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_open);
    buttons->addWidget(m_another);
    buttons->addStretch(1);
    text->addLayout(buttons);
    row->addLayout(text, 392);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (m_card)
            Q_EMIT openRequested(m_card->where);
    });
    connect(m_another, &QPushButton::clicked, this, &NextCaseCard::anotherRequested);
    connect(&thumbnails, &models::Thumbnails::ready, this, &NextCaseCard::showPictures);
}

void NextCaseCard::setCard(const std::optional<models::NextCard>& card) {
    m_card = card;
    const bool there = card && card->entry;
    m_kicker->setText(card ? card->kicker : tr("Cases"));
    m_title->setText(card ? card->title : tr("Every case on this computer is read"));
    m_history->setText(card ? card->history.join(QLatin1Char('\n'))
                            : tr("Open another case pack, or read a case again from Cases."));
    m_standing->setText(card ? card->standing.join(QLatin1Char('\n')) : QString());
    m_open->setText(card && card->unfinished ? tr("Continue") : tr("Start"));
    m_open->setVisible(there);
    m_another->setText(card ? tr("Another case") : tr("All cases"));
    updateGeometry();
    showPictures();
}

void NextCaseCard::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    showPictures();
}

void NextCaseCard::showPictures() {
    if (!m_card || !m_card->entry || !isVisible())
        return;
    m_axial->setPicture(m_thumbnails.opening(*m_card->entry));
    m_coronal->setPicture(m_thumbnails.coronal(*m_card->entry));
}

}  // namespace nodewise::today
