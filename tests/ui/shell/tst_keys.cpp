// Mouse, keys and windows that are kept from one start to the next.
#include "support/fake_dialogs.h"
#include "support/neck_phantom.h"
#include "support/temp_store.h"
#include "ui/models/settings_model.h"
#include "ui/read/call_keys.h"
#include "ui/shell/keys_section.h"
#include "ui/shell/window_keeper.h"
#include "ui/viewer/viewer_habits.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/combo_box.h"
#include "ui/widgets/theme.h"
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QtTest>

using namespace nodewise;
using viewer::KeyMap;
using viewer::MouseProfile;
using viewer::ViewerCommand;
using viewer::ViewerHabits;

class TestKeys : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void keysAndMouseOutliveTheProgram();
    void lettersOfTheCallMoveWithTheirAnswers();
    void theKeyPageIsWritten();
    void theKeyPageHoldsEveryRow();
    void aWindowIsRememberedOfEachSeries();
    void theOpeningWindowIsNotRemembered();
    void aChangeJustBeforeTheNextSeriesIsKept();
    void onlyTheLatestSeriesAreRemembered();
    void noNameOfASeriesIsKept();
};

void TestKeys::cleanup() {
    ViewerHabits::instance().setKeys({});
    ViewerHabits::instance().setMouseProfile(MouseProfile::WindowLeft);
}

void TestKeys::keysAndMouseOutliveTheProgram() {
    tests::TempStore store;
    tests::FakeDialogs dialogs;
    {
        models::SettingsModel settings(*store);
        shell::KeysSection section(settings, dialogs);
        section.show();
        auto* fit = section.findChild<widgets::Button*>(QStringLiteral("key_fit"));
        QTest::mouseClick(fit, Qt::LeftButton);
        QTest::keyClick(fit, Qt::Key_G, Qt::ShiftModifier);
        auto* mouse = section.findChild<widgets::ComboBox*>(QStringLiteral("mouseBox"));
        QCOMPARE(mouse->count(), 3);
        mouse->setCurrentIndex(1);
        Q_EMIT mouse->activated(1);
        QCOMPARE(settings.settings().mouse, QStringLiteral("scroll_left"));
        QCOMPARE(settings.settings().viewerKeys, QStringLiteral("fit=+G"));
    }
    cleanup();
    store.reopen();
    models::SettingsModel settings(*store);
    shell::KeysSection section(settings, dialogs);
    QCOMPARE(ViewerHabits::instance().mouseProfile(), MouseProfile::ScrollLeft);
    QCOMPARE(ViewerHabits::instance().keys().key(ViewerCommand::Fit),
             (viewer::KeyPlace{QLatin1Char('G'), true}));
    QCOMPARE(section.findChild<widgets::ComboBox*>(QStringLiteral("mouseBox"))->currentIndex(), 1);
}

void TestKeys::lettersOfTheCallMoveWithTheirAnswers() {
    tests::TempStore store;
    tests::FakeDialogs dialogs;
    models::SettingsModel settings(*store);
    shell::KeysSection section(settings, dialogs);
    section.show();
    auto* fit = section.findChild<widgets::Button*>(QStringLiteral("key_fit"));
    QTest::mouseClick(fit, Qt::LeftButton);
    QTest::keyClick(fit, Qt::Key_V);
    const QKeyEvent pressed(QEvent::KeyPress, Qt::Key_F, Qt::NoModifier);
    QCOMPARE(read::callKeyFor(pressed), std::optional(read::CallKey{read::CallQuestion::Fat, 0}));
    QCOMPARE(read::printedKeys(read::CallQuestion::Fat).first(), QStringLiteral("F"));
    // The sheets follow.
    QStringList rows;
    for (const auto& group : shell::keyGroups())
        for (const auto& row : group.rows)
            rows << row.key;
    QVERIFY2(rows.contains(QStringLiteral("F  B  G")), qPrintable(rows.join(u'|')));
    // What the whole window needs stays.
    for (const int key : {Qt::Key_F6, Qt::Key_Question}) {
        QTest::mouseClick(fit, Qt::LeftButton);
        QTest::keyClick(fit, static_cast<Qt::Key>(key));
        QCOMPARE(fit->text(), QStringLiteral("Press a key"));
        QTest::keyClick(fit, Qt::Key_Escape);
        QCOMPARE(fit->text(), QStringLiteral("V"));
    }
}

void TestKeys::theKeyPageIsWritten() {
    tests::TempStore store;
    tests::FakeDialogs dialogs;
    QTemporaryDir dir;
    models::SettingsModel settings(*store);
    shell::KeysSection section(settings, dialogs);
    section.show();
    QSignalSpy saved(&section, &shell::KeysSection::saved);
    QSignalSpy problem(&section, &shell::KeysSection::problem);
    auto* button = section.findChild<widgets::Button*>(QStringLiteral("keyPageButton"));
    dialogs.save = dir.filePath(QStringLiteral("keys.pdf"));
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(saved.count(), 1);
    QFile file(*dialogs.save);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.read(5) == "%PDF-");
    dialogs.save = dir.filePath(QStringLiteral("no/such/folder/keys.pdf"));
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(problem.count(), 1);
}

