// Copies at start and end, the way back, the PIN, two windows, a clock set back.
#include "app/nodewise/starting.h"
#include "progress/backups.h"
#include "support/accessibility.h"
#include "support/fake_dialogs.h"
#include "support/fixed_clock.h"
#include "support/reading_samples.h"
#include "ui/jobs/job_runner.h"
#include "ui/shell/main_window.h"
#include "ui/shell/safety_section.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/combo_box.h"
#include "ui/widgets/strips.h"
#include "ui/widgets/toast.h"
#include <QApplication>
#include <QFile>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace nodewise;
using namespace std::chrono_literals;

class TestSafety : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aCopyIsMadeAtStartAndAtTheEnd();
    void aCopyIsPutBackFromSettings();
    void puttingBackAsksFirst();
    void aDamagedFileOffersItsCopy();
    void aDamagedFileWithoutAnswerStaysAsItIs();
    void aCloudFolderIsNamed();
    void aPinIsAskedFor();
    void aWrongPinThreeTimesEndsTheStart();
    void thePinIsChangedOnlyWithTheOldOne();
    void aPinOfThreeIsRefused();
    void theDailyCapIsKept();
    void twoWindowsOnOneFile();
    void aClockSetBackLosesNothing();

private:
    [[nodiscard]] app::Outside outside() { return {m_clock, m_jobs, m_dialogs}; }
    std::unique_ptr<app::Application> start() {
        auto made = app::startProgram(*qApp, {}, m_paths, outside());
        if (!made)
            return nullptr;
        (*made)->window().show();
        (*made)->start();
        return std::move(*made);
    }
    template <class T>
    static T* find(app::Application& application, const char* name) {
        application.window().goTo(QStringLiteral("settings"));
        return application.window().findChild<T*>(QLatin1String(name));
    }
    std::unique_ptr<QTemporaryDir> m_home;
    app::AppPaths m_paths;
    tests::FixedClock m_clock;
    tests::FakeDialogs m_dialogs;
    jobs::ImmediateJobRunner m_jobs;
};

void TestSafety::init() {
    m_home = std::make_unique<QTemporaryDir>();
    m_paths = app::AppPaths::make(m_home->path(), QCoreApplication::applicationDirPath());
    m_paths.builtInPacks.clear();
    m_dialogs = {};
    m_clock = {};
}

void TestSafety::aCopyIsMadeAtStartAndAtTheEnd() {
    auto application = start();
    QCOMPARE(progress::listBackups(m_paths.backups)->size(), std::size_t(1));
    QVERIFY(application->models().learner.setName(QStringLiteral("Mara")));
    m_clock.advance(1h);
    application.reset();
    QCOMPARE(progress::listBackups(m_paths.backups)->size(), std::size_t(2));
    // Nothing new: no further copy.
    start().reset();
    QCOMPARE(progress::listBackups(m_paths.backups)->size(), std::size_t(2));
}

void TestSafety::aCopyIsPutBackFromSettings() {
    auto application = start();
    QVERIFY(application->models().learner.setName(QStringLiteral("Mara")));
    m_clock.advance(1h);
    QTest::mouseClick(find<widgets::Button>(*application, "copyNowButton"), Qt::LeftButton);
    QVERIFY(application->models().learner.setName(QStringLiteral("Ida")));
    auto* copies = find<widgets::ComboBox>(*application, "copiesBox");
    QCOMPARE(copies->count(), 2);
    m_dialogs.answer = widgets::Answer::Primary;
    QTest::mouseClick(find<widgets::Button>(*application, "restoreButton"), Qt::LeftButton);
    const auto copy = application->wantedCopy();
    QVERIFY(copy && !application->window().isVisible());
    application.reset();
    QVERIFY(progress::restoreBackup(*copy, m_paths.database, m_clock));
    application = start();
    QCOMPARE(application->models().learner.name(), QStringLiteral("Mara"));
}

void TestSafety::puttingBackAsksFirst() {
    auto application = start();
    QTest::mouseClick(find<widgets::Button>(*application, "restoreButton"), Qt::LeftButton);
    QCOMPARE(m_dialogs.asked.size(), 1);
    QVERIFY(!application->wantedCopy());
    QVERIFY(application->window().isVisible());
}

