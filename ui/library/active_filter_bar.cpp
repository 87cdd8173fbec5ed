#include "ui/library/active_filter_bar.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include <QHBoxLayout>

namespace nodewise::library {

ActiveFilterBar::ActiveFilterBar(models::CasesModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_row(new QHBoxLayout(this))
    , m_clear(new widgets::Button(QStringLiteral("clearFiltersButton"), tr("Clear"),
                                  widgets::ButtonKind::Link, this)) {
    setFixedHeight(40);
    m_row->setContentsMargins(8, 6, 8, 6);
    m_row->setSpacing(8);
    m_row->addWidget(m_clear);
    m_row->addStretch(1);
    m_clear->setAccessibleName(tr("Clear all filters"));
    connect(m_clear, &QPushButton::clicked, &m_model, &models::CasesModel::clearFilter);
    connect(&model, &models::CasesModel::filterChanged, this, &ActiveFilterBar::refresh);
    refresh();
}

void ActiveFilterBar::refresh() {
    for (auto* chip : m_chips)
        chip->deleteLater();  // It may be the one whose click we are in.
    m_chips.clear();
    const auto active = m_model.activeFilters();
    int index = 0;
    for (const auto& filter : active) {
        auto* chip = new widgets::Chip(filter.text, this);
        chip->setObjectName(QStringLiteral("activeFilter_%1").arg(index));
        chip->setRemovable(true);
        connect(chip, &QToolButton::clicked, this, [this, filter] {
            if (filter.difficulty)
                m_model.setDifficulty(1, 5);
            else
                m_model.setFacet(filter.facet, filter.key, false);
        });
        m_row->insertWidget(index++, chip);
        m_chips.push_back(chip);
    }
    setVisible(!active.empty());
}

}  // namespace nodewise::library
