#include "ui/feedback/measured_list.h"
#include "ui/widgets/elide_label.h"
#include "ui/widgets/header_strip.h"
#include "ui/widgets/type_scale.h"
#include <QGridLayout>

namespace nodewise::feedback_screen {

using namespace widgets;

MeasuredList::MeasuredList(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this)) {
    setObjectName(QStringLiteral("measuredList"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(2, 1);
}

void MeasuredList::setRows(const std::vector<text::MeasuredRow>& rows) {
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    int line = 0;
    for (const text::MeasuredRow& row : rows) {
        auto* name = makeLabel(row.name, TextStyle::Base, TextTone::Text, this);
        auto* value = makeLabel(row.value, TextStyle::Value, TextTone::Strong, this);
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto* context = new ElideLabel(TextStyle::Note, TextTone::Dim, this);
        context->setText(row.context);
        context->setElideMode(Qt::ElideRight);
        for (QWidget* cell : {static_cast<QWidget*>(name), static_cast<QWidget*>(value),
                              static_cast<QWidget*>(context)}) {
            cell->setFixedHeight(31);
            if (!row.how.isEmpty())
                cell->setToolTip(row.how);
        }
        value->setAccessibleName(row.name + QLatin1Char(' ') + row.value + QLatin1Char(' ') +
                                 row.context);
        value->setAccessibleDescription(row.how);
        m_grid->addWidget(name, line, 0);
        m_grid->addWidget(value, line, 1);
        m_grid->addWidget(context, line++, 2);
        m_grid->addWidget(makeRule(this), line++, 0, 1, 3);
    }
    m_grid->setRowStretch(line, 1);
}

}  // namespace nodewise::feedback_screen