void TestSafety::aDamagedFileOffersItsCopy() {
    auto application = start();
    QVERIFY(application->models().learner.setName(QStringLiteral("Mara")));
    application.reset();
    QFile file(QString::fromStdString(m_paths.database.string()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is no database any more, whatever it was before");
    file.close();
    m_dialogs.answer = widgets::Answer::Primary;
    application = start();
    QVERIFY(application);
    QCOMPARE(m_dialogs.asked.size(), 1);
    QCOMPARE(application->models().learner.name(), QStringLiteral("Mara"));
    bool kept = false;
    for (const auto& entry : std::filesystem::directory_iterator(m_paths.data))
        kept = kept || entry.path().extension() == ".backup";
    QVERIFY(kept);
}

void TestSafety::aDamagedFileWithoutAnswerStaysAsItIs() {
    start().reset();
    QFile file(QString::fromStdString(m_paths.database.string()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is no database");
    file.close();
    const auto made = app::startProgram(*qApp, {}, m_paths, outside());
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::DatabaseDamaged);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("this is no database"));
}

void TestSafety::aCloudFolderIsNamed() {
    m_paths = app::AppPaths::make(m_home->filePath(QStringLiteral("Dropbox/nodewise")),
                                  QCoreApplication::applicationDirPath());
    m_paths.builtInPacks.clear();
    auto application = start();
    QVERIFY(application->window().toast()->text().contains(QStringLiteral("Dropbox")));
    auto* strip = find<widgets::AbstainsStrip>(*application, "cloudWarning");
    QVERIFY(strip && strip->isVisible());
    init();
    application = start();
    QVERIFY(!find<widgets::AbstainsStrip>(*application, "cloudWarning")->isVisible());
}

void TestSafety::aPinIsAskedFor() {
    auto application = start();
    m_dialogs.text = QStringLiteral("2580");
    QTest::mouseClick(find<widgets::Button>(*application, "pinButton"), Qt::LeftButton);
    QVERIFY(application->models().learner.hasPin());
    application.reset();
    QVERIFY(!QFile(QString::fromStdString(m_paths.database.string())).readAll().contains("2580"));
    m_dialogs.asked.clear();
    application = start();
    QVERIFY(application);
    QCOMPARE(m_dialogs.asked.size(), 1);
}

void TestSafety::aWrongPinThreeTimesEndsTheStart() {
    auto application = start();
    QVERIFY(application->models().learner.setPin(QStringLiteral("2580")));
    application.reset();
    m_dialogs.text = QStringLiteral("0000");
    const auto made = app::startProgram(*qApp, {}, m_paths, outside());
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::Cancelled);
    QCOMPARE(m_dialogs.asked.size(), 4);  // Three times, then told.
}

void TestSafety::thePinIsChangedOnlyWithTheOldOne() {
    auto application = start();
    auto& learner = application->models().learner;
    QVERIFY(learner.setPin(QStringLiteral("2580")));
    m_dialogs.text = QStringLiteral("1111");
    QTest::mouseClick(find<widgets::Button>(*application, "removePinButton"), Qt::LeftButton);
    QVERIFY(learner.pinFits(QStringLiteral("2580")));
    m_dialogs.text = QStringLiteral("2580");
    QTest::mouseClick(find<widgets::Button>(*application, "removePinButton"), Qt::LeftButton);
    QVERIFY(!learner.hasPin());
    QVERIFY(!find<widgets::Button>(*application, "removePinButton")->isVisible());
}

void TestSafety::aPinOfThreeIsRefused() {
    auto application = start();
    m_dialogs.text = QStringLiteral("123");
    QTest::mouseClick(find<widgets::Button>(*application, "pinButton"), Qt::LeftButton);
    QVERIFY(!application->models().learner.hasPin());
    QCOMPARE(m_dialogs.told.size(), 1);
}

void TestSafety::theDailyCapIsKept() {
    auto application = start();
    QCOMPARE(application->models().learner.dailyCap(), 20);
    find<QSpinBox>(*application, "dailyCapField")->setValue(12);
    application.reset();
    application = start();
    QCOMPARE(application->models().learner.dailyCap(), 12);
    QCOMPARE(application->models().learner.setDailyCap(0).error().code, ErrorCode::ValueOutOfRange);
}

void TestSafety::twoWindowsOnOneFile() {
    auto first = start();
    auto second = start();
    QVERIFY(first && second);
    auto store = progress::ProgressStore::open(m_paths.database, m_clock);
    QVERIFY(store);
    const ProfileId profile = first->models().learner.profile();
    QCOMPARE(second->models().learner.profile(), profile);
    const auto opened = tests::sampleCase("s-1");
    QVERIFY(store->openCase(profile, opened));
    QVERIFY(store->commitNodeCall(profile, tests::sampleCommit(opened, 0)));
    // The other window takes the same node up: its call is refused, the first one stays.
    auto other = progress::ProgressStore::open(m_paths.database, m_clock);
    QCOMPARE(other->commitNodeCall(profile, tests::sampleCommit(opened, 0)).error().code,
             ErrorCode::AlreadyCommitted);
    for (auto* window : {first.get(), second.get()}) {
        window->models().learner.refresh();
        QCOMPARE(window->models().learner.state().counts.calls, 1);
    }
    QVERIFY(second->models().learner.setName(QStringLiteral("Mara")));
    second.reset();
    first.reset();
    QCOMPARE(start()->models().learner.name(), QStringLiteral("Mara"));
}

void TestSafety::aClockSetBackLosesNothing() {
    auto application = start();
    auto store = progress::ProgressStore::open(m_paths.database, m_clock);
    const ProfileId profile = application->models().learner.profile();
    const auto score = tests::sampleScore();
    for (int i = 0; i < 3; ++i) {
        const auto opened = tests::sampleCase("s-" + std::to_string(i));
        QVERIFY(store->openCase(profile, opened));
        QVERIFY(store->commitNodeCall(profile, tests::sampleCommit(opened, 0), &score));
        // A week back before every further call.
        m_clock.advance(-24h * 7);
    }
    auto& learner = application->models().learner;
    learner.refresh();
    QVERIFY(!learner.problem());
    QCOMPARE(learner.state().counts.calls, 3);
    // The log keeps the order in which things happened, whatever the clock said.
    QCOMPARE(learner.state().calls.front().session, session::SessionId("s-2"));
    application.reset();
    application = start();
    QVERIFY(application);
    QCOMPARE(application->models().learner.state().counts.calls, 3);
    const auto copies = progress::listBackups(m_paths.backups);
    QVERIFY(copies->size() >= 2 && copies->at(0).made > copies->at(1).made);
}

QTEST_MAIN(TestSafety)
#include "tst_safety.moc"
