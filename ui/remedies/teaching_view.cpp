#include "ui/remedies/teaching_view.h"
#include "casepack/teaching.h"
#include "ui/remedies/remedy_card_view.h"
#include "ui/remedies/remedy_pictures.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/wrap_label.h"
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace nodewise::remedies {

using namespace widgets;

TeachingView::TeachingView(const casepack::Teaching& teaching, RemedyPictures* pictures,
                           QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("teaching"));
    setAccessibleName(tr("What this case teaches"));
    const std::string language = QLocale().name().toStdString();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 8);
    column->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    auto* sign = new QLabel(this);
    sign->setPixmap(icon(QStringLiteral("book-card"), IconTone::Plain).pixmap(20, 20));
    head->addWidget(sign);
    head->addWidget(
        makeLabel(tr("What this case teaches"), TextStyle::Head, TextTone::Strong, this), 1);
    column->addLayout(head);
    auto* text = makeWrapped(QString::fromStdString(casepack::textIn(teaching.text, language)),
                             TextStyle::Base, TextTone::Text, this);
    text->setObjectName(QStringLiteral("teachingText"));
    column->addWidget(text);
    QStringList sources;
    for (const std::string& key : teaching.sources)
        sources << QString::fromStdString(casepack::citationOf(key).value_or(key));
    auto* cited =
        makeWrapped(sources.join(QLatin1Char('\n')), TextStyle::Small, TextTone::Dim, this);
    cited->setObjectName(QStringLiteral("teachingSources"));
    cited->setVisible(!sources.isEmpty());
    column->addWidget(cited);
    if (!teaching.remedies.empty())
        column->addWidget(makeLabel(tr("Read on"), TextStyle::Note, TextTone::Dim, this));
    for (const std::string& code : teaching.remedies)
        if (const casepack::RemedyCard* card = casepack::remedyCard(code))
            column->addWidget(new RemedyCardView(*card, pictures, this));
}

}  // namespace nodewise::remedies
