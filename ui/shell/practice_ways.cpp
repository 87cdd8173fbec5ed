#include "ui/shell/practice_ways.h"
#include "ui/atlas/atlas_screen.h"
#include "ui/practice/meeting_screen.h"
#include "ui/practice/pair_screen.h"
#include "ui/practice/replay_screen.h"
#include "ui/practice/test_result_screen.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_names.h"
#include "ui/text/error_text.h"
#include "ui/today/today_screen.h"
#include "ui/widgets/toast.h"

namespace nodewise::shell {

namespace {

constexpr session::Blueprint kStandard{3, 3, 2}, kShort{2, 1, 1}, kHard{0, 2, 6};

}  // namespace

PracticeWays::PracticeWays(MainWindow& window, const Models& models,
                           widgets::DialogService& dialogs, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_models(models)
    , m_dialogs(dialogs) {
    buildPages();
    connectModels();
}

void PracticeWays::buildPages() {
    m_result = new practice::TestResultScreen(m_models.tests);
    m_window.addPage(kProgress, kTestResult, m_result);
    auto* pairs = new practice::PairScreen(m_models.pairs);
    m_window.addPage(kToday, kPairs, pairs);
    auto* meeting = new practice::MeetingScreen(m_models.meeting);
    m_window.addPage(kToday, kMeeting, meeting);
    connect(m_result, &practice::TestResultScreen::closed, this,
            [this] { m_window.goTo(kProgress); });
    connect(m_result, &practice::TestResultScreen::reviewCallRequested, this,
            &PracticeWays::reviewCallRequested);
    auto* replay = new practice::ReplayScreen(m_models.replay);
    m_window.addPage(kProgress, kReplay, replay);
    connect(m_result, &practice::TestResultScreen::replayRequested, this,
            [this](const session::CallId& call) {
                m_models.replay.open(call);
                m_window.goTo(kReplay);
            });
    connect(replay, &practice::ReplayScreen::closed, this, [this] { m_window.goTo(kTestResult); });
    connect(pairs, &practice::PairScreen::closed, this, [this] { m_window.goTo(kToday); });
    connect(meeting, &practice::MeetingScreen::closed, this, [this] { m_window.goTo(kToday); });
    connect(meeting, &practice::MeetingScreen::importRequested, this, &PracticeWays::importAnswers);
}

void PracticeWays::connectModels() {
    connect(&m_models.tests, &models::TestModel::ended, this, &PracticeWays::showResult);
    connect(&m_models.tests, &models::TestModel::problem, this, &PracticeWays::problem,
            Qt::QueuedConnection);
    connect(&m_models.drill, &models::DrillModel::problem, this, &PracticeWays::problem,
            Qt::QueuedConnection);
    connect(&m_models.pairs, &models::PairModel::problem, this, &PracticeWays::problem,
            Qt::QueuedConnection);
    connect(&m_models.meeting, &models::MeetingModel::problem, this, &PracticeWays::problem,
            Qt::QueuedConnection);
    connect(&m_models.atlas, &models::AtlasModel::problem, this, &PracticeWays::problem,
            Qt::QueuedConnection);
    connect(&m_models.drill, &models::DrillModel::ended, this, [this](const QString& standing) {
        m_models.reading.close();
        m_window.goTo(kToday);
        m_window.toast()->showMessage(standing);
    });
}

void PracticeWays::addAtlas() {
    auto* atlas = new atlas::AtlasScreen(m_models.atlas);
    m_window.addPlace({QStringLiteral("atlas"), QStringLiteral("atlas"), tr("Atlas")}, atlas);
}

void PracticeWays::connectToday(today::TodayScreen& today) {
    connect(&today, &today::TodayScreen::testRequested, this, &PracticeWays::startOrGoOn);
    connect(&today, &today::TodayScreen::otherTestRequested, this, &PracticeWays::askOtherTest);
    connect(&today, &today::TodayScreen::drillRequested, this, &PracticeWays::startDrill);
    connect(&today, &today::TodayScreen::pairsRequested, this, [this] {
        m_models.pairs.next();
        m_window.goTo(kPairs);
    });
    connect(&today, &today::TodayScreen::meetingRequested, this,
            [this] { m_window.goTo(kMeeting); });
}

bool PracticeWays::takesCase(const models::CaseLocator& where) {
    if (!m_models.tests.wants(where))
        return false;
    m_window.goTo(kRead);
    m_models.tests.goOn();
    return true;
}

void PracticeWays::startOrGoOn() {
    if (m_models.tests.running()) {
        m_window.goTo(kRead);
        return m_models.tests.goOn();
    }
    const auto now = m_models.learner.clock().now().time_since_epoch().count();
    startTest(kStandard, static_cast<std::uint64_t>(now));
}

void PracticeWays::askOtherTest() {
    const auto chosen = m_dialogs.choose(&m_window, tr("Which test"),
                                         {tr("8 cases: 3 easy, 3 middle, 2 hard"),
                                          tr("4 cases: 2 easy, 1 middle, 1 hard"),
                                          tr("8 hard cases: 2 middle, 6 hard")});
    if (!chosen)
        return;
    const auto now = m_models.learner.clock().now().time_since_epoch().count();
    const auto seed =
        m_dialogs.askText(&m_window, tr("Seed of the test"),
                          tr("The same seed and packs give the same test"), QString::number(now));
    if (!seed)
        return;
    bool number = false;
    const std::uint64_t value = seed->trimmed().toULongLong(&number);
    if (!number)
        return m_dialogs.tell(&m_window, tr("This is no seed"), tr("A seed is a whole number."));
    startTest(*chosen == 0 ? kStandard : *chosen == 1 ? kShort : kHard, value);
}

void PracticeWays::startTest(const session::Blueprint& blueprint, std::uint64_t seed) {
    const auto started = m_models.tests.start(blueprint, seed);
    if (!started && started.error().code == ErrorCode::ValueOutOfRange)
        return m_dialogs.tell(
            &m_window, tr("There are too few cases for this test"),
            tr("It asks %1 cases that you have not read; %2 are left. Open another pack.")
                .arg(blueprint.cases())
                .arg(m_models.tests.usableCases()));
    if (!started)
        return Q_EMIT problem(started.error());
    m_window.goTo(kRead);
    m_models.tests.goOn();
}

void PracticeWays::startDrill() {
    if (const auto started = m_models.drill.start(); !started) {
        if (started.error().code == ErrorCode::CaseNotFound)
            return m_dialogs.tell(&m_window, tr("There is no case for a drill"),
                                  tr("Every case is read. Open another pack."));
        return Q_EMIT problem(started.error());
    }
    m_window.goTo(kRead);
}

void PracticeWays::showResult(const session::ActivityId& activity) {
    m_result->showResult(activity);
    m_window.goTo(kTestResult);
}

void PracticeWays::importAnswers() {
    const auto file =
        m_dialogs.openFile(&m_window, tr("Import answer files"), tr("Answer files (*.nwanswers)"));
    if (!file)
        return;
    const auto imported = m_models.group.import({*file});
    if (!imported)
        return Q_EMIT problem(imported.error());
    m_window.toast()->showMessage(
        imported->added == 0
            ? tr("Nothing new: these answers are here already.")
            : tr("%n line(s) taken up", nullptr, static_cast<int>(imported->added)));
}

}  // namespace nodewise::shell
