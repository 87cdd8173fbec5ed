// A month in the real window with a clock of the test's own: some cases on some days, a look at
// Today and Progress every day, the program ended and started again in between. The cases are
// small; with NODEWISE_LONG=1 the demo pack joins on the last days and a fresh case is drawn.
#include "casepack/fresh_case.h"
#include "progress/progress_store.h"
#include "support/fixed_clock.h"
#include "support/keyboard_reader.h"
#include "support/month_pack.h"
#include "ui/models/next_draw.h"
#include <QtTest>
#include <map>
#include <set>

using namespace nodewise;
using models::ReadingState;
using tests::KeyboardReader;
using tests::kLongWaitMs;
using tests::Program;
using tests::Robot;

namespace {

/// Thirty days, and two more: then the cases of the first days may come back.
constexpr int kDays = 32, kCases = 14, kCap = 3, kFullDay = 4;
const QDate kFirstDay(2026, 11, 2), kExam(2026, 12, 14);
/// How many cases are read on which day; after day 25 none is left unseen.
const std::map<int, int> kReading{{0, 2},  {1, 2},  {2, 1},  {kFullDay, kCap}, {7, 1},
                                  {10, 1}, {14, 1}, {18, 1}, {21, 1},          {25, 1}};
/// The program is started anew on these mornings; on the others it stands open over night.
const std::set<int> kNewMornings{0, 1, 3, 7, 15, 22, 29};
/// Days without a call: what was met before is due.
const std::set<int> kDueMornings{14, 18, 21};
/// The last of them on which a concept that is due still has an unseen case; afterwards the draw
/// goes to the concepts that have one.
constexpr int kLastDueWithCase = 14;

Timestamp morningOf(int day) {
    return Timestamp(std::chrono::milliseconds(
        QDateTime(kFirstDay.addDays(day), QTime(8, 30), Qt::LocalTime).toMSecsSinceEpoch()));
}

bool isLong() {
    return qEnvironmentVariableIntValue("NODEWISE_LONG") > 0;
}

}  // namespace

class TestMonth : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aMonthAtTheDesk();

private:
    void oneMorning(int day);
    void readWhatTodayOffers();
    void lookAtToday(int day);
    void lookAtProgress();
    void seeAnOldCaseAgain();
    void readAFreshCase();
    void checkTheMonth();
    [[nodiscard]] const models::LearnerState& state() {
        return m_program->models().learner.state();
    }
    [[nodiscard]] std::optional<models::NextCard> card() {
        return m_program->models().today.nextCard();
    }

    tests::FixedClock m_clock;
    QTemporaryDir m_folder;
    std::optional<Program> m_program;
    std::set<std::string> m_read;
    int m_calls = 0;
    bool m_runs = false;
};

void TestMonth::aMonthAtTheDesk() {
    const auto pack = tests::writeMonthPack(
        std::filesystem::path(m_folder.path().toStdString()) / "month.nwpack", kCases);
    m_program.emplace(QStringList{QString::fromStdString(pack.string())});
    m_program->useClock(m_clock);
    for (int day = 0; day < kDays; ++day) {
        m_clock.time = morningOf(day);
        oneMorning(day);
        const auto reading = kReading.find(day);
        for (int i = 0; reading != kReading.end() && i < reading->second; ++i)
            if (!QTest::currentTestFailed())
                readWhatTodayOffers();
        if (!QTest::currentTestFailed())
            lookAtToday(day);
        if (!QTest::currentTestFailed())
            lookAtProgress();
        if (QTest::currentTestFailed())
            return qWarning("on day %d", day);
    }
    seeAnOldCaseAgain();
    if (isLong() && !QTest::currentTestFailed())
        readAFreshCase();
    m_program->end();
    if (!QTest::currentTestFailed())
        checkTheMonth();
}

void TestMonth::oneMorning(int day) {
    if (kNewMornings.contains(day)) {
        if (std::exchange(m_runs, true))
            m_program->end();
        QVERIFY(m_program->start());
        // What Settings keeps: the day of the exam and the calls of a day.
        QVERIFY(m_program->models().learner.setExamDate(kExam.toString(Qt::ISODate)));
        QVERIFY(m_program->models().learner.setDailyCap(kCap));
    }
    m_program->robot().press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(m_program->waitForPage("today"));
    const auto& today = m_program->models().today;
    const QString left = QStringLiteral("exam in %1 day").arg(kFirstDay.addDays(day).daysTo(kExam));
    QVERIFY2(today.dateLine().contains(left), qPrintable(today.dateLine()));
    QCOMPARE(state().counts.calls, m_calls);
    if (kDueMornings.contains(day)) {
        QVERIFY(!state().due.empty());
        QCOMPARE(today.due().size(), state().due.size());
        // What is due is trained by the case on the card.
        const auto next =
            models::nextDraw(m_program->models().learner, m_program->models().library);
        QVERIFY(next && next->entry && card()->entry);
        if (day <= kLastDueWithCase)
            QVERIFY(next->reason == schedule::DrawReason::Due ||
                    next->reason == schedule::DrawReason::LongAway);
        QCOMPARE(card()->entry->where.id, next->entry->where.id);
    }
}

