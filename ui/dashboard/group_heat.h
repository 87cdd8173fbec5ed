/// group_heat.h: how a group's readers do by concept, as chart and as table.
#pragma once
#include "analytics/cohort.h"
#include "ui/widgets/chart_painter.h"

namespace nodewise::dashboard {

struct GroupHeat {
    widgets::HeatChart chart;  ///< A row a concept, weakest first; a column a reader.
    QStringList heads;         ///< Of the table: concept, then readers.
    std::vector<QStringList> table;
};

/// At most so many readers, in the cohort's order, and concepts. A concept's place is the mean over
/// the readers whose cell has enough nodes; without any it stands last.
[[nodiscard]] GroupHeat groupHeat(const analytics::Cohort& cohort, std::size_t readers = 1000,
                                  std::size_t concepts = 1000);

}  // namespace nodewise::dashboard
