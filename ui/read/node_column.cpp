#include "ui/read/node_column.h"
#include "ui/read/node_list.h"
#include "ui/read/series_card.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/header_strip.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/type_scale.h"
#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace nodewise::read {

using models::ReadingModel;
using namespace widgets;

NodeColumn::NodeColumn(ReadingModel& model, QWidget* parent)
    : QFrame(parent)
    , m_model(model)
    , m_nodes(new QWidget(this))
    , m_count(makeLabel({}, TextStyle::Note, TextTone::Dim, m_nodes))
    , m_list(new NodeList(model, m_nodes))
    , m_mark(new Button(QStringLiteral("markNodeButton"), tr("Mark a node"), ButtonKind::Link,
                        m_nodes))
    , m_series(new SeriesCard(this))
    , m_saved(makeLabel({}, TextStyle::Small, TextTone::Dim, this)) {
    setObjectName(QStringLiteral("nodeColumn"));
    setProperty("surface", QStringLiteral("panel"));
    m_saved->setObjectName(QStringLiteral("savedLabel"));
    m_mark->setIcon(icon(QStringLiteral("plus"), IconTone::Accent));
    auto* nodes = new QVBoxLayout(m_nodes);
    nodes->setContentsMargins(0, 0, 0, 0);
    nodes->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 12, 12, 8);
    head->addWidget(makeLabel(tr("Nodes"), TextStyle::Head, TextTone::Strong, m_nodes), 1);
    head->addWidget(m_count);
    nodes->addLayout(head);
    nodes->addWidget(m_list);
    auto* mark = new QHBoxLayout;
    mark->setContentsMargins(4, 4, 4, 8);
    mark->addWidget(m_mark);
    mark->addStretch(1);
    nodes->addLayout(mark);
    nodes->addWidget(makeRule(m_nodes));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 12);
    column->setSpacing(0);
    column->addWidget(m_nodes);
    column->addWidget(m_series);
    column->addStretch(1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(12, 0, 12, 0);
    foot->addWidget(m_saved);
    column->addLayout(foot);
    connect(m_mark, &QPushButton::clicked, this, &NodeColumn::markRequested);
    connect(&model, &ReadingModel::caseChanged, this, &NodeColumn::showCase);
    connect(&model, &ReadingModel::nodesChanged, this, &NodeColumn::showNodes);
    connect(&model, &ReadingModel::stateChanged, this, &NodeColumn::showNodes);
    connect(&model, &ReadingModel::saved, this, &NodeColumn::showSaved);
    setCompact(false);
    showCase();
}

void NodeColumn::setCompact(bool compact) {
    setFixedWidth(compact ? 140 : 156);
    m_series->setCompact(compact);
}

void NodeColumn::showCase() {
    m_nodes->setVisible(!m_model.nodes().empty());
    showNodes();
    showSaved();
}

void NodeColumn::showNodes() {
    //: %1 nodes of %2 are called.
    m_count->setText(tr("%1 of %2").arg(m_model.calledCount()).arg(m_model.nodes().size()));
    m_mark->setEnabled(m_model.canEdit());
    m_nodes->setVisible(!m_model.nodes().empty());
}

void NodeColumn::showSaved() {
    if (!m_model.savedAt()) {
        m_saved->clear();
        return;
    }
    const auto time = QDateTime::fromMSecsSinceEpoch(m_model.savedAt()->time_since_epoch().count());
    //: %1 is the time of day.
    m_saved->setText(tr("Saved %1").arg(time.toString(QStringLiteral("HH:mm:ss"))));
}

}  // namespace nodewise::read
