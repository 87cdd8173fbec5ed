#include "ui/library/cases_screen.h"
#include "ui/library/active_filter_bar.h"
#include "ui/library/case_delegate.h"
#include "ui/library/case_list_view.h"
#include "ui/library/facet_panel.h"
#include "ui/library/search_field.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/combo_box.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/header_strip.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/type_scale.h"
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollBar>
#include <QShortcut>
#include <algorithm>

namespace nodewise::library {

CasesScreen::CasesScreen(models::CasesModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_head(new widgets::HeaderStrip(this))
    , m_facets(new FacetPanel(model, this))
    , m_active(new ActiveFilterBar(model, this))
    , m_list(new CaseListView(this))
    , m_delegate(new CaseDelegate(this))
    , m_empty(new widgets::EmptyState({}, {}, {}, this)) {
    setObjectName(QStringLiteral("casesScreen"));
    buildHead();
    buildList();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_facets);
    auto* right = new QVBoxLayout;
    right->setContentsMargins(16, 8, 8, 0);
    right->setSpacing(0);
    right->addWidget(m_active);
    right->addWidget(m_list, 1);
    m_empty->setObjectName(QStringLiteral("casesEmpty"));
    right->addWidget(m_empty, 0, Qt::AlignTop);
    row->addLayout(right, 1);
    column->addLayout(row, 1);
    auto* find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, this, &CasesScreen::focusSearch);
    connect(&model, &models::CasesModel::filterChanged, this, &CasesScreen::refresh);
    connect(m_empty, &widgets::EmptyState::actionTriggered, this, [this] {
        if (m_model.totalCount() > 0)
            m_model.clearFilter();
        else
            Q_EMIT openPackRequested();
    });
    refresh();
}

void CasesScreen::buildHead() {
    m_search = new SearchField(m_head);
    m_head->addLeft(m_search);
    m_count = m_head->addRightText({}, false);
    auto* order =
        new widgets::ComboBox(QStringLiteral("caseOrderBox"), tr("Order of the cases"), m_head);
    order->setCompact(true);
    order->addItems({tr("Easy first"), tr("Hard first"), tr("Newest first")});
    order->setMinimumWidth(152);
    m_head->addRight(order);
    auto* bench = new widgets::Button(QStringLiteral("benchButton"), tr("Bench"),
                                      widgets::ButtonKind::Compact, m_head);
    bench->setIcon(widgets::icon(QStringLiteral("slab")));
    bench->setToolTip(tr("Dial-an-ENE, physics bench and your threshold"));
    m_head->addRight(bench);
    connect(bench, &QPushButton::clicked, this, &CasesScreen::benchRequested);
    auto* import = new widgets::Button(QStringLiteral("importButton"), tr("Import"),
                                       widgets::ButtonKind::Compact, m_head);
    import->setIcon(widgets::icon(QStringLiteral("import")));
    m_head->addRight(import);
    connect(m_search, &QLineEdit::textChanged, &m_model, &models::CasesModel::setSearch);
    connect(order, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_model.setOrder(static_cast<models::CaseOrder>(index)); });
    connect(import, &QPushButton::clicked, this, &CasesScreen::importRequested);
}

void CasesScreen::buildList() {
    m_list->setObjectName(QStringLiteral("caseList"));
    m_list->setAccessibleName(tr("Cases"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(m_delegate);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex& index) {
        Q_EMIT openCaseRequested(m_model.entryAt(index.row()).where);
    });
    connect(m_delegate, &CaseDelegate::readRequested, this,
            [this](int row) { Q_EMIT openCaseRequested(m_model.entryAt(row).where); });
}

void CasesScreen::refresh() {
    const int shown = m_model.rowCount();
    const int total = m_model.totalCount();
    m_count->setText(tr("%1 of %n case(s)", nullptr, total).arg(shown));
    if (m_search->text() != m_model.search())
        m_search->setText(m_model.search());
    m_list->setVisible(shown > 0);
    m_empty->setVisible(shown == 0);
    if (total == 0)
        m_empty->setTexts(tr("No case on this computer yet"),
                          tr("A case pack is a .nwpack file; drop one anywhere in this window."),
                          tr("Open a case pack"));
    else if (shown == 0)
        m_empty->setTexts(tr("No case fits these filters"),
                          tr("%n case(s) on this computer.", nullptr, total), tr("Clear filters"));
    layOutCards();
}

void CasesScreen::layOutCards() {
    // Four columns from 900 px on; the width of the scroll bar is always kept free.
    const int room = width() - 240 - 16 - 8 - 12;
    const int columns = std::max(2, room >= 900 ? std::max(4, room / 320) : room / 225);
    m_delegate->setCellWidth(room / columns);
    m_list->setGridSize(m_delegate->cellSize());
}

void CasesScreen::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    layOutCards();
}

void CasesScreen::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void CasesScreen::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

QWidget* CasesScreen::openingFocus() const {
    return m_list;
}

QList<QWidget*> CasesScreen::focusRegions() const {
    return {m_head, m_facets, m_active, m_list};
}

}  // namespace nodewise::library
