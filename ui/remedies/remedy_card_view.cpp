#include "ui/remedies/remedy_card_view.h"
#include "casepack/remedy_card.h"
#include "ui/remedies/remedy_pictures.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/wrap_label.h"
#include <QLocale>
#include <QVBoxLayout>

namespace nodewise::remedies {

using namespace widgets;

RemedyCardView::RemedyCardView(const casepack::RemedyCard& card, RemedyPictures* pictures,
                               QWidget* parent, const QString& linkText)
    : QWidget(parent)
    , m_card(card)
    , m_pictures(pictures) {
    const QString code = QString::fromStdString(card.code);
    const std::string language = QLocale().name().toStdString();
    const QString title = QString::fromStdString(casepack::textIn(card.title, language));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_link = new Button(QStringLiteral("cardButton_") + code,
                        linkText.isEmpty() ? code + QStringLiteral("  ") + title : linkText,
                        ButtonKind::Link, this);
    m_link->setCheckable(true);
    //: %1 is a code such as P6, %2 the card's title.
    m_link->setAccessibleName(tr("Read card %1, %2").arg(code, title));
    column->addWidget(m_link, 0, Qt::AlignLeft);
    connect(m_link, &QPushButton::toggled, this, &RemedyCardView::setOpen);
}

bool RemedyCardView::isOpen() const {
    return m_link->isChecked();
}

void RemedyCardView::setOpen(bool open) {
    if (open && !m_body)
        build();
    if (m_body)
        m_body->setVisible(open);
    if (m_link->isChecked() != open)
        m_link->setChecked(open);
    if (open) {
        showPicture();
        Q_EMIT opened();
    }
}

void RemedyCardView::build() {
    const QString code = QString::fromStdString(m_card.code);
    const std::string language = QLocale().name().toStdString();
    m_body = new QWidget(this);
    auto* column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 8);
    column->setSpacing(8);
    if (m_pictures) {
        m_picture = new QLabel(m_body);
        m_picture->setObjectName(QStringLiteral("cardPicture_") + code);
        m_picture->setFixedSize(RemedyPictures::kSide, RemedyPictures::kSide);
        m_picture->setAlignment(Qt::AlignCenter);
        m_picture->setProperty("surface", QStringLiteral("view"));
        m_caption = makeWrapped({}, TextStyle::Small, TextTone::Dim, m_body);
        m_caption->setObjectName(QStringLiteral("cardCaption_") + code);
        column->addWidget(m_picture);
        column->addWidget(m_caption);
        connect(m_pictures, &RemedyPictures::ready, this, &RemedyCardView::showPicture);
    }
    auto* text = makeWrapped(QString::fromStdString(casepack::textIn(m_card.text, language)),
                             TextStyle::Base, TextTone::Text, m_body);
    text->setObjectName(QStringLiteral("cardText_") + code);
    column->addWidget(text);
    QStringList sources;
    for (const std::string& key : m_card.sources)
        sources << QString::fromStdString(casepack::citationOf(key).value_or(key));
    auto* cited =
        makeWrapped(sources.join(QLatin1Char('\n')), TextStyle::Small, TextTone::Dim, m_body);
    cited->setObjectName(QStringLiteral("cardSources_") + code);
    column->addWidget(cited);
    layout()->addWidget(m_body);
}

void RemedyCardView::showPicture() {
    if (!m_pictures || !m_picture || !m_body->isVisibleTo(this))
        return;
    const QImage picture = m_pictures->picture(m_card);
    if (!picture.isNull()) {
        m_picture->setPixmap(QPixmap::fromImage(picture));
        m_picture->setAccessibleName(tr("Constructed CT picture for this card"));
        m_caption->setText(
            tr("Constructed neck. C: capsule. E: tumour beyond it. Dotted: other nodes."));
        return;
    }
    const bool failed = m_pictures->failed(m_card);
    m_picture->setText(failed ? QString() : tr("The picture is being drawn."));
    m_picture->setVisible(!failed);
    m_caption->setVisible(!failed);
}

}  // namespace nodewise::remedies
