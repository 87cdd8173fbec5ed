/// cases_screen.h: every case on this computer, to be found by question and opened.
#pragma once
#include "ui/models/cases_model.h"
#include "ui/widgets/focus_regions.h"
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;

namespace nodewise::widgets {
class EmptyState;
class HeaderStrip;
}  // namespace nodewise::widgets

namespace nodewise::library {

class ActiveFilterBar;
class CaseDelegate;
class FacetPanel;

class CasesScreen final : public QWidget, public widgets::FocusRegions {
    Q_OBJECT
public:
    /// The model outlives the screen.
    explicit CasesScreen(models::CasesModel& model, QWidget* parent = nullptr);
    [[nodiscard]] QList<QWidget*> focusRegions() const override;
    [[nodiscard]] QWidget* openingFocus() const override;
    /// Puts the cursor into the search field (Ctrl F).
    void focusSearch();

Q_SIGNALS:
    void openCaseRequested(const nodewise::models::CaseLocator& where);
    void importRequested();
    void benchRequested();
    void openPackRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildHead();
    void buildList();
    void refresh();
    void layOutCards();

    models::CasesModel& m_model;
    widgets::HeaderStrip* m_head;
    QLineEdit* m_search = nullptr;
    QLabel* m_count = nullptr;
    FacetPanel* m_facets;
    ActiveFilterBar* m_active;
    QListView* m_list;
    CaseDelegate* m_delegate;
    widgets::EmptyState* m_empty;
};

}  // namespace nodewise::library
