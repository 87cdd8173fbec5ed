#include "app/nodewise/application.h"
#include "support/accessibility.h"
#include "support/fake_dialogs.h"
#include "support/fixed_clock.h"
#include "ui/jobs/job_runner.h"
#include "ui/models/reading_model.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/action_row.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/theme.h"
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace nodewise;

/// The whole program, built as main() builds it, over a folder of its own.
class TestApplication : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void firstPictureOfTodayIsThereWithinASecond();
    void demoPackIsReadAndACaseOpensByName();
    void themeOfTheCommandLineIsForThisRunOnly();
    void aBrokenPackIsToldWithItsName();
    void aFileThatIsNoImageIsToldAndChangesNothing();
    void aNewerDatabaseStopsTheStart();
    void everyPlacePassesTheAccessibilityCheck();

private:
    std::unique_ptr<app::Application> make(const app::CommandLine& options = {});
    std::unique_ptr<QTemporaryDir> m_home;
    tests::FixedClock m_clock;
    tests::FakeDialogs m_dialogs;
    jobs::ThreadJobRunner m_jobs;
    widgets::KeyboardFocus m_focus;
};

void TestApplication::initTestCase() {
    qApp->installEventFilter(&m_focus);
}

void TestApplication::init() {
    m_home = std::make_unique<QTemporaryDir>();
    m_dialogs = {};
}

std::unique_ptr<app::Application> TestApplication::make(const app::CommandLine& options) {
    auto paths = app::AppPaths::make(m_home->path(), QCoreApplication::applicationDirPath());
    // The demo pack alone; a release has the starter pack beside it.
    std::erase_if(paths.builtInPacks, [](const std::filesystem::path& pack) {
        return pack.filename() != "nodewise-demo.nwpack";
    });
    auto made = app::Application::create(*qApp, options, paths, {m_clock, m_jobs, m_dialogs});
    if (!made)
        qFatal("%s", made.error().detail.c_str());
    return std::move(*made);
}

void TestApplication::firstPictureOfTodayIsThereWithinASecond() {
    QElapsedTimer timer;
    timer.start();
    auto application = make();
    application->window().show();
    const QImage picture = application->window().grab().toImage();
    const auto elapsed = timer.elapsed();
    QCOMPARE(application->window().currentPage(), QStringLiteral("today"));
    QVERIFY(!picture.isNull());
    QVERIFY2(elapsed < 1000, qPrintable(QStringLiteral("%1 ms").arg(elapsed)));
}

void TestApplication::demoPackIsReadAndACaseOpensByName() {
    app::CommandLine options;
    options.caseId = QStringLiteral("demo-2");
    auto application = make(options);
    application->window().show();
    application->start();
    const auto models = application->models();
    QTRY_COMPARE_WITH_TIMEOUT(models.reading.state(), models::ReadingState::Calling, 120000);
    QCOMPARE(application->window().currentPage(), QStringLiteral("read"));
    QCOMPARE(models.library.entries().size(), std::size_t(3));
    QCOMPARE(models.reading.openedCase()->record.id, CaseId("demo-2"));
    QVERIFY(m_dialogs.asked.isEmpty());
}

void TestApplication::themeOfTheCommandLineIsForThisRunOnly() {
    app::CommandLine light;
    light.theme = QStringLiteral("light");
    auto application = make(light);
    application->window().ensurePolished();
    QCOMPARE(widgets::Theme::of(&application->window()).kind, widgets::ThemeKind::Light);
    application.reset();
    application = make();
    application->window().ensurePolished();
    QCOMPARE(widgets::Theme::of(&application->window()).kind, widgets::ThemeKind::Reading);
}

void TestApplication::aBrokenPackIsToldWithItsName() {
    const QString file = m_home->filePath(QStringLiteral("broken.nwpack"));
    QFile broken(file);
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("this is no pack");
    broken.close();
    auto application = make();
    application->window().show();
    Q_EMIT application->window().pathsDropped({file});
    QTRY_COMPARE(m_dialogs.told.size(), 1);
    QVERIFY2(m_dialogs.told[0].contains(QStringLiteral("broken.nwpack")),
             qPrintable(m_dialogs.told[0]));
    QVERIFY(application->models().library.entries().empty());
}

void TestApplication::aFileThatIsNoImageIsToldAndChangesNothing() {
    const QString file = m_home->filePath(QStringLiteral("letter.txt"));
    QFile letter(file);
    QVERIFY(letter.open(QIODevice::WriteOnly));
    letter.write("Dear colleague");
    letter.close();
    auto application = make();
    application->window().show();
    Q_EMIT application->window().pathsDropped({file});
    QTRY_COMPARE(m_dialogs.told.size(), 1);
    QCOMPARE(application->window().currentPage(), QStringLiteral("today"));
    QCOMPARE(application->models().import.state(), models::ImportState::Idle);
}

void TestApplication::aNewerDatabaseStopsTheStart() {
    const auto paths = app::AppPaths::make(m_home->path(), QCoreApplication::applicationDirPath());
    make().reset();
    // PRAGMA user_version lies at byte 60 of an SQLite file, big endian.
    QFile file(QString::fromStdString(paths.database.string()));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(60));
    file.write(QByteArray::fromHex("00000fff"));
    file.close();
    const auto made = app::Application::create(*qApp, {}, paths, {m_clock, m_jobs, m_dialogs});
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::DatabaseNewer);
}

void TestApplication::everyPlacePassesTheAccessibilityCheck() {
    auto application = make();
    auto& window = application->window();
    window.show();
    application->start();
    QTRY_VERIFY_WITH_TIMEOUT(!application->models().library.isBusy(), 60000);
    for (const char* place : {"today", "cases", "read", "progress", "settings"}) {
        window.goTo(QLatin1String(place));
        const QStringList faults = tests::accessibilityFaults(&window);
        QVERIFY2(faults.isEmpty(), qPrintable(QLatin1String(place) + QLatin1Char('\n') +
                                              faults.join(QLatin1Char('\n'))));
    }
}

QTEST_MAIN(TestApplication)
#include "tst_application.moc"
