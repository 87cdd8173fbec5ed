/// research_page.h: what leaves the program: tables, statements, studies, answer files; what of it
/// is complete.
#pragma once
#include "ui/models/case_library.h"
#include "ui/models/exports.h"
#include "ui/models/group.h"
#include "ui/models/learner.h"
#include <QWidget>

class QLabel;

namespace nodewise::widgets {
class DataTable;
class SegmentedChoice;
}  // namespace nodewise::widgets

namespace nodewise::dashboard {

class ResearchPage final : public QWidget {
    Q_OBJECT
public:
    ResearchPage(models::Learner& learner, models::Group& group, models::CaseLibrary& library,
                 QWidget* parent = nullptr);
    /// Of the reader's own calls (false) or of the group's (true).
    [[nodiscard]] bool ofGroup() const;

Q_SIGNALS:
    void exportRequested(nodewise::models::ExportKind kind);
    void certificateRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();

    models::Learner& m_learner;
    models::Group& m_group;
    models::CaseLibrary& m_library;
    widgets::SegmentedChoice* m_whose;
    widgets::DataTable* m_completion;
    QLabel* m_protocol;
};

}  // namespace nodewise::dashboard
