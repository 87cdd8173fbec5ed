/// group_page.h: the director's page: concepts by reader, items, coverage; no rank.
#pragma once
#include "ui/models/case_library.h"
#include "ui/models/group.h"
#include <QWidget>

class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace nodewise::widgets {
class Button;
class DataTable;
class EmptyState;
}  // namespace nodewise::widgets

namespace nodewise::dashboard {

class ChartCell;

class GroupPage final : public QWidget {
    Q_OBJECT
public:
    GroupPage(models::Group& group, models::CaseLibrary& library, QWidget* parent = nullptr);

Q_SIGNALS:
    void importRequested();
    void reportRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildContent();
    void buildDisputes(QVBoxLayout* column);
    void refresh();
    void showReaders(const analytics::Cohort& cohort);
    void showHeat(const analytics::Cohort& cohort);
    void showItems(const analytics::Cohort& cohort);
    void showDisputes();

    models::Group& m_group;
    models::CaseLibrary& m_library;
    QStackedWidget* m_pages;
    widgets::EmptyState* m_empty;
    widgets::DataTable *m_readers = nullptr, *m_items = nullptr, *m_disputes = nullptr;
    ChartCell *m_heat = nullptr, *m_skill = nullptr;
    QLabel *m_head = nullptr, *m_noDisputes = nullptr;
    bool m_stale = true;
};

/// "within", "better", "needs help", or "after 20 nodes".
[[nodiscard]] QString standingText(const analytics::CohortRow& row);

}  // namespace nodewise::dashboard