void TestKeys::theKeyPageHoldsEveryRow() {
    widgets::applyTheme(*qApp, widgets::ThemeKind::Light);
    const auto groups = shell::keyGroups();
    QCOMPARE(groups.size(), 3);
    QImage page(595 * 2, 842 * 2, QImage::Format_RGB32);
    page.setDevicePixelRatio(2);
    page.fill(Qt::white);
    {
        QPainter painter(&page);
        shell::paintKeyPage(painter, groups);
    }
    if (const QString folder = qEnvironmentVariable("NODEWISE_PICTURES"); !folder.isEmpty())
        QVERIFY(page.save(QDir(folder).filePath(QStringLiteral("key-page.png"))));
    // Nothing runs over the edges of the paper.
    for (int y = 0; y < page.height(); ++y)
        for (const int x : {0, 40, page.width() - 41, page.width() - 1})
            QCOMPARE(page.pixel(x, y), qRgb(255, 255, 255));
    for (int x = 0; x < page.width(); ++x)
        QCOMPARE(page.pixel(x, page.height() - 60), qRgb(255, 255, 255));
}

namespace {

/// Views, and what they are told to be showing.
struct Views {
    viewer::ViewerModel model;
    QString series;
    shell::WindowKeeper keeper;
    VolumePtr volume = test::makeNeckPhantom().volume;
    explicit Views(models::WindowMemory& memory)
        : keeper(
              model, memory, [this] { return series; }, nullptr) {}
    void open(const QString& name) {
        series = name;
        model.setVolume(volume);
    }
};

}  // namespace

void TestKeys::aWindowIsRememberedOfEachSeries() {
    tests::TempStore store;
    {
        models::WindowMemory memory(*store);
        Views views(memory);
        views.open(QStringLiteral("a"));
        views.model.setWindow({1234, 56, true});
        QTest::qWait(600);
        views.open(QStringLiteral("b"));
        QVERIFY(views.model.window().width != 1234);
        views.model.setWindow({77.5, -3.25, false});
        QTest::qWait(600);
    }
    store.reopen();
    models::WindowMemory memory(*store);
    Views views(memory);
    views.open(QStringLiteral("a"));
    QCOMPARE(views.model.window(), (Window{1234, 56, true}));
    views.open(QStringLiteral("b"));
    QCOMPARE(views.model.window(), (Window{77.5, -3.25, false}));
    views.open(QStringLiteral("c"));
    QVERIFY(!memory.windowOf(QStringLiteral("c")));
}

void TestKeys::theOpeningWindowIsNotRemembered() {
    tests::TempStore store;
    models::WindowMemory memory(*store);
    Views views(memory);
    views.open(QStringLiteral("a"));
    const Window opening = views.model.window();
    views.model.setWindow({900, 0, false});
    QTest::qWait(600);
    QVERIFY(memory.windowOf(QStringLiteral("a")));
    // The key 0 goes back to it, and so does the next opening.
    views.model.applyPreset(0);
    QTest::qWait(600);
    QVERIFY(!memory.windowOf(QStringLiteral("a")));
    views.open(QStringLiteral("a"));
    QCOMPARE(views.model.window(), opening);
}

void TestKeys::aChangeJustBeforeTheNextSeriesIsKept() {
    tests::TempStore store;
    models::WindowMemory memory(*store);
    Views views(memory);
    views.open(QStringLiteral("a"));
    views.model.setWindow({900, 0, false});
    views.open(QStringLiteral("b"));
    QCOMPARE(memory.windowOf(QStringLiteral("a")), std::optional(Window{900, 0, false}));
    QVERIFY(!memory.windowOf(QStringLiteral("b")));
}

void TestKeys::onlyTheLatestSeriesAreRemembered() {
    tests::TempStore store;
    models::WindowMemory memory(*store);
    for (int n = 0; n < 203; ++n)
        QVERIFY(memory.keep(QString::number(n), {100.0 + n, 0, false}).has_value());
    QVERIFY(!memory.windowOf(QStringLiteral("2")));
    QVERIFY(memory.windowOf(QStringLiteral("3")));
    store.reopen();
    const models::WindowMemory again(*store);
    QCOMPARE(again.windowOf(QStringLiteral("202")), std::optional(Window{302, 0, false}));
    QVERIFY(!again.windowOf(QStringLiteral("2")));
}

void TestKeys::noNameOfASeriesIsKept() {
    tests::TempStore store;
    models::WindowMemory memory(*store);
    QVERIFY(memory.keep(QStringLiteral("1.2.840.113619.2"), {100, 0, false}).has_value());
    const auto text = store->setting("windows");
    QVERIFY(text && *text);
    QVERIFY((**text).find("113619") == std::string::npos);
}

QTEST_MAIN(TestKeys)
#include "tst_keys.moc"
