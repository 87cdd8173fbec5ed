#include "app/nodewise/app_paths.h"
#include "app/nodewise/command_line.h"
#include "support/accessibility.h"
#include "support/temp_store.h"
#include "ui/models/learner.h"
#include "ui/models/settings_model.h"
#include "ui/shell/languages.h"
#include "ui/shell/settings_screen.h"
#include "ui/widgets/check_row.h"
#include "ui/widgets/combo_box.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/theme.h"
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace nodewise;

class TestSettings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyChangeIsKeptAtOnce();
    void themeIsNeverLeftOut();
    void overrideIsNotKept();
    void nameAndExamAreKept();
    void aboutSaysWhatItIsNot();
    void languagesListEnglishAndGerman();
    void screenPassesTheAccessibilityCheck();
    void commandLine_data();
    void commandLine();
    void versionAndHelpEndWell();
    void everythingLiesUnderTheDataFolder();

private:
    widgets::KeyboardFocus m_focus;
};

void TestSettings::initTestCase() {
    widgets::applyTheme(*qApp, widgets::ThemeKind::Reading);
    qApp->installEventFilter(&m_focus);
}

namespace {

struct Page {
    tests::TempStore store;
    models::SettingsModel settings{*store};
    models::Learner learner{*store, store.clock};
    std::unique_ptr<shell::SettingsScreen> screen;
    Page() {
        if (auto opened = learner.open(); !opened)
            qFatal("%s", opened.error().detail.c_str());
        screen = std::make_unique<shell::SettingsScreen>(settings, learner,
                                                         shell::AboutFacts{QStringLiteral("9.9.9"),
                                                                           QStringLiteral("/data"),
                                                                           QStringLiteral("none")});
        screen->resize(1376, 900);
        screen->show();
    }
    template <class T>
    T* find(const char* name) {
        return screen->findChild<T*>(QLatin1String(name));
    }
};

}  // namespace

void TestSettings::everyChangeIsKeptAtOnce() {
    Page page;
    QTest::mouseClick(page.find<widgets::SegmentButton>("themeChoice_light"), Qt::LeftButton);
    QTest::mouseClick(page.find<widgets::SegmentButton>("editionChoice_tnm8"), Qt::LeftButton);
    QTest::mouseClick(page.find<widgets::CheckRow>("no3dCheck"), Qt::LeftButton);
    QTest::mouseClick(page.find<widgets::CheckRow>("reduceMotionCheck"), Qt::LeftButton);
    auto* language = page.find<widgets::ComboBox>("languageBox");
    language->setCurrentIndex(language->findData(QStringLiteral("de")));
    Q_EMIT language->activated(language->currentIndex());
    const models::Settings kept = models::readSettings(*page.store);
    QVERIFY(kept.lightTheme);
    QCOMPARE(kept.edition, Edition::Tnm8);
    QVERIFY(kept.disable3d);
    QVERIFY(kept.reduceMotion);
    QCOMPARE(kept.language, QStringLiteral("de"));
}

void TestSettings::themeIsNeverLeftOut() {
    Page page;
    auto* choice = page.find<widgets::SegmentedChoice>("themeChoice");
    auto* reading = page.find<widgets::SegmentButton>("themeChoice_reading");
    QCOMPARE(choice->chosen(), std::optional(0));
    QTest::mouseClick(reading, Qt::LeftButton);
    QCOMPARE(choice->chosen(), std::optional(0));
    QVERIFY(!models::readSettings(*page.store).lightTheme);
}

void TestSettings::overrideIsNotKept() {
    Page page;
    models::Settings forNow;
    forNow.lightTheme = true;
    page.settings.overrideForThisRun(forNow);
    QVERIFY(page.settings.settings().lightTheme);
    QVERIFY(!models::readSettings(*page.store).lightTheme);
}

void TestSettings::nameAndExamAreKept() {
    Page page;
    auto* name = page.find<QLineEdit>("profileNameField");
    name->setText(QStringLiteral("  Mara "));
    Q_EMIT name->editingFinished();
    QCOMPARE(page.learner.name(), QStringLiteral("Mara"));
    auto* exam = page.find<QLineEdit>("settingsExamField");
    exam->setText(QStringLiteral("soon"));
    Q_EMIT exam->editingFinished();
    QVERIFY(exam->property("invalid").toBool());
    QVERIFY(page.learner.examDate().isEmpty());
    name->setText(QString());
    Q_EMIT name->editingFinished();
    QVERIFY(page.learner.name().isEmpty());
}