/// By key, from the card of Today; the mark lies where the case opens.
void TestMonth::readWhatTodayOffers() {
    Robot robot = m_program->robot();
    robot.press(Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(card() && card()->entry, kLongWaitMs);
    const auto entry = *card()->entry;
    QVERIFY2(m_read.insert(entry.where.id.value).second, entry.where.id.value.c_str());
    const char* button = m_calls == 0 ? "startButton" : "continueButton";
    QTRY_VERIFY_WITH_TIMEOUT(robot.sees(button) && robot.find(button)->isEnabled(), kLongWaitMs);
    QVERIFY(robot.tabTo(button));
    robot.press(Qt::Key_Return);
    QVERIFY(m_program->waitForReading(ReadingState::Calling));
    QCOMPARE(m_program->models().reading.openedCase()->where.id, entry.where.id);
    const auto nodes = m_program->models().reading.nodes().size();
    for (std::size_t node = 0; node < nodes; ++node) {
        m_clock.advance(std::chrono::seconds(90));
        KeyboardReader(*m_program).answer(m_calls % 2);
        robot.press(Qt::Key_Return);
        QVERIFY(m_program->waitForReading(ReadingState::Reviewing));
        QVERIFY(m_program->waitForPage("feedback"));
        robot.press(Qt::Key_Return);
        ++m_calls;
    }
    QVERIFY(m_program->waitForReading(ReadingState::Finished));
}

void TestMonth::lookAtToday(int day) {
    m_program->robot().press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(m_program->waitForPage("today"));
    QCOMPARE(state().counts.calls, m_calls);
    const bool full = card() && card()->kicker == QStringLiteral("Done for today");
    QCOMPARE(full, day == kFullDay);
    // Everything is read, and nothing of it thirty days ago: a minute or two are missing.
    QCOMPARE(card().has_value(), day < 25 || day > schedule::kProbeDays);
}

void TestMonth::lookAtProgress() {
    m_program->robot().press(Qt::Key_4, Qt::ControlModifier);
    QVERIFY(m_program->waitForPage("progress"));
    const QString headline = m_program->models().progress.headline();
    const QString begin = QStringLiteral("%1 scored nodes").arg(m_calls);
    QVERIFY2(headline.startsWith(begin), qPrintable(headline));
    QVERIFY(m_program->robot().sees("progressFigures"));
}

/// A retention probe: what was read thirty days ago or more, and nothing younger.
void TestMonth::seeAnOldCaseAgain() {
    m_program->robot().press(Qt::Key_1, Qt::ControlModifier);
    const auto next = models::nextDraw(m_program->models().learner, m_program->models().library);
    QVERIFY(next && next->entry && next->kind == schedule::DrawKind::Probe);
    const std::string id = next->entry->where.id.value;
    QCOMPARE(m_read.erase(id), std::size_t(1));
    std::optional<Timestamp> before;
    for (const auto& call : state().calls)
        if (call.ref.caseId.value == id)
            before = call.committed;
    QVERIFY(before && m_clock.time - *before >= std::chrono::days(schedule::kProbeDays));
    readWhatTodayOffers();
    QVERIFY(m_read.contains(id));
}

/// The demo pack comes: its cases are read, then one of the same kind is drawn for the reader.
void TestMonth::readAFreshCase() {
    m_program->workspace().openPaths({QStringLiteral(NODEWISE_DEMO_PACK)});
    QTRY_COMPARE_WITH_TIMEOUT(m_program->models().library.packs().size(), std::size_t(2),
                              kLongWaitMs);
    QVERIFY(m_program->models().learner.setDailyCap(200));
    bool fresh = false;
    // What may come back does so first.
    for (int i = 0; i < 20 && !fresh && !QTest::currentTestFailed(); ++i) {
        QTRY_VERIFY_WITH_TIMEOUT(card() && card()->entry, kLongWaitMs);
        fresh = casepack::isFresh(card()->entry->record);
        m_read.erase(card()->entry->where.id.value);
        readWhatTodayOffers();
    }
    QVERIFY(fresh);
}

/// What the store tells of the month, without the program.
void TestMonth::checkTheMonth() {
    QVERIFY(m_read.size() >= std::size_t(kCases));
    auto store = progress::ProgressStore::open(m_program->paths.database, m_clock);
    QVERIFY(store.has_value());
    const ProfileId profile = store->profiles()->front().id;
    const auto calls = store->calls(profile);
    QCOMPARE(static_cast<int>(calls->size()), m_calls);
    for (const auto& call : *calls)
        QVERIFY(call.score && call.feedbackSeen);
    for (std::size_t i = 1; i < calls->size(); ++i)
        QVERIFY((*calls)[i - 1].committed > (*calls)[i].committed);
    // The schedule is what the log tells.
    const auto before = store->concepts(profile);
    QVERIFY(before->size() >= std::size_t(6));
    QVERIFY(store->rebuild());
    const auto after = store->concepts(profile);
    QCOMPARE(after->size(), before->size());
    for (std::size_t i = 0; i < after->size(); ++i)
        QVERIFY((*after)[i].id == (*before)[i].id && (*after)[i].due == (*before)[i].due);
    QVERIFY(store->checkIntegrity());
    // One copy at each start and each end, within the ten that are kept of sessions.
    QDir copies(QString::fromStdString(m_program->paths.backups.string()));
    const auto kept = copies.entryList(QDir::Files).size();
    QVERIFY2(kept >= 2 && kept <= 32, qPrintable(QString::number(kept)));
}

QTEST_MAIN(TestMonth)
#include "tst_month.moc"
