#include "ui/feedback/measured_list.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/header_strip.h"
#include "ui/widgets/type_scale.h"
#include "ui/widgets/wrap_label.h"
#include <QGridLayout>

namespace nodewise::feedback_screen {

using namespace widgets;

namespace {
constexpr int kGap = 5;  // Above and below a row, px.
}

MeasuredList::MeasuredList(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this)) {
    setObjectName(QStringLiteral("measuredList"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(0, 1);
}

/// A number with a model card behind it has a name that opens it.
QWidget* MeasuredList::nameOf(const text::MeasuredRow& row) {
    if (row.card.isEmpty())
        return makeLabel(row.name, TextStyle::Base, TextTone::Text, this);
    auto* link = new Button(QStringLiteral("modelCardButton"), row.name, ButtonKind::Link, this);
    link->setAccessibleDescription(tr("Opens the model card"));
    connect(link, &QPushButton::clicked, this,
            [this, name = row.name, card = row.card] { Q_EMIT cardAsked(name, card); });
    return link;
}

void MeasuredList::setRows(const std::vector<text::MeasuredRow>& rows) {
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    int line = 0;
    for (const text::MeasuredRow& row : rows) {
        QWidget* name = nameOf(row);
        auto* value = makeLabel(row.value, TextStyle::Value, TextTone::Strong, this);
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        QWidget* context = makeWrapped(row.context, TextStyle::Note, TextTone::Dim, this);
        context->setVisible(!row.context.isEmpty());
        if (!row.how.isEmpty())
            for (QWidget* cell : {name, static_cast<QWidget*>(value), context})
                cell->setToolTip(row.how);
        value->setAccessibleName(row.name + QLatin1Char(' ') + row.value + QLatin1Char(' ') +
                                 row.context);
        value->setAccessibleDescription(row.how);
        m_grid->setRowMinimumHeight(line, kGap);
        m_grid->addWidget(name, ++line, 0);
        m_grid->addWidget(value, line, 1);
        m_grid->addWidget(context, ++line, 0, 1, 2);
        m_grid->setRowMinimumHeight(++line, kGap);
        m_grid->addWidget(makeRule(this), ++line, 0, 1, 2);
        ++line;
    }
    m_grid->setRowStretch(line, 1);
}

}  // namespace nodewise::feedback_screen
