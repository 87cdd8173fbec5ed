/// today_screen.h: the first screen: the invitation of a first start, or today's page.
#pragma once
#include "ui/models/thumbnails.h"
#include "ui/models/today_model.h"
#include "ui/widgets/focus_regions.h"
#include <QStackedWidget>

namespace nodewise::today {

class FirstStartPage;
class TodayPage;

class TodayScreen final : public QStackedWidget, public widgets::FocusRegions {
    Q_OBJECT
public:
    /// Both outlive the screen.
    TodayScreen(models::TodayModel& model, models::Thumbnails& thumbnails,
                QWidget* parent = nullptr);
    [[nodiscard]] QList<QWidget*> focusRegions() const override;
    /// The large way in.
    [[nodiscard]] QWidget* openingFocus() const override;

Q_SIGNALS:
    void openCaseRequested(const nodewise::models::CaseLocator& where);
    void reviewCallRequested(const nodewise::session::CallId& call);
    void casesRequested();
    void progressRequested();
    void openPackRequested();
    void importRequested();
    void testRequested();
    void otherTestRequested();
    void drillRequested();
    void pairsRequested();
    void meetingRequested();

protected:
    void showEvent(QShowEvent* event) override;
    /// Enter takes the large way in, unless another button has the focus.
    void keyPressEvent(QKeyEvent* event) override;

private:
    void choosePage();
    models::TodayModel& m_model;
    FirstStartPage* m_first;
    TodayPage* m_page;
};

}  // namespace nodewise::today
