#include "support/accessibility.h"
#include "ui/shell/main_window.h"
#include "ui/shell/rail.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/focus_regions.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/theme.h"
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace nodewise;
using shell::MainWindow;

namespace {

/// A page with two regions of one button each.
class TwoRegions final : public QWidget, public widgets::FocusRegions {
public:
    explicit TwoRegions(const QString& name) {
        auto* row = new QHBoxLayout(this);
        for (const char* side : {"Left", "Right"}) {
            auto* region = new QWidget(this);
            auto* button = new widgets::Button(name + QLatin1String(side), QLatin1String(side),
                                               widgets::ButtonKind::Plain, region);
            (new QHBoxLayout(region))->addWidget(button);
            row->addWidget(region);
            m_regions << region;
        }
    }
    [[nodiscard]] QList<QWidget*> focusRegions() const override { return m_regions; }

private:
    QList<QWidget*> m_regions;
};

}  // namespace

class TestMainWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void showsTheFirstPlace();
    void railLeadsToAPlace();
    void pageOfAPlaceKeepsTheRail();
    void controlNumberLeadsToAPlace();
    void f6GoesRoundTheRegions();
    void droppedFilesAreHandedOn();
    void droppedTextIsNotTaken();
    void shortcutsAskForPackAndFolder();
    void passesTheAccessibilityCheck();

private:
    widgets::KeyboardFocus m_focus;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::initTestCase() {
    widgets::applyTheme(*qApp, widgets::ThemeKind::Reading);
    qApp->installEventFilter(&m_focus);
}

void TestMainWindow::init() {
    m_window = std::make_unique<MainWindow>();
    m_window->addPlace({QStringLiteral("today"), QStringLiteral("today"), QStringLiteral("Today")},
                       new TwoRegions(QStringLiteral("today")));
    m_window->addPlace({QStringLiteral("read"), QStringLiteral("read"), QStringLiteral("Read")},
                       new TwoRegions(QStringLiteral("read")));
    m_window->addPage(QStringLiteral("read"), QStringLiteral("feedback"),
                      new TwoRegions(QStringLiteral("feedback")));
    m_window->addPlace(
        {QStringLiteral("settings"), QStringLiteral("settings"), QStringLiteral("Settings"), true},
        new QWidget);
    m_window->resize(1280, 720);
    m_window->show();
    QApplication::setActiveWindow(m_window.get());
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestMainWindow::cleanup() {
    m_window.reset();
}

static shell::RailButton* place(MainWindow& window, const char* id) {
    return window.findChild<shell::RailButton*>(QLatin1String(id) + QStringLiteral("Place"));
}

void TestMainWindow::showsTheFirstPlace() {
    QCOMPARE(m_window->currentPage(), QStringLiteral("today"));
    QVERIFY(place(*m_window, "today")->isChecked());
    QVERIFY(m_window->findChild<QWidget*>(QStringLiteral("todayLeft"))->isVisible());
}

void TestMainWindow::railLeadsToAPlace() {
    QSignalSpy changed(m_window.get(), &MainWindow::pageChanged);
    QSignalSpy chosen(m_window.get(), &MainWindow::placeChosen);
    QTest::mouseClick(place(*m_window, "read"), Qt::LeftButton);
    QCOMPARE(m_window->currentPage(), QStringLiteral("read"));
    QVERIFY(m_window->findChild<QWidget*>(QStringLiteral("readLeft"))->isVisible());
    QVERIFY(!m_window->findChild<QWidget*>(QStringLiteral("todayLeft"))->isVisible());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(chosen.count(), 1);
    QVERIFY(!place(*m_window, "today")->isChecked());
}

void TestMainWindow::pageOfAPlaceKeepsTheRail() {
    m_window->goTo(QStringLiteral("feedback"));
    QVERIFY(place(*m_window, "read")->isChecked());
    QVERIFY(m_window->findChild<QWidget*>(QStringLiteral("feedbackLeft"))->isVisible());
    m_window->goTo(QStringLiteral("nowhere"));
    QCOMPARE(m_window->currentPage(), QStringLiteral("feedback"));
}

void TestMainWindow::controlNumberLeadsToAPlace() {
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage(), QStringLiteral("read"));
    QTest::keyClick(m_window.get(), Qt::Key_9, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage(), QStringLiteral("read"));
}

void TestMainWindow::f6GoesRoundTheRegions() {
    QStringList met;
    m_window->setFocus();
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        QVERIFY(QApplication::focusWidget());
        met << QApplication::focusWidget()->objectName();
        QVERIFY(widgets::hasKeyboardFocus(QApplication::focusWidget()));
    }
    QCOMPARE(met, QStringList({QStringLiteral("todayPlace"), QStringLiteral("todayLeft"),
                               QStringLiteral("todayRight"), QStringLiteral("todayPlace")}));
    QTest::keyClick(m_window.get(), Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("todayRight"));
}

void TestMainWindow::droppedFilesAreHandedOn() {
    QSignalSpy dropped(m_window.get(), &MainWindow::pathsDropped);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/a.nwpack")),
                  QUrl(QStringLiteral("https://example.org/b")),
                  QUrl::fromLocalFile(QStringLiteral("/tmp/series"))});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &drop);
    QCOMPARE(dropped.count(), 1);
    QCOMPARE(dropped[0][0].toStringList(),
             QStringList({QStringLiteral("/tmp/a.nwpack"), QStringLiteral("/tmp/series")}));
}

void TestMainWindow::droppedTextIsNotTaken() {
    QMimeData data;
    data.setText(QStringLiteral("words"));
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(!enter.isAccepted());
}

void TestMainWindow::shortcutsAskForPackAndFolder() {
    QSignalSpy pack(m_window.get(), &MainWindow::openPackRequested);
    QSignalSpy folder(m_window.get(), &MainWindow::importRequested);
    QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_I, Qt::ControlModifier);
    QCOMPARE(pack.count(), 1);
    QCOMPARE(folder.count(), 1);
}

void TestMainWindow::passesTheAccessibilityCheck() {
    const QStringList faults = tests::accessibilityFaults(m_window.get());
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    const QStringList missed = tests::notReachedByTab(m_window.get());
    QVERIFY2(missed.isEmpty(), qPrintable(missed.join(QLatin1Char('\n'))));
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
