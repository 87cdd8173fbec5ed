/// details_page.h: every score with its interval or what is missing, and the plots behind them.
#pragma once
#include "analytics/details.h"
#include "ui/models/progress_model.h"
#include <QWidget>

namespace nodewise::widgets {
class DataTable;
}

namespace nodewise::remedies {
class RemedyPictures;
}

namespace nodewise::dashboard {

class ChartCell;

class DetailsPage final : public QWidget {
    Q_OBJECT
public:
    explicit DetailsPage(models::ProgressModel& model, QWidget* parent = nullptr);
    /// Draws the pictures of the cards; null and before it is called there are none.
    void setRemedyPictures(remedies::RemedyPictures* pictures) { m_pictures = pictures; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void showScores(const analytics::ResidentDetails& details);
    void showFeatures(const analytics::ResidentDetails& details);
    void showRoc(const analytics::ResidentDetails& details);
    void showLearning(const analytics::ResidentDetails& details);
    void showSizes(const analytics::ResidentDetails& details);
    void showCategories(const analytics::ResidentDetails& details);
    void showCards();

    models::ProgressModel& m_model;
    widgets::DataTable *m_scores, *m_features;
    ChartCell *m_roc, *m_learning, *m_sizes, *m_categories;
    QWidget* m_late;
    remedies::RemedyPictures* m_pictures = nullptr;
    bool m_stale = true;
};

/// "after 20 scored nodes", "needs both classes" …: why a statistic is not there.
[[nodiscard]] QString reasonText(analytics::Reason reason);
/// "0.14 to 0.41", or what is missing.
[[nodiscard]] QString intervalOrReason(const analytics::Estimate& estimate, int decimals = 2);

}  // namespace nodewise::dashboard
