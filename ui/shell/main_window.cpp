#include "ui/shell/main_window.h"
#include "ui/shell/rail.h"
#include "ui/widgets/focus_regions.h"
#include "ui/widgets/strips.h"
#include "ui/widgets/toast.h"
#include <QApplication>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QStackedWidget>

namespace nodewise::shell {

namespace {

QStringList localPaths(const QMimeData* data) {
    QStringList paths;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    return paths;
}

}  // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent) {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Nodewise"));
    setAcceptDrops(true);
    setMinimumSize(1024, 640);
    auto* body = new QWidget(this);
    auto* row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_rail = new Rail(body);
    m_stack = new QStackedWidget(body);
    m_stack->setObjectName(QStringLiteral("places"));
    row->addWidget(m_rail);
    row->addWidget(m_stack, 1);
    setCentralWidget(body);
    m_toast = new widgets::Toast(m_stack);
    m_jobStrip = new widgets::ProgressStrip(m_stack);
    m_jobStrip->setObjectName(QStringLiteral("jobStrip"));
    connect(m_rail, &Rail::placeChosen, this, [this](const QString& id) {
        goTo(id);
        Q_EMIT placeChosen(id);
    });
    addShortcuts();
}

void MainWindow::addShortcuts() {
    const auto add = [this](const QKeySequence& keys, auto what) {
        auto* shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, what);
    };
    add(Qt::Key_F6, [this] { goRound(false); });
    add(QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { goRound(true); });
    add(QKeySequence(Qt::CTRL | Qt::Key_O), [this] { Q_EMIT openPackRequested(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_I), [this] { Q_EMIT importRequested(); });
    for (int i = 0; i < 9; ++i)
        add(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)), [this, i] {
            if (i >= m_places.size())
                return;
            goTo(m_places[i]);
            Q_EMIT placeChosen(m_places[i]);
        });
}

void MainWindow::addPlace(const Place& place, QWidget* page) {
    m_rail->addPlace(place.id, place.iconName, place.title, place.atFoot);
    m_places << place.id;
    addPage(place.id, place.id, page);
    if (m_current.isEmpty())
        goTo(place.id);
}

void MainWindow::addPage(const QString& placeId, const QString& pageId, QWidget* page) {
    m_pages[pageId] = page;
    m_placeOf[pageId] = placeId;
    m_stack->addWidget(page);
}

void MainWindow::goTo(const QString& id) {
    QWidget* page = m_pages.value(id);
    if (!page)
        return;
    m_rail->setCurrent(m_placeOf[id]);
    m_stack->setCurrentWidget(page);
    m_toast->raise();
    m_jobStrip->raise();
    if (m_current == id)
        return;
    m_current = id;
    Q_EMIT pageChanged(id);
    // Telling may have led to yet another page.
    const auto* screen = dynamic_cast<widgets::FocusRegions*>(m_stack->currentWidget());
    QWidget* first = screen ? screen->openingFocus() : nullptr;
    if (first && first->isVisible() && first->isEnabled())
        first->setFocus(Qt::OtherFocusReason);
}

void MainWindow::goRound(bool backwards) {
    QList<QWidget*> regions{m_rail};
    QWidget* page = m_stack->currentWidget();
    if (auto* several = dynamic_cast<widgets::FocusRegions*>(page))
        regions += several->focusRegions();
    else
        regions << page;
    QWidget* focus = QApplication::focusWidget();
    int at = -1;
    for (int i = 0; i < regions.size(); ++i)
        if (focus && (regions[i] == focus || regions[i]->isAncestorOf(focus)))
            at = i;
    const int count = static_cast<int>(regions.size());
    for (int step = 1; step <= count; ++step) {
        const int next = ((at + (backwards ? -step : step)) % count + count) % count;
        if (QWidget* target = widgets::firstFocusable(regions[next])) {
            target->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
    QWidget* page = m_stack->currentWidget();
    const QWidget* focus = QApplication::focusWidget();
    if (m_handingOn || !page || (focus && page->isAncestorOf(focus)))
        return QMainWindow::keyPressEvent(event);
    // What the page does not want comes back up to here.
    const QScopedValueRollback guard(m_handingOn, true);
    QCoreApplication::sendEvent(page, event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!localPaths(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QStringList paths = localPaths(event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT pathsDropped(paths);
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    placeJobStrip();
}

void MainWindow::placeJobStrip() {
    const int width = 420, height = m_jobStrip->sizeHint().height();
    m_jobStrip->setGeometry(16, m_stack->height() - height - 16, width, height);
}

}  // namespace nodewise::shell
