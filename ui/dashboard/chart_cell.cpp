#include "ui/dashboard/chart_cell.h"
#include "ui/widgets/type_scale.h"
#include "ui/widgets/wrap_label.h"
#include <QHBoxLayout>

namespace nodewise::dashboard {

using widgets::makeLabel;
using widgets::TextStyle;
using widgets::TextTone;

ChartCell::ChartCell(const QString& objectName, const QString& name, const QString& aside,
                     bool asideBelow, QWidget* parent)
    : QFrame(parent)
    , m_name(name)
    , m_view(new widgets::ChartView(this))
    , m_note(widgets::makeWrapped({}, TextStyle::Note, TextTone::Dim, this))
    , m_missing(widgets::makeWrapped({}, TextStyle::Base, TextTone::Dim, this)) {
    setObjectName(objectName);
    m_view->setObjectName(objectName + QStringLiteral("View"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->addWidget(makeLabel(name, TextStyle::Head, TextTone::Strong, this), 1);
    auto* beside = makeLabel(aside, TextStyle::Note, TextTone::Dim, this);
    if (!asideBelow)
        head->addWidget(beside);
    column->addLayout(head);
    if (asideBelow)
        column->addWidget(beside);
    column->addSpacing(8);
    column->addWidget(m_view, 1);
    m_missing->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    column->addWidget(m_missing, 1);
    column->addWidget(m_note);
    m_missing->hide();
}

void ChartCell::setChart(widgets::ChartView::Chart chart, const QString& note) {
    m_view->setChart(m_name, std::move(chart));
    m_view->show();
    m_missing->hide();
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void ChartCell::setMissing(const QString& sentence) {
    m_missing->setText(sentence);
    m_missing->show();
    m_view->hide();
    m_note->hide();
}

}  // namespace nodewise::dashboard
