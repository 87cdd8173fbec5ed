#include "ui/dashboard/chart_cell.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
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
    , m_turn(new widgets::Button(objectName + QStringLiteral("Turn"), tr("Numbers"),
                                 widgets::ButtonKind::Link, this))
    , m_table(new widgets::DataTable(objectName + QStringLiteral("Table"), name, this))
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
    head->addWidget(m_turn);
    m_turn->setAccessibleName(tr("%1 as numbers").arg(name));
    m_turn->hide();
    m_table->hide();
    connect(m_turn, &QPushButton::clicked, this, [this] {
        m_asTable = !m_asTable;
        showPart();
    });
    column->addLayout(head);
    if (asideBelow)
        column->addWidget(beside);
    column->addSpacing(8);
    column->addWidget(m_view, 1);
    column->addWidget(m_table, 1);
    m_missing->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    column->addWidget(m_missing, 1);
    column->addWidget(m_note);
    m_missing->hide();
}

void ChartCell::setChart(widgets::ChartView::Chart chart, const QString& note) {
    m_view->setChart(m_name, std::move(chart));
    m_note->setText(note);
    m_isMissing = false;
    showPart();
}

void ChartCell::setTable(const QStringList& heads, const std::vector<QStringList>& rows) {
    QList<int> numbers;
    for (int column = 1; column < heads.size(); ++column)
        numbers << column;
    m_table->setTable(heads, rows, numbers);
    showPart();
}

void ChartCell::setMissing(const QString& sentence) {
    m_missing->setText(sentence);
    m_isMissing = true;
    showPart();
}

void ChartCell::showPart() {
    const bool numbers = m_table->rows() > 0 && !m_isMissing;
    m_turn->setVisible(numbers);
    m_turn->setText(m_asTable ? tr("Picture") : tr("Numbers"));
    m_table->setVisible(numbers && m_asTable);
    m_view->setVisible(!m_isMissing && !(numbers && m_asTable));
    m_missing->setVisible(m_isMissing);
    m_note->setVisible(!m_isMissing && !m_note->text().isEmpty());
}

}  // namespace nodewise::dashboard