void TestSettings::aboutSaysWhatItIsNot() {
    Page page;
    QString all;
    const auto labels = page.screen->findChildren<QLabel*>();
    for (const QLabel* label : labels)
        all += label->text() + QLatin1Char('\n');
    QVERIFY(all.contains(QStringLiteral("9.9.9")));
    QVERIFY(all.contains(QStringLiteral("not a medical device")));
    QVERIFY(all.contains(QStringLiteral("GNU General Public License")));
    QVERIFY(all.contains(QStringLiteral("/data")));
}

void TestSettings::languagesListEnglishAndGerman() {
    QStringList codes;
    for (const auto& language : shell::availableLanguages())
        codes << language.code;
    QVERIFY(codes.contains(QStringLiteral("en")));
    QVERIFY(codes.contains(QStringLiteral("de")));
    QVERIFY(!codes.contains(QStringLiteral("xx")));
    QCOMPARE(codes.count(QStringLiteral("en")), 1);
}

void TestSettings::screenPassesTheAccessibilityCheck() {
    Page page;
    const QStringList faults = tests::accessibilityFaults(page.screen.get());
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    const QStringList missed = tests::notReachedByTab(page.screen.get());
    QVERIFY2(missed.isEmpty(), qPrintable(missed.join(QLatin1Char('\n'))));
}

void TestSettings::commandLine_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    const auto list = [](const char* text) {
        return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    };
    QTest::newRow("none") << list("") << 0;
    QTest::newRow("all") << list("--data-dir D --profile P --open A --case C --lang de --theme "
                                 "light --no-3d --tour T path")
                         << 0;
    QTest::newRow("Qt's own option") << list("-platform vnc:port=5900 --no-3d") << 0;
    QTest::newRow("unknown option") << list("--frob") << 2;
    QTest::newRow("no value") << list("--data-dir") << 2;
    QTest::newRow("unknown theme") << list("--theme blue") << 2;
}

void TestSettings::commandLine() {
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    const auto parsed = app::parseCommandLine(QStringList{QStringLiteral("nodewise")} + arguments);
    QCOMPARE(parsed.exitCode, exitCode);
    QCOMPARE(parsed.options.has_value(), exitCode == 0);
    QCOMPARE(parsed.text.isEmpty(), exitCode == 0);
    if (arguments.size() < 8)
        return;
    QCOMPARE(parsed.options->dataDir, QStringLiteral("D"));
    QCOMPARE(parsed.options->open, QStringList({QStringLiteral("A"), QStringLiteral("path")}));
    QCOMPARE(parsed.options->caseId, QStringLiteral("C"));
    QCOMPARE(parsed.options->theme, QStringLiteral("light"));
    QVERIFY(parsed.options->no3d);
}

void TestSettings::versionAndHelpEndWell() {
    for (const char* option : {"--version", "--help"}) {
        const auto parsed =
            app::parseCommandLine({QStringLiteral("nodewise"), QLatin1String(option)});
        QVERIFY(!parsed.options);
        QCOMPARE(parsed.exitCode, 0);
        QVERIFY(!parsed.text.isEmpty());
    }
}

void TestSettings::everythingLiesUnderTheDataFolder() {
    QTemporaryDir folder, program;
    QFile pack(program.filePath(QStringLiteral("nodewise-demo.nwpack")));
    QVERIFY(pack.open(QIODevice::WriteOnly));
    const auto paths = app::AppPaths::make(folder.path(), program.path());
    const std::string root = folder.path().toStdString();
    for (const auto& path : {paths.database, paths.packs, paths.trust, paths.unpacked,
                             paths.volumes, paths.pictures, paths.log})
        QVERIFY2(path.string().rfind(root, 0) == 0, path.c_str());
    QVERIFY(std::filesystem::is_directory(paths.packs));
    QVERIFY(!paths.builtInPacks.empty());
    QCOMPARE(paths.builtInPacks.front().parent_path(),
             std::filesystem::canonical(program.path().toStdString()));
}

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
