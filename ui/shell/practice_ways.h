/// practice_ways.h: the ways into tests, drills, pairs, meetings and the atlas, and back.
#pragma once
#include "ui/shell/workspace.h"
#include <QObject>

namespace nodewise::practice {
class TestResultScreen;
}
namespace nodewise::today {
class TodayScreen;
}

namespace nodewise::shell {

class PracticeWays final : public QObject {
    Q_OBJECT
public:
    /// Adds its pages to the window. All outlive it.
    PracticeWays(MainWindow& window, const Models& models, widgets::DialogService& dialogs,
                 QObject* parent = nullptr);

    void connectToday(today::TodayScreen& today);
    /// The atlas as a place of its own.
    void addAtlas();
    /// True when the running test asked for this case next: it goes on.
    bool takesCase(const models::CaseLocator& where);
    void showResult(const session::ActivityId& activity);
    /// Asks for answer files and takes them up into the group.
    void importAnswers();

Q_SIGNALS:
    void reviewCallRequested(const nodewise::session::CallId& call);
    void problem(const nodewise::Error& error);

private:
    void buildPages();
    void connectModels();
    void startOrGoOn();
    void askOtherTest();
    void startTest(const session::Blueprint& blueprint, std::uint64_t seed);
    void startDrill();

    MainWindow& m_window;
    Models m_models;
    widgets::DialogService& m_dialogs;
    practice::TestResultScreen* m_result = nullptr;
};

}  // namespace nodewise::shell
