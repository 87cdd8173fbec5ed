#include "ui/dashboard/group_heat.h"
#include "ui/dashboard/group_page.h"
#include "ui/text/concept_text.h"
#include <algorithm>
#include <numeric>
#include <span>

namespace nodewise::dashboard {

namespace {

double meanShare(const analytics::Cohort& cohort, std::size_t column) {
    double sum = 0;
    int counted = 0;
    for (const auto& row : cohort.readers)
        if (const auto& share = row.concepts[column].share.value) {
            sum += *share;
            ++counted;
        }
    return counted == 0 ? 2 : sum / counted;
}

std::vector<std::size_t> weakestFirst(const analytics::Cohort& cohort) {
    std::vector<std::size_t> order(cohort.concepts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return meanShare(cohort, i); });
    return order;
}

}  // namespace

GroupHeat groupHeat(const analytics::Cohort& cohort, std::size_t readers, std::size_t concepts) {
    GroupHeat heat;
    heat.heads << GroupPage::tr("Concept");
    const auto shown = std::span(cohort.readers).first(std::min(readers, cohort.readers.size()));
    for (const auto& row : shown)
        heat.chart.columns << QString::fromStdString(row.pseudonym);
    heat.heads += heat.chart.columns;
    const QStringList titles = text::conceptTitles(cohort.concepts);
    auto order = weakestFirst(cohort);
    order.resize(std::min(concepts, order.size()));
    for (const std::size_t i : order) {
        heat.chart.rows << titles[static_cast<qsizetype>(i)];
        QStringList texts{heat.chart.rows.back()};
        auto& shares = heat.chart.shares.emplace_back();
        auto& counts = heat.chart.counts.emplace_back();
        for (const auto& row : shown) {
            const auto& cell = row.concepts[i];
            shares.push_back(cell.share.value);
            counts.push_back(cell.nodes);
            texts << (cell.share.value ? GroupPage::tr("%1 of %2").arg(cell.agreed).arg(cell.nodes)
                                       : GroupPage::tr("%n node(s)", nullptr, cell.nodes));
        }
        heat.table.push_back(texts);
    }
    return heat;
}

}  // namespace nodewise::dashboard
